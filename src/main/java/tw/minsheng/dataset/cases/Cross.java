package tw.minsheng.dataset.cases;

import java.util.Arrays;

/** Counts by two numbers, each from 0 on. */
final class Cross {

    private long[][] rows = new long[0][];

    void add(int row, int column) {
        if (row >= rows.length) {
            int before = rows.length;
            rows = Arrays.copyOf(rows, Math.max(row + 1, before * 2));
            Arrays.fill(rows, before, rows.length, new long[0]);
        }
        if (column >= rows[row].length) {
            rows[row] = Arrays.copyOf(rows[row], Math.max(column + 1, rows[row].length * 2));
        }
        rows[row][column]++;
    }

    long at(int row, int column) {
        return row < rows.length && column < rows[row].length ? rows[row][column] : 0;
    }
}
