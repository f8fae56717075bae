package tw.minsheng.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.postgresql.PGStatement;
import tw.minsheng.kernel.Problem;
import tw.minsheng.petition.imports.CaseLedger;
import tw.minsheng.petition.imports.ImportedCase;
import tw.minsheng.petition.imports.Moment;
import tw.minsheng.petition.imports.Place;

/** Reads cases for figures through a cursor, a few thousand rows at a time. Blocks. */
public final class PgCaseLedger implements CaseLedger {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int ROWS = 5_000;

    private static final String LEFT_OUT = "('unconfirmed', 'expired', 'merged')";
    private static final String OVER = "('closed', 'follow_up', 'released', 'transferred', 'declined', 'withdrawn')";

    private static final String RECEIVED = " c.agency = any (?) and c.received_at >= ?::timestamp at time zone ?"
            + " and c.received_at < ?::timestamp at time zone ? ";

    /** Of a case that was opened again and is over: what was kept at its first closing. */
    private static final String FIRST = "(case when c.reopened > 0 and c.state in " + OVER
            + " then (select %s from case_closing f where f.no = c.no order by f.number limit 1) end)";

    private static final String OWN = """
            select c.unit, c.type, c.channel, c.district, c.state, %s as received, false, %s as due,
              not coalesce(%s, c.due_timed), %s as closed, false, c.state in %s
            from petition_case c where %s and c.state not in %s""".formatted(
                    seconds("c.received_at at time zone ?"),
                    seconds("coalesce(" + FIRST.formatted("f.due_at") + ", c.due_at)"),
                    FIRST.formatted("f.due_timed"),
                    seconds("coalesce(" + FIRST.formatted("f.closed_at") + ", nullif(c.ended_at, '9999-12-31'))"),
                    OVER,
                    RECEIVED,
                    LEFT_OUT);

    private static final String NOT_COUNTED = "select c.state, count(*) from petition_case c where" + RECEIVED
            + "and c.state in " + LEFT_OUT + " group by 1";

    private static final String IMPORTED =
            """
            select c.unit, c.type, c.channel, c.district, c.status, %s, c.received_day, %s, c.due_day, %s, c.closed_day,
              c.is_closed
            from imported_case c
            where c.agency = any (?) and c.received_at >= ? and c.received_at < ?""".formatted(seconds("c.received_at"), seconds("c.due_at"), seconds("c.closed_at"));

    private final Supplier<DatabaseAddress> address;

    public PgCaseLedger(Supplier<DatabaseAddress> address) {
        this.address = address;
    }

    /** By the clock on the wall; a number is read several times faster than a time. */
    private static String seconds(String time) {
        return "floor(extract(epoch from (" + time + ")))::bigint";
    }

    @Override
    public Map<String, Long> read(Received received, Reader reader) {
        try (Connection connection = Jdbc.connect(address.get(), PATIENCE)) {
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            imported(connection, received, reader);
            own(connection, received, reader);
            Map<String, Long> leftOut = leftOut(connection, received);
            connection.rollback();
            return leftOut;
        } catch (SQLException e) {
            throw new Problem(Problem.Kind.UNAVAILABLE, "database.unavailable", Map.of(), e);
        }
    }

    private static void imported(Connection connection, Received received, Reader reader) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(IMPORTED)) {
            statement.setArray(
                    1, connection.createArrayOf("text", received.agencies().toArray()));
            statement.setObject(2, received.from().atStartOfDay());
            statement.setObject(3, received.until().plusDays(1).atStartOfDay());
            rows(statement, Keeper.IMPORTED, reader);
        }
    }

    private static void own(Connection connection, Received received, Reader reader) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(OWN)) {
            statement.setString(1, received.zone().getId());
            within(statement, 2, connection, received);
            rows(statement, Keeper.OWN, reader);
        }
    }

    private static Map<String, Long> leftOut(Connection connection, Received received) throws SQLException {
        Map<String, Long> leftOut = new TreeMap<>();
        try (PreparedStatement statement = connection.prepareStatement(NOT_COUNTED)) {
            within(statement, 1, connection, received);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    leftOut.put(row.getString(1), row.getLong(2));
                }
            }
        }
        return leftOut;
    }

    private static void within(PreparedStatement statement, int first, Connection connection, Received received)
            throws SQLException {
        statement.setArray(
                first, connection.createArrayOf("text", received.agencies().toArray()));
        statement.setObject(first + 1, received.from().atStartOfDay());
        statement.setString(first + 2, received.zone().getId());
        statement.setObject(first + 3, received.until().plusDays(1).atStartOfDay());
        statement.setString(first + 4, received.zone().getId());
    }

    private static void rows(PreparedStatement statement, Keeper keeper, Reader reader) throws SQLException {
        statement.setFetchSize(ROWS);
        // at once, not from the fifth time on: numbers as bytes, not as letters
        statement.unwrap(PGStatement.class).setPrepareThreshold(-1);
        try (ResultSet row = statement.executeQuery()) {
            for (long number = 1; row.next(); number++) {
                reader.read(keeper, read(row, number));
            }
        }
    }

    private static ImportedCase read(ResultSet row, long number) throws SQLException {
        return new ImportedCase(
                number,
                "",
                moment(row, 6),
                moment(row, 8),
                moment(row, 10),
                row.getString(2),
                row.getString(3),
                row.getString(1),
                row.getString(4),
                row.getString(5),
                row.getBoolean(12),
                Place.NONE,
                "");
    }

    private static Moment moment(ResultSet row, int column) throws SQLException {
        long second = row.getLong(column);
        return row.wasNull()
                ? Moment.NONE
                : new Moment(LocalDateTime.ofEpochSecond(second, 0, ZoneOffset.UTC), row.getBoolean(column + 1));
    }
}
