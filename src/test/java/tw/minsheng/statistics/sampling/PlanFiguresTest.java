package tw.minsheng.statistics.sampling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;

/** Rates of AAPOR by its formulas, and the borders of plans. */
class PlanFiguresTest {

    private static final List<Function<ResponseRates, Value>> RATES = List.of(
            ResponseRates::rr1,
            ResponseRates::rr2,
            ResponseRates::rr3,
            ResponseRates::rr4,
            ResponseRates::rr5,
            ResponseRates::rr6,
            ResponseRates::coop1,
            ResponseRates::coop2,
            ResponseRates::coop3,
            ResponseRates::coop4,
            ResponseRates::ref1,
            ResponseRates::ref2,
            ResponseRates::ref3,
            ResponseRates::con1,
            ResponseRates::con2,
            ResponseRates::con3,
            ResponseRates::loc1,
            ResponseRates::loc2);

    /** The example of R's package outcomerate: I 4, P 2, R, NC, O, UH, UO and NE 1 each; el 9, u 2, e .9. */
    @Test
    void everyRateOfAapor() {
        ResponseRates rates = ResponseRates.of(new Dispositions(4, 2, 1, 1, 1, 1, 1, 1));
        assertEquals(.9, rates.e().number(), 1e-15);
        assertEquals(List.of(), rates.warnings());
        double[] expected = {
            4 / 11.0,
            6 / 11.0,
            4 / 10.8,
            6 / 10.8,
            4 / 9.0,
            6 / 9.0, // response
            4 / 8.0,
            6 / 8.0,
            4 / 7.0,
            6 / 7.0, // cooperation
            1 / 11.0,
            1 / 10.8,
            1 / 9.0, // refusal
            8 / 11.0,
            8 / 10.8,
            8 / 9.0, // contact
            9 / 11.0,
            9 / 10.8 // location
        };
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], RATES.get(i).apply(rates).number(), 1e-15);
        }
    }

    /** e of nobody, of half and of everybody with unknown eligibility: RR3 over 9, 10 and 11. */
    @Test
    void eligibilityFromAnotherSource() {
        Dispositions contacts = new Dispositions(4, 2, 1, 1, 1, 1, 1, 1);
        assertEquals(4 / 9.0, ResponseRates.of(contacts, 0).rr3().number(), 1e-15);
        assertEquals(4 / 10.0, ResponseRates.of(contacts, .5).rr3().number(), 1e-15);
        assertEquals(4 / 11.0, ResponseRates.of(contacts, 1).rr3().number(), 1e-15);
        assertEquals(.5, ResponseRates.of(contacts, .5).e().number());
        assertThrows(IllegalArgumentException.class, () -> ResponseRates.of(contacts, 1.01));
        assertThrows(IllegalArgumentException.class, () -> ResponseRates.of(contacts, -.01));
    }

    /** Two contacts of which nothing is known: of all of them nobody answered; of the eligible nothing can be said. */
    @Test
    void contactsOfWhichNothingIsKnown() {
        ResponseRates rates = ResponseRates.of(new Dispositions(0, 0, 0, 0, 0, 1, 1, 0));
        assertEquals(Value.of(0), rates.rr1());
        assertEquals(Optional.of(Reason.ZERO_DENOMINATOR), rates.rr3().reason());
        assertEquals(Optional.of(Reason.ZERO_DENOMINATOR), rates.rr5().reason());
        assertEquals(Optional.of(Reason.ZERO_DENOMINATOR), rates.coop1().reason());
    }

    /** R 4.2.2: chisq.test(c(40, 35, 25), p = c(.5, .3, .2)). */
    @Test
    void goodnessOfFitOfR() {
        Representativeness result = Representativeness.test(
                List.of("a", "b", "c"), new long[] {40, 35, 25}, new double[] {5000, 3000, 2000});
        assertEquals(4.083333333333333, result.x2().number(), 1e-13);
        assertEquals(2, result.df());
        assertEquals(.129812176855438, result.p().number(), 1e-13);
        assertEquals(10, result.maxDifference().number(), 1e-13);
        Representativeness.Level second = result.levels().get(1);
        assertEquals("b", second.name());
        assertEquals(35, second.count(), 1e-13);
        assertEquals(35, second.samplePercent(), 1e-13);
        assertEquals(30, second.populationPercent(), 1e-13);
        assertEquals(5, second.difference(), 1e-13);
        assertEquals(100, result.n());
    }

    /** The same when weights in the unit of the population take the place of the counts. */
    @Test
    void weightedCountsAreScaledToTheAnswers() {
        Representativeness result = Representativeness.testWeighted(
                List.of("a", "b", "c"), new double[] {800, 700, 500}, new double[] {5000, 3000, 2000}, 100);
        assertEquals(4.083333333333333, result.x2().number(), 1e-12);
        assertEquals(.129812176855438, result.p().number(), 1e-12);
        assertEquals(40, result.levels().get(0).count(), 1e-12);
    }

    @Test
    void categoriesThatExpectFewerThanFive() {
        Representativeness result = Representativeness.test(
                List.of("five", "fewer", "most"), new long[] {5, 5, 90}, new double[] {50, 49, 901});
        assertEquals(1, result.expectedBelow5());
    }

    @Test
    void whatCannotBeTestedSaysWhy() {
        List<String> names = List.of("a", "b");
        double[] population = {5, 5};
        Representativeness nobody = Representativeness.test(names, new long[2], population);
        assertEquals(Optional.of(Reason.NO_DATA), nobody.x2().reason());
        assertEquals(Optional.of(Reason.NO_DATA), nobody.maxDifference().reason());
        assertEquals(List.of(), nobody.levels());
        Representativeness weightless = Representativeness.testWeighted(names, new double[2], population, 7);
        assertEquals(Optional.of(Reason.NO_DATA), weightless.p().reason());
        assertEquals(7, weightless.n());
        Representativeness one = Representativeness.test(List.of("a"), new long[] {9}, new double[] {5});
        assertEquals(Optional.of(Reason.NO_VARIATION), one.x2().reason());
        assertEquals(Optional.of(Reason.NO_VARIATION), one.p().reason());
        assertEquals(0, one.df());
        assertEquals(Value.of(0), one.maxDifference());
        Representativeness after = Representativeness.afterWeighting(names, new double[] {6, 4}, population, 10);
        assertEquals(Optional.of(Reason.NO_DATA), after.x2().reason());
        assertEquals(10, after.maxDifference().number(), 1e-13);
        Representativeness empty = Representativeness.test(names, new long[] {3, 4}, new double[] {10, 0});
        assertEquals(Map.of("category", "b", "n", "4"), empty.x2().reasonArgs());
        assertThrows(IllegalArgumentException.class, () -> Representativeness.test(names, new long[3], population));
        assertThrows(IllegalArgumentException.class, () -> Representativeness.test(names, new long[2], new double[3]));
    }

    @Test
    void strataWithoutPeopleGetNobody() {
        assertEquals(List.of(0L, 7L), Allocation.PROPORTIONAL.of(List.of(0L, 50L), 7));
        assertEquals(List.of(0L, 0L), Allocation.PROPORTIONAL.of(List.of(20L, 50L), 0));
        assertThrows(IllegalArgumentException.class, () -> Allocation.EQUAL.of(List.of(-1L, 50L), 7));
        assertThrows(IllegalArgumentException.class, () -> Allocation.EQUAL.of(List.of(1L, 50L), -1));
    }

    /** 29/100·100 is 28.999999999999996 in doubles; it is 29 all the same. */
    @Test
    void wholeSharesStayWhole() {
        assertEquals(List.of(29L, 71L), Allocation.PROPORTIONAL.of(List.of(29L, 71L), 100));
        assertEquals(List.of(7L, 14L, 79L), Allocation.PROPORTIONAL.of(List.of(7L, 14L, 79L), 100));
        // 3.5, 3.5 and 7: the remainders tie
        assertEquals(List.of(4L, 3L, 7L), Allocation.PROPORTIONAL.of(List.of(1L, 1L, 2L), 14));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 0", ".3, .0274835046262477"}) // 02:moe of 1,068 answers
    void marginsOfEveryShare(double share, double margin) {
        MarginOfError found = MarginOfError.of(1068, share, .95, Population.unlimited(), 1);
        assertEquals(margin, found.moe().number(), 1e-14);
        assertEquals(margin, found.moeFpc().number(), 1e-14);
    }

    /** 02:moe of 500 out of 800; the design effect takes its root. */
    @Test
    void marginOfALargePartOfThePopulation() {
        MarginOfError found = MarginOfError.greatest(500, .95, Population.of(800), 4);
        assertEquals(.0223606797749979, found.se().number(), 1e-14);
        assertEquals(.0268547015925924, found.moeFpc().number(), 1e-14);
        assertEquals(2 * .0268547015925924, found.moeDeff().number(), 1e-14);
        assertEquals(125, found.nEffective().number());
    }

    @Test
    void marginsThatMeanNothingAreRefused() {
        Population all = Population.unlimited();
        assertThrows(IllegalArgumentException.class, () -> MarginOfError.of(10, 1.1, .95, all, 1));
        assertThrows(IllegalArgumentException.class, () -> MarginOfError.of(10, -.1, .95, all, 1));
        assertThrows(IllegalArgumentException.class, () -> MarginOfError.of(10, .5, .95, all, 0));
        assertThrows(IllegalArgumentException.class, () -> MarginOfError.of(-1, .5, .95, all, 1));
        MarginOfError none = MarginOfError.none(Reason.NONPROBABILITY, Map.of("n", "3"));
        for (Value value : List.of(none.se(), none.moe(), none.moeFpc(), none.moeDeff(), none.nEffective())) {
            assertEquals(Optional.of(Reason.NONPROBABILITY), value.reason());
            assertEquals(Map.of("n", "3"), value.reasonArgs());
        }
    }

    /** One left of ten million still counts, one of eleven million does not. */
    @Test
    void whatIsLeftOfAPopulation() {
        assertEquals(1e-7, Population.of(1e7).remaining(1e7 - 1), 1e-22);
        assertEquals(0, Population.of(1.1e7).remaining(1.1e7 - 1));
        assertEquals(.25, Population.of(8).remaining(6));
        assertEquals(1, Population.unlimited().remaining(6));
        assertEquals(0, Population.of(1).errorFactor(1)); // not 0/0
        assertEquals(StrictMath.sqrt(2 / 7.0), Population.of(8).errorFactor(6), 1e-15);
        Value over = Population.of(300).checked(301);
        assertEquals(Map.of("n", "301", "N", "300"), over.reasonArgs());
        assertEquals(Value.of(300), Population.of(300).checked(300));
        assertThrows(IllegalArgumentException.class, () -> Population.of(Double.POSITIVE_INFINITY));
        assertEquals(1, Population.of(1).size().orElseThrow());
    }

    /** survey.lonely.psu of R's package. */
    @Test
    void rulesForLonelyUnitsAreNamedAsInR() {
        assertEquals(
                List.of("fail", "remove", "certainty", "adjust", "average"),
                List.of(LonelyRule.values()).stream().map(LonelyRule::key).toList());
    }

    /** The square of (1.96·20/3) is 170.7; of 1,000 people 170.7/1.1707. */
    @Test
    void answersForAMean() {
        double open = SampleSize.forMean(3, 20, .95, Population.unlimited());
        assertEquals(StrictMath.pow(1.959963984540054 * 20 / 3, 2), open, 1e-10);
        assertEquals(open / (1 + open / 1000), SampleSize.forMean(3, 20, .95, Population.of(1000)), 1e-10);
        assertEquals(1000, Population.of(1000).correctForMean(Double.POSITIVE_INFINITY));
        assertEquals(1000, Population.of(1000).correctForProportion(Double.POSITIVE_INFINITY));
    }

    /** The table of Krejcie and Morgan 1970 and that of Yamane 1967. */
    @ParameterizedTest
    @CsvSource({"100, 80", "1000, 278", "10000, 370", "1000000, 384"})
    void tablesOfTheTextbooks(double population, long answers) {
        assertEquals(answers, StrictMath.round(SampleSize.krejcieMorgan(population)));
    }

    @Test
    void yamane() {
        assertEquals(1000 / 3.5, SampleSize.yamane(1000, .05), 1e-10);
        assertEquals(99.0099, SampleSize.yamane(10_000, .1), 1e-4);
    }

    /** Ten of a class that are alike by .05: 1 + 9·.05. */
    @Test
    void clustersCostPrecision() {
        assertEquals(1.45, MarginOfError.clusterDeff(10, .05), 1e-15);
        assertEquals(1, MarginOfError.clusterDeff(1, .05));
    }

    /** 1.3 times 1,067.07 before the correction by 5,000 are 1,087 answers; half of all answer. */
    @Test
    void invitationsOfBothOrders() {
        SampleSize size = SampleSize.of(new SampleSize.Plan(.03, .95, .5, Population.of(5000), 1.3, .5));
        assertEquals(2 * 1087, size.invitesBefore());
        assertEquals(2 * 1144, size.invitesAfter());
        SampleSize open = SampleSize.of(new SampleSize.Plan(.03, .95, .5, Population.unlimited(), 1.3, .5));
        assertEquals(open.nDeffAfterFpc(), open.nDeffBeforeFpc());
        assertEquals(1067.07, open.nFpc(), .005);
    }

    @Test
    void everythingKnownNeedsNoEligibility() {
        ResponseRates rates = ResponseRates.of(new Dispositions(4, 2, 1, 1, 1, 0, 0, 3));
        assertEquals(4 / 9.0, rates.rr3().number(), 1e-15);
        assertEquals(rates.rr5(), rates.rr3());
    }

    @Test
    void designsHaveStrata() {
        List<Stratum> none = List.of();
        assertThrows(IllegalArgumentException.class, () -> SampleDesign.stratified(none));
        SampleDesign simple = SampleDesign.simple(Population.of(9));
        assertEquals(List.of(new Stratum("", Population.of(9))), simple.strata());
        assertEquals(LonelyRule.ADJUST, simple.lonely());
        assertEquals(LonelyRule.REMOVE, simple.with(LonelyRule.REMOVE).lonely());
        assertEquals(simple.strata(), SampleDesign.stratified(simple.strata()).strata());
    }
}
