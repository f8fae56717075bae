package tw.minsheng.statistics.factor;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealVector;
import org.apache.commons.math3.linear.SingularMatrixException;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.distribution.ChiSquare;
import tw.minsheng.statistics.moments.EigenSystem;
import tw.minsheng.statistics.moments.SymmetricMatrix;

/**
 * Factors by maximum likelihood: the uniquenesses u minimise F = Σ over the p − k smallest eigenvalues e of u^−½·R·u^−½ of
 * e − ln e − 1. Jöreskog 1967, Lawley and Maxwell 1971; {@code stats::factanal}, finished by Newton's method until the gradient
 * stands at 0. A uniqueness is not let below .005, as factanal does; when one gets there it is an improper (Heywood) solution.
 */
public final class LikelihoodFactors {

    private static final double LOWEST = .005;
    private static final double AT_BOUND = .0051;
    private static final int MOST_STEPS = 500;
    private static final int MOST_HALVES = 40;
    private static final double ENOUGH = 1e-10;
    private static final double STEP = 1e-6;

    private final SymmetricMatrix correlation;
    private final int factors;
    private final int items;

    private LikelihoodFactors(SymmetricMatrix correlation, int factors) {
        this.correlation = correlation;
        this.factors = factors;
        this.items = correlation.size();
    }

    /**
     * A solution.
     *
     * @param extraction canonical loadings
     * @param uniquenesses one for each item
     * @param heywood whether a uniqueness sits on the bound
     * @param minimum F
     * @param df ((p − k)² − p − k)/2
     * @param gradient largest derivative that is left of the uniquenesses inside the bound
     */
    public record Solution(
            Extraction extraction,
            List<Double> uniquenesses,
            boolean heywood,
            double minimum,
            int df,
            double gradient) {

        public Solution {
            uniquenesses = List.copyOf(uniquenesses);
        }

        /** No factors, for this reason. */
        public static Solution refused(Value why) {
            return new Solution(Extraction.refused(why), List.of(), false, 0, 0, 0);
        }

        public boolean isKnown() {
            return extraction.isKnown();
        }

        /**
         * χ² with Bartlett's correction, (n − 1 − (2p+5)/6 − 2k/3)·F.
         *
         * @param n answers
         */
        public Value chiSquare(long n) {
            if (!isKnown()) {
                return extraction.refusal().get(0);
            }
            FactorMatrix loadings = extraction.matrix();
            return Value.of((n - 1 - (2.0 * loadings.rows() + 5) / 6 - 2.0 * loadings.columns() / 3) * minimum);
        }

        /** p of it; {@code not_identified} without degrees of freedom. */
        public Value p(long n) {
            return df < 1
                    ? Value.undefined(Reason.NOT_IDENTIFIED)
                    : chiSquare(n).map(x -> ChiSquare.upperTail(x, df));
        }
    }

    /**
     * @param correlation p × p, positive definite
     * @param factors 1 or more, so that df ≥ 0, else {@code not_identified}
     */
    public static Solution of(SymmetricMatrix correlation, int factors) {
        int items = correlation.size();
        if (items < 3) {
            return Solution.refused(FactorRefusal.tooFewItems(items));
        }
        if (factors < 1 || degrees(items, factors) < 0) {
            return Solution.refused(Value.undefined(Reason.NOT_IDENTIFIED));
        }
        Optional<Value> refusal = FactorRefusal.ofInverse(correlation);
        return refusal.isPresent()
                ? Solution.refused(refusal.get())
                : new LikelihoodFactors(correlation, factors).solve();
    }

    private static int degrees(int items, int factors) {
        return ((items - factors) * (items - factors) - items - factors) / 2;
    }

    /** F, its gradient and a positive definite stand-in for its second derivatives, by ln u (Jöreskog 1967). */
    private static final class Place {
        private final double[] unique;
        private final double minimum;
        private final double[] gradient;
        private final EigenSystem eigen;

        Place(double[] unique, double minimum, double[] gradient, EigenSystem eigen) {
            this.unique = unique;
            this.minimum = minimum;
            this.gradient = gradient;
            this.eigen = eigen;
        }
    }

    private Place place(double[] unique) {
        double[] roots = new double[items];
        Arrays.setAll(roots, i -> 1 / StrictMath.sqrt(unique[i]));
        EigenSystem eigen = SymmetricMatrix.of(items, (i, j) -> correlation.at(i, j) * roots[i] * roots[j])
                .eigen();
        double minimum = 0;
        double[] gradient = new double[items];
        for (int m = factors; m < items; m++) {
            double e = eigen.value(m);
            minimum += e - StrictMath.log(e) - 1;
            for (int i = 0; i < items; i++) {
                gradient[i] += (1 - e) * eigen.vector(m, i) * eigen.vector(m, i);
            }
        }
        return new Place(unique, minimum, gradient, eigen);
    }

    private Solution solve() {
        Place at = descend(place(start()));
        at = polish(at);
        double left = left(at);
        if (left > 1e-6) {
            return Solution.refused(Value.undefined(Reason.NOT_CONVERGED, Map.of("e", Double.toString(left))));
        }
        boolean heywood = Arrays.stream(at.unique).anyMatch(u -> u < AT_BOUND);
        return new Solution(
                Extraction.of(loadings(at).canonical()),
                Arrays.stream(at.unique).boxed().toList(),
                heywood,
                at.minimum,
                degrees(items, factors),
                left);
    }

    private double[] start() {
        SymmetricMatrix inverse = correlation.inverse();
        double[] unique = new double[items];
        Arrays.setAll(unique, i -> bounded((1 - .5 * factors / items) / inverse.at(i, i)));
        return unique;
    }

    private static double bounded(double u) {
        return StrictMath.min(1, StrictMath.max(LOWEST, u));
    }

    private boolean isHeld(Place at, int i) {
        return (at.unique[i] <= LOWEST && at.gradient[i] > 0) || (at.unique[i] >= 1 && at.gradient[i] < 0);
    }

    private double left(Place at) {
        double most = 0;
        for (int i = 0; i < items; i++) {
            most = isHeld(at, i) ? most : StrictMath.max(most, StrictMath.abs(at.gradient[i]));
        }
        return most;
    }

    /** Steps that always go down, with Jöreskog's stand-in for the second derivatives. */
    private Place descend(Place start) {
        Place at = start;
        for (int n = 0; n < MOST_STEPS && left(at) > ENOUGH; n++) {
            double[] direction = direction(at);
            Place next = at;
            double step = 1;
            for (int half = 0; half < MOST_HALVES; half++) {
                next = place(moved(at.unique, direction, step));
                if (next.minimum < at.minimum) {
                    break;
                }
                step /= 2;
            }
            if (next.minimum >= at.minimum) {
                return at;
            }
            at = next;
        }
        return at;
    }

    private static double[] moved(double[] unique, double[] direction, double step) {
        double[] next = new double[unique.length];
        Arrays.setAll(next, i -> bounded(unique[i] * StrictMath.exp(-step * direction[i])));
        return next;
    }

    private double[] direction(Place at) {
        double[][] second = new double[items][items];
        for (int i = 0; i < items; i++) {
            for (int j = 0; j < items; j++) {
                double sum = 0;
                for (int m = factors; m < items; m++) {
                    sum += at.eigen.vector(m, i) * at.eigen.vector(m, j);
                }
                second[i][j] = sum * sum;
            }
        }
        return solved(at, second);
    }

    /** Held uniquenesses do not move. */
    private double[] solved(Place at, double[][] second) {
        double[] gradient = at.gradient.clone();
        for (int i = 0; i < items; i++) {
            if (isHeld(at, i)) {
                for (int j = 0; j < items; j++) {
                    second[i][j] = i == j ? 1 : 0;
                    second[j][i] = i == j ? 1 : 0;
                }
                gradient[i] = 0;
            }
        }
        try {
            RealVector move = new LUDecomposition(new Array2DRowRealMatrix(second, false))
                    .getSolver()
                    .solve(new ArrayRealVector(gradient, false));
            return move.toArray();
        } catch (SingularMatrixException flat) {
            return gradient;
        }
    }

    /** Newton's method with second derivatives out of differences of the gradient: to the last digits. */
    private Place polish(Place start) {
        Place at = start;
        for (int n = 0; n < 20; n++) {
            double[][] second = new double[items][items];
            for (int j = 0; j < items; j++) {
                double[] up = at.unique.clone();
                double[] down = at.unique.clone();
                up[j] *= StrictMath.exp(STEP);
                down[j] *= StrictMath.exp(-STEP);
                double[] above = place(up).gradient;
                double[] below = place(down).gradient;
                for (int i = 0; i < items; i++) {
                    second[i][j] = (above[i] - below[i]) / (2 * STEP);
                }
            }
            Place next = place(moved(at.unique, solved(at, second), 1));
            if (left(next) >= left(at)) {
                return at;
            }
            at = next;
        }
        return at;
    }

    private FactorMatrix loadings(Place at) {
        return FactorMatrix.of(
                items,
                factors,
                (i, j) -> StrictMath.sqrt(at.unique[i])
                        * StrictMath.sqrt(StrictMath.max(0, at.eigen.value(j) - 1))
                        * at.eigen.vector(j, i));
    }
}
