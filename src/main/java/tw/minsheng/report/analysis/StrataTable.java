package tw.minsheng.report.analysis;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import tw.minsheng.dataset.ColumnTally;
import tw.minsheng.kernel.Language;
import tw.minsheng.report.Facts;
import tw.minsheng.report.ResultTable;
import tw.minsheng.report.Tables;
import tw.minsheng.statistics.sampling.Allotment;
import tw.minsheng.statistics.sampling.SampleSize;
import tw.minsheng.survey.Population;
import tw.minsheng.survey.SamplingPlan;
import tw.minsheng.survey.Variable;

/**
 * T2.1: what was planned for each stratum by the survey file, what was drawn and what was reached. Planned numbers only where the
 * allocation says them without further figures; whom to ask only beside a draw, for that is what it is compared with.
 */
final class StrataTable {

    private final Weighed sample;
    private final SmallGroups small;
    private final Facts.Drawn drawn;

    StrataTable(Weighed sample, SmallGroups small, Facts.Drawn drawn) {
        this.sample = sample;
        this.small = small;
        this.drawn = drawn;
    }

    /** @param planned answers of all strata together */
    Optional<ResultTable> table(Optional<Long> planned) {
        SamplingPlan plan = sample.tally().layout().survey().sampling();
        SamplingPlan.Strata strata = plan.strata();
        if (!strata.isGiven() || sample.tally().grid().stratum().isEmpty()) {
            return Optional.empty();
        }
        Population targets = strata.targets();
        ColumnTally column = sample.tally().column(strata.variable());
        List<Variable.Value> all = column.column().variable().values();
        List<Variable.Value> values = all.stream()
                .filter(value -> targets.counts().isEmpty() || targets.counts().containsKey(value.code()))
                .toList();
        List<String> codes = values.stream().map(Variable.Value::code).toList();
        List<Long> sizes = codes.stream()
                .map(code -> targets.counts().getOrDefault(code, 0L))
                .toList();
        Tables table = Tables.named("T2.1")
                .words("code", codes)
                .words(
                        "label",
                        values.stream()
                                .map(value -> value.label().in(Language.ZH_TW))
                                .toList())
                .counts("population", sizes);
        Optional<List<Long>> answers = planned.flatMap(n -> planned(strata.allocation(), sizes, n));
        if (answers.isPresent()) {
            table = table.counts("planned", answers.get());
        }
        if (drawn.isGiven()) {
            if (answers.isPresent()) {
                table = table.counts("to_draw", contacts(answers.get(), sizes, plan.precision()));
            }
            table = table.counts(
                    "drawn",
                    codes.stream()
                            .map(code -> drawn.strata().getOrDefault(code, 0L))
                            .toList());
        }
        ResultTable finished = table.counts(
                        "finished",
                        values.stream()
                                .map(value -> sample.tally().rowsOfStratum(all.indexOf(value)))
                                .toList())
                .result();
        Set<Integer> hidden = small.of(column);
        Set<Integer> rows = SmallGroups.rows(values.size(), row -> hidden.contains(all.indexOf(values.get(row))));
        return Optional.of(SmallGroups.hide(finished, rows, "finished"));
    }

    /** No stratum gives more than it has. */
    private static Optional<List<Long>> planned(SamplingPlan.Allocation declared, List<Long> sizes, long n) {
        long people = sizes.stream().mapToLong(Long::longValue).sum();
        if (people == 0 || declared == SamplingPlan.Allocation.NEYMAN) { // which needs the spread in each stratum
            return Optional.empty();
        }
        double[] shares = sizes.stream()
                .mapToDouble(size -> declared == SamplingPlan.Allocation.EQUAL ? 1 : size)
                .toArray();
        long[] most = sizes.stream().mapToLong(Long::longValue).toArray();
        return Optional.of(
                Allotment.capped(most, shares, StrictMath.min(n, people)).whole());
    }

    private static List<Long> contacts(List<Long> answers, List<Long> sizes, SamplingPlan.Precision precision) {
        return IntStream.range(0, answers.size())
                .mapToObj(h -> StrictMath.min(
                        sizes.get(h), SampleSize.roundUp(answers.get(h) / precision.expectedResponseRate())))
                .toList();
    }
}
