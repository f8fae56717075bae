package tw.minsheng.statistics.association;

import java.util.Arrays;
import java.util.stream.IntStream;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.distribution.ChiSquare;

/**
 * Counts by two kinds of categories (PT3): χ² = Σ(o − e)²/e with e = row · column / n and (r − 1)(c − 1) degrees of freedom, without
 * Yates' correction (Pearson 1900); Cramér's V = √(χ²/(n · (min(r, c) − 1))) (Cramér 1946, 21.9); adjusted residuals
 * (o − e)/√(e(1 − row/n)(1 − column/n)) (Haberman 1973), each about standard normal where the two are independent. Same as
 * {@code chisq.test(x, correct = FALSE)$statistic} and {@code $stdres}. Rows and columns without any case are dropped.
 */
public final class CrossTable {

    private static final double FEW = 5;

    private final long[][] counts;
    private final long[] rows;
    private final long[] columns;
    private final double n;
    private final int usedRows;
    private final int usedColumns;

    private CrossTable(long[][] counts, long[] rows, long[] columns) {
        this.counts = counts;
        this.rows = rows;
        this.columns = columns;
        this.n = Arrays.stream(rows).sum();
        this.usedRows = used(rows);
        this.usedColumns = used(columns);
    }

    private static int used(long[] sums) {
        return (int) Arrays.stream(sums).filter(sum -> sum > 0).count();
    }

    /**
     * @param counts rows of equal length, no count negative
     * @throws IllegalArgumentException when they are not
     */
    public static CrossTable of(long[][] counts) {
        int width = counts.length == 0 ? 0 : counts[0].length;
        long[][] copy = Arrays.stream(counts).map(long[]::clone).toArray(long[][]::new);
        long[] rows = new long[copy.length];
        long[] columns = new long[width];
        for (int row = 0; row < copy.length; row++) {
            if (copy[row].length != width || Arrays.stream(copy[row]).anyMatch(count -> count < 0)) {
                throw new IllegalArgumentException("row " + row + " is not one of " + width + " counts");
            }
            for (int column = 0; column < width; column++) {
                rows[row] += copy[row][column];
                columns[column] += copy[row][column];
            }
        }
        return new CrossTable(copy, rows, columns);
    }

    /** All cases. */
    public long n() {
        return (long) n;
    }

    /** Cases expected in a cell if rows and columns were independent; 0 in an empty table. */
    public double expected(int row, int column) {
        return n == 0 ? 0 : (double) rows[row] * columns[column] / n;
    }

    /** {@code no_data} without cases; {@code no_variation} when there are cases in one row or one column only. */
    public Value chiSquare() {
        if (n == 0) {
            return Value.undefined(Reason.NO_DATA);
        }
        if (degrees() == 0) {
            return Value.undefined(Reason.NO_VARIATION);
        }
        double sum = 0;
        for (int row = 0; row < counts.length; row++) {
            for (int column = 0; column < columns.length; column++) {
                double expected = expected(row, column);
                if (expected > 0) {
                    double difference = counts[row][column] - expected;
                    sum += difference * difference / expected;
                }
            }
        }
        return Value.of(sum);
    }

    /** Of rows and columns that have cases. */
    public long degrees() {
        return Math.max(0, usedRows - 1) * (long) Math.max(0, usedColumns - 1);
    }

    /** P(χ² or more) if rows and columns were independent. */
    public Value p() {
        return chiSquare().map(x2 -> ChiSquare.upperTail(x2, (double) degrees()));
    }

    /** From 0, independent, to 1. */
    public Value cramersV() {
        return chiSquare().map(x2 -> StrictMath.sqrt(x2 / (n * (Math.min(usedRows, usedColumns) - 1))));
    }

    /** {@code no_variation} where all cases are in this row or this column, or none is. */
    public Value adjustedResidual(int row, int column) {
        double expected = expected(row, column);
        double spread = n == 0 ? 0 : expected * (1 - rows[row] / n) * (1 - columns[column] / n);
        return spread > 0
                ? Value.of((counts[row][column] - expected) / StrictMath.sqrt(spread))
                : Value.undefined(Reason.NO_VARIATION);
    }

    /** Cells, of rows and columns that have cases, in which fewer than five are expected: with many of them p is not to be trusted. */
    public long fewExpected() {
        return IntStream.range(0, counts.length)
                .filter(row -> rows[row] > 0)
                .mapToLong(row -> IntStream.range(0, columns.length)
                        .filter(column -> columns[column] > 0 && expected(row, column) < FEW)
                        .count())
                .sum();
    }

    /** Rows times columns that have cases. */
    public long cells() {
        return (long) usedRows * usedColumns;
    }
}
