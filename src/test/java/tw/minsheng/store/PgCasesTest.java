package tw.minsheng.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tw.minsheng.kernel.Act;
import tw.minsheng.kernel.Language;
import tw.minsheng.notify.Notice;
import tw.minsheng.notify.NoticeKind;
import tw.minsheng.notify.NoticeLog;
import tw.minsheng.notify.Outbox;
import tw.minsheng.petition.CaseEvent;
import tw.minsheng.petition.CaseFile;
import tw.minsheng.petition.CaseNumber;
import tw.minsheng.petition.CaseSamples;
import tw.minsheng.petition.Cases;
import tw.minsheng.petition.CasesContract;
import tw.minsheng.petition.Channel;
import tw.minsheng.petition.Move;
import tw.minsheng.petition.deadline.Due;

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

    /** Comparing hundreds of texts takes its time; other petitioners are answered meanwhile. */
    @Test
    void duplicatesAreJudgedBesideTheEventLoop() {
        CaseFile file = opened(Channel.COUNTER);
        Cases.Near near = new Cases.Near(
                "road", file.petition().place(), Set.of("kcg-pwb"), CaseSamples.ACT.at(), CaseSamples.ACT.at());
        assertEquals(true, TestDatabase.await(cases.near(near, found -> Context.isOnWorkerThread())));
    }

    /** Between a change of the calendar and the recount somebody takes a step: no date moves in silence. */
    @Test
    void aDueDateThatMovesWithAStepIsToldByItsEvent() {
        CaseFile file = opened(Channel.COUNTER);
        Due later = new Due(DUE.at().plusDays(1), false);
        TestDatabase.await(cases.write(file.after(CaseSamples.step(Move.ASSIGN), CaseSamples.ACT), later));
        CaseFile assigned = TestDatabase.await(cases.find(file.number()));
        TestDatabase.await(cases.write(assigned.after(CaseSamples.step(Move.START), CaseSamples.ACT), later));
        List<CaseEvent> history = TestDatabase.await(cases.history(file.number()));
        assertEquals(DUE.toString(), history.get(1).details().get("was"));
        assertEquals(later.toString(), history.get(1).details().get("due"));
        assertFalse(history.get(2).details().containsKey("due"));
    }

    /** Petitions.md 4.9: what was worked out at the closing is never worked out again in silence. */
    @Test
    void aNoteOnAnEndedCaseMovesNoDueDate() {
        CaseFile file = opened(Channel.COUNTER);
        for (Move move : List.of(Move.ASSIGN, Move.START, Move.PROPOSE, Move.APPROVE)) {
            file = moved(file, CaseSamples.step(move));
        }
        Due later = new Due(DUE.at().plusDays(1), false);
        TestDatabase.await(cases.write(file.noted("note", "x", "", Map.of(), CaseSamples.ACT), later));
        assertEquals(
                DUE.at().toLocalDate().toString(),
                DATABASE.text(
                        "select due_at::date::text from petition_case where no = " + CaseRows.key(file.number())));
    }

    /** Nothing that waits to be mailed leaves any longer; a person tells it. */
    @Test
    void aLockHoldsBackTheMailThatWaits() {
        Notice mail = new Notice(
                "1",
                NoticeKind.RECEIVED,
                tw.minsheng.notify.Channel.MAIL,
                "p@example.org",
                Language.ZH_TW,
                Map.of("type", "道路"));
        CaseNumber number = TestDatabase.await(
                        cases.open(entry(UUID.randomUUID().toString(), Channel.COUNTER, List.of(mail))))
                .number();
        CaseFile file = TestDatabase.await(cases.find(number));
        TestDatabase.await(cases.write(file.lock(true, "來電告知家暴", CaseSamples.ACT), DUE));
        NoticeLog.Entry held =
                TestDatabase.await(new PgNotices(database).of(number.text())).get(0);
        assertEquals(NoticeLog.State.BY_HAND, held.state());
        assertEquals(tw.minsheng.notify.Channel.BY_HAND, held.notice().channel());
        assertEquals("", held.notice().address());
    }

    /** On its way when the lock came, and not taken: it does not go out a second time. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void mailThatFailsAfterALockIsToldByHand(boolean forGood) {
        DATABASE.run("truncate notice");
        Notice mail = new Notice(
                "1",
                NoticeKind.RECEIVED,
                tw.minsheng.notify.Channel.MAIL,
                "p@example.org",
                Language.ZH_TW,
                Map.of("type", "道路"));
        CaseNumber number = TestDatabase.await(
                        cases.open(entry(UUID.randomUUID().toString(), Channel.COUNTER, List.of(mail))))
                .number();
        PgNotices notices = new PgNotices(database);
        Outbox.Claim claim = TestDatabase.await(
                        notices.claim(Set.of(tw.minsheng.notify.Channel.MAIL), Duration.ofMinutes(1)))
                .orElseThrow();
        CaseFile file = TestDatabase.await(cases.find(number));
        Act later = new Act("head", "kcg-pwb", CaseSamples.ACT.at().plusSeconds(60));
        TestDatabase.await(cases.write(file.lock(true, "來電告知家暴", later), DUE));
        assertTrue(TestDatabase.await(
                forGood ? notices.failed(claim, "550 no") : notices.later(claim, "450 busy", Duration.ZERO)));
        assertEquals(
                NoticeLog.State.BY_HAND,
                TestDatabase.await(notices.of(number.text())).get(0).state());
    }

    private static final String MANY = """
            insert into petition_case
            select (jsonb_populate_record(c, jsonb_build_object('no', 9000000000 + i, 'agency', 'bulk-' || i % 40,
              'unit', 'unit-' || i % 200, 'handler', 'hand-' || i % 400, 'state', 'received',
              'text', '第 ' || i || ' 盞路燈' || case when i % 500 = 0 then '旁有坑洞' else '不亮' end,
              'due_at', timestamp '2026-01-01' + i * interval '1 minute'))).*
            from petition_case c, generate_series(1, 8000) as i where c.no = $1""";

    /** 8,000 open cases of 40 agencies, gone again when the test ends. */
    @ParameterizedTest
    @CsvSource({
        "坑洞, '', bulk-1, petition_case_text",
        "'', hand-7, bulk-7, petition_case_handler_open",
        "'', '', unit-3, petition_case_unit_open"
    })
    void listsAreServedByIndexes(String text, String handler, String key, String index) {
        long no = CaseRows.key(opened(Channel.COUNTER).number());
        List<Object> values = new ArrayList<>();
        String sql = CaseList.sql(
                new Cases.Filter(
                        text.isEmpty()
                                ? Set.of(key)
                                : IntStream.range(0, 40)
                                        .mapToObj(i -> "bulk-" + i)
                                        .collect(Collectors.toSet()),
                        Set.of(),
                        handler.isEmpty() ? Set.of() : Set.of(handler),
                        text,
                        CaseFile.NOT_ENDED),
                values);
        AtomicReference<String> plan = new AtomicReference<>("");
        TestDatabase.awaitFailure(database.atLength(connection -> connection
                .preparedQuery(MANY)
                .execute(Tuple.of(no))
                .compose(filled -> connection.query("analyze petition_case").execute())
                .compose(counted -> connection.preparedQuery("explain " + sql).execute(Tuple.tuple(values)))
                .compose(rows -> {
                    plan.set(StreamSupport.stream(rows.spliterator(), false)
                            .map(row -> row.getString(0))
                            .collect(Collectors.joining("\n")));
                    return Future.failedFuture(new IllegalStateException("undone"));
                })));
        assertTrue(plan.get().contains(index), plan.get());
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
