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
 * The mails to experts as an outbox: claimed by a row lock and a lease, as {@link PgNotices} does. What was said is not kept, and no
 * seed of what was sent or given up; nobody is written to about a round that is closed.
 */
public final class PgPanelPost implements Outbox {

    private static final String VOID = """
            update panel_mail m set state = 'void', seed = '' from panel_expert e join panel_round r on r.id = e.round
            where (m.state = 'waiting' or (m.state = 'sending' and m.next_at <= now())) and e.id = m.expert
              and (r.closes_at <= now() or e.withdrawn or e.email = '')""";

    private static final String CLAIM = """
            update panel_mail m set state = 'sending', lease = $1, tries = tries + 1,
              next_at = now() + $2::bigint * interval '1 millisecond'
            from panel_expert e join panel_round r on r.id = e.round
            where e.id = m.expert and m.id = (
              select id from panel_mail where state in ('waiting', 'sending') and next_at <= now()
              order by next_at, id for update skip locked limit 1)
            returning m.id, m.seed, m.facts, m.tries, e.email, r.survey""";

    private static final String SENT = """
            update panel_mail set state = 'sent', seed = '', trouble = ''
            where id = $1 and state = 'sending' and lease = $2""";

    private static final String LATER = """
            update panel_mail set state = 'waiting', trouble = $3,
              next_at = now() + $4::bigint * interval '1 millisecond'
            where id = $1 and state = 'sending' and lease = $2""";

    private static final String FAILED = """
            update panel_mail set state = 'failed', seed = '', trouble = $3
            where id = $1 and state = 'sending' and lease = $2""";

    private final Database database;

    public PgPanelPost(Database database) {
        this.database = database;
    }

    @Override
    public Future<Optional<Claim>> claim(Set<Channel> channels, Duration lease) {
        if (!channels.contains(Channel.MAIL)) {
            return Future.succeededFuture(Optional.empty());
        }
        String holder = UUID.randomUUID().toString();
        return database.query(VOID, Tuple.tuple())
                .compose(done -> database.query(CLAIM, Tuple.of(holder, lease.toMillis())))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .findFirst()
                        .map(row -> new Claim(
                                row.getLong("id"),
                                holder,
                                row.getString("survey"),
                                notice(row),
                                row.getInteger("tries"))));
    }

    /** Its cause is the mail, so that each has a message id of its own. */
    private static Notice notice(Row row) {
        Map<String, String> facts = new LinkedHashMap<>();
        JsonObject stored = row.getJsonObject("facts");
        stored.forEach(each -> facts.put(each.getKey(), (String) each.getValue()));
        facts.put("seed", row.getString("seed"));
        return new Notice(
                "expert " + row.getLong("id"),
                NoticeKind.EXPERT,
                Channel.MAIL,
                row.getString("email"),
                Language.ZH_TW,
                facts);
    }

    @Override
    public Future<Boolean> sent(Claim claim, Wording wording, String reference) {
        return changed(SENT, Tuple.of(claim.id(), claim.lease()));
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
