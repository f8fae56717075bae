package tw.minsheng.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.sqlclient.Tuple;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tw.minsheng.calendar.ProductCalendar;
import tw.minsheng.kernel.Problem;
import tw.minsheng.petition.CaseFile;
import tw.minsheng.petition.CaseNumber;
import tw.minsheng.petition.CaseSamples;
import tw.minsheng.petition.CaseStep;
import tw.minsheng.petition.Cases;
import tw.minsheng.petition.Channel;
import tw.minsheng.petition.Move;
import tw.minsheng.petition.State;
import tw.minsheng.petition.deadline.Deadline;
import tw.minsheng.petition.deadline.DeadlineRules;
import tw.minsheng.petition.deadline.Due;

/** The door of cases, on a real PostgreSQL. */
class PgCasesTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final Due DUE = Deadline.of(
                    CaseSamples.time(),
                    DeadlineRules.DEFAULT,
                    ProductCalendar.read().days())
            .due();

    private PgCases cases;
    private Database database;

    @BeforeEach
    void open() {
        database = DATABASE.database();
        cases = new PgCases(database, new GroupCommit(DATABASE.vertx(), database));
    }

    private static Cases.Entry entry(String key, Channel channel) {
        return new Cases.Entry(
                "key-" + key,
                "mac-" + key,
                "code-" + key,
                115,
                "kcg-pwb",
                CaseSamples.petition(channel),
                CaseSamples.time(),
                DUE,
                CaseSamples.ACT);
    }

    private CaseFile opened(Channel channel) {
        CaseNumber number = TestDatabase.await(
                        cases.open(entry(UUID.randomUUID().toString(), channel)))
                .number();
        return TestDatabase.await(cases.find(number));
    }

    private CaseFile moved(CaseFile file, CaseStep step) {
        return TestDatabase.await(cases.write(file.after(step, CaseSamples.ACT), DUE));
    }

    @Test
    void unknownCaseIsNotFound() {
        Problem refused =
                assertInstanceOf(Problem.class, TestDatabase.awaitFailure(cases.find(new CaseNumber(999, 1))));
        assertEquals(Problem.Kind.NOT_FOUND, refused.kind());
        assertFalse(TestDatabase.await(cases.isCode(new CaseNumber(999, 1), "code")));
    }

    /** A double click, a retry after a time-out, two devices. */
    @Test
    void twentyTimesTheSameGiveOneCase() {
        Cases.Entry same = entry(UUID.randomUUID().toString(), Channel.WEB);
        List<Future<Cases.Opened>> all =
                IntStream.range(0, 20).mapToObj(each -> cases.open(same)).toList();
        Set<CaseNumber> numbers = new HashSet<>();
        all.forEach(each -> numbers.add(TestDatabase.await(each).number()));
        assertEquals(1, numbers.size());
        assertTrue(TestDatabase.await(cases.open(same)).again());
    }

    @Test
    void casesSentAtOnceHaveNumbersOfTheirOwn() {
        List<Future<Cases.Opened>> all = IntStream.range(0, 50)
                .mapToObj(each -> cases.open(entry(UUID.randomUUID().toString(), Channel.WEB)))
                .toList();
        Set<CaseNumber> numbers = new HashSet<>();
        all.forEach(each -> numbers.add(TestDatabase.await(each).number()));
        assertEquals(50, numbers.size());
    }

    @Test
    void caseIsReadAsItWasWritten() {
        CaseFile file = opened(Channel.COUNTER);
        assertEquals(CaseSamples.petition(Channel.COUNTER), file.petition());
        assertEquals(CaseSamples.time(), file.time());
        assertEquals(State.RECEIVED, file.state());
        for (Move move : List.of(Move.ASSIGN, Move.START, Move.ASK, Move.RESUME, Move.PROPOSE, Move.APPROVE)) {
            file = moved(file, CaseSamples.step(move));
            assertEquals(file, TestDatabase.await(cases.find(file.number())));
        }
        assertEquals(
                List.of("open", "assign", "start", "ask", "resume", "propose", "approve"),
                TestDatabase.await(cases.history(file.number())).stream()
                        .map(event -> event.what())
                        .toList());
    }

    @Test
    void secondOfTwoWhoChangeACaseIsToldSo() {
        CaseFile file = opened(Channel.COUNTER);
        moved(file, CaseSamples.step(Move.ASSIGN));
        Problem refused = assertInstanceOf(
                Problem.class,
                TestDatabase.awaitFailure(
                        cases.write(file.after(CaseSamples.step(Move.WITHDRAW), CaseSamples.ACT), DUE)));
        assertEquals("case.changed", refused.code());
        assertEquals(2, TestDatabase.await(cases.history(file.number())).size());
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

    @Test
    void codeOpensItsOwnCaseOnly() {
        String mine = UUID.randomUUID().toString();
        CaseNumber number =
                TestDatabase.await(cases.open(entry(mine, Channel.WEB))).number();
        CaseNumber other = TestDatabase.await(cases.open(entry(UUID.randomUUID().toString(), Channel.WEB)))
                .number();
        assertNotEquals(number, other);
        assertTrue(TestDatabase.await(cases.isCode(number, "code-" + mine)));
        assertFalse(TestDatabase.await(cases.isCode(other, "code-" + mine)));
    }

    @Test
    void listShowsWhatWasAskedForAndOpenCasesFirst() {
        CaseFile closed = opened(Channel.COUNTER);
        moved(closed, CaseSamples.step(Move.WITHDRAW));
        CaseFile open = opened(Channel.COUNTER);
        Cases.Filter all = new Cases.Filter(Set.of("kcg-pwb"), Set.of(), "", "坑洞", CaseFile.NOT_ENDED);
        List<CaseFile> found = TestDatabase.await(cases.list(all, 0, 1_000));
        List<State> states = found.stream().map(CaseFile::state).toList();
        assertTrue(found.contains(open));
        assertTrue(states.lastIndexOf(State.RECEIVED) < states.indexOf(State.WITHDRAWN));
        Cases.Filter elsewhere = new Cases.Filter(Set.of("kcg-finance"), Set.of(), "", "", CaseFile.NOT_ENDED);
        assertEquals(List.of(), TestDatabase.await(cases.list(elsewhere, 0, 10)));
        Cases.Filter early = new Cases.Filter(Set.of("kcg-pwb"), Set.of(), "", "", LocalDateTime.of(2026, 1, 1, 0, 0));
        assertEquals(List.of(), TestDatabase.await(cases.list(early, 0, 10)));
    }
}
