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

    /** Whether the account of this parameter handled the case. */
    private static final String OWN = """
            (c.handler = %1$s or exists (
              select from case_event e where e.no = c.no and e.actor = %1$s and e.what in ('start', 'propose')))""";

    /** The number as it is printed, without its check digit. */
    private static final String NUMBER = """
            to_char(c.no / 10000000, 'FM000') || '-'
              || lpad((c.no %% 10000000)::text, greatest(6, length((c.no %% 10000000)::text)), '0')""";

    private static final String DRAW = """
            with answered as (
              select c.no, c.unit,
                sha256(convert_to($5 || ':' || %s, 'UTF8')) as place
              from petition_case c
              where (c.agency = any ($1) or c.unit = any ($1)) and c.state in ('closed', 'follow_up', 'released')
                and c.ended_at >= $2 and c.ended_at < $3 and not %s
            ), ranked as (
              select no, unit, row_number() over (partition by unit order by place) as rank,
                count(*) over () as population
              from answered
            )
            select no, unit, population from ranked where rank <= $6 order by unit collate "C", no""".formatted(NUMBER.replace("%%", "%"), OWN.formatted("$4"));

    private static final String KEEP = """
            insert into reply_check (agency, actor, at, seed, from_day, until_day, per_unit, population)
            values ($1, $2, $3, $4, $5, $6, $7, $8) returning id""";

    private static final String ITEMS = """
            insert into reply_check_item (check_id, no, unit)
            select $1, drawn.no, drawn.unit from unnest($2::bigint[], $3::text[]) as drawn (no, unit)""";

    private static final String CHECKS =
            "select * from reply_check where agency = any ($1) order by id desc limit " + MOST;

    private static final String FIND = "select * from reply_check where id = $1 and agency = any ($2)";

    private static final String ITEMS_OF = """
            select i.*, %s as own
            from reply_check_item i join petition_case c on c.no = i.no
            where i.check_id = $1 and (c.agency = any ($2) or c.unit = any ($2))
            order by i.unit collate "C", i.no""".formatted(OWN.formatted("$3"));

    /** Locked, so that of two who score at once the second is told. */
    private static final String ITEM = """
            select i.*, %s as own
            from reply_check_item i join petition_case c on c.no = i.no
            where i.check_id = $1 and (c.agency = any ($2) or c.unit = any ($2)) and i.no = $4
            for update of i""".formatted(OWN.formatted("$3"));

    private static final String SCORE =
            "update reply_check_item set scores = $3, note = $4, actor = $5 where check_id = $1 and no = $2";

    private final Database database;

    public PgReplyChecks(Database database) {
        this.database = database;
    }

    @Override
    public Future<ReplyCheck.Drawn> draw(CaseControl.Period period, int perUnit, long seed, String account) {
        return database.query(
                        DRAW,
                        Tuple.of(
                                period.agencies().toArray(String[]::new),
                                period.from().atStartOfDay(),
                                period.until().plusDays(1).atStartOfDay(),
                                account,
                                Long.toString(seed),
                                perUnit))
                .map(rows -> new ReplyCheck.Drawn(
                        rows.size() == 0
                                ? 0
                                : Math.toIntExact(rows.iterator().next().getLong("population")),
                        list(
                                rows,
                                row -> new ReplyCheck.Answered(
                                        CaseRows.number(row.getLong("no")), row.getString("unit")))));
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
    public Future<ReplyCheck> find(long id, Set<String> agencies, String account) {
        return database.query(FIND, Tuple.of(id, (Object) agencies.toArray(String[]::new)))
                .compose(rows -> {
                    if (rows.size() == 0) {
                        return Future.failedFuture(Problem.notFound("check", Long.toString(id)));
                    }
                    return database.query(ITEMS_OF, Tuple.of(id, agencies.toArray(String[]::new), account))
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
                row.getString("actor"),
                row.getBoolean("own"));
    }

    @Override
    public Future<Void> score(
            long id, CaseNumber number, Map<String, Integer> scores, String note, Set<String> agencies, Act act) {
        JsonObject points = new JsonObject();
        scores.forEach(points::put);
        long no = CaseRows.key(number);
        return database.transaction(connection -> connection
                .preparedQuery(ITEM)
                .execute(Tuple.of(id, agencies.toArray(String[]::new), act.actor(), no))
                .compose(rows -> {
                    if (rows.size() == 0) {
                        throw Problem.notFound("case", number.text());
                    }
                    item(rows.iterator().next()).requireFor(act.actor());
                    return connection.preparedQuery(SCORE).execute(Tuple.of(id, no, points, note, act.actor()));
                })
                .compose(done -> AuditInsert.write(connection, AuditEntry.done(act, "case.score", number.text()))));
    }
}
