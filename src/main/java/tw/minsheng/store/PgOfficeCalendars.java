package tw.minsheng.store;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import tw.minsheng.kernel.Act;
import tw.minsheng.kernel.Problem;
import tw.minsheng.petition.CaseNumber;
import tw.minsheng.petition.OfficeCalendars;
import tw.minsheng.petition.deadline.Due;
import tw.minsheng.security.AuditEntry;

/** Calendars and local closures. */
public final class PgOfficeCalendars implements OfficeCalendars {

    private static final String MARK = """
            select (select count(*) from office_calendar where imported) || '/'
              || (select count(*) || '/' || count(withdrawn_at) from office_closure) as mark""";

    /** One import after the other, so that each knows the one before. */
    private static final String ALONE = "lock table office_calendar in share row exclusive mode";

    private static final String COUNTED = "select mark from office_calendar_counted";

    private static final String COUNT = """
            insert into office_calendar_counted (one, mark) values (true, $1)
            on conflict (one) do update set mark = excluded.mark""";

    private static final String NEWEST = "select * from office_calendar where imported order by id desc limit 1";

    private static final String ADD = """
            insert into office_calendar (version, covers_from, covers_until, days, source, imported, actor, at)
            values ($1, $2, $3, $4, $5, true, $6, $7)""";

    private static final String USED = """
            insert into office_calendar (version, covers_from, covers_until, days, source, imported, actor, at)
            select $1, $2, $3, $4, $5, false, '', $6
            where not exists (select from office_calendar where version = $1)""";

    private static final String CLOSURES =
            "select * from office_closure where withdrawn_at is null order by day desc, district, part";

    private static final String CLOSE = """
            insert into office_closure (district, day, part, name, actor, at) values ($1, $2, $3, $4, $5, $6)
            on conflict (district, day, part) where withdrawn_at is null do nothing""";

    private static final String WITHDRAW = """
            update office_closure set withdrawn_at = $2, withdrawn_by = $3
            where id = $1 and withdrawn_at is null returning district, day, part""";

    private static final String OPEN = """
            select c.*, p.name, p.email, p.phone, p.helper
            from petition_case c join case_contact p on p.no = c.no
            where c.ended_at = '9999-12-31' and c.no > $1 order by c.no limit $2""";

    private final Database database;

    public PgOfficeCalendars(Database database) {
        this.database = database;
    }

    @Override
    public Future<String> mark() {
        return database.query(MARK, Tuple.tuple())
                .map(rows -> rows.iterator().next().getString("mark"));
    }

    @Override
    public Future<Optional<Kept>> newest() {
        return database.query(NEWEST, Tuple.tuple())
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(PgOfficeCalendars::kept)
                        .findFirst());
    }

    private static Kept kept(Row row) {
        JsonArray days = row.getJsonArray("days");
        return new Kept(
                row.getString("version"),
                row.getLocalDate("covers_from"),
                row.getLocalDate("covers_until"),
                days.stream().map(each -> day((JsonObject) each)).toList(),
                row.getString("source"));
    }

    private static Day day(JsonObject stored) {
        return new Day(LocalDate.parse(stored.getString("date")), stored.getBoolean("off"), stored.getString("name"));
    }

    private static JsonArray json(List<Day> days) {
        JsonArray array = new JsonArray();
        days.forEach(day -> array.add(new JsonObject()
                .put("date", day.date().toString())
                .put("off", day.off())
                .put("name", day.name())));
        return array;
    }

    @Override
    public Future<Boolean> add(Kept calendar, String mark, Act act) {
        Tuple row = Tuple.of(
                calendar.version(),
                calendar.from(),
                calendar.until(),
                json(calendar.days()),
                calendar.source(),
                act.actor(),
                Times.of(act.at()));
        return database.transaction(connection -> connection
                .query(ALONE)
                .execute()
                .compose(alone -> connection.preparedQuery(MARK).execute())
                .compose(rows -> rows.iterator().next().getString("mark").equals(mark)
                        ? connection
                                .preparedQuery(ADD)
                                .execute(row)
                                .compose(added -> AuditInsert.write(
                                        connection, AuditEntry.done(act, "calendar.import", calendar.version())))
                                .map(true)
                        : Future.succeededFuture(false)));
    }

    @Override
    public Future<String> counted() {
        return database.query(COUNTED, Tuple.tuple())
                .map(rows -> rows.size() == 0 ? "" : rows.iterator().next().getString("mark"));
    }

    @Override
    public Future<Void> counted(String mark) {
        return database.query(COUNT, Tuple.of(mark)).mapEmpty();
    }

    @Override
    public Future<Void> used(Kept calendar, Instant at) {
        return database.query(
                        USED,
                        Tuple.of(
                                calendar.version(),
                                calendar.from(),
                                calendar.until(),
                                json(calendar.days()),
                                calendar.source(),
                                Times.of(at)))
                .mapEmpty();
    }

    @Override
    public Future<List<Closure>> closures() {
        return database.query(CLOSURES, Tuple.tuple())
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new Closure(
                                row.getLong("id"),
                                row.getString("district"),
                                row.getLocalDate("day"),
                                row.getString("part"),
                                row.getString("name"),
                                row.getString("actor"),
                                Times.read(row, "at")))
                        .toList());
    }

    @Override
    public Future<Integer> close(List<Closure> closures, Act act) {
        return database.transaction(connection -> {
            Future<Integer> closed = Future.succeededFuture(0);
            for (Closure each : closures) {
                closed = closed.compose(so -> close(connection, each, act).map(one -> so + one));
            }
            return closed;
        });
    }

    private static Future<Integer> close(SqlConnection connection, Closure closure, Act act) {
        return connection
                .preparedQuery(CLOSE)
                .execute(Tuple.of(
                        closure.district(),
                        closure.day(),
                        closure.part(),
                        closure.name(),
                        act.actor(),
                        Times.of(act.at())))
                .compose(rows -> {
                    String what = told(closure.district(), closure.day(), closure.part());
                    return rows.rowCount() == 0
                            ? Future.succeededFuture(0)
                            : AuditInsert.write(connection, AuditEntry.done(act, "calendar.close", what))
                                    .map(1);
                });
    }

    private static String told(String district, LocalDate day, String part) {
        return day + " " + part + (district.isEmpty() ? "" : " " + district);
    }

    @Override
    public Future<Void> withdraw(long id, Act act) {
        return database.transaction(connection -> connection
                .preparedQuery(WITHDRAW)
                .execute(Tuple.of(id, Times.of(act.at()), act.actor()))
                .compose(rows -> {
                    if (rows.size() == 0) {
                        throw Problem.notFound("closure", Long.toString(id));
                    }
                    Row row = rows.iterator().next();
                    String what = told(row.getString("district"), row.getLocalDate("day"), row.getString("part"));
                    return AuditInsert.write(connection, AuditEntry.done(act, "calendar.open", what));
                }));
    }

    @Override
    public Future<List<Dated>> open(CaseNumber after, int limit) {
        return database.query(OPEN, Tuple.of(CaseRows.key(after), limit))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new Dated(
                                CaseRows.file(row),
                                new Due(row.getLocalDateTime("due_at"), row.getBoolean("due_timed"))))
                        .toList());
    }
}
