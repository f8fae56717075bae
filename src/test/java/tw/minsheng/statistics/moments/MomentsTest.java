package tw.minsheng.statistics.moments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tw.minsheng.statistics.Missing;
import tw.minsheng.statistics.MissingRule;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.distribution.SplitMix64;

class MomentsTest {

    private static final double NONE = Missing.ANSWER;

    @Test
    void nanIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new PowerSums().add(Double.NaN));
        CrossSums sums = CrossSums.of(2, MissingRule.LISTWISE);
        assertThrows(IllegalArgumentException.class, () -> sums.add(new double[] {1, Double.NaN}));
        assertThrows(IllegalArgumentException.class, () -> CrossSums.of(2, MissingRule.DOMAIN));
    }

    @Test
    void sumsOfAnotherKindAreNotMerged() {
        CrossSums sums = CrossSums.of(2, MissingRule.LISTWISE);
        assertThrows(IllegalArgumentException.class, () -> sums.merge(CrossSums.of(3, MissingRule.LISTWISE)));
        assertThrows(IllegalArgumentException.class, () -> sums.merge(CrossSums.of(2, MissingRule.PAIRWISE)));
    }

    @Test
    void nothingHasNoMean() {
        assertEquals(Optional.of(Reason.NO_DATA), Moments.of(NONE, NONE).mean().reason());
        assertEquals(Optional.of(Reason.N_TOO_SMALL), Moments.of(3).variance().reason());
        assertEquals(
                Optional.of(Reason.N_TOO_SMALL),
                Moments.of(3, 4).skewness(Shape.TYPE_2_SPSS).reason());
        assertEquals(
                Optional.of(Reason.N_TOO_SMALL),
                Moments.of(1, 2, 4).kurtosis(Shape.TYPE_2_SPSS).reason());
        assertEquals(
                Optional.of(Reason.NO_VARIATION),
                Moments.of(2, 2, 2, 2).skewness(Shape.TYPE_1).reason());
    }

    /** det of {4 2; 2 3} is 8; its elements times those of {1 −1; −1 5} add up to 4 − 2 − 2 + 15. */
    @Test
    void determinantAndTraceOfAProduct() {
        SymmetricMatrix matrix = SymmetricMatrix.of(new double[][] {{4, 2}, {2, 3}});
        assertEquals(StrictMath.log(8), matrix.lnDeterminant(), 1e-14);
        assertEquals(15, matrix.traceOfProduct(SymmetricMatrix.of(new double[][] {{1, -1}, {-1, 5}})));
    }

    /** 16:near_constant_large. */
    @Test
    void largeNumbersWithSmallSpreadKeepTheirVariance() {
        double[] x = {1e9 + 1, 1e9 + 2, 1e9 + 3, 1e9 + 4, 1e9 + 5};
        assertEquals(2.5, Moments.of(x).variance().number());
        CrossSums sums = CrossSums.of(1, MissingRule.PAIRWISE);
        for (double value : x) {
            sums.add(new double[] {value});
        }
        assertEquals(2.5, sums.covariance(0, 0));
    }

    /** 1, 2, 3, 10: m = 4, Σd² = 50, Σd³ = 180, Σd⁴ = 1394; worked out on paper. */
    @Test
    void shapeByHand() {
        Moments moments = Moments.of(1, 2, 3, 10);
        assertEquals(4, moments.mean().number());
        assertEquals(50, moments.squares(), 1e-12);
        assertEquals(180, moments.cubes(), 1e-12);
        assertEquals(1394, moments.fourths(), 1e-11);
        double g1 = 45 / StrictMath.pow(12.5, 1.5);
        assertEquals(g1, moments.skewness(Shape.TYPE_1).number(), 1e-14);
        assertEquals(
                g1 * StrictMath.sqrt(12) / 2,
                moments.skewness(Shape.TYPE_2_SPSS).number(),
                1e-14);
        double g2 = 348.5 / 156.25 - 3;
        assertEquals((5 * g2 + 6) * 3 / 2, moments.kurtosis(Shape.TYPE_2_SPSS).number(), 1e-13);
        assertEquals((g2 + 3) * .5625 - 3, moments.kurtosis(Shape.TYPE_3_PSYCH).number(), 1e-13);
    }

    private static double[][] someRows() {
        SplitMix64 random = new SplitMix64(7);
        double[][] rows = new double[300][3];
        for (double[] row : rows) {
            for (int j = 0; j < row.length; j++) {
                row[j] = random.nextUniform() < .1 ? NONE : 1 + StrictMath.floor(random.nextUniform() * 5);
            }
        }
        return rows;
    }

    private static CrossSums collect(MissingRule rule, double[][] rows, int from, int to, double weight) {
        CrossSums sums = CrossSums.of(3, rule);
        for (int i = from; i < to; i++) {
            sums.add(rows[i], weight);
        }
        return sums;
    }

    @ParameterizedTest
    @EnumSource(names = {"LISTWISE", "PAIRWISE"})
    void mergedPartsGiveTheWholeWhateverTheCut(MissingRule rule) {
        double[][] rows = someRows();
        CrossSums whole = collect(rule, rows, 0, 300, 1);
        for (int cut : new int[] {0, 1, 150, 299, 300}) {
            CrossSums parts = collect(rule, rows, 0, cut, 1);
            parts.merge(collect(rule, rows, cut, 300, 1));
            for (int i = 0; i < 3; i++) {
                for (int j = 0; j < 3; j++) {
                    assertEquals(whole.n(i, j), parts.n(i, j));
                    assertEquals(whole.covariance(i, j), parts.covariance(i, j), 1e-13);
                    assertEquals(whole.correlation(i, j), parts.correlation(i, j), 1e-13);
                }
                assertEquals(whole.mean(i), parts.mean(i), 1e-14);
            }
        }
    }

    @Test
    void mergingIsAssociative() {
        double[][] rows = someRows();
        MissingRule rule = MissingRule.PAIRWISE;
        CrossSums left = collect(rule, rows, 0, 90, 1);
        left.merge(collect(rule, rows, 90, 200, 1));
        left.merge(collect(rule, rows, 200, 300, 1));
        CrossSums tail = collect(rule, rows, 90, 200, 1);
        tail.merge(collect(rule, rows, 200, 300, 1));
        CrossSums right = collect(rule, rows, 0, 90, 1);
        right.merge(tail);
        assertEquals(left.covariance(2, 0), right.covariance(2, 0)); // whole numbers: to the last bit
    }

    @ParameterizedTest
    @EnumSource(names = {"LISTWISE", "PAIRWISE"})
    void sizeOfTheWeightsDoesNotMatter(MissingRule rule) {
        double[][] rows = someRows();
        CrossSums one = collect(rule, rows, 0, 300, 1);
        CrossSums large = collect(rule, rows, 0, 300, 1e6);
        assertEquals(one.covariance(0, 1), large.covariance(0, 1), 1e-12);
        assertEquals(one.mean(2), large.mean(2), 1e-13);
    }

    @Test
    void rowsWithWeightZeroChangeNothing() {
        double[][] rows = someRows();
        CrossSums sums = collect(MissingRule.LISTWISE, rows, 0, 100, 1);
        double before = sums.covariance(0, 1);
        sums.add(new double[] {5, 1, 1}, 0);
        assertEquals(before, sums.covariance(0, 1));
    }

    /** (1,2), (2,4), (3,3) by hand: means 2 and 3, cross-product 1, so the covariance is ½. */
    @Test
    void covarianceByHand() {
        CrossSums sums = CrossSums.of(2, MissingRule.LISTWISE);
        sums.add(new double[] {1, 2});
        sums.add(new double[] {2, 4});
        sums.add(new double[] {9, NONE});
        sums.add(new double[] {3, 3});
        assertEquals(.5, sums.covariance(0, 1), 1e-15);
        assertEquals(.5, sums.correlation(1, 0), 1e-15);
        assertEquals(3, sums.n(0, 1));
    }

    @Test
    void matrixKnowsWhetherItCanBeTurnedOver() {
        assertEquals(
                SymmetricMatrix.Definiteness.POSITIVE_DEFINITE,
                SymmetricMatrix.of(new double[][] {{2, 1}, {1, 2}}).definiteness());
        assertEquals(
                SymmetricMatrix.Definiteness.SINGULAR,
                SymmetricMatrix.of(new double[][] {{1, 1}, {1, 1}}).definiteness());
        assertEquals(
                SymmetricMatrix.Definiteness.INDEFINITE,
                SymmetricMatrix.of(new double[][] {{1, 2}, {2, 1}}).definiteness());
        assertEquals(
                2 / 3.0,
                SymmetricMatrix.of(new double[][] {{2, 1}, {1, 2}}).inverse().at(0, 0),
                1e-15);
        assertThrows(IllegalArgumentException.class, () -> SymmetricMatrix.of(new double[][] {{1, 2}}));
    }
}
