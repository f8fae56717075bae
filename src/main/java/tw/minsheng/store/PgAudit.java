package tw.minsheng.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.StreamSupport;
import tw.minsheng.kernel.Act;
import tw.minsheng.security.Audit;
import tw.minsheng.security.AuditChain;
import tw.minsheng.security.AuditEntry;
import tw.minsheng.security.AuditQuery;
import tw.minsheng.security.AuditRow;

/** The audit trail; one job seals what no open transaction can come before any more. */
public final class PgAudit implements Audit {

    private static final int BATCH = 1000;
    /** any number that no other lock of the product uses */
    private static final long SEALING = 0x4d534155L;

    private static final String COLUMNS = "id, at, actor, agency, origin, what, object, result, seal";

    private static final String FIND = "select " + COLUMNS + """
             from audit
            where agency = any ($1) and ($2 = '' or actor = $2) and ($3 = '' or starts_with(what, $3))
              and ($4 = '' or object = $4) and at >= $5 and id < $6
            order by id desc limit $7""";

    private static final String LOCK = "select pg_try_advisory_xact_lock($1)";

    private static final String LAST_SEAL = "select seal from audit where seal <> '' order by id desc limit 1";

    private static final String UNSEALED = "select " + COLUMNS + """
             from audit
            where seal = '' and writer < pg_snapshot_xmin(pg_current_snapshot())
              and id < coalesce((select min(id) from audit
                where seal = '' and writer >= pg_snapshot_xmin(pg_current_snapshot())), 9223372036854775807)
            order by id limit $1""";

    private static final String SEAL = "update audit set seal = $2 where id = $1";

    private static final String AFTER = "select " + COLUMNS + " from audit where id > $1 order by id limit $2";

    private final Database database;

    public PgAudit(Database database) {
        this.database = database;
    }

    @Override
    public Future<Void> write(AuditEntry entry) {
        return database.use(connection -> AuditInsert.write(connection, entry));
    }

    @Override
    public Future<List<AuditRow>> find(AuditQuery query) {
        return database.query(FIND, Tuple.from(new Object[] {
                    query.agencies().toArray(String[]::new),
                    query.actor(),
                    query.what(),
                    query.object(),
                    Times.of(query.since()),
                    query.beforeId(),
                    query.limit()
                }))
                .map(PgAudit::rows);
    }

    @Override
    public Future<Integer> seal() {
        return database.transaction(connection -> connection
                .preparedQuery(LOCK)
                .execute(Tuple.of(SEALING))
                .compose(rows ->
                        rows.iterator().next().getBoolean(0) ? sealOpen(connection) : Future.succeededFuture(0)));
    }

    private static Future<Integer> sealOpen(SqlConnection connection) {
        return connection
                .preparedQuery(LAST_SEAL)
                .execute()
                .map(rows -> rows.size() == 0
                        ? AuditChain.START
                        : rows.iterator().next().getString(0))
                .compose(last -> connection
                        .preparedQuery(UNSEALED)
                        .execute(Tuple.of(BATCH))
                        .compose(rows -> {
                            List<Tuple> seals = new ArrayList<>();
                            String before = last;
                            for (AuditRow row : rows(rows)) {
                                before = AuditChain.seal(before, row);
                                seals.add(Tuple.of(row.id(), before));
                            }
                            return seals.isEmpty()
                                    ? Future.succeededFuture(0)
                                    : connection
                                            .preparedQuery(SEAL)
                                            .executeBatch(seals)
                                            .map(seals.size());
                        }));
    }

    @Override
    public Future<OptionalLong> verify() {
        return verify(0, AuditChain.Checked.NOTHING);
    }

    /** Batch by batch. */
    private Future<OptionalLong> verify(long afterId, AuditChain.Checked before) {
        return database.query(AFTER, Tuple.of(afterId, BATCH)).compose(found -> {
            List<AuditRow> rows = rows(found);
            AuditChain.Checked now = before.then(rows);
            return rows.size() < BATCH || now.open() || now.brokenAt() > 0
                    ? Future.succeededFuture(now.firstBreak())
                    : verify(rows.get(rows.size() - 1).id(), now);
        });
    }

    private static List<AuditRow> rows(Iterable<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false).map(PgAudit::row).toList();
    }

    private static AuditRow row(Row row) {
        Act act = new Act(
                row.getString("actor"), row.getString("agency"), row.getString("origin"), Times.read(row, "at"));
        AuditEntry entry = new AuditEntry(act, row.getString("what"), row.getString("object"), row.getString("result"));
        return new AuditRow(row.getLong("id"), entry, row.getString("seal"));
    }
}
