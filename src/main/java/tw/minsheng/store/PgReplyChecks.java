package tw.minsheng.store;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import tw.minsheng.kernel.Act;
import tw.minsheng.kernel.Problem;
import tw.minsheng.petition.CaseControl;
import tw.minsheng.petition.CaseNumber;
import tw.minsheng.petition.ReplyCheck;
import tw.minsheng.petition.ReplyChecks;
import tw.minsheng.security.AuditEntry;

/** Checks of answers and their points. */
public final class PgReplyChecks implements ReplyChecks {

    private static final String ANSWERED = """
            select c.no, c.unit, c.handler from petition_case c
            where c.agency = any ($1) and c.state in ('closed', 'follow_up', 'released')
              and c.ended_at >= $2 and c.ended_at < $3
            order by c.no""";

    private static final String KEEP = """
            insert into reply_check (agency, actor, at, seed, from_day, until_day, per_unit, population)
            values ($1, $2, $3, $4, $5, $6, $7, $8) returning id""";

    private static final String ITEMS = """
            insert into reply_check_item (check_id, no, unit)
            select $1, drawn.no, drawn.unit from unnest($2::bigint[], $3::text[]) as drawn (no, unit)""";

    private static final String CHECKS =
            "select * from reply_check where agency = any ($1) order by id desc limit " + MOST;

    private static final String FIND = "select * from reply_check where id = $1 and agency = any ($2)";

    private static final String ITEMS_OF = "select * from reply_check_item where check_id = $1 order by unit, no";

    private static final String SCORE =
            "update reply_check_item set scores = $3, note = $4, actor = $5 where check_id = $1 and no = $2";

    private final Database database;

    public PgReplyChecks(Database database) {
        this.database = database;
    }

    @Override
    public Future<List<ReplyCheck.Answered>> answered(CaseControl.Period period) {
        return database.query(
                        ANSWERED,
                        Tuple.of(
                                period.agencies().toArray(String[]::new),
                                period.from().atStartOfDay(),
                                period.until().plusDays(1).atStartOfDay()))
                .map(rows -> list(
                        rows,
                        row -> new ReplyCheck.Answered(
                                CaseRows.number(row.getLong("no")), row.getString("unit"), row.getString("handler"))));
    }

    private static <T> List<T> list(RowSet<Row> rows, Function<Row, T> read) {
        return StreamSupport.stream(rows.spliterator(), false).map(read).toList();
    }

    @Override
    public Future<Long> keep(ReplyCheck check, List<ReplyCheck.Answered> drawn, Act act) {
        return database.transaction(connection -> connection
                .preparedQuery(KEEP)
                .execute(Tuple.of(
                        check.agency(),
                        check.actor(),
                        Times.of(check.at()),
                        check.seed(),
                        check.from(),
                        check.until(),
                        check.perUnit(),
                        check.population()))
                .compose(rows -> items(connection, rows.iterator().next().getLong("id"), drawn))
                .compose(id -> AuditInsert.write(connection, AuditEntry.done(act, "case.check", "check " + id))
                        .map(written -> id)));
    }

    private static Future<Long> items(SqlConnection connection, long id, List<ReplyCheck.Answered> drawn) {
        Long[] numbers = drawn.stream().map(each -> CaseRows.key(each.number())).toArray(Long[]::new);
        String[] units = drawn.stream().map(ReplyCheck.Answered::unit).toArray(String[]::new);
        return connection
                .preparedQuery(ITEMS)
                .execute(Tuple.of(id, numbers, units))
                .map(id);
    }

    @Override
    public Future<List<ReplyCheck>> checks(Set<String> agencies) {
        return database.query(CHECKS, Tuple.of((Object) agencies.toArray(String[]::new)))
                .map(rows -> list(rows, row -> check(row, List.of())));
    }

    @Override
    public Future<ReplyCheck> find(long id, Set<String> agencies) {
        return database.query(FIND, Tuple.of(id, (Object) agencies.toArray(String[]::new)))
                .compose(rows -> {
                    if (rows.size() == 0) {
                        return Future.failedFuture(Problem.notFound("check", Long.toString(id)));
                    }
                    return database.query(ITEMS_OF, Tuple.of(id))
                            .map(items -> check(rows.iterator().next(), list(items, PgReplyChecks::item)));
                });
    }

    private static ReplyCheck check(Row row, List<ReplyCheck.Item> items) {
        return new ReplyCheck(
                row.getLong("id"),
                row.getString("agency"),
                row.getString("actor"),
                Times.read(row, "at"),
                row.getLong("seed"),
                row.getLocalDate("from_day"),
                row.getLocalDate("until_day"),
                row.getInteger("per_unit"),
                row.getInteger("population"),
                items);
    }

    private static ReplyCheck.Item item(Row row) {
        Map<String, Integer> scores = new LinkedHashMap<>();
        JsonObject stored = row.getJsonObject("scores");
        stored.fieldNames().forEach(name -> scores.put(name, stored.getInteger(name)));
        return new ReplyCheck.Item(
                CaseRows.number(row.getLong("no")),
                row.getString("unit"),
                scores,
                row.getString("note"),
                row.getString("actor"));
    }

    @Override
    public Future<Void> score(long id, CaseNumber number, Map<String, Integer> scores, String note, Act act) {
        JsonObject points = new JsonObject();
        scores.forEach(points::put);
        return database.transaction(connection -> connection
                .preparedQuery(SCORE)
                .execute(Tuple.of(id, CaseRows.key(number), points, note, act.actor()))
                .compose(rows -> rows.rowCount() == 0
                        ? Future.failedFuture(Problem.notFound("case", number.text()))
                        : AuditInsert.write(connection, AuditEntry.done(act, "case.score", number.text()))));
    }
}
