package tw.minsheng.statistics.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class RisingShareTest {

    @Test
    void whatCannotBeIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> RisingShare.of(6, 5, 0, 10));
        assertThrows(IllegalArgumentException.class, () -> RisingShare.of(0, 5, 0, 10));
        assertThrows(IllegalArgumentException.class, () -> RisingShare.of(5, 5, 10, 10));
    }

    /**
     * 30 of 100 after 50 of 500: share 80/600, a = 4/3, so cells 31.33, 78.67, 51.33, 458.67; δ = ln(.39831) − ln(.11192) = 1.26957,
     * variance .031915 + .012712 + .019481 + .002180 = .066288, z = 4.9310. In R: {@code pnorm(z, lower.tail = FALSE)}.
     */
    @Test
    void aRiseIsMeasuredInStandardErrors() {
        RisingShare rise = RisingShare.of(30, 100, 50, 500);
        assertEquals(4.931, rise.z().number(), 1e-3);
        assertEquals(4.09e-7, rise.p().number(), 2e-9);
    }

    @Test
    void theSameShareIsNoRiseAndTurningTheTimesTurnsTheSign() {
        assertEquals(0, RisingShare.of(20, 100, 20, 100).z().number(), 1e-12);
        assertEquals(
                -RisingShare.of(30, 100, 10, 100).z().number(),
                RisingShare.of(10, 100, 30, 100).z().number(),
                1e-12);
    }

    /** Five of five thousand where there was none before are no news by themselves: the prior holds them back. */
    @Test
    void fewTextsRiseLess() {
        assertTrue(RisingShare.of(5, 50, 0, 5_000).z().number()
                > RisingShare.of(5, 5_000, 0, 5_000).z().number());
        assertTrue(RisingShare.of(5, 5_000, 0, 5_000).p().number() > .02);
    }
}
