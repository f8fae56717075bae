package tw.minsheng.statistics.ordinal;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.LUDecomposition;
import tw.minsheng.statistics.distribution.Normal;

/** The thresholds of one item, and what each answer says of them: the derivatives of ln P(category). */
final class ItemScores {

    private final double[] limits;
    /** categories × thresholds */
    private final double[][] scores;
    /** inverse of the sum of squares of the scores over all people */
    private final double[][] inverse;

    ItemScores(long[] margin) {
        double[] cuts = Polychoric.thresholds(margin);
        this.limits = new double[margin.length + 1];
        limits[0] = Double.NEGATIVE_INFINITY;
        System.arraycopy(cuts, 0, limits, 1, cuts.length);
        limits[margin.length] = Double.POSITIVE_INFINITY;
        double n = 0;
        for (long count : margin) {
            n += count;
        }
        this.scores = new double[margin.length][cuts.length];
        double[][] squares = new double[cuts.length][cuts.length];
        for (int c = 0; c < margin.length; c++) {
            double p = margin[c] / n;
            for (int k = c - 1; k <= c; k++) {
                if (k >= 0 && k < cuts.length) {
                    scores[c][k] = (k == c ? 1 : -1) * Normal.density(cuts[k]) / p;
                }
            }
            for (int a = 0; a < cuts.length; a++) {
                for (int b = 0; b < cuts.length; b++) {
                    squares[a][b] += margin[c] * scores[c][a] * scores[c][b];
                }
            }
        }
        this.inverse = new LUDecomposition(new Array2DRowRealMatrix(squares, false), 0)
                .getSolver()
                .getInverse()
                .getData();
    }

    int categories() {
        return scores.length;
    }

    /** Lower limit of a category; that of one above the last is +∞. */
    double limit(int category) {
        return limits[category];
    }

    /** What a category says of the thresholds, weighed: by′·A⁻¹·score. */
    double through(double[] by, int category) {
        double sum = 0;
        for (int a = 0; a < by.length; a++) {
            for (int b = 0; b < by.length; b++) {
                sum += by[a] * inverse[a][b] * scores[category][b];
            }
        }
        return sum;
    }
}
