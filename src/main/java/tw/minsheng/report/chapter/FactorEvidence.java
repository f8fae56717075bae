package tw.minsheng.report.chapter;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import tw.minsheng.report.Result;
import tw.minsheng.report.ResultTable;
import tw.minsheng.report.wording.ConvergentReading;
import tw.minsheng.report.wording.Speech;
import tw.minsheng.report.wording.ValidityReading;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;

/** What the results hold of 建構、收斂與區別效度 of one family of constructs, ready to be read. */
final class FactorEvidence {

    private static final String ADEQUACY = "T4.4";

    private final Material material;
    private final Speech speech;
    private final String after;
    private final List<String> ids;

    /** @param after ends the keys of tables of this family */
    FactorEvidence(Material material, String after) {
        this.material = material;
        this.speech = material.speech();
        this.after = after;
        this.ids = material.table("T4.6" + after)
                .map(table -> IntStream.range(0, table.rows().size())
                        .mapToObj(row -> table.text(row, "construct"))
                        .toList())
                .orElseGet(List::of);
    }

    /** One for each family of constructs. */
    static List<FactorEvidence> all(Material material) {
        return material.results().tables().stream()
                .map(ResultTable::key)
                .filter(key -> key.equals(ADEQUACY) || key.startsWith(ADEQUACY + "."))
                .map(key -> new FactorEvidence(material, key.substring(ADEQUACY.length())))
                .filter(evidence -> !evidence.ids().isEmpty())
                .toList();
    }

    String after() {
        return after;
    }

    /** The constructs of the family. */
    List<String> ids() {
        return ids;
    }

    /** What results about all its items are called. */
    String object() {
        return material.table("T4.6" + after).orElseThrow().text(0, "object");
    }

    Value value(String statistic) {
        return material.results().value(object() + "." + statistic);
    }

    /** A part of a statistic; where it was refused as a whole, the reason. */
    private Value value(String statistic, String part) {
        return material.results()
                .find(object() + "." + statistic + "." + part)
                .or(() -> material.results().find(object() + "." + statistic))
                .map(Result::value)
                .orElseGet(() -> Value.undefined(Reason.NO_DATA));
    }

    /** Answers of people who answered every item. */
    long n() {
        return material.table(ADEQUACY + after)
                .map(table -> table.count(0, "n"))
                .orElse(0L);
    }

    /** None while it is computed. */
    Optional<ValidityReading.Factors> factors() {
        String drawn = object() + ".parallel_pc_normal";
        Optional<ResultTable> loadings = material.table("T4.5" + after);
        return material.results()
                .find(drawn + ".n_by_p95")
                .or(() -> material.results().find(drawn))
                .map(result -> new ValidityReading.Factors(
                        result.n(),
                        result.value(),
                        value("parallel_pc_normal", "n_by_mean"),
                        ids.size(),
                        loadings.map(this::merged).orElseGet(List::of),
                        List.copyOf(astray().values()),
                        model()));
    }

    private ValidityReading.Model model() {
        if (ids.size() < 2 || !value("fit_chisq").isKnown()) {
            return ValidityReading.Model.NONE;
        }
        ConvergentReading reading =
                new ConvergentReading(material.language(), material.facts().standards());
        return reading.missed(fit()).isEmpty() ? ValidityReading.Model.FITS : ValidityReading.Model.MISFITS;
    }

    /** Names of constructs whose items load highest on the same factor. */
    private List<List<String>> merged(ResultTable table) {
        return Loadings.of(table).merged().stream()
                .map(constructs -> constructs.stream().map(material::construct).toList())
                .toList();
    }

    /** Items that load highest elsewhere than most of their construct, by their ids in the order of the questionnaire. */
    Map<String, ValidityReading.Astray> astray() {
        Map<String, ValidityReading.Astray> astray = new LinkedHashMap<>();
        material.table("T4.5" + after).ifPresent(table -> {
            Loadings loadings = Loadings.of(table);
            Map<String, String> home = loadings.strongest();
            for (int row = 0; row < table.rows().size(); row++) {
                String item = table.text(row, "item");
                String own = home.getOrDefault(table.text(row, "construct"), "");
                loadings.strongest(row)
                        .filter(factor -> !factor.equals(own))
                        .ifPresent(factor -> astray.put(
                                item, new ValidityReading.Astray(material.scored(item), where(home, factor))));
            }
        });
        return astray;
    }

    /** The constructs that stand on a factor, else its number. */
    private String where(Map<String, String> home, String factor) {
        List<String> constructs = home.entrySet().stream()
                .filter(each -> each.getValue().equals(factor))
                .map(each -> speech.quoted(material.construct(each.getKey())))
                .toList();
        return constructs.isEmpty() ? speech.say("head.factor", "number", factor) : speech.list(constructs);
    }

    ConvergentReading.Fit fit() {
        return new ConvergentReading.Fit(
                material.results().find(object() + ".fit_chisq").map(Result::n).orElse(0L),
                value("fit_chisq"),
                value("fit_df"),
                value("fit_cfi"),
                value("fit_tli"),
                value("fit_rmsea"),
                value("fit_srmr"));
    }

    ConvergentReading.Evidence convergent() {
        return new ConvergentReading.Evidence(
                material.results().find(object() + ".fit_chisq").map(Result::n).orElse(0L),
                ids.stream().map(this::convergent).toList(),
                pairs(),
                apart(),
                value("fit_chisq"));
    }

    private ConvergentReading.Convergent convergent(String id) {
        boolean model = value("cr_fornell_larcker", id).isKnown();
        return new ConvergentReading.Convergent(
                material.construct(id),
                value(model ? "cr_fornell_larcker" : "cr_one_factor", id),
                value(model ? "ave_fornell_larcker" : "ave_one_factor", id));
    }

    /** None where HTMT was refused as a whole: then its reason stands with the constructs. */
    private List<ConvergentReading.Pair> pairs() {
        List<ConvergentReading.Pair> pairs = new ArrayList<>();
        for (int second = 1; second < ids.size(); second++) {
            for (int first = 0; first < second; first++) {
                String one = ids.get(first);
                String other = ids.get(second);
                material.results()
                        .find(object() + ".htmt_henseler." + one + "." + other)
                        .ifPresent(result -> pairs.add(new ConvergentReading.Pair(
                                material.construct(one), material.construct(other), result.value())));
            }
        }
        return pairs;
    }

    /** Each construct beside each other one. */
    private List<ConvergentReading.Apart> apart() {
        List<ConvergentReading.Apart> apart = new ArrayList<>();
        material.table("T4.6.fornell_larcker" + after).ifPresent(table -> {
            for (int row = 0; row < table.rows().size(); row++) {
                int own = row;
                String id = table.text(row, "name");
                IntStream.range(0, table.rows().size())
                        .filter(other -> other != own)
                        .mapToObj(other -> table.text(other, "name"))
                        .forEach(other -> apart.add(new ConvergentReading.Apart(
                                material.construct(id),
                                table.number(own, id),
                                material.construct(other),
                                table.number(own, other))));
            }
        });
        return apart;
    }
}
