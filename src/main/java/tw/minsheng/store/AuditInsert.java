package tw.minsheng.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.ZoneOffset;
import tw.minsheng.security.AuditEntry;

/** Writes a line of the audit trail in the transaction of the act; when it fails, the act fails. */
final class AuditInsert {

    private static final String INSERT =
            "insert into audit (at, actor, agency, origin, what, object, result) values ($1, $2, $3, $4, $5, $6, $7)";

    private AuditInsert() {}

    static Future<Void> write(SqlClient connection, AuditEntry entry) {
        return connection
                .preparedQuery(INSERT)
                .execute(Tuple.of(
                        entry.act().at().atOffset(ZoneOffset.UTC),
                        entry.act().actor(),
                        entry.act().agency(),
                        entry.act().from(),
                        entry.what(),
                        entry.object(),
                        entry.result()))
                .mapEmpty();
    }
}
