package tw.minsheng.statistics.distribution;

import org.apache.commons.math3.special.Beta;

/** The beta distribution on [0, 1] with two positive parameters. */
public final class BetaDistribution {

    private static final double EPSILON = 1e-15;

    private BetaDistribution() {}

    /** P(X ≤ x) = I_x(a, b). */
    public static double lowerTail(double x, double a, double b) {
        Inversion.checkPositive(a, "a");
        Inversion.checkPositive(b, "b");
        if (x <= 0) {
            return 0;
        }
        return x >= 1 ? 1 : Beta.regularizedBeta(x, a, b, EPSILON);
    }

    /** P(X > x) = I_{1−x}(b, a). */
    public static double upperTail(double x, double a, double b) {
        return lowerTail(1 - x, b, a);
    }

    /** The x with P(X ≤ x) = p, 0 &lt; p &lt; 1. */
    public static double quantile(double p, double a, double b) {
        Inversion.checkProbability(p);
        return p <= .5
                ? Inversion.solve(x -> lowerTail(x, a, b), p, 0, 1)
                : Inversion.solve(x -> upperTail(x, a, b), 1 - p, 0, 1);
    }
}
