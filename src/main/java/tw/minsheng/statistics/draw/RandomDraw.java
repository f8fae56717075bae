package tw.minsheng.statistics.draw;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.IntStream;
import tw.minsheng.statistics.distribution.SplitMix64;

/**
 * Simple random draws without replacement (簡單隨機抽樣), also within strata (分層隨機抽樣) (DR1): every row of the frame gets one
 * 64-bit number, in the order of the frame; in each stratum the n smallest win, compared without a sign, ties by row
 * (Sunter 1977, list sequential by sorting).
 */
public final class RandomDraw {

    private static final Comparator<Ticket> ORDER = Comparator.<Ticket, Long>comparing(
                    Ticket::number, Long::compareUnsigned)
            .thenComparingInt(Ticket::row);

    private RandomDraw() {}

    private record Ticket(long number, int row) {}

    /**
     * From one list.
     *
     * @param rows N, 0 or more
     * @param n 0 to N
     * @return rows drawn, counted from 0, ascending
     * @throws IllegalArgumentException when n is outside
     */
    public static int[] of(int rows, int n, SplitMix64 random) {
        return of(new int[rows], new int[] {n}, random);
    }

    /**
     * From every stratum.
     *
     * @param strata stratum of each row, 0 … H−1
     * @param sizes n_h of each stratum, 0 to the rows it has
     * @return rows drawn, counted from 0, ascending
     * @throws IllegalArgumentException when a size is outside
     */
    public static int[] of(int[] strata, int[] sizes, SplitMix64 random) {
        refuseTooMany(strata, sizes);
        List<PriorityQueue<Ticket>> winners = new ArrayList<>();
        for (int h = 0; h < sizes.length; h++) {
            winners.add(new PriorityQueue<>(ORDER.reversed()));
        }
        for (int row = 0; row < strata.length; row++) {
            Ticket ticket = new Ticket(random.nextLong(), row);
            PriorityQueue<Ticket> held = winners.get(strata[row]);
            held.add(ticket);
            if (held.size() > sizes[strata[row]]) {
                held.remove();
            }
        }
        return winners.stream()
                .flatMap(PriorityQueue::stream)
                .mapToInt(Ticket::row)
                .sorted()
                .toArray();
    }

    private static void refuseTooMany(int[] strata, int[] sizes) {
        int[] rows = new int[sizes.length];
        Arrays.stream(strata).forEach(h -> rows[h]++);
        if (IntStream.range(0, sizes.length).anyMatch(h -> sizes[h] < 0 || sizes[h] > rows[h])) {
            throw new IllegalArgumentException("n of a stratum is 0 to its rows");
        }
    }
}
