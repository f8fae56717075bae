package tw.minsheng.statistics.factor;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.distribution.ChiSquare;
import tw.minsheng.statistics.moments.EigenSystem;
import tw.minsheng.statistics.moments.SymmetricMatrix;
import tw.minsheng.statistics.optimise.Descent;
import tw.minsheng.statistics.optimise.Place;

/**
 * Factors by maximum likelihood: the uniquenesses u minimise F = Σ over the p − k smallest eigenvalues e of u^−½·R·u^−½ of
 * e − ln e − 1. Jöreskog 1967, Lawley and Maxwell 1971; {@code stats::factanal}, by Newton's method until the gradient
 * stands at 0. A uniqueness is not let below .005, as factanal does; when one gets there it is an improper (Heywood) solution.
 */
public final class LikelihoodFactors {

    /** Of ln u. A bound above is not needed: none is above 1 where the derivatives are 0. */
    private static final double LOWEST = StrictMath.log(.005);

    private static final double AT_BOUND = StrictMath.log(.0051);

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
     * @param extraction canonical loadings, and the largest derivative that is left of the uniquenesses inside the bound
     * @param uniquenesses one for each item
     * @param heywood whether a uniqueness sits on the bound
     * @param minimum F
     * @param df ((p − k)² − p − k)/2
     */
    public record Solution(Extraction extraction, List<Double> uniquenesses, boolean heywood, double minimum, int df) {

        public Solution {
            uniquenesses = List.copyOf(uniquenesses);
        }

        /** No factors, for this reason. */
        public static Solution refused(Value why) {
            return new Solution(Extraction.refused(why), List.of(), false, 0, 0);
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

    /**
     * F by x = ln u, with its derivatives (Jöreskog 1967, Clarke 1970): where e and w are eigenvalues and eigenvectors of u^−½·R·u^−½, m
     * and n number those that belong to no factor and f those that do, ∂F/∂x_i = Σ_m (1 − e_m)·w_mi², and ∂²F/∂x_i∂x_j =
     * Σ_mn (e_m + e_n)/2·w_mi·w_ni·w_mj·w_nj + Σ_mf (1 − e_m)·(e_f + e_m)/(e_f − e_m)·w_mi·w_fi·w_mj·w_fj. Only near the bottom is that
     * positive definite, and where eigenvalues tie it does not exist; its first sum, with 1 for the eigenvalues, stands in for it elsewhere.
     */
    private Optional<Place> place(double[] anywhere) {
        double[] x =
                Arrays.stream(anywhere).map(ln -> StrictMath.max(LOWEST, ln)).toArray();
        EigenSystem eigen = eigen(x);
        double minimum = 0;
        double[] gradient = new double[items];
        for (int m = factors; m < items; m++) {
            double e = eigen.value(m);
            minimum += e - StrictMath.log(e) - 1;
            for (int i = 0; i < items; i++) {
                gradient[i] += (1 - e) * eigen.vector(m, i) * eigen.vector(m, i);
            }
        }
        // so far out that an eigenvalue is 0 by rounding
        if (!Double.isFinite(minimum)) {
            return Optional.empty();
        }
        boolean[] held = new boolean[items];
        for (int i = 0; i < items; i++) {
            held[i] = gradient[i] > 0 && x[i] <= LOWEST;
            gradient[i] = held[i] ? 0 : gradient[i];
        }
        return Optional.of(new Place(x, minimum, gradient, curvature(eigen, held)));
    }

    private SymmetricMatrix curvature(EigenSystem eigen, boolean[] held) {
        if (eigen.value(factors - 1) > eigen.value(factors)) {
            SymmetricMatrix exact = free(held, (i, j) -> curvature(eigen, i, j));
            if (exact.definiteness() == SymmetricMatrix.Definiteness.POSITIVE_DEFINITE) {
                return exact;
            }
        }
        return free(held, (i, j) -> StrictMath.pow(product(eigen, i, j, e -> 1), 2));
    }

    private EigenSystem eigen(double[] x) {
        return SymmetricMatrix.of(items, (i, j) -> correlation.at(i, j) * StrictMath.exp(-(x[i] + x[j]) / 2))
                .eigen();
    }

    private SymmetricMatrix free(boolean[] held, SymmetricMatrix.Cell cell) {
        return SymmetricMatrix.of(items, (i, j) -> {
            double unit = i == j ? 1 : 0;
            return held[i] || held[j] ? unit : cell.at(i, j);
        });
    }

    private double curvature(EigenSystem eigen, int i, int j) {
        double sum = product(eigen, i, j, e -> e) * product(eigen, i, j, e -> 1);
        for (int f = 0; f < factors; f++) {
            double high = eigen.value(f);
            sum += product(eigen, i, j, e -> (1 - e) * (high + e) / (high - e))
                    * eigen.vector(f, i)
                    * eigen.vector(f, j);
        }
        return sum;
    }

    /** Σ_m g(e_m)·w_mi·w_mj. */
    private double product(EigenSystem eigen, int i, int j, DoubleUnaryOperator weight) {
        double sum = 0;
        for (int m = factors; m < items; m++) {
            sum += weight.applyAsDouble(eigen.value(m)) * eigen.vector(m, i) * eigen.vector(m, j);
        }
        return sum;
    }

    private Solution solve() {
        Descent.End end = Descent.of(this::place, start());
        if (!end.isConverged()) {
            return Solution.refused(end.refusal());
        }
        double[] x = end.place().x();
        return new Solution(
                Extraction.iterated(
                        loadings(x).canonical(), end.steps(), end.place().slope()),
                Arrays.stream(x).map(StrictMath::exp).boxed().toList(),
                Arrays.stream(x).anyMatch(ln -> ln < AT_BOUND),
                end.place().value(),
                degrees(items, factors));
    }

    /** As factanal starts. */
    private double[] start() {
        SymmetricMatrix inverse = correlation.inverse();
        double[] x = new double[items];
        Arrays.setAll(x, i -> StrictMath.log((1 - .5 * factors / items) / inverse.at(i, i)));
        return x;
    }

    private FactorMatrix loadings(double[] x) {
        EigenSystem eigen = eigen(x);
        return FactorMatrix.of(
                items,
                factors,
                (i, j) -> StrictMath.exp(x[i] / 2)
                        * StrictMath.sqrt(StrictMath.max(0, eigen.value(j) - 1))
                        * eigen.vector(j, i));
    }
}
