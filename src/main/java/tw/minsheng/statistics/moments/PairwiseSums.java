package tw.minsheng.statistics.moments;

import tw.minsheng.statistics.Missing;

/** Sums in which each pair of columns uses the rows that answer both. */
final class PairwiseSums implements CrossSums {

    private final double[] origins;
    private final boolean[] seen;
    private final Pair[] pairs;

    /** Sums of one pair of columns, x the one with the higher number. */
    private static final class Pair {
        private long n;
        private double weights;
        private double x;
        private double y;
        private double xx;
        private double yy;
        private double xy;

        void add(double dx, double dy, double weight) {
            n++;
            weights += weight;
            x += weight * dx;
            y += weight * dy;
            xx += weight * dx * dx;
            yy += weight * dy * dy;
            xy += weight * dx * dy;
        }

        void merge(Pair other, double sx, double sy) {
            xx += other.xx + 2 * sx * other.x + sx * sx * other.weights;
            yy += other.yy + 2 * sy * other.y + sy * sy * other.weights;
            xy += other.xy + sx * other.y + sy * other.x + sx * sy * other.weights;
            x += other.x + sx * other.weights;
            y += other.y + sy * other.weights;
            n += other.n;
            weights += other.weights;
        }
    }

    PairwiseSums(int columns) {
        origins = new double[columns];
        seen = new boolean[columns];
        pairs = new Pair[columns * (columns + 1) / 2];
        for (int i = 0; i < pairs.length; i++) {
            pairs[i] = new Pair();
        }
    }

    @Override
    public int columns() {
        return origins.length;
    }

    @Override
    public void add(double[] row, double weight) {
        if (weight == 0) {
            return;
        }
        int next = 0;
        for (int i = 0; i < origins.length; i++) {
            if (Missing.is(Missing.checked(row[i]))) {
                next += i + 1;
                continue;
            }
            if (!seen[i]) {
                seen[i] = true;
                origins[i] = row[i];
            }
            double dx = row[i] - origins[i];
            for (int j = 0; j <= i; j++, next++) {
                if (!Missing.is(row[j])) {
                    pairs[next].add(dx, row[j] - origins[j], weight);
                }
            }
        }
    }

    @Override
    public void merge(CrossSums part) {
        if (!(part instanceof PairwiseSums other) || other.columns() != columns()) {
            throw new IllegalArgumentException("sums of another kind cannot be merged");
        }
        for (int i = 0; i < origins.length; i++) {
            if (!seen[i] && other.seen[i]) {
                seen[i] = true;
                origins[i] = other.origins[i];
            }
        }
        int next = 0;
        for (int i = 0; i < origins.length; i++) {
            for (int j = 0; j <= i; j++, next++) {
                if (other.pairs[next].n > 0) {
                    pairs[next].merge(other.pairs[next], other.origins[i] - origins[i], other.origins[j] - origins[j]);
                }
            }
        }
    }

    private Pair pair(int i, int j) {
        int high = StrictMath.max(i, j);
        return pairs[high * (high + 1) / 2 + StrictMath.min(i, j)];
    }

    @Override
    public long n(int i, int j) {
        return pair(i, j).n;
    }

    @Override
    public double mean(int column) {
        Pair own = pair(column, column);
        return own.n == 0 ? 0 : origins[column] + own.x / own.weights;
    }

    @Override
    public double covariance(int i, int j) {
        Pair p = pair(i, j);
        return p.n < 2 ? 0 : (p.xy - p.x * p.y / p.weights) / p.weights * p.n / (p.n - 1);
    }

    @Override
    public double correlation(int i, int j) {
        Pair p = pair(i, j);
        if (p.n < 2) {
            return 0;
        }
        double squares = (p.xx - p.x * p.x / p.weights) * (p.yy - p.y * p.y / p.weights);
        return squares > 0 ? Pearson.bounded(p.xy - p.x * p.y / p.weights, squares) : 0;
    }
}
