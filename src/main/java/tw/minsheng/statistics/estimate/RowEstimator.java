package tw.minsheng.statistics.estimate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tw.minsheng.statistics.Missing;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.moments.SymmetricMatrix;

/**
 * Means, totals and ratios of rows with their Taylor covariances (ES1, ES2). Rows that lack a value in any of the
 * variables of one call lie outside the domain and keep their place in the design (S3, S4). Same as {@code svymean},
 * {@code svytotal} and {@code svyratio}.
 */
public final class RowEstimator {

    private static final double NORMALISED = 1e-9;

    private final RowSample sample;

    public RowEstimator(RowSample sample) {
        this.sample = sample;
    }

    /**
     * Means Σwy/Σw, influence w(y−ȳ)/Σw.
     *
     * @param variables one array per variable, one value per row; {@link Missing#ANSWER} where there is none
     */
    public VectorEstimate means(double[]... variables) {
        boolean[] valid = valid(variables);
        double sum = sum(valid, ones());
        Optional<Value> refusal = refusal(valid, sum);
        if (refusal.isPresent()) {
            return undefined(refusal.get(), variables.length);
        }
        double[][] influences = new double[sample.size()][variables.length];
        List<Value> means = new ArrayList<>();
        for (int j = 0; j < variables.length; j++) {
            double mean = sum(valid, variables[j]) / sum;
            means.add(Value.of(mean));
            for (int i = 0; i < sample.size(); i++) {
                influences[i][j] = valid[i] ? (variables[j][i] - mean) / sum : 0;
            }
        }
        return estimate(means, influences, count(valid));
    }

    /** Totals Σwy, influence wy. */
    public VectorEstimate totals(double[]... variables) {
        boolean[] valid = valid(variables);
        Optional<Value> refusal = refusal(valid, 1);
        if (refusal.isPresent()) {
            return undefined(refusal.get(), variables.length);
        }
        double[][] influences = new double[sample.size()][variables.length];
        List<Value> totals = new ArrayList<>();
        for (int j = 0; j < variables.length; j++) {
            totals.add(Value.of(sum(valid, variables[j])));
            for (int i = 0; i < sample.size(); i++) {
                influences[i][j] = valid[i] ? variables[j][i] : 0;
            }
        }
        return estimate(totals, influences, count(valid));
    }

    /** The ratio of two totals, influence w(y − Rx)/Σwx; {@code zero_denominator} when Σwx is 0. */
    public VectorEstimate ratio(double[] numerator, double[] denominator) {
        boolean[] valid = valid(numerator, denominator);
        double below = sum(valid, denominator);
        Optional<Value> refusal = refusal(valid, below);
        if (refusal.isPresent()) {
            return undefined(refusal.get(), 1);
        }
        double ratio = sum(valid, numerator) / below;
        double[][] influences = new double[sample.size()][1];
        for (int i = 0; i < sample.size(); i++) {
            influences[i][0] = valid[i] ? (numerator[i] - ratio * denominator[i]) / below : 0;
        }
        return estimate(List.of(Value.of(ratio)), influences, count(valid));
    }

    /** Σw(y−ȳ)²/Σw · n/(n−1), n the valid rows with weight; needs two of them. */
    public Value variance(double[] variable, boolean[] domain) {
        double sum = sum(domain, ones());
        long n = 0;
        for (int i = 0; i < domain.length; i++) {
            n += domain[i] && sample.weight(i) > 0 ? 1 : 0;
        }
        if (n < 2) {
            return Value.undefined(Reason.N_TOO_SMALL, Map.of("n", Long.toString(n)));
        }
        double mean = sum(domain, variable) / sum;
        double squares = 0;
        for (int i = 0; i < domain.length; i++) {
            double distance = domain[i] ? variable[i] - mean : 0;
            squares += sample.weight(i) * distance * distance;
        }
        return Value.of(squares / sum * n / (n - 1));
    }

    /**
     * The design effect of one mean (ES6): its variance over that of simple random sampling of as many rows, with or
     * without replacement. Without, the population is the sum of the weights; weights that add up to n or less know
     * nothing of it.
     */
    public Value designEffect(
            VectorEstimate means, int index, double[] variable, boolean[] domain, boolean replacement) {
        Value spread = variance(variable, domain);
        if (!means.status().isKnown() || !spread.isKnown()) {
            return spread.isKnown() ? means.status() : spread;
        }
        double sum = sum(domain, ones());
        long n = 0;
        for (int i = 0; i < domain.length; i++) {
            n += domain[i] && sample.weight(i) > 0 ? 1 : 0;
        }
        if (!replacement && sum <= n * (1 + NORMALISED)) {
            return Value.undefined(Reason.ZERO_DENOMINATOR);
        }
        double simple = spread.number() / n * (replacement ? 1 : (sum - n) / sum);
        return simple == 0
                ? Value.undefined(Reason.NO_VARIATION)
                : Value.of(means.covariance().at(index, index) / simple);
    }

    /** Which rows have a value in all variables. */
    public boolean[] valid(double[]... variables) {
        boolean[] valid = new boolean[sample.size()];
        Arrays.fill(valid, true);
        for (double[] variable : variables) {
            for (int i = 0; i < valid.length; i++) {
                valid[i] &= !Missing.is(Missing.checked(variable[i]));
            }
        }
        return valid;
    }

    private Optional<Value> refusal(boolean[] valid, double denominator) {
        Optional<Value> refusal = sample.refusal();
        if (refusal.isPresent()) {
            return refusal;
        }
        if (count(valid) == 0) {
            return Optional.of(Value.undefined(Reason.NO_DATA));
        }
        return denominator == 0 ? Optional.of(Value.undefined(Reason.ZERO_DENOMINATOR)) : Optional.empty();
    }

    /** From influences per unit of weight to the covariance: times w, less what the margins explain. */
    private VectorEstimate estimate(List<Value> estimates, double[][] influences, long n) {
        Optional<Value> refusal = sample.varianceRefusal();
        int k = estimates.size();
        if (refusal.isPresent()) {
            return new VectorEstimate(estimates, refusal.get(), SymmetricMatrix.of(k, (i, j) -> 0), n);
        }
        double[][] residuals = new double[influences.length][k];
        for (int j = 0; j < k; j++) {
            double[] plain = column(influences, j);
            double[] weighted = plain.clone();
            for (int i = 0; i < weighted.length; i++) {
                weighted[i] *= sample.groups().weight(i);
            }
            double[] explained = sample.calibration().explained(sample.groups(), plain, weighted);
            for (int i = 0; i < weighted.length; i++) {
                double fitted = sample.groups().weight(i) * sample.calibration().fittedFactor(i);
                residuals[i][j] = sample.weight(i) * plain[i] - fitted * explained[i];
            }
        }
        SymmetricMatrix covariance = new StagedVariance(residuals, sample.stages(), sample.lonely()).covariance();
        return new VectorEstimate(estimates, Value.of(0), covariance, n);
    }

    private static double[] column(double[][] rows, int column) {
        double[] values = new double[rows.length];
        Arrays.setAll(values, i -> rows[i][column]);
        return values;
    }

    private double[] ones() {
        double[] ones = new double[sample.size()];
        Arrays.fill(ones, 1);
        return ones;
    }

    private double sum(boolean[] valid, double[] values) {
        double sum = 0;
        for (int i = 0; i < valid.length; i++) {
            sum += valid[i] ? sample.weight(i) * values[i] : 0;
        }
        return sum;
    }

    private static long count(boolean[] valid) {
        long count = 0;
        for (boolean one : valid) {
            count += one ? 1 : 0;
        }
        return count;
    }

    private static VectorEstimate undefined(Value why, int k) {
        return new VectorEstimate(Collections.nCopies(k, why), why, SymmetricMatrix.of(k, (i, j) -> 0), 0);
    }
}
