package tw.minsheng.statistics.compare;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.IntStream;
import tw.minsheng.statistics.Interval;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.distribution.Normal;
import tw.minsheng.statistics.distribution.StudentT;

/**
 * How two measures of the same people go together; {@code cor.test}.
 *
 * @param n pairs
 * @param r coefficient, in [−1, 1]
 * @param t its test statistic, where the method has one
 * @param interval by Fisher's z, where the method has one; needs 4 pairs
 */
public record Association(long n, Value r, Value t, Value p, Interval interval) {

    /** Pearson's r. 3 pairs or more, both varying, else {@code n_too_small} or {@code no_variation}. */
    public static Association pearson(double[] x, double[] y, double level) {
        return of(x, y, level, true);
    }

    /** Spearman's ρ: Pearson's r of the ranks, its p by the t distribution; {@code exact = FALSE}. */
    public static Association spearman(double[] x, double[] y) {
        return of(Ranks.of(x).toArray(), Ranks.of(y).toArray(), .95, false);
    }

    private static Association of(double[] x, double[] y, double level, boolean fisher) {
        int n = x.length;
        if (n < 3) {
            return none(n, Value.undefined(Reason.N_TOO_SMALL, Map.of("n", Integer.toString(n))), level);
        }
        Group a = Group.of(x);
        Group b = Group.of(y);
        if (a.variance() <= 0 || b.variance() <= 0) {
            return none(n, Value.undefined(Reason.NO_VARIATION), level);
        }
        double product = 0;
        for (int i = 0; i < n; i++) {
            product += (x[i] - a.mean()) * (y[i] - b.mean());
        }
        double r = product / (n - 1) / StrictMath.sqrt(a.variance() * b.variance());
        double bounded = StrictMath.max(-1, StrictMath.min(1, r));
        double rest = 1 - bounded * bounded;
        Value t = rest <= 0
                ? Value.undefined(Reason.SINGULAR_MATRIX)
                : Value.of(bounded * StrictMath.sqrt((n - 2) / rest));
        Value p = rest <= 0 ? Value.of(0) : t.map(x1 -> StudentT.twoSided(x1, n - 2.0));
        return new Association(n, Value.of(bounded), t, p, fisher ? fisher(bounded, n, level) : noInterval(level));
    }

    private static Interval noInterval(double level) {
        return Interval.undefined("fisher", level, Reason.NO_DATA);
    }

    private static Interval fisher(double r, int n, double level) {
        if (n < 4) {
            return Interval.undefined("fisher", level, Reason.N_TOO_SMALL);
        }
        if (StrictMath.abs(r) >= 1) {
            return Interval.undefined("fisher", level, Reason.INTERVAL_OUTSIDE_RANGE);
        }
        double z = .5 * (StrictMath.log1p(r) - StrictMath.log1p(-r));
        double width = Normal.halfWidth(level) / StrictMath.sqrt(n - 3.0);
        return Interval.of("fisher", level, StrictMath.tanh(z - width), StrictMath.tanh(z + width));
    }

    private static Association none(int n, Value why, double level) {
        return new Association(n, why, why, why, Interval.undefined("fisher", level, why));
    }

    /**
     * Kendall's τ-b, (C − D)/√((n₀ − n₁)(n₀ − n₂)), in O(n log n) steps. Kendall 1945, Knight 1966.
     *
     * @param x as many as y, 2 or more
     */
    public static Value kendall(double[] x, double[] y) {
        int n = x.length;
        if (n < 2) {
            return Value.undefined(Reason.N_TOO_SMALL, Map.of("n", Integer.toString(n)));
        }
        int[] order = IntStream.range(0, n)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> x[i]).thenComparingDouble(i -> y[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] sorted = new double[n];
        Arrays.setAll(sorted, i -> y[order[i]]);
        double pairs = n * (n - 1.0) / 2;
        double tiedX = tied(order, x, x);
        double tiedBoth = tied(order, x, y);
        double swaps = new Inversions(sorted).count();
        double tiedY = tiedIn(sorted);
        double denominator = (pairs - tiedX) * (pairs - tiedY);
        return denominator <= 0
                ? Value.undefined(Reason.NO_VARIATION)
                : Value.of((pairs - tiedX - tiedY + tiedBoth - 2 * swaps) / StrictMath.sqrt(denominator));
    }

    /** Pairs that are tied in both, among neighbours of an order. */
    private static double tied(int[] order, double[] x, double[] y) {
        double tied = 0;
        for (int from = 0; from < order.length; ) {
            int to = from;
            while (to < order.length && x[order[to]] == x[order[from]] && y[order[to]] == y[order[from]]) {
                to++;
            }
            tied += (to - from) * (to - from - 1.0) / 2;
            from = to;
        }
        return tied;
    }

    private static double tiedIn(double[] sorted) {
        double tied = 0;
        for (int from = 0; from < sorted.length; ) {
            int to = from;
            while (to < sorted.length && sorted[to] == sorted[from]) {
                to++;
            }
            tied += (to - from) * (to - from - 1.0) / 2;
            from = to;
        }
        return tied;
    }
}
