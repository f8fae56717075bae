package tw.minsheng.invite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AfterClosingFiguresTest {

    private static CaseSurveys.Count count(String stratum, long eligible, long drawn, long answered) {
        return new CaseSurveys.Count(stratum, eligible, 0, 0, drawn, drawn, drawn, answered);
    }

    private static CaseSurveys.Item item(String stratum, long n, long satisfied, long dissatisfied) {
        return new CaseSurveys.Item(stratum, "web", "result", n, satisfied, dissatisfied);
    }

    private static final Set<String> REACH = Set.of("kcg-pwb", "kcg-pwb-road");

    @Test
    void belowTheSmallestGroupNothingIsSaid() {
        AfterClosingFigures figures = new AfterClosingFigures(
                List.of(count("kcg-pwb/road/solved", 100, 100, 4)),
                List.of(item("kcg-pwb/road/solved", 4, 2, 1)),
                REACH,
                5);
        assertTrue(figures.of("result").isEmpty());
        assertTrue(figures.of("speed").isEmpty());
    }

    /** Petitions.md 1.2: 54.31% of 20, 25 or 30% who answered. */
    @ParameterizedTest
    @CsvSource({"2000, 10.9, 90.9", "2500, 13.6, 88.6", "3000, 16.3, 86.3"})
    void theBoundsOfTheStoppedSurvey(long answered, double lower, double upper) {
        long not = Math.round(answered * 0.5431);
        AfterClosingFigures figures = new AfterClosingFigures(
                List.of(count("kcg-pwb/road/explained", 10_000, 10_000, answered)),
                List.of(item("kcg-pwb/road/explained", answered, answered - not, not)),
                REACH,
                5);
        AfterClosingFigures.Bounds bounds = figures.of("result").orElseThrow().dissatisfiedBounds();
        assertEquals(lower, bounds.lower() * 100, 0.05);
        assertEquals(upper, bounds.upper() * 100, 0.05);
    }

    /** 90 of 100 eligible solved, 10 refused; half of the solved and none of the refused are satisfied: 0.9 · 0.5. */
    @Test
    void eachStratumWeighsAsMuchAsItsEligibleCases() {
        AfterClosingFigures figures = new AfterClosingFigures(
                List.of(count("kcg-pwb/road/declined", 10, 10, 10), count("kcg-pwb/road/solved", 90, 45, 10)),
                List.of(item("kcg-pwb/road/declined", 10, 0, 10), item("kcg-pwb/road/solved", 10, 5, 5)),
                REACH,
                5);
        AfterClosingFigures.Result result = figures.of("result").orElseThrow();
        assertEquals(0.25, result.satisfied(), 1e-12);
        assertEquals(0.45, result.weighted(), 1e-12);
    }

    /**
     * By hand. Solved: 900 eligible, 90 drawn, 45 answer, 36 satisfied: 0.4 to 0.9. Declined: 100 eligible, all drawn, 20 answer, 5
     * satisfied: 0.05 to 0.85. Together 0.9 · 0.4 + 0.1 · 0.05 = 0.365 to 0.9 · 0.9 + 0.1 · 0.85 = 0.895. Pooled over all 190 who were
     * drawn it would be 41/190 = 0.216 to 0.874, which leaves out what can be.
     */
    @Test
    void boundsAreThoseOfEachStratumWithItsOwnRateOfAnswers() {
        AfterClosingFigures figures = new AfterClosingFigures(
                List.of(count("kcg-pwb/road/declined", 100, 100, 20), count("kcg-pwb/road/solved", 900, 90, 45)),
                List.of(item("kcg-pwb/road/declined", 20, 5, 15), item("kcg-pwb/road/solved", 45, 36, 9)),
                REACH,
                5);
        AfterClosingFigures.Result result = figures.of("result").orElseThrow();
        assertEquals(0.365, result.satisfiedBounds().lower(), 1e-12);
        assertEquals(0.895, result.satisfiedBounds().upper(), 1e-12);
        assertEquals(0.9 * 0.1 + 0.1 * 0.15, result.dissatisfiedBounds().lower(), 1e-12);
        assertEquals(0.9 * 0.6 + 0.1 * 0.95, result.dissatisfiedBounds().upper(), 1e-12);
        assertEquals(1, result.covered(), 1e-12);
    }

    /**
     * Ten more cases of people who were asked about another one: they weigh, and can be anything. By hand 8 of 10 answers
     * satisfied of 10 drawn; of 20 closed cases 8 to 18.
     */
    @Test
    void casesThatWereSetAsideWeighAndCanBeAnything() {
        AfterClosingFigures figures = new AfterClosingFigures(
                List.of(
                        new CaseSurveys.Count("kcg-pwb/road/solved", 10, 13, 10, 10, 10, 10, 10),
                        count("kcg-pwb/road/declined", 10, 10, 10)),
                List.of(item("kcg-pwb/road/solved", 10, 8, 2), item("kcg-pwb/road/declined", 10, 2, 8)),
                REACH,
                5);
        AfterClosingFigures.Result result = figures.of("result").orElseThrow();
        assertEquals((20 * 0.8 + 10 * 0.2) / 30, result.weighted(), 1e-12);
        assertEquals(10.0 / 30, result.satisfiedBounds().lower(), 1e-12);
        assertEquals(20.0 / 30, result.satisfiedBounds().upper(), 1e-12);
    }

    /** Nothing is known of one eligible case that no draw met, nor of a stratum in which nobody answered. */
    @Test
    void aStratumOfOneCanBeAnythingAndIsNamed() {
        AfterClosingFigures figures = new AfterClosingFigures(
                List.of(
                        count("kcg-pwb/lamp/solved", 1, 1, 0),
                        count("kcg-pwb/park/solved", 1, 0, 0),
                        count("kcg-pwb/road/solved", 8, 8, 8)),
                List.of(item("kcg-pwb/road/solved", 8, 4, 4)),
                REACH,
                5);
        AfterClosingFigures.Result result = figures.of("result").orElseThrow();
        assertEquals(0.5, result.weighted(), 1e-12);
        assertEquals(0.8, result.covered(), 1e-12);
        assertEquals(0.4, result.satisfiedBounds().lower(), 1e-12);
        assertEquals(0.6, result.satisfiedBounds().upper(), 1e-12);
        assertEquals(1, figures.lonely());
        assertEquals(1, figures.missed());
    }

    /**
     * By hand. Of joined answers nobody can say where they come from. Ten satisfied of B speak for ten of 1,010 cases, of A for
     * 1,000; nobody said no, so it can be all of them. Pooled it would be 0.5 to 1.
     */
    @Test
    void joinedStrataDrawnAtDifferentRatesHaveTheWidestBounds() {
        AfterClosingFigures figures = new AfterClosingFigures(
                List.of(count("kcg-pwb/road/declined", 1_000, 10, 0), count("kcg-pwb/road/solved", 10, 10, 10)),
                List.of(item("kcg-pwb/road/declined+kcg-pwb/road/solved", 10, 10, 0)),
                REACH,
                5);
        AfterClosingFigures.Result result = figures.of("result").orElseThrow();
        assertEquals(10.0 / 1_010, result.satisfiedBounds().lower(), 1e-12);
        assertEquals(1, result.satisfiedBounds().upper(), 1e-12);
        assertEquals(0, result.dissatisfiedBounds().lower(), 1e-12);
        assertEquals(1_000.0 / 1_010, result.dissatisfiedBounds().upper(), 1e-12);
        assertEquals(1, figures.mixed());
    }

    /** 15 satisfied of 20 drawn: ten speak for one case each, five for a hundred each; five who are not, for five at least. */
    @Test
    void noStratumGivesMoreAnswersThanWereDrawnOfIt() {
        AfterClosingFigures figures = new AfterClosingFigures(
                List.of(count("kcg-pwb/road/declined", 1_000, 10, 10), count("kcg-pwb/road/solved", 10, 10, 10)),
                List.of(item("kcg-pwb/road/declined+kcg-pwb/road/solved", 20, 15, 5)),
                REACH,
                5);
        AfterClosingFigures.Result result = figures.of("result").orElseThrow();
        assertEquals(510.0 / 1_010, result.satisfiedBounds().lower(), 1e-12);
        assertEquals(1_005.0 / 1_010, result.satisfiedBounds().upper(), 1e-12);
    }

    /** Where one answer stands for as many cases everywhere, joining loses nothing. */
    @Test
    void joinedStrataDrawnAtOneRateAreLikeOne() {
        AfterClosingFigures figures = new AfterClosingFigures(
                List.of(count("kcg-pwb/road/declined", 20, 10, 4), count("kcg-pwb/road/solved", 40, 20, 11)),
                List.of(item("kcg-pwb/road/declined+kcg-pwb/road/solved", 15, 9, 6)),
                REACH,
                5);
        AfterClosingFigures.Result result = figures.of("result").orElseThrow();
        assertEquals(9.0 / 30, result.satisfiedBounds().lower(), 1e-12);
        assertEquals(24.0 / 30, result.satisfiedBounds().upper(), 1e-12);
        assertEquals(0, figures.mixed());
    }

    /** Whoever was refused is shown apart; what would follow from the sum is not. */
    @Test
    void eachClosureResultIsToldApartAndNothingFollowsFromTheSum() {
        List<CaseSurveys.Count> counts = List.of(
                count("kcg-pwb/road/declined", 20, 20, 6),
                count("kcg-pwb/road/explained", 20, 20, 2),
                count("kcg-pwb/road/solved", 40, 40, 20));
        List<CaseSurveys.Item> answers = List.of(
                item("kcg-pwb/road/declined", 6, 0, 6),
                item("kcg-pwb/road/explained", 2, 1, 1),
                item("kcg-pwb/road/solved", 20, 15, 5));
        Map<String, Optional<AfterClosingFigures.Result>> found =
                new AfterClosingFigures(counts, answers, REACH, 5).byOutcome("result");
        assertEquals(List.of("declined", "explained", "solved"), List.copyOf(found.keySet()));
        assertEquals(Optional.empty(), found.get("explained"));
        assertEquals(Optional.empty(), found.get("declined"), "28 less 26 would be the two");
        assertEquals(0.75, found.get("solved").orElseThrow().satisfied(), 1e-12);
        Map<String, Optional<AfterClosingFigures.Result>> two = new AfterClosingFigures(
                        List.of(counts.get(0), counts.get(2)), List.of(answers.get(0), answers.get(2)), REACH, 5)
                .byOutcome("result");
        assertEquals(0, two.get("declined").orElseThrow().satisfied(), 1e-12);
    }

    @Test
    void whatLiesPartlyOutOfReachIsNotCounted() {
        AfterClosingFigures figures = new AfterClosingFigures(
                List.of(count("kcg-pwb/road/solved", 10, 10, 6)),
                List.of(
                        item("kcg-pwb/road/solved+kcg-urban/plan/solved", 6, 6, 0),
                        item("kcg-urban/plan/solved", 9, 9, 0)),
                REACH,
                5);
        assertTrue(figures.of("result").isEmpty());
        assertEquals(Map.of(), figures.byMode("result"));
    }
}
