package tw.minsheng.statistics.ordinal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.factor.FactorModel;
import tw.minsheng.statistics.moments.SymmetricMatrix;

class PolychoricTest {

    private static void assertReason(Reason reason, Value value) {
        assertEquals(java.util.Optional.of(reason), value.reason());
    }

    @Test
    void oneCategoryHasNoVariation() {
        assertReason(Reason.NO_VARIATION, Polychoric.of(new long[][] {{3, 4}}));
    }

    /** Everybody chooses the same place of both items, or the opposite one: one of them is a copy. */
    @Test
    void aCopyIsSingular() {
        assertReason(Reason.SINGULAR_MATRIX, Polychoric.of(new long[][] {{5, 0, 0}, {0, 5, 0}, {0, 0, 5}}));
        assertReason(Reason.SINGULAR_MATRIX, Polychoric.of(new long[][] {{0, 0, 5}, {0, 5, 0}, {5, 0, 0}}));
    }

    /** No copy, but nobody goes the other way either: the likelihood rises to the end. */
    @Test
    void perfectOrderIsNotConverged() {
        assertReason(Reason.NOT_CONVERGED, Polychoric.of(new long[][] {{5, 3}, {0, 4}}));
    }

    @Test
    void itemsThatDoNotGoTogetherHaveNone() {
        assertEquals(
                0, Polychoric.of(new long[][] {{10, 20}, {10, 20}, {5, 10}}).number(), 1e-10);
    }

    /** 2 × 2 with even margins: sin(π/2·(4p − 1)) with p the share of both low (Sheppard 1899). */
    @Test
    void evenMarginsOfTwoByTwoByHand() {
        assertEquals(
                StrictMath.sin(StrictMath.PI / 2 * (4 * .4 - 1)),
                Polychoric.of(new long[][] {{40, 10}, {10, 40}}).number(),
                1e-10);
    }

    /**
     * Q07 by Q10 of the complete rows of synth_sat_a: empty corners leave a score of almost 0 near −1, which is no top.
     * lavaan 0.6-14: {@code lavCor(data.frame(ordered(X$Q07), ordered(X$Q10)))}, .439601896692.
     */
    @Test
    void emptyCornersDoNotPullTheSearchToTheEnd() {
        long[][] counts = {
            {0, 0, 3, 0, 0},
            {1, 3, 7, 2, 2},
            {1, 2, 19, 18, 4},
            {0, 4, 19, 59, 27},
            {0, 0, 5, 27, 15}
        };
        assertEquals(.439601896692, Polychoric.of(counts).number(), 1e-6);
    }

    @Test
    void thresholdsCutTheMargins() {
        double[] cuts = Polychoric.thresholds(new long[] {50, 25, 25});
        assertEquals(0, cuts[0], 1e-12);
        assertEquals(.674489750196082, cuts[1], 1e-12); // R: qnorm(.75)
    }

    @Test
    void modelWithoutFreedomOrPeopleIsRefused() {
        byte[][] codes = {{0, 1, 0, 1, 1, 0, 0, 1}, {0, 1, 0, 1, 0, 0, 1, 1}};
        OrderedAnswers answers = new OrderedAnswers(codes, new int[] {2, 2});
        SymmetricMatrix r = SymmetricMatrix.of(2, (i, j) -> i == j ? 1 : .5);
        OrdinalConfirmatory alone = OrdinalConfirmatory.of(FactorModel.ofSizes(List.of(2)), answers, r);
        assertReason(Reason.NOT_IDENTIFIED, alone.scaled());
        byte[][] few = {{0, 1, 0}, {0, 1, 1}, {0, 0, 1}};
        OrdinalConfirmatory three = OrdinalConfirmatory.of(
                FactorModel.ofSizes(List.of(3)),
                new OrderedAnswers(few, new int[] {2, 2, 2}),
                SymmetricMatrix.of(3, (i, j) -> i == j ? 1 : .5));
        assertReason(Reason.N_TOO_SMALL, three.cfi());
        assertTrue(three.loadings().isEmpty());
    }
}
