package tw.minsheng.statistics.sampling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tw.minsheng.statistics.Reason;

/** Numbers of statistics.md: SS1, S14, S15, S17; the formulas themselves are proved by the reference runner. */
class SamplingPlanTest {

    @Test
    void impossiblePlansAreRefused() {
        Population all = Population.unlimited();
        assertThrows(IllegalArgumentException.class, () -> SampleSize.Plan.of(0, all));
        assertThrows(IllegalArgumentException.class, () -> SampleSize.Plan.of(1, all));
        assertThrows(IllegalArgumentException.class, () -> new SampleSize.Plan(.03, .95, .5, all, 0, 1));
        assertThrows(IllegalArgumentException.class, () -> new SampleSize.Plan(.03, .95, .5, all, 1, 1.1));
        assertThrows(IllegalArgumentException.class, () -> new SampleSize.Plan(.03, 1, .5, all, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> new SampleSize.Plan(.03, .95, 1, all, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> new SampleSize.Plan(.03, 0, .5, all, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> new SampleSize.Plan(.03, .95, 0, all, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> SampleSize.forMean(0, 1, .95, all));
        assertThrows(IllegalArgumentException.class, () -> Population.of(0));
        assertThrows(IllegalArgumentException.class, () -> SampleSize.forMean(.1, 0, .95, all));
    }

    @Test
    void counterSurveyNeeds1044AnswersAnd2983Contacts() {
        SampleSize size = SampleSize.of(new SampleSize.Plan(.03, .95, .5, Population.of(48_210), 1, .35));
        assertEquals(1044, size.nFpcInt());
        assertEquals(2983, size.invitesAfter());
    }

    @Test
    void sizesAreRoundedUp() {
        assertEquals(
                1068,
                SampleSize.of(SampleSize.Plan.of(.03, Population.unlimited())).n0Int());
        SampleSize small = SampleSize.of(SampleSize.Plan.of(.03, Population.of(10_000)));
        assertEquals(964.27, small.nFpc(), .005);
        assertEquals(965, small.nFpcInt());
        assertEquals(3, SampleSize.roundUp(3 + 1e-10));
    }

    @Test
    void designEffectBeforeAndAfterTheCorrectionDiffer() {
        SampleSize size = SampleSize.of(new SampleSize.Plan(.03, .95, .5, Population.of(5000), 1.3, 1));
        assertEquals(1144, size.nDeffAfterFpcInt());
        assertEquals(1087, size.nDeffBeforeFpcInt());
    }

    @Test
    void tinyMarginAsksEverybody() {
        assertEquals(
                300, SampleSize.of(SampleSize.Plan.of(1e-6, Population.of(300))).nFpcInt());
    }

    @Test
    void moreAnswersThanPeopleIsRefused() {
        MarginOfError margin = MarginOfError.greatest(10, .95, Population.of(8), 1);
        assertEquals(Optional.of(Reason.SAMPLE_EXCEEDS_POPULATION), margin.moe().reason());
    }

    @Test
    void censusHasNoSamplingError() {
        MarginOfError margin = MarginOfError.greatest(800, .95, Population.of(800), 1);
        assertEquals(Optional.of(Reason.CENSUS), margin.moe().reason());
        assertEquals(Optional.of(Reason.CENSUS), margin.moeDeff().reason());
    }

    @Test
    void nobodyHasNoMargin() {
        assertEquals(
                Optional.of(Reason.NO_DATA),
                MarginOfError.greatest(0, .95, Population.unlimited(), 1).moe().reason());
    }

    @Test
    void marginIsTheHalfWidth() {
        assertEquals(
                .0433,
                MarginOfError.greatest(513, .95, Population.unlimited(), 1)
                        .moe()
                        .number(),
                5e-5);
    }

    /** khh_w1 after raking: ±2.83 becomes ±2.90 with deff 1.0526 (report.md, 4.2). */
    @Test
    void designEffectWidensTheMargin() {
        MarginOfError margin = MarginOfError.greatest(1200, .95, Population.unlimited(), 1.0526);
        assertEquals(2.83, 100 * margin.moe().number(), .005);
        assertEquals(2.90, 100 * margin.moeDeff().number(), .005);
        assertEquals(1140, margin.nEffective().number(), .5);
    }

    @Test
    void rateOverNothingHasAReason() {
        ResponseRates rates = ResponseRates.of(new Dispositions(0, 0, 0, 0, 0, 0, 0, 0));
        assertEquals(Optional.of(Reason.ZERO_DENOMINATOR), rates.rr1().reason());
        assertEquals(Optional.of(Reason.ZERO_DENOMINATOR), rates.e().reason());
        assertThrows(IllegalArgumentException.class, () -> new Dispositions(-1, 0, 0, 0, 0, 0, 0, 0));
    }

    @Test
    void nobodyIneligibleIsAWarning() {
        ResponseRates rates = ResponseRates.of(new Dispositions(100, 10, 50, 40, 5, 100, 0, 0));
        assertEquals(1, rates.e().number());
        assertEquals("no_ineligible_contacts", rates.warnings().get(0).code());
        assertEquals(rates.rr1(), rates.rr3());
    }

    @Test
    void categoryWithoutPopulationCannotBeTested() {
        Representativeness result = Representativeness.test(List.of("f", "m"), new long[] {3, 4}, new double[] {10, 0});
        assertEquals(Optional.of(Reason.ZERO_TARGET), result.x2().reason());
        assertEquals("m", result.x2().reasonArgs().get("category"));
    }

    /** 40 and 60 where 50 and 50 are expected: X² = 100/50 + 100/50 = 4. */
    @Test
    void goodnessOfFitByHand() {
        Representativeness result =
                Representativeness.test(List.of("f", "m"), new long[] {40, 60}, new double[] {500, 500});
        assertEquals(4, result.x2().number(), 1e-12);
        assertEquals(1, result.df());
        assertEquals(.0455, result.p().number(), 5e-5);
        assertEquals(10, result.maxDifference().number(), 1e-12);
        assertEquals(-10, result.levels().get(0).difference(), 1e-12);
        assertEquals(0, result.expectedBelow5());
    }

    @Test
    void weightedMarginsAreComparedAndNotTested() {
        Representativeness after = Representativeness.afterWeighting(
                List.of("f", "m"), new double[] {500, 500}, new double[] {500, 500}, 100);
        assertEquals(0, after.maxDifference().number());
        assertTrue(after.p().reason().isPresent());
    }

    @Test
    void allocationAddsUpToTheSample() {
        assertEquals(List.of(4L, 3L, 3L), Allocation.EQUAL.of(List.of(9L, 1L, 1L), 10));
        // 1,044 of 48,210: 465.16, 331.97, 246.87 (AL1: the largest remainders are rounded up)
        assertEquals(List.of(465L, 332L, 247L), Allocation.PROPORTIONAL.of(List.of(21_480L, 15_330L, 11_400L), 1044));
        assertEquals(List.of(1L, 0L), Allocation.PROPORTIONAL.of(List.of(5L, 5L), 1), "ties go to the earlier stratum");
        assertThrows(IllegalArgumentException.class, () -> Allocation.PROPORTIONAL.of(List.of(0L, 0L), 5));
    }
}
