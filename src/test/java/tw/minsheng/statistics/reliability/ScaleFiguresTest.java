package tw.minsheng.statistics.reliability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import tw.minsheng.statistics.Interval;
import tw.minsheng.statistics.Missing;
import tw.minsheng.statistics.MissingRule;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.Warning;
import tw.minsheng.statistics.moments.SymmetricMatrix;

/** Eight people and four items, all by R 4.2.2: {@code psych::alpha}, {@code smc}, {@code cor.test}, {@code qf}; and borders. */
class ScaleFiguresTest {

    private static final double NONE = Missing.ANSWER;
    private static final double[][] ROWS = {
        {1, 2, 1, 3}, {2, 2, 3, 1}, {3, 4, 3, 4}, {4, 3, 5, 4}, {5, 5, 4, 5}, {2, 3, 2, 2}, {4, 4, 5, 3}, {3, 2, 4, 2}
    };
    private static final Scale FOUR = new Scale(List.of("a", "b", "c", "d"), 1, 5);

    private static ScaleSums filled(ScaleSums sums, double[]... rows) {
        for (double[] row : rows) {
            sums.add(row);
        }
        return sums;
    }

    private static ScaleReliability of(MissingRule rule, int items, double[]... rows) {
        Scale scale = new Scale(FOUR.items().subList(0, items), 1, 5);
        return ScaleReliability.of(filled(new ScaleSums(scale, rule), rows));
    }

    private static void assertReason(Reason reason, Value value) {
        assertEquals(Optional.of(reason), value.reason());
    }

    private static List<String> warned(ScaleReliability found) {
        return found.warnings().stream().map(Warning::code).toList();
    }

    @Test
    void theScale() {
        ScaleReliability found = of(MissingRule.LISTWISE, 4, ROWS);
        assertEquals(.8681592039800995, found.alphaRaw().number(), 1e-14);
        assertEquals(.8681592039800995, found.alphaVarying().number(), 1e-14);
        assertEquals(.8732722806270958, found.alphaStandardized().number(), 1e-14);
        assertEquals(.6327220235156529, found.averageR().number(), 1e-14);
        assertEquals(.7209345998225407, found.medianR().number(), 1e-14);
        assertEquals(6.890933451247857, found.signalNoise().number(), 1e-12);
        assertEquals(12.5, found.scaleMean().number(), 1e-14);
        assertEquals(4.375255094603872, found.scaleSd().number(), 1e-14);
        assertEquals(1.588650220724979, found.standardError().number(), 1e-14);
        Interval feldt = found.feldt(.95);
        assertEquals("feldt", feldt.method());
        assertEquals(.6086134135433672, feldt.lower().number(), 1e-12);
        assertEquals(.9703864465988716, feldt.upper().number(), 1e-12);
        assertEquals(.6720357753799301, found.feldt(.9).lower().number(), 1e-12);
        assertEquals(.9616169130844081, found.feldt(.9).upper().number(), 1e-12);
    }

    private static void assertItems(Function<ItemReliability, Value> figure, double... expected) {
        List<ItemReliability> items = of(MissingRule.LISTWISE, 4, ROWS).items();
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], figure.apply(items.get(i)).number(), 1e-13, "item " + i);
        }
    }

    @Test
    void itsItems() {
        assertItems(
                ItemReliability::totalCorrected,
                .9451890567189066,
                .7559507630941195,
                .5858494447958792,
                .6375767130633383);
        assertItems(ItemReliability::total, .972571602704942, .855431888947406, .7769193031477617, .7980074688861063);
        assertItems(
                ItemReliability::totalP,
                5.053172983640265e-5,
                .006758328371129454,
                .02331766200343472,
                .01760848192901728);
        assertItems(
                ItemReliability::multiple, .9538843258042438, .8213753106876558, .9019019019019021, .6928774928774929);
        assertItems(
                ItemReliability::alphaIfDeleted,
                .7334558823529411,
                .8226527570789866,
                .8902627511591963,
                .8643292682926829);
        assertItems(
                ItemReliability::alphaStandardizedIfDeleted,
                .7504947377625139,
                .8241504004384155,
                .8946848051780917,
                .8652082021775988);
        assertItems(ItemReliability::meanIfDeleted, 9.5, 9.375, 9.125, 9.5);
        assertItems(
                ItemReliability::varianceIfDeleted,
                9.714285714285714,
                11.98214285714286,
                11.55357142857143,
                11.71428571428571);
    }

    private static SymmetricMatrix covariance(int items) {
        ScaleSums sums = filled(new ScaleSums(FOUR, MissingRule.LISTWISE), ROWS);
        return SymmetricMatrix.of(items, sums.cross()::covariance);
    }

    @Test
    void itsHalvesAndItsBound() {
        assertHalves(
                SplitHalf.firstSecond(covariance(4)),
                .8947977178011242,
                .9444783571298782,
                .9444783571298782,
                .9440298507462686);
        assertHalves(
                SplitHalf.oddEven(covariance(4)),
                .5860785558592753,
                .7390284090207132,
                .7390284090207132,
                .7350746268656716);
        assertHalves(
                SplitHalf.firstSecond(covariance(3)),
                .6907764380330145,
                .8171115027325999,
                .8316115648463642,
                .7621951219512195);
        assertHalves(
                SplitHalf.oddEven(covariance(3)),
                .6124812702161666,
                .7596755156530387,
                .7766976738967108,
                .6158536585365852);
        assertEquals(.9463786313091245, Guttman.of(covariance(4)).lambda6().number(), 1e-13);
    }

    private static void assertHalves(SplitHalf found, double r, double equal, double unequal, double guttman) {
        assertEquals(r, found.halves().number(), 1e-13);
        assertEquals(equal, found.equalLength().number(), 1e-13);
        assertEquals(unequal, found.unequalLength().number(), 1e-13);
        assertEquals(guttman, found.guttman().number(), 1e-13);
    }

    /** Copies in both halves go together altogether; halves that oppose each other leave nothing to divide by. */
    @Test
    void perfectAndConstantHalves() {
        SplitHalf copies = SplitHalf.firstSecond(SymmetricMatrix.of(2, (i, j) -> 1));
        assertEquals(1, copies.halves().number());
        assertEquals(1, copies.unequalLength().number(), 1e-15);
        SplitHalf opposed = SplitHalf.firstSecond(SymmetricMatrix.of(2, (i, j) -> i == j ? 1 : -1));
        assertReason(Reason.ZERO_DENOMINATOR, opposed.unequalLength());
        SplitHalf firstIsConstant = SplitHalf.firstSecond(SymmetricMatrix.of(2, (i, j) -> i * j));
        assertReason(Reason.NO_VARIATION, firstIsConstant.halves());
        assertReason(Reason.NO_VARIATION, firstIsConstant.unequalLength());
        assertEquals(0, firstIsConstant.guttman().number());
        assertReason(
                Reason.SINGULAR_MATRIX,
                Guttman.of(SymmetricMatrix.of(3, (i, j) -> 1)).lambda6());
    }

    @Test
    void coefficientsWithoutTheItemsOwnFigures() {
        ScaleReliability found =
                ScaleReliability.of(filled(ScaleSums.ofCoefficients(FOUR, MissingRule.LISTWISE), ROWS));
        assertEquals(.8681592039800995, found.alphaRaw().number(), 1e-14);
        assertEquals(0, found.items().get(0).distribution().moments().n());
        ItemDistribution whole =
                of(MissingRule.LISTWISE, 4, ROWS).items().get(0).distribution();
        assertEquals(8, whole.moments().n());
        assertEquals(1, whole.atFloor());
        assertEquals(12.5, whole.ceilingPercent().number());
    }

    @Test
    void reverseItemsAreScoredByTheScale() {
        assertEquals(4, FOUR.reversed(2));
        assertEquals(7, new Scale(List.of("x"), 0, 10).reversed(3));
    }

    @Test
    void oneAnsweredItemIsNoScale() {
        ScaleReliability one = of(MissingRule.LISTWISE, 2, new double[][] {{1, NONE}, {2, NONE}, {4, NONE}});
        assertReason(Reason.TOO_FEW_ITEMS, one.alphaRaw());
        assertReason(Reason.TOO_FEW_ITEMS, one.averageR());
        assertEquals(List.of("b"), one.unansweredItems());
        assertReason(
                Reason.NO_DATA,
                of(MissingRule.PAIRWISE, 2, new double[][] {{NONE, NONE}}).alphaRaw());
    }

    /** The total of an item and its constant neighbour is the item: r 1, p 0; and there is nothing to be explained by. */
    @Test
    void anItemBesideAConstantOne() {
        ScaleReliability found = of(MissingRule.LISTWISE, 2, new double[][] {{1, 3}, {2, 3}, {4, 3}, {5, 3}});
        ItemReliability varying = found.items().get(0);
        assertEquals(1, varying.total().number(), 1e-15);
        assertEquals(0, varying.totalP().number(), 1e-7);
        assertFalse(varying.multiple().isKnown());
        assertReason(Reason.TOO_FEW_ITEMS, varying.alphaStandardizedIfDeleted());
        assertReason(Reason.TOO_FEW_ITEMS, varying.meanIfDeleted());
        assertReason(Reason.ITEM_CONSTANT, found.items().get(1).total());
    }

    @Test
    void warningsStayWhereThereIsNoAlpha() {
        ScaleReliability equal = of(MissingRule.LISTWISE, 2, new double[][] {{3, 3}, {3, 3}, {3, 3}});
        assertReason(Reason.NO_VARIATION, equal.alphaRaw());
        assertReason(Reason.NO_VARIATION, equal.averageR());
        assertEquals(List.of("item_constant"), warned(equal));
    }

    /** One value for everything asks for two answers; a row without any is nobody. */
    @Test
    void uniformRowsAreThoseOfTwoAnswersOrMore() {
        double[][] uniform = {{1, 1}, {3, 3}, {4, 4}, {NONE, NONE}};
        assertEquals(List.of("few_answers", "every_row_uniform"), warned(of(MissingRule.PAIRWISE, 2, uniform)));
        double[][] single = {{1, 1}, {3, 3}, {4, 4}, {5, NONE}};
        assertEquals(List.of("few_answers"), warned(of(MissingRule.PAIRWISE, 2, single)));
        Scale two = new Scale(List.of("a", "b"), 1, 5);
        ScaleSums first = filled(new ScaleSums(two, MissingRule.LISTWISE), new double[] {1, 1}, new double[] {3, 3});
        first.merge(filled(new ScaleSums(two, MissingRule.LISTWISE), new double[] {4, 4}, new double[] {2, 2}));
        assertEquals(List.of("few_answers", "every_row_uniform"), warned(ScaleReliability.of(first)));
    }

    /** Covariances of .1, .2 and −.3 add up to nothing, but for rounding: α is 0, whatever the unit. */
    @Test
    void whatRoundingLeavesIsNoAlpha() {
        double[][] off = {{1, .1, .2, 0}, {.1, 1, -.3, 0}, {.2, -.3, 1, 0}, {0, 0, 0, 1}};
        for (double unit : new double[] {1, 1e6, 1e-6}) {
            assertEquals(
                    0,
                    Alpha.raw(SymmetricMatrix.of(3, (i, j) -> unit * off[i][j])).number());
            assertEquals(
                    0,
                    Alpha.ifDeleted(SymmetricMatrix.of(4, (i, j) -> unit * off[i][j]), 3)
                            .number());
        }
    }

    /** Everybody's answers add up to 4: no draw has a total that varies. One draw only is its own interval. */
    @Test
    void drawsWithoutVariationAndOneDraw() {
        double[][] opposed = new double[12][];
        for (int i = 0; i < opposed.length; i++) {
            opposed[i] = new double[] {1 + i % 3, 3 - i % 3};
        }
        assertReason(Reason.NO_VARIATION, AlphaBootstrap.of(opposed, 50, 1, .95).lower());
        double[][] rows = new double[16][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = ROWS[i % 8];
        }
        Interval one = AlphaBootstrap.of(rows, 1, 1, .95);
        assertEquals(one.lower(), one.upper());
    }
}
