package tw.minsheng.statistics.distribution;

import org.apache.commons.math3.special.Gamma;

/** The χ² distribution; degrees of freedom are positive and need not be whole. */
public final class ChiSquare {

    private static final double EPSILON = 1e-15;
    private static final int MAX_ITERATIONS = 1_000_000;

    private ChiSquare() {}

    /** P(X > x) = Q(df/2, x/2). */
    public static double upperTail(double x, double df) {
        Inversion.checkPositive(df, "df");
        return x <= 0 ? 1 : Gamma.regularizedGammaQ(df / 2, x / 2, EPSILON, MAX_ITERATIONS);
    }

    /** The x with P(X > x) = tail, as R's {@code qchisq(tail, df, lower.tail = FALSE)}; tail in (0, 1). */
    public static double upperQuantile(double tail, double df) {
        Inversion.checkPositive(df, "df");
        if (!(tail > 0 && tail < 1)) {
            throw new IllegalArgumentException("probability outside (0, 1): " + tail);
        }
        return Inversion.solveFalling(x -> upperTail(x, df), tail);
    }

    /** P(X ≤ x) = P(df/2, x/2). */
    public static double lowerTail(double x, double df) {
        Inversion.checkPositive(df, "df");
        return x <= 0 ? 0 : Gamma.regularizedGammaP(df / 2, x / 2, EPSILON, MAX_ITERATIONS);
    }
}
