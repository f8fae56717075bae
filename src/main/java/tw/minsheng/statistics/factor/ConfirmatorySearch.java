package tw.minsheng.statistics.factor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.factor.Invariance.Level;
import tw.minsheng.statistics.moments.SymmetricMatrix;
import tw.minsheng.statistics.optimise.Descent;
import tw.minsheng.statistics.optimise.Place;

/** A model of one group, fitted to items of variance 1 and brought back to their units, so that units do not matter. */
final class ConfirmatorySearch {

    private final FactorModel model;
    private final SymmetricMatrix covariance;
    private final long n;
    private final int items;
    private final GroupModel places;

    ConfirmatorySearch(FactorModel model, SymmetricMatrix covariance, long n) {
        this.model = model;
        this.covariance = covariance;
        this.n = n;
        this.items = model.items();
        this.places = new GroupModel(model, 1, Level.CONFIGURAL);
    }

    Confirmatory solve() {
        Optional<Value> refusal = refusal();
        if (refusal.isPresent()) {
            return Confirmatory.refused(model, covariance, n, refusal.get());
        }
        GroupMoments group = new GroupMoments(n, Collections.nCopies(items, 0.0), covariance);
        SymmetricMatrix sample = group.withDivisorN();
        double[] units = new double[items];
        Arrays.setAll(units, i -> StrictMath.sqrt(sample.at(i, i)));
        Discrepancy discrepancy = new Discrepancy(places, List.of(group.over(units)));
        Descent.End end = Descent.of(discrepancy, discrepancy.start());
        if (!end.isConverged()) {
            return Confirmatory.refused(model, covariance, n, end.refusal());
        }
        boolean curved = end.place().curvature().definiteness() == SymmetricMatrix.Definiteness.POSITIVE_DEFINITE;
        return curved
                ? found(end, sample, units)
                : Confirmatory.refused(model, covariance, n, Value.undefined(Reason.NOT_IDENTIFIED));
    }

    private Optional<Value> refusal() {
        if (!model.isIdentified()) {
            return Optional.of(Value.undefined(Reason.NOT_IDENTIFIED));
        }
        if (n <= model.parameters()) {
            return Optional.of(Value.undefined(Reason.N_TOO_SMALL, Map.of("n", Long.toString(n))));
        }
        return FactorRefusal.ofInverse(covariance);
    }

    private Confirmatory found(Descent.End end, SymmetricMatrix sample, double[] units) {
        Place at = end.place();
        double[] x = at.x();
        double[] signs = signs(x);
        SymmetricMatrix spread = at.curvature().inverse();
        List<Double> loadings = new ArrayList<>();
        List<Double> errors = new ArrayList<>();
        List<Double> standardized = new ArrayList<>();
        List<Double> uniquenesses = new ArrayList<>();
        for (int i = 0; i < items; i++) {
            int loading = places.loading(0, i);
            int unique = places.uniqueness(0, i);
            loadings.add(x[loading] * units[i] * signs[model.of(i)]);
            errors.add(StrictMath.sqrt(2 * spread.at(loading, loading) / n) * units[i]);
            standardized.add(standardizedError(x, spread, loading, unique));
            uniquenesses.add(x[unique] * sample.at(i, i));
        }
        FactorMatrix correlations = FactorMatrix.of(
                model.factors(), model.factors(), (a, b) -> places.spreadOf(x, 0, a, b) * signs[a] * signs[b]);
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
                at.value(),
                end.steps(),
                at.slope(),
                uniquenesses.stream().anyMatch(theta -> theta <= 0));
    }

    /** Of λ/√(λ² + θ), by its derivatives, which are θ and −λ/2 where λ² + θ is 1. */
    private double standardizedError(double[] x, SymmetricMatrix spread, int loading, int unique) {
        double byLoading = x[unique];
        double byUnique = -x[loading] / 2;
        double variance = byLoading * byLoading * spread.at(loading, loading)
                + byUnique * byUnique * spread.at(unique, unique)
                + 2 * byLoading * byUnique * spread.at(loading, unique);
        return StrictMath.sqrt(StrictMath.max(0, 2 * variance / n));
    }

    /** A factor is turned so that the sum of its loadings is 0 or more. */
    private double[] signs(double[] x) {
        double[] signs = new double[model.factors()];
        Arrays.setAll(
                signs,
                f -> Arrays.stream(model.itemsOf(f))
                                        .mapToDouble(i -> x[places.loading(0, i)])
                                        .sum()
                                < 0
                        ? -1
                        : 1);
        return signs;
    }
}
