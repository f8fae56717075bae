package tw.minsheng.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Supplier;

/** Long work of worker threads, each in a connection and a transaction of its own; blocks. */
final class JdbcWork {

    /** What is said to the database. */
    @FunctionalInterface
    interface Unit<T> {
        T run(Connection connection) throws SQLException;
    }

    private final Supplier<DatabaseAddress> address;
    private final Duration patience;

    /** @param patience for connecting and for each answer of the server */
    JdbcWork(Supplier<DatabaseAddress> address, Duration patience) {
        this.address = address;
        this.patience = patience;
    }

    /** All of it is kept, or nothing when it fails. */
    <T> T kept(Unit<T> work) {
        return run(true, work);
    }

    /** The same, nothing of which is kept. */
    <T> T dropped(Unit<T> work) {
        return run(false, work);
    }

    /** Kept, and all of it sees the database as it was at one moment. */
    <T> T atOneMoment(Unit<T> work) {
        return run(true, connection -> {
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            return work.run(connection);
        });
    }

    private <T> T run(boolean keep, Unit<T> work) {
        try (Connection connection = Jdbc.connect(address.get(), patience)) {
            connection.setAutoCommit(false); // else nothing is streamed either
            try {
                T result = work.run(connection);
                if (keep) {
                    connection.commit();
                } else {
                    connection.rollback();
                }
                return result;
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            }
        } catch (SQLException e) {
            throw DriverFailure.thrown(e);
        }
    }
}
