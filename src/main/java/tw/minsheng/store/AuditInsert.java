package tw.minsheng.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import tw.minsheng.security.AuditEntry;

/** Writes a line of the audit trail in the transaction of the act; when it fails, the act fails. */
final class AuditInsert {

    private static final String INSERT =
            "insert into audit (at, actor, agency, origin, what, object, result) values ($1, $2, $3, $4, $5, $6, $7)";

    private static final String BLOCKING =
            INSERT.replaceFirst("\\$1", "?::timestamptz").replaceAll("\\$\\d", "?");

    private AuditInsert() {}

    /** The same for bulk work on a connection of its own. */
    static void write(Connection connection, AuditEntry entry) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(BLOCKING)) {
            statement.setString(1, entry.act().at().toString());
            statement.setString(2, entry.act().actor());
            statement.setString(3, entry.act().agency());
            statement.setString(4, entry.act().from());
            statement.setString(5, entry.what());
            statement.setString(6, entry.object());
            statement.setString(7, entry.result());
            statement.executeUpdate();
        }
    }

    static Future<Void> write(SqlClient connection, AuditEntry entry) {
        return connection.preparedQuery(INSERT).execute(row(entry)).mapEmpty();
    }

    /** One line or more, sent at once. */
    static Future<Void> write(SqlClient connection, List<AuditEntry> entries) {
        return connection
                .preparedQuery(INSERT)
                .executeBatch(entries.stream().map(AuditInsert::row).toList())
                .mapEmpty();
    }

    private static Tuple row(AuditEntry entry) {
        return Tuple.of(
                entry.act().at().atOffset(ZoneOffset.UTC),
                entry.act().actor(),
                entry.act().agency(),
                entry.act().from(),
                entry.what(),
                entry.object(),
                entry.result());
    }
}
