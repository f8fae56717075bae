package tw.minsheng.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.Cursor;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tw.minsheng.collect.SampleWeights;
import tw.minsheng.invite.Contact;
import tw.minsheng.invite.Invitations;
import tw.minsheng.invite.InviteKeys;
import tw.minsheng.invite.Seed;
import tw.minsheng.invite.draw.DrawnFrame;
import tw.minsheng.invite.draw.DrawnPerson;
import tw.minsheng.invite.draw.SampleDraw;
import tw.minsheng.invite.draw.SampleDraws;
import tw.minsheng.kernel.Act;
import tw.minsheng.kernel.Problem;
import tw.minsheng.security.AuditEntry;

/** Frames and draws in PostgreSQL. */
public final class PgSampleDraws implements SampleDraws {

    private static final int AT_ONCE = 1_000;

    private static final String FRAMES =
            "select * from sample_frame where survey_no = $1 and wave = $2 order by no desc";

    private static final String KEEP_FRAME = """
            insert into sample_frame
              (survey_no, wave, no, name, file, as_of, bytes, units, columns, id_column, sha256, actor, at)
            select $1, $2, (select count(*) + 1 from sample_frame f where f.survey_no = $1 and f.wave = $2),
              $3, $4, $5, $6, $7, $8, $9, $10, $11, $12
            from wave w where w.survey_no = $1 and w.data_set = 'live' and w.code = $2
              and not exists (
                select from sample_draw d where d.survey_no = $1 and d.wave = $2 and d.state <> 'discarded')""";

    private static final String WAVE = "select from wave where survey_no = $1 and data_set = 'live' and code = $2";

    private static final String ALL = "select * from sample_draw where survey_no = $1 and wave = $2 order by no desc";

    private static final String GROUPS =
            "select * from sample_group where survey_no = $1 and wave = $2 order by draw, no";

    private static final String KEEP = """
            insert into sample_draw
              (survey_no, wave, no, frame, design, share, size, least, seed, grouping, measure, units, sha256, record,
               drawn_on, actor, at, seed_source, state)
            select $1, $2, (select count(*) + 1 from sample_draw d where d.survey_no = $1 and d.wave = $2),
              $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, 'drawn'
            returning no""";

    private static final String KEEP_GROUP = """
            insert into sample_group (survey_no, wave, draw, no, name, size, drawn, weight, whole)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9)""";

    private static final String KEEP_PERSON = """
            insert into drawn_person (survey_no, wave, draw, no, unit, grouped, weight, name, email, phone, language)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)""";

    private static final String PEOPLE = """
            select p.* from drawn_person p
            join sample_draw d on d.survey_no = p.survey_no and d.wave = p.wave and d.no = p.draw
            where p.survey_no = $1 and p.wave = $2 and d.state <> 'discarded' order by p.no""";

    private static final String COUNT = """
            select count(*) as n from drawn_person p
            join sample_draw d on d.survey_no = p.survey_no and d.wave = p.wave and d.no = p.draw
            where p.survey_no = $1 and p.wave = $2 and d.state <> 'discarded'""";

    private static final String DISCARD = """
            with gone as (
              update sample_draw set state = 'discarded', reason = $3
              where survey_no = $1 and wave = $2 and state = 'drawn' returning survey_no, wave, no, sha256
            ), forgotten as (
              delete from drawn_person p using gone g
              where p.survey_no = g.survey_no and p.wave = g.wave and p.draw = g.no
            )
            select no, sha256 from gone""";

    private static final String PURGE = """
            delete from drawn_person p using wave w
            where w.survey_no = p.survey_no and w.data_set = 'live' and w.code = p.wave and w.closes_at < $1""";

    private static final String OTHERS =
            "select from contact where survey_no = $1 and wave = $2 and case_no = 0 limit 1";

    private static final String INVITED = """
            update sample_draw set state = 'invited'
            where survey_no = $1 and wave = $2 and state = 'drawn' and design <> 'pps' returning no""";

    /** Of rows written a moment ago the planner knows nothing: it would compare each with each. */
    private static final String BY_HASH = "set local enable_nestloop = off";

    private static final String LINK = """
            update drawn_person p set contact = c.id from contact c
            where p.survey_no = $1 and p.wave = $2 and p.draw = $3 and c.survey_no = $1 and c.wave = $2 and c.case_no = 0
              and c.email = lower(p.email) and c.phone = p.phone""";

    private static final String WEIGHTS = """
            select g.wave, g.name, g.weight, g.drawn from sample_group g
            join sample_draw d on d.survey_no = g.survey_no and d.wave = g.wave and d.no = g.draw
            where g.survey_no = $1 and d.state = 'invited' and d.design in ('stratified', 'cluster') and g.drawn > 0""";

    private final Database database;
    private final SurveyCache cache;
    private final PgInvitations invitations;

    public PgSampleDraws(Database database, SurveyCache cache) {
        this.database = database;
        this.cache = cache;
        this.invitations = new PgInvitations(database, cache);
    }

    private Tuple key(Of wave) {
        return Tuple.of(cache.now().surveyNoOf(wave.survey()), wave.wave());
    }

    private static AuditEntry line(Act act, String what, Of wave, Object more) {
        return AuditEntry.done(act, what, wave.survey() + " " + wave.wave() + " " + more);
    }

    @Override
    public Future<Optional<DrawnFrame>> frame(Of wave) {
        return database.query(FRAMES, key(wave))
                .map(rows -> SampleDrawRows.list(rows, SampleDrawRows::frame).stream()
                        .findFirst());
    }

    @Override
    public Future<Void> keepFrame(Of wave, DrawnFrame frame, Act act) {
        Tuple values = key(wave)
                .addString(frame.name())
                .addString(frame.file())
                .addLocalDate(frame.asOf())
                .addLong(frame.bytes())
                .addLong(frame.rows())
                .addArrayOfString(frame.columns().toArray(String[]::new))
                .addString(frame.id())
                .addString(frame.sha256())
                .addString(frame.actor())
                .addValue(Times.of(frame.at()));
        return database.transaction(connection -> connection
                .preparedQuery(KEEP_FRAME)
                .execute(values)
                .compose(kept -> kept.rowCount() == 1
                        ? AuditInsert.write(connection, line(act, "sample.frame", wave, frame.sha256()))
                        : refused(connection, wave)));
    }

    private Future<Void> refused(SqlConnection connection, Of wave) {
        return connection
                .preparedQuery(WAVE)
                .execute(key(wave))
                .compose(found ->
                        Future.failedFuture(found.size() == 0 ? Problem.notFound("wave", wave.wave()) : drawn()));
    }

    private static Problem drawn() {
        return Problem.of(Problem.Kind.CONFLICT, "sample.drawn");
    }

    @Override
    public Future<Void> announce(Of wave, Seed seed, Act act) {
        return database.transaction(
                connection -> AuditInsert.write(connection, line(act, "sample.seed", wave, seed.told())));
    }

    @Override
    public Future<Void> keep(Of wave, SampleDraw draw, List<DrawnPerson> people, Act act) {
        return database.atLength(connection -> connection
                        .preparedQuery(KEEP)
                        .execute(values(wave, draw))
                        .map(rows -> rows.iterator().next().getInteger("no"))
                        .compose(no -> groups(connection, wave, no, draw.groups())
                                .compose(kept -> people(connection, wave, no, people, 0)))
                        .compose(kept -> AuditInsert.write(connection, line(act, "sample.draw", wave, draw.sha256()))))
                .recover(failure -> Future.failedFuture(DriverFailure.isDuplicate(failure) ? drawn() : failure));
    }

    private Tuple values(Of wave, SampleDraw draw) {
        SampleDraw.Rule rule = draw.rule();
        return key(wave)
                .addInteger(draw.frame().no())
                .addString(rule.design())
                .addString(rule.share())
                .addInteger(rule.size())
                .addLong(rule.least())
                .addLong(rule.seed().value())
                .addString(rule.group())
                .addString(rule.measure())
                .addInteger(draw.rows())
                .addString(draw.sha256())
                .addString(draw.audit())
                .addLocalDate(draw.on())
                .addString(draw.actor())
                .addValue(Times.of(draw.at()))
                .addString(rule.seed().source().key());
    }

    private Future<Void> groups(SqlConnection connection, Of wave, int draw, List<SampleDraw.Group> groups) {
        List<Tuple> rows = new ArrayList<>();
        for (SampleDraw.Group group : groups) {
            rows.add(key(wave)
                    .addInteger(draw)
                    .addInteger(rows.size() + 1)
                    .addString(group.name())
                    .addLong(group.size())
                    .addLong(group.drawn())
                    .addDouble(group.weight())
                    .addBoolean(group.whole()));
        }
        return connection.preparedQuery(KEEP_GROUP).executeBatch(rows).mapEmpty();
    }

    private Future<Void> people(SqlConnection connection, Of wave, int draw, List<DrawnPerson> people, int from) {
        if (from >= people.size()) {
            return Future.succeededFuture();
        }
        int until = Math.min(people.size(), from + AT_ONCE);
        List<Tuple> rows = new ArrayList<>();
        for (int i = from; i < until; i++) {
            DrawnPerson person = people.get(i);
            rows.add(key(wave)
                    .addInteger(draw)
                    .addInteger(i + 1)
                    .addString(person.unit())
                    .addString(person.group())
                    .addDouble(person.weight())
                    .addString(person.contact().name())
                    .addString(person.contact().email())
                    .addString(person.contact().phone())
                    .addString(person.contact().language()));
        }
        return connection
                .preparedQuery(KEEP_PERSON)
                .executeBatch(rows)
                .compose(kept -> people(connection, wave, draw, people, until));
    }

    @Override
    public Future<List<SampleDraw>> all(Of wave) {
        Tuple key = key(wave);
        return database.query(FRAMES, key)
                .compose(frames -> database.query(GROUPS, key)
                        .compose(groups ->
                                database.query(ALL, key).map(draws -> SampleDrawRows.draws(frames, groups, draws))));
    }

    @Override
    public Future<List<DrawnPerson>> people(Of wave, Act act) {
        return database.atLength(connection -> connection
                .preparedQuery(PEOPLE)
                .execute(key(wave))
                .compose(rows -> AuditInsert.write(connection, line(act, "sample.read", wave, rows.size()))
                        .map(SampleDrawRows.list(rows, SampleDrawRows::person))));
    }

    @Override
    public Future<Integer> reading(Of wave, Act act) {
        return database.transaction(connection -> connection
                .preparedQuery(COUNT)
                .execute(key(wave))
                .map(rows -> rows.iterator().next().getLong("n").intValue())
                .compose(n -> AuditInsert.write(connection, line(act, "sample.read", wave, n))
                        .map(n)));
    }

    @Override
    public Future<Void> eachPart(Of wave, Function<List<DrawnPerson>, Future<Void>> taker) {
        return database.atLength(connection ->
                connection.prepare(PEOPLE).compose(statement -> drain(statement.cursor(key(wave)), taker)));
    }

    private static Future<Void> drain(Cursor cursor, Function<List<DrawnPerson>, Future<Void>> taker) {
        return cursor.read(AT_ONCE)
                .compose(rows -> taker.apply(SampleDrawRows.list(rows, SampleDrawRows::person)))
                .compose(taken -> cursor.hasMore() ? drain(cursor, taker) : cursor.close());
    }

    @Override
    public Future<Void> discard(Of wave, String reason, Act act) {
        return database.transaction(connection -> connection
                .preparedQuery(DISCARD)
                .execute(key(wave).addString(reason))
                .compose(rows -> rows.size() == 0
                        ? Future.failedFuture(Problem.of(Problem.Kind.CONFLICT, "sample.invited"))
                        : AuditInsert.write(
                                connection,
                                line(
                                        act,
                                        "sample.discard",
                                        wave,
                                        rows.iterator().next().getString("sha256") + " " + reason))));
    }

    @Override
    public Future<Invitations.Added> invite(Of wave, List<Contact> contacts, InviteKeys keys, Act act) {
        Tuple key = key(wave);
        Invitations.Round round = new Invitations.Round(wave.survey(), wave.wave());
        return database.atLength(connection -> connection
                .preparedQuery(INVITED)
                .execute(key)
                .compose(rows -> {
                    if (rows.size() == 0) {
                        return Future.failedFuture(Problem.of(Problem.Kind.CONFLICT, "sample.not_standing"));
                    }
                    Tuple draw = key(wave).addInteger(rows.iterator().next().getInteger("no"));
                    return refuseOthers(connection, key)
                            .compose(none -> invitations.addFirst(connection, round, contacts, keys, act))
                            .compose(added -> connection
                                    .query(BY_HASH)
                                    .execute()
                                    .compose(set ->
                                            connection.preparedQuery(LINK).execute(draw))
                                    .map(added));
                }));
    }

    private static Future<Void> refuseOthers(SqlConnection connection, Tuple key) {
        return connection
                .preparedQuery(OTHERS)
                .execute(key)
                .compose(rows -> rows.size() == 0
                        ? Future.succeededFuture()
                        : Future.failedFuture(Problem.of(Problem.Kind.CONFLICT, "sample.others")));
    }

    @Override
    public Future<SampleWeights> weights(String survey) {
        Optional<Integer> no = cache.now().surveyNo(survey);
        return no.isEmpty()
                ? Future.succeededFuture(SampleWeights.NONE)
                : database.query(WEIGHTS, Tuple.of(no.get())).map(rows -> {
                    Map<SampleWeights.Spot, SampleWeights.Share> groups = new HashMap<>();
                    rows.forEach(row -> groups.put(
                            new SampleWeights.Spot(row.getString("wave"), row.getString("name")),
                            new SampleWeights.Share(
                                    row.getDouble("weight") * row.getLong("drawn"), row.getLong("drawn"))));
                    return new SampleWeights(groups);
                });
    }

    @Override
    public Future<Integer> purge(Instant endedBefore) {
        return database.query(PURGE, Tuple.of(Times.of(endedBefore))).map(RowSet::rowCount);
    }
}
