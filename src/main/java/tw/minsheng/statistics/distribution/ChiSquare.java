package tw.minsheng.statistics.distribution;

import org.apache.commons.math3.special.Gamma;
import org.apache.commons.math3.util.ContinuedFraction;

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

    /** ln P(X > x), also where the probability itself is smaller than any number. */
    public static double lnUpperTail(double x, double df) {
        Inversion.checkPositive(df, "df");
        double a = df / 2;
        double half = x / 2;
        if (half < a + 1) {
            return StrictMath.log(upperTail(x, df));
        }
        // the continued fraction of Abramowitz and Stegun 6.5.31, whose factor is kept as a logarithm
        ContinuedFraction fraction = new ContinuedFraction() {
            @Override
            protected double getA(int n, double y) {
                return 2.0 * n + 1 - a + y;
            }

            @Override
            protected double getB(int n, double y) {
                return n * (a - n);
            }
        };
        return a * StrictMath.log(half)
                - half
                - Gamma.logGamma(a)
                - StrictMath.log(fraction.evaluate(half, EPSILON, MAX_ITERATIONS));
    }

    /** The x with P(X > x) = tail, as R's {@code qchisq(tail, df, lower.tail = FALSE)}; tail in (0, 1). */
    public static double upperQuantile(double tail, double df) {
        Inversion.checkProbability(tail);
        return Inversion.solveFalling(x -> upperTail(x, df), tail);
    }

    /** P(X ≤ x) = P(df/2, x/2). */
    public static double lowerTail(double x, double df) {
        Inversion.checkPositive(df, "df");
        return x <= 0 ? 0 : Gamma.regularizedGammaP(df / 2, x / 2, EPSILON, MAX_ITERATIONS);
    }
}
