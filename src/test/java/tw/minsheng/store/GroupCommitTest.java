package tw.minsheng.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static tw.minsheng.store.TestDatabase.await;
import static tw.minsheng.store.TestDatabase.awaitFailure;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import tw.minsheng.kernel.Problem;
import tw.minsheng.kernel.Problem.Kind;

@Timeout(60)
class GroupCommitTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    /** A name is refused when it is bad; {@code tx} tells which transaction a row came with. */
    @BeforeAll
    static void makeTable() {
        DATABASE.run("create table note (name text primary key check (name <> 'bad'),"
                + " tx xid8 not null default pg_current_xact_id())");
    }

    @BeforeEach
    void emptyTable() {
        DATABASE.run("truncate note");
    }

    @Test
    void refusalOfTheDatabaseHarmsOnlyItsOwnUnit() {
        List<Future<String>> answers = submitTogether(List.of("a", "bad", "b", "c"));
        assertEquals(
                "23514",
                assertInstanceOf(PgException.class, awaitFailure(answers.get(1)))
                        .getSqlState());
        assertEquals("a", await(answers.get(0)));
        assertEquals("b", await(answers.get(2)));
        assertEquals("c", await(answers.get(3)));
        assertEquals("a,b,c", names());
    }

    @Test
    void refusalByOurOwnRuleLeavesNothingOfItsUnitAndAllOfTheOthers() {
        GroupCommit group = new GroupCommit(DATABASE.vertx(), DATABASE.database());
        Problem full = Problem.of(Kind.CONFLICT, "quota.full");
        List<Future<?>> answers = onEventLoop(() -> List.of(
                group.submit(insert("a")),
                group.submit(connection -> insert("undone").run(connection).compose(name -> Future.failedFuture(full))),
                group.submit(insert("b"))));
        assertSame(full, awaitFailure(answers.get(1)));
        await(Future.all(answers.get(0), answers.get(2)));
        assertEquals("a,b", names());
    }

    @Test
    void unitThatThrowsHarmsOnlyItself() {
        GroupCommit group = new GroupCommit(DATABASE.vertx(), DATABASE.database());
        List<Future<?>> answers = onEventLoop(() -> List.of(group.submit(insert("a")), group.submit(connection -> {
            throw new IllegalArgumentException("no");
        })));
        assertInstanceOf(IllegalArgumentException.class, awaitFailure(answers.get(1)));
        await(answers.get(0));
        assertEquals("a", names());
    }

    /** Going on after a refused statement looks like success to the unit; PostgreSQL has undone it all the same. */
    @Test
    void unitThatOverlooksARefusalIsNotAnsweredAsStored() {
        GroupCommit group = new GroupCommit(DATABASE.vertx(), DATABASE.database());
        List<Future<?>> answers = onEventLoop(() -> List.of(
                group.submit(insert("a")),
                group.submit(connection -> insert("c")
                        .run(connection)
                        .compose(name -> insert("bad").run(connection))
                        .otherwise("fine"))));
        assertTrue(awaitFailure(answers.get(1)) instanceof RuntimeException);
        await(answers.get(0));
        assertEquals("a", names());
    }

    @Test
    void silentDatabaseIsSaidWithinThreeSecondsToAllWhoWait() throws Exception {
        GroupCommit group = new GroupCommit(DATABASE.vertx(), DATABASE.database());
        long start = System.nanoTime();
        List<Future<?>> answers = onEventLoop(() -> {
            Future<?> first =
                    group.submit(connection -> Promise.<String>promise().future());
            return List.of(first, group.submit(insert("a")), group.submit(insert("b")));
        });
        for (Future<?> answer : answers) {
            assertEquals(
                    "database.unavailable",
                    assertInstanceOf(Problem.class, awaitFailure(answer)).code());
        }
        assertTrue(System.nanoTime() - start < 3_000_000_000L);
        assertEquals("after", await(group.submit(insert("after"))));
    }

    /** In a batch with a unit that the server cancels, the units behind it are told the same, at once. */
    @Test
    void aCancelledStatementIsNotTakenForARefusalOfThoseBehindIt() {
        GroupCommit group = new GroupCommit(DATABASE.vertx(), DATABASE.database());
        long start = System.nanoTime();
        List<Future<?>> answers = onEventLoop(() -> List.of(
                group.submit(insert("before")),
                group.submit(connection -> connection
                        .query("set local statement_timeout = 300; select pg_sleep(2)")
                        .execute()
                        .map("slow")),
                group.submit(insert("behind"))));
        await(answers.get(0));
        for (Future<?> answer : answers.subList(1, 3)) {
            assertEquals(
                    "database.unavailable",
                    assertInstanceOf(Problem.class, awaitFailure(answer)).code());
        }
        assertTrue(System.nanoTime() - start < 2_000_000_000L);
        assertEquals("before", names());
    }

    /** The connection is cut after the statements and before the answer to the commit: nobody knows the outcome. */
    @Test
    void lostConnectionIsAFailureAndTheSameKeyAgainIsStoredOnce() {
        GroupCommit group = new GroupCommit(DATABASE.vertx(), DATABASE.database());
        UnitOfWork<String> cut = connection -> insert("a")
                .run(connection)
                .compose(name -> connection
                        .query("select pg_terminate_backend(pg_backend_pid())")
                        .execute())
                .map("a");
        Future<String> lost = group.submit(cut);
        assertEquals(
                "database.unavailable",
                assertInstanceOf(Problem.class, awaitFailure(lost)).code());
        assertEquals("a", await(group.submit(insertOnce("a"))));
        assertEquals("a", await(group.submit(insertOnce("a"))));
        assertEquals("a", names());
    }

    @Test
    void answerComesAfterTheCommit() {
        GroupCommit group = new GroupCommit(DATABASE.vertx(), DATABASE.database());
        for (int i = 0; i < 20; i++) {
            String name = "n" + i;
            Future<Long> seenByOthers = group.submit(insert(name))
                    .compose(stored -> DATABASE.database()
                            .use(connection -> connection
                                    .preparedQuery("select count(*) from note where name = $1")
                                    .execute(Tuple.of(name))
                                    .map(rows -> rows.iterator().next().getLong(0))));
            assertEquals(1L, await(seenByOthers));
        }
    }

    @Test
    void whatArrivesDuringABatchSharesTheNextTransaction() {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            names.add("n" + i);
        }
        await(Future.all(submitTogether(names)));
        assertEquals(100, DATABASE.number("select count(*) from note"));
        assertEquals(2, DATABASE.number("select count(distinct tx) from note"));
    }

    /** More units than one batch holds, one in fifty of them bad; few enough to be done in time beside other builds. */
    @Test
    void manyUnitsFromSeveralThreadsAreStoredExactlyOnce() throws Exception {
        GroupCommit group = new GroupCommit(DATABASE.vertx(), DATABASE.database());
        AtomicInteger refused = new AtomicInteger();
        ConcurrentLinkedQueue<Future<?>> all = new ConcurrentLinkedQueue<>();
        List<Thread> threads = new ArrayList<>();
        for (int t = 0; t < 4; t++) {
            Context loop = DATABASE.vertx().getOrCreateContext();
            String prefix = t + "-";
            threads.add(new Thread(() -> {
                for (int i = 0; i < 150; i++) {
                    String name = i % 50 == 49 ? "bad" : prefix + i;
                    Promise<Object> end = Promise.promise();
                    all.add(end.future());
                    loop.runOnContext(entered -> group.submit(insert(name)).onComplete(done -> {
                        if (done.failed()) {
                            refused.incrementAndGet();
                        }
                        end.complete(name);
                    }));
                }
            }));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        await(Future.join(List.copyOf(all)));
        assertEquals(12, refused.get());
        assertEquals(588, DATABASE.number("select count(*) from note"));
    }

    /** Each of two transactions holds what the other wants; the one that is undone is run again. */
    @Test
    void deadlockedUnitIsRunAgain() {
        DATABASE.run("insert into note (name) values ('x'), ('y')");
        GroupCommit group = new GroupCommit(DATABASE.vertx(), DATABASE.database());
        UnitOfWork<String> xThenY = connection -> touch(connection, "x")
                .compose(x -> pause(connection))
                .compose(x -> touch(connection, "y"))
                .map("done");
        UnitOfWork<String> yThenX = connection -> touch(connection, "y")
                .compose(y -> pause(connection))
                .compose(y -> touch(connection, "x"))
                .map("done");
        Future<String> one = group.submit(xThenY);
        Future<String> two = DATABASE.database().transaction(yThenX);
        assertEquals("done", await(one));
        boolean twoEnded = await(two.transform(done -> Future.succeededFuture(true)));
        assertTrue(twoEnded);
    }

    @Test
    void answersReturnOnTheSubmittersContext() {
        GroupCommit group = new GroupCommit(DATABASE.vertx(), DATABASE.database());
        Context mine = DATABASE.vertx().getOrCreateContext();
        Promise<Boolean> same = Promise.promise();
        mine.runOnContext(entered -> group.submit(insert("a"))
                .onComplete(done -> same.complete(DATABASE.vertx().getOrCreateContext() == mine)));
        assertEquals(true, await(same.future()));
        assertFalse(Context.isOnEventLoopThread());
    }

    /** The first opens a batch alone; the others arrive while it is under way and form the second. */
    private static List<Future<String>> submitTogether(List<String> names) {
        GroupCommit group = new GroupCommit(DATABASE.vertx(), DATABASE.database());
        return onEventLoop(
                () -> names.stream().map(name -> group.submit(insert(name))).toList());
    }

    private static <T> T onEventLoop(Supplier<T> work) {
        Promise<T> done = Promise.promise();
        DATABASE.vertx().getOrCreateContext().runOnContext(entered -> done.complete(work.get()));
        return await(done.future());
    }

    private static UnitOfWork<String> insert(String name) {
        return connection -> connection
                .preparedQuery("insert into note (name) values ($1)")
                .execute(Tuple.of(name))
                .map(name);
    }

    private static UnitOfWork<String> insertOnce(String name) {
        return connection -> connection
                .preparedQuery("insert into note (name) values ($1) on conflict do nothing")
                .execute(Tuple.of(name))
                .map(name);
    }

    private static Future<RowSet<Row>> touch(SqlConnection connection, String name) {
        return connection
                .preparedQuery("update note set tx = pg_current_xact_id() where name = $1")
                .execute(Tuple.of(name));
    }

    private static Future<RowSet<Row>> pause(SqlConnection connection) {
        return connection.query("select pg_sleep(0.1)").execute();
    }

    private static String names() {
        return DATABASE.text("select string_agg(name, ',' order by name) from note");
    }
}
