package tw.minsheng.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tw.minsheng.statistics.Missing;
import tw.minsheng.statistics.battery.Answers;

/** Answers of a file, growing row by row: one byte each while an item has small whole numbers only, else one double. */
final class ScaleAnswers implements Answers {

    private final List<Column> columns = new ArrayList<>();
    private int rows;

    ScaleAnswers(int items) {
        for (int i = 0; i < items; i++) {
            columns.add(new Column());
        }
    }

    /** @param row one number for each item, or {@link Missing#ANSWER} */
    void add(double[] row) {
        for (int i = 0; i < row.length; i++) {
            columns.get(i).set(rows, row[i]);
        }
        rows++;
    }

    @Override
    public int rows() {
        return rows;
    }

    @Override
    public int items() {
        return columns.size();
    }

    @Override
    public double at(int row, int item) {
        return columns.get(item).at(row);
    }

    private static final class Column {
        private static final int FIRST = 1024;
        private static final byte NONE = Byte.MIN_VALUE;

        private byte[] small = new byte[FIRST];
        private double[] wide = new double[0];
        private boolean isWide;

        void set(int row, double answer) {
            if (!isWide && !Missing.is(answer) && (answer != Math.rint(answer) || Math.abs(answer) > Byte.MAX_VALUE)) {
                widen(row);
            }
            if (isWide) {
                wide = row < wide.length ? wide : Arrays.copyOf(wide, row + (row >> 1) + 1);
                wide[row] = answer;
            } else {
                small = row < small.length ? small : Arrays.copyOf(small, row + (row >> 1) + 1);
                small[row] = Missing.is(answer) ? NONE : (byte) answer;
            }
        }

        private void widen(int rows) {
            wide = new double[Math.max(FIRST, rows + 1)];
            for (int i = 0; i < rows; i++) {
                wide[i] = at(i);
            }
            small = new byte[0];
            isWide = true;
        }

        double at(int row) {
            if (isWide) {
                return wide[row];
            }
            return small[row] == NONE ? Missing.ANSWER : small[row];
        }
    }
}
