package tw.minsheng.statistics;

import java.util.function.IntPredicate;
import java.util.function.IntToLongFunction;

/**
 * Which cells of a cross table are too small to be shown (小細格隱藏, two ways). A cell of 1 … least − 1 people is hidden; row and column
 * totals are printed, so in each line that has a hidden cell the next smallest are hidden too, until two or more are hidden that
 * together are {@code least} people or more, or nothing is left to hide. An empty cell shows nobody and stays. Where the sum of the
 * first columns of a row is printed too, the rule holds for them and for the others apart, as far as it can.
 */
public final class SmallTable {

    private final long least;
    private final long[][] counts;
    private final boolean[][] hidden;
    private final int split;

    private SmallTable(long least, long[][] counts, int split) {
        this.split = split;
        this.least = least;
        this.counts = counts;
        this.hidden = new boolean[counts.length][counts.length == 0 ? 0 : counts[0].length];
    }

    /**
     * Hides.
     *
     * @param least smallest number of people that is shown
     * @param counts people by row and column; rows of one length, none negative
     * @param split how many of the first columns have a sum of their own; 0 for none
     */
    public static SmallTable of(long least, long[][] counts, int split) {
        long[][] copy = new long[counts.length][];
        for (int i = 0; i < counts.length; i++) {
            copy[i] = counts[i].clone();
        }
        SmallTable table = new SmallTable(least, copy, split);
        table.hideSmall();
        boolean changed = true;
        while (changed) {
            changed = table.hideMore();
        }
        return table;
    }

    private void hideSmall() {
        for (int i = 0; i < hidden.length; i++) {
            for (int j = 0; j < hidden[i].length; j++) {
                hidden[i][j] = counts[i][j] > 0 && counts[i][j] < least;
            }
        }
    }

    /** One more cell in each line that needs it; whether there was one. */
    private boolean hideMore() {
        boolean changed = false;
        for (int i = 0; i < hidden.length; i++) {
            int found = nextOfRow(i);
            if (found >= 0) {
                hidden[i][found] = true;
                changed = true;
            }
        }
        for (int j = 0; hidden.length > 0 && j < hidden[0].length; j++) {
            int column = j;
            int found = next(0, hidden.length, i -> counts[i][column], i -> hidden[i][column]);
            if (found >= 0) {
                hidden[found][j] = true;
                changed = true;
            }
        }
        return changed;
    }

    /** A cell of the part that needs it; of the whole row where its part has none left. */
    private int nextOfRow(int row) {
        int width = hidden[row].length;
        int first = next(0, split, j -> counts[row][j], j -> hidden[row][j]);
        int second = first >= 0 ? first : next(split, width, j -> counts[row][j], j -> hidden[row][j]);
        return second >= 0 ? second : next(0, width, j -> counts[row][j], j -> hidden[row][j]);
    }

    /** The smallest shown cell of a line whose hidden ones could be found by subtraction; −1 for none. */
    private int next(int from, int to, IntToLongFunction count, IntPredicate isHidden) {
        long cells = 0;
        long people = 0;
        int smallest = -1;
        for (int i = from; i < to; i++) {
            long n = count.applyAsLong(i);
            if (isHidden.test(i)) {
                cells++;
                people += n;
            } else if (n > 0 && (smallest < 0 || n < count.applyAsLong(smallest))) {
                smallest = i;
            }
        }
        return cells == 0 || (cells > 1 && people >= least) ? -1 : smallest;
    }

    public boolean isHidden(int row, int column) {
        return hidden[row][column];
    }
}
