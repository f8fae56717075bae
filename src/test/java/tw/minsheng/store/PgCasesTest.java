package tw.minsheng.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.sqlclient.Tuple;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tw.minsheng.petition.CaseFile;
import tw.minsheng.petition.CaseSamples;
import tw.minsheng.petition.Cases;
import tw.minsheng.petition.CasesContract;
import tw.minsheng.petition.Channel;
import tw.minsheng.petition.Move;

/** The door of cases, on a real PostgreSQL. */
class PgCasesTest extends CasesContract {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private PgCases cases;
    private Database database;

    @BeforeEach
    void open() {
        database = DATABASE.database();
        cases = new PgCases(database, new GroupCommit(DATABASE.vertx(), database));
    }

    @Override
    protected Cases cases() {
        return cases;
    }

    @Test
    void everyStepHasItsLineInTheAuditTrail() {
        CaseFile file = moved(opened(Channel.COUNTER), CaseSamples.step(Move.ASSIGN));
        List<String> lines = TestDatabase.await(database.query(
                        "select actor || ' ' || what as line from audit where object = $1",
                        Tuple.of(file.number().text())))
                .stream()
                .map(row -> row.getString("line"))
                .toList();
        assertEquals(List.of("handler case.open", "handler case.assign"), lines);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update petition_case set state = 'closed' where no = $1",
                "update petition_case set revision = revision + 1 where no = $1",
                "update case_event set reason = 'x' where no = $1",
                "delete from case_event where no = $1"
            })
    void databaseRefusesWhatLeavesNoTrace(String sql) {
        CaseFile file = opened(Channel.COUNTER);
        TestDatabase.awaitFailure(database.transaction(
                connection -> connection.preparedQuery(sql).execute(Tuple.of(CaseRows.key(file.number())))));
        assertEquals(file, TestDatabase.await(cases.find(file.number())));
    }
}
