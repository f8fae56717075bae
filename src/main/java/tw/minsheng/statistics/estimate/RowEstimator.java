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

    private final DesignedSample sample;

    public RowEstimator(DesignedSample sample) {
        this.sample = sample;
    }

    /**
     * Means Σwy/Σw, influence w(y−ȳ)/Σw.
     *
     * @param variables one array per variable, one value per row; {@link Missing#ANSWER} where there is none
     */
    public VectorEstimate means(double[]... variables) {
        boolean[] valid = valid(variables);
        List<boolean[]> same = Collections.nCopies(variables.length, valid);
        return estimate(new MeanStatistic(List.of(variables), same), variables.length, valid);
    }

    /**
     * The mean of one variable in several domains, with the covariances between them (ES3, ES5), over the rows that have a
     * value: {@code svyby(covmat = TRUE)}. A domain without answers makes all undefined ({@code no_data}).
     *
     * @param domainOf the domain of each row, from 0; −1 for none
     */
    public VectorEstimate domainMeans(double[] variable, int[] domainOf, int domains) {
        boolean[] valid = valid(variable);
        List<boolean[]> inside = new ArrayList<>();
        for (int d = 0; d < domains; d++) {
            boolean[] rows = new boolean[valid.length];
            for (int i = 0; i < rows.length; i++) {
                rows[i] = valid[i] && domainOf[i] == d;
            }
            if (count(rows) == 0) {
                return undefined(sample.refusal().orElse(Value.undefined(Reason.NO_DATA)), domains);
            }
            inside.add(rows);
        }
        return estimate(new MeanStatistic(Collections.nCopies(domains, variable), inside), domains, valid);
    }

    /** Totals Σwy, influence wy. */
    public VectorEstimate totals(double[]... variables) {
        boolean[] valid = valid(variables);
        return estimate(new TotalStatistic(List.of(variables), valid), variables.length, valid);
    }

    /** The ratio of two totals, influence w(y − Rx)/Σwx; {@code zero_denominator} when Σwx is 0. */
    public VectorEstimate ratio(double[] numerator, double[] denominator) {
        boolean[] valid = valid(numerator, denominator);
        return estimate(new RatioStatistic(numerator, denominator, valid), 1, valid);
    }

    /** Variances and covariances in the population, over the rows that answer every variable; 2 of them or more. */
    public CovarianceEstimate covariances(double[]... variables) {
        boolean[] valid = valid(variables);
        int k = variables.length;
        long n = weighing(valid);
        if (n < 2) {
            Value few = Value.undefined(Reason.N_TOO_SMALL, Map.of("n", Long.toString(n)));
            return CovarianceEstimate.undefined(sample.refusal().orElse(few), k, n);
        }
        VectorEstimate found = estimate(new ProductStatistic(List.of(variables), valid, n), k * k, valid);
        if (!found.estimates().get(0).isKnown()) {
            return CovarianceEstimate.undefined(found.estimates().get(0), k, n);
        }
        return new CovarianceEstimate(
                Value.of(0),
                SymmetricMatrix.of(k, (i, j) -> found.estimates().get(i * k + j).number()),
                found.status(),
                SymmetricMatrix.of(k, (i, j) -> found.se(i * k + j).asOptional().orElse(0)),
                n);
    }

    /** Σw(y−ȳ)²/Σw · n/(n−1), n the valid rows with weight; needs two of them. */
    public Value variance(double[] variable, boolean[] domain) {
        double sum = sum(domain, ones());
        long n = weighing(domain);
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
        return designEffect(means, index, spread.number(), domain, replacement);
    }

    /**
     * The design effect of one total (ES6): its variance over that of N times a mean of simple random sampling, over the rows
     * that answer: N the sum of their weights, n how many have weight.
     */
    public Value totalDesignEffect(VectorEstimate totals, int index, double[] variable, boolean replacement) {
        boolean[] valid = valid(variable);
        Value spread = variance(variable, valid);
        if (!totals.status().isKnown() || !spread.isKnown()) {
            return spread.isKnown() ? totals.status() : spread;
        }
        double sum = sum(valid, ones());
        return designEffect(totals, index, spread.number() * sum * sum, valid, replacement);
    }

    /** @param spread variance of what one row tells of the estimate */
    private Value designEffect(
            VectorEstimate estimates, int index, double spread, boolean[] inside, boolean replacement) {
        double sum = sum(inside, ones());
        long n = weighing(inside);
        if (!replacement && sum <= n * (1 + NORMALISED)) {
            return Value.undefined(Reason.ZERO_DENOMINATOR);
        }
        double simple = spread / n * (replacement ? 1 : (sum - n) / sum);
        return simple == 0
                ? Value.undefined(Reason.NO_VARIATION)
                : Value.of(estimates.covariance().at(index, index) / simple);
    }

    /** Rows inside that have weight. */
    private long weighing(boolean[] inside) {
        long n = 0;
        for (int i = 0; i < inside.length; i++) {
            n += inside[i] && sample.weight(i) > 0 ? 1 : 0;
        }
        return n;
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

    private VectorEstimate estimate(Statistic statistic, int k, boolean[] valid) {
        Optional<Value> refusal = sample.refusal();
        if (refusal.isPresent()) {
            return undefined(refusal.get(), k);
        }
        long n = count(valid);
        if (n == 0) {
            return undefined(Value.undefined(Reason.NO_DATA), k);
        }
        Optional<double[]> found = statistic.of(sample.weights());
        if (found.isEmpty()) {
            return undefined(Value.undefined(Reason.ZERO_DENOMINATOR), k);
        }
        List<Value> estimates = Arrays.stream(found.get()).mapToObj(Value::of).toList();
        Optional<Value> without = sample.varianceRefusal();
        return without.isPresent()
                ? new VectorEstimate(estimates, without.get(), SymmetricMatrix.of(k, (i, j) -> 0), n)
                : new VectorEstimate(estimates, Value.of(0), sample.covariance(statistic), n);
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
