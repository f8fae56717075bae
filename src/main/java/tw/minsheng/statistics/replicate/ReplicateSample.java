package tw.minsheng.statistics.replicate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tw.minsheng.statistics.Missing;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.estimate.DesignedSample;
import tw.minsheng.statistics.estimate.Statistic;
import tw.minsheng.statistics.moments.SymmetricMatrix;
import tw.minsheng.statistics.weighting.Groups;
import tw.minsheng.statistics.weighting.Weighting;

/**
 * A sample whose variance comes from replicate weights (RW1): v = scale·Σ rscale_r(θ_r − θ̄)(θ_r − θ̄)′, θ̄ the mean of the
 * replicates, or the full estimate with {@code mse} (S12). A replicate in which a statistic does not exist is left out and
 * {@linkplain #failed counted}. R: {@code svrepdesign}, {@code svrVar}.
 */
public final class ReplicateSample implements DesignedSample {

    private static final double DEPENDENT = 1e-5;

    private final double[] weights;
    private final List<double[]> replicates;
    private final double scale;
    private final double[] rscales;
    private final boolean mse;

    private ReplicateSample(double[] weights, List<double[]> replicates, double scale, double[] rscales, boolean mse) {
        this.weights = weights;
        this.replicates = replicates;
        this.scale = scale;
        this.rscales = rscales;
        this.mse = mse;
    }

    /**
     * @param weights final weights, one per row; {@link Missing#ANSWER} for one that is not there
     * @param replicates final weights of each replicate, one per row (combined, not factors)
     * @param scale one number for all, {@code rscales} one per replicate, 0 or more
     * @throws IllegalArgumentException when lengths differ
     */
    public static ReplicateSample of(
            double[] weights, List<double[]> replicates, double scale, List<Double> rscales, boolean mse) {
        if (replicates.size() != rscales.size()
                || replicates.stream().anyMatch(replicate -> replicate.length != weights.length)) {
            throw new IllegalArgumentException("one weight per row in each replicate, and one scale per replicate");
        }
        return new ReplicateSample(
                weights.clone(),
                replicates.stream().map(double[]::clone).toList(),
                scale,
                rscales.stream().mapToDouble(Double::doubleValue).toArray(),
                mse);
    }

    /**
     * The same sample with all weights fitted to the population, each replicate by itself, as the variance must know of it.
     * A replicate that cannot be fitted is left out.
     *
     * @param fit the fitting of rows as groups of one
     * @return nothing when the full weights cannot be fitted
     */
    public Optional<ReplicateSample> fitted(Function<Groups, Weighting> fit) {
        Optional<double[]> full = fitted(weights, fit);
        if (full.isEmpty()) {
            return Optional.empty();
        }
        List<double[]> kept = new ArrayList<>();
        List<Double> scales = new ArrayList<>();
        for (int r = 0; r < replicates.size(); r++) {
            Optional<double[]> again = fitted(replicates.get(r), fit);
            if (again.isPresent()) {
                kept.add(again.get());
                scales.add(rscales[r]);
            }
        }
        return Optional.of(of(full.get(), kept, scale, scales, mse));
    }

    private static Optional<double[]> fitted(double[] weights, Function<Groups, Weighting> fit) {
        Groups rows = new Groups(1, weights.length);
        for (int i = 0; i < weights.length; i++) {
            rows.add(i, weights[i]);
        }
        Weighting weighting = fit.apply(rows);
        if (!weighting.isDone()) {
            return Optional.empty();
        }
        double[] fitted = new double[weights.length];
        Arrays.setAll(fitted, i -> weights[i] * weighting.calibration().factor(i));
        return Optional.of(fitted);
    }

    @Override
    public int size() {
        return weights.length;
    }

    @Override
    public double weight(int row) {
        return weights[row];
    }

    public int replicates() {
        return replicates.size();
    }

    /** Final weight of a row in a replicate. */
    public double weight(int row, int replicate) {
        return replicates.get(replicate)[row];
    }

    public double scale() {
        return scale;
    }

    public double rscale(int replicate) {
        return rscales[replicate];
    }

    /** Rank of the replicate weights of the rows inside − 1. */
    @Override
    public long df(boolean[] inside) {
        List<double[]> basis = new ArrayList<>();
        for (double[] replicate : replicates) {
            double[] left = new double[replicate.length];
            Arrays.setAll(left, i -> inside[i] ? replicate[i] : 0);
            double length = norm(left);
            for (double[] direction : basis) {
                double along = product(left, direction);
                for (int i = 0; i < left.length; i++) {
                    left[i] -= along * direction[i];
                }
            }
            double rest = norm(left);
            if (rest > DEPENDENT * length) {
                basis.add(Arrays.stream(left).map(x -> x / rest).toArray());
            }
        }
        return basis.size() - 1L;
    }

    private static double norm(double[] vector) {
        return StrictMath.sqrt(product(vector, vector));
    }

    private static double product(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }

    @Override
    public long tableDf(boolean[] inside) {
        return df(inside);
    }

    /** Replicates of fitted weights know of the fitting themselves. */
    @Override
    public boolean isCalibrated() {
        return false;
    }

    @Override
    public boolean isCensus() {
        return scale == 0 || Arrays.stream(rscales).allMatch(x -> x == 0);
    }

    /** {@code missing_weight}, {@code negative_weight}, {@code no_data}, or no weight at all. */
    @Override
    public Optional<Value> refusal() {
        long missing = Arrays.stream(weights).filter(Missing::is).count();
        if (missing > 0) {
            return Optional.of(Value.undefined(Reason.MISSING_WEIGHT, Map.of("n", Long.toString(missing))));
        }
        long negative = Arrays.stream(weights).filter(w -> w < 0).count();
        if (negative > 0) {
            return Optional.of(Value.undefined(Reason.NEGATIVE_WEIGHT, Map.of("n", Long.toString(negative))));
        }
        if (weights.length == 0) {
            return Optional.of(Value.undefined(Reason.NO_DATA));
        }
        return Arrays.stream(weights).sum() > 0
                ? Optional.empty()
                : Optional.of(Value.undefined(Reason.ZERO_DENOMINATOR));
    }

    @Override
    public Optional<Value> varianceRefusal() {
        return replicates.size() < 2 ? Optional.of(Value.undefined(Reason.SINGLE_PSU)) : Optional.empty();
    }

    /** Replicates in which a statistic does not exist. */
    public long failed(Statistic statistic) {
        return replicates.stream().filter(w -> statistic.of(w).isEmpty()).count();
    }

    /** @throws IllegalStateException when the statistic exists in none of the replicates */
    @Override
    public SymmetricMatrix covariance(Statistic statistic) {
        List<double[]> found = new ArrayList<>();
        List<Double> scales = new ArrayList<>();
        for (int r = 0; r < replicates.size(); r++) {
            Optional<double[]> numbers = statistic.of(replicates.get(r));
            if (numbers.isPresent()) {
                found.add(numbers.get());
                scales.add(rscales[r]);
            }
        }
        if (found.isEmpty()) {
            throw new IllegalStateException("no replicate has this statistic");
        }
        double[] centre = mse ? statistic.of(weights).orElseThrow() : mean(found, scales);
        return SymmetricMatrix.of(centre.length, (i, j) -> {
            double sum = 0;
            for (int r = 0; r < found.size(); r++) {
                sum += scales.get(r) * (found.get(r)[i] - centre[i]) * (found.get(r)[j] - centre[j]);
            }
            return scale * sum;
        });
    }

    /** Of the replicates that count. */
    private static double[] mean(List<double[]> found, List<Double> scales) {
        double[] mean = new double[found.get(0).length];
        long n = scales.stream().filter(s -> s > 0).count();
        for (int r = 0; r < found.size(); r++) {
            for (int j = 0; j < mean.length; j++) {
                mean[j] += scales.get(r) > 0 ? found.get(r)[j] / n : 0;
            }
        }
        return mean;
    }
}
