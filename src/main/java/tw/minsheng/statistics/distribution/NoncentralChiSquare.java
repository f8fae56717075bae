package tw.minsheng.statistics.distribution;

import org.apache.commons.math3.special.Gamma;

/** The noncentral χ² distribution, as a mixture of χ² with Poisson weights (Fisher 1928). */
public final class NoncentralChiSquare {

    private static final double NOTHING = 1e-17;
    private static final int MOST_TERMS = 100_000;

    private NoncentralChiSquare() {}

    /**
     * P(X ≤ x).
     *
     * @param df above 0
     * @param noncentrality 0 or more
     */
    public static double lowerTail(double x, double df, double noncentrality) {
        return noncentrality <= 0 ? ChiSquare.lowerTail(x, df) : mixed(x, df, noncentrality / 2, true);
    }

    /** P(X > x). */
    public static double upperTail(double x, double df, double noncentrality) {
        return noncentrality <= 0 ? ChiSquare.upperTail(x, df) : mixed(x, df, noncentrality / 2, false);
    }

    /** From the largest weight outwards, until a term adds nothing. */
    private static double mixed(double x, double df, double half, boolean lower) {
        if (x <= 0) {
            return lower ? 0 : 1;
        }
        int mode = (int) half;
        double sum = 0;
        for (int j = mode; j < mode + MOST_TERMS; j++) {
            double weight = weight(j, half);
            sum += weight * tail(x, df + 2.0 * j, lower);
            if (weight < NOTHING) {
                break;
            }
        }
        for (int j = mode - 1; j >= 0; j--) {
            double weight = weight(j, half);
            sum += weight * tail(x, df + 2.0 * j, lower);
            if (weight < NOTHING) {
                break;
            }
        }
        return StrictMath.min(1, sum);
    }

    private static double tail(double x, double df, boolean lower) {
        return lower ? ChiSquare.lowerTail(x, df) : ChiSquare.upperTail(x, df);
    }

    private static double weight(int j, double half) {
        return StrictMath.exp(j * StrictMath.log(half) - half - Gamma.logGamma(j + 1.0));
    }

    /** The noncentrality under which x is the p quantile; 0 when even the central distribution lies above. */
    public static double noncentrality(double x, double df, double p) {
        if (ChiSquare.lowerTail(x, df) < p) {
            return 0;
        }
        double high = StrictMath.max(1, x);
        while (lowerTail(x, df, high) > p) {
            high *= 2;
        }
        return Inversion.solve(middle -> lowerTail(x, df, middle), p, 0, high);
    }
}
