package tw.minsheng.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tw.minsheng.invite.Seed;
import tw.minsheng.invite.onsite.OnsitePlan;
import tw.minsheng.invite.onsite.OnsitePlans;
import tw.minsheng.invite.onsite.OnsiteSession;
import tw.minsheng.invite.onsite.SessionCounts;
import tw.minsheng.invite.onsite.SessionState;
import tw.minsheng.kernel.Act;
import tw.minsheng.kernel.Problem;
import tw.minsheng.security.AuditEntry;

/** Sessions of on-site sampling in PostgreSQL. */
public final class PgOnsitePlans implements OnsitePlans {

    private static final String FIND = "select * from onsite_plan where survey_no = $1 and wave = $2";

    private static final String STATES = """
            select s.*, p.every, (
                select count(*) from response r
                where r.survey_no = s.survey_no and r.wave = s.wave and r.data_set = 'live' and r.outcome = 'complete'
                  and r.psu <> '' and r.psu = s.counter || '-' || to_char(s.day, 'YYMMDD') || left(s.half, 1)
              ) as complete
            from onsite_session s join onsite_plan p on p.survey_no = s.survey_no and p.wave = s.wave
            where s.survey_no = $1 and ($2 = '' or s.wave = $2) order by s.wave, s.no""";

    private static final String KEEP = """
            insert into onsite_plan
              (survey_no, wave, first_day, last_day, every, seed, frame_hash, drawn_hash, actor, at, counters, half_days,
               calendar, closed, opened, seed_source)
            select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16 from wave w
            where w.survey_no = $1 and w.data_set = 'live' and w.code = $2""";

    private static final String KEEP_SESSION = """
            insert into onsite_session (survey_no, wave, no, counter, day, half, start, probability)
            values ($1, $2, $3, $4, $5, $6, $7, $8)""";

    private static final String COUNT = """
            update onsite_session set passed = $4, approached = $5, refused = $6, ineligible = $7
            where survey_no = $1 and wave = $2 and no = $3 returning counter, day, half""";

    private final Database database;
    private final SurveyCache cache;

    public PgOnsitePlans(Database database, SurveyCache cache) {
        this.database = database;
        this.cache = cache;
    }

    @Override
    public Future<Optional<OnsitePlan>> find(String survey, String wave) {
        return states(survey, wave)
                .compose(states -> no(survey)
                        .map(no -> database.query(FIND, Tuple.of(no, wave))
                                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                                        .findFirst()
                                        .map(row -> plan(survey, row, states))))
                        .orElseGet(() -> Future.succeededFuture(Optional.empty())));
    }

    private Optional<Integer> no(String survey) {
        return cache.now().surveyNo(survey);
    }

    private static OnsitePlan plan(String survey, Row row, List<SessionState> states) {
        return new OnsitePlan(
                survey,
                row.getString("wave"),
                new OnsitePlan.Period(
                        row.getLocalDate("first_day"),
                        row.getLocalDate("last_day"),
                        row.getString("calendar"),
                        List.of(row.getArrayOfLocalDates("closed")),
                        List.of(row.getArrayOfLocalDates("opened"))),
                wish(row, states.size()),
                new Seed(row.getLong("seed"), Seed.Source.of(row.getString("seed_source"))),
                row.getString("frame_hash"),
                row.getString("drawn_hash"),
                row.getString("actor"),
                Times.read(row, "at"),
                states.stream().map(SessionState::session).toList());
    }

    private static OnsitePlan.Wish wish(Row row, int sessions) {
        return new OnsitePlan.Wish(
                List.of(row.getArrayOfStrings("counters")),
                Stream.of(row.getArrayOfStrings("half_days"))
                        .map(OnsitePlan.HalfDay::of)
                        .toList(),
                sessions,
                row.getInteger("every"));
    }

    @Override
    public Future<Void> announce(String survey, String wave, Seed seed, Act act) {
        AuditEntry line = AuditEntry.done(act, "onsite.seed", survey + " " + wave + " " + seed.told());
        return database.transaction(connection -> AuditInsert.write(connection, line));
    }

    @Override
    public Future<Void> keep(OnsitePlan plan, Act act) {
        Problem unknown = Problem.notFound("wave", plan.wave());
        return no(plan.survey())
                .map(no -> database.transaction(connection -> connection
                                .preparedQuery(KEEP)
                                .execute(values(no, plan))
                                .compose(kept -> kept.rowCount() == 0
                                        ? Future.failedFuture(unknown)
                                        : sessions(connection, no, plan))
                                .compose(kept -> AuditInsert.write(
                                        connection,
                                        AuditEntry.done(
                                                act,
                                                "onsite.draw",
                                                plan.survey() + " " + plan.wave() + " " + plan.drawnHash()))))
                        .recover(failure -> Future.failedFuture(
                                DriverFailure.isDuplicate(failure)
                                        ? Problem.of(Problem.Kind.CONFLICT, "onsite.drawn")
                                        : failure)))
                .orElseGet(() -> Future.failedFuture(unknown));
    }

    private static Tuple values(int no, OnsitePlan plan) {
        return Tuple.tuple()
                .addInteger(no)
                .addString(plan.wave())
                .addLocalDate(plan.period().from())
                .addLocalDate(plan.period().to())
                .addInteger(plan.interval())
                .addLong(plan.seed().value())
                .addString(plan.frameHash())
                .addString(plan.drawnHash())
                .addString(plan.actor())
                .addValue(Times.of(plan.at()))
                .addArrayOfString(plan.wish().counters().toArray(String[]::new))
                .addArrayOfString(plan.wish().halfDays().stream()
                        .map(OnsitePlan.HalfDay::text)
                        .toArray(String[]::new))
                .addString(plan.period().calendar())
                .addArrayOfLocalDate(plan.period().closed().toArray(LocalDate[]::new))
                .addArrayOfLocalDate(plan.period().opened().toArray(LocalDate[]::new))
                .addString(plan.seed().source().key());
    }

    private static Future<Void> sessions(SqlConnection connection, int no, OnsitePlan plan) {
        List<Tuple> rows = new ArrayList<>();
        for (OnsiteSession session : plan.sessions()) {
            rows.add(Tuple.tuple()
                    .addInteger(no)
                    .addString(plan.wave())
                    .addInteger(session.no())
                    .addString(session.counter())
                    .addLocalDate(session.day())
                    .addString(session.half().key())
                    .addInteger(session.start())
                    .addDouble(session.probability()));
        }
        return connection.preparedQuery(KEEP_SESSION).executeBatch(rows).mapEmpty();
    }

    @Override
    public Future<List<SessionState>> states(String survey, String wave) {
        return no(survey)
                .map(no -> database.query(STATES, Tuple.of(no, wave))
                        .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                                .map(PgOnsitePlans::state)
                                .toList()))
                .orElseGet(() -> Future.succeededFuture(List.of()));
    }

    private static SessionState state(Row row) {
        return new SessionState(
                session(row, row.getInteger("no"), row.getInteger("start"), row.getDouble("probability")),
                row.getInteger("every"),
                Optional.ofNullable(row.getInteger("passed"))
                        .map(passed -> new SessionCounts(
                                passed,
                                row.getInteger("approached"),
                                row.getInteger("refused"),
                                row.getInteger("ineligible"))),
                row.getLong("complete"));
    }

    private static OnsiteSession session(Row row, int no, int start, double probability) {
        return new OnsiteSession(
                no,
                row.getString("counter"),
                row.getLocalDate("day"),
                OnsiteSession.Half.of(row.getString("half")),
                start,
                probability);
    }

    @Override
    public Future<Void> count(String survey, String wave, int session, SessionCounts counts, Act act) {
        Problem unknown = Problem.notFound("session", Integer.toString(session));
        return no(survey)
                .map(no -> database.transaction(connection -> connection
                        .preparedQuery(COUNT)
                        .execute(Tuple.tuple()
                                .addInteger(no)
                                .addString(wave)
                                .addInteger(session)
                                .addInteger(counts.passed())
                                .addInteger(counts.approached())
                                .addInteger(counts.refused())
                                .addInteger(counts.ineligible()))
                        .compose(rows -> rows.rowCount() == 0
                                ? Future.<Void>failedFuture(unknown)
                                : AuditInsert.write(
                                        connection,
                                        AuditEntry.done(
                                                act,
                                                "onsite.count",
                                                survey + " " + wave + " "
                                                        + session(
                                                                        rows.iterator()
                                                                                .next(),
                                                                        session,
                                                                        1,
                                                                        1)
                                                                .code())))))
                .orElseGet(() -> Future.failedFuture(unknown));
    }
}
