package tw.minsheng.statistics.draw;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.distribution.SplitMix64;

class SessionDrawTest {

    private static final List<Integer> HALF_DAYS = List.of(10, 6, 4);
    private static final List<Integer> DRAWN = List.of(3, 2, 4);

    private static SessionDraw draw(long seed) {
        return SessionDraw.of(HALF_DAYS, DRAWN, 5, new SplitMix64(seed));
    }

    @Test
    void everyCounterGetsItsSessions() {
        SessionDraw draw = draw(114);
        assertEquals(5, draw.interval());
        for (int counter = 0; counter < 3; counter++) {
            int own = counter;
            List<SessionDraw.Session> sessions = draw.sessions().stream()
                    .filter(session -> session.counter() == own)
                    .toList();
            assertEquals(DRAWN.get(counter), sessions.size());
            assertEquals(DRAWN.get(counter), (int) sessions.stream()
                    .map(SessionDraw.Session::halfDay)
                    .distinct()
                    .count());
            double probability = DRAWN.get(counter) / (double) HALF_DAYS.get(counter);
            sessions.forEach(session -> {
                assertTrue(session.halfDay() >= 0 && session.halfDay() < HALF_DAYS.get(own));
                assertTrue(session.start() >= 1 && session.start() <= 5);
                assertEquals(probability, session.probability());
                assertEquals(5 / probability, draw.weight(session));
            });
        }
    }

    @Test
    void sameSeedDrawsTheSameAndAnotherSeedOthers() {
        assertEquals(draw(114), draw(114));
        assertNotEquals(draw(114), draw(115));
        assertEquals(
                List.of(new SessionDraw.Session(0, 1, 2, .5), new SessionDraw.Session(0, 2, 1, .5)),
                SessionDraw.of(List.of(4), List.of(2), 4, new SplitMix64(114)).sessions());
    }

    /** Each session m/M times, and each visitor of a drawn session 1/k times: qchisq(.9999, 9) = 33.7, qchisq(.9999, 4) = 23.5. */
    @Test
    void sessionsAndStartsAreDrawnEquallyOften() {
        int draws = 20_000;
        int[] halfDays = new int[10];
        int[] starts = new int[6];
        for (int seed = 0; seed < draws; seed++) {
            for (SessionDraw.Session session : draw(seed).sessions()) {
                halfDays[session.halfDay()] += session.counter() == 0 ? 1 : 0;
                starts[session.start()]++;
            }
        }
        double expected = draws * .3;
        double square = Arrays.stream(halfDays)
                .mapToDouble(count -> (count - expected) * (count - expected))
                .sum();
        assertTrue(square * 9 / (10 * expected * .7) < 33.7, Arrays.toString(halfDays));
        double each = draws * 9 / 5.0;
        double spread = Arrays.stream(starts)
                .skip(1)
                .mapToDouble(count -> (count - each) * (count - each) / each)
                .sum();
        assertTrue(spread < 23.5, Arrays.toString(starts));
    }

    @Test
    void everyIntervalthVisitorIsAskedFromTheStartOn() {
        SessionDraw draw = draw(1);
        SessionDraw.Session session = new SessionDraw.Session(0, 0, 3, .3);
        assertEquals(0, draw.asked(session, 0));
        assertEquals(0, draw.asked(session, 2));
        assertEquals(1, draw.asked(session, 3));
        assertEquals(1, draw.asked(session, 7));
        assertEquals(2, draw.asked(session, 8));
        assertEquals(20, draw.asked(session, 100));
    }

    @Test
    void aCounterNeedsTwoSessionsAndHasNoMoreThanItsHalfDays() {
        assertEquals(2, SessionDraw.checked("建管", 2, 2).number());
        for (int few : new int[] {-1, 0, 1}) {
            assertEquals(
                    Optional.of(Reason.LONELY_STRATUM),
                    SessionDraw.checked("建管", 10, few).reason());
            assertEquals(
                    Map.of("stratum", "建管"), SessionDraw.checked("建管", 10, few).reasonArgs());
        }
        assertEquals(
                Optional.of(Reason.SAMPLE_EXCEEDS_POPULATION),
                SessionDraw.checked("建管", 2, 3).reason());
        assertEquals(Map.of("n", "3", "N", "2"), SessionDraw.checked("建管", 2, 3).reasonArgs());
        SplitMix64 random = new SplitMix64(1);
        assertThrows(IllegalArgumentException.class, () -> SessionDraw.of(List.of(10), List.of(1), 5, random));
        assertThrows(IllegalArgumentException.class, () -> SessionDraw.of(List.of(10), List.of(2), 0, random));
        assertThrows(IllegalArgumentException.class, () -> SessionDraw.of(List.of(10), List.of(2, 2), 5, random));
        assertThrows(IllegalArgumentException.class, () -> new SessionDraw(List.of(), 0));
    }
}
