package tw.minsheng.statistics.moments;

import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.EigenDecomposition;

/** A square symmetric matrix that never changes. */
public final class SymmetricMatrix {

    /** A matrix is singular when its smallest eigenvalue is below this part of the largest. */
    private static final double SINGULAR = 1e-12;

    private final int size;
    private final double[] cells;

    private SymmetricMatrix(int size, double[] cells) {
        this.size = size;
        this.cells = cells;
    }

    /** One cell by its row and column. */
    @FunctionalInterface
    public interface Cell {
        double at(int row, int column);
    }

    /** Asks for each cell of the lower triangle once. */
    public static SymmetricMatrix of(int size, Cell cell) {
        double[] cells = new double[size * size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                double value = cell.at(i, j);
                cells[i * size + j] = value;
                cells[j * size + i] = value;
            }
        }
        return new SymmetricMatrix(size, cells);
    }

    /** @throws IllegalArgumentException when the rows are not square */
    public static SymmetricMatrix of(double[][] rows) {
        for (double[] row : rows) {
            if (row.length != rows.length) {
                throw new IllegalArgumentException("not square: " + rows.length + " rows, one of " + row.length);
            }
        }
        return of(rows.length, (i, j) -> rows[i][j]);
    }

    public int size() {
        return size;
    }

    public double at(int row, int column) {
        return cells[row * size + column];
    }

    public double trace() {
        double sum = 0;
        for (int i = 0; i < size; i++) {
            sum += at(i, i);
        }
        return sum;
    }

    /** The sum of all elements: for a covariance matrix the variance of the sum score. */
    public double sum() {
        double sum = 0;
        for (double cell : cells) {
            sum += cell;
        }
        return sum;
    }

    public double rowSum(int row) {
        double sum = 0;
        for (int j = 0; j < size; j++) {
            sum += at(row, j);
        }
        return sum;
    }

    /** The elements below the diagonal, row by row. */
    public double[] belowDiagonal() {
        double[] below = new double[size * (size - 1) / 2];
        int next = 0;
        for (int i = 1; i < size; i++) {
            for (int j = 0; j < i; j++) {
                below[next++] = at(i, j);
            }
        }
        return below;
    }

    /** x′Ax. */
    public double form(double[] x) {
        double sum = 0;
        for (int a = 0; a < size(); a++) {
            for (int b = 0; b < size(); b++) {
                sum += x[a] * at(a, b) * x[b];
            }
        }
        return sum;
    }

    /** cA. */
    public SymmetricMatrix times(double number) {
        return of(size, (i, j) -> number * at(i, j));
    }

    /** Ax. */
    public double[] times(double[] x) {
        double[] product = new double[size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                product[i] += at(i, j) * x[j];
            }
        }
        return product;
    }

    /**
     * SAS′: the covariance of sums of numbers with the covariance A.
     *
     * @param slopes S, a row for each sum with one weight for each number
     */
    public SymmetricMatrix ofSums(double[][] slopes) {
        return of(slopes.length, (a, b) -> {
            double sum = 0;
            for (int c = 0; c < size(); c++) {
                for (int d = 0; d < size(); d++) {
                    sum += slopes[a][c] * at(c, d) * slopes[b][d];
                }
            }
            return sum;
        });
    }

    /** The rows and columns of these numbers, in this order. */
    public SymmetricMatrix select(int... indices) {
        return of(indices.length, (i, j) -> at(indices[i], indices[j]));
    }

    /** The covariance as correlation, r_ij = c_ij/√(c_ii·c_jj); every diagonal element must be positive. */
    public SymmetricMatrix correlation() {
        return of(size, (i, j) -> i == j ? 1 : at(i, j) / (StrictMath.sqrt(at(i, i)) * StrictMath.sqrt(at(j, j))));
    }

    /** Sum of the products of all elements: the trace of the matrix product with another of this size. */
    public double traceOfProduct(SymmetricMatrix other) {
        double sum = 0;
        for (int cell = 0; cell < cells.length; cell++) {
            sum += cells[cell] * other.cells[cell];
        }
        return sum;
    }

    /** The logarithm of the determinant. Ask {@link #definiteness} first: it must be positive definite. */
    public double lnDeterminant() {
        double ln = 0;
        for (double value : eigenvalues()) {
            ln += StrictMath.log(value);
        }
        return ln;
    }

    /** Eigenvalues, largest first. */
    public double[] eigenvalues() {
        double[] values = new EigenDecomposition(new Array2DRowRealMatrix(toArray(), false)).getRealEigenvalues();
        Arrays.sort(values);
        double[] falling = new double[size];
        for (int i = 0; i < size; i++) {
            falling[i] = values[size - 1 - i];
        }
        return falling;
    }

    /** Eigenvalues with their vectors, largest first. */
    public EigenSystem eigen() {
        EigenDecomposition found = new EigenDecomposition(new Array2DRowRealMatrix(toArray(), false));
        double[] values = found.getRealEigenvalues();
        double[][] vectors = new double[size][];
        for (int j = 0; j < size; j++) {
            vectors[j] = found.getEigenvector(j).toArray();
        }
        return EigenSystem.sorted(values, vectors);
    }

    /** What can be said of the matrix before it is turned over. */
    public enum Definiteness {
        POSITIVE_DEFINITE,
        SINGULAR,
        INDEFINITE
    }

    public Definiteness definiteness() {
        double[] values = eigenvalues();
        double border = SINGULAR * values[0];
        double smallest = values[size - 1];
        if (smallest > border) {
            return Definiteness.POSITIVE_DEFINITE;
        }
        return smallest < -border ? Definiteness.INDEFINITE : Definiteness.SINGULAR;
    }

    /** The inverse. Ask {@link #definiteness} first: it must be positive definite. */
    public SymmetricMatrix inverse() {
        double[][] inverse = new CholeskyDecomposition(new Array2DRowRealMatrix(toArray(), false), 1e-10, 0)
                .getSolver()
                .getInverse()
                .getData();
        return of(size, (i, j) -> (inverse[i][j] + inverse[j][i]) / 2);
    }

    /**
     * L⁻¹BL⁻ᵀ with LLᵀ this matrix: its eigenvalues are those of A⁻¹B.
     *
     * @return empty when this matrix is singular or has a negative eigenvalue
     */
    public Optional<SymmetricMatrix> whiten(SymmetricMatrix other) {
        return root().map(l -> {
            double[][] half = other.toArray();
            substitute(l, half);
            double[][] turned = new double[size][size];
            for (int i = 0; i < size; i++) {
                for (int j = 0; j < size; j++) {
                    turned[j][i] = half[i][j];
                }
            }
            substitute(l, turned);
            return of(size, (i, j) -> (turned[i][j] + turned[j][i]) / 2);
        });
    }

    /** The lower triangle L of A = LLᵀ; empty when a pivot is next to nothing. */
    private Optional<double[][]> root() {
        double[][] l = toArray();
        double largest = 0;
        for (int i = 0; i < size; i++) {
            largest = StrictMath.max(largest, at(i, i));
        }
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = l[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= l[i][k] * l[j][k];
                }
                if (j < i) {
                    l[i][j] = sum / l[j][j];
                } else if (sum > SINGULAR * largest) {
                    l[i][i] = StrictMath.sqrt(sum);
                } else {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(l);
    }

    /** Solves LX = B in place, whole rows at a time. */
    private static void substitute(double[][] l, double[][] b) {
        for (int i = 0; i < b.length; i++) {
            for (int k = 0; k < i; k++) {
                double factor = l[i][k];
                for (int column = 0; column < b.length; column++) {
                    b[i][column] -= factor * b[k][column];
                }
            }
            for (int column = 0; column < b.length; column++) {
                b[i][column] /= l[i][i];
            }
        }
    }

    /** A copy as rows. */
    public double[][] toArray() {
        double[][] rows = new double[size][];
        for (int i = 0; i < size; i++) {
            rows[i] = Arrays.copyOfRange(cells, i * size, (i + 1) * size);
        }
        return rows;
    }
}
