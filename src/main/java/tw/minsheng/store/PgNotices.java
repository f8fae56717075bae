package tw.minsheng.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;
import tw.minsheng.kernel.Act;
import tw.minsheng.kernel.Problem;
import tw.minsheng.notify.Channel;
import tw.minsheng.notify.NoticeLog;
import tw.minsheng.notify.Outbox;
import tw.minsheng.notify.Wording;
import tw.minsheng.petition.CaseNumber;
import tw.minsheng.security.AuditEntry;

/**
 * Notices in PostgreSQL. Who may send one is decided by a row lock and a lease, both by the clock of the database, so that
 * senders on several machines agree.
 */
public final class PgNotices implements Outbox, NoticeLog {

    private static final String CLAIM = """
            update notice set state = 'sending', lease = $2, tries = tries + 1,
              next_at = now() + $3::bigint * interval '1 millisecond'
            where id = (
              select id from notice
              where state in ('waiting', 'sending') and next_at <= now() and channel = any ($1)
              order by next_at, id for update skip locked limit 1)
            returning *""";

    private static final String SENT = """
            update notice set state = 'sent', sent_at = now(), way = channel, reference = $3, subject = $4, text = $5,
              trouble = ''
            where id = $1 and state = 'sending' and lease = $2""";

    /** Whether the case was locked after the notice was made. */
    private static final String HELD = """
            select n.id, c.locked and exists (
              select from case_event e
              where e.no = n.no and e.at > n.made_at and (e.what = 'lock' or e.details ? 'locked')) as held
            from notice n join petition_case c on c.no = n.no
            where n.id = $1""";

    /** A case that was locked while its mail was on the way is told by a person now. */
    private static final String LATER = """
            with one as (%s)
            update notice n set trouble = $3, next_at = now() + $4::bigint * interval '1 millisecond',
              state = case when one.held then 'by_hand' else 'waiting' end,
              channel = case when one.held then 'by_hand' else n.channel end,
              address = case when one.held then '' else n.address end
            from one where n.id = one.id and n.state = 'sending' and n.lease = $2""".formatted(HELD);

    /** What failed for good after its case was locked is told by a person, and sent again by nobody. */
    private static final String FAILED = """
            with one as (%s)
            update notice n set trouble = $3,
              state = case when one.held then 'by_hand' else 'failed' end,
              channel = case when one.held then 'by_hand' else n.channel end,
              address = case when one.held then '' else n.address end
            from one where n.id = one.id and n.state = 'sending' and n.lease = $2""".formatted(HELD);

    private static final String OF = "select * from notice where no = $1 order by id";

    private static final String FIND = "select * from notice where no = $1 and id = $2";

    private static final String OWED = """
            select n.* from notice n join petition_case c on c.no = n.no
            where (c.agency = any ($1) or c.unit = any ($1))
              and (n.state in ('failed', 'by_hand') or (n.state = 'waiting' and n.channel = any ($2)))
            order by n.id offset $3 limit $4""";

    /** A notice that is on its way is left to its sender. */
    private static final String HANDED = """
            update notice set state = 'sent', sent_at = $3, sent_by = $4, way = $5, reference = $6, subject = $7,
              text = $8
            where id = $1 and no = $2 and state in ('failed', 'by_hand', 'waiting')""";

    private static final String AGAIN = """
            update notice set state = 'waiting', tries = 0, next_at = now(), trouble = ''
            where id = $1 and no = $2 and state = 'failed'""";

    private final Database database;

    public PgNotices(Database database) {
        this.database = database;
    }

    @Override
    public Future<Optional<Claim>> claim(Set<Channel> channels, Duration lease) {
        String holder = UUID.randomUUID().toString();
        return database.query(CLAIM, Tuple.of(keys(channels), holder, lease.toMillis()))
                .map(rows -> first(rows)
                        .map(row -> new Claim(
                                row.getLong("id"),
                                holder,
                                CaseRows.number(row.getLong("no")).text(),
                                NoticeRows.notice(row),
                                row.getInteger("tries"))));
    }

    @Override
    public Future<Boolean> sent(Claim claim, Wording wording, String reference) {
        return database.query(SENT, Tuple.of(claim.id(), claim.lease(), reference, wording.subject(), wording.text()))
                .map(rows -> rows.rowCount() > 0);
    }

    @Override
    public Future<Boolean> later(Claim claim, String reason, Duration pause) {
        return database.query(LATER, Tuple.of(claim.id(), claim.lease(), reason, pause.toMillis()))
                .map(rows -> rows.rowCount() > 0);
    }

    @Override
    public Future<Boolean> failed(Claim claim, String reason) {
        return database.query(FAILED, Tuple.of(claim.id(), claim.lease(), reason))
                .map(rows -> rows.rowCount() > 0);
    }

    @Override
    public Future<List<Entry>> of(String number) {
        return database.query(OF, Tuple.of(key(number))).map(PgNotices::entries);
    }

    @Override
    public Future<Optional<Entry>> find(String number, long id) {
        return database.query(FIND, Tuple.of(key(number), id))
                .map(rows -> first(rows).map(NoticeRows::entry));
    }

    @Override
    public Future<List<Entry>> owed(Set<String> agencies, Set<Channel> waiting, int offset, int limit) {
        return database.query(OWED, Tuple.of(agencies.toArray(String[]::new), keys(waiting), offset, limit))
                .map(PgNotices::entries);
    }

    @Override
    public Future<Void> handed(Entry entry, Handed handed, Act act) {
        Tuple values = Tuple.tuple(List.of(
                entry.id(),
                key(entry.number()),
                Times.of(act.at()),
                act.actor(),
                handed.way(),
                handed.reference(),
                handed.wording().subject(),
                handed.wording().text()));
        return change(entry, HANDED, values, "notice.handed", act);
    }

    @Override
    public Future<Void> again(Entry entry, Act act) {
        return change(entry, AGAIN, Tuple.of(entry.id(), key(entry.number())), "notice.again", act);
    }

    private Future<Void> change(Entry entry, String sql, Tuple values, String what, Act act) {
        return database.transaction(connection -> connection
                .preparedQuery(sql)
                .execute(values)
                .compose(rows -> {
                    if (rows.rowCount() == 0) {
                        throw Problem.of(Problem.Kind.CONFLICT, "notice.changed", Map.of("number", entry.number()));
                    }
                    return AuditInsert.write(connection, AuditEntry.done(act, what, entry.number()));
                }));
    }

    private static long key(String number) {
        return CaseRows.key(
                CaseNumber.typed(number).orElseThrow(() -> new IllegalArgumentException("no number of a case")));
    }

    private static String[] keys(Set<Channel> channels) {
        return channels.stream().map(Channel::key).toArray(String[]::new);
    }

    private static Optional<Row> first(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false).findFirst();
    }

    private static List<Entry> entries(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(NoticeRows::entry)
                .toList();
    }
}
