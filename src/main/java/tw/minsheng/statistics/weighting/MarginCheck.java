package tw.minsheng.statistics.weighting;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;

/** What must hold before weights can be fitted; R finds out too late or not at all. */
final class MarginCheck {

    private static final double SAME_TOTAL = 1e-9;

    private final Groups groups;
    private final List<Margin> margins;
    private final int[][] levels;

    MarginCheck(Groups groups, List<Margin> margins, int[][] levels) {
        this.groups = groups;
        this.margins = margins;
        this.levels = levels;
    }

    Optional<Value> refusal() {
        return refusals().stream().findFirst();
    }

    /** Everything that does not hold, in the order of the margins; the sums only once there are rows with weights. */
    List<Value> refusals() {
        List<Value> all = new ArrayList<>();
        groups.refusal().ifPresentOrElse(all::add, () -> {
            totals(all);
            categories(all);
        });
        return all;
    }

    private void totals(List<Value> all) {
        Margin first = margins.get(0);
        for (Margin margin : margins) {
            double distance = StrictMath.abs(margin.total() - first.total());
            if (distance > SAME_TOTAL * first.total()) {
                all.add(Value.undefined(
                        Reason.MARGINS_DISAGREE,
                        Map.of(
                                "first", first.variable(),
                                "a", plain(first.total()),
                                "second", margin.variable(),
                                "b", plain(margin.total()))));
            }
        }
    }

    /** 700 rather than 700.0. */
    private static String plain(double total) {
        return BigDecimal.valueOf(total).stripTrailingZeros().toPlainString();
    }

    private void categories(List<Value> all) {
        for (int m = 0; m < margins.size(); m++) {
            Margin margin = margins.get(m);
            double[] weights = new double[margin.size()];
            long[] rows = new long[margin.size()];
            for (int g = 0; g < groups.size(); g++) {
                weights[levels[m][g]] += groups.weight(g);
                rows[levels[m][g]] += groups.rows(g);
            }
            for (int level = 0; level < rows.length; level++) {
                if (margin.target(level) > 0 && !(weights[level] > 0)) {
                    all.add(Value.undefined(
                            Reason.CATEGORY_WITHOUT_SAMPLE,
                            Map.of(
                                    "variable",
                                    margin.variable(),
                                    "category",
                                    margin.levels().get(level))));
                }
                if (margin.target(level) == 0 && weights[level] > 0) {
                    all.add(Value.undefined(
                            Reason.ZERO_TARGET,
                            Map.of(
                                    "variable",
                                    margin.variable(),
                                    "category",
                                    margin.levels().get(level),
                                    "n",
                                    Long.toString(rows[level]))));
                }
            }
        }
    }
}
