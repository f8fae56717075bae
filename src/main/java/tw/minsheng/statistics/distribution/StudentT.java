package tw.minsheng.statistics.distribution;

import org.apache.commons.math3.special.Beta;

/** Student's t distribution; degrees of freedom are positive and need not be whole. */
public final class StudentT {

    private static final double EPSILON = 1e-15;

    /** Beyond this the incomplete beta function loses digits, and the expansion about the normal has them all. */
    private static final double NEARLY_NORMAL = 2e4;

    /** Farther out the expansion is the worse of the two. */
    private static final double CENTRE = 30;

    /** Nearer to the centre the tail is so large that its complement keeps its digits. */
    private static final double LARGE_TAIL = 4;

    private StudentT() {}

    /** P(|T| > |t|) = I at df/(df + t²) with (df/2, 1/2): the tail itself, never 1 − cdf. */
    public static double twoSided(double t, double df) {
        Inversion.checkPositive(df, "df");
        double square = t * t;
        if (square == 0) {
            return 1;
        }
        if (df > NEARLY_NORMAL && square < CENTRE) {
            return Normal.twoSided(normalScore(StrictMath.abs(t), df));
        }
        // near the centre the complement is the shorter way to the same number; farther out it would lose the tail's
        // digits
        return square < StrictMath.min(df, LARGE_TAIL)
                ? 1 - Beta.regularizedBeta(square / (df + square), .5, df / 2, EPSILON)
                : Beta.regularizedBeta(df / (df + square), df / 2, .5, EPSILON);
    }

    /** The z with the same tail, to terms of 1/df² (Abramowitz and Stegun 26.7.8, turned round). */
    private static double normalScore(double t, double df) {
        double square = t * t;
        return t - t * (square + 1) / (4 * df) + t * (square * (13 * square + 8) + 3) / (96 * df * df);
    }

    /** P(T > t). */
    public static double upperTail(double t, double df) {
        double half = twoSided(t, df) / 2;
        return t >= 0 ? half : 1 - half;
    }

    /** P(T ≤ t). */
    public static double lowerTail(double t, double df) {
        return upperTail(-t, df);
    }

    /** The t with P(T ≤ t) = p, 0 &lt; p &lt; 1. */
    public static double quantile(double p, double df) {
        Inversion.checkProbability(p);
        if (p == .5) {
            return 0;
        }
        double tail = 2 * (p < .5 ? p : 1 - p);
        double t = Inversion.solveFalling(x -> twoSided(x, df), tail);
        return p < .5 ? -t : t;
    }

    /** The half width in standard errors of a two-sided interval. */
    public static double halfWidth(double level, double df) {
        Inversion.checkProbability(level);
        return quantile(1 - (1 - level) / 2, df);
    }
}
