package tw.minsheng.invite.onsite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tw.minsheng.invite.Seed;
import tw.minsheng.kernel.Act;
import tw.minsheng.kernel.Problem;

class OnsiteDeskTest {

    private static final Act ACT = new Act("analyst", "kcg-pwb", Instant.parse("2026-11-23T01:00:00Z"));
    private static final LocalDate MONDAY = LocalDate.parse("2026-11-30");
    private static final OnsitePlan.Period PERIOD =
            new OnsitePlan.Period(MONDAY, MONDAY.plusDays(4), "2026/abc", List.of(), List.of());

    private final Map<String, Long> answers = new HashMap<>();
    private final MemoryOnsitePlans door = new MemoryOnsitePlans(code -> answers.getOrDefault(code, 0L));
    private final OnsiteDesk desk = new OnsiteDesk(door);

    private static OnsitePlan.Wish wish(int sessions, String... counters) {
        List<OnsitePlan.HalfDay> halfDays = new ArrayList<>();
        for (int day = 0; day < 5; day++) {
            for (OnsiteSession.Half half : OnsiteSession.Half.values()) {
                halfDays.add(new OnsitePlan.HalfDay(MONDAY.plusDays(day), half));
            }
        }
        return new OnsitePlan.Wish(List.of(counters), halfDays, sessions, 5);
    }

    private Future<OnsitePlan> draw(long seed) {
        return desk.draw("counter", "115", PERIOD, wish(7, "building", "road", "other"), typed(seed), ACT);
    }

    private static Seed typed(long seed) {
        return new Seed(seed, Seed.Source.TYPED);
    }

    @Test
    void theSeedIsWrittenDownBeforeAndTheSameSeedDrawsTheSame() {
        OnsitePlan plan = draw(114).result();
        assertEquals(
                List.of("onsite.seed counter 115 114 typed", "onsite.draw counter 115 " + plan.drawnHash()),
                door.audit);
        OnsiteDesk elsewhere = new OnsiteDesk(new MemoryOnsitePlans());
        OnsitePlan again = elsewhere
                .draw("counter", "115", PERIOD, wish(7, "building", "road", "other"), typed(114), ACT)
                .result();
        assertEquals(plan, again);
        assertNotEquals(plan.sessions(), OnsitePlan.draw(wish(7, "building", "road", "other"), 115));
        assertEquals(64, plan.frameHash().length());
    }

    @Test
    void everyCounterGetsAsMuchAsTheOthersAndTheFirstGetTheRest() {
        OnsitePlan plan = draw(1).result();
        Map<String, Integer> sessions = new HashMap<>();
        plan.sessions().forEach(session -> sessions.merge(session.counter(), 1, Integer::sum));
        assertEquals(Map.of("building", 3, "road", 2, "other", 2), sessions);
        assertEquals(.3, plan.sessions().get(0).probability());
        assertEquals(7, plan.sessions().get(6).no());
    }

    @Test
    void aWaveIsDrawnOnce() {
        draw(1).result();
        Throwable refused = draw(2).cause();
        assertEquals("onsite.drawn", ((Problem) refused).code());
        assertEquals(2, door.audit.size());
    }

    @Test
    void tooFewAndTooManySessionsAreRefusedWithTheirReason() {
        assertEquals(Optional.of("lonely"), wish(5, "a", "b", "c").fault());
        assertEquals(Optional.of("few"), wish(21, "a", "b").fault());
        assertEquals(Optional.empty(), wish(6, "a", "b", "c").fault());
        assertEquals(Optional.empty(), wish(20, "a", "b").fault());
        assertEquals(Optional.of("lonely"), wish(6).fault());
    }

    @Test
    void aPlanThatWasChangedIsNotReproduced() {
        OnsitePlan plan = draw(114).result();
        assertTrue(plan.isReproduced());
        OnsitePlan other = new OnsitePlan(
                plan.survey(),
                plan.wave(),
                plan.period(),
                plan.wish(),
                typed(115),
                plan.frameHash(),
                plan.drawnHash(),
                plan.actor(),
                plan.at(),
                plan.sessions());
        assertFalse(other.isReproduced());
        OnsitePlan.HalfDay half = plan.wish().halfDays().get(3);
        assertEquals(half, OnsitePlan.HalfDay.of(half.text()));
    }

    /** Planned: 5 ÷ .3. Counted: 60 visitors, 12 asked, 2 of them not meant, 8 answers: 60·10/12 ÷ 8 ÷ .3. */
    @Test
    void weightsFollowTheCountsOnceTheyAreThere() {
        OnsiteSession first = draw(114).result().sessions().get(0);
        assertEquals(5 / .3, weight(first), 1e-12);
        answers.put(first.code(), 8L);
        door.count("counter", "115", first.no(), new SessionCounts(60, 12, 2, 2), ACT);
        assertEquals(60 * 10 / 12.0 / 8 / .3, weight(first), 1e-12);
        answers.put(first.code(), 9L);
        SessionState misfit = state(first);
        assertFalse(misfit.isCorrected());
        assertEquals(5 / .3, misfit.weight(), 1e-12);
        assertTrue(desk.weights("counter", "114").result().isEmpty());
        assertEquals(7, desk.weights("counter", "").result().size());
    }

    private double weight(OnsiteSession session) {
        return desk.weights("counter", "115").result().getOrDefault(session.code(), 0.0);
    }

    private SessionState state(OnsiteSession session) {
        return door.states("counter", "115").result().get(session.no() - 1);
    }

    @Test
    void countsThatDoNotFitAreToldAtTheirField() {
        assertEquals(List.of(), new SessionCounts(60, 12, 2, 2).faults(8));
        assertEquals(
                "approached", new SessionCounts(10, 12, 0, 0).faults(0).get(0).place());
        assertEquals(
                "refused", new SessionCounts(60, 12, 10, 3).faults(0).get(0).place());
        assertEquals(
                Map.of("part", "13", "whole", "12"),
                new SessionCounts(60, 12, 2, 2).faults(9).get(0).args());
    }
}
