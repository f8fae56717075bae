package tw.minsheng.statistics.item;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import tw.minsheng.statistics.Reason;

/** 決斷值 of the smallest groups. Numbers by hand: t = (x̄ − ȳ)/√(s²(1/n + 1/m)). */
class CriticalRatioTest {

    private static final double[] HIGH = {4, 5};
    private static final double[] LOW = {1, 2};

    @Test
    void twoPeopleInEachGroupAreEnough() {
        CriticalRatio ratio = CriticalRatio.of(HIGH, LOW);
        assertEquals(3 / StrictMath.sqrt(.5), ratio.ratio().number(), 1e-12);
        assertEquals(4.5, ratio.high().number());
        assertEquals(1.5, ratio.low().number());
    }

    @Test
    void oneIsNotEnoughOnEitherSide() {
        double[] one = {3};
        assertEquals(
                Optional.of(Reason.N_TOO_SMALL),
                CriticalRatio.of(one, LOW).ratio().reason());
        assertEquals(
                Optional.of(Reason.N_TOO_SMALL),
                CriticalRatio.of(HIGH, one).ratio().reason());
    }

    @Test
    void bordersBelongToTheirGroups() {
        double[] totals = {1, 2, 2, 3, 4, 5, 5, 6, 7, 8};
        ExtremeGroups groups = ExtremeGroups.of(totals, .27);
        assertEquals(3, groups.m());
        assertEquals(3, groups.lowSize());
        assertEquals(3, groups.highSize());
        assertTrue(groups.isLow(2) && !groups.isLow(3));
        assertTrue(groups.isHigh(6) && !groups.isHigh(5));
        assertTrue(groups.isApart());
        assertFalse(ExtremeGroups.of(new double[] {4, 4, 4}, .27).isApart());
    }

    /** Levene F 24.2, p .0002: the high group is spread, so Welch decides; R: t.test. Without that, the pooled t. */
    @Test
    void spreadDecidesWhichTestCounts() {
        double[] spread = {1, 5, 1, 5, 2, 5, 4, 5};
        double[] narrow = {2, 2, 1, 2, 2, 2, 2, 3};
        CriticalRatio different = CriticalRatio.of(spread, narrow);
        assertEquals(24.2, different.levene().f().number(), 1e-12);
        assertEquals(.0582244552943805, different.p().number(), 1e-12);
        assertEquals(.0582244552943805, different.welch().p().number(), 1e-12);
        assertEquals(.0449822449660295, different.pooled().p().number(), 1e-12);
        assertEquals(2.20139815711603, different.ratio().number(), 1e-12);
        CriticalRatio alike = CriticalRatio.of(new double[] {4, 5, 3}, new double[] {1, 2, 2});
        assertEquals(alike.pooled().p(), alike.p());
        assertFalse(alike.welch().p().equals(alike.p()));
    }

    /** In any order; and where both borders are one, everybody there is high. */
    @Test
    void groupsByBordersAndNotByPlace() {
        ExtremeGroups groups = ExtremeGroups.of(new double[] {8, 2, 5, 1, 7, 2, 6, 5, 4, 3}, .27);
        assertEquals(2, groups.low());
        assertEquals(6, groups.high());
        ExtremeGroups one = ExtremeGroups.of(new double[] {4, 4, 4}, .27);
        assertEquals(0, one.lowSize());
        assertEquals(3, one.highSize());
        assertFalse(one.isLow(4));
        assertTrue(one.isHigh(4));
    }
}
