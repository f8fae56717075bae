package tw.minsheng.statistics.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
        assertEquals(
                Optional.of(Reason.NO_VARIATION),
                ProportionInterval.LOGIT.around(20, 20, .95).upper().reason());
    }

    @Test
    void pagesCutLimitsToShares() {
        Interval cut = ProportionInterval.onPage(ProportionInterval.AGRESTI_COULL.around(0, 20, .95));
        assertEquals(0, cut.lower().number());
        assertEquals(.18981, cut.upper().number(), 5e-6);
    }

    @Test
    void pagesCutTheUpperLimitToo() {
        Interval cut = ProportionInterval.onPage(ProportionInterval.AGRESTI_COULL.around(20, 20, .95));
        assertEquals(1, cut.upper().number());
        assertEquals(1 - .18981, cut.lower().number(), 5e-6);
        assertEquals("agresti_coull", cut.method());
        assertEquals(.95, cut.level());
    }

    /** R 4.2.2: prop.test(81, 263), with and without correction; binom.test; the others by their formulas. */
    @ParameterizedTest
    @CsvSource({
        "WILSON, .255288519878274, .3662095769828",
        "WILSON_CC, .253508682295185, .368176201043004",
        "CLOPPER_PEARSON, .252736745585271, .367621922601351",
        "AGRESTI_COULL, .255220665189997, .366277431671078",
        "JEFFREYS, .254521934991023, .365647499174082",
        "LOGIT, .255147511406811, .366381773030362",
        "ARCSINE, .254241161126999, .365613705725152",
        "WALD, .252190126213107, .363779455535942"
    })
    void eachMethodIsThatOfR(ProportionInterval method, double lower, double upper) {
        Interval interval = method.around(81, 263, .95);
        assertEquals(lower, interval.lower().number(), 1e-12);
        assertEquals(upper, interval.upper().number(), 1e-12);
        assertEquals(method.name(), interval.method().toUpperCase(Locale.ROOT));
    }

    /** R: 0 and 10 of 10 at 95 %; what has no limit there is closed at 0 and 1. */
    @ParameterizedTest
    @CsvSource({
        "WILSON, .277532799862889",
        "WILSON_CC, .344537218306922",
        "CLOPPER_PEARSON, .308497107818761",
        "JEFFREYS, .217196267509211",
        "ARCSINE, .227977282732493",
        "WALD, 0"
    })
    void nothingAndAll(ProportionInterval method, double upper) {
        Interval nothing = method.around(0, 10, .95);
        assertEquals(0, nothing.lower().number(), 1e-16);
        assertEquals(upper, nothing.upper().number(), 1e-12);
        Interval all = method.around(10, 10, .95);
        assertEquals(1 - upper, all.lower().number(), 1e-12);
        assertEquals(1, all.upper().number(), 1e-15);
    }

    /** R: prop.test(5, 10) is the same with correction and without: a half is not moved past the middle. */
    @Test
    void theCorrectionStopsInTheMiddle() {
        Interval half = ProportionInterval.WILSON_CC.around(5, 10, .95);
        assertEquals(.236593090512564, half.lower().number(), 1e-12);
        assertEquals(.763406909487436, half.upper().number(), 1e-12);
    }

    /** Half an effective answer, or all but half of one, is as far as the correction reaches: exactly 0 and 1. */
    @Test
    void theCorrectionStopsAtTheEnds() {
        assertEquals(0, ProportionInterval.WILSON_CC.around(.5, 7, .9).lower().number());
        assertEquals(1, ProportionInterval.WILSON_CC.around(6.5, 7, .9).upper().number());
    }

    @Test
    void boxesNeedAScaleAndAnswers() {
        assertThrows(IllegalArgumentException.class, () -> Boxes.of(new long[5], 1, 6, .95));
        assertThrows(IllegalArgumentException.class, () -> Boxes.of(new long[5], 1, 1, .95)); // nobody could be outside
        assertEquals(
                Optional.of(Reason.NO_DATA),
                Boxes.of(new long[5], 1, 4, .95).top().reason());
    }

    @Test
    void theTopBoxCanBeTheLastPointAlone() {
        Boxes boxes = Boxes.of(new long[] {1, 0, 0, 1, 2}, 1, 5, .95);
        assertEquals(.5, boxes.top().number());
        assertEquals(.25, boxes.bottom().number());
    }

    /** Answers 1, 4, 5, 5 of a scale from 1 to 5, satisfied from 4; R: sd, t.test, prop.test(3, 4, correct = FALSE). */
    @Test
    void boxesByHand() {
        Boxes boxes = Boxes.of(new long[] {1, 0, 0, 1, 2}, 1, 4, .95);
        assertEquals(.75, boxes.top().number());
        assertEquals(.25, boxes.bottom().number());
        assertEquals(.5, boxes.net().number());
        assertEquals(3.75, boxes.mean().number());
        assertEquals(68.75, boxes.index().number());
        assertEquals(4, boxes.n());
        assertEquals(1.892969448600091, boxes.sd().number(), 1e-14);
        assertEquals(1.892969448600091 / 2, boxes.se().number(), 1e-14);
        assertEquals("t", boxes.meanInterval().method());
        assertEquals(.7378631861438513, boxes.meanInterval().lower().number(), 1e-12);
        assertEquals(6.762136813856149, boxes.meanInterval().upper().number(), 1e-12);
        assertEquals(.300641842582402, boxes.topWilson().lower().number(), 1e-12);
        assertEquals(.9544127391902995, boxes.topWilson().upper().number(), 1e-12);
        Boxes two = Boxes.of(new long[] {1, 0, 1}, 0, 2, .95);
        assertEquals(StrictMath.sqrt(2), two.sd().number(), 1e-15);
        assertEquals(50, two.index().number());
        Boxes one = Boxes.of(new long[] {0, 0, 0, 0, 1}, 1, 4, .95);
        assertEquals(Optional.of(Reason.N_TOO_SMALL), one.sd().reason());
        assertEquals(Optional.of(Reason.N_TOO_SMALL), one.meanInterval().lower().reason());
    }
}
