package tw.minsheng.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
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

    /** $1 numbers of versions, $2 months of each, $3 agencies, $4 the moment. */
    private static final String RUN_OUT = """
            from unnest($1::int[], $2::int[]) as v (no, months)
            join survey_version k on k.no = v.no
            join survey s on s.no = k.survey_no and s.agency = any ($3)
            join wave w on w.survey_no = s.no and w.closes_at + make_interval(months => v.months) <= $4""";

    private static final String UNTIL = """
            select s.id, s.agency, w.data_set, w.code, v.months, w.closes_at,
              w.closes_at + make_interval(months => v.months) as ends_at, sum(r.n)::bigint as n
            %s
            cross join lateral (
              select count(*) as n from response r
              where r.survey_no = s.no and r.data_set = w.data_set and r.wave = w.code and r.version_no = v.no) as r
            where r.n > 0
            group by s.id, s.agency, w.data_set, w.code, v.months, w.closes_at order by ends_at, s.id, w.code""".formatted(RUN_OUT);

    private static final String ERASE = """
            with gone as (
              delete from response r using (select s.no as survey_no, w.data_set, w.code, v.no %s) as o
              where r.survey_no = o.survey_no and r.data_set = o.data_set and r.wave = o.code and r.version_no = o.no
              returning r.survey_no, r.data_set, r.wave
            )
            insert into answer_erasure (survey_no, data_set, wave, erased_at, n)
            select survey_no, data_set, wave, $4, count(*) from gone group by survey_no, data_set, wave
            returning (select id from survey where no = survey_no) as survey, data_set, wave, n""".formatted(RUN_OUT);

    private static final String ERASED = """
            select s.id, s.agency, e.data_set, e.wave, e.erased_at, e.n
            from answer_erasure e join survey s on s.no = e.survey_no where s.agency = any ($1)
            order by e.erased_at desc, e.id desc limit 200""";

    private final Database database;
    private final SurveyCache cache;

    public PgAnswerAges(Database database, SurveyCache cache) {
        this.database = database;
        this.cache = cache;
    }

    private Tuple values(Set<String> agencies, Instant moment) {
        List<KnownVersion> versions = cache.now().versions();
        Integer[] numbers = versions.stream().map(KnownVersion::no).toArray(Integer[]::new);
        Integer[] months = versions.stream()
                .map(each -> each.content().survey().privacy().retentionMonths())
                .toArray(Integer[]::new);
        return Tuple.of(numbers, months, agencies.toArray(String[]::new), Times.of(moment));
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
        Tuple values = values(agencies, act.at());
        return database.atLength(connection -> connection
                .preparedQuery(ERASE)
                .execute(values)
                .compose(gone -> told(connection, list(gone, row -> row), act)));
    }

    private static Future<Long> told(SqlConnection connection, List<Row> gone, Act act) {
        Future<Long> all = Future.succeededFuture(0L);
        for (Row row : gone) {
            String what = row.getString("survey") + " " + row.getString("data_set") + " " + row.getString("wave") + " "
                    + row.getLong("n");
            all = all.compose(before -> AuditInsert.write(connection, AuditEntry.done(act, "answers.erase", what))
                    .map(before + row.getLong("n")));
        }
        return all;
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
