package tw.minsheng.store.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tw.minsheng.kernel.Problem;
import tw.minsheng.store.DatabaseAddress;
import tw.minsheng.store.Jdbc;

/** The promises of the embedded server, each tried on a real one. */
@Timeout(120)
class EmbeddedPostgresTest {

    private static final Path CACHE = Path.of("target", "postgresql-programs").toAbsolutePath();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    Path data;

    @Test
    void secondOwnerIsRefused() {
        try (EmbeddedPostgres first = EmbeddedPostgres.start(data, CACHE)) {
            Problem inSameProcess = assertThrows(Problem.class, () -> EmbeddedPostgres.start(data, CACHE));
            assertEquals("database.in_use", inSameProcess.code());
            OtherProcess other = OtherProcess.start(data, CACHE);
            assertEquals("database.in_use", other.firstLine());
            assertEquals(1, number(first.address(), "select 1"));
        }
    }

    @Test
    void filesOfAnotherVersionAreRefused() throws IOException {
        Path cluster = Files.createDirectory(data.resolve("postgresql-17"));
        Files.writeString(cluster.resolve("PG_VERSION"), "15\n");
        Problem refused = assertThrows(Problem.class, () -> EmbeddedPostgres.start(data, CACHE));
        assertEquals("database.wrong_files", refused.code());
        assertEquals("15", refused.args().get("found"));
    }

    @Test
    void lostSecretIsSaid() throws IOException {
        EmbeddedPostgres.start(data, CACHE).close();
        Files.delete(data.resolve("secret"));
        Problem refused = assertThrows(Problem.class, () -> EmbeddedPostgres.start(data, CACHE));
        assertEquals("database.secret_missing", refused.code());
    }

    @Test
    void brokenFilesAreSaidWithTheLog() throws IOException {
        EmbeddedPostgres.start(data, CACHE).close();
        Files.delete(data.resolve("postgresql-17/global/pg_control"));
        Problem refused = assertThrows(Problem.class, () -> EmbeddedPostgres.start(data, CACHE));
        assertEquals("database.start_failed", refused.code());
        assertTrue(refused.args().get("detail").contains("pg_control"), refused.args()::toString);
    }

    @Test
    void wrongPasswordIsRefused() {
        try (EmbeddedPostgres server = EmbeddedPostgres.start(data, CACHE)) {
            DatabaseAddress a = server.address();
            DatabaseAddress wrong = new DatabaseAddress(a.host(), a.port(), a.database(), a.user(), "guess");
            SQLException refused = assertThrows(SQLException.class, () -> Jdbc.connect(wrong, PATIENCE));
            assertEquals("28P01", refused.getSQLState());
        }
    }

    @Test
    void settingsAreSafeAndRoleIsPlain() throws IOException {
        try (EmbeddedPostgres server = EmbeddedPostgres.start(data, CACHE)) {
            DatabaseAddress address = server.address();
            assertEquals("on", text(address, "show fsync"));
            assertEquals("on", text(address, "show synchronous_commit"));
            assertEquals("on", text(address, "show data_checksums"));
            assertEquals("127.0.0.1", text(address, "show listen_addresses"));
            assertEquals("UTF8", text(address, "show server_encoding"));
            assertEquals("f", text(address, "select rolsuper from pg_roles where rolname = current_user"));
            assertEquals("t", text(address, "select '聲' ~ '^[[:alpha:]]$'"));
            assertEquals("rw-------", permissions("secret"));
            assertEquals("rw-------", permissions("connection"));
            assertEquals("rw-------", permissions("postgresql.log"));
            assertEquals("rwx------", permissions("."));
            assertEquals(address, ConnectionFile.read(data).orElseThrow());
        }
        assertFalse(Files.exists(data.resolve("connection")));
    }

    @Test
    void creationCutShortIsBegunAnew() throws IOException {
        Path half = Files.createDirectories(data.resolve("creating/cluster"));
        Files.writeString(half.resolve("PG_VERSION"), "17\n");
        try (EmbeddedPostgres server = EmbeddedPostgres.start(data, CACHE)) {
            assertEquals(1, number(server.address(), "select 1"));
        }
    }

    /** Containers often forbid namespaces: then root lends the server an account without rights. */
    @Test
    void withoutNamespacesAnotherAccountRunsTheServerAndAnotherStartGivesTheFilesBack() throws Exception {
        assumeTrue("root".equals(System.getProperty("user.name")), "only root has to lend another account");
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwx--x--x"));
        Path home = data.resolve("home");
        OtherProcess owner = OtherProcess.start(home, CACHE, onlyTools("sh", "test", "kill", "setsid", "setpriv"));
        assertEquals("ready", owner.firstLine());
        run(ConnectionFile.read(home).orElseThrow(), "create table kept as select 7 as n");
        assertNotEquals(0, Files.getAttribute(home.resolve("postgresql-17"), "unix:uid"));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("secret"))));
        owner.kill();
        try (EmbeddedPostgres next = EmbeddedPostgres.start(home, CACHE)) {
            assertEquals(7, number(next.address(), "select n from kept"));
            assertEquals(0, Files.getAttribute(home.resolve("postgresql-17"), "unix:uid"));
        }
    }

    @Test
    void rootWithoutAnyWayDownIsRefused() throws Exception {
        assumeTrue("root".equals(System.getProperty("user.name")), "only root has to give up its rights");
        OtherProcess owner = OtherProcess.start(data, CACHE, onlyTools("sh", "test", "kill"));
        assertEquals("database.no_rootless", owner.firstLine());
    }

    private String onlyTools(String... names) throws IOException {
        Path tools = Files.createDirectory(data.resolve("tools"));
        Files.setPosixFilePermissions(tools, PosixFilePermissions.fromString("rwxr-xr-x"));
        for (String name : names) {
            Path script = tools.resolve(name);
            String real = Files.exists(Path.of("/bin", name)) ? "/bin/" : "/usr/bin/";
            Files.writeString(script, "#!/bin/sh\nexec " + real + name + " \"$@\"\n");
            Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        return tools.toString();
    }

    @Test
    void borrowerUsesTheRunningServerAndElseStartsItsOwn() {
        try (EmbeddedPostgres server = EmbeddedPostgres.start(data, CACHE);
                BorrowedPostgres borrowed = BorrowedPostgres.of(data, CACHE)) {
            assertEquals(server.address(), borrowed.address());
        }
        try (BorrowedPostgres own = BorrowedPostgres.of(data, CACHE)) {
            assertEquals(1, number(own.address(), "select 1"));
        }
        assertFalse(Files.exists(data.resolve("postgresql-17/postmaster.pid")));
    }

    /** The program was killed: what it wrote about its server is no longer true. */
    @Test
    void borrowerIsNotMisledByALeftOverConnectionFile() throws IOException {
        EmbeddedPostgres.start(data, CACHE).close();
        Files.writeString(data.resolve("connection"), "host=127.0.0.1\nport=1\ndatabase=d\nuser=u\nsecret=s\n");
        try (BorrowedPostgres own = BorrowedPostgres.of(data, CACHE)) {
            assertEquals(1, number(own.address(), "select 1"));
        }
    }

    @Test
    void rowsSurviveAStop() {
        try (EmbeddedPostgres server = EmbeddedPostgres.start(data, CACHE)) {
            run(server.address(), "create table kept as select 7 as n");
        }
        try (EmbeddedPostgres server = EmbeddedPostgres.start(data, CACHE)) {
            assertEquals(7, number(server.address(), "select n from kept"));
        }
    }

    @Test
    void killedServerIsBackWithItsRows() throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.start(data, CACHE)) {
            run(server.address(), "create table kept as select 7 as n");
            int before = server.address().port();
            kill(serverPid());
            awaitNumber(server, "select n from kept", 7);
            assertEquals(before, server.address().port());
        }
    }

    /** The guard dies, for example by the out-of-memory killer: the server must not stay without one. */
    @Test
    void killedGuardIsReplaced() throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.start(data, CACHE)) {
            run(server.address(), "create table kept as select 7 as n");
            long before = serverPid();
            kill(ProcessHandle.of(before).orElseThrow().parent().orElseThrow().pid());
            awaitEnd(before);
            awaitNumber(server, "select n from kept", 7);
        }
    }

    @Test
    void serverEndsWithItsKilledOwnerAndTheNextOwnerFindsTheRows() throws Exception {
        OtherProcess owner = OtherProcess.start(data, CACHE);
        assertEquals("ready", owner.firstLine());
        run(ConnectionFile.read(data).orElseThrow(), "create table kept as select 7 as n");
        long pid = serverPid();
        owner.kill();
        awaitEnd(pid);
        try (EmbeddedPostgres next = EmbeddedPostgres.start(data, CACHE)) {
            assertEquals(7, number(next.address(), "select n from kept"));
        }
    }

    @Test
    void ownerAndServerAndGuardKilledTogetherAreFollowedByTheNextOwner() throws Exception {
        OtherProcess owner = OtherProcess.start(data, CACHE);
        assertEquals("ready", owner.firstLine());
        run(ConnectionFile.read(data).orElseThrow(), "create table kept as select 7 as n");
        long pid = serverPid();
        long guard = ProcessHandle.of(pid).orElseThrow().parent().orElseThrow().pid();
        kill(guard);
        owner.kill();
        kill(pid);
        try (EmbeddedPostgres next = EmbeddedPostgres.start(data, CACHE)) {
            assertEquals(7, number(next.address(), "select n from kept"));
        }
    }

    /** A number in a left-over file may belong to anybody by now: ours, for example. */
    @Test
    void strangersNumberInTheLeftOverFileIsLeftAlone() throws IOException {
        EmbeddedPostgres.start(data, CACHE).close();
        Path left = data.resolve("postgresql-17/postmaster.pid");
        Files.writeString(left, ProcessHandle.current().pid() + "\n" + data + "\n1\n1\n\n127.0.0.1\n1 1\nready\n");
        try (EmbeddedPostgres server = EmbeddedPostgres.start(data, CACHE)) {
            assertEquals(1, number(server.address(), "select 1"));
        }
    }

    private long serverPid() throws IOException {
        return Long.parseLong(Files.readAllLines(data.resolve("postgresql-17/postmaster.pid"))
                .get(0)
                .strip());
    }

    private String permissions(String file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve(file)));
    }

    private static void kill(long pid) throws Exception {
        assertEquals(
                0, new ProcessBuilder("kill", "-9", Long.toString(pid)).start().waitFor());
    }

    private static void awaitEnd(long pid) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false)) {
            assertTrue(System.nanoTime() < end, "process " + pid + " still runs");
            Thread.sleep(20);
        }
    }

    private static void awaitNumber(EmbeddedPostgres server, String query, int expected) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                assertEquals(expected, number(server.address(), query));
                return;
            } catch (IllegalStateException e) {
                assertTrue(System.nanoTime() < end, () -> "not back: " + e.getMessage());
                Thread.sleep(50);
            }
        }
    }

    private static void run(DatabaseAddress address, String sql) {
        try (Connection connection = Jdbc.connect(address, PATIENCE);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int number(DatabaseAddress address, String query) {
        return Integer.parseInt(text(address, query));
    }

    private static String text(DatabaseAddress address, String query) {
        try (Connection connection = Jdbc.connect(address, PATIENCE);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            assertTrue(rows.next());
            return rows.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
