package tw.minsheng.statistics.compare;

import java.util.Arrays;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.distribution.Normal;

/**
 * Kendall's τ-b with its test (PT4); against time it is the test of Mann 1945 and Kendall for a trend (WV3); {@code cor.test(method =
 * "kendall")}.
 *
 * @param n pairs
 * @param tau {@link Association#kendall}
 * @param statistic concordant pairs of pairs when {@code exact}, else z = S over the root of its variance with ties (Kendall 1970)
 * @param p two-sided
 * @param exact from all orders of n values, which are equally likely
 */
public record KendallTest(int n, Value tau, Value statistic, Value p, boolean exact) {

    /** From here on R takes the normal distribution, too. */
    private static final int MANY = 50;

    /**
     * All orders are counted for fewer than 50 pairs without ties, which needs no large sample; the normal distribution is taken
     * for all others.
     *
     * @param x as many as y; fewer than 3 are {@code n_too_small}, one value only is {@code no_variation}
     */
    public static KendallTest of(double[] x, double[] y) {
        boolean counted = x.length < MANY && distinct(x) == x.length && distinct(y) == y.length;
        return counted ? test(x, y, true) : normal(x, y);
    }

    /** By the normal distribution, whatever n; {@code exact = FALSE}. */
    public static KendallTest normal(double[] x, double[] y) {
        return test(x, y, false);
    }

    private static long distinct(double[] values) {
        return Arrays.stream(values).distinct().count();
    }

    private static KendallTest test(double[] x, double[] y, boolean exact) {
        int n = x.length;
        Value tau = n < 3
                ? Value.undefined(Reason.N_TOO_SMALL, Map.of("n", Integer.toString(n)))
                : Association.kendall(x, y);
        if (!tau.isKnown()) {
            return new KendallTest(n, tau, tau, tau, exact);
        }
        return exact ? exact(n, tau) : normal(n, tau, ties(x), ties(y));
    }

    private static KendallTest exact(int n, Value tau) {
        double pairs = n * (n - 1.0) / 2;
        int concordant = (int) StrictMath.rint((tau.number() + 1) * pairs / 2);
        double[] chances = chances(n);
        double below = DoubleStream.of(Arrays.copyOf(chances, concordant + 1)).sum();
        double above = DoubleStream.of(Arrays.copyOfRange(chances, concordant, chances.length))
                .sum();
        double p = StrictMath.min(1, 2 * StrictMath.min(below, above));
        return new KendallTest(n, tau, Value.of((double) concordant), Value.of(p), true);
    }

    /** P(T = t) of the concordant pairs, adding one value after the other: each place of it is equally likely. */
    private static double[] chances(int n) {
        double[] chances = {1};
        for (int size = 2; size <= n; size++) {
            double[] next = new double[chances.length + size - 1];
            for (int t = 0; t < chances.length; t++) {
                for (int more = 0; more < size; more++) {
                    next[t + more] += chances[t] / size;
                }
            }
            chances = next;
        }
        return chances;
    }

    private static double[] ties(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        DoubleStream.Builder ties = DoubleStream.builder();
        for (int from = 0; from < sorted.length; ) {
            int to = from;
            while (to < sorted.length && sorted[to] == sorted[from]) {
                to++;
            }
            ties.add((double) to - from);
            from = to;
        }
        return ties.build().toArray();
    }

    private static double sum(double[] ties, DoubleUnaryOperator of) {
        return Arrays.stream(ties).map(of).sum();
    }

    private static KendallTest normal(int n, Value tau, double[] x, double[] y) {
        DoubleUnaryOperator two = t -> t * (t - 1);
        DoubleUnaryOperator three = t -> t * (t - 1) * (t - 2);
        DoubleUnaryOperator spread = t -> t * (t - 1) * (2 * t + 5);
        double pairs = n * (n - 1.0);
        double s = tau.number() * StrictMath.sqrt((pairs - sum(x, two)) * (pairs - sum(y, two))) / 2;
        double variance = (spread.applyAsDouble(n) - sum(x, spread) - sum(y, spread)) / 18
                + sum(x, two) * sum(y, two) / (2 * pairs)
                + sum(x, three) * sum(y, three) / (9 * pairs * (n - 2));
        double z = s / StrictMath.sqrt(variance);
        return new KendallTest(n, tau, Value.of(z), Value.of(Normal.twoSided(z)), false);
    }
}
