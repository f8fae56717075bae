package tw.minsheng.statistics.factor;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.distribution.Normal;
import tw.minsheng.statistics.distribution.SplitMix64;
import tw.minsheng.statistics.moments.SymmetricMatrix;

/**
 * 平行分析 (Horn 1965): the eigenvalues of correlations of n × p independent normal numbers, many times over; components that lie
 * above what chance gives are kept. The covariances of n such rows are drawn straight from Wishart's distribution with n − 1
 * degrees of freedom (Bartlett 1933), so that the work does not grow with n.
 *
 * @param replicates data sets drawn
 * @param seed of the draws; part of the result
 * @param means mean of each eigenvalue, largest first
 * @param high its 95 % quantile (R's type 7)
 * @param errors Monte Carlo standard error of each mean
 */
public record ParallelAnalysis(int replicates, long seed, List<Double> means, List<Double> high, List<Double> errors) {

    /** As many draws as a report shows. */
    public static final int USUAL = 1_000;

    private static final double QUANTILE = .95;

    public ParallelAnalysis {
        means = List.copyOf(means);
        high = List.copyOf(high);
        errors = List.copyOf(errors);
    }

    /**
     * @param n answers, more than items
     * @param items 2 or more
     * @throws IllegalArgumentException otherwise; ask {@link #refusal} first
     */
    public static ParallelAnalysis of(long n, int items, int replicates, long seed) {
        refusal(n, items).ifPresent(why -> {
            throw new IllegalArgumentException("no parallel analysis of " + n + " answers and " + items + " items");
        });
        double[][] drawn = new double[items][replicates];
        for (int r = 0; r < replicates; r++) {
            double[] values = eigenvalues(SplitMix64.replicate(seed, r), n, items);
            for (int i = 0; i < items; i++) {
                drawn[i][r] = values[i];
            }
        }
        double[] means = new double[items];
        double[] high = new double[items];
        double[] errors = new double[items];
        for (int i = 0; i < items; i++) {
            means[i] = mean(drawn[i]);
            errors[i] = error(drawn[i], means[i]);
            Arrays.sort(drawn[i]);
            high[i] = quantile(drawn[i]);
        }
        return new ParallelAnalysis(replicates, seed, listed(means), listed(high), listed(errors));
    }

    /** Why there is none: {@code too_few_items}, or {@code n_too_small} unless n &gt; p. */
    public static Optional<Value> refusal(long n, int items) {
        if (items < 2) {
            return Optional.of(FactorRefusal.tooFewItems(items));
        }
        return n > items
                ? Optional.empty()
                : Optional.of(Value.undefined(Reason.N_TOO_SMALL, Map.of("n", Long.toString(n))));
    }

    private static List<Double> listed(double[] values) {
        return Arrays.stream(values).boxed().toList();
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static double error(double[] values, double mean) {
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return StrictMath.sqrt(squares / StrictMath.max(1, values.length - 1) / values.length);
    }

    private static double quantile(double[] sorted) {
        double at = QUANTILE * (sorted.length - 1);
        int below = (int) StrictMath.floor(at);
        int above = StrictMath.min(below + 1, sorted.length - 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }

    private static double[] eigenvalues(SplitMix64 random, long n, int items) {
        double[][] root = new double[items][items];
        for (int i = 0; i < items; i++) {
            root[i][i] = StrictMath.sqrt(chiSquare(random, n - 1.0 - i));
            for (int j = 0; j < i; j++) {
                root[i][j] = normal(random);
            }
        }
        return SymmetricMatrix.of(items, (i, j) -> product(root, i, j))
                .correlation()
                .eigenvalues();
    }

    private static double product(double[][] root, int i, int j) {
        double sum = 0;
        for (int m = 0; m <= StrictMath.min(i, j); m++) {
            sum += root[i][m] * root[j][m];
        }
        return sum;
    }

    private static double uniform(SplitMix64 random) {
        double u = random.nextUniform();
        return u > 0 ? u : Double.MIN_NORMAL;
    }

    private static double normal(SplitMix64 random) {
        return Normal.quantile(uniform(random));
    }

    /** Twice a gamma number of shape df/2, by the method of Marsaglia and Tsang 2000. df ≥ 1. */
    private static double chiSquare(SplitMix64 random, double df) {
        double shape = df / 2;
        double d = (shape < 1 ? shape + 1 : shape) - 1.0 / 3;
        double c = 1 / StrictMath.sqrt(9 * d);
        while (true) {
            double x = normal(random);
            double v = 1 + c * x;
            double cube = v * v * v;
            if (v > 0 && StrictMath.log(uniform(random)) < .5 * x * x + d - d * cube + d * StrictMath.log(cube)) {
                double boost = shape < 1 ? StrictMath.pow(uniform(random), 1 / shape) : 1;
                return 2 * d * cube * boost;
            }
        }
    }

    /** How many eigenvalues from the first on lie above these. */
    private static int above(double[] eigenvalues, List<Double> limits) {
        int count = 0;
        while (count < limits.size() && eigenvalues[count] > limits.get(count)) {
            count++;
        }
        return count;
    }

    /**
     * Components to keep by the 95 % quantile.
     *
     * @param eigenvalues of the data, largest first
     */
    public int keptByQuantile(double[] eigenvalues) {
        return above(eigenvalues, high);
    }

    /** Components to keep by the mean: one or two more, at times. */
    public int keptByMean(double[] eigenvalues) {
        return above(eigenvalues, means);
    }
}
