package tw.minsheng.report.chapter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import tw.minsheng.panel.ItemDecision;
import tw.minsheng.report.ItemProposal;
import tw.minsheng.report.ResultTable;
import tw.minsheng.report.Standards;
import tw.minsheng.report.Standards.Measure;
import tw.minsheng.report.wording.Printed;
import tw.minsheng.report.wording.Reasons;
import tw.minsheng.report.wording.Speech;
import tw.minsheng.statistics.Reason;

/** 備註 of item analysis: what the rules propose for an item and which of them decided, and what a person made of it. */
public final class Proposals {

    private final Material material;
    private final Speech speech;

    public Proposals(Material material) {
        this.material = material;
        this.speech = material.speech();
    }

    /** Every item of a construct, in the order of the questionnaire; none while nothing was computed. */
    public List<ItemProposal> all() {
        List<ItemProposal> all = new ArrayList<>();
        material.table("T4.1").ifPresent(table -> {
            for (int row = 0; row < table.rows().size(); row++) {
                String item = table.text(row, "item");
                all.add(new ItemProposal(
                        item,
                        material.scored(item),
                        material.construct(table.text(row, "construct")),
                        table.text(row, "proposal"),
                        rules(table, row),
                        table.text(row, "proposal").isEmpty() ? "" : figures(table, row)));
            }
        });
        return List.copyOf(all);
    }

    private String figures(ResultTable table, int row) {
        return speech.say(
                "proposal.figures",
                "n",
                Printed.count(table.count(row, "n")),
                "ratio",
                figure(table, row, "critical_ratio", value -> Printed.fixed(value, 2)),
                "p",
                figure(table, row, "critical_ratio_p", Printed::p),
                "corrected",
                figure(table, row, "item_total_corrected", Printed::coefficient),
                "deleted",
                figure(table, row, "alpha_if_deleted", Printed::coefficient),
                "alpha",
                figure(table, row, "alpha", Printed::coefficient),
                "loading",
                figure(table, row, "loading", Printed::coefficient),
                "communality",
                figure(table, row, "communality", Printed::coefficient));
    }

    private String figure(ResultTable table, int row, String column, DoubleFunction<String> print) {
        OptionalDouble number = table.entry(row, column).asNumber();
        return number.isPresent() ? print.apply(number.getAsDouble()) : speech.say("none");
    }

    /** The proposal with the rules that decided, then the decision where there is one. */
    String verdict(ResultTable table, int row) {
        String decision = table.text(row, "proposal");
        List<String> rules = rules(table, row);
        String key = "verdict." + (decision.isEmpty() ? "none" : decision);
        String proposed = rules.isEmpty() ? speech.say(key) : speech.say(key + ".because", "rules", speech.list(rules));
        return proposed + decided(table.text(row, "item"));
    }

    /** The rules that decided, or why nothing can be judged. */
    private List<String> rules(ResultTable table, int row) {
        String reason = table.text(row, "reason");
        if (!reason.isEmpty()) {
            return List.of(Reasons.in(
                    material.language(),
                    Reason.valueOf(reason.toUpperCase(Locale.ROOT)),
                    Map.of("n", Printed.count(table.count(row, "n")))));
        }
        String rules = table.text(row, "broken_rules");
        return rules.isEmpty()
                ? List.of()
                : List.of(rules.split(" ", -1)).stream()
                        .map(rule -> speech.say("broken." + rule, "limit", limitOf(rule)))
                        .toList();
    }

    /** What a person decided about it after this wave, with the reason; "" when nobody did. */
    private String decided(String item) {
        return material.facts()
                .judged()
                .evidence()
                .decision(ItemDecision.Basis.ANALYSIS, material.results().head().wave(), item)
                .map(decision -> speech.say(
                        "verdict.decided",
                        "decision",
                        speech.say("decision." + decision.choice().key()),
                        "reason",
                        decision.line()))
                .orElse("");
    }

    private String limitOf(String rule) {
        Standards standards = material.facts().standards();
        return switch (rule) {
            case "critical_ratio" -> Printed.limit(standards.limit(Measure.CRITICAL_RATIO));
            case "critical_ratio_p" -> Printed.limit(standards.limit(Measure.CRITICAL_RATIO_P));
            case "item_total_corrected" -> Printed.limit(standards.limit(Measure.ITEM_TOTAL));
            case "loading" -> Printed.limit(standards.limit(Measure.LOADING));
            case "communality" -> Printed.limit(standards.limit(Measure.COMMUNALITY));
            default -> "";
        };
    }
}
