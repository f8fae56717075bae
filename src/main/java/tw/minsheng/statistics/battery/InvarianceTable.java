package tw.minsheng.statistics.battery;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import tw.minsheng.statistics.MissingRule;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.factor.FactorModel;
import tw.minsheng.statistics.factor.GroupMoments;
import tw.minsheng.statistics.factor.Invariance;
import tw.minsheng.statistics.factor.Invariance.Step;
import tw.minsheng.statistics.moments.CrossSums;

/** IV1 over the groups of a set: one row for each model, from the loosest on. */
final class InvarianceTable {

    private static final List<String> COLUMNS = List.of(
            "chisq", "df", "p", "cfi", "rmsea", "delta_chisq", "delta_df", "delta_p", "delta_cfi", "delta_rmsea");

    private InvarianceTable() {}

    /** @param labels of each row of the answers, {@code ""} where there is none */
    static Shape of(Cut cut, FactorModel model, List<String> labels) {
        Invariance found = Invariance.of(model, groups(cut, labels));
        if (!found.refusal().isEmpty()) {
            return Shape.of(found.refusal().get(0));
        }
        List<Step> steps = found.steps();
        List<String> names = steps.stream()
                .map(step -> step.level().name().toLowerCase(Locale.ROOT))
                .toList();
        return Shape.table(names, COLUMNS, (i, j) -> cell(steps.get(i), j));
    }

    private static Value cell(Step step, int column) {
        return switch (column) {
            case 0 -> step.chiSquare();
            case 1 -> Value.of((double) step.df());
            case 2 -> step.p();
            case 3 -> step.cfi();
            case 4 -> step.rmsea();
            case 5 -> step.deltaChiSquare();
            case 6 -> step.deltaChiSquare().map(x -> step.deltaDf());
            case 7 -> step.deltaP();
            case 8 -> step.deltaCfi();
            default -> step.deltaRmsea();
        };
    }

    private static List<GroupMoments> groups(Cut cut, List<String> labels) {
        List<String> answered = cut.answered();
        int[] items = cut.varying().stream().mapToInt(answered::indexOf).toArray();
        Map<String, CrossSums> groups = new TreeMap<>();
        double[] row = new double[items.length];
        for (int i = 0; i < cut.rows(); i++) {
            if (!labels.get(i).isEmpty() && cut.isComplete(i)) {
                int at = i;
                Arrays.setAll(row, j -> cut.at(at, items[j]));
                groups.computeIfAbsent(labels.get(i), name -> CrossSums.of(items.length, MissingRule.LISTWISE))
                        .add(row);
            }
        }
        return groups.values().stream()
                .map(sums -> new GroupMoments(
                        sums.n(0, 0),
                        IntStream.range(0, items.length).mapToObj(sums::mean).toList(),
                        sums.covariances()))
                .toList();
    }
}
