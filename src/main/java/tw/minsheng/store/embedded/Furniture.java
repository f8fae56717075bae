package tw.minsheng.store.embedded;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.postgresql.PGConnection;
import tw.minsheng.store.DatabaseAddress;
import tw.minsheng.store.Jdbc;

/** The role and the database in a fresh server that belong to the program. */
final class Furniture {

    private static final String NAME = "minsheng";
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration STEP = Duration.ofMillis(20);
    /** wrong password, no such role, no such database */
    private static final Set<String> BARE = Set.of("28P01", "28000", "3D000");

    private Furniture() {}

    /** Connects as the program; furnishes the server first when it is still bare. */
    static DatabaseAddress ready(int port, Secrets secrets) throws IOException {
        DatabaseAddress ours = new DatabaseAddress("127.0.0.1", port, NAME, NAME, secrets.program());
        try {
            if (!opens(ours)) {
                furnish(port, secrets);
            }
            return ours;
        } catch (SQLException e) {
            throw new IOException("the server is ready but refuses us: " + e.getMessage(), e);
        }
    }

    private static boolean opens(DatabaseAddress address) throws SQLException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                Jdbc.connect(address, PATIENCE).close();
                return true;
            } catch (SQLException e) {
                if (BARE.contains(String.valueOf(e.getSQLState()))) {
                    return false;
                }
                if (System.nanoTime() > end) {
                    throw e;
                }
                LockSupport.parkNanos(STEP.toNanos()); // it says ready a moment before it lets people in
            }
        }
    }

    private static void furnish(int port, Secrets secrets) throws SQLException {
        DatabaseAddress administrator =
                new DatabaseAddress("127.0.0.1", port, "postgres", Cluster.ADMINISTRATOR, secrets.administrator());
        try (Connection connection = Jdbc.connect(administrator, PATIENCE);
                Statement statement = connection.createStatement()) {
            if (!exists(statement, "select 1 from pg_roles where rolname = '" + NAME + "'")) {
                statement.execute("create role " + NAME + " login");
            }
            char[] password = secrets.program().toCharArray();
            connection.unwrap(PGConnection.class).alterUserPassword(NAME, password, "scram-sha-256");
            if (!exists(statement, "select 1 from pg_database where datname = '" + NAME + "'")) {
                statement.execute("create database " + NAME + " owner " + NAME);
            }
        }
    }

    private static boolean exists(Statement statement, String query) throws SQLException {
        try (ResultSet found = statement.executeQuery(query)) {
            return found.next();
        }
    }
}
