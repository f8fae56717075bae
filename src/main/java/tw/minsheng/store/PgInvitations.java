package tw.minsheng.store;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import tw.minsheng.invite.Contact;
import tw.minsheng.invite.Invitation;
import tw.minsheng.invite.Invitations;
import tw.minsheng.invite.InviteKeys;
import tw.minsheng.kernel.Act;
import tw.minsheng.security.AuditEntry;

/** Contacts, invitations and the mails that were ordered for them. */
public final class PgInvitations implements Invitations {

    private static final String WHO = """
            select c.id, c.email, c.phone from invitation i join contact c on c.id = i.contact where i.token_hash = $1""";

    private static final String WHOSE = "select id, email, phone from contact where id = $1";

    /** Somebody known by no address of a contact. */
    private static final long NOBODY = 0;

    private static final String REFUSE = "insert into no_survey select unnest($1::text[]) on conflict do nothing";

    /**
     * $1 by what she is known, $2 the contact as whom she said so. Of all surveys; what is spent stays counted, and what was begun
     * elsewhere may be finished: it may be somebody else's, at the same telephone.
     */
    private static final String LEAVE = """
            with her as (
              select id, person from contact where person && $1
            ), silent as (
              update invitation_mail m set state = 'void' from her
              where m.contact = her.id and m.state = 'waiting' and (her.person[1] = any ($1) or m.channel = 'sms')
            )
            update invitation i set expires_at = least(i.expires_at, now()) from her
            where i.contact = her.id and her.person[1] = any ($1)
              and (i.state = 'open' or (i.state = 'started' and i.contact = $2))""";

    private static final String FIND = """
            select s.id, i.wave, i.state, i.expires_at from invitation i join survey s on s.no = i.survey_no
            where i.token_hash = $1""";

    private static final String OPENED =
            "update invitation set state = 'started' where token_hash = $1 and state = 'open'";

    /** By a message to the telephone nobody is asked whose number is that of somebody unwilling. */
    static final String UNWILLING = """
            exists (
              select from no_survey u where u.person = any (case %s when 'sms' then c.person else c.person[1:1] end))""";

    /** What is spent is neither mailed nor given a new end. */
    private static final String SEND = """
            with due as (
              update invitation i set expires_at = $3 from contact c cross join lateral (
                select case when c.email <> '' and 'mail' = any ($5) then 'mail' else 'sms' end as way) as w
              where i.survey_no = $1 and i.wave = $2 and i.state <> 'spent' and c.id = i.contact
                and not exists (select from invitation_mail m where m.contact = c.id and m.kind = 'invite')
                and not %s
                and ((c.email <> '' and 'mail' = any ($5)) or (c.phone <> '' and 'sms' = any ($5)))
              returning c.id, c.language, w.way
            )
            insert into invitation_mail (contact, kind, channel, facts, state, next_at)
            select id, 'invite', way, coalesce($4::jsonb -> language, $4::jsonb -> 'zh-TW'), 'waiting', now() from due
            on conflict (contact, kind) do nothing""".formatted(UNWILLING.formatted("w.way"));

    private static final String REMIND = """
            insert into invitation_mail (contact, kind, channel, facts, state, next_at)
            select c.id, 'remind', m.channel, m.facts, 'waiting', now()
            from invitation i join contact c on c.id = i.contact
            join invitation_mail m on m.contact = c.id and m.kind = 'invite' and m.state = 'sent'
            where i.survey_no = $1 and i.wave = $2 and i.state <> 'spent' and i.expires_at > now()
              and not %s
            on conflict (contact, kind) do nothing""".formatted(UNWILLING.formatted("m.channel"));

    private static final String PROGRESS = """
            select i.stratum, count(*) as contacts,
              count(*) filter (where m.state = 'sent') as mailed,
              count(*) filter (where m.state in ('waiting', 'sending')) as waiting,
              count(*) filter (where m.state = 'failed') as bounced,
              count(*) filter (where m.id is null) as silent,
              count(*) filter (where exists (
                select from invitation_mail r
                where r.contact = i.contact and r.kind = 'remind' and r.state = 'sent')) as reminded,
              count(*) filter (where i.state <> 'open') as started,
              count(*) filter (where i.state = 'spent') as answered,
              (select count(*) from pending p
               where p.survey_no = $1 and p.wave = $2 and p.stratum = i.stratum) as held
            from invitation i left join invitation_mail m on m.contact = i.contact and m.kind = 'invite'
            where i.survey_no = $1 and i.wave = $2 group by i.stratum
            union all
            select stratum, contacts, mailed, 0, bounced, silent, reminded, started, answered, 0
            from invitation_total where survey_no = $1 and wave = $2
            order by stratum""";

    /** Of reminders none is told: they go to those only who have not answered. */
    private static final String UNDELIVERED = """
            select case when m.channel = 'mail' then c.email else c.phone end as address, m.trouble
            from invitation_mail m join contact c on c.id = m.contact
            where c.survey_no = $1 and c.wave = $2 and m.kind = 'invite' and m.state = 'failed' order by m.id limit 200""";

    /** What is erased stays as figures, added to those of an earlier time. */
    private static final String TOTALS = """
            insert into invitation_total
              (survey_no, wave, stratum, contacts, mailed, bounced, silent, reminded, started, answered, reached)
            select i.survey_no, i.wave, i.stratum, count(*),
              count(*) filter (where m.state = 'sent'), count(*) filter (where m.state = 'failed'),
              count(*) filter (where m.id is null),
              count(*) filter (where exists (
                select from invitation_mail r
                where r.contact = i.contact and r.kind = 'remind' and r.state = 'sent')),
              count(*) filter (where i.state <> 'open'), count(*) filter (where i.state = 'spent'),
              count(*) filter (where i.state = 'spent' or m.state = 'sent' or exists (
                select from call_result r
                where r.invitation = i.id and r.code in ('complete', 'refused', 'ineligible')))
            from invitation i join contact c on c.id = i.contact
            left join invitation_mail m on m.contact = i.contact and m.kind = 'invite'
            where i.survey_no = $1 and i.wave = $2 and ($3 or (c.case_no <> 0 and i.expires_at < $4))
            group by i.survey_no, i.wave, i.stratum
            on conflict (survey_no, wave, stratum) do update set
              contacts = invitation_total.contacts + excluded.contacts,
              mailed = invitation_total.mailed + excluded.mailed, bounced = invitation_total.bounced + excluded.bounced,
              silent = invitation_total.silent + excluded.silent,
              reminded = invitation_total.reminded + excluded.reminded,
              started = invitation_total.started + excluded.started,
              answered = invitation_total.answered + excluded.answered,
              reached = invitation_total.reached + excluded.reached""";

    private static final String ERASE = """
            delete from contact c using invitation i
            where c.survey_no = $1 and c.wave = $2 and i.contact = c.id
              and ($3 or (c.case_no <> 0 and i.expires_at < $4))""";

    private static final String FORGET_ASKED = """
            delete from asked_person a using wave w
            where w.survey_no = a.survey_no and w.data_set = 'live' and w.code = a.wave and w.closes_at < $1""";

    /** Petitioners whose link has ended for long: their wave may go on for years. */
    private static final String EXPIRED = """
            select distinct c.survey_no, c.wave from contact c join invitation i on i.contact = c.id
            where c.case_no <> 0 and i.expires_at < $1""";

    private static final String ENDED = """
            select distinct c.survey_no, c.wave from contact c
            join wave w on w.survey_no = c.survey_no and w.data_set = 'live' and w.code = c.wave
            where w.closes_at < $1""";

    /** Too few to be moved when their wave ended: they are not kept for ever either. */
    private static final String FORGET = """
            delete from pending p using wave w
            where w.survey_no = p.survey_no and w.data_set = 'live' and w.code = p.wave
              and w.closes_at < $1""";

    private final Database database;
    private final SurveyCache cache;
    private final AnswerRelease releases;

    public PgInvitations(Database database, SurveyCache cache) {
        this.database = database;
        this.cache = cache;
        this.releases = new AnswerRelease(database, cache);
    }

    private int no(Round round) {
        return cache.now().surveyNoOf(round.survey());
    }

    @Override
    public Future<Added> add(Round round, List<Contact> contacts, InviteKeys keys, Act act) {
        return database.transaction(connection -> add(connection, round, contacts, keys, act));
    }

    /** Beside those who are on the list of a wave. */
    Future<Added> add(SqlConnection connection, Round round, List<Contact> contacts, InviteKeys keys, Act act) {
        return new ContactAdding(connection, no(round), round.wave(), keys)
                .besideOthers(contacts)
                .compose(added -> added(connection, act, round, added));
    }

    /** The first who are on the list of a wave, as a part of another work; nobody stands there twice. */
    Future<Added> addFirst(SqlConnection connection, Round round, List<Contact> contacts, InviteKeys keys, Act act) {
        return new ContactAdding(connection, no(round), round.wave(), keys)
                .first(contacts)
                .compose(added -> added(connection, act, round, added));
    }

    private static Future<Added> added(SqlConnection connection, Act act, Round round, Added added) {
        return audit(connection, act, "invitations.add", round, added.added()).map(added);
    }

    @Override
    public Future<Boolean> refuse(String hash, InviteKeys keys) {
        return database.transaction(connection -> refuse(connection, WHO, Tuple.of(hash), keys));
    }

    @Override
    public Future<Boolean> refuse(long contact, InviteKeys keys, Act act) {
        return database.transaction(connection -> refuse(connection, WHOSE, Tuple.of(contact), keys)
                .compose(known -> told(connection, act).map(known)));
    }

    @Override
    public Future<Void> refuse(String email, String phone, InviteKeys keys, Act act) {
        return database.transaction(connection ->
                unwilling(connection, NOBODY, keys.people(email, phone)).compose(done -> told(connection, act)));
    }

    /** Whom it is about stands nowhere. */
    private static Future<Void> told(SqlConnection connection, Act act) {
        return AuditInsert.write(connection, AuditEntry.done(act, "invitations.refuse", ""));
    }

    private static Future<Boolean> refuse(SqlConnection connection, String sql, Tuple of, InviteKeys keys) {
        return connection.preparedQuery(sql).execute(of).compose(found -> {
            if (found.size() == 0) {
                return Future.succeededFuture(false);
            }
            Row who = found.iterator().next();
            return unwilling(connection, who.getLong("id"), keys.people(who.getString("email"), who.getString("phone")))
                    .map(true);
        });
    }

    private static Future<Void> unwilling(SqlConnection connection, long contact, Set<String> person) {
        String[] keys = person.toArray(String[]::new);
        return connection
                .preparedQuery(REFUSE)
                .execute(Tuple.of((Object) keys))
                .compose(kept -> connection.preparedQuery(LEAVE).execute(Tuple.of(keys, contact)))
                .mapEmpty();
    }

    @Override
    public Future<Optional<Invitation>> find(String hash) {
        return database.query(FIND, Tuple.of(hash))
                .map(rows -> list(rows, PgInvitations::invitation).stream().findFirst());
    }

    private static Invitation invitation(Row row) {
        OffsetDateTime expires = row.getOffsetDateTime("expires_at");
        return new Invitation(
                row.getString("id"),
                row.getString("wave"),
                Invitation.State.of(row.getString("state")).orElseThrow(),
                expires.equals(OffsetDateTime.MAX) ? Instant.MAX : expires.toInstant());
    }

    @Override
    public Future<Void> opened(String hash) {
        return database.query(OPENED, Tuple.of(hash)).mapEmpty();
    }

    @Override
    public Future<Integer> send(Round round, Letter letter, Set<String> channels, Act act) {
        Tuple values = Tuple.of(
                no(round),
                round.wave(),
                Times.of(letter.expires()),
                facts(letter.facts()),
                channels.toArray(String[]::new));
        return ordered(round, SEND, values, "invitations.send", act);
    }

    @Override
    public Future<Integer> remind(Round round, Act act) {
        return ordered(round, REMIND, Tuple.of(no(round), round.wave()), "invitations.remind", act);
    }

    private Future<Integer> ordered(Round round, String sql, Tuple values, String what, Act act) {
        return database.transaction(connection -> connection
                .preparedQuery(sql)
                .execute(values)
                .compose(done ->
                        audit(connection, act, what, round, done.rowCount()).map(done.rowCount())));
    }

    static JsonObject facts(Map<String, Map<String, String>> byLanguage) {
        JsonObject all = new JsonObject();
        byLanguage.forEach((language, facts) -> {
            JsonObject one = new JsonObject();
            facts.forEach(one::put);
            all.put(language, one);
        });
        return all;
    }

    private static Future<Void> audit(SqlConnection connection, Act act, String what, Round round, int n) {
        return AuditInsert.write(connection, AuditEntry.done(act, what, round.survey() + " " + round.wave() + " " + n));
    }

    @Override
    public Future<List<Progress>> progress(Round round) {
        return database.query(PROGRESS, Tuple.of(no(round), round.wave()))
                .map(rows -> list(
                        rows,
                        row -> new Progress(
                                row.getString("stratum"),
                                row.getLong("contacts"),
                                row.getLong("mailed"),
                                row.getLong("waiting"),
                                row.getLong("bounced"),
                                row.getLong("silent"),
                                row.getLong("reminded"),
                                row.getLong("started"),
                                row.getLong("answered"),
                                row.getLong("held"))));
    }

    @Override
    public Future<List<Undelivered>> undelivered(Round round) {
        return database.query(UNDELIVERED, Tuple.of(no(round), round.wave()))
                .map(rows -> list(rows, row -> new Undelivered(row.getString("address"), row.getString("trouble"))));
    }

    @Override
    public Future<Integer> release() {
        return releases.work();
    }

    @Override
    public Future<Integer> erase(Round round, Act act) {
        int survey = no(round);
        return database.transaction(connection -> erase(
                        connection, Tuple.of(survey, round.wave(), true, Times.of(act.at())))
                .compose(erased -> audit(connection, act, "invitations.erase", round, erased)
                        .map(erased)));
    }

    /** @param values survey, wave, whether all of it, else the moment before which links of petitioners have ended */
    private static Future<Integer> erase(SqlConnection connection, Tuple values) {
        return connection
                .preparedQuery(TOTALS)
                .execute(values)
                .compose(kept -> PgDrawnEnds.freeze(
                        connection, Tuple.of(values.getValue(0), values.getValue(1), values.getValue(2))))
                .compose(kept -> connection.preparedQuery(ERASE).execute(values))
                .map(RowSet::rowCount);
    }

    /** What the program erases by itself is written down: a count, no content. */
    private static Future<Integer> told(SqlConnection connection, int erased, String wave, Instant endedBefore) {
        return erased == 0
                ? Future.succeededFuture(0)
                : AuditInsert.write(connection, purged("contacts " + erased + " of wave " + wave, endedBefore))
                        .map(erased);
    }

    @Override
    public Future<Integer> purge(Instant endedBefore) {
        return erase(ENDED, true, endedBefore)
                .compose(ended -> erase(EXPIRED, false, endedBefore).map(expired -> ended + expired))
                .compose(erased -> database.query(FORGET_ASKED, Tuple.of(Times.of(endedBefore)))
                        .compose(done -> forget(endedBefore))
                        .map(erased));
    }

    private Future<Integer> erase(String waves, boolean whole, Instant before) {
        return database.query(waves, Tuple.of(Times.of(before))).compose(rows -> {
            Future<Integer> all = Future.succeededFuture(0);
            for (Row row : rows) {
                String wave = row.getString("wave");
                Tuple values = Tuple.of(row.getInteger("survey_no"), wave, whole, Times.of(before));
                all = all.compose(sum -> database.transaction(connection ->
                                erase(connection, values).compose(erased -> told(connection, erased, wave, before)))
                        .map(now -> sum + now));
            }
            return all;
        });
    }

    private Future<Void> forget(Instant endedBefore) {
        return database.transaction(connection -> connection
                .preparedQuery(FORGET)
                .execute(Tuple.of(Times.of(endedBefore)))
                .compose(gone -> gone.rowCount() == 0
                        ? Future.succeededFuture()
                        : AuditInsert.write(connection, purged(gone.rowCount() + " answers of too few", endedBefore))));
    }

    private static AuditEntry purged(String what, Instant endedBefore) {
        return AuditEntry.done(
                new Act("clock", "", endedBefore.plus(PgRetention.AFTER_CLOSING)), "retention.purge", what);
    }

    private static <T> List<T> list(RowSet<Row> rows, Function<Row, T> read) {
        List<T> found = new ArrayList<>();
        StreamSupport.stream(rows.spliterator(), false).map(read).forEach(found::add);
        return found;
    }
}
