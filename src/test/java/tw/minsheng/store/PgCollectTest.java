package tw.minsheng.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tw.minsheng.collect.CollectContract;
import tw.minsheng.collect.DataSet;
import tw.minsheng.collect.Published;
import tw.minsheng.collect.Samples;
import tw.minsheng.collect.Wave;
import tw.minsheng.kernel.Act;
import tw.minsheng.kernel.Problem;
import tw.minsheng.survey.Survey;
import tw.minsheng.survey.Version;

/** The doors of answering, on a real PostgreSQL. */
class PgCollectTest extends CollectContract {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final Map<String, Survey> DEFINITIONS = new ConcurrentHashMap<>();

    private Doors doors;
    private PgPublications publications;

    @BeforeEach
    @Override
    protected void openAWave() {
        Database database = DATABASE.database();
        SurveyCache cache = new SurveyCache(database, PgCollectTest::read);
        GroupCommit commits = new GroupCommit(DATABASE.vertx(), database);
        publications = new PgPublications(database, cache);
        doors = new Doors(
                new PgSurveys(cache, Clock.systemUTC()),
                new PgWaves(database, cache),
                new PgDrafts(new GroupRead(DATABASE.vertx(), database), commits, cache),
                new PgResponses(database, commits, cache),
                published -> publications.publish(new Act("clerk", "", Instant.now()), remember(published), "114"));
        super.openAWave();
    }

    @Override
    protected Doors doors() {
        return doors;
    }

    @Test
    void aDraftIsThereForTryingOutAlone() {
        String id = "kcg-draft" + System.nanoTime();
        Act clerk = new Act("clerk", "", Instant.now());
        Published first = Samples.published(Samples.counter(id, new Version(1, 0, 0)));
        Version next = new Version(1, 1, 0);
        TestDatabase.await(doors.publish().apply(first));
        TestDatabase.await(publications.draft(
                clerk, remember(Samples.published(Samples.counter(id, next).asDraft()))));
        assertTrue(TestDatabase.await(doors.surveys().version(id, next, DataSet.LIVE))
                .isEmpty());
        assertTrue(TestDatabase.await(doors.surveys().version(id, next, DataSet.TEST))
                .isPresent());
    }

    @Test
    void aSurveyDoesNotMoveToAnotherAgency() {
        String id = "kcg-moved" + System.nanoTime();
        Published mine = Samples.published(Samples.counter(id, new Version(1, 0, 0)));
        TestDatabase.await(doors.publish().apply(mine));
        Published theirs = Published.of("kcg-other", mine.survey(), mine.hash(), mine.definition(), mine.files());
        Problem refused = assertInstanceOf(
                Problem.class, TestDatabase.awaitFailure(doors.publish().apply(theirs)));
        assertEquals("survey.elsewhere", refused.code());
    }

    /** EUSurvey PR#324: what was promised to those who have answered holds. */
    @Test
    void aSurveyStaysAsAnonymousAsItWasOnceSomebodyIsInvited() {
        String id = "kcg-anonymous" + System.nanoTime();
        TestDatabase.await(doors.publish().apply(Samples.published(Samples.counter(id, new Version(1, 0, 0)))));
        Published named = Samples.published(Samples.named(Samples.counter(id, new Version(2, 0, 0))));
        TestDatabase.await(doors.publish().apply(named));
        DATABASE.run("insert into contact (survey_no, wave, name, email, phone, language)"
                + " select no, '115', '', 'a@example.org', '', 'zh-TW' from survey where id = '" + id + "'");
        Published back = Samples.published(Samples.counter(id, new Version(3, 0, 0)));
        Problem refused = assertInstanceOf(
                Problem.class, TestDatabase.awaitFailure(doors.publish().apply(back)));
        assertEquals("survey.anonymous", refused.code());
        TestDatabase.await(doors.publish()
                .apply(Samples.published(Samples.named(Samples.counter(id, new Version(3, 0, 0))))));
    }

    @Test
    void aWaveThatHasEndedDoesNotStandInTheWayOfTheNext() {
        String id = "kcg-ended" + System.nanoTime();
        Act clerk = new Act("clerk", "", Instant.now());
        TestDatabase.await(doors.publish().apply(Samples.published(Samples.counter(id, new Version(1, 0, 0)))));
        TestDatabase.await(doors.waves().close(clerk, id, DataSet.LIVE, "114"));
        Instant past = Instant.now().minusSeconds(5);
        TestDatabase.await(doors.waves().open(clerk, id, DataSet.LIVE, "115", past));
        Wave next = TestDatabase.await(doors.waves().open(clerk, id, DataSet.LIVE, "116", Wave.NO_END));
        assertEquals("116", next.code());
    }

    private static Published remember(Published published) {
        DEFINITIONS.put(published.definition(), published.survey());
        return published;
    }

    /** Stands for the reader of canonical JSON: the contract's surveys are made in code. */
    private static Survey read(String definition, Map<String, String> files) {
        return Objects.requireNonNull(DEFINITIONS.get(definition));
    }
}
