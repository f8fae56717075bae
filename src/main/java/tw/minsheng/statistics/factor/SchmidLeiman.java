package tw.minsheng.statistics.factor;

import java.util.Arrays;
import java.util.List;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.moments.SymmetricMatrix;

/**
 * ω hierarchical and total: factors that go together have something in common, the general factor. Schmid and Leiman 1957,
 * McDonald 1999, Zinbarg and others 2005; {@code psych::omega} out of minres (principal axes) and oblimin. With two factors the
 * general one takes the root of their correlation from each alike.
 *
 * @param hierarchical share of the sum score's variance that is the general factor's ({@code omega_h})
 * @param total share that is any factor's ({@code omega_t})
 * @param limit the general share of a scale without end
 * @param common share of the common variance that is general ({@code ecv})
 * @param general loadings of the items on the general factor, items × 1
 */
public record SchmidLeiman(Value hierarchical, Value total, Value limit, Value common, List<Double> general) {

    public SchmidLeiman {
        general = List.copyOf(general);
    }

    /**
     * @param correlation p × p
     * @param factors 2 or more, else {@code too_few_items}
     */
    public static SchmidLeiman of(SymmetricMatrix correlation, int factors) {
        if (factors < 2) {
            return none(FactorRefusal.tooFewItems(factors));
        }
        Extraction axes = PrincipalAxis.of(correlation, factors);
        if (!axes.isKnown()) {
            return none(axes.refusal().get(0));
        }
        Rotation rotation = Oblimin.of(axes.matrix(), false);
        double[] second = secondOrder(rotation.correlations());
        return second.length == 0
                ? none(Value.undefined(Reason.HEYWOOD))
                : shares(correlation, axes.matrix(), rotation.pattern(), second);
    }

    private static SchmidLeiman none(Value why) {
        return new SchmidLeiman(why, why, why, why, List.of());
    }

    /** Loadings of the factors on the general one; none where they cannot be found. */
    private static double[] secondOrder(FactorMatrix correlations) {
        int factors = correlations.columns();
        if (factors == 2) {
            double r = correlations.at(0, 1);
            double root = StrictMath.sqrt(StrictMath.abs(r));
            return new double[] {root, r < 0 ? -root : root};
        }
        Extraction general =
                PrincipalAxis.of(SymmetricMatrix.of(factors, (i, j) -> i == j ? 1 : correlations.at(i, j)), 1);
        if (!general.isKnown()) {
            return new double[0];
        }
        double[] loadings = new double[factors];
        Arrays.setAll(loadings, f -> general.matrix().at(f, 0));
        return loadings;
    }

    private static SchmidLeiman shares(
            SymmetricMatrix correlation, FactorMatrix axes, FactorMatrix pattern, double[] second) {
        int items = correlation.size();
        int factors = second.length;
        double[] general = new double[items];
        double unique = 0;
        double generalSquares = 0;
        double groupSquares = 0;
        double[] groups = new double[factors];
        for (int i = 0; i < items; i++) {
            for (int f = 0; f < factors; f++) {
                general[i] += pattern.at(i, f) * second[f];
                double group = pattern.at(i, f) * StrictMath.sqrt(StrictMath.max(0, 1 - second[f] * second[f]));
                groups[f] += group;
                groupSquares += group * group;
            }
            generalSquares += general[i] * general[i];
            unique += 1 - axes.rowSquares(i);
        }
        double sum = Arrays.stream(general).sum();
        double ofGroups = Arrays.stream(groups).map(g -> g * g).sum();
        double variance = correlation.sum();
        return new SchmidLeiman(
                Value.ratio(sum * sum, variance),
                Value.of(1 - unique / variance),
                Value.ratio(sum * sum, sum * sum + ofGroups),
                Value.ratio(generalSquares, generalSquares + groupSquares),
                Arrays.stream(general).boxed().toList());
    }
}
