package tw.minsheng.statistics.estimate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.sampling.SampleDesign;
import tw.minsheng.statistics.sampling.Stratum;
import tw.minsheng.statistics.weighting.Calibration;
import tw.minsheng.statistics.weighting.Explanation;
import tw.minsheng.statistics.weighting.Groups;

/**
 * Means and shares with Taylor-linearised standard errors from sums per group (ES1): influence u = w(y−ȳ)/Σw, variance
 * Σ_h (1−f_h)·n_h/(n_h−1)·Σ(z−z̄_h)², where z is u, less what the margins explain when weights were fitted (S9). Same as
 * {@code survey::svymean} for simple and stratified designs, and for one stage of clusters, where z is summed over each unit first;
 * the strata of the groups are then the units.
 */
public final class MeanEstimator {

    private static final double NORMALISED = 1e-9;

    private final GroupedSample sample;
    private final SampleDesign design;
    private final Groups groups;
    private final Calibration calibration;
    private final Explanation explanation;

    /** @throws IllegalArgumentException when the parts belong to different designs */
    public MeanEstimator(SampleDesign design, Groups groups, Calibration calibration) {
        this(new GroupedSample(design, groups, calibration));
    }

    public MeanEstimator(GroupedSample sample) {
        this.sample = sample;
        this.design = sample.design();
        this.groups = sample.groups();
        this.calibration = sample.calibration();
        this.explanation = calibration.explanation(groups);
    }

    /**
     * The same means with errors as if the answers of a design in clusters had been drawn one by one from one list: what is said by
     * whoever forgets the clusters, to be shown beside the truth and never in its place.
     */
    public MeanEstimator ignoringUnits() {
        return new MeanEstimator(sample.ignoringUnits());
    }

    /** The mean of a variable; of zeros and ones, a share. */
    public MeanEstimate mean(VariableSums y) {
        long valid = 0;
        long positive = 0;
        double sum = 0;
        double weighted = 0;
        for (int g = 0; g < groups.size(); g++) {
            valid += y.valid(g);
            positive += y.weighted(g);
            sum += calibration.factor(g) * y.weight(g);
            weighted += calibration.factor(g) * y.weightedCentered(g, 0);
        }
        Optional<Value> refusal = sample.refusal(valid, sum);
        if (refusal.isPresent()) {
            return MeanEstimate.undefined(refusal.get(), valid, groups.rows(), sample.df());
        }
        Value variance = variance(y, weighted / sum, sum, explanation);
        Value fixed = calibration.kind() == Calibration.Kind.NONE
                ? variance
                : variance(y, weighted / sum, sum, Explanation.nothing(groups.size()));
        Value spread = spread(y, weighted / sum, sum, positive);
        return new MeanEstimate(
                Value.of(y.origin() + weighted / sum),
                valid,
                groups.rows(),
                Value.of(sum),
                spread.map(StrictMath::sqrt),
                variance.map(StrictMath::sqrt),
                fixed.map(StrictMath::sqrt),
                deff(variance, spread, sum, positive, true),
                deff(variance, spread, sum, positive, false),
                sample.df(),
                lonelyStrata());
    }

    private Value variance(VariableSums y, double mean, double sum, Explanation of) {
        if (sample.units() < 2) {
            return Value.undefined(Reason.SINGLE_PSU);
        }
        double[] explained = explained(y, mean, sum, of);
        double[] totals = new double[sample.strata()];
        double[] squares = new double[totals.length];
        for (int place = 0; place < groups.strata(); place++) {
            double total = 0;
            double square = 0;
            for (int c = 0; c < groups.cells(); c++) {
                int g = groups.groupOf(place, c);
                double scale = calibration.factor(g) / sum;
                double taken = calibration.fittedFactor(g) * explained[g];
                total += scale * y.weightedCentered(g, mean) - taken * groups.weight(g);
                square += scale * scale * y.squareWeightedSquares(g, mean)
                        - 2 * scale * taken * y.squareWeightedCentered(g, mean)
                        + taken * taken * groups.squaredWeight(g);
            }
            totals[sample.stratumOf(place)] += total;
            squares[sample.stratumOf(place)] += sample.isByUnits() ? total * total : square;
        }
        List<StratumSums> strata = new ArrayList<>();
        for (int h = 0; h < totals.length; h++) {
            if (sample.units(h) > 0) {
                strata.add(new StratumSums(
                        sample.stratum(h), sample.units(h), new double[] {totals[h]}, new double[][] {{squares[h]}}));
            }
        }
        return StratumSums.refusal(strata, design.lonely())
                .orElseGet(() ->
                        Value.of(StratumSums.covariance(strata, design.lonely()).at(0, 0)));
    }

    private double[] explained(VariableSums y, double mean, double sum, Explanation of) {
        double[] plain = new double[groups.size()];
        double[] weighted = new double[groups.size()];
        for (int g = 0; g < plain.length; g++) {
            plain[g] = y.centered(g, mean) / sum;
            weighted[g] = y.weightedCentered(g, mean) / sum;
        }
        return of.explained(plain, weighted);
    }

    /** The variance of the answers, Σw(y−ȳ)²/Σw · n/(n−1) (ES5). */
    private Value spread(VariableSums y, double mean, double sum, long n) {
        if (n < 2) {
            return Value.undefined(Reason.N_TOO_SMALL, Map.of("n", Long.toString(n)));
        }
        double squares = 0;
        for (int g = 0; g < groups.size(); g++) {
            squares += calibration.factor(g) * y.weightedSquares(g, mean);
        }
        return Value.of(StrictMath.max(0, squares) / sum * n / (n - 1));
    }

    private Value deff(Value variance, Value spread, double sum, long n, boolean withoutReplacement) {
        if (!variance.isKnown() || !spread.isKnown()) {
            return variance.isKnown() ? spread : variance;
        }
        if (isCensus()) {
            return Value.undefined(Reason.CENSUS);
        }
        if (spread.number() == 0) {
            return Value.undefined(Reason.NO_VARIATION);
        }
        if (!withoutReplacement) {
            return Value.of(variance.number() / (spread.number() / n));
        }
        // weights that add up to n know nothing of the population
        return sum <= n * (1 + NORMALISED)
                ? Value.undefined(Reason.ZERO_DENOMINATOR)
                : Value.of(variance.number() / (spread.number() * (sum - n) / (sum * n)));
    }

    private boolean isCensus() {
        for (int h = 0; h < sample.strata(); h++) {
            long n = sample.units(h);
            if (n > 0 && sample.stratum(h).population().remaining((double) n) > 0) {
                return false;
            }
        }
        return true;
    }

    /** Names of the strata with a single row or unit, whose share of the error its rule makes up (ES7). */
    public List<String> lonelyStrata() {
        List<String> names = new ArrayList<>();
        for (int h = 0; h < sample.strata(); h++) {
            Stratum stratum = sample.stratum(h);
            if (StratumSums.isLonely(stratum, sample.units(h))) {
                names.add(stratum.name());
            }
        }
        return names;
    }
}
