package tw.minsheng.dataset.cases;

import java.util.Arrays;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.estimate.CountedValues;
import tw.minsheng.statistics.moments.Moments;

/** A growing list of seconds, 8 bytes each. */
public final class Seconds implements Durations {

    private static final int FIRST = 16;
    private static final double PER_DAY = 86_400;

    private long[] values = new long[FIRST];
    private int size;

    @Override
    public void add(long seconds) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size + (size >> 1));
        }
        values[size++] = seconds;
    }

    @Override
    public int size() {
        return size;
    }

    /** The value at a place, in the order in which they came. */
    long at(int place) {
        return values[place];
    }

    /** The values in days, in the order in which they came. */
    public double[] days() {
        return Arrays.stream(values, 0, size).mapToDouble(s -> s / PER_DAY).toArray();
    }

    @Override
    public CountedValues counted() {
        return CountedValues.of(days());
    }

    @Override
    public Value mean() {
        double[] days = days();
        Arrays.sort(days);
        return Moments.of(days).mean();
    }

    /** How many lie before this second. */
    public long before(long second) {
        return Arrays.stream(values, 0, size).filter(s -> s < second).count();
    }
}
