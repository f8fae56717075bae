package tw.minsheng.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static tw.minsheng.store.TestDatabase.await;
import static tw.minsheng.store.TestDatabase.awaitFailure;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import tw.minsheng.kernel.Problem;

@Timeout(60)
class DatabaseTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @Test
    void refusedConnectionIsUnavailableAtOnce() throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        assertUnavailableWithin(1_000, port);
    }

    /** A firewall that swallows everything: connections open, and nothing ever comes back. */
    @Test
    void silentServerIsUnavailableWithinThreeSeconds() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            assertUnavailableWithin(3_000, silent.getLocalPort());
        }
    }

    @Test
    void slowStatementIsUnavailableWithinThreeSecondsAndThePoolGoesOn() {
        long start = System.nanoTime();
        List<Future<?>> slow = IntStream.range(0, 8)
                .<Future<?>>mapToObj(i -> DATABASE.database()
                        .use(connection ->
                                connection.query("select pg_sleep(10)").execute()))
                .toList();
        for (Future<?> one : slow) {
            assertEquals(
                    "database.unavailable",
                    assertInstanceOf(Problem.class, awaitFailure(one)).code());
        }
        assertTrue(System.nanoTime() - start < 3_000_000_000L);
        assertEquals(1, await(one()));
    }

    @Test
    void failedTransactionLeavesNothingBehind() {
        DATABASE.run("create table trace (n int)");
        Future<Object> failing = DATABASE.database()
                .transaction(connection -> connection
                        .query("insert into trace values (1)")
                        .execute()
                        .compose(done -> Future.failedFuture(new IllegalStateException("no"))));
        assertInstanceOf(IllegalStateException.class, awaitFailure(failing));
        assertEquals(0, DATABASE.number("select count(*) from trace"));
    }

    @Test
    void poolIsBackAfterTheServerClosedAllItsConnections() {
        await(Future.all(IntStream.range(0, 6).mapToObj(i -> one()).toList()));
        DATABASE.run("select pg_terminate_backend(pid) from pg_stat_activity"
                + " where datname = current_database() and pid <> pg_backend_pid()");
        awaitBack(DATABASE.database(), 5);
    }

    /** Everything is swallowed while connections are open; afterwards the old ones stay dead for minutes. */
    @Test
    void poolIsBackAfterABlackHole() throws Exception {
        try (BlackHole hole = BlackHole.before(DATABASE.address())) {
            Vertx vertx = Vertx.vertx();
            Database behind = Database.open(vertx, hole::address, Database.Patience.PAGE);
            assertEquals(1, await(one(behind)));
            hole.open();
            long start = System.nanoTime();
            while (System.nanoTime() - start < 9_000_000_000L) {
                long asked = System.nanoTime();
                assertInstanceOf(Problem.class, awaitFailure(one(behind)));
                assertTrue(System.nanoTime() - asked < 3_000_000_000L);
            }
            hole.shut();
            awaitBack(behind, 12);
            await(behind.close());
            vertx.close(); // waits for the dead connections, we do not
        }
    }

    /** Nobody looks at a page that a command would keep waiting; on a busy machine it ends late, not in failure. */
    @Test
    void commandsWaitLongerThanPages() {
        Vertx vertx = Vertx.vertx();
        Database commands = Database.open(vertx, DATABASE::address, Database.Patience.COMMAND);
        assertInstanceOf(Problem.class, awaitFailure(slow(DATABASE.database())));
        assertEquals(1, await(slow(commands)));
        await(commands.close());
        await(vertx.close());
    }

    private static Future<Integer> slow(Database database) {
        return database.use(connection -> connection
                .query("select 1 from pg_sleep(3)")
                .execute()
                .map(rows -> rows.iterator().next().getInteger(0)));
    }

    private static void awaitBack(Database database, int seconds) {
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        boolean back = false;
        while (!back) {
            assertTrue(System.nanoTime() < end, "the pool is not back");
            back = await(one(database).transform(done -> Future.succeededFuture(done.succeeded())));
        }
    }

    private static Future<Integer> one() {
        return one(DATABASE.database());
    }

    private static Future<Integer> one(Database database) {
        return database.use(connection -> connection
                .query("select 1")
                .execute()
                .map(rows -> rows.iterator().next().getInteger(0)));
    }

    private static void assertUnavailableWithin(long millis, int port) {
        Vertx vertx = Vertx.vertx();
        Database away = Database.open(
                vertx, () -> new DatabaseAddress("127.0.0.1", port, "d", "u", "p"), Database.Patience.PAGE);
        for (int i = 0; i < 2; i++) {
            long start = System.nanoTime();
            Throwable failure = awaitFailure(
                    away.transaction(connection -> connection.query("select 1").execute()));
            assertEquals(
                    "database.unavailable",
                    assertInstanceOf(Problem.class, failure).code());
            assertTrue(System.nanoTime() - start < millis * 1_000_000);
        }
        await(away.close());
        vertx.close(); // waits for the silent server, we do not
    }
}
