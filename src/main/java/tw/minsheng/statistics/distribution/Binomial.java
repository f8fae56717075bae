package tw.minsheng.statistics.distribution;

import org.apache.commons.math3.special.Gamma;

/** The binomial distribution. */
public final class Binomial {

    private Binomial() {}

    /** P(X = x) of n trials with probability p each. */
    public static double probability(int x, int n, double p) {
        if (x < 0 || x > n) {
            return 0;
        }
        if (p <= 0 || p >= 1) {
            return (p <= 0 ? x == 0 : x == n) ? 1 : 0;
        }
        double logarithm = Gamma.logGamma(n + 1.0)
                - Gamma.logGamma(x + 1.0)
                - Gamma.logGamma(n - x + 1.0)
                + x * StrictMath.log(p)
                + (n - x) * StrictMath.log1p(-p);
        return StrictMath.exp(logarithm);
    }
}
