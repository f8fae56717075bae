package tw.minsheng.statistics.driver;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tw.minsheng.statistics.Interval;
import tw.minsheng.statistics.MissingRule;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.distribution.SplitMix64;
import tw.minsheng.statistics.moments.CrossSums;

/**
 * Percentile intervals of the parts that predictors have in R² ({@link KeyDrivers#lmgPercent}), by the rescaled bootstrap of Rao and Wu
 * (1988): of the n first-stage units of a stratum n − 1 are drawn with replacement, and a row weighs w·n/(n − 1)·(times its unit
 * was drawn). A stratum with one unit stays as it is. Weights are taken as given. Replicate r has its own seed.
 */
public final class DriverBootstrap {

    /** As many draws as a report shows. */
    public static final int USUAL = 500;

    /** With more predictors the draws take too long. */
    public static final int MOST = 10;

    private static final String METHOD = "boot_percentile";
    private static final int LEAST_DRAWS = 20;

    private final double[][] rows;
    private final double[] weights;
    /** the rows of each unit, by stratum */
    private final List<List<List<Integer>>> strata;

    /**
     * @param rows complete rows: the predictors, and the outcome last
     * @param weights one per row
     * @param stratumOf one per row
     * @param unitOf the first-stage unit of each row, nested in its stratum
     */
    public DriverBootstrap(double[][] rows, double[] weights, List<Integer> stratumOf, List<Integer> unitOf) {
        this.rows = Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new);
        this.weights = weights.clone();
        Map<Integer, Map<Integer, List<Integer>>> found = new LinkedHashMap<>();
        for (int row = 0; row < rows.length; row++) {
            found.computeIfAbsent(stratumOf.get(row), key -> new LinkedHashMap<>())
                    .computeIfAbsent(unitOf.get(row), key -> new ArrayList<>())
                    .add(row);
        }
        this.strata = found.values().stream()
                .map(units -> List.copyOf(units.values()))
                .toList();
    }

    /**
     * One interval per predictor; {@code no_data} for more than {@link #MOST} predictors, {@code no_variation} when hardly a draw has an
     * R².
     *
     * @param seed part of the result
     */
    public List<Interval> intervals(int replicates, long seed, double level) {
        int predictors = rows.length == 0 ? 0 : rows[0].length - 1;
        if (predictors < 1 || predictors > MOST) {
            return Collections.nCopies(predictors, Interval.undefined(METHOD, level, Reason.NO_DATA));
        }
        List<double[]> drawn = new ArrayList<>();
        for (int r = 0; r < replicates; r++) {
            KeyDrivers found = KeyDrivers.of(sums(SplitMix64.replicate(seed, r)));
            if (found.r2().isKnown() && found.r2().number() > 0) {
                double[] parts = new double[predictors];
                Arrays.setAll(parts, j -> found.lmgPercent(j).number());
                drawn.add(parts);
            }
        }
        if (drawn.size() < LEAST_DRAWS) {
            return Collections.nCopies(predictors, Interval.undefined(METHOD, level, Reason.NO_VARIATION));
        }
        List<Interval> intervals = new ArrayList<>();
        for (int j = 0; j < predictors; j++) {
            int predictor = j;
            double[] sorted = drawn.stream()
                    .mapToDouble(parts -> parts[predictor])
                    .sorted()
                    .toArray();
            double tail = (1 - level) / 2;
            intervals.add(Interval.of(METHOD, level, quantile(sorted, tail), quantile(sorted, 1 - tail)));
        }
        return List.copyOf(intervals);
    }

    private CrossSums sums(SplitMix64 random) {
        CrossSums sums = CrossSums.of(rows[0].length, MissingRule.LISTWISE);
        for (List<List<Integer>> units : strata) {
            int n = units.size();
            int[] times = new int[n];
            for (int draw = 0; draw < n - 1; draw++) {
                times[(int) (random.nextUniform() * n)]++;
            }
            for (int unit = 0; unit < n; unit++) {
                double factor = n == 1 ? 1 : times[unit] * (n / (n - 1.0));
                for (int row : units.get(unit)) {
                    sums.add(rows[row], weights[row] * factor);
                }
            }
        }
        return sums;
    }

    /** R's type 7. */
    private static double quantile(double[] sorted, double p) {
        double at = p * (sorted.length - 1);
        int below = (int) StrictMath.floor(at);
        int above = StrictMath.min(below + 1, sorted.length - 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }
}
