package tw.minsheng.dataset.cases;

import java.util.Arrays;
import java.util.stream.IntStream;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.estimate.CountedValues;

/** Whole days, counted by their value: its memory grows with the longest, not with their number. */
public final class DayCounts implements Durations {

    private static final int FIRST = 32;
    /** Nearly a thousand years of working days: what is longer was typed wrong. */
    private static final long LONGEST = 250_000;

    private int[] counts = new int[FIRST];
    private int size;

    /** @param days not negative; at most 250,000 are told apart */
    @Override
    public void add(long days) {
        int day = (int) Math.min(LONGEST, days);
        if (day >= counts.length) {
            counts = Arrays.copyOf(counts, Math.max(day + 1, counts.length * 2));
        }
        counts[day]++;
        size++;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public CountedValues counted() {
        int[] days =
                IntStream.range(0, counts.length).filter(day -> counts[day] > 0).toArray();
        return new CountedValues(
                Arrays.stream(days).asDoubleStream().toArray(),
                Arrays.stream(days).mapToLong(day -> counts[day]).toArray());
    }

    @Override
    public Value mean() {
        return counted().mean();
    }
}
