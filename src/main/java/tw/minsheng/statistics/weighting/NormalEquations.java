package tw.minsheng.statistics.weighting;

import java.util.Arrays;

/**
 * The equations of a regression on categories, out of Σd·xx′, by Cholesky. A category that follows from those before it, as the last
 * one of a second margin does, is left out, and so is one that nobody has; what it would explain the others explain.
 */
final class NormalEquations {

    /** A column that keeps less than this part of its square beside the others follows from them. */
    private static final double DEPENDENT = 1e-10;

    private final int[] kept;
    private final double[][] lower;

    private NormalEquations(int[] kept, double[][] lower) {
        this.kept = kept;
        this.lower = lower;
    }

    static NormalEquations of(double[][] products) {
        int[] kept = new int[products.length];
        double[][] lower = new double[products.length][];
        int size = 0;
        for (int column = 0; column < products.length; column++) {
            double[] row = new double[size + 1];
            double rest = products[column][column];
            for (int k = 0; k < size; k++) {
                row[k] = (products[column][kept[k]] - along(row, lower[k], k)) / lower[k][k];
                rest -= row[k] * row[k];
            }
            if (rest > DEPENDENT * products[column][column]) {
                row[size] = StrictMath.sqrt(rest);
                lower[size] = row;
                kept[size] = column;
                size++;
            }
        }
        return new NormalEquations(Arrays.copyOf(kept, size), Arrays.copyOf(lower, size));
    }

    private static double along(double[] one, double[] other, int size) {
        double sum = 0;
        for (int k = 0; k < size; k++) {
            sum += one[k] * other[k];
        }
        return sum;
    }

    /** The columns that are not left out. */
    int[] kept() {
        return kept.clone();
    }

    /** Coefficients of all columns, 0 of those that are left out. */
    double[] solve(double[] right) {
        int size = kept.length;
        double[] now = new double[size];
        for (int k = 0; k < size; k++) {
            now[k] = (right[kept[k]] - along(now, lower[k], k)) / lower[k][k];
        }
        for (int k = size - 1; k >= 0; k--) {
            for (int below = k + 1; below < size; below++) {
                now[k] -= lower[below][k] * now[below];
            }
            now[k] /= lower[k][k];
        }
        double[] all = new double[right.length];
        for (int k = 0; k < size; k++) {
            all[kept[k]] = now[k];
        }
        return all;
    }
}
