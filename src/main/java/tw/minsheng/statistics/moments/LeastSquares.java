package tw.minsheng.statistics.moments;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import tw.minsheng.statistics.Value;

/**
 * Weighted least squares by Householder reflections of √w·X, which keeps more digits than the normal equations: coefficients
 * (X′WX)⁻¹X′Wy and the matrix (X′WX)⁻¹.
 */
public final class LeastSquares {

    /** A column that keeps less than this part of its length beside the others is one of them. */
    private static final double SINGULAR = 1e-9;

    private final double[] coefficients;
    private final SymmetricMatrix inverse;

    private LeastSquares(double[] coefficients, SymmetricMatrix inverse) {
        this.coefficients = coefficients;
        this.inverse = inverse;
    }

    /**
     * Nothing when a predictor follows from the others or there are fewer rows with weight than predictors.
     *
     * @param predictors by row, as many numbers as there are coefficients, the 1 of the intercept among them
     * @param outcome one per row
     * @param weights 0 or more, one per row
     */
    public static Optional<LeastSquares> fit(double[][] predictors, double[] outcome, double[] weights) {
        int n = outcome.length;
        int k = n == 0 ? 0 : predictors[0].length;
        double[][] rows = new double[n][k + 1];
        for (int i = 0; i < n; i++) {
            double root = StrictMath.sqrt(weights[i]);
            for (int j = 0; j < k; j++) {
                rows[i][j] = root * predictors[i][j];
            }
            rows[i][k] = root * outcome[i];
        }
        if (k == 0 || !triangulate(rows, k)) {
            return Optional.empty();
        }
        double[][] turned = invertedTriangle(rows, k);
        double[] coefficients = new double[k];
        for (int j = 0; j < k; j++) {
            for (int m = j; m < k; m++) {
                coefficients[j] += turned[j][m] * rows[m][k];
            }
        }
        return Optional.of(new LeastSquares(coefficients, SymmetricMatrix.of(k, (a, b) -> {
            double sum = 0;
            for (int m = StrictMath.max(a, b); m < k; m++) {
                sum += turned[a][m] * turned[b][m];
            }
            return sum;
        })));
    }

    /** Turns the first k columns into a triangle, and the last one with them; false when a column has nothing of its own. */
    private static boolean triangulate(double[][] rows, int k) {
        for (int j = 0; j < k; j++) {
            double length = norm(rows, 0, j);
            double rest = norm(rows, j, j);
            if (!(rest > SINGULAR * length)) {
                return false;
            }
            reflect(rows, j, rows[j][j] > 0 ? -rest : rest);
        }
        return true;
    }

    private static double norm(double[][] rows, int from, int column) {
        double sum = 0;
        for (int i = from; i < rows.length; i++) {
            sum += rows[i][column] * rows[i][column];
        }
        return StrictMath.sqrt(sum);
    }

    /** The reflection that leaves of column j, from row j on, only its length. */
    private static void reflect(double[][] rows, int j, double length) {
        double[] mirror = new double[rows.length];
        double square = 0;
        for (int i = j; i < rows.length; i++) {
            mirror[i] = rows[i][j] - (i == j ? length : 0);
            square += mirror[i] * mirror[i];
        }
        for (int column = j; column < rows[0].length; column++) {
            double along = 0;
            for (int i = j; i < rows.length; i++) {
                along += mirror[i] * rows[i][column];
            }
            double times = 2 * along / square;
            for (int i = j; i < rows.length; i++) {
                rows[i][column] -= times * mirror[i];
            }
        }
    }

    private static double[][] invertedTriangle(double[][] rows, int k) {
        double[][] inverse = new double[k][k];
        for (int column = 0; column < k; column++) {
            for (int row = column; row >= 0; row--) {
                double sum = row == column ? 1 : 0;
                for (int m = row + 1; m <= column; m++) {
                    sum -= rows[row][m] * inverse[m][column];
                }
                inverse[row][column] = sum / rows[row][row];
            }
        }
        return inverse;
    }

    public int size() {
        return coefficients.length;
    }

    public double coefficient(int index) {
        return coefficients[index];
    }

    /** All of them, in the order of the columns. */
    public List<Value> coefficients() {
        return Arrays.stream(coefficients).mapToObj(Value::of).toList();
    }

    /** (X′WX)⁻¹. */
    public SymmetricMatrix inverse() {
        return inverse;
    }

    /** Σxβ of one row. */
    public double predicted(double[] predictors) {
        double sum = 0;
        for (int j = 0; j < coefficients.length; j++) {
            sum += coefficients[j] * predictors[j];
        }
        return sum;
    }
}
