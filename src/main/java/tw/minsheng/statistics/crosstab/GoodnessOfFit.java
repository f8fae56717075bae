package tw.minsheng.statistics.crosstab;

import java.util.Arrays;
import java.util.List;
import tw.minsheng.statistics.Missing;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.distribution.ChiSquare;
import tw.minsheng.statistics.estimate.DesignedSample;
import tw.minsheng.statistics.estimate.RowEstimator;
import tw.minsheng.statistics.estimate.VectorEstimate;

/**
 * Whether a weighted distribution is that of a population (RP3), with the design in the error (Rao and Scott 1981, second
 * order); {@code svygofchisq}, which prints x2·scale. λ are the eigenvalues of the covariance of (O − E)/√E, O the estimated
 * totals and E = p·ΣO.
 *
 * @param x2 Σ(O−E)²/E over {@code scale}: a χ² on {@code df} degrees of freedom
 * @param scale Σλ²/Σλ
 * @param df (Σλ)²/Σλ²
 * @param observed estimated totals of the categories
 * @param expected what the population says they should be
 */
public record GoodnessOfFit(Value x2, Value scale, Value df, Value p, List<Double> observed, List<Double> expected) {

    public GoodnessOfFit {
        observed = List.copyOf(observed);
        expected = List.copyOf(expected);
    }

    /**
     * @param levels by row, the category from 0; −1 without answer
     * @param population one number above 0 per category, of any scale
     */
    public static GoodnessOfFit of(DesignedSample sample, int[] levels, double[] population) {
        double all = Arrays.stream(population).sum();
        if (population.length < 2 || Arrays.stream(population).anyMatch(x -> !(x > 0))) {
            return none(Value.undefined(Reason.ZERO_TARGET));
        }
        double[][] indicators = new double[population.length][levels.length];
        for (int c = 0; c < indicators.length; c++) {
            for (int i = 0; i < levels.length; i++) {
                indicators[c][i] = levels[i] < 0 ? Missing.ANSWER : levels[i] == c ? 1 : 0;
            }
        }
        VectorEstimate totals = new RowEstimator(sample).totals(indicators);
        Value known = totals.estimates().get(0);
        if (!known.isKnown() || !totals.status().isKnown()) {
            return none(known.isKnown() ? totals.status() : known);
        }
        double[] observed =
                totals.estimates().stream().mapToDouble(Value::number).toArray();
        double sum = Arrays.stream(observed).sum();
        if (!(sum > 0)) {
            return none(Value.undefined(Reason.ZERO_DENOMINATOR));
        }
        double[] expected = Arrays.stream(population).map(x -> x / all * sum).toArray();
        return tested(totals, observed, expected, sum);
    }

    private static GoodnessOfFit none(Value why) {
        return new GoodnessOfFit(why, why, why, why, List.of(), List.of());
    }

    private static GoodnessOfFit tested(VectorEstimate totals, double[] observed, double[] expected, double all) {
        int k = observed.length;
        double raw = 0;
        double[][] slopes = new double[k][k];
        for (int c = 0; c < k; c++) {
            double off = observed[c] - expected[c];
            raw += off * off / expected[c];
            double root = StrictMath.sqrt(expected[c]);
            double byExpected = -1 / root - off / (2 * expected[c] * root);
            for (int d = 0; d < k; d++) {
                slopes[c][d] = byExpected * expected[c] / all + (c == d ? 1 / root : 0);
            }
        }
        double[] effects = totals.covariance().ofSums(slopes).eigenvalues();
        double sum = Arrays.stream(effects).sum();
        double squares = Arrays.stream(effects).map(x -> x * x).sum();
        if (!(sum > 0)) {
            return none(Value.undefined(Reason.NO_VARIATION));
        }
        double scale = squares / sum;
        double df = sum * sum / squares;
        return new GoodnessOfFit(
                Value.of(raw / scale),
                Value.of(scale),
                Value.of(df),
                Value.of(ChiSquare.upperTail(raw / scale, df)),
                Arrays.stream(observed).boxed().toList(),
                Arrays.stream(expected).boxed().toList());
    }
}
