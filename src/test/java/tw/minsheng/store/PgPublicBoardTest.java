package tw.minsheng.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tw.minsheng.petition.CaseFile;
import tw.minsheng.petition.CaseSamples;
import tw.minsheng.petition.Cases;
import tw.minsheng.petition.CasesContract;
import tw.minsheng.petition.Channel;
import tw.minsheng.petition.Move;
import tw.minsheng.petition.Outcome;
import tw.minsheng.petition.PublicBoard;
import tw.minsheng.petition.State;

/** The public board on a real PostgreSQL: it follows the case at once. */
class PgPublicBoardTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final PublicBoard.Filter ALL = new PublicBoard.Filter("", "", ZoneId.of("Asia/Taipei"));

    private PgPublicBoard board;
    private PgCases cases;

    @BeforeEach
    void open() {
        Database database = DATABASE.database();
        board = new PgPublicBoard(database);
        cases = new PgCases(database, new GroupCommit(DATABASE.vertx(), database));
    }

    private CaseFile opened() {
        String key = UUID.randomUUID().toString();
        Cases.Entry entry =
                new Cases.Entry(key, "mac", "code", 115, CaseSamples.opening(Channel.COUNTER), CasesContract.DUE);
        return TestDatabase.await(
                cases.find(TestDatabase.await(cases.open(entry)).number()));
    }

    private CaseFile written(CaseFile.Change change) {
        return TestDatabase.await(cases.write(change, CasesContract.DUE));
    }

    private List<String> shown() {
        return TestDatabase.await(board.list(ALL, 0, 100)).stream()
                .map(PublicBoard.Shown::summary)
                .toList();
    }

    @Test
    void boardFollowsTheCase() {
        CaseFile file = written(opened().published("已派工修補", CaseSamples.ACT));
        assertEquals(Optional.of("已派工修補"), TestDatabase.await(board.summary(file.number())));
        PublicBoard.Shown seen = TestDatabase.await(board.list(ALL, 0, 100)).get(0);
        LocalDate month = LocalDate.ofInstant(CaseSamples.ACT.at(), ALL.zone()).withDayOfMonth(1);
        assertEquals(
                new PublicBoard.Shown(
                        "road", file.petition().place().district(), month, State.RECEIVED, Outcome.NONE, "已派工修補"),
                seen);
        file = written(file.published("已完工", CaseSamples.ACT));
        assertEquals(List.of("已完工"), shown());
        file = written(file.lock(true, "家暴", CaseSamples.ACT));
        assertEquals(List.of(), shown());
        file = written(file.lock(false, "誤鎖", CaseSamples.ACT));
        assertEquals(List.of(), shown(), "without a new look");
        file = written(file.published("已完工", CaseSamples.ACT));
        assertEquals(List.of("已完工"), shown());
        written(file.unpublished(CaseSamples.ACT));
        assertEquals(List.of(), shown());
        assertEquals(Optional.empty(), TestDatabase.await(board.summary(file.number())));
    }

    @ParameterizedTest
    @EnumSource(
            value = Move.class,
            names = {"MERGE", "WITHDRAW"})
    void whatIsMergedOrWithdrawnIsForgotten(Move move) {
        CaseFile file = opened();
        for (Move before : CaseSamples.way(State.IN_PROGRESS)) {
            file = written(file.after(CaseSamples.step(before), CaseSamples.ACT));
        }
        file = written(file.published("已派工修補", CaseSamples.ACT));
        file = written(file.after(CaseSamples.step(move), CaseSamples.ACT));
        assertEquals(Optional.empty(), TestDatabase.await(board.summary(file.number())));
    }
}
