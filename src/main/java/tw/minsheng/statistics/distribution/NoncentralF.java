package tw.minsheng.statistics.distribution;

import org.apache.commons.math3.special.Beta;
import org.apache.commons.math3.special.Gamma;
import org.apache.commons.math3.util.FastMath;

/** The F distribution with a noncentrality: central ones mixed by Poisson weights, from the largest weight to both sides. */
public final class NoncentralF {

    private static final double NOTHING = 1e-17;

    private NoncentralF() {}

    /** P(F &gt; x), for a {@code noncentrality} of 0 or more. */
    public static double upperTail(double x, double df1, double df2, double noncentrality) {
        Inversion.checkPositive(df1, "df1");
        Inversion.checkPositive(df2, "df2");
        if (x <= 0) {
            return 1;
        }
        double half = noncentrality / 2;
        double other = df2 / (df2 + df1 * x);
        long middle = (long) StrictMath.floor(half);
        double sum = 0;
        for (long j = middle; ; j++) {
            double weight = weight(j, half);
            sum += weight * Beta.regularizedBeta(other, df2 / 2, df1 / 2 + j);
            if (weight < NOTHING) {
                break;
            }
        }
        for (long j = middle - 1; j >= 0; j--) {
            double weight = weight(j, half);
            sum += weight * Beta.regularizedBeta(other, df2 / 2, df1 / 2 + j);
            if (weight < NOTHING) {
                break;
            }
        }
        return StrictMath.min(1, sum);
    }

    private static double weight(long j, double half) {
        if (half == 0) {
            return j == 0 ? 1 : 0;
        }
        return FastMath.exp(j * FastMath.log(half) - half - Gamma.logGamma(j + 1.0));
    }
}
