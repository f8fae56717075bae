package tw.minsheng.statistics.estimate;

import java.util.Arrays;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;

/** Values that occur many times, as a frequency table: what can be told of millions of whole numbers without keeping each. */
public final class CountedValues {

    public static final CountedValues NONE = new CountedValues(new double[0], new long[0]);

    private final double[] values;
    private final long[] counts;

    /**
     * @param values rising, each once
     * @param counts how often each occurs, 0 or more
     * @throws IllegalArgumentException when values do not rise, a count is negative, or the two differ in length
     */
    public CountedValues(double[] values, long[] counts) {
        this.values = values.clone();
        this.counts = counts.clone();
        boolean wrong = values.length != counts.length;
        for (int i = 0; i < values.length && !wrong; i++) {
            wrong = counts[i] < 0 || !Double.isFinite(values[i]) || (i > 0 && values[i] <= values[i - 1]);
        }
        if (wrong) {
            throw new IllegalArgumentException("no frequency table of " + values.length + " values");
        }
    }

    /** The table of single values, in any order. */
    public static CountedValues of(double... single) {
        double[] sorted = single.clone();
        Arrays.sort(sorted);
        double[] values = new double[sorted.length];
        long[] counts = new long[sorted.length];
        int size = 0;
        for (double value : sorted) {
            if (size == 0 || values[size - 1] != value) {
                values[size++] = value + 0.0; // −0.0 is 0.0, so that equal values are one value
            }
            counts[size - 1]++;
        }
        return new CountedValues(Arrays.copyOf(values, size), Arrays.copyOf(counts, size));
    }

    /** Rising. */
    public double[] values() {
        return values.clone();
    }

    /** How often each of {@link #values} occurs. */
    public long[] counts() {
        return counts.clone();
    }

    /** How many values there are, each as often as it occurs. */
    public long n() {
        return Arrays.stream(counts).sum();
    }

    /** @param p in (0, 1); {@code no_data} without values */
    public Value quantile(Quantile rule, double p) {
        double[] weights = Arrays.stream(counts).mapToDouble(n -> (double) n).toArray();
        return rule.of(values, weights, p);
    }

    /** Σnx/Σn; exact as long as the sums of whole numbers stay below 2⁵³. */
    public Value mean() {
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += values[i] * counts[i];
        }
        long n = n();
        return n == 0 ? Value.undefined(Reason.NO_DATA) : Value.of(sum / n);
    }
}
