package tw.minsheng.statistics.distribution;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.analysis.solvers.BrentSolver;

/** Quantiles by turning a monotone probability round, as exactly as doubles allow. */
final class Inversion {

    private static final int MAX_EVALUATIONS = 2000;
    private static final double RELATIVE = 1e-15;
    private static final double ABSOLUTE = 1e-300;
    private static final double FUNCTION = 0;

    private Inversion() {}

    /** The x in [lower, upper] where a rising or falling function passes through {@code probability}. */
    static double solve(DoubleUnaryOperator function, double probability, double lower, double upper) {
        if (function.applyAsDouble(lower) == probability) {
            return lower; // which may be the upper border, too
        }
        return new BrentSolver(RELATIVE, ABSOLUTE, FUNCTION)
                .solve(MAX_EVALUATIONS, x -> function.applyAsDouble(x) - probability, lower, upper);
    }

    /** The same on (0, ∞), where the function falls from 1 to 0: the border is found by doubling. */
    static double solveFalling(DoubleUnaryOperator tail, double probability) {
        double upper = 1;
        while (tail.applyAsDouble(upper) > probability) {
            upper *= 2;
        }
        double lower = upper;
        while (lower > Double.MIN_NORMAL && tail.applyAsDouble(lower) < probability) {
            lower /= 2;
        }
        return solve(tail, probability, lower, upper);
    }

    static void checkProbability(double p) {
        if (!(p > 0 && p < 1)) {
            throw new IllegalArgumentException("probability outside (0, 1): " + p);
        }
    }

    static void checkPositive(double number, String name) {
        if (!(number > 0) || Double.isInfinite(number)) {
            throw new IllegalArgumentException(name + " must be positive and finite: " + number);
        }
    }
}
