package tw.minsheng.statistics.weighting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;

/**
 * Cuts weights to limits and spreads what was cut off <em>equally</em> over the uncut ones (WT5, S13). R:
 * {@code trimWeights}. Afterwards the margins no longer match, so the new margin error belongs to the result.
 *
 * @param weighting with the trimmed factors; refused with {@code calibration_infeasible} when the limits cannot hold the
 *     total
 * @param trimmed rows whose weight was cut ({@code n_trimmed})
 */
public record Trimming(Weighting weighting, long trimmed) {

    private static final int MOST_ROUNDS = 1000;
    private static final double SAME_TOTAL = 1e-9;

    /**
     * Cuts weights to multiples of their mean, until all are inside; {@code weighting.trim} of a survey definition.
     *
     * @param lower below 1, {@code upper} above 1
     */
    public static Trimming ofMultiples(Weighting fitted, Groups groups, double lower, double upper) {
        double total = 0;
        for (int g = 0; g < groups.size(); g++) {
            total += groups.weight(g) * fitted.calibration().factor(g);
        }
        double mean = total / groups.rows();
        return of(fitted, groups, lower * mean, upper * mean, true);
    }

    /**
     * Cuts the weights of groups to [lower, upper]; weights of 0 stay 0.
     *
     * @param fitted weights before trimming, done
     * @param strict whether to repeat until all are inside
     * @throws IllegalArgumentException when the weights within a group differ: trim rows, one per group, instead
     */
    public static Trimming of(Weighting fitted, Groups groups, double lower, double upper, boolean strict) {
        if (!groups.isConstantWithinGroups()) {
            throw new IllegalArgumentException("weights differ within a group");
        }
        double[] weights = new double[groups.size()];
        long[] rows = new long[groups.size()];
        Arrays.setAll(
                weights, g -> groups.greatestWeight(g) * fitted.calibration().factor(g));
        // 0 stays 0 whatever it is multiplied by, so such rows have no part
        Arrays.setAll(rows, g -> groups.greatestWeight(g) > 0 ? groups.rows(g) : 0);
        List<Double> cut = cut(weights, rows, lower, upper, strict);
        double change = 0;
        double total = 0;
        long trimmed = 0;
        double[] factors = new double[weights.length];
        for (int g = 0; g < weights.length; g++) {
            total += rows[g] * weights[g];
            change += rows[g] * (cut.get(g) - weights[g]);
            trimmed += weights[g] < lower || weights[g] > upper ? rows[g] : 0;
            factors[g] = groups.greatestWeight(g) > 0 ? cut.get(g) / groups.greatestWeight(g) : 0;
        }
        if (StrictMath.abs(change) > SAME_TOTAL * total) {
            Value why = Value.undefined(
                    Reason.CALIBRATION_INFEASIBLE, Map.of("error", Double.toString(StrictMath.abs(change))));
            return new Trimming(Weighting.refused(groups.size(), why, fitted.iterations()), 0);
        }
        Calibration calibration = fitted.calibration().trimmedTo(factors);
        Value error = Value.of(Raking.largestError(groups, fitted.margins(), calibration.levels(), factors));
        return new Trimming(new Weighting(calibration, fitted.margins(), error, fitted.iterations()), trimmed);
    }

    /**
     * The kernel: cuts weights to [lower, upper] and spreads the excess over the uncut ones; with {@code strict} again
     * until all are inside. When no weight is left to take the excess the total changes.
     *
     * @param weights one per class of equal weights, {@code rows} how many rows each class has
     */
    public static List<Double> cut(double[] weights, long[] rows, double lower, double upper, boolean strict) {
        double[] now = weights.clone();
        int round = 0;
        boolean again = true;
        while (again && round < MOST_ROUNDS) {
            again = cutOnce(now, rows, lower, upper) && strict;
            round++;
        }
        List<Double> result = new ArrayList<>();
        for (double weight : now) {
            result.add(weight);
        }
        return result;
    }

    private static boolean cutOnce(double[] now, long[] rows, double lower, double upper) {
        double excess = 0;
        long inside = 0;
        boolean[] outside = new boolean[now.length];
        for (int i = 0; i < now.length; i++) {
            outside[i] = now[i] < lower || now[i] > upper;
            if (outside[i]) {
                double kept = StrictMath.max(lower, StrictMath.min(now[i], upper));
                excess += rows[i] * (now[i] - kept);
                now[i] = kept;
            } else {
                inside += rows[i];
            }
        }
        if (excess == 0 || inside == 0) {
            return false;
        }
        for (int i = 0; i < now.length; i++) {
            now[i] += outside[i] ? 0 : excess / inside;
        }
        return true;
    }
}
