package tw.minsheng.statistics.ordinal;

import tw.minsheng.statistics.distribution.BivariateNormal;
import tw.minsheng.statistics.distribution.Normal;

/**
 * What each pair of answers says of the correlation of two items, after what it says of their thresholds was taken off: the
 * influence of a person on the two-step estimate. Muthén 1984, Olsson 1979; as {@code lavaan} has it, with sums of squares of scores in
 * place of second derivatives.
 */
final class PairScores {

    private static final double LEAST = 1e-300;

    private final ItemScores first;
    private final ItemScores second;
    private final double r;
    private final double root;

    private PairScores(ItemScores first, ItemScores second, double r) {
        this.first = first;
        this.second = second;
        this.r = r;
        this.root = StrictMath.sqrt(1 - r * r);
    }

    /** categories × categories. */
    static double[][] influence(ItemScores first, ItemScores second, double r, long[][] counts) {
        return new PairScores(first, second, r).influence(counts);
    }

    private double[][] influence(long[][] counts) {
        double[][] scores = new double[counts.length][counts[0].length];
        double squares = 0;
        double[] byFirst = new double[first.categories() - 1];
        double[] bySecond = new double[second.categories() - 1];
        for (int c = 0; c < counts.length; c++) {
            for (int d = 0; d < counts[c].length; d++) {
                int one = c;
                int other = d;
                double p = StrictMath.max(LEAST, probability(c, d));
                scores[c][d] = slope(c, d) / p;
                double weight = counts[c][d] * scores[c][d];
                squares += weight * scores[c][d];
                addThresholds(byFirst, c, weight / p, limit -> ofFirst(limit, other));
                addThresholds(bySecond, d, weight / p, limit -> ofSecond(limit, one));
            }
        }
        for (int c = 0; c < counts.length; c++) {
            for (int d = 0; d < counts[c].length; d++) {
                scores[c][d] = (scores[c][d] - first.through(byFirst, c) - second.through(bySecond, d)) / squares;
            }
        }
        return scores;
    }

    @FunctionalInterface
    private interface Slope {
        /** The derivative of the probability of a cell by its upper limit. */
        double at(int limit);
    }

    private static void addThresholds(double[] sums, int category, double weight, Slope slope) {
        if (category < sums.length) {
            sums[category] += weight * slope.at(category + 1);
        }
        if (category > 0) {
            sums[category - 1] -= weight * slope.at(category);
        }
    }

    private double probability(int c, int d) {
        return BivariateNormal.lowerTail(first.limit(c + 1), second.limit(d + 1), r)
                - BivariateNormal.lowerTail(first.limit(c), second.limit(d + 1), r)
                - BivariateNormal.lowerTail(first.limit(c + 1), second.limit(d), r)
                + BivariateNormal.lowerTail(first.limit(c), second.limit(d), r);
    }

    private double slope(int c, int d) {
        return density(c + 1, d + 1) - density(c, d + 1) - density(c + 1, d) + density(c, d);
    }

    private double density(int c, int d) {
        double x = first.limit(c);
        double y = second.limit(d);
        return Double.isInfinite(x) || Double.isInfinite(y) ? 0 : BivariateNormal.density(x, y, r);
    }

    private double ofFirst(int limit, int d) {
        return along(first.limit(limit), second.limit(d), second.limit(d + 1));
    }

    private double ofSecond(int limit, int c) {
        return along(second.limit(limit), first.limit(c), first.limit(c + 1));
    }

    /** φ(x) times the probability that the other lies between, given x. */
    private double along(double x, double from, double to) {
        return Normal.density(x) * (given(to, x) - given(from, x));
    }

    private double given(double limit, double x) {
        return Double.isInfinite(limit) ? (limit > 0 ? 1 : 0) : Normal.lowerTail((limit - r * x) / root);
    }
}
