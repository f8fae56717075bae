package tw.minsheng.statistics.moments;

import tw.minsheng.statistics.Missing;

/** Sums over the rows that answer every column; other rows are passed over. */
final class ListwiseSums implements CrossSums {

    private final double[] origins;
    private final double[] deviations;
    private final double[] sums;
    private final double[] products;
    private long n;
    private double weights;

    ListwiseSums(int columns) {
        origins = new double[columns];
        deviations = new double[columns];
        sums = new double[columns];
        products = new double[columns * (columns + 1) / 2];
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
        int next = 0;
        for (int i = 0; i < origins.length; i++) {
            double d = row[i] - origins[i];
            deviations[i] = d;
            double wd = weight * d;
            sums[i] += wd;
            for (int j = 0; j <= i; j++) {
                products[next++] += wd * deviations[j];
            }
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
        int next = 0;
        for (int i = 0; i < origins.length; i++) {
            double si = other.origins[i] - origins[i];
            for (int j = 0; j <= i; j++) {
                double sj = other.origins[j] - origins[j];
                products[next] +=
                        other.products[next] + si * other.sums[j] + sj * other.sums[i] + si * sj * other.weights;
                next++;
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
        double product = products[high * (high + 1) / 2 + low] - sums[i] * sums[j] / weights;
        return product / weights * n / (n - 1);
    }

    @Override
    public double correlation(int i, int j) {
        double squares = covariance(i, i) * covariance(j, j);
        return squares > 0 ? Pearson.bounded(covariance(i, j), squares) : 0;
    }
}
