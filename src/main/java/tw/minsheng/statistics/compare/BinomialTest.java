package tw.minsheng.statistics.compare;

import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.distribution.BetaDistribution;
import tw.minsheng.statistics.distribution.Binomial;

/** Whether a share can be what was promised (PT3): the exact test of one proportion; {@code binom.test} of R. */
public final class BinomialTest {

    /** Chances this near are one chance: R's rule. */
    private static final double NEARLY = 1 + 1e-7;

    private BinomialTest() {}

    /**
     * P of a number of successes that is no more likely than x, two-sided. {@code no_data} without trials.
     *
     * @param p the promised share, in [0, 1]
     * @throws IllegalArgumentException when x is not between 0 and n, or p is no share
     */
    public static Value of(int x, int n, double p) {
        if (x < 0 || x > n || !(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException(x + " of " + n + " against " + p);
        }
        if (n == 0) {
            return Value.undefined(Reason.NO_DATA);
        }
        double limit = Binomial.probability(x, n, p) * NEARLY;
        double middle = n * p;
        if (x == middle) {
            return Value.of(1);
        }
        double sum = x < middle ? atMost(x, n, p) : atLeast(x, n, p);
        for (int i = 0; i <= n; i++) {
            boolean isBeyond = x < middle ? i > middle : i < middle;
            double chance = isBeyond ? Binomial.probability(i, n, p) : 0;
            sum += chance <= limit ? chance : 0;
        }
        return Value.of(StrictMath.min(1, sum));
    }

    private static double atMost(int x, int n, double p) {
        return x < 0 ? 0 : x >= n ? 1 : BetaDistribution.upperTail(p, x + 1.0, n - (double) x);
    }

    private static double atLeast(int x, int n, double p) {
        return x <= 0 ? 1 : BetaDistribution.lowerTail(p, x, n - x + 1.0);
    }
}
