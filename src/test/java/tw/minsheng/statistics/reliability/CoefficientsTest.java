package tw.minsheng.statistics.reliability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tw.minsheng.statistics.Interval;
import tw.minsheng.statistics.MissingRule;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.Warning;
import tw.minsheng.statistics.moments.SymmetricMatrix;

/** The coefficients of one covariance matrix of four items, as R works them out from their formulas, and the borders of each. */
class CoefficientsTest {

    private static final double[][] ROWS = {{1, .5, .3, .2}, {.5, 1.2, .4, .1}, {.3, .4, .9, .35}, {.2, .1, .35, 1.1}};
    private static final SymmetricMatrix FOUR = SymmetricMatrix.of(4, (i, j) -> ROWS[i][j]);
    private static final double ALPHA = .6244725738396625;

    private static SymmetricMatrix first(int k) {
        return SymmetricMatrix.of(k, FOUR::at);
    }

    private static SymmetricMatrix even(int k, double variance, double covariance) {
        return SymmetricMatrix.of(k, (i, j) -> i == j ? variance : covariance);
    }

    private static void assertReason(Reason reason, Value value) {
        assertEquals(Optional.of(reason), value.reason());
    }

    @Test
    void alphaAndItsError() {
        assertEquals(ALPHA, Alpha.raw(FOUR).number(), 1e-14);
        assertEquals(.1386229769651394, AlphaInterval.standardError(FOUR, 20).number(), 1e-14);
        Interval duhachek = AlphaInterval.duhachek(ALPHA, FOUR, 20);
        assertEquals(ALPHA - 1.96 * .1386229769651394, duhachek.lower().number(), 1e-14);
        assertEquals(ALPHA + 1.96 * .1386229769651394, duhachek.upper().number(), 1e-14);
    }

    @Test
    void errorOfFewItemsOrNobody() {
        assertReason(Reason.TOO_FEW_ITEMS, AlphaInterval.standardError(first(1), 20));
        assertReason(
                Reason.TOO_FEW_ITEMS, AlphaInterval.duhachek(.5, first(1), 20).lower());
        assertEquals(true, AlphaInterval.standardError(first(2), 1).isKnown());
        assertReason(Reason.ZERO_DENOMINATOR, AlphaInterval.standardError(FOUR, 0));
        assertReason(Reason.NO_VARIATION, AlphaInterval.standardError(even(2, 0, 0), 20));
        assertReason(Reason.ZERO_DENOMINATOR, AlphaInterval.standardError(even(2, 1, -1), 20));
    }

    @Test
    void bonett() {
        Interval twenty = AlphaInterval.bonett(ALPHA, 20, 4, .95);
        assertEquals(.2015103570302389, twenty.lower().number(), 1e-13);
        assertEquals(.8233905110226355, twenty.upper().number(), 1e-13);
        assertEquals(
                -8.21823892015705,
                AlphaInterval.bonett(ALPHA, 3, 4, .95).lower().number(),
                1e-11);
        assertReason(Reason.N_TOO_SMALL, AlphaInterval.bonett(ALPHA, 2, 4, .95).lower());
        assertReason(
                Reason.INTERVAL_OUTSIDE_RANGE,
                AlphaInterval.bonett(1, 20, 4, .95).lower());
    }

    @Test
    void guttman() {
        Guttman bounds = Guttman.of(FOUR);
        assertEquals(.4683544303797469, bounds.lambda1().number(), 1e-14);
        assertEquals(.6378675900978960, bounds.lambda2().number(), 1e-14);
        assertEquals(ALPHA, bounds.lambda3().number(), 1e-14);
        assertEquals(.6324238151495661, bounds.lambda5().number(), 1e-14);
        assertReason(Reason.TOO_FEW_ITEMS, Guttman.of(first(2)).lambda1());
        assertReason(Reason.ZERO_DENOMINATOR, Guttman.of(even(3, 2, -1)).lambda2());
        assertEquals(.75, Guttman.of(even(3, 1, .5)).lambda2().number(), 1e-14);
    }

    @Test
    void splitsOfAnEvenAndAnOddNumberOfItems() {
        Guttman.Splits four = Guttman.splits(FOUR);
        assertEquals(.7341772151898733, four.most().number(), 1e-14);
        assertEquals(.5063291139240506, four.least().number(), 1e-14);
        assertEquals(ALPHA, four.mean().number(), 1e-14);
        assertEquals(3, four.splits());
        Guttman.Splits three = Guttman.splits(first(3));
        assertEquals(.6545454545454545, three.most().number(), 1e-14);
        assertEquals(.5090909090909090, three.least().number(), 1e-14);
        assertEquals(3, three.splits());
    }

    @Test
    void splitsHaveLimits() {
        assertReason(Reason.TOO_FEW_ITEMS, Guttman.splits(first(2)).most());
        assertReason(Reason.TOO_MANY_SPLITS, Guttman.splits(even(21, 1, .5)).most());
        assertReason(Reason.ZERO_DENOMINATOR, Guttman.splits(even(3, 2, -1)).most());
        assertEquals(92_378, Guttman.splits(even(20, 1, .5)).splits());
    }

    @Test
    void multipleAndMedianCorrelation() {
        SymmetricMatrix correlation = FOUR.correlation();
        assertEquals(.3339955006787811, Alpha.medianCorrelation(correlation).number(), 1e-14);
        assertEquals(
                .5 / StrictMath.sqrt(1.2),
                Alpha.medianCorrelation(first(2).correlation()).number(),
                1e-14);
        assertReason(Reason.TOO_FEW_ITEMS, Alpha.medianCorrelation(first(1)));
        double[] multiple = {.2426187782805430, .2796158812136864, .2612545514730221, .1390960524623891};
        for (int i = 0; i < multiple.length; i++) {
            assertEquals(multiple[i], Alpha.squaredMultipleCorrelations(correlation)[i].number(), 1e-14);
        }
        assertReason(Reason.NOT_PSD, Alpha.squaredMultipleCorrelations(even(3, 1, -.9))[2]);
        assertReason(Reason.SINGULAR_MATRIX, Alpha.squaredMultipleCorrelations(even(3, 1, 1))[2]);
    }

    @Test
    void lengthFactorLiesBetweenNothingAndPerfection() {
        assertEquals(1, Alpha.lengthFactor(.8, .8).number(), 1e-14);
        assertReason(Reason.ZERO_DENOMINATOR, Alpha.lengthFactor(0, .8));
        assertReason(Reason.ZERO_DENOMINATOR, Alpha.lengthFactor(1, .8));
    }

    @Test
    void halvesOfOneItemAndOfNoVariance() {
        assertReason(Reason.TOO_FEW_ITEMS, SplitHalf.firstSecond(first(1)).halves());
        assertReason(Reason.NO_VARIATION, SplitHalf.firstSecond(even(2, 0, 0)).halves());
        SymmetricMatrix secondIsConstant = SymmetricMatrix.of(2, (i, j) -> i == 0 && j == 0 ? 1 : 0);
        assertReason(
                Reason.NO_VARIATION, SplitHalf.firstSecond(secondIsConstant).halves());
        assertEquals(
                .5 / StrictMath.sqrt(1.2),
                SplitHalf.firstSecond(first(2)).halves().number(),
                1e-14);
    }

    @Test
    void aScaleNeedsARange() {
        assertThrows(IllegalArgumentException.class, () -> new Scale(List.of("a"), 3, 3));
        assertThrows(IllegalArgumentException.class, () -> new Scale(List.of(), 1, 3));
    }

    @Test
    void warningsBeginAtTheirBorders() {
        ScaleSums three = new ScaleSums(new Scale(List.of("a", "b", "c"), 1, 5), MissingRule.LISTWISE);
        three.add(new double[] {1, 2, 1});
        three.add(new double[] {3, 3, 4});
        three.add(new double[] {5, 4, 4});
        assertEquals(List.of("few_answers", "fewer_answers_than_items"), codes(three));
        three.add(new double[] {2, 2, 3});
        assertEquals(List.of("few_answers"), codes(three));
        ScaleSums thirty = new ScaleSums(new Scale(List.of("a", "b"), 1, 5), MissingRule.LISTWISE);
        for (int i = 0; i < 30; i++) {
            thirty.add(new double[] {1 + i % 5, 1 + i % 4});
        }
        assertEquals(List.of(), codes(thirty));
    }

    private static List<String> codes(ScaleSums sums) {
        return ScaleReliability.of(sums).warnings().stream().map(Warning::code).toList();
    }
}
