package tw.minsheng.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tw.minsheng.invite.Calls;
import tw.minsheng.kernel.Act;
import tw.minsheng.kernel.Fault;
import tw.minsheng.kernel.Language;
import tw.minsheng.kernel.Problem;
import tw.minsheng.security.AuditEntry;

/** The telephone, in PostgreSQL. */
public final class PgCalls implements Calls {

    /** $1 survey, $2 wave, $3 caller, $4 now, $5 of cases, $6 agencies, $7 most tries. */
    private static final String CALLABLE = """
            from contact c join invitation i on i.contact = c.id left join contact_call k on k.contact = c.id
            where c.survey_no = $1 and c.wave = $2 and c.phone <> ''
              and (c.email = '' or exists (
                select from invitation_mail m where m.contact = c.id and m.kind = 'invite' and m.state = 'failed'))
              and i.state <> 'spent' and i.expires_at > $4
              and not exists (select from no_survey u where u.person = any (c.person))
              and not coalesce(k.done, false) and coalesce(k.tries, 0) < $7
              and (coalesce(k.caller, '') in ('', $3) or k.held_until <= $4)
              and case when $5 then exists (
                  select from petition_case p
                  where p.no = c.case_no and c.case_no <> 0 and (p.agency = any ($6) or p.unit = any ($6))
                    and not p.locked and p.state in %s and p.handler <> $3
                    and not exists (select from case_event e where e.no = p.no and e.actor = $3))
                else c.case_no = 0 end""".formatted(PgCaseSurveys.CLOSED);

    private static final String NEXT = """
            with picked as (
              select c.id %s and coalesce(k.next_at, '-infinity') <= $4
              order by k.next_at nulls last, k.tries nulls first, random() limit 1 for update of c skip locked
            )
            insert into contact_call as k (contact, caller, held_until, next_at, tries, done)
            select id, $3, $8, $4, 0, false from picked
            on conflict (contact) do update set caller = $3, held_until = $8
              where k.caller in ('', $3) or k.held_until <= $4
            returning contact""".formatted(CALLABLE);

    private static final String HELD = """
            select c.id, c.name, c.phone, c.language, k.tries, i.seed, i.state, k.held_until
            from contact_call k join contact c on c.id = k.contact join invitation i on i.contact = c.id
            where c.survey_no = $1 and c.wave = $2 and k.caller = $3 and k.held_until > $4
              and case when $5 then exists (
                  select from petition_case p
                  where p.no = c.case_no and c.case_no <> 0 and not p.locked and p.state in %s)
                else c.case_no = 0 end
            order by k.held_until desc limit 1""".formatted(PgCaseSurveys.CLOSED);

    private static final String BEGIN = """
            update invitation i set by_phone = true from contact_call k
            where i.contact = $1 and k.contact = $1 and k.caller = $2 and k.held_until > $3 and i.state <> 'spent'""";

    private static final String LET_GO = """
            with held as (
              update contact_call k set caller = '', tries = tries + 1, next_at = $4, done = $5
              from invitation o
              where k.contact = $1 and o.contact = $1 and k.caller = $2 and k.held_until > $3
                and (o.state = 'spent') = ($6 = 'complete')
              returning k.contact
            ), closed as (
              update invitation i set by_phone = false,
                expires_at = case when $5 and i.state <> 'spent' then least(i.expires_at, $3) else i.expires_at end
              from held h where i.contact = h.contact returning i.id, i.survey_no, i.wave
            )
            insert into call_result (invitation, survey_no, wave, actor, day, code)
            select id, survey_no, wave, $2, $7, $6 from closed""";

    private static final String STANDING = """
            select count(*) as left_over, count(*) filter (where coalesce(k.next_at, '-infinity') <= $4) as due
            """ + CALLABLE;

    private static final String RESULTS = """
            select r.code, count(*) as n from call_result r where r.survey_no = $1 and r.wave = $2 group by r.code""";

    private final Database database;
    private final SurveyCache cache;
    private final ZoneId zone;

    /** @param zone decides on which day a call was */
    public PgCalls(Database database, SurveyCache cache, ZoneId zone) {
        this.database = database;
        this.cache = cache;
        this.zone = zone;
    }

    private Tuple of(Desk desk, Instant now) {
        int survey = cache.now().surveyNoOf(desk.round().survey());
        return Tuple.of(survey, desk.round().wave(), desk.caller(), Times.of(now), desk.ofCases());
    }

    private Tuple callable(Desk desk, Instant now) {
        return of(desk, now)
                .addArrayOfString(desk.agencies().toArray(String[]::new))
                .addInteger(MOST_TRIES);
    }

    @Override
    public Future<Optional<Held>> next(Desk desk, Instant until, Act act) {
        Tuple values = callable(desk, act.at()).addValue(Times.of(until));
        return database.transaction(connection -> held(connection, desk, act)
                .compose(before -> before.isPresent()
                        ? Future.succeededFuture(before)
                        : connection
                                .preparedQuery(NEXT)
                                .execute(values)
                                .compose(picked -> held(connection, desk, act))));
    }

    @Override
    public Future<Optional<Held>> held(Desk desk, Act act) {
        return database.transaction(connection -> held(connection, desk, act));
    }

    /** Whoever sees a number is written down before. */
    private Future<Optional<Held>> held(SqlConnection connection, Desk desk, Act act) {
        return connection.preparedQuery(HELD).execute(of(desk, act.at())).compose(rows -> {
            if (rows.size() == 0) {
                return Future.succeededFuture(Optional.empty());
            }
            Held held = held(rows.iterator().next());
            return AuditInsert.write(connection, line(act, "contact.read", desk, held.contact()))
                    .map(Optional.of(held));
        });
    }

    private static Held held(Row row) {
        return new Held(
                row.getLong("id"),
                row.getString("name"),
                row.getString("phone"),
                new Language(row.getString("language")),
                row.getInteger("tries"),
                row.getString("seed"),
                row.getString("state").equals("spent"),
                Times.read(row, "held_until"));
    }

    @Override
    public Future<Boolean> begin(Desk desk, long contact, Act act) {
        return database.query(BEGIN, Tuple.of(contact, desk.caller(), Times.of(act.at())))
                .map(rows -> rows.rowCount() > 0);
    }

    @Override
    public Future<Void> result(Desk desk, long contact, Result result, Instant next, Act act) {
        LocalDate day = LocalDate.ofInstant(act.at(), zone);
        Tuple values = Tuple.of(contact, desk.caller(), Times.of(act.at()), Times.of(next), result.isLast())
                .addString(result.key())
                .addValue(day);
        return database.transaction(connection -> connection
                .preparedQuery(LET_GO)
                .execute(values)
                .compose(written -> {
                    if (written.rowCount() == 0) {
                        throw Problem.invalid("call.faults", List.of(Fault.of("result", "call.result")));
                    }
                    return AuditInsert.write(connection, line(act, "contact.call", desk, contact));
                }));
    }

    private static AuditEntry line(Act act, String what, Desk desk, long contact) {
        return AuditEntry.done(
                act, what, desk.round().survey() + " " + desk.round().wave() + " " + contact);
    }

    @Override
    public Future<Standing> standing(Desk desk, Instant now) {
        return database.query(STANDING, callable(desk, now))
                .compose(left -> database.query(
                                RESULTS,
                                Tuple.of(
                                        of(desk, now).getInteger(0),
                                        desk.round().wave()))
                        .map(results -> standing(left, results)));
    }

    private static Standing standing(RowSet<Row> left, RowSet<Row> results) {
        Map<String, Long> codes = new LinkedHashMap<>();
        results.forEach(row -> codes.put(row.getString("code"), row.getLong("n")));
        Row row = left.iterator().next();
        return new Standing(row.getLong("left_over"), row.getLong("due"), codes);
    }
}
