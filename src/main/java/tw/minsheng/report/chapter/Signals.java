package tw.minsheng.report.chapter;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import tw.minsheng.dataset.Tally;
import tw.minsheng.document.Block;
import tw.minsheng.document.Notice;
import tw.minsheng.report.Result;
import tw.minsheng.report.ResultTable;
import tw.minsheng.report.Standards;
import tw.minsheng.report.Standards.Measure;
import tw.minsheng.report.wording.Printed;
import tw.minsheng.report.wording.Reasons;
import tw.minsheng.report.wording.Speech;
import tw.minsheng.statistics.Reason;
import tw.minsheng.survey.Construct;

/**
 * What must be seen while answers still come in, because later nothing can be done: items that go against their construct, people
 * who answer a whole construct the same, answers at one end, α below its standard, answers lost by missing cells.
 */
final class Signals {

    private static final double PERCENT = 100;
    private static final String QUALITY = "quality";
    private static final String CONSTRUCT = "construct.";
    private static final List<String> KINDS = List.of("not_answered", "own_codes", "skipped", "not_in_version");
    private static final String STRAIGHT = ".straight_line_share";

    private final Material material;
    private final Speech speech;
    private final Standards standards;

    Signals(Material material) {
        this.material = material;
        this.speech = material.speech();
        this.standards = material.facts().standards();
    }

    /** One notice with all of them; none when there is nothing to see. */
    Optional<Block> notice() {
        List<String> all = all();
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of(new Notice(
                        Notice.Tone.WARNING,
                        speech.say("signals.title", "count", all.size()),
                        all.stream().map(Pen::paragraph).toList()));
    }

    /** Sentences, the gravest first. */
    List<String> all() {
        List<String> all = new ArrayList<>();
        negative(all);
        constructs(all);
        straightLines(all);
        ends(all, "item_floor_pct", "signal.floor");
        ends(all, "item_ceiling_pct", "signal.ceiling");
        return List.copyOf(all);
    }

    private void negative(List<String> all) {
        for (Construct construct : material.survey().constructs()) {
            for (String item : construct.items()) {
                material.results()
                        .find("item." + item + ".item_total_corrected")
                        .filter(Result::isKnown)
                        .filter(result -> result.number() < 0)
                        .ifPresent(result -> all.add(speech.say(
                                "signal.negative",
                                "item",
                                material.label(item),
                                "value",
                                Printed.coefficient(result.number()))));
            }
        }
    }

    /** Of everybody who answered the item, as the table of item analysis has it. */
    private void ends(List<String> all, String column, String key) {
        double most = standards.limit(Measure.END_SHARE) * PERCENT;
        material.table("T4.1").ifPresent(table -> {
            for (int row = 0; row < table.rows().size(); row++) {
                OptionalDouble percent = table.entry(row, column).asNumber();
                if (percent.isPresent() && percent.getAsDouble() >= most) {
                    all.add(speech.say(
                            key,
                            "item",
                            material.label(table.text(row, "item")),
                            "value",
                            Printed.fixed(percent.getAsDouble(), 1),
                            "n",
                            Printed.count(table.count(row, "item_n"))));
                }
            }
        });
    }

    private void constructs(List<String> all) {
        for (Construct construct : material.survey().constructs()) {
            Optional<Result> alpha = material.results().find(CONSTRUCT + construct.id() + ".alpha_raw");
            alpha.filter(Result::isKnown)
                    .filter(result -> result.number() < standards.alpha(construct))
                    .ifPresent(result -> all.add(speech.say(
                            "signal.alpha",
                            "construct",
                            material.text(construct.label()),
                            "alpha",
                            Printed.coefficient(result.number()),
                            "limit",
                            Printed.limit(standards.alpha(construct)))));
        }
        all.addAll(losses());
    }

    /** Of each construct and of all items, where missing cells eat more answers than the standard lets pass. */
    List<String> losses() {
        List<String> losses = new ArrayList<>();
        for (Construct construct : material.survey().constructs()) {
            lost(CONSTRUCT + construct.id(), "signal.lost", material.text(construct.label()), construct.items())
                    .ifPresent(losses::add);
        }
        lost(Tally.TOTAL, "signal.lost", material.construct(Tally.TOTAL), items())
                .ifPresent(losses::add);
        return List.copyOf(losses);
    }

    /** The same of the people behind factors and models of all items. */
    Optional<String> lostToFactors() {
        return lost(Tally.TOTAL, "signal.lost.factors", material.construct(Tally.TOTAL), items());
    }

    private List<String> items() {
        return material.survey().constructs().stream()
                .flatMap(construct -> construct.items().stream())
                .toList();
    }

    /** How often an item has no score, by kind; kinds that do not occur are left out. */
    private String kinds(List<String> items) {
        Optional<ResultTable> missing = material.table("T1.5");
        return speech.list(KINDS.stream()
                .flatMap(kind -> {
                    long n = missing.map(table -> count(table, items, kind)).orElse(0L);
                    return n == 0
                            ? Stream.empty()
                            : Stream.of(speech.say("signal.lost." + kind, "n", Printed.count(n)));
                })
                .toList());
    }

    private static long count(ResultTable table, List<String> items, String kind) {
        long n = 0;
        for (int row = 0; row < table.rows().size(); row++) {
            n += items.contains(table.text(row, "variable")) ? table.count(row, kind) : 0;
        }
        return n;
    }

    private Optional<String> lost(String object, String key, String construct, List<String> items) {
        return material.results().find(object + ".alpha_raw").flatMap(alpha -> {
            long rows = alpha.basis().rows();
            double lost = rows == 0 ? 0 : 1 - (double) alpha.n() / rows;
            return lost < standards.limit(Measure.LISTWISE_LOST)
                    ? Optional.empty()
                    : Optional.of(speech.say(
                            key,
                            "construct",
                            construct,
                            "n",
                            Printed.count(alpha.n()),
                            "lost",
                            Printed.count(rows - alpha.n()),
                            "rows",
                            Printed.count(rows),
                            "share",
                            Printed.percentWhole(lost),
                            "kinds",
                            kinds(items)));
        });
    }

    /** The share of people who answer everything the same, or why it is not looked at. */
    String quality() {
        Optional<Result> share = material.results().find(QUALITY + STRAIGHT);
        return share.filter(Result::isKnown)
                .map(result -> speech.say(
                        material.results().find(Tally.TOTAL + STRAIGHT).isPresent()
                                ? "quality.straight_lines.whole"
                                : "quality.straight_lines",
                        "share",
                        Printed.percent(result.number()),
                        "n",
                        Printed.count(result.n()),
                        "k",
                        result.basis().items()))
                .orElseGet(() -> speech.say(
                        "quality.straight_lines.none",
                        "reason",
                        share.map(result -> Reasons.in(material.language(), result.value()))
                                .orElseGet(() -> Reasons.in(material.language(), Reason.NO_DATA, Map.of()))));
    }

    private void straightLines(List<String> all) {
        material.results().all().stream()
                .filter(result ->
                        result.key().endsWith(STRAIGHT) && !result.key().equals(QUALITY + STRAIGHT))
                .filter(Result::isKnown)
                .filter(result -> result.number() >= standards.limit(Measure.STRAIGHT_LINE_SHARE))
                .forEach(result -> all.add(speech.say(
                        "signal.straight_lines",
                        "set",
                        set(result.key()),
                        "k",
                        result.basis().items(),
                        "share",
                        Printed.percentWhole(result.number()),
                        "n",
                        Printed.count(result.n()))));
    }

    /** The words of the construct or of the matrix question. */
    private String set(String key) {
        String object = key.substring(0, key.length() - STRAIGHT.length());
        String id = object.substring(object.indexOf('.') + 1);
        return object.startsWith(CONSTRUCT) || object.equals(Tally.TOTAL)
                ? material.construct(id)
                : material.survey()
                        .question(id)
                        .map(question -> material.text(question.head().text()))
                        .orElse(id);
    }
}
