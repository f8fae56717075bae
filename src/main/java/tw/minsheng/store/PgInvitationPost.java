package tw.minsheng.store;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;
import tw.minsheng.kernel.Language;
import tw.minsheng.notify.Channel;
import tw.minsheng.notify.Notice;
import tw.minsheng.notify.NoticeKind;
import tw.minsheng.notify.Outbox;
import tw.minsheng.notify.Wording;

/**
 * The mails of invitations as an outbox: claimed by a row lock and a lease, as {@link PgNotices} does. What was said is
 * not kept. Whoever has answered meanwhile is left in
 * peace, and so is the petitioner of a case that is open again, or locked because of violence.
 */
public final class PgInvitationPost implements Outbox {

    private static final String VOID =
            """
            update invitation_mail m set state = 'void' from invitation i join contact c on c.id = i.contact
            where (m.state = 'waiting' or (m.state = 'sending' and m.next_at <= now())) and i.contact = m.contact
              and (i.state = 'spent' or i.expires_at <= now() or %s or (c.case_no <> 0 and not exists (
                select from petition_case p where p.no = c.case_no and not p.locked and p.state in %s)))""".formatted(PgInvitations.UNWILLING.formatted("m.channel"), PgCaseSurveys.CLOSED);

    private static final String CLAIM = """
            update invitation_mail m set state = 'sending', lease = $2, tries = tries + 1,
              next_at = now() + $3::bigint * interval '1 millisecond'
            from contact c join invitation i on i.contact = c.id join survey s on s.no = c.survey_no
            where c.id = m.contact and m.id = (
              select w.id from invitation_mail w
              where w.state in ('waiting', 'sending') and w.next_at <= now() and w.channel = any ($1)
                and exists (select from invitation u where u.contact = w.contact and u.state <> 'spent')
                and not exists (
                  select from contact k join petition_case p on p.no = k.case_no where k.id = w.contact and p.locked)
              order by w.next_at, w.id for update skip locked limit 1)
            returning m.id, m.kind, m.channel, m.facts, m.tries, c.email, c.phone, c.language, c.case_no,
              i.seed, s.id as survey""";

    private static final String SENT = """
            update invitation_mail set state = 'sent', reference = $3, trouble = ''
            where id = $1 and state = 'sending' and lease = $2""";

    private static final String LATER = """
            update invitation_mail set state = 'waiting', trouble = $3,
              next_at = now() + $4::bigint * interval '1 millisecond'
            where id = $1 and state = 'sending' and lease = $2""";

    private static final String FAILED = """
            update invitation_mail set state = 'failed', trouble = $3
            where id = $1 and state = 'sending' and lease = $2""";

    private final Database database;

    public PgInvitationPost(Database database) {
        this.database = database;
    }

    @Override
    public Future<Optional<Claim>> claim(Set<Channel> channels, Duration lease) {
        String holder = UUID.randomUUID().toString();
        String[] keys = channels.stream().map(Channel::key).toArray(String[]::new);
        return database.query(VOID, Tuple.tuple())
                .compose(done -> database.query(CLAIM, Tuple.of(keys, holder, lease.toMillis())))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .findFirst()
                        .map(row -> new Claim(
                                row.getLong("id"), holder, about(row), notice(row), row.getInteger("tries"))));
    }

    /** The number of the case, or the id of the survey. */
    private static String about(Row row) {
        long no = row.getLong("case_no");
        return no == 0 ? row.getString("survey") : CaseRows.number(no).text();
    }

    private static NoticeKind kind(Row row) {
        boolean reminds = row.getString("kind").equals("remind");
        if (row.getLong("case_no") == 0) {
            return reminds ? NoticeKind.REMIND : NoticeKind.INVITE;
        }
        return reminds ? NoticeKind.REMIND_CASE : NoticeKind.INVITE_CASE;
    }

    /** Its cause is the mail, so that each has a message id of its own. */
    private static Notice notice(Row row) {
        Map<String, String> facts = new LinkedHashMap<>();
        JsonObject stored = Optional.ofNullable(row.getJsonObject("facts")).orElseGet(JsonObject::new);
        stored.forEach(each -> facts.put(each.getKey(), (String) each.getValue()));
        facts.put("seed", row.getString("seed"));
        facts.put("survey", row.getString("survey"));
        Channel channel = Channel.of(row.getString("channel")).orElseThrow();
        return new Notice(
                "invitation " + row.getLong("id"),
                kind(row),
                channel,
                row.getString(channel == Channel.MAIL ? "email" : "phone"),
                new Language(row.getString("language")),
                facts);
    }

    @Override
    public Future<Boolean> sent(Claim claim, Wording wording, String reference) {
        return changed(SENT, Tuple.of(claim.id(), claim.lease(), reference));
    }

    @Override
    public Future<Boolean> later(Claim claim, String reason, Duration pause) {
        return changed(LATER, Tuple.of(claim.id(), claim.lease(), reason, pause.toMillis()));
    }

    @Override
    public Future<Boolean> failed(Claim claim, String reason) {
        return changed(FAILED, Tuple.of(claim.id(), claim.lease(), reason));
    }

    private Future<Boolean> changed(String sql, Tuple values) {
        return database.query(sql, values).map(rows -> rows.rowCount() > 0);
    }
}
