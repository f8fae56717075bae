package tw.minsheng.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.sqlclient.Tuple;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tw.minsheng.petition.CaseSamples;
import tw.minsheng.petition.WorkPlaces;
import tw.minsheng.petition.WorkPlacesContract;

/** The door of work places, on a real PostgreSQL. */
class PgWorkPlacesTest extends WorkPlacesContract {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private Database database;
    private PgWorkPlaces places;

    @BeforeEach
    void open() {
        database = DATABASE.database();
        places = new PgWorkPlaces(database);
        for (String name : List.of("one", "two", "three")) {
            TestDatabase.await(database.query(
                    "insert into account (name, roles, agency, state, until_at, opened_at, used_at, hash, change_due)"
                            + " values ($1, '{handler}', 'kcg-pwb', 'active', now(), now(), now(), '', false)"
                            + " on conflict do nothing",
                    Tuple.of(name)));
        }
    }

    @Override
    protected WorkPlaces places() {
        return places;
    }

    @Test
    void everyDeputyHasALineInTheAuditTrail() {
        LocalDate day = LocalDate.of(2026, 11, 20);
        TestDatabase.await(places.appoint(new WorkPlaces.Deputy("three", "two", day, day), CaseSamples.ACT));
        TestDatabase.await(places.dismiss("three", CaseSamples.ACT));
        List<String> lines = StreamSupport.stream(
                        TestDatabase.await(database.query(
                                        "select what from audit where object = $1 order by id", Tuple.of("three")))
                                .spliterator(),
                        false)
                .map(row -> row.getString("what"))
                .toList();
        assertEquals(List.of("case.deputy", "case.no_deputy"), lines);
    }
}
