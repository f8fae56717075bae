package tw.minsheng.store;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import tw.minsheng.store.embedded.SharedPostgres;

/**
 * A database of its own for a test class, with all migrations, on the one real server of this Java process:
 * {@code @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();}
 */
public final class TestDatabase implements BeforeAllCallback, AfterAllCallback {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String TEMPLATE = "test_template";

    private final AtomicReference<Open> open = new AtomicReference<>();

    private record Open(DatabaseAddress address, DatabaseAddress administrator, Vertx vertx, Database database) {}

    /** The server and the number of databases made on it; closed when the last test of the process has ended. */
    private record Server(SharedPostgres postgres, AtomicInteger made) implements AutoCloseable {

        static Server start() {
            SharedPostgres postgres = SharedPostgres.start();
            DatabaseAddress administrator = postgres.administrator();
            for (String left : names(administrator)) {
                run(administrator, "drop database " + left + " with (force)");
            }
            run(administrator, "create database " + TEMPLATE + " owner minsheng");
            Migrations.shipped().run(postgres.program().withDatabase(TEMPLATE));
            return new Server(postgres, new AtomicInteger());
        }

        @Override
        public void close() {
            postgres.close();
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        Server server = context.getRoot()
                .getStore(Namespace.create(TestDatabase.class))
                .computeIfAbsent("server", key -> Server.start(), Server.class);
        String name = "test_" + server.made().incrementAndGet();
        DatabaseAddress administrator = server.postgres().administrator();
        run(administrator, "create database " + name + " template " + TEMPLATE + " owner minsheng");
        DatabaseAddress address = server.postgres().program().withDatabase(name);
        Vertx vertx = Vertx.vertx();
        open.set(new Open(address, administrator, vertx, Database.open(vertx, () -> address, Database.Patience.PAGE)));
    }

    @Override
    public void afterAll(ExtensionContext context) {
        Open closing = now();
        await(closing.database().close());
        await(closing.vertx().close());
        run(closing.administrator(), "drop database " + closing.address().database() + " with (force)");
    }

    public DatabaseAddress address() {
        return now().address();
    }

    public Vertx vertx() {
        return now().vertx();
    }

    public Database database() {
        return now().database();
    }

    /** Runs a statement of any kind, blocking. */
    public void run(String sql) {
        run(address(), sql);
    }

    /** Runs a statement that may do anything on the server, in another database; blocking. */
    public void runAsAdministrator(String sql) {
        run(now().administrator(), sql);
    }

    /** The first column of the first row as text, blocking. */
    public String text(String query) {
        try (Connection connection = Jdbc.connect(address(), PATIENCE);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            return rows.next() ? String.valueOf(rows.getString(1)) : "";
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
    }

    /** The first column of every row as text, blocking. */
    public List<String> texts(String query) {
        try (Connection connection = Jdbc.connect(address(), PATIENCE);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                texts.add(String.valueOf(rows.getString(1)));
            }
            return texts;
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
    }

    public long number(String query) {
        return Long.parseLong(text(query));
    }

    /** Waits for the answer; a failure is thrown as it is. */
    public static <T> T await(Future<T> future) {
        try {
            return future.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new AssertionError("no answer within " + PATIENCE, e);
        }
    }

    /** The failure of a future that must fail. */
    public static Throwable awaitFailure(Future<?> future) {
        return await(future.transform(done -> done.failed()
                ? Future.<Throwable>succeededFuture(done.cause())
                : Future.failedFuture(new AssertionError("succeeded with " + done.result()))));
    }

    private Open now() {
        return Objects.requireNonNull(open.get(), "the database exists between beforeAll and afterAll");
    }

    private static List<String> names(DatabaseAddress administrator) {
        List<String> found = new ArrayList<>();
        try (Connection connection = Jdbc.connect(administrator, PATIENCE);
                Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("select datname from pg_database where datname like 'test\\_%'")) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return found;
    }

    private static void run(DatabaseAddress address, String sql) {
        try (Connection connection = Jdbc.connect(address, PATIENCE);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
