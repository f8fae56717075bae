package tw.minsheng.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tw.minsheng.collect.AnswerSheet;
import tw.minsheng.collect.DataSet;
import tw.minsheng.collect.Finish;
import tw.minsheng.collect.Published;
import tw.minsheng.collect.Responses;
import tw.minsheng.collect.SamplePlace;
import tw.minsheng.collect.Samples;
import tw.minsheng.collect.Sheets;
import tw.minsheng.invite.Seed;
import tw.minsheng.invite.onsite.OnsiteDesk;
import tw.minsheng.invite.onsite.OnsitePlan;
import tw.minsheng.invite.onsite.OnsitePlans;
import tw.minsheng.invite.onsite.OnsiteSession;
import tw.minsheng.invite.onsite.SessionCounts;
import tw.minsheng.invite.onsite.SessionState;
import tw.minsheng.kernel.Act;
import tw.minsheng.kernel.Problem;
import tw.minsheng.survey.Survey;
import tw.minsheng.survey.Version;

/** Sessions, and answers through their slips, on a real PostgreSQL. */
class PgOnsitePlansTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final Act ACT = new Act("analyst", "kcg-pwb", Instant.parse("2026-11-22T02:00:00Z"));
    private static final LocalDate MONDAY = LocalDate.parse("2026-11-30");
    private static final OnsitePlan.Period PERIOD = new OnsitePlan.Period(
            MONDAY, MONDAY.plusDays(4), "2026/abc", List.of(MONDAY.plusDays(2)), List.of(MONDAY.plusDays(5)));

    private static final Map<String, Survey> DEFINITIONS = new ConcurrentHashMap<>();

    private final String id = "kcg-onsite" + System.nanoTime();
    private final Survey survey = Samples.counter(id, new Version(1, 0, 0));
    private final SurveyCache cache = new SurveyCache(
            DATABASE.database(), (definition, files) -> Objects.requireNonNull(DEFINITIONS.get(definition)));
    private final Responses responses =
            new PgResponses(DATABASE.database(), new GroupCommit(DATABASE.vertx(), DATABASE.database()), cache);
    private final OnsitePlans door = new PgOnsitePlans(DATABASE.database(), cache);
    private final OnsiteDesk desk = new OnsiteDesk(door);

    @BeforeEach
    void publish() {
        Published published = Samples.published(survey);
        DEFINITIONS.put(published.definition(), survey);
        TestDatabase.await(new PgPublications(DATABASE.database(), cache)
                .publish(new Act("clerk", "", Instant.now()), published, "114"));
        assertTrue(TestDatabase.await(new PgSurveys(cache, Clock.systemUTC()).find(id, DataSet.LIVE))
                .isPresent());
    }

    private OnsitePlan draw(String wave, long seed) {
        return TestDatabase.await(desk.draw(id, wave, PERIOD, wish(), new Seed(seed, Seed.Source.MADE), ACT));
    }

    private static OnsitePlan.Wish wish() {
        List<OnsitePlan.HalfDay> halfDays = new ArrayList<>();
        for (int day = 0; day < 5; day++) {
            for (OnsiteSession.Half half : OnsiteSession.Half.values()) {
                halfDays.add(new OnsitePlan.HalfDay(MONDAY.plusDays(day), half));
            }
        }
        return new OnsitePlan.Wish(List.of("building", "road"), halfDays, 6, 4);
    }

    private void answer(String submission, SamplePlace place) {
        AnswerSheet sheet = Sheets.sheet(id, "114", DataSet.LIVE).at(place);
        TestDatabase.await(responses.finish(Sheets.finish(id + submission, sheet, Finish.DraftRef.NONE, List.of())));
    }

    @Test
    void aPlanIsKeptOnceWithItsSeedWrittenDownBefore() {
        OnsitePlan plan = draw("114", -42);
        assertEquals(Optional.of(plan), TestDatabase.await(door.find(id, "114")));
        assertTrue(TestDatabase.await(door.find(id, "114")).orElseThrow().isReproduced());
        assertEquals(Optional.empty(), TestDatabase.await(door.find(id, "113")));
        assertEquals(Optional.empty(), TestDatabase.await(door.find("kcg-nowhere", "114")));
        assertEquals(
                id + " 114 -42 made",
                DATABASE.text("select object from audit where what = 'onsite.seed' and object like '" + id + "%'"));
        assertEquals(
                id + " 114 " + plan.drawnHash(),
                DATABASE.text("select object from audit where what = 'onsite.draw' and object like '" + id + "%'"));
        Problem again = assertInstanceOf(Problem.class, TestDatabase.awaitFailure(door.keep(plan, ACT)));
        assertEquals("onsite.drawn", again.code());
        OnsitePlan nowhere = new OnsitePlan(
                id, "999", plan.period(), wish(), plan.seed(), "", "", "analyst", ACT.at(), plan.sessions());
        Problem unknown = assertInstanceOf(Problem.class, TestDatabase.awaitFailure(door.keep(nowhere, ACT)));
        assertEquals("not_found", unknown.code());
    }

    @Test
    void answersThroughSlipsAreCountedInTheirSessionAndReadBackWithIt() {
        OnsitePlan plan = draw("114", 7);
        OnsiteSession first = plan.sessions().get(0);
        SamplePlace place = new SamplePlace(first.counter(), first.code());
        answer("a", place);
        answer("b", place);
        answer("c", SamplePlace.NONE);
        TestDatabase.await(door.count(id, "114", first.no(), new SessionCounts(40, 10, 3, 0), ACT));
        List<SessionState> states = TestDatabase.await(door.states(id, "114"));
        assertEquals(plan.sessions(), states.stream().map(SessionState::session).toList());
        assertEquals(new SessionState(first, 4, Optional.of(new SessionCounts(40, 10, 3, 0)), 2), states.get(0));
        assertEquals(new SessionState(plan.sessions().get(1), 4, Optional.empty(), 0), states.get(1));
        Map<String, Double> weights = TestDatabase.await(desk.weights(id, ""));
        assertEquals(40 / 2.0 / .3, weights.getOrDefault(first.code(), 0.0), 1e-9);
        List<SamplePlace> places = new ArrayList<>();
        TestDatabase.await(responses.stream(new Responses.Selection(id, "114", DataSet.LIVE), batch -> {
            batch.forEach(stored -> places.add(stored.sheet().place()));
            return io.vertx.core.Future.succeededFuture();
        }));
        assertEquals(3, places.size());
        assertEquals(2, places.stream().filter(place::equals).count());
        assertTrue(places.contains(SamplePlace.NONE));
        assertEquals(
                id + " 114 " + first.code(),
                DATABASE.text("select object from audit where what = 'onsite.count' and object like '" + id + "%'"));
    }

    @Test
    void aSessionThatWasNotDrawnIsNotFound() {
        draw("114", 3);
        Problem unknown = assertInstanceOf(
                Problem.class,
                TestDatabase.awaitFailure(door.count(id, "114", 99, new SessionCounts(1, 1, 0, 0), ACT)));
        assertEquals("not_found", unknown.code());
    }
}
