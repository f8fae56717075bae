package tw.minsheng.dataset.cases;

import java.util.Arrays;

/** A growing list of seconds, 8 bytes each. */
public final class Seconds {

    private static final int FIRST = 16;
    private static final double PER_DAY = 86_400;

    private long[] values = new long[FIRST];
    private int size;

    void add(long seconds) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size + (size >> 1));
        }
        values[size++] = seconds;
    }

    public int size() {
        return size;
    }

    /** The values in days, in the order in which they came. */
    public double[] days() {
        return Arrays.stream(values, 0, size).mapToDouble(s -> s / PER_DAY).toArray();
    }

    /** Days from each value to this second. */
    public double[] daysUntil(long second) {
        return Arrays.stream(values, 0, size)
                .mapToDouble(s -> (second - s) / PER_DAY)
                .toArray();
    }

    /** How many lie before this second. */
    public long before(long second) {
        return Arrays.stream(values, 0, size).filter(s -> s < second).count();
    }
}
