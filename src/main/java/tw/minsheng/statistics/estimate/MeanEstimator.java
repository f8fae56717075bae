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
import tw.minsheng.statistics.weighting.Groups;

/**
 * Means and shares with Taylor-linearised standard errors from sums per group (ES1): influence u = w(y−ȳ)/Σw, variance
 * Σ_h (1−f_h)·n_h/(n_h−1)·Σ(z−z̄_h)², where z is u, less what the margins explain when weights were fitted (S9). Same as
 * {@code survey::svymean} for simple and stratified designs, and for one stage of clusters, where z is summed over each unit first;
 * the strata of the groups are then the units.
 */
public final class MeanEstimator {

    private static final double NORMALISED = 1e-9;

    private final SampleDesign design;
    private final Groups groups;
    private final Calibration calibration;
    private final boolean ignoring;

    /** @throws IllegalArgumentException when the parts belong to different designs */
    public MeanEstimator(SampleDesign design, Groups groups, Calibration calibration) {
        if (design.places() != groups.strata() || groups.size() != calibration.groups()) {
            throw new IllegalArgumentException("design, groups and weights do not belong together");
        }
        this.design = design;
        this.groups = groups;
        this.calibration = calibration;
        this.ignoring = false;
    }

    private MeanEstimator(MeanEstimator other) {
        this.design = other.design;
        this.groups = other.groups;
        this.calibration = other.calibration;
        this.ignoring = true;
    }

    /**
     * The same means with errors as if the answers of a design in clusters had been drawn one by one from one list: what is said by
     * whoever forgets the clusters, to be shown beside the truth and never in its place.
     */
    public MeanEstimator ignoringUnits() {
        return new MeanEstimator(this);
    }

    private boolean isByUnits() {
        return design.isClustered() && !ignoring;
    }

    private int strata() {
        return ignoring ? 1 : design.strata().size();
    }

    private int stratumOf(int place) {
        return ignoring ? 0 : design.stratumOf(place);
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
        Optional<Value> refusal = refusal(valid, sum);
        if (refusal.isPresent()) {
            return MeanEstimate.undefined(refusal.get(), valid, groups.rows(), df());
        }
        Value variance = variance(y, weighted / sum, sum, calibration);
        Value fixed = calibration.kind() == Calibration.Kind.NONE
                ? variance
                : variance(y, weighted / sum, sum, calibration.asFixed());
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
                df(),
                lonelyStrata());
    }

    private Optional<Value> refusal(long valid, double sum) {
        Optional<Value> weights = groups.refusal();
        if (weights.isPresent()) {
            return weights;
        }
        for (int h = 0; h < strata(); h++) {
            Value size = design.strata().get(h).population().checked((double) units(h));
            if (!size.isKnown()) {
                return Optional.of(size);
            }
        }
        if (valid == 0) {
            return Optional.of(Value.undefined(Reason.NO_DATA));
        }
        return sum > 0 ? Optional.empty() : Optional.of(Value.undefined(Reason.ZERO_DENOMINATOR));
    }

    private Value variance(VariableSums y, double mean, double sum, Calibration weights) {
        if (units() < 2) {
            return Value.undefined(Reason.SINGLE_PSU);
        }
        double[] explained = explained(y, mean, sum, weights);
        double[] totals = new double[strata()];
        double[] squares = new double[totals.length];
        for (int place = 0; place < groups.strata(); place++) {
            double total = 0;
            double square = 0;
            for (int c = 0; c < groups.cells(); c++) {
                int g = groups.groupOf(place, c);
                double scale = weights.factor(g) / sum;
                double taken = weights.fittedFactor(g) * explained[g];
                total += scale * y.weightedCentered(g, mean) - taken * groups.weight(g);
                square += scale * scale * y.squareWeightedSquares(g, mean)
                        - 2 * scale * taken * y.squareWeightedCentered(g, mean)
                        + taken * taken * groups.squaredWeight(g);
            }
            totals[stratumOf(place)] += total;
            squares[stratumOf(place)] += isByUnits() ? total * total : square;
        }
        List<StratumSum> strata = new ArrayList<>();
        for (int h = 0; h < totals.length; h++) {
            if (units(h) > 0) {
                strata.add(new StratumSum(design.strata().get(h), units(h), totals[h], squares[h]));
            }
        }
        return StratumSum.variance(strata, design.lonely());
    }

    /** Units of a stratum that were drawn and gave answers. */
    private long units(int stratum) {
        if (!isByUnits()) {
            return ignoring ? groups.rows() : groups.rowsOfStratum(stratum);
        }
        long units = 0;
        for (int place = 0; place < groups.strata(); place++) {
            units += design.stratumOf(place) == stratum && groups.rowsOfStratum(place) > 0 ? 1 : 0;
        }
        return units;
    }

    private long units() {
        long units = 0;
        for (int h = 0; h < strata(); h++) {
            units += units(h);
        }
        return units;
    }

    private double[] explained(VariableSums y, double mean, double sum, Calibration weights) {
        double[] plain = new double[groups.size()];
        double[] weighted = new double[groups.size()];
        for (int g = 0; g < plain.length; g++) {
            plain[g] = y.centered(g, mean) / sum;
            weighted[g] = y.weightedCentered(g, mean) / sum;
        }
        return weights.explained(groups, plain, weighted);
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
        for (int h = 0; h < strata(); h++) {
            long n = units(h);
            if (n > 0 && design.strata().get(h).population().remaining((double) n) > 0) {
                return false;
            }
        }
        return true;
    }

    private long df() {
        long strata = 0;
        for (int h = 0; h < strata(); h++) {
            strata += units(h) > 0 ? 1 : 0;
        }
        return units() - strata;
    }

    private List<String> lonelyStrata() {
        List<String> names = new ArrayList<>();
        for (int h = 0; h < strata(); h++) {
            Stratum stratum = design.strata().get(h);
            if (new StratumSum(stratum, units(h), 0, 0).isLonely()) {
                names.add(stratum.name());
            }
        }
        return names;
    }
}
