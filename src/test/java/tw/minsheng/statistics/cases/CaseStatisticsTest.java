package tw.minsheng.statistics.cases;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tw.minsheng.format.Node;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.distribution.SplitMix64;

/** CS1–CS6: refusals, R's answers on made cases, identities, and cases by hand. */
class CaseStatisticsTest {

    private static final double[] NONE = {};

    @Test
    void timesThatAreNoTimesAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> KaplanMeier.of(new double[] {-1}, NONE, .95));
        assertThrows(IllegalArgumentException.class, () -> KaplanMeier.of(NONE, new double[] {Double.NaN}, .95));
    }

    @Test
    void withoutAClosingThereIsNoMedian() {
        KaplanMeier open = KaplanMeier.of(NONE, new double[] {3, 4}, .95);
        assertEquals(Optional.of(Reason.NO_DATA), open.median().reason());
        assertFalse(open.medianInterval().isKnown());
        assertEquals(1, open.survivalAt(10));
        assertEquals(
                Optional.of(Reason.NO_DATA),
                KaplanMeier.of(NONE, NONE, .95).median().reason());
    }

    @Test
    void sevenWeeksAreNoBaseline() {
        SurgeTail tail = SurgeTail.of(new long[7], 100);
        assertEquals(Optional.of(Reason.N_TOO_SMALL), tail.pNb().reason());
        assertEquals(SurgeTail.Level.NONE, tail.level());
        assertThrows(IllegalArgumentException.class, () -> SurgeTail.of(new long[] {-1}, 0));
    }

    @Test
    void fewerThanFiveCasesNeverAlarm() {
        assertEquals(SurgeTail.Level.NONE, SurgeTail.of(new long[8], 4).level());
        assertEquals(SurgeTail.Level.RED, SurgeTail.of(new long[8], 5).level());
    }

    @Test
    void anAreaWithoutPeopleHasNoRate() {
        EmpiricalBayes rates = EmpiricalBayes.of(new double[] {1, 2}, new double[] {10, 0});
        assertEquals(Optional.of(Reason.ZERO_DENOMINATOR), rates.priorMean().reason());
        assertEquals(.1, rates.rates().get(0).raw().number());
        assertFalse(rates.rates().get(0).shrunken().isKnown());
        assertEquals(
                Optional.of(Reason.N_TOO_SMALL),
                EmpiricalBayes.of(new double[] {1}, new double[] {10})
                        .priorMean()
                        .reason());
        assertEquals(
                Optional.of(Reason.NO_DATA),
                EmpiricalBayes.of(new double[2], new double[] {10, 5})
                        .priorMean()
                        .reason());
    }

    @Test
    void whatIsNoShareIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> NonresponseBounds.of(1.1, .5));
        assertEquals(
                Optional.of(Reason.NO_DATA), NonresponseBounds.of(.5, 0).lower().reason());
        assertThrows(IllegalArgumentException.class, () -> MultipleTesting.HOLM.adjusted(new double[] {Double.NaN}));
    }

    @Test
    void noneOfNoneIsNoRate() {
        CaseRate rate = CaseRate.of(0, 0, .95);
        assertEquals(Optional.of(Reason.ZERO_DENOMINATOR), rate.share().reason());
        assertEquals(Optional.of(Reason.NO_DATA), rate.ci().lower().reason());
    }

    @Test
    void madeCasesAgreeWithR() throws IOException {
        Node made = CaseReference.read("made.json");
        for (Node each : made.get("cs1").elements()) {
            double[] closed = CaseReference.numbers(each.get("closed"));
            CaseReference.curve(each, KaplanMeier.of(closed, CaseReference.numbers(each.get("open")), .95));
        }
        for (Node each : made.get("cs2").elements()) {
            long[] baseline = Arrays.stream(CaseReference.numbers(each.get("baseline")))
                    .mapToLong(Math::round)
                    .toArray();
            long week = Math.round(CaseReference.number(each.get("week")));
            CaseReference.tail(each, SurgeTail.of(baseline, week));
        }
        for (Node each : made.get("cs3").elements()) {
            double[] cases = CaseReference.numbers(each.get("cases"));
            CaseReference.rates(each, EmpiricalBayes.of(cases, CaseReference.numbers(each.get("people"))));
        }
        for (Node each : made.get("cs4").elements()) {
            NonresponseBounds bounds =
                    NonresponseBounds.of(CaseReference.number(each.get("p")), CaseReference.number(each.get("r")));
            CaseReference.same("bounds", each.get("lower"), bounds.lower());
            CaseReference.same("bounds", each.get("upper"), bounds.upper());
        }
        for (Node each : made.get("cs5").elements()) {
            CaseReference.adjusted(each, CaseReference.numbers(each.get("p")));
        }
        for (Node each : made.get("cs6").elements()) {
            long count = Math.round(CaseReference.number(each.get("count")));
            CaseReference.rate(each, CaseRate.of(count, Math.round(CaseReference.number(each.get("n"))), .95));
        }
    }

    /** Without open cases the curve is one minus the share closed. */
    @Test
    void withoutOpenCasesTheCurveIsTheShareOpen() {
        SplitMix64 random = new SplitMix64(7);
        double[] times = new double[500];
        Arrays.setAll(times, i -> Math.floor(random.nextUniform() * 90));
        KaplanMeier curve = KaplanMeier.of(times, NONE, .95);
        for (double t : new double[] {0, 10, 45.5, 89}) {
            double open = Arrays.stream(times).filter(each -> each > t).count() / 500.0;
            assertEquals(open, curve.survivalAt(t), 1e-12);
        }
        assertEquals(500, curve.atRiskAt(0));
        assertEquals(0, curve.atRiskAt(1000));
    }

    /** Leaving open cases out makes the agency look faster. */
    @Test
    void closedOnlyFlatters() {
        double[] closed = {1, 2, 3, 4, 5, 6};
        double[] open = {10, 10, 10, 10};
        assertTrue(KaplanMeier.of(closed, open, .95).median().number()
                > KaplanMeier.of(closed, NONE, .95).median().number());
    }

    /** With s² far above m the negative binomial is far more patient; with k without bounds it is Poisson. */
    @Test
    void negativeBinomialTendsToPoisson() {
        assertTrue(SurgeTail.negativeBinomialTail(5, 1, 20) > SurgeTail.poissonTail(5, 20) * 1000);
        double near = SurgeTail.negativeBinomialTail(5, 1e9, 20);
        assertEquals(1, near / SurgeTail.poissonTail(5, 20), 1e-6);
    }

    /** Σp(x) from the tail up to far beyond is the tail. */
    @Test
    void tailsAreSums() {
        double sum = 0;
        for (long x = 400; x >= 12; x--) {
            sum += SurgeTail.negativeBinomialTail(4, 2, x) - SurgeTail.negativeBinomialTail(4, 2, x + 1);
        }
        assertEquals(SurgeTail.negativeBinomialTail(4, 2, 12), sum, 1e-15);
    }

    /** The rates of areas of one size keep their mean; a tiny area moves most. */
    @Test
    void tinyAreasMoveMost() {
        EmpiricalBayes rates = EmpiricalBayes.of(new double[] {60, 100, 3}, new double[] {10_000, 10_000, 100});
        double mean = rates.priorMean().number();
        double tiny = rates.rates().get(2).shrunken().number();
        assertTrue(Math.abs(tiny - mean) < Math.abs(.03 - mean) / 2);
        double large = rates.rates().get(1).shrunken().number();
        assertTrue(Math.abs(large - .01) < .0005);
    }

    @Test
    void boundsOfThePetitionsDocument() {
        double[][] printed = {{.20, .109, .909}, {.25, .136, .886}, {.30, .163, .863}};
        for (double[] each : printed) {
            NonresponseBounds bounds = NonresponseBounds.of(.5431, each[0]);
            assertEquals(each[1], bounds.lower().number(), 5e-4);
            assertEquals(each[2], bounds.upper().number(), 5e-4);
        }
    }

    @Test
    void severalTestsByHand() {
        double[] p = {.01, .04, .03};
        assertArrayEquals(new double[] {.03, .06, .06}, MultipleTesting.HOLM.adjusted(p), 1e-15);
        assertArrayEquals(new double[] {.03, .04, .04}, MultipleTesting.BENJAMINI_HOCHBERG.adjusted(p), 1e-15);
        assertEquals(0, MultipleTesting.HOLM.adjusted(NONE).length);
    }
}
