package tw.minsheng.statistics.moments;

import java.util.Arrays;
import tw.minsheng.statistics.Missing;

/** Sums over the rows that answer every column; other rows are passed over. */
final class ListwiseSums implements CrossSums {

    private final double[] origins;
    private final double[] deviations;
    private final double[] sums;
    /** the lower triangle, row by row */
    private final double[][] products;

    private long n;
    private double weights;

    ListwiseSums(int columns) {
        origins = new double[columns];
        deviations = new double[columns];
        sums = new double[columns];
        products = new double[columns][];
        Arrays.setAll(products, i -> new double[i + 1]);
    }

    @Override
    public int columns() {
        return origins.length;
    }

    @Override
    public void add(double[] row, double weight) {
        if (weight == 0 || !isComplete(row)) {
            return;
        }
        if (n == 0) {
            System.arraycopy(row, 0, origins, 0, origins.length);
        }
        n++;
        weights += weight;
        for (int i = 0; i < origins.length; i++) {
            double d = row[i] - origins[i];
            deviations[i] = d;
            sums[i] += weight * d;
            addScaled(products[i], deviations, weight * d);
        }
    }

    /** sum += factor·part; a plain loop that the compiler turns into vector instructions. */
    private static void addScaled(double[] sum, double[] part, double factor) {
        for (int j = 0; j < sum.length; j++) {
            sum[j] += factor * part[j];
        }
    }

    private boolean isComplete(double[] row) {
        for (int i = 0; i < origins.length; i++) {
            if (Missing.is(Missing.checked(row[i]))) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void merge(CrossSums part) {
        if (!(part instanceof ListwiseSums other) || other.columns() != columns()) {
            throw new IllegalArgumentException("sums of another kind cannot be merged");
        }
        if (other.n == 0) {
            return;
        }
        if (n == 0) {
            System.arraycopy(other.origins, 0, origins, 0, origins.length);
        }
        for (int i = 0; i < origins.length; i++) {
            double si = other.origins[i] - origins[i];
            for (int j = 0; j <= i; j++) {
                double sj = other.origins[j] - origins[j];
                products[i][j] +=
                        other.products[i][j] + si * other.sums[j] + sj * other.sums[i] + si * sj * other.weights;
            }
        }
        for (int i = 0; i < origins.length; i++) {
            sums[i] += other.sums[i] + (other.origins[i] - origins[i]) * other.weights;
        }
        n += other.n;
        weights += other.weights;
    }

    @Override
    public long n(int i, int j) {
        return n;
    }

    @Override
    public double mean(int column) {
        return n == 0 ? 0 : origins[column] + sums[column] / weights;
    }

    @Override
    public double covariance(int i, int j) {
        if (n < 2) {
            return 0;
        }
        int high = StrictMath.max(i, j);
        int low = StrictMath.min(i, j);
        double product = products[high][low] - sums[i] * sums[j] / weights;
        return product / weights * n / (n - 1);
    }

    @Override
    public double correlation(int i, int j) {
        double squares = covariance(i, i) * covariance(j, j);
        return squares > 0 ? Pearson.bounded(covariance(i, j), squares) : 0;
    }
}
