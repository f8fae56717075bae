package tw.minsheng.statistics.factor;

import java.util.List;
import java.util.stream.IntStream;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.moments.SymmetricMatrix;

/**
 * McDonald's ω of one factor: (Σλ)²/((Σλ)² + Σθ), by maximum likelihood. McDonald 1999. Under the same solution it differs in
 * standardised and in item units, because items with more spread weigh more there.
 *
 * @param standardized out of the correlations
 * @param inUnits in the units of the items
 * @param loadings standardised, one for each item
 * @param uniquenesses what the factor leaves of each item
 * @param heywood whether a uniqueness sits on its bound, so that the number stands on an improper solution
 */
public record Omega(
        Value standardized, Value inUnits, List<Value> loadings, List<Value> uniquenesses, boolean heywood) {

    public Omega {
        loadings = List.copyOf(loadings);
        uniquenesses = List.copyOf(uniquenesses);
    }

    /** For items that cannot be looked at. */
    public static Omega none(Value why) {
        return new Omega(why, why, List.of(), List.of(), false);
    }

    /**
     * @param covariance k × k of items that all vary, k ≥ 3, else {@code too_few_items}: two items do not identify a factor (C14)
     */
    public static Omega of(SymmetricMatrix covariance) {
        LikelihoodFactors.Solution solution = LikelihoodFactors.of(covariance.correlation(), 1);
        if (!solution.isKnown()) {
            Value why = solution.extraction().refusal().get(0);
            List<Value> none =
                    IntStream.range(0, covariance.size()).mapToObj(i -> why).toList();
            return new Omega(why, why, none, none, false);
        }
        FactorMatrix loadings = solution.extraction().matrix();
        double[] unique = solution.uniquenesses().stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
        double[] spread = IntStream.range(0, covariance.size())
                .mapToDouble(i -> StrictMath.sqrt(covariance.at(i, i)))
                .toArray();
        double[] even = IntStream.range(0, spread.length).mapToDouble(i -> 1).toArray();
        return new Omega(
                omega(loadings, unique, even),
                omega(loadings, unique, spread),
                IntStream.range(0, loadings.rows())
                        .mapToObj(i -> Value.of(loadings.at(i, 0)))
                        .toList(),
                solution.uniquenesses().stream().map(Value::of).toList(),
                solution.heywood());
    }

    private static Value omega(FactorMatrix loadings, double[] unique, double[] units) {
        double sum = 0;
        double rest = 0;
        for (int i = 0; i < units.length; i++) {
            sum += loadings.at(i, 0) * units[i];
            rest += unique[i] * units[i] * units[i];
        }
        return Value.ratio(sum * sum, sum * sum + rest);
    }
}
