package tw.minsheng.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tw.minsheng.collect.DataSet;
import tw.minsheng.collect.Published;
import tw.minsheng.collect.Samples;
import tw.minsheng.invite.Seed;
import tw.minsheng.invite.draw.DrawnFrame;
import tw.minsheng.invite.draw.DrawnPerson;
import tw.minsheng.invite.draw.SampleDraw;
import tw.minsheng.invite.draw.SampleDraws;
import tw.minsheng.kernel.Act;
import tw.minsheng.kernel.Problem;
import tw.minsheng.survey.Survey;
import tw.minsheng.survey.Version;

/** Frames and draws on a real PostgreSQL. */
class PgSampleDrawsTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final Act ACT = new Act("analyst", "kcg-pwb", Instant.parse("2026-11-22T02:00:00Z"));
    private static final Map<String, Survey> DEFINITIONS = new ConcurrentHashMap<>();

    private final String id = "kcg-sample" + System.nanoTime();
    private final SampleDraws.Of wave = new SampleDraws.Of(id, "114");
    private final SurveyCache cache = new SurveyCache(
            DATABASE.database(), (definition, files) -> Objects.requireNonNull(DEFINITIONS.get(definition)));
    private final SampleDraws door = new PgSampleDraws(DATABASE.database(), cache);

    @BeforeEach
    void publish() {
        Survey survey = Samples.counter(id, new Version(1, 0, 0));
        Published published = Samples.published(survey);
        DEFINITIONS.put(published.definition(), survey);
        TestDatabase.await(new PgPublications(DATABASE.database(), cache)
                .publish(new Act("clerk", "", Instant.now()), published, "114"));
        assertTrue(TestDatabase.await(new PgSurveys(cache, Clock.systemUTC()).find(id, DataSet.LIVE))
                .isPresent());
    }

    private static DrawnFrame frame(int no, String sha256) {
        return new DrawnFrame(
                no,
                "叫號紀錄",
                "tickets.csv",
                LocalDate.parse("2025-12-31"),
                123,
                60,
                List.of("case_no", "kind"),
                "case_no",
                sha256,
                "analyst",
                ACT.at());
    }

    private static SampleDraw draw(int no, long seed) {
        return new SampleDraw(
                no,
                frame(1, "f1"),
                new SampleDraw.Rule("stratified", "equal", 12, 2, new Seed(seed, Seed.Source.TYPED), "kind", ""),
                2_500,
                "list" + seed,
                "{\"seed\": \"" + seed + "\"}\n",
                LocalDate.parse("2026-11-22"),
                "analyst",
                ACT.at(),
                SampleDraw.State.DRAWN,
                "",
                List.of(
                        new SampleDraw.Group("lamp", 40, 6, 40 / 6.0, false),
                        new SampleDraw.Group("road", 6, 6, 1, true)));
    }

    private static List<DrawnPerson> people() {
        return IntStream.range(0, 2_500)
                .mapToObj(i -> new DrawnPerson(
                        "C" + i,
                        i % 2 == 0 ? "lamp" : "road",
                        40 / 6.0,
                        new DrawnPerson.Reach("王" + i, "", "07-1", "")))
                .toList();
    }

    private String codeOf(io.vertx.core.Future<?> refused) {
        return assertInstanceOf(Problem.class, TestDatabase.awaitFailure(refused))
                .code();
    }

    @Test
    void aFrameIsKeptByItsFactsUntilADrawStands() {
        assertEquals(Optional.empty(), TestDatabase.await(door.frame(wave)));
        TestDatabase.await(door.keepFrame(wave, frame(0, "f1"), ACT));
        TestDatabase.await(door.keepFrame(wave, frame(0, "f2"), ACT));
        assertEquals(Optional.of(frame(2, "f2")), TestDatabase.await(door.frame(wave)));
        assertEquals("not_found", codeOf(door.keepFrame(new SampleDraws.Of(id, "999"), frame(0, "f"), ACT)));
        TestDatabase.await(door.keep(wave, draw(0, 7), people(), ACT));
        assertEquals("sample.drawn", codeOf(door.keepFrame(wave, frame(0, "f3"), ACT)));
        assertEquals(
                id + " 114 f1",
                DATABASE.text("select object from audit where what = 'sample.frame' and object like '" + id + "%f1'"));
    }

    @Test
    void oneDrawStandsAndIsReadBackWhole() {
        TestDatabase.await(door.keepFrame(wave, frame(0, "f1"), ACT));
        TestDatabase.await(door.announce(wave, new Seed(-42, Seed.Source.TYPED), ACT));
        TestDatabase.await(door.keep(wave, draw(0, -42), people(), ACT));
        assertEquals(List.of(draw(1, -42)), TestDatabase.await(door.all(wave)));
        assertEquals(people(), TestDatabase.await(door.people(wave, ACT)));
        assertEquals("sample.drawn", codeOf(door.keep(wave, draw(0, 8), people(), ACT)));
        assertEquals(
                id + " 114 -42 typed",
                DATABASE.text("select object from audit where what = 'sample.seed' and object like '" + id + "%'"));
        assertEquals(
                id + " 114 2500",
                DATABASE.text("select object from audit where what = 'sample.read' and object like '" + id + "%'"));
    }

    @Test
    void whoWasDrawnIsForgottenWhenADrawIsTakenBackAndItsRecordStays() {
        TestDatabase.await(door.keepFrame(wave, frame(0, "f1"), ACT));
        assertEquals("sample.invited", codeOf(door.discard(wave, "no", ACT)));
        TestDatabase.await(door.keep(wave, draw(0, 1), people(), ACT));
        TestDatabase.await(door.discard(wave, "缺三月", ACT));
        assertEquals(List.of(draw(1, 1).as(SampleDraw.State.DISCARDED, "缺三月")), TestDatabase.await(door.all(wave)));
        assertEquals(
                "0",
                DATABASE.text(
                        "select count(*)::text from drawn_person p join survey s on s.no = p.survey_no where s.id = '"
                                + id + "'"));
        TestDatabase.await(door.keep(wave, draw(0, 2), people().subList(0, 3), ACT));
        assertEquals(
                List.of(2, 1),
                TestDatabase.await(door.all(wave)).stream().map(SampleDraw::no).toList());
        assertEquals(3, TestDatabase.await(door.people(wave, ACT)).size());
    }

    @Test
    void whoWasDrawnIsErasedAfterTheWave() {
        TestDatabase.await(door.keepFrame(wave, frame(0, "f1"), ACT));
        TestDatabase.await(door.keep(wave, draw(0, 1), people(), ACT));
        TestDatabase.await(door.purge(Instant.now()));
        assertEquals(2_500, TestDatabase.await(door.people(wave, ACT)).size());
        TestDatabase.await(new PgWaves(DATABASE.database(), cache).close(ACT, id, DataSet.LIVE, "114"));
        TestDatabase.await(door.purge(Instant.now().plusSeconds(3_600)));
        assertEquals(List.of(), TestDatabase.await(door.people(wave, ACT)));
        assertEquals(List.of(draw(1, 1)), TestDatabase.await(door.all(wave)));
    }
}
