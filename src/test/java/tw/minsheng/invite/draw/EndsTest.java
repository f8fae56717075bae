package tw.minsheng.invite.draw;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tw.minsheng.collect.Outcome;
import tw.minsheng.collect.Responses;
import tw.minsheng.collect.Source;
import tw.minsheng.survey.Survey;

/** The table of contacts: nobody is lost, and it never has more people than were drawn. */
class EndsTest {

    private static Responses.Count answered(Outcome outcome, long n) {
        return new Responses.Count("1", Survey.Mode.WEB, Source.DRAWN, LocalDate.of(2026, 3, 2), outcome, n);
    }

    private static long sum(Map<Ending, Long> table) {
        return table.values().stream().mapToLong(Long::longValue).sum();
    }

    @Test
    void whoeverIsNotHeardOfIsTheRest() {
        Map<Ending, Long> table = new Ends(600, Map.of(Ending.R, 40L, Ending.NC, 10L))
                .with(List.of(answered(Outcome.COMPLETE, 200), answered(Outcome.SCREENED_OUT, 5)));
        assertEquals(
                Map.of(
                        Ending.I, 200L, Ending.P, 0L, Ending.R, 40L, Ending.NC, 10L, Ending.O, 0L, Ending.UH, 0L,
                        Ending.UO, 345L, Ending.NE, 5L),
                table);
    }

    /** All 600 were written off and 207 answered: 207 of those who were written off have answered. */
    @Test
    void thoseWhoAnsweredAfterAllAreTakenOffTheirEndings() {
        Map<Ending, Long> table = new Ends(600, Map.of(Ending.R, 600L)).with(List.of(answered(Outcome.COMPLETE, 207)));
        assertEquals(393, table.get(Ending.R));
        assertEquals(207, table.get(Ending.I));
        assertEquals(0, table.get(Ending.UO));
        assertEquals(600, sum(table));
    }

    /** 11 endings for 10 people who did not answer: 7, 3 and 1 of 11 are 6.4, 2.7 and .9 of 10. */
    @Test
    void eachEndingGivesItsPart() {
        Map<Ending, Long> table = new Ends(20, Map.of(Ending.R, 7L, Ending.NC, 3L, Ending.NE, 1L))
                .with(List.of(answered(Outcome.COMPLETE, 10)));
        assertEquals(List.of(6L, 3L, 1L), List.of(table.get(Ending.R), table.get(Ending.NC), table.get(Ending.NE)));
        assertEquals(20, sum(table));
    }

    @Test
    void moreAnswersThanPeopleLeaveNoEnding() {
        Map<Ending, Long> table = new Ends(5, Map.of(Ending.R, 2L)).with(List.of(answered(Outcome.COMPLETE, 6)));
        assertEquals(0, table.get(Ending.R));
        assertEquals(6, sum(table));
        assertEquals(0, sum(Ends.NONE.with(List.of())));
    }
}
