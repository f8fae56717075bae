package tw.minsheng.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import tw.minsheng.invite.CaseSurveys;
import tw.minsheng.invite.Invitations;
import tw.minsheng.invite.InviteKeys;
import tw.minsheng.kernel.Act;
import tw.minsheng.petition.CaseNumber;
import tw.minsheng.security.AuditEntry;

/** The survey after closing, in PostgreSQL. */
public final class PgCaseSurveys implements CaseSurveys {

    /** States in which a case has been answered, refused or passed on. */
    static final String CLOSED = "('closed', 'declined', 'transferred', 'follow_up', 'released')";

    static final String CANDIDATES = """
            select c.no, c.agency, c.type, c.outcome, c.locked, c.language, k.name, k.email, k.phone,
              exists (
                select from case_event e where e.no = c.no and e.number = 1 and e.actor <> 'citizen'
                  and (e.actor = c.handler or exists (
                    select from case_event h
                    where h.no = c.no and h.actor = e.actor and h.what in ('start', 'propose')))) as own
            from petition_case c left join case_contact k on k.no = c.no
            where c.state in %s and c.ended_at >= $1 and c.ended_at < $2
              and not c.surveyed
            order by c.ended_at, c.no limit 200 for update of c skip locked""".formatted(CLOSED);

    private static final String DRAW = """
            with n as (
              select * from jsonb_to_recordset($3) as n (no bigint, agency text, stratum text, excluded text,
                drawn boolean, reachable boolean, name text, email text, phone text, language text, hash text, seed text,
                person text[])
            ), marked as (
              update petition_case c set surveyed = true from n where c.no = n.no
            ), looked as (
              insert into case_survey (no, survey_no, wave, agency, stratum, excluded, drawn, reachable)
              select no, $1, $2, agency, stratum, excluded, drawn, reachable from n
              on conflict (no) do nothing returning no, drawn
            ), asked as (
              insert into asked_person (survey_no, wave, person)
              select distinct $1::int, $2, unnest(n.person) from n join looked l on l.no = n.no where n.drawn
              on conflict do nothing
            ), made as (
              insert into contact (survey_no, wave, name, email, phone, language, case_no, person)
              select $1, $2, n.name, n.email, n.phone, n.language, n.no, n.person
              from n join looked l on l.no = n.no where n.drawn and n.reachable
              returning id, case_no, email, language
            ), invited as (
              insert into invitation (contact, survey_no, wave, stratum, token_hash, seed, state, expires_at)
              select m.id, $1, $2, n.stratum, n.hash, n.seed, 'open', $5 from made m join n on n.no = m.case_no
            ), mailed as (
              insert into invitation_mail (contact, kind, channel, facts, state, next_at)
              select id, 'invite', 'mail', $4::jsonb -> language, 'waiting', now()
              from made where email <> '' and $6
            )
            select count(*) as seen, count(*) filter (where drawn) as drawn from looked""";

    private static final String ONE_AFTER_THE_OTHER = "select pg_advisory_xact_lock(hashtext('case survey'), 0)";

    /** $1 all of whom the cases at hand are, $2 survey, $3 wave: another wave asks everybody anew. */
    private static final String KNOWN = """
            select p.person,
              exists (select from no_survey u where u.person = p.person) as unwilling,
              exists (
                select from asked_person a
                where a.person = p.person and a.survey_no = $2 and a.wave = $3) as asked
            from unnest($1::text[]) as p (person)""";

    private static final String REMIND = """
            insert into invitation_mail (contact, kind, channel, facts, state, next_at)
            select c.id, 'remind', m.channel, m.facts, 'waiting', now()
            from invitation i join contact c on c.id = i.contact and c.case_no <> 0
            join invitation_mail m on m.contact = c.id and m.kind = 'invite' and m.state = 'sent'
            where i.survey_no = $1 and i.wave = $2 and i.state <> 'spent' and i.expires_at > now()
              and i.expires_at <= now() + $3::bigint * interval '1 second'
              and not %s
            on conflict (contact, kind) do nothing""".formatted(PgInvitations.UNWILLING.formatted("m.channel"));

    private static final String COUNTS = """
            select s.stratum,
              count(*) filter (where s.excluded = '') as eligible,
              count(*) filter (where s.excluded <> '') as excluded,
              count(*) filter (where s.excluded in ('asked', 'unwilling')) as aside,
              count(*) filter (where s.drawn) as drawn,
              count(*) filter (where s.drawn and s.reachable) as invited,
              count(*) filter (where i.state = 'spent' or m.state = 'sent' or exists (
                select from call_result r
                where r.invitation = i.id and r.code in ('complete', 'refused', 'ineligible'))) + coalesce(max(t.reached), 0)
                as reached,
              count(*) filter (where i.state = 'spent') + coalesce(max(t.answered), 0) as answered
            from case_survey s left join contact c on c.case_no = s.no and c.case_no <> 0
            left join invitation i on i.contact = c.id
            left join invitation_mail m on m.contact = c.id and m.kind = 'invite'
            left join invitation_total t on t.survey_no = s.survey_no and t.wave = s.wave and t.stratum = s.stratum
            where s.survey_no = $1 and s.wave = $2 and s.agency = any ($3)
            group by s.stratum order by s.stratum""";

    private static final String ANSWERS = """
            select r.stratum, r.mode, k.item,
              count(*) as n,
              count(*) filter (where (r.answers ->> k.item)::int >= $4) as satisfied,
              count(*) filter (where (r.answers ->> k.item)::int <= $5) as dissatisfied
            from response r cross join unnest($3::text[]) as k (item)
            where r.survey_no = $1 and r.data_set = 'live' and r.wave = $2 and r.source = 'drawn'
              and r.outcome = 'complete' and jsonb_typeof(r.answers -> k.item) = 'number'
            group by r.stratum, r.mode, k.item order by r.stratum, r.mode, k.item""";

    private static final String WISHES = "select no, wish from case_wish where handled = '' order by no limit 100";

    private static final String HANDLED = "update case_wish set handled = $2 where no = $1 and handled = ''";

    private static final String HANDLED_WISHES = """
            select w.handled, count(*) as n from case_wish w join case_survey s on s.no = w.no
            where s.agency = any ($1) group by w.handled order by w.handled""";

    private final Database database;
    private final SurveyCache cache;

    public PgCaseSurveys(Database database, SurveyCache cache) {
        this.database = database;
        this.cache = cache;
    }

    private int no(Invitations.Round round) {
        return cache.now().surveyNoOf(round.survey());
    }

    @Override
    public Future<Drawn> draw(Order order, Invitations.Letter letter, Set<String> channels, InviteKeys keys, Act act) {
        int survey = no(order.round());
        return database.transaction(connection -> connection
                .preparedQuery(ONE_AFTER_THE_OTHER)
                .execute()
                .compose(locked -> connection.preparedQuery(CANDIDATES).execute(Tuple.of(order.from(), order.until())))
                .compose(found -> {
                    List<Row> rows = list(found, row -> row);
                    return rows.isEmpty()
                            ? Future.succeededFuture(new Drawn(0, 0, 0))
                            : people(connection, survey, order, rows, keys).compose(people -> {
                                CaseDraw draw = new CaseDraw(order.plan(), letter, keys, people);
                                rows.forEach(draw::look);
                                return drawn(connection, survey, order, draw, letter, channels, act);
                            });
                }));
    }

    private static Future<CaseDraw.People> people(
            SqlConnection connection, int survey, Order order, List<Row> rows, InviteKeys keys) {
        String[] all = rows.stream()
                .flatMap(row -> CaseDraw.person(row, keys).stream())
                .distinct()
                .toArray(String[]::new);
        Tuple values = Tuple.of(all, survey, order.round().wave());
        return connection.preparedQuery(KNOWN).execute(values).map(found -> {
            Set<String> unwilling = new HashSet<>();
            Set<String> asked = new HashSet<>();
            found.forEach(row -> {
                if (row.getBoolean("unwilling")) {
                    unwilling.add(row.getString("person"));
                }
                if (row.getBoolean("asked")) {
                    asked.add(row.getString("person"));
                }
            });
            return new CaseDraw.People(unwilling, asked);
        });
    }

    private static Future<Drawn> drawn(
            SqlConnection connection,
            int survey,
            Order order,
            CaseDraw draw,
            Invitations.Letter letter,
            Set<String> channels,
            Act act) {
        Tuple values = Tuple.of(
                survey,
                order.round().wave(),
                draw.rows(),
                PgInvitations.facts(letter.facts()),
                Times.of(letter.expires()),
                channels.contains("mail"));
        return connection.preparedQuery(DRAW).execute(values).compose(told -> {
            Row row = told.iterator().next();
            Drawn drawn = new Drawn(
                    row.getLong("seen").intValue(), row.getLong("drawn").intValue(), draw.spoken());
            String what = order.plan().declared() + " seen=" + drawn.seen() + " drawn=" + drawn.drawn()
                    + (drawn.spoken() == 0 ? "" : " otherLanguage=" + drawn.spoken());
            return AuditInsert.write(connection, AuditEntry.done(act, "case.survey.draw", what))
                    .map(drawn);
        });
    }

    @Override
    public Future<Integer> remind(Invitations.Round round, Duration left) {
        return database.query(REMIND, Tuple.of(no(round), round.wave(), left.toSeconds()))
                .map(RowSet::rowCount);
    }

    @Override
    public Future<List<Count>> counts(Invitations.Round round, Set<String> agencies) {
        return database.query(COUNTS, Tuple.of(no(round), round.wave(), agencies.toArray(String[]::new)))
                .map(rows -> list(
                        rows,
                        row -> new Count(
                                row.getString("stratum"),
                                row.getLong("eligible"),
                                row.getLong("excluded"),
                                row.getLong("aside"),
                                row.getLong("drawn"),
                                row.getLong("invited"),
                                row.getLong("reached"),
                                row.getLong("answered"))));
    }

    @Override
    public Future<List<Item>> answers(
            Invitations.Round round, List<String> items, int satisfiedFrom, int dissatisfiedUpTo) {
        Tuple values = Tuple.of(no(round), round.wave(), items.toArray(String[]::new), satisfiedFrom, dissatisfiedUpTo);
        return database.query(ANSWERS, values)
                .map(rows -> list(
                        rows,
                        row -> new Item(
                                row.getString("stratum"),
                                row.getString("mode"),
                                row.getString("item"),
                                row.getLong("n"),
                                row.getLong("satisfied"),
                                row.getLong("dissatisfied"))));
    }

    @Override
    public Future<List<Wish>> wishes() {
        return database.query(WISHES, Tuple.tuple())
                .map(rows -> list(rows, row -> new Wish(CaseRows.number(row.getLong("no")), row.getString("wish"))));
    }

    @Override
    public Future<Void> handled(CaseNumber number, String what) {
        return database.query(HANDLED, Tuple.of(CaseRows.key(number), what)).mapEmpty();
    }

    @Override
    public Future<Map<String, Long>> handledWishes(Set<String> agencies) {
        return database.query(HANDLED_WISHES, Tuple.of((Object) agencies.toArray(String[]::new)))
                .map(rows -> {
                    Map<String, Long> found = new LinkedHashMap<>();
                    rows.forEach(row -> found.put(row.getString("handled"), row.getLong("n")));
                    return found;
                });
    }

    private static <T> List<T> list(RowSet<Row> rows, Function<Row, T> read) {
        List<T> found = new ArrayList<>();
        rows.forEach(row -> found.add(read.apply(row)));
        return found;
    }
}
