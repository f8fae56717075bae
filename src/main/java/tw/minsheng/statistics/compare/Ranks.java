package tw.minsheng.statistics.compare;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Ranks of numbers, ties sharing the mean of their ranks. Numbers that ought to be equal must be: round means to 12 digits
 * before, because (a+b+c)/3 breaks ties.
 */
public final class Ranks {

    private final double[] ranks;
    private final double ties;

    private Ranks(double[] ranks, double ties) {
        this.ranks = ranks;
        this.ties = ties;
    }

    public static Ranks of(double... values) {
        int[] order = IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> values[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] ranks = new double[values.length];
        double ties = 0;
        for (int from = 0; from < order.length; ) {
            int to = from;
            while (to < order.length && values[order[to]] == values[order[from]]) {
                to++;
            }
            double rank = (from + 1 + to) / 2.0;
            for (int i = from; i < to; i++) {
                ranks[order[i]] = rank;
            }
            double tied = to - from;
            ties += tied * tied * tied - tied;
            from = to;
        }
        return new Ranks(ranks, ties);
    }

    public double at(int index) {
        return ranks[index];
    }

    public int size() {
        return ranks.length;
    }

    /** Σ(t³ − t) over the groups of ties. */
    public double ties() {
        return ties;
    }

    /** A copy of all. */
    public double[] toArray() {
        return Arrays.copyOf(ranks, ranks.length);
    }
}
