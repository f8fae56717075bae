package tw.minsheng.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import tw.minsheng.collect.AnswerAges;
import tw.minsheng.collect.DataSet;
import tw.minsheng.kernel.Act;
import tw.minsheng.security.AuditEntry;
import tw.minsheng.store.SurveyMemory.KnownVersion;

/** Answers and their months of retention, in PostgreSQL. */
public final class PgAnswerAges implements AnswerAges {

    private static final int AT_ONCE = 20_000;

    /** $1 numbers of versions, $2 months of each, $3 agencies, $4 the moment, $5 the zone whose months they are. */
    private static final String RUN_OUT = """
            from (
              select s.no as survey_no, s.id, s.agency, w.data_set, w.code, v.no, v.months, w.closes_at,
                (w.closes_at at time zone $5 + make_interval(months => v.months)) at time zone $5 as ends_at
              from unnest($1::int[], $2::int[]) as v (no, months)
              join survey_version k on k.no = v.no
              join survey s on s.no = k.survey_no and s.agency = any ($3)
              join wave w on w.survey_no = s.no
            ) as o""";

    private static final String UNTIL = """
            select o.id, o.agency, o.data_set, o.code, o.months, o.closes_at, o.ends_at, sum(r.n)::bigint as n
            %s
            cross join lateral (
              select count(*) as n from response r
              where r.survey_no = o.survey_no and r.data_set = o.data_set and r.wave = o.code and r.version_no = o.no) as r
            where o.ends_at <= $4 and r.n > 0
            group by o.id, o.agency, o.data_set, o.code, o.months, o.closes_at, o.ends_at
            order by o.ends_at, o.id, o.code""".formatted(RUN_OUT);

    /** Asks the index alone: of most waves nothing is left. */
    private static final String DUE = """
            select o.survey_no, o.id, o.data_set, o.code, o.no
            %s
            where o.ends_at <= $4 and exists (
              select from response r
              where r.survey_no = o.survey_no and r.data_set = o.data_set and r.wave = o.code and r.version_no = o.no)
            order by o.ends_at, o.id, o.code""".formatted(RUN_OUT);

    /** $1 survey, $2 set, $3 wave, $4 version, $5 at most, $6 the moment. Another node may be at it, too. */
    private static final String ERASE = """
            with old as (
              select id from response where survey_no = $1 and data_set = $2 and wave = $3 and version_no = $4
              limit $5 for update skip locked
            ), gone as (
              delete from response r using old where r.survey_no = $1 and r.id = old.id returning r.id
            )
            insert into answer_erasure (survey_no, data_set, wave, erased_at, n)
            select $1, $2, $3, $6::timestamptz, count(*) from gone having count(*) > 0
            returning n""";

    private static final String ERASED = """
            select s.id, s.agency, e.data_set, e.wave, e.erased_at, sum(e.n)::bigint as n
            from answer_erasure e join survey s on s.no = e.survey_no where s.agency = any ($1)
            group by s.id, s.agency, e.data_set, e.wave, e.erased_at
            order by e.erased_at desc, s.id, e.wave limit 200""";

    private final Database database;
    private final SurveyCache cache;
    private final ZoneId zone;

    /** @param zone decides when a month is over: a wave that ends with February is the first of March there, and not in UTC */
    public PgAnswerAges(Database database, SurveyCache cache, ZoneId zone) {
        this.database = database;
        this.cache = cache;
        this.zone = zone;
    }

    private Tuple values(Set<String> agencies, Instant moment) {
        List<KnownVersion> versions = cache.now().versions();
        Integer[] numbers = versions.stream().map(KnownVersion::no).toArray(Integer[]::new);
        Integer[] months = versions.stream()
                .map(each -> each.content().survey().privacy().retentionMonths())
                .toArray(Integer[]::new);
        return Tuple.of(numbers, months, agencies.toArray(String[]::new), Times.of(moment), zone.getId());
    }

    @Override
    public Future<List<Aged>> until(Set<String> agencies, Instant moment) {
        return database.atLength(connection -> connection.preparedQuery(UNTIL).execute(values(agencies, moment)))
                .map(rows -> list(
                        rows,
                        row -> new Aged(
                                row.getString("id"),
                                row.getString("agency"),
                                DataSet.of(row.getString("data_set")),
                                row.getString("code"),
                                row.getInteger("months"),
                                Times.read(row, "closes_at"),
                                Times.read(row, "ends_at"),
                                row.getLong("n"))));
    }

    @Override
    public Future<Long> erase(Set<String> agencies, Act act) {
        return database.atLength(connection -> connection.preparedQuery(DUE).execute(values(agencies, act.at())))
                .compose(due -> {
                    Future<Long> all = Future.succeededFuture(0L);
                    for (Row wave : due) {
                        all = all.compose(before -> erase(wave, 0, act).map(gone -> before + gone));
                    }
                    return all;
                });
    }

    /** One batch after the other, each in a transaction of its own: nothing waits for the whole of a large wave. */
    private Future<Long> erase(Row wave, long before, Act act) {
        Tuple values = Tuple.of(
                        wave.getInteger("survey_no"),
                        wave.getString("data_set"),
                        wave.getString("code"),
                        wave.getInteger("no"),
                        AT_ONCE)
                .addValue(Times.of(act.at()));
        return database.atLength(connection -> connection
                        .preparedQuery(ERASE)
                        .execute(values)
                        .compose(told -> told.size() == 0
                                ? Future.succeededFuture(0L)
                                : told(connection, wave, told.iterator().next().getLong("n"), act)))
                .compose(gone ->
                        gone < AT_ONCE ? Future.succeededFuture(before + gone) : erase(wave, before + gone, act));
    }

    private static Future<Long> told(SqlConnection connection, Row wave, long gone, Act act) {
        String what =
                wave.getString("id") + " " + wave.getString("data_set") + " " + wave.getString("code") + " " + gone;
        return AuditInsert.write(connection, AuditEntry.done(act, "answers.erase", what))
                .map(gone);
    }

    @Override
    public Future<List<Erased>> erased(Set<String> agencies) {
        return database.query(ERASED, Tuple.of((Object) agencies.toArray(String[]::new)))
                .map(rows -> list(
                        rows,
                        row -> new Erased(
                                row.getString("id"),
                                row.getString("agency"),
                                DataSet.of(row.getString("data_set")),
                                row.getString("wave"),
                                Times.read(row, "erased_at"),
                                row.getLong("n"))));
    }

    private static <T> List<T> list(RowSet<Row> rows, Function<Row, T> read) {
        List<T> found = new ArrayList<>();
        rows.forEach(row -> found.add(read.apply(row)));
        return found;
    }
}
