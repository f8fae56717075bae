package tw.minsheng.statistics.factor;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Numbers of items (rows) by factors (columns): loadings, patterns, structures. Never changes. */
public final class FactorMatrix {

    private final int rows;
    private final int columns;
    private final double[] cells;

    private FactorMatrix(int rows, int columns, double[] cells) {
        this.rows = rows;
        this.columns = columns;
        this.cells = cells;
    }

    /** One cell by its row and column. */
    @FunctionalInterface
    public interface Cell {
        double at(int row, int column);
    }

    /** Asks for each cell once, row by row. */
    public static FactorMatrix of(int rows, int columns, Cell cell) {
        double[] cells = new double[rows * columns];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                cells[i * columns + j] = cell.at(i, j);
            }
        }
        return new FactorMatrix(rows, columns, cells);
    }

    static FactorMatrix identity(int size) {
        return of(size, size, (i, j) -> i == j ? 1 : 0);
    }

    public int rows() {
        return rows;
    }

    public int columns() {
        return columns;
    }

    public double at(int row, int column) {
        return cells[row * columns + column];
    }

    /** The matrix product of this (n × k) and the other (k × m). */
    public FactorMatrix times(FactorMatrix other) {
        return of(rows, other.columns, (i, j) -> {
            double sum = 0;
            for (int m = 0; m < columns; m++) {
                sum += at(i, m) * other.at(m, j);
            }
            return sum;
        });
    }

    /** This, turned over, times the other: k × n by n × m. */
    FactorMatrix transposedTimes(FactorMatrix other) {
        return of(columns, other.columns, (i, j) -> {
            double sum = 0;
            for (int m = 0; m < rows; m++) {
                sum += at(m, i) * other.at(m, j);
            }
            return sum;
        });
    }

    FactorMatrix transposed() {
        return of(columns, rows, (i, j) -> at(j, i));
    }

    /** Each cell multiplied by a number of its row. */
    FactorMatrix scaledRows(double[] by) {
        return of(rows, columns, (i, j) -> at(i, j) * by[i]);
    }

    /** Each cell multiplied by a number of its column. */
    FactorMatrix scaledColumns(double[] by) {
        return of(rows, columns, (i, j) -> at(i, j) * by[j]);
    }

    /** Sum of squares of a row: for orthogonal factors the communality of the item. */
    public double rowSquares(int row) {
        double sum = 0;
        for (int j = 0; j < columns; j++) {
            sum += at(row, j) * at(row, j);
        }
        return sum;
    }

    /** Sum of squares of a column. */
    public double columnSquares(int column) {
        double sum = 0;
        for (int i = 0; i < rows; i++) {
            sum += at(i, column) * at(i, column);
        }
        return sum;
    }

    double columnSum(int column) {
        double sum = 0;
        for (int i = 0; i < rows; i++) {
            sum += at(i, column);
        }
        return sum;
    }

    double[] rowNorms() {
        double[] norms = new double[rows];
        Arrays.setAll(norms, i -> StrictMath.sqrt(rowSquares(i)));
        return norms;
    }

    /** Which column stands where, and turned or not, so that columns fall by their sums of squares and none has a negative sum. */
    record Arrangement(List<Integer> order, List<Double> signs) {

        FactorMatrix columnsOf(FactorMatrix matrix) {
            return of(matrix.rows, matrix.columns, (i, j) -> matrix.at(i, order.get(j)) * signs.get(j));
        }

        /** Rows and columns of a matrix of factors by factors. */
        FactorMatrix bothOf(FactorMatrix matrix) {
            return of(
                    matrix.rows,
                    matrix.columns,
                    (i, j) -> matrix.at(order.get(i), order.get(j)) * signs.get(i) * signs.get(j));
        }
    }

    Arrangement arrangement() {
        List<Integer> order = IntStream.range(0, columns)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer j) -> -columnSquares(j)))
                .toList();
        List<Double> signs =
                order.stream().map(j -> columnSum(j) < 0 ? -1.0 : 1.0).toList();
        return new Arrangement(order, signs);
    }

    /** Columns by falling sum of squares, each with a sum of 0 or more. */
    public FactorMatrix canonical() {
        return arrangement().columnsOf(this);
    }

    /** A copy as rows. */
    public double[][] toArray() {
        double[][] array = new double[rows][];
        Arrays.setAll(array, i -> Arrays.copyOfRange(cells, i * columns, (i + 1) * columns));
        return array;
    }
}
