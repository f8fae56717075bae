package tw.minsheng.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tw.minsheng.collect.AnswerAges;
import tw.minsheng.collect.DataSet;
import tw.minsheng.collect.Published;
import tw.minsheng.collect.Samples;
import tw.minsheng.collect.Wave;
import tw.minsheng.kernel.Act;
import tw.minsheng.survey.Survey;
import tw.minsheng.survey.Version;

/** Answers are erased when the months that their notice promised are over, and not a day before. */
class PgAnswerAgesTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final Map<String, Survey> DEFINITIONS = new ConcurrentHashMap<>();
    private static final ZoneId TAIPEI = ZoneId.of("Asia/Taipei");
    private static final Instant CLOSED = Instant.parse("2024-01-31T16:00:00Z");
    /** 24 months after it. */
    private static final Instant OVER = Instant.parse("2026-01-31T16:00:00Z");

    private String survey = "kcg-ages" + NUMBER.incrementAndGet();
    private final Act clerk = new Act("clerk", "kcg-pwb", CLOSED);
    private Database database;
    private SurveyCache cache;
    private PgAnswerAges ages;

    @BeforeEach
    void open() {
        DATABASE.run("truncate response, answer_erasure");
        database = DATABASE.database();
        cache = new SurveyCache(database, (definition, files) -> Objects.requireNonNull(DEFINITIONS.get(definition)));
        ages = new PgAnswerAges(database, cache, TAIPEI);
        Survey usual = Samples.counter(survey, new Version(1, 0, 0));
        assertEquals(24, usual.privacy().retentionMonths());
        publish(usual);
        end("113", CLOSED);
    }

    private void publish(Survey content) {
        Published version = Samples.published(content);
        DEFINITIONS.put(version.definition(), version.survey());
        TestDatabase.await(cache.refresh());
        TestDatabase.await(new PgPublications(database, cache).publish(clerk, version, "113"));
    }

    private void end(String wave, Instant end) {
        DATABASE.run("update wave set closes_at = '%s', open = false where survey_no = %d and code = '%s'"
                .formatted(end.atOffset(ZoneOffset.UTC), no(), wave));
    }

    private long no() {
        return DATABASE.number("select no from survey where id = '" + survey + "'");
    }

    private void answers(String wave, int n) {
        DATABASE.run("""
                insert into response (survey_no, version_no, data_set, wave, source, mode, display, language, outcome, day,
                  seconds, answers, codes)
                select %d, (select no from survey_version where survey_no = %d), 'live', '%s', 'open', 'web', 'items', 'zh-TW',
                  'complete', '2024-01-02', '{}', '{"comment": "請不要留著"}', '{}' from generate_series(1, %d)""".formatted(no(), no(), wave, n));
    }

    private long erase(Instant now) {
        return TestDatabase.await(ages.erase(Set.of("kcg-pwb"), new Act("clock", "", now)));
    }

    @Test
    void nothingIsErasedBeforeItsTimeNorOfAnotherAgency() {
        answers("113", 7);
        assertEquals(List.of(), TestDatabase.await(ages.until(Set.of("kcg-pwb"), OVER.minusSeconds(1))));
        assertEquals(0, erase(OVER.minusSeconds(1)));
        assertEquals(List.of(), TestDatabase.await(ages.until(Set.of("kcg-finance"), OVER)));
        assertEquals(0, TestDatabase.await(ages.erase(Set.of("kcg-finance"), new Act("clock", "", OVER))));
        assertEquals(7, DATABASE.number("select count(*) from response"));
    }

    @Test
    void aWaveWithoutAnEndKeepsItsAnswers() {
        answers("113", 3);
        end("113", Wave.NO_END);
        assertEquals(0, erase(Instant.parse("2999-01-01T00:00:00Z")));
    }

    @Test
    void answersGoWhenTheirMonthsAreOverAndTheirNumberStays() {
        answers("113", 7);
        List<AnswerAges.Aged> due = TestDatabase.await(ages.until(Set.of("kcg-pwb"), OVER));
        assertEquals(List.of(new AnswerAges.Aged(survey, "kcg-pwb", DataSet.LIVE, "113", 24, CLOSED, OVER, 7)), due);
        assertTrue(due.get(0).hasRunOut(OVER));
        assertEquals(7, erase(OVER));
        assertEquals(0, DATABASE.number("select count(*) from response"));
        assertEquals(0, erase(OVER));
        assertEquals(
                List.of(new AnswerAges.Erased(survey, "kcg-pwb", DataSet.LIVE, "113", OVER, 7)),
                TestDatabase.await(ages.erased(Set.of("kcg-pwb"))));
        assertEquals(List.of(), TestDatabase.await(ages.erased(Set.of("kcg-finance"))));
        assertEquals(
                survey + " live 113 7",
                DATABASE.text(
                        "select object from audit where what = 'answers.erase' and object like '" + survey + "%'"));
    }

    /** 20,000 at once: a second batch takes the rest, and one line tells them all. */
    @Test
    void aLargeWaveGoesInBatches() {
        answers("113", 20_001);
        assertEquals(20_001, erase(OVER));
        assertEquals(
                List.of(new AnswerAges.Erased(survey, "kcg-pwb", DataSet.LIVE, "113", OVER, 20_001)),
                TestDatabase.await(ages.erased(Set.of("kcg-pwb"))));
        assertEquals(
                survey + " live 113 20000, " + survey + " live 113 1",
                DATABASE.text("select string_agg(object, ', ' order by id) from audit where what = 'answers.erase'"
                        + " and object like '" + survey + "%'"));
    }

    /** Each answer by the version under which it was given: a later one may promise another time. */
    @Test
    void anotherWaveIsNotTouched() {
        answers("113", 5);
        DATABASE.run("insert into wave select survey_no, data_set, '114', version_no, opens_at,"
                + " timestamptz '2025-01-31 16:00+00', false from wave where survey_no = " + no());
        answers("114", 6);
        assertEquals(5, erase(OVER));
        assertEquals(6, DATABASE.number("select count(*) from response"));
        assertEquals(6, erase(Instant.parse("2027-01-31T16:00:00Z")));
    }

    /** A wave ends when its last day does, and months are those of the place: in UTC they would be over up to three days early. */
    @ParameterizedTest
    @CsvSource({
        "2026-02-28, 6, 2026-09-01",
        "2026-04-30, 6, 2026-11-01",
        "2026-02-28, 24, 2028-03-01",
        "2026-01-30, 1, 2026-02-28"
    })
    void monthsAreThoseOfThePlace(LocalDate last, int months, LocalDate over) {
        Instant end = over.atStartOfDay(TAIPEI).toInstant();
        survey += "m";
        publish(Samples.kept(Samples.counter(survey, new Version(1, 0, 0)), months));
        answers("113", 1);
        end("113", last.plusDays(1).atStartOfDay(TAIPEI).toInstant());
        assertEquals(0, erase(end.minusSeconds(1)));
        assertEquals(
                List.of(end),
                TestDatabase.await(ages.until(Set.of("kcg-pwb"), end)).stream()
                        .map(AnswerAges.Aged::until)
                        .toList());
        assertEquals(1, erase(end));
    }
}
