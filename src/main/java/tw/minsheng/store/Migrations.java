package tw.minsheng.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tw.minsheng.kernel.Problem;
import tw.minsheng.kernel.Problem.Kind;

/**
 * Brings the database to the structure that this program knows, before the pool opens. Several programs may start at
 * once: the first does the work, the others wait for it.
 */
public final class Migrations {

    private static final Logger LOG = LoggerFactory.getLogger(Migrations.class);
    /** Any number will do, as long as nobody else locks it: the letters of the product. */
    private static final long LOCK = 0x6d696e7368656e67L;

    private static final Duration PATIENCE = Duration.ofMinutes(30);
    private static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final String TABLE = """
            create table if not exists schema_migration (
              name text primary key,
              checksum text not null,
              applied_at timestamptz not null default now()
            )""";

    private final List<Migration> known;

    /** @param known in the order in which they run */
    public Migrations(List<Migration> known) {
        this.known = List.copyOf(known);
    }

    /** Those that come with the program, listed in {@code migrations/index.txt}. */
    public static Migrations shipped() {
        List<Migration> found = resource("index.txt")
                .lines()
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .map(name -> new Migration(name, resource(name + ".sql")))
                .toList();
        return new Migrations(found);
    }

    public List<Migration> known() {
        return known;
    }

    /**
     * Runs what has not run yet, each in a transaction of its own. Blocks.
     *
     * @return the names of those that ran now
     * @throws Problem {@code database.migration_changed}, {@code database.migration_unknown} or
     *     {@code database.migration_failed} with the migration, {@code database.migration_busy}, or
     *     {@code database.unreachable}
     */
    public List<String> run(DatabaseAddress address) {
        try (Connection connection = Jdbc.connect(address, PATIENCE)) {
            return runAlone(connection);
        } catch (SQLException e) {
            if (LOCK_NOT_AVAILABLE.equals(e.getSQLState())) {
                throw new Problem(Kind.UNAVAILABLE, "database.migration_busy", Map.of(), e);
            }
            Map<String, String> args = Map.of("address", address.toString(), "detail", String.valueOf(e.getMessage()));
            throw new Problem(Kind.UNAVAILABLE, "database.unreachable", args, e);
        }
    }

    private List<String> runAlone(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set lock_timeout = '60s'");
            statement.execute("select pg_advisory_lock(" + LOCK + ")"); // ends with the connection
            statement.execute("set client_min_messages = warning");
            statement.execute(TABLE);
        }
        List<Migration> missing = missing(applied(connection));
        for (Migration migration : missing) {
            apply(connection, migration);
        }
        return missing.stream().map(Migration::name).toList();
    }

    private record Applied(String name, String checksum) {}

    private static List<Applied> applied(Connection connection) throws SQLException {
        List<Applied> found = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select name, checksum from schema_migration order by name")) {
            while (rows.next()) {
                found.add(new Applied(rows.getString(1), rows.getString(2)));
            }
        }
        return found;
    }

    private List<Migration> missing(List<Applied> applied) {
        for (int i = 0; i < applied.size(); i++) {
            String name = applied.get(i).name();
            if (i >= known.size()) {
                throw refused("database.migration_unknown", name);
            }
            Migration ours = known.get(i);
            if (!ours.name().equals(name)
                    || !ours.checksum().equals(applied.get(i).checksum())) {
                throw refused("database.migration_changed", name);
            }
        }
        return known.subList(applied.size(), known.size());
    }

    private static void apply(Connection connection, Migration migration) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement();
                PreparedStatement insert =
                        connection.prepareStatement("insert into schema_migration (name, checksum) values (?, ?)")) {
            statement.execute(migration.sql());
            insert.setString(1, migration.name());
            insert.setString(2, migration.checksum());
            insert.executeUpdate();
            connection.commit();
            LOG.info("database changed by {}", migration.name());
        } catch (SQLException e) {
            connection.rollback();
            Map<String, String> args = Map.of("migration", migration.name(), "detail", String.valueOf(e.getMessage()));
            throw new Problem(Kind.UNAVAILABLE, "database.migration_failed", args, e);
        } finally {
            connection.setAutoCommit(true);
        }
    }

    private static Problem refused(String code, String migration) {
        return Problem.of(Kind.UNAVAILABLE, code, Map.of("migration", migration));
    }

    private static String resource(String name) {
        try (InputStream in = Migrations.class.getResourceAsStream("migrations/" + name)) {
            if (in == null) {
                throw new IllegalStateException("the program comes without migrations/" + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
