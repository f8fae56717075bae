package tw.minsheng.statistics.factor;

import java.util.Arrays;

/**
 * 最大變異法 by planar rotations until every angle is below 1e-14 (C7). Kaiser 1958; {@code GPArotation::Varimax}, finished.
 */
public final class Varimax {

    private static final double STILL = 1e-14;
    private static final int MOST_ROUNDS = 5_000;

    private Varimax() {}

    /**
     * @param loadings items × factors, 2 factors or more; one factor stays as it is
     * @param kaiser whether each item counts alike: its loadings are divided by the root of its communality meanwhile
     */
    public static Rotation of(FactorMatrix loadings, boolean kaiser) {
        return Rotation.orthogonal(turned(loadings, kaiser));
    }

    /** The same as it comes, not canonical. */
    static FactorMatrix turned(FactorMatrix loadings, boolean kaiser) {
        double[] norms = loadings.rowNorms();
        Arrays.setAll(norms, i -> kaiser && norms[i] > 0 ? norms[i] : 1);
        double[][] cells = FactorMatrix.of(loadings.rows(), loadings.columns(), (i, j) -> loadings.at(i, j) / norms[i])
                .toArray();
        for (int round = 0; round < MOST_ROUNDS && round(cells, loadings.columns()) >= STILL; round++) {}
        return FactorMatrix.of(loadings.rows(), loadings.columns(), (i, j) -> cells[i][j] * norms[i]);
    }

    /** Each pair of factors once; the largest angle. */
    private static double round(double[][] cells, int factors) {
        double largest = 0;
        for (int a = 0; a < factors; a++) {
            for (int b = a + 1; b < factors; b++) {
                double angle = angle(cells, a, b);
                turn(cells, a, b, angle);
                largest = StrictMath.max(largest, StrictMath.abs(angle));
            }
        }
        return largest;
    }

    private static double angle(double[][] cells, int a, int b) {
        double sumU = 0;
        double sumV = 0;
        double product = 0;
        double squares = 0;
        for (double[] row : cells) {
            double u = row[a] * row[a] - row[b] * row[b];
            double v = 2 * row[a] * row[b];
            sumU += u;
            sumV += v;
            product += u * v;
            squares += u * u - v * v;
        }
        int items = cells.length;
        return StrictMath.atan2(2 * product - 2 * sumU * sumV / items, squares - (sumU * sumU - sumV * sumV) / items)
                / 4;
    }

    private static void turn(double[][] cells, int a, int b, double angle) {
        double cos = StrictMath.cos(angle);
        double sin = StrictMath.sin(angle);
        for (double[] row : cells) {
            double x = row[a];
            double y = row[b];
            row[a] = cos * x + sin * y;
            row[b] = -sin * x + cos * y;
        }
    }
}
