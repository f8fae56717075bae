package tw.minsheng.store;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import tw.minsheng.collect.CollectContract;
import tw.minsheng.collect.Published;
import tw.minsheng.kernel.Act;
import tw.minsheng.survey.Survey;

/** The doors of answering, on a real PostgreSQL. */
class PgCollectTest extends CollectContract {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final Map<String, Survey> DEFINITIONS = new ConcurrentHashMap<>();

    private Doors doors;

    @BeforeEach
    @Override
    protected void openAWave() {
        Database database = DATABASE.database();
        SurveyCache cache = new SurveyCache(database, PgCollectTest::read);
        GroupCommit commits = new GroupCommit(DATABASE.vertx(), database);
        PgPublications publications = new PgPublications(database, cache);
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

    private static Published remember(Published published) {
        DEFINITIONS.put(published.definition(), published.survey());
        return published;
    }

    /** Stands for the reader of canonical JSON: the contract's surveys are made in code. */
    private static Survey read(String definition, Map<String, String> files) {
        return Objects.requireNonNull(DEFINITIONS.get(definition));
    }
}
