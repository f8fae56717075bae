package tw.minsheng.statistics.sampling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import tw.minsheng.statistics.Reason;

/** Two frames by hand. */
class DualFrameTest {

    @Test
    void twoFramesShareThePeopleOfBoth() {
        DualFrame frames = DualFrame.of(.2, .4);
        double dual = 1 / (1 + .25 + 2 / 3.0);
        assertEquals(dual, frames.dual().number(), 1e-12);
        assertEquals(dual / 4, frames.landlineOnly().number(), 1e-12);
        assertEquals(dual * 2 / 3, frames.mobileOnly().number(), 1e-12);
        DualFrame.Counts counts = new DualFrame.Counts(10, 30, 20, 40);
        assertEquals(100, counts.n());
        assertEquals(.6, DualFrame.pooled(counts).number(), 1e-12);
        DualFrame.Weights weights = frames.weights(counts, .75);
        assertEquals(100 * dual / 4 / 10, weights.landlineOnly().number(), 1e-12);
        assertEquals(100 * dual * .75 / 30, weights.dualLandline().number(), 1e-12);
        assertEquals(100 * dual * .25 / 20, weights.dualMobile().number(), 1e-12);
        assertEquals(100 * dual * 2 / 3 / 40, weights.mobileOnly().number(), 1e-12);
        assertEquals(0, DualFrame.of(0, .4).landlineOnly().number());
        DualFrame.Counts without = new DualFrame.Counts(0, 30, 20, 40);
        assertEquals(0, DualFrame.of(0, .4).weights(without, 1).landlineOnly().number());
        assertEquals(
                Optional.of(Reason.ZERO_DENOMINATOR),
                frames.weights(without, 1).landlineOnly().reason());
    }

    @Test
    void twoFramesWithNobodyInBothSayNothing() {
        assertEquals(
                Optional.of(Reason.ZERO_DENOMINATOR), DualFrame.of(1, .4).dual().reason());
        assertEquals(
                Optional.of(Reason.ZERO_DENOMINATOR),
                DualFrame.of(.4, 1).mobileOnly().reason());
        DualFrame.Counts counts = new DualFrame.Counts(1, 0, 0, 1);
        assertEquals(
                Optional.of(Reason.ZERO_DENOMINATOR), DualFrame.pooled(counts).reason());
        assertEquals(
                Optional.of(Reason.ZERO_DENOMINATOR),
                DualFrame.of(1, .4).weights(counts, .5).dualMobile().reason());
        assertThrows(IllegalArgumentException.class, () -> DualFrame.of(-.1, .4));
        assertThrows(IllegalArgumentException.class, () -> DualFrame.of(.1, 1.4));
        assertThrows(IllegalArgumentException.class, () -> DualFrame.of(.1, .4).weights(counts, 2));
    }
}
