package tw.minsheng.statistics.distribution;

import org.apache.commons.math3.special.Beta;

/** Fisher's F distribution; degrees of freedom are positive and need not be whole. */
public final class FisherF {

    private static final double EPSILON = 1e-15;

    private FisherF() {}

    /** P(F > x): I at df2/(df2 + df1·x) with (df2/2, df1/2). */
    public static double upperTail(double x, double df1, double df2) {
        Inversion.checkPositive(df1, "df1");
        Inversion.checkPositive(df2, "df2");
        return x <= 0 ? 1 : Beta.regularizedBeta(df2 / (df2 + df1 * x), df2 / 2, df1 / 2, EPSILON);
    }

    /** P(F ≤ x): I at df1·x/(df2 + df1·x) with (df1/2, df2/2). */
    public static double lowerTail(double x, double df1, double df2) {
        Inversion.checkPositive(df1, "df1");
        Inversion.checkPositive(df2, "df2");
        return x <= 0 ? 0 : Beta.regularizedBeta(df1 * x / (df2 + df1 * x), df1 / 2, df2 / 2, EPSILON);
    }

    /**
     * The x with P(F ≤ x) = p, 0 &lt; p &lt; 1. R's {@code qf} fails for df2 over 4e5; here the probability of the answer
     * is p again to 1e-9.
     */
    public static double quantile(double p, double df1, double df2) {
        Inversion.checkProbability(p);
        return p > .5
                ? Inversion.solveFalling(x -> upperTail(x, df1, df2), 1 - p)
                : 1 / Inversion.solveFalling(x -> upperTail(x, df2, df1), p);
    }
}
