package tw.minsheng.report.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import tw.minsheng.dataset.Column;
import tw.minsheng.dataset.ConstructTally;
import tw.minsheng.dataset.Frequencies;
import tw.minsheng.dataset.Tally;
import tw.minsheng.kernel.Language;
import tw.minsheng.report.Result;
import tw.minsheng.report.ResultTable;
import tw.minsheng.report.Tables;
import tw.minsheng.report.scale.ItemJudgement;
import tw.minsheng.report.scale.ScaleStudies;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.moments.Moments;
import tw.minsheng.statistics.reliability.ItemReliability;
import tw.minsheng.statistics.reliability.ScaleReliability;
import tw.minsheng.survey.Scale;
import tw.minsheng.survey.Survey;

/**
 * T4.1 over the people who answered every item of the construct: every declared item has its row. Column {@code reason} says why an
 * item cannot be judged; then nothing is proposed, but to delete an item that everybody answers the same. The columns {@code item_*}
 * are over everybody who answered the item.
 */
final class ItemTable {

    private static final String DELETE = "delete";
    private static final double PERCENT = 100;

    private final Tally tally;
    private final Survey survey;
    private final Map<String, Result> figures;
    private final ScaleStudies studies;
    private final List<Analysed> all = new ArrayList<>();

    /**
     * An item in the construct that it is analysed in.
     *
     * @param found its figures; none when nobody answered it
     */
    private record Analysed(String construct, String item, Optional<ItemReliability> found, String reason) {

        long n() {
            return found.map(each -> each.distribution().moments().n()).orElse(0L);
        }

        Optional<Double> moment(Function<Moments, Value> moment) {
            return found.map(each -> moment.apply(each.distribution().moments()))
                    .flatMap(ItemTable::known);
        }
    }

    ItemTable(Tally tally, List<ConstructTally> constructs, Map<String, Result> figures, ScaleStudies studies) {
        this.tally = tally;
        this.survey = tally.layout().survey();
        this.figures = figures;
        this.studies = studies;
        for (ConstructTally construct : constructs) {
            ScaleReliability scale = ScaleReliability.of(construct.listwise());
            construct.items().stream()
                    .map(Column::id)
                    .forEach(item -> all.add(new Analysed(
                            construct.id(),
                            item,
                            scale.items().stream()
                                    .filter(each -> each.item().equals(item))
                                    .findFirst(),
                            reason(scale, item).map(Reason::key).orElse(""))));
        }
    }

    private static Optional<Reason> reason(ScaleReliability scale, String item) {
        if (scale.unansweredItems().contains(item)) {
            return Optional.of(Reason.ITEM_ALL_MISSING);
        }
        if (scale.n() < ScaleReliability.FEW_ANSWERS) {
            return Optional.of(scale.n() == 0 ? Reason.NO_COMPLETE_ROWS : Reason.N_TOO_SMALL);
        }
        return scale.constantItems().contains(item) ? Optional.of(Reason.ITEM_CONSTANT) : Optional.empty();
    }

    ResultTable table() {
        return Tables.named("T4.1")
                .words("item", each(Analysed::item))
                .words("label", each(row -> label(row.item())))
                .words("construct", each(Analysed::construct))
                .counts("n", each(Analysed::n))
                .numbers("mean", each(row -> row.moment(Moments::mean)))
                .numbers("sd", each(row -> row.moment(Moments::standardDeviation)))
                .numbers("skewness", figure(".item_skew_type2_spss"))
                .numbers("critical_ratio", judged(ItemJudgement::ratio))
                .numbers("critical_ratio_p", judged(ItemJudgement::p))
                .numbers("item_total", figure(".item_total"))
                .numbers("item_total_p", figure(".item_total.p"))
                .numbers("item_total_corrected", figure(".item_total_corrected"))
                .numbers("alpha_if_deleted", figure(".alpha_if_deleted"))
                .numbers("alpha", each(row -> known("construct." + row.construct() + ".alpha_raw")))
                .numbers("loading", judged(ItemJudgement::loading))
                .numbers("communality", judged(ItemJudgement::communality))
                .words("proposal", each(this::proposal))
                .words("broken_rules", each(this::broken))
                .words("reason", each(Analysed::reason))
                .numbers("floor_pct", figure(".floor_pct"))
                .numbers("ceiling_pct", figure(".ceiling_pct"))
                .counts("item_n", each(row -> answers(row).valid()))
                .numbers("item_floor_pct", each(row -> end(row, Scale::min)))
                .numbers("item_ceiling_pct", each(row -> end(row, Scale::max)))
                .result();
    }

    private Frequencies answers(Analysed row) {
        return tally.column(row.item()).frequencies();
    }

    /** The share of everybody who answered the item, whatever else they left out, at one end of its scores. */
    private Optional<Double> end(Analysed row, ToIntFunction<Scale> score) {
        Column column = tally.column(row.item()).column();
        Scale scale = survey.scale(column.variable().scale());
        Frequencies answers = answers(row);
        long there = 0;
        for (int code = 0; code < answers.validCodes(); code++) {
            there += ConstructTally.score(column, scale, code) == score.applyAsInt(scale) ? answers.of(code) : 0;
        }
        return answers.valid() == 0 ? Optional.empty() : Optional.of(PERCENT * there / answers.valid());
    }

    private <T> List<T> each(Function<Analysed, T> value) {
        return all.stream().map(value).toList();
    }

    private List<Optional<Double>> figure(String statistic) {
        return each(row -> known("item." + row.item() + statistic));
    }

    private List<Optional<Double>> judged(Function<ItemJudgement, Value> value) {
        return each(row -> studies.judgement(row.item()).map(value).flatMap(ItemTable::known));
    }

    private String proposal(Analysed row) {
        if (row.reason().isEmpty()) {
            return studies.judgement(row.item()).map(ItemJudgement::decision).orElse("");
        }
        return row.reason().equals(Reason.ITEM_CONSTANT.key()) ? DELETE : "";
    }

    private String broken(Analysed row) {
        return row.reason().isEmpty()
                ? studies.judgement(row.item())
                        .map(judgement -> String.join(" ", judgement.broken()))
                        .orElse("")
                : "";
    }

    private Optional<Double> known(String key) {
        return Optional.ofNullable(figures.get(key)).map(Result::value).flatMap(ItemTable::known);
    }

    private static Optional<Double> known(Value value) {
        return value.isKnown() ? Optional.of(value.number()) : Optional.empty();
    }

    private String label(String id) {
        return survey.variable(id)
                .map(variable -> variable.label().in(Language.ZH_TW))
                .orElse(id);
    }
}
