package tw.minsheng.statistics.reliability;

import java.util.Arrays;
import tw.minsheng.statistics.Interval;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.distribution.SplitMix64;

/**
 * Percentile interval of α: rows are drawn with replacement, and α is worked out each time. Efron and Tibshirani 1993. Replicate r
 * has its own seed, so that the number of threads changes nothing.
 */
public final class AlphaBootstrap {

    /** As many draws as a report shows. */
    public static final int USUAL = 4_000;

    private static final int LEAST_ROWS = 10;

    private AlphaBootstrap() {}

    /**
     * @param rows complete rows of 2 items or more; fewer than 10 give {@code n_too_small}
     * @param seed part of the result
     * @return {@code no_variation} when every draw was of equal people
     */
    public static Interval of(double[][] rows, int replicates, long seed, double level) {
        if (rows.length < LEAST_ROWS) {
            return Interval.undefined("boot_percentile", level, Reason.N_TOO_SMALL);
        }
        double[] drawn = new double[replicates];
        int known = 0;
        for (int r = 0; r < replicates; r++) {
            double alpha = one(rows, SplitMix64.replicate(seed, r));
            if (!Double.isNaN(alpha)) {
                drawn[known++] = alpha;
            }
        }
        if (known == 0) {
            return Interval.undefined("boot_percentile", level, Reason.NO_VARIATION);
        }
        double[] sorted = Arrays.copyOf(drawn, known);
        Arrays.sort(sorted);
        double tail = (1 - level) / 2;
        return Interval.of("boot_percentile", level, quantile(sorted, tail), quantile(sorted, 1 - tail));
    }

    /** NaN when the drawn people have equal totals; it stays inside this class. */
    private static double one(double[][] rows, SplitMix64 random) {
        int k = rows[0].length;
        double[] shift = rows[0];
        double[] sums = new double[k];
        double items = 0;
        double totals = 0;
        double totalSum = 0;
        for (int i = 0; i < rows.length; i++) {
            double[] row = rows[(int) (random.nextUniform() * rows.length)];
            double total = 0;
            for (int j = 0; j < k; j++) {
                double off = row[j] - shift[j];
                sums[j] += off;
                items += off * off;
                total += off;
            }
            totalSum += total;
            totals += total * total;
        }
        double n = rows.length;
        for (double sum : sums) {
            items -= sum * sum / n;
        }
        double variance = totals - totalSum * totalSum / n;
        return variance > 0 ? k / (k - 1.0) * (1 - items / variance) : Double.NaN;
    }

    /** R's type 7. */
    private static double quantile(double[] sorted, double p) {
        double at = p * (sorted.length - 1);
        int below = (int) StrictMath.floor(at);
        int above = StrictMath.min(below + 1, sorted.length - 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }
}
