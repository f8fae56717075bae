package tw.minsheng.statistics.factor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.SingularMatrixException;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.moments.SymmetricMatrix;

/** Fisher scoring with steps that always go down, until the gradient stands at 0. Parameters: λ, then θ, then φ by pairs. */
final class ConfirmatorySearch {

    private static final int MOST_STEPS = 1_000;
    private static final int MOST_HALVES = 40;
    private static final double ENOUGH = 1e-12;
    private static final double ACCEPTED = 1e-7;

    private final FactorModel model;
    private final SymmetricMatrix sample;
    private final long n;
    private final int items;
    private final double lnOfSample;

    ConfirmatorySearch(FactorModel model, SymmetricMatrix covariance, long n) {
        this.model = model;
        this.n = n;
        this.items = model.items();
        double share = n < 1 ? 1 : (n - 1.0) / n;
        this.sample = SymmetricMatrix.of(covariance.size(), (i, j) -> covariance.at(i, j) * share);
        this.lnOfSample = lnOf(sample);
    }

    /** A place on the way. */
    private static final class Place {
        private final double[] x;
        private final double minimum;
        private final double[] gradient;
        private final double[][] information;

        Place(double[] x, double minimum, double[] gradient, double[][] information) {
            this.x = x;
            this.minimum = minimum;
            this.gradient = gradient;
            this.information = information;
        }
    }

    Confirmatory solve() {
        Optional<Value> refusal = refusal();
        if (refusal.isPresent()) {
            return Confirmatory.refused(model, sample, n, refusal.get());
        }
        Place at = place(start()).orElseThrow();
        for (int step = 0; step < MOST_STEPS && left(at) > ENOUGH; step++) {
            Optional<Place> next = descended(at);
            if (next.isEmpty()) {
                break;
            }
            at = next.get();
        }
        return left(at) > ACCEPTED
                ? Confirmatory.refused(
                        model, sample, n, Value.undefined(Reason.NOT_CONVERGED, Map.of("e", Double.toString(left(at)))))
                : found(at);
    }

    private Optional<Value> refusal() {
        if (!model.isIdentified()) {
            return Optional.of(Value.undefined(Reason.NOT_IDENTIFIED));
        }
        if (n <= model.parameters()) {
            return Optional.of(Value.undefined(Reason.N_TOO_SMALL, Map.of("n", Long.toString(n))));
        }
        return FactorRefusal.ofInverse(sample);
    }

    private double[] start() {
        double[] x = new double[model.parameters()];
        for (int i = 0; i < items; i++) {
            double half = sample.at(i, i) / 2;
            int[] beside = model.itemsOf(model.of(i));
            double together = 0;
            for (int j : beside) {
                together += i == j ? 0 : sample.at(i, j);
            }
            x[i] = (together < 0 ? -1 : 1) * StrictMath.sqrt(half);
            x[items + i] = half;
        }
        return x;
    }

    private double phi(double[] x, int a, int b) {
        if (a == b) {
            return 1;
        }
        int high = StrictMath.max(a, b);
        return x[2 * items + high * (high - 1) / 2 + StrictMath.min(a, b)];
    }

    private SymmetricMatrix implied(double[] x) {
        return SymmetricMatrix.of(
                items, (i, j) -> x[i] * x[j] * phi(x, model.of(i), model.of(j)) + (i == j ? x[items + i] : 0));
    }

    /** Empty where the implied matrix is none of covariances. */
    private Optional<Place> place(double[] x) {
        SymmetricMatrix implied = implied(x);
        double ln = 0;
        for (double value : implied.eigenvalues()) {
            if (value <= 0) {
                return Optional.empty();
            }
            ln += StrictMath.log(value);
        }
        SymmetricMatrix inverse = implied.inverse();
        double[][] weight = sandwich(inverse, SymmetricMatrix.of(items, (i, j) -> implied.at(i, j) - sample.at(i, j)));
        double minimum = ln - lnOfSample - items;
        for (int i = 0; i < items; i++) {
            for (int j = 0; j < items; j++) {
                minimum += inverse.at(i, j) * sample.at(i, j);
            }
        }
        Slopes slopes = new Slopes(model, x);
        return Optional.of(new Place(x, minimum, slopes.gradient(weight), slopes.information(inverse)));
    }

    private static double lnOf(SymmetricMatrix matrix) {
        double ln = 0;
        for (double value : matrix.eigenvalues()) {
            ln += StrictMath.log(value);
        }
        return ln;
    }

    private double[][] sandwich(SymmetricMatrix outer, SymmetricMatrix inner) {
        double[][] half = product(outer, inner.toArray());
        double[][] whole = new double[items][items];
        for (int i = 0; i < items; i++) {
            for (int j = 0; j < items; j++) {
                for (int m = 0; m < items; m++) {
                    whole[i][j] += half[i][m] * outer.at(m, j);
                }
            }
        }
        return whole;
    }

    private double[][] product(SymmetricMatrix left, double[][] right) {
        double[][] product = new double[items][items];
        for (int i = 0; i < items; i++) {
            for (int m = 0; m < items; m++) {
                double cell = left.at(i, m);
                for (int j = 0; j < items; j++) {
                    product[i][j] += cell * right[m][j];
                }
            }
        }
        return product;
    }

    private static double left(Place at) {
        return Arrays.stream(at.gradient).map(StrictMath::abs).max().orElse(0);
    }

    private Optional<Place> descended(Place at) {
        double[] direction = solved(at);
        double step = 1;
        for (int half = 0; half < MOST_HALVES; half++) {
            double[] x = at.x.clone();
            for (int a = 0; a < x.length; a++) {
                x[a] -= step * direction[a];
            }
            Optional<Place> next = place(x);
            boolean better =
                    next.isPresent() && (next.get().minimum < at.minimum || (half == 0 && left(next.get()) < left(at)));
            if (better) {
                return next;
            }
            step /= 2;
        }
        return Optional.empty();
    }

    private static double[] solved(Place at) {
        try {
            return new LUDecomposition(new Array2DRowRealMatrix(at.information, true))
                    .getSolver()
                    .solve(new ArrayRealVector(at.gradient))
                    .toArray();
        } catch (SingularMatrixException flat) {
            return at.gradient.clone();
        }
    }

    private Confirmatory found(Place at) {
        double[] x = at.x.clone();
        double[][] inverse = new LUDecomposition(new Array2DRowRealMatrix(at.information, true), 0)
                .getSolver()
                .getInverse()
                .getData();
        turnFactors(x);
        List<Double> loadings = new ArrayList<>();
        List<Double> errors = new ArrayList<>();
        List<Double> standardized = new ArrayList<>();
        List<Double> uniquenesses = new ArrayList<>();
        boolean heywood = false;
        for (int i = 0; i < items; i++) {
            loadings.add(x[i]);
            errors.add(StrictMath.sqrt(StrictMath.max(0, 2 * inverse[i][i] / n)));
            standardized.add(standardizedError(at.x[i], x[items + i], inverse, i));
            uniquenesses.add(x[items + i]);
            heywood |= x[items + i] <= 0;
        }
        FactorMatrix correlations = FactorMatrix.of(model.factors(), model.factors(), (a, b) -> phi(x, a, b));
        return new Confirmatory(
                model,
                n,
                loadings,
                errors,
                standardized,
                uniquenesses,
                correlations,
                sample,
                List.of(),
                at.minimum,
                left(at),
                heywood);
    }

    /** Of λ/√(λ² + θ), by its derivatives. */
    private double standardizedError(double loading, double unique, double[][] inverse, int item) {
        double cube = StrictMath.pow(loading * loading + unique, 1.5);
        double byLoading = unique / cube;
        double byUnique = -loading / (2 * cube);
        double variance = byLoading * byLoading * inverse[item][item]
                + byUnique * byUnique * inverse[items + item][items + item]
                + 2 * byLoading * byUnique * inverse[item][items + item];
        return StrictMath.sqrt(StrictMath.max(0, 2 * variance / n));
    }

    /** A factor is turned so that the sum of its loadings is 0 or more. */
    private void turnFactors(double[] x) {
        for (int f = 0; f < model.factors(); f++) {
            int[] own = model.itemsOf(f);
            double sum = Arrays.stream(own).mapToDouble(i -> x[i]).sum();
            if (sum < 0) {
                for (int i : own) {
                    x[i] = -x[i];
                }
                for (int other = 0; other < model.factors(); other++) {
                    if (other != f) {
                        int high = StrictMath.max(f, other);
                        int at = 2 * items + high * (high - 1) / 2 + StrictMath.min(f, other);
                        x[at] = -x[at];
                    }
                }
            }
        }
    }
}
