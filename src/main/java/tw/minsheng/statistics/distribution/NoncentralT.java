package tw.minsheng.statistics.distribution;

import org.apache.commons.math3.special.Beta;
import org.apache.commons.math3.special.Gamma;
import org.apache.commons.math3.util.FastMath;

/** The t distribution with a noncentrality (Lenth 1989, AS 243). */
public final class NoncentralT {

    private static final double NOTHING = 1e-17;
    /** Beyond it the weights of the series leave the range of a double. */
    private static final double GREATEST = 37;

    private NoncentralT() {}

    /**
     * P(T &gt; t).
     *
     * @param t 0 or more
     * @param noncentrality in [0, 37]; beyond, nothing is left to know
     */
    public static double upperTail(double t, double df, double noncentrality) {
        Inversion.checkPositive(df, "df");
        if (t < 0 || noncentrality < 0) {
            throw new IllegalArgumentException("t and its noncentrality of 0 or more: " + t + ", " + noncentrality);
        }
        if (noncentrality > GREATEST) {
            // the normal approximation of Jennett and Welch 1939
            double spread = StrictMath.sqrt(1 + t * t / (2 * df));
            return Normal.upperTail((t * (1 - 1 / (4 * df)) - noncentrality) / spread);
        }
        double x = t * t / (t * t + df);
        double half = noncentrality * noncentrality / 2;
        double sum = 0;
        long last = (long) StrictMath.ceil(half) + 1;
        for (long j = 0; ; j++) {
            double even = half == 0
                    ? (j == 0 ? 1 : 0)
                    : FastMath.exp(j * FastMath.log(half) - half - Gamma.logGamma(j + 1.0));
            double odd = half == 0
                    ? 0
                    : noncentrality
                            / StrictMath.sqrt(2)
                            * FastMath.exp(j * FastMath.log(half) - half - Gamma.logGamma(j + 1.5));
            sum += even * Beta.regularizedBeta(x, j + .5, df / 2) + odd * Beta.regularizedBeta(x, j + 1.0, df / 2);
            if (j > last && even < NOTHING && odd < NOTHING) {
                break;
            }
        }
        return StrictMath.max(0, Normal.upperTail(-noncentrality) - sum / 2);
    }
}
