package tw.minsheng.statistics.optimise;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.NonPositiveDefiniteMatrixException;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;

/**
 * Damped Newton steps: each goes by the curvature (Fisher's scoring where that is the expected information), or down the gradient
 * where the curvature is not positive definite, and is halved until it leads down. It ends when every derivative is 0 to 1e-12, when
 * no step leads further down, or after 1,000 steps; it has converged when every derivative is 0 to 1e-7. Functions and their numbers
 * should be of the order of 1, for this bound says something of such only.
 */
public final class Descent {

    private static final int MOST_STEPS = 1_000;
    private static final int MOST_HALVES = 40;
    private static final double ENOUGH = 1e-12;
    private static final double ACCEPTED = 1e-7;
    /** Values that differ by less say nothing of up and down. */
    private static final double ROUNDING = 1e-12;

    private final Surface surface;

    private Descent(Surface surface) {
        this.surface = surface;
    }

    /**
     * Where it ended.
     *
     * @param steps how many led there
     */
    public record End(Place place, int steps) {

        public boolean isConverged() {
            return place.slope() <= ACCEPTED;
        }

        /** {@code not_converged} with the steps and the largest derivative that was left. */
        public Value refusal() {
            return Value.undefined(
                    Reason.NOT_CONVERGED,
                    Map.of("iterations", Integer.toString(steps), "error", Double.toString(place.slope())));
        }
    }

    /** @throws IllegalArgumentException when the function is not defined at the start */
    public static End of(Surface surface, double[] start) {
        Place place = surface.at(start)
                .orElseThrow(() -> new IllegalArgumentException("not defined at " + Arrays.toString(start)));
        return new Descent(surface).end(place);
    }

    private End end(Place start) {
        Place at = start;
        for (int steps = 0; steps < MOST_STEPS; steps++) {
            Optional<Place> next = at.slope() > ENOUGH ? below(at) : Optional.empty();
            if (next.isEmpty()) {
                return new End(at, steps);
            }
            at = next.get();
        }
        return new End(at, MOST_STEPS);
    }

    private Optional<Place> below(Place at) {
        double[] direction = direction(at);
        double step = 1;
        for (int half = 0; half < MOST_HALVES; half++) {
            Optional<Place> next = surface.at(moved(at, direction, step)).filter(place -> isBelow(place, at));
            if (next.isPresent()) {
                return next;
            }
            step /= 2;
        }
        return Optional.empty();
    }

    private static double[] moved(Place at, double[] direction, double step) {
        double[] x = at.x();
        Arrays.setAll(x, i -> x[i] - step * direction[i]);
        return x;
    }

    /** Where rounding hides which value is less, the gradient tells. */
    private static boolean isBelow(Place next, Place at) {
        double gain = at.value() - next.value();
        return gain > ROUNDING || (gain >= -ROUNDING && next.slope() < at.slope());
    }

    private static double[] direction(Place at) {
        try {
            return new CholeskyDecomposition(
                            new Array2DRowRealMatrix(at.curvature().toArray(), false), 0, 0)
                    .getSolver()
                    .solve(new ArrayRealVector(at.gradient(), false))
                    .toArray();
        } catch (NonPositiveDefiniteMatrixException flat) {
            return at.gradient();
        }
    }
}
