package tw.minsheng.statistics.draw;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tw.minsheng.statistics.Reason;

class SessionTallyTest {

    private static final SessionDraw.Session SESSION = new SessionDraw.Session(0, 0, 3, .25);

    /** 100 visitors by fives, all answered: 5 over a quarter. */
    @Test
    void asPlannedTheWeightIsThatOfThePlan() {
        assertEquals(20, new SessionTally(100, 20, 0, 0, 20).weight(SESSION).number());
        assertEquals(20, new SessionDraw(List.of(SESSION), 5).weight(SESSION));
    }

    /** 24 of 120 were asked, 4 of them no visitors: 100 eligible, shared by 10 answers, over a quarter. */
    @Test
    void refusalsRaiseTheWeightAndIneligibleVisitorsLowerIt() {
        SessionTally tally = new SessionTally(120, 24, 9, 4, 10);
        assertEquals(100, tally.eligible().number());
        assertEquals(40, tally.weight(SESSION).number());
        assertEquals(10, tally.checked().number());
    }

    /** Weights of the answers of a session add up to its eligible visitors over its probability, whoever refused. */
    @Test
    void weightsAddUpToTheVisitors() {
        for (int complete = 1; complete <= 11; complete++) {
            SessionTally tally = new SessionTally(90, 15, 3, 1, complete);
            assertEquals(90 * 14 / 15.0 / .25, complete * tally.weight(SESSION).number(), 1e-9);
        }
    }

    @Test
    void nobodyAskedOrNobodyAnsweredHasNoWeight() {
        for (SessionTally none : List.of(
                new SessionTally(0, 0, 0, 0, 0), new SessionTally(30, 0, 0, 0, 0), new SessionTally(30, 6, 6, 0, 0))) {
            assertEquals(Optional.of(Reason.NO_DATA), none.weight(SESSION).reason());
        }
    }

    @Test
    void countsThatDoNotFitAreRefusedWithBothNumbers() {
        assertEquals(
                Map.of("n", "31", "N", "30"),
                new SessionTally(30, 31, 0, 0, 0).weight(SESSION).reasonArgs());
        SessionTally moreAnswers = new SessionTally(30, 6, 2, 1, 4);
        assertEquals(
                Optional.of(Reason.SAMPLE_EXCEEDS_POPULATION),
                moreAnswers.weight(SESSION).reason());
        assertEquals(Map.of("n", "7", "N", "6"), moreAnswers.checked().reasonArgs());
        assertThrows(IllegalArgumentException.class, () -> new SessionTally(-1, 0, 0, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> new SessionTally(1, 0, 0, 0, -1));
    }
}
