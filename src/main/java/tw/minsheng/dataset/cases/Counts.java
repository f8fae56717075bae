package tw.minsheng.dataset.cases;

import java.util.Arrays;

/** A row of counts that grows to both sides, numbered by days, weeks or whatever follows one another. */
final class Counts {

    private static final int MARGIN = 16;

    private int[] values = new int[0];
    private long first;

    void add(long at) {
        add(at, 1);
    }

    private void add(long at, int count) {
        if (values.length == 0) {
            first = at;
            values = new int[MARGIN];
        } else if (at < first) {
            int more = Math.toIntExact(first - at) + values.length / 2;
            int[] wider = new int[values.length + more];
            System.arraycopy(values, 0, wider, more, values.length);
            values = wider;
            first -= more;
        } else if (at - first >= values.length) {
            values = Arrays.copyOf(values, Math.toIntExact(at - first) + 1 + values.length / 2);
        }
        values[(int) (at - first)] += count;
    }

    long at(long place) {
        return place < first || place - first >= values.length ? 0 : values[(int) (place - first)];
    }

    /** The first place with a count; 0 when there is none. */
    long first() {
        int place = 0;
        while (place < values.length && values[place] == 0) {
            place++;
        }
        return place == values.length ? 0 : first + place;
    }

    long sum() {
        return Arrays.stream(values).asLongStream().sum();
    }

    /** Adds every count to another row. */
    void into(Counts other) {
        each((place, count) -> other.add(place, Math.toIntExact(count)));
    }

    /** What is done with each place that has a count. */
    interface Each {
        void take(long place, long count);
    }

    void each(Each each) {
        for (int i = 0; i < values.length; i++) {
            if (values[i] > 0) {
                each.take(first + i, values[i]);
            }
        }
    }
}
