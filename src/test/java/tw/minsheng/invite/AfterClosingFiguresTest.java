package tw.minsheng.invite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AfterClosingFiguresTest {

    private static CaseSurveys.Count count(String stratum, long eligible, long drawn, long answered) {
        return new CaseSurveys.Count(stratum, eligible, 0, drawn, drawn, drawn, answered);
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
