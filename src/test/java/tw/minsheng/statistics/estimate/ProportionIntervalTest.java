package tw.minsheng.statistics.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tw.minsheng.statistics.Interval;
import tw.minsheng.statistics.Reason;

/** What holds for every method; the numbers are proved by the reference runner. */
class ProportionIntervalTest {

    @ParameterizedTest
    @EnumSource
    void impossibleProportionsAreRefused(ProportionInterval method) {
        assertThrows(IllegalArgumentException.class, () -> method.around(3, 2, .95));
        assertThrows(IllegalArgumentException.class, () -> method.around(-1, 2, .95));
        assertEquals(
                Optional.of(Reason.NO_DATA), method.around(0, 0, .95).lower().reason());
    }

    @ParameterizedTest
    @EnumSource
    void failuresMirrorSuccesses(ProportionInterval method) {
        Interval of = method.around(7, 31, .9);
        Interval mirrored = method.around(24, 31, .9);
        assertEquals(of.lower().number(), 1 - mirrored.upper().number(), 1e-13);
        assertEquals(of.upper().number(), 1 - mirrored.lower().number(), 1e-13);
    }

    @ParameterizedTest
    @EnumSource
    void moreConfidenceIsWider(ProportionInterval method) {
        assertTrue(method.around(7, 31, .99).upper().number()
                > method.around(7, 31, .9).upper().number());
    }

    @Test
    void logitOfNothingDoesNotExist() {
        assertFalse(ProportionInterval.LOGIT.around(0, 20, .95).isKnown());
    }

    @Test
    void pagesCutLimitsToShares() {
        Interval cut = ProportionInterval.onPage(ProportionInterval.AGRESTI_COULL.around(0, 20, .95));
        assertEquals(0, cut.lower().number());
        assertEquals(.18981, cut.upper().number(), 5e-6);
    }

    @Test
    void boxesNeedAScaleAndAnswers() {
        assertThrows(IllegalArgumentException.class, () -> Boxes.of(new long[5], 1, 6, .95));
        assertEquals(
                Optional.of(Reason.NO_DATA),
                Boxes.of(new long[5], 1, 4, .95).top().reason());
    }

    /** Answers 1, 4, 5, 5 of a scale from 1 to 5, satisfied from 4. */
    @Test
    void boxesByHand() {
        Boxes boxes = Boxes.of(new long[] {1, 0, 0, 1, 2}, 1, 4, .95);
        assertEquals(.75, boxes.top().number());
        assertEquals(.25, boxes.bottom().number());
        assertEquals(.5, boxes.net().number());
        assertEquals(3.75, boxes.mean().number());
        assertEquals(68.75, boxes.index().number());
        assertFalse(Boxes.of(new long[] {0, 0, 0, 0, 1}, 1, 4, .95).sd().isKnown());
    }
}
