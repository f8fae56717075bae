package tw.minsheng.statistics.moments;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tw.minsheng.statistics.Missing;
import tw.minsheng.statistics.MissingRule;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.moments.SymmetricMatrix.Definiteness;

/** Weighted pairs against sums in two passes, and the three ways to take the shape against psych. */
class PairsTest {

    private static final double NONE = Missing.ANSWER;
    private static final double[][] ROWS = {
        {NONE, 2, 7}, {3, NONE, 5}, {1, 4, NONE}, {5, 2, 6}, {2, 6, 3}, {4, 4, 8}, {NONE, NONE, 1}
    };
    private static final double[] WEIGHTS = {1.5, 2, .5, 3, 1, .25, 4};

    private static CrossSums pairwise(int from, int to) {
        CrossSums sums = CrossSums.of(3, MissingRule.PAIRWISE);
        for (int i = from; i < to; i++) {
            sums.add(ROWS[i], WEIGHTS[i]);
        }
        return sums;
    }

    private static double[] column(int column, int i, int j) {
        return answeredBoth(i, j).mapToDouble(row -> ROWS[row][column]).toArray();
    }

    private static double[] weights(int i, int j) {
        return answeredBoth(i, j).mapToDouble(row -> WEIGHTS[row]).toArray();
    }

    private static IntStream answeredBoth(int i, int j) {
        return IntStream.range(0, ROWS.length).filter(row -> !Missing.is(ROWS[row][i]) && !Missing.is(ROWS[row][j]));
    }

    private static double mean(double[] values, double[] weights) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * values[i];
        }
        return sum / DoubleStream.of(weights).sum();
    }

    private static double covariance(double[] a, double[] b, double[] weights) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * (a[i] - mean(a, weights)) * (b[i] - mean(b, weights));
        }
        return sum / DoubleStream.of(weights).sum() * weights.length / (weights.length - 1);
    }

    private static void check(CrossSums sums) {
        for (int i = 0; i < 3; i++) {
            assertEquals(mean(column(i, i, i), weights(i, i)), sums.mean(i), 1e-13);
            for (int j = 0; j < 3; j++) {
                double[] x = column(i, i, j);
                double[] y = column(j, i, j);
                double[] w = weights(i, j);
                assertEquals(w.length, sums.n(i, j));
                assertEquals(covariance(x, y, w), sums.covariance(i, j), 1e-13);
                double r = covariance(x, y, w) / StrictMath.sqrt(covariance(x, x, w) * covariance(y, y, w));
                assertEquals(r, sums.correlation(i, j), 1e-13);
            }
        }
    }

    @Test
    void eachPairTakesTheRowsThatAnswerBoth() {
        check(pairwise(0, ROWS.length));
    }

    @Test
    void partsMayBeginWithoutAColumn() {
        for (int cut = 0; cut <= ROWS.length; cut++) {
            CrossSums parts = pairwise(0, cut);
            parts.merge(pairwise(cut, ROWS.length));
            check(parts);
        }
    }

    @Test
    void oneRowVariesInNothingAndTwoInAnything() {
        CrossSums sums = CrossSums.of(2, MissingRule.PAIRWISE);
        assertEquals(0, sums.mean(0));
        sums.add(new double[] {4, 9});
        assertEquals(4, sums.mean(0));
        assertEquals(0, sums.covariance(0, 1));
        assertEquals(0, sums.correlation(0, 1));
        sums.add(new double[] {2, 9});
        assertEquals(2, sums.covariance(0, 0), 1e-15);
        assertEquals(0, sums.correlation(0, 1));
        sums.add(new double[] {2, 7});
        assertEquals(.5, sums.correlation(0, 1), 1e-15);
    }

    @ParameterizedTest
    @CsvSource({
        "TYPE_1, .4073565294399758, -1.2156235853327295",
        "TYPE_2_SPSS, .5279944078207661, -1.1174966047985517",
        "TYPE_3_PSYCH, .3232618823392446, -1.6890295728975160"
    })
    void shapeAsPsychGivesIt(Shape shape, double skewness, double kurtosis) {
        Moments moments = Moments.of(2, 5, 3, 8, 9, 1, 4);
        assertEquals(skewness, moments.skewness(shape).number(), 1e-14);
        assertEquals(kurtosis, moments.kurtosis(shape).number(), 1e-14);
    }

    @Test
    void threeAnswersHaveASkewnessAndTwoAVariance() {
        assertEquals(0, Moments.of(1, 2, 3).skewness(Shape.TYPE_1).number(), 1e-15);
        assertEquals(2, Moments.of(1, 3).variance().number());
        assertEquals(
                Optional.of(Reason.NO_VARIATION),
                Moments.of(2, 2, 2, 2).kurtosis(Shape.TYPE_2_SPSS).reason());
    }

    @Test
    void aSmallestEigenvalueAtTheBorderIsSingular() {
        assertEquals(Definiteness.SINGULAR, diagonal(1e12, 1).definiteness());
        assertEquals(Definiteness.SINGULAR, diagonal(1e12, -1).definiteness());
        assertEquals(Definiteness.POSITIVE_DEFINITE, diagonal(1e12, 1.01).definiteness());
        assertEquals(Definiteness.INDEFINITE, diagonal(1e12, -1.01).definiteness());
    }

    private static SymmetricMatrix diagonal(double large, double small) {
        return SymmetricMatrix.of(2, (i, j) -> i != j ? 0 : i == 0 ? large : small);
    }
}
