package tw.minsheng.statistics.ordinal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.distribution.BivariateNormal;
import tw.minsheng.statistics.distribution.Normal;
import tw.minsheng.statistics.moments.SymmetricMatrix;

/** How uncertain polychoric correlations are, from what any such estimate must fulfil. */
class PolychoricErrorTest {

    private static final byte[][] YES_OR_NO = {
        {0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 0, 1, 0, 1, 1},
        {0, 0, 0, 1, 1, 0, 1, 1, 0, 1, 1, 0, 0, 1, 1, 1},
        {0, 1, 0, 0, 1, 0, 1, 0, 1, 1, 1, 0, 0, 0, 0, 1}
    };

    /** What one person says of the tetrachoric correlation of two items. */
    private static double[] influence(byte[] x, byte[] y, double r) {
        int n = x.length;
        double first = 0;
        double second = 0;
        double both = 0;
        for (int i = 0; i < n; i++) {
            first += (1 - x[i]) / (double) n;
            second += (1 - y[i]) / (double) n;
            both += (1 - x[i]) * (1 - y[i]) / (double) n;
        }
        double h = Normal.quantile(first);
        double k = Normal.quantile(second);
        double root = StrictMath.sqrt(1 - r * r);
        double byFirst = Normal.lowerTail((k - r * h) / root);
        double bySecond = Normal.lowerTail((h - r * k) / root);
        double[] influence = new double[n];
        for (int i = 0; i < n; i++) {
            influence[i] =
                    ((1 - x[i]) * (1 - y[i]) - both - byFirst * (1 - x[i] - first) - bySecond * (1 - y[i] - second))
                            / BivariateNormal.density(h, k, r);
        }
        return influence;
    }

    /**
     * Of two answers each, the share of both low is Φ₂(h, k; r), with h and k out of the shares of low: by the delta method r moves by
     * (1₁₁ − p₁₁ − Φ((k − rh)/√(1 − r²))(1₁ − p₁) − Φ((h − rk)/√(1 − r²))(1₂ − p₂))/φ₂(h, k; r).
     */
    @Test
    void covariancesOfTetrachoricCorrelations() {
        OrderedAnswers answers = new OrderedAnswers(YES_OR_NO, new int[] {2, 2, 2});
        SymmetricMatrix r = SymmetricMatrix.of(
                3, (i, j) -> i == j ? 1 : Polychoric.of(answers.crossed(i, j)).number());
        SymmetricMatrix found = PolychoricCovariance.of(answers, r);
        double[][] influences = {
            influence(YES_OR_NO[1], YES_OR_NO[0], r.at(1, 0)),
            influence(YES_OR_NO[2], YES_OR_NO[0], r.at(2, 0)),
            influence(YES_OR_NO[2], YES_OR_NO[1], r.at(2, 1))
        };
        for (int a = 0; a < 3; a++) {
            for (int b = 0; b < 3; b++) {
                double sum = 0;
                for (int i = 0; i < 16; i++) {
                    sum += influences[a][i] * influences[b][i];
                }
                assertEquals(sum / 16, found.at(a, b), 1e-9);
            }
        }
    }

    private static final double R = .55;
    private static final double[] FIRST = {-.8, .3};
    private static final double[] SECOND = {-1.1, 0, .9};
    private static final double N = 1e13;

    private static double limit(double[] cuts, int category) {
        return category == 0
                ? Double.NEGATIVE_INFINITY
                : category > cuts.length ? Double.POSITIVE_INFINITY : cuts[category - 1];
    }

    private static double[][] cells(double[] first, double[] second, double r) {
        double[][] cells = new double[first.length + 1][second.length + 1];
        for (int c = 0; c < cells.length; c++) {
            for (int d = 0; d < cells[c].length; d++) {
                cells[c][d] = BivariateNormal.lowerTail(limit(first, c + 1), limit(second, d + 1), r)
                        - BivariateNormal.lowerTail(limit(first, c), limit(second, d + 1), r)
                        - BivariateNormal.lowerTail(limit(first, c + 1), limit(second, d), r)
                        + BivariateNormal.lowerTail(limit(first, c), limit(second, d), r);
            }
        }
        return cells;
    }

    private static double[] moved(double[] cuts, int which, double by) {
        double[] moved = cuts.clone();
        if (which >= 0 && which < cuts.length) {
            moved[which] += by;
        }
        return moved;
    }

    /**
     * Of three and four answers: an estimate that is right whatever the truth moves by 1 with r and by nothing with any threshold, so
     * the sum of influence times change of a cell's probability is 1 for r and 0 for each threshold (and 0 for the whole).
     */
    @Test
    void theInfluenceFollowsTheCorrelationAndNoThreshold() {
        double[][] cells = cells(FIRST, SECOND, R);
        long[][] counts = new long[3][4];
        long[] rows = new long[3];
        long[] columns = new long[4];
        for (int c = 0; c < 3; c++) {
            for (int d = 0; d < 4; d++) {
                counts[c][d] = StrictMath.round(N * cells[c][d]);
                rows[c] += counts[c][d];
                columns[d] += counts[c][d];
            }
        }
        double[][] influence = PairScores.influence(new ItemScores(rows), new ItemScores(columns), R, counts);
        double step = 1e-4;
        assertEquals(1, change(influence, cells(FIRST, SECOND, R - step), cells(FIRST, SECOND, R + step), step), 1e-6);
        for (int k = 0; k < 2; k++) {
            double[][] below = cells(moved(FIRST, k, -step), SECOND, R);
            double[][] above = cells(moved(FIRST, k, step), SECOND, R);
            assertEquals(0, change(influence, below, above, step), 1e-6);
        }
        for (int k = 0; k < 3; k++) {
            double[][] below = cells(FIRST, moved(SECOND, k, -step), R);
            double[][] above = cells(FIRST, moved(SECOND, k, step), R);
            assertEquals(0, change(influence, below, above, step), 1e-6);
        }
        assertEquals(0, change(influence, new double[3][4], cells, .5), 1e-9);
    }

    private static double change(double[][] influence, double[][] below, double[][] above, double step) {
        double sum = 0;
        for (int c = 0; c < influence.length; c++) {
            for (int d = 0; d < influence[c].length; d++) {
                sum += N * influence[c][d] * (above[c][d] - below[c][d]) / (2 * step);
            }
        }
        return sum;
    }

    private static SymmetricMatrix diagonal(double... cells) {
        return SymmetricMatrix.of(cells.length, (i, j) -> i == j ? cells[i] : 0);
    }

    /** Where the weights are the inverse covariances, nothing is to be adjusted; where those are three times as large, a third is left. */
    @Test
    void theTestOfRightWeightsStaysWhatItIs() {
        double[] weights = {1, 2, .5, 4};
        double[][] slopes = {{1, 0}, {.5, 1}, {2, -1}, {0, 3}};
        assertEquals(7, AdjustedTest.of(7, 2, slopes, weights, diagonal(1, .5, 2, .25)), 1e-12);
        assertEquals(7 / 3.0, AdjustedTest.of(7, 2, slopes, weights, diagonal(3, 1.5, 6, .75)), 1e-12);
        assertEquals(7, AdjustedTest.of(7, 4, new double[4][0], weights, diagonal(1, .5, 2, .25)), 1e-12);
    }

    /** W = (2, 1) and Γ = (1, ½; ½, 3): trace 5, trace of the square 4 + 2·½ + 9 = 14, a = √(2/14). */
    @Test
    void theTestOfWrongWeightsIsScaledAndShifted() {
        SymmetricMatrix spread = SymmetricMatrix.of(new double[][] {{1, .5}, {.5, 3}});
        double scale = StrictMath.sqrt(2 / 14.0);
        assertEquals(
                scale * 7 + 2 - 5 * scale, AdjustedTest.of(7, 2, new double[2][0], new double[] {2, 1}, spread), 1e-13);
    }

    @Test
    void answersAreCounted() {
        OrderedAnswers answers = new OrderedAnswers(YES_OR_NO, new int[] {2, 2, 2});
        assertArrayEquals(new long[] {8, 8}, answers.margin(0));
        assertArrayEquals(new long[] {5, 3}, answers.crossed(0, 1)[0]);
        assertArrayEquals(new long[] {2, 6}, answers.crossed(0, 1)[1]);
        assertEquals(3, answers.items());
        assertEquals(16, answers.rows());
        assertEquals(0, new OrderedAnswers(new byte[0][], new int[0]).rows());
    }

    @Test
    void tenCategoriesAreTheMost() {
        long[][] ten = new long[10][2];
        long[][] eleven = new long[11][2];
        for (int i = 0; i < 11; i++) {
            eleven[i] = new long[] {11 - i, 1 + i};
            if (i < 10) {
                ten[i] = eleven[i];
            }
        }
        double r = Polychoric.of(ten).number();
        assertEquals(r, Polychoric.of(turned(ten)).number(), 1e-12);
        assertEquals(Optional.of(Reason.SPARSE_TABLE), Polychoric.of(eleven).reason());
        assertEquals(
                Optional.of(Reason.SPARSE_TABLE), Polychoric.of(turned(eleven)).reason());
        assertEquals(
                Optional.of(Reason.NO_VARIATION),
                Polychoric.of(new long[][] {{3}, {4}}).reason());
    }

    private static long[][] turned(long[][] counts) {
        long[][] turned = new long[counts[0].length][counts.length];
        for (int i = 0; i < counts.length; i++) {
            for (int j = 0; j < counts[i].length; j++) {
                turned[j][i] = counts[i][j];
            }
        }
        return turned;
    }
}
