package tw.minsheng.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import tw.minsheng.invite.draw.DrawnEnds;
import tw.minsheng.invite.draw.Ending;
import tw.minsheng.invite.draw.Ends;
import tw.minsheng.invite.draw.SampleDraws;
import tw.minsheng.kernel.Act;
import tw.minsheng.security.AuditEntry;

/** How it ended with those drawn, in PostgreSQL. */
public final class PgDrawnEnds implements DrawnEnds {

    /** What staff wrote down comes first; of whoever answered nothing else is looked at. $1 survey, $2 wave. */
    private static final String CODES = """
            select case when p.ended <> '' then p.ended
                when i.state = 'spent' then ''
                when c.id is null then 'UH'
                when k.code = 'refused' or exists (select from no_survey u where u.person = c.person[1]) then 'R'
                when k.code = 'ineligible' then 'NE'
                when k.code = 'no_contact' then 'NC'
                when k.code = 'call_back' then 'O'
                when m.state = 'failed' then 'UH'
                else '' end as code
            from drawn_person p
            join sample_draw d on d.survey_no = p.survey_no and d.wave = p.wave and d.no = p.draw and d.state = 'invited'
            left join contact c on c.id = p.contact
            left join invitation i on i.contact = c.id
            left join invitation_mail m on m.contact = c.id and m.kind = 'invite'
            left join lateral (
              select r.code from call_result r where r.invitation = i.id order by r.id desc limit 1) k on true
            where p.survey_no = $1 and p.wave = $2""";

    private static final String ENDS = """
            select code, count(*) as n from (%s) as codes group by code
            union all
            select code, n from sample_end where survey_no = $1 and wave = $2""".formatted(CODES);

    /** Before contacts are erased: what is known by them is kept as numbers. $3 whether all of the wave is erased. */
    private static final String FREEZE = """
            insert into sample_end (survey_no, wave, code, n)
            select $1, $2, code, count(*) from (%s) as codes where $3 group by code
            on conflict (survey_no, wave, code) do update set n = sample_end.n + excluded.n""".formatted(CODES);

    private static final String FORGET = """
            delete from drawn_person p using sample_draw d
            where p.survey_no = $1 and p.wave = $2 and $3
              and d.survey_no = p.survey_no and d.wave = p.wave and d.no = p.draw and d.state = 'invited'""";

    private static final String WRITTEN = """
            select p.unit, p.ended from drawn_person p
            join sample_draw d on d.survey_no = p.survey_no and d.wave = p.wave and d.no = p.draw and d.state = 'invited'
            where p.survey_no = $1 and p.wave = $2 and p.ended <> '' order by p.ended_at desc, p.no limit 200""";

    private static final String STRANGERS = """
            select t.unit from unnest($3::text[]) as t (unit)
            where not exists (
              select from drawn_person p
              join sample_draw d on d.survey_no = p.survey_no and d.wave = p.wave and d.no = p.draw and d.state = 'invited'
              where p.survey_no = $1 and p.wave = $2 and p.unit = t.unit)""";

    private static final String WRITE = """
            update drawn_person p set ended = $4, ended_at = $5 from sample_draw d
            where p.survey_no = $1 and p.wave = $2 and p.unit = any ($3) and ($4 <> '' or p.ended <> '')
              and d.survey_no = p.survey_no and d.wave = p.wave and d.no = p.draw and d.state = 'invited'""";

    private final Database database;
    private final SurveyCache cache;

    public PgDrawnEnds(Database database, SurveyCache cache) {
        this.database = database;
        this.cache = cache;
    }

    private Tuple key(SampleDraws.Of wave) {
        return Tuple.of(cache.now().surveyNoOf(wave.survey()), wave.wave());
    }

    @Override
    public Future<Ends> ends(SampleDraws.Of wave) {
        return database.query(ENDS, key(wave)).map(rows -> {
            long drawn = 0;
            Map<Ending, Long> known = new EnumMap<>(Ending.class);
            for (io.vertx.sqlclient.Row row : rows) {
                long n = row.getLong("n");
                drawn += n;
                Ending.of(row.getString("code")).ifPresent(ending -> known.merge(ending, n, Long::sum));
            }
            return new Ends(drawn, known);
        });
    }

    @Override
    public Future<List<Written>> written(SampleDraws.Of wave) {
        return database.query(WRITTEN, key(wave))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new Written(
                                row.getString("unit"),
                                Ending.of(row.getString("ended")).orElseThrow()))
                        .toList());
    }

    @Override
    public Future<List<String>> write(SampleDraws.Of wave, List<String> units, Ending ending, Act act) {
        String[] all = units.toArray(String[]::new);
        return database.transaction(connection -> connection
                .preparedQuery(STRANGERS)
                .execute(key(wave).addArrayOfString(all))
                .compose(rows -> {
                    List<String> strangers = new ArrayList<>();
                    rows.forEach(row -> strangers.add(row.getString("unit")));
                    return strangers.isEmpty()
                            ? put(connection, wave, all, Optional.of(ending), act)
                                    .map(strangers)
                            : Future.succeededFuture(strangers);
                }));
    }

    @Override
    public Future<Integer> takeBack(SampleDraws.Of wave, List<String> units, Act act) {
        return database.transaction(
                connection -> put(connection, wave, units.toArray(String[]::new), Optional.empty(), act));
    }

    /** The audit trail is kept for ever: it says how many, not who. */
    private Future<Integer> put(
            SqlConnection connection, SampleDraws.Of wave, String[] units, Optional<Ending> ending, Act act) {
        String code = ending.map(Ending::name).orElse("");
        return connection
                .preparedQuery(WRITE)
                .execute(key(wave).addArrayOfString(units).addString(code).addValue(Times.of(act.at())))
                .compose(written -> AuditInsert.write(
                                connection,
                                AuditEntry.done(
                                        act,
                                        "sample.end",
                                        wave.survey() + " " + wave.wave() + " " + (code.isEmpty() ? "-" : code) + " "
                                                + written.rowCount()))
                        .map(done -> written.rowCount()));
    }

    /** @param values survey, wave, whether all of the wave is erased */
    static Future<Void> freeze(SqlConnection connection, Tuple values) {
        return connection
                .preparedQuery(FREEZE)
                .execute(values)
                .compose(kept -> connection.preparedQuery(FORGET).execute(values))
                .mapEmpty();
    }
}
