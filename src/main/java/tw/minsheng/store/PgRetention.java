package tw.minsheng.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import tw.minsheng.kernel.Act;
import tw.minsheng.security.AuditEntry;

/** Deletes what is kept for a time only: drafts and submission keys 30 days after their wave has closed, reminders after 90 days. */
public final class PgRetention {

    public static final Duration AFTER_CLOSING = Duration.ofDays(30);

    /** As long as somebody may ask whether a reminder was sent. */
    private static final Duration REMINDERS = Duration.ofDays(90);

    private static final String DRAFTS = """
            delete from draft d using survey_version v, wave w
            where v.no = d.version_no and w.survey_no = v.survey_no and w.data_set = d.data_set and w.code = d.wave
              and w.closes_at < $1""";

    private static final String SUBMISSIONS = """
            delete from submission b using wave w
            where w.survey_no = b.survey_no and w.data_set = b.data_set and w.code = b.wave
              and w.closes_at < $1""";

    private static final String REMINDED = """
            with gone as (
              delete from alert_mail where state in ('sent', 'failed') and next_at < $1 returning id
            )
            delete from alert_line l using gone g where l.mail = g.id""";

    private final Database database;

    public PgRetention(Database database) {
        this.database = database;
    }

    /** What was deleted is written down: counts, no content. */
    private static Future<Integer> told(
            SqlConnection connection, int drafts, int submissions, int reminders, Instant now) {
        int all = drafts + submissions + reminders;
        AuditEntry line = AuditEntry.done(
                new Act("clock", "", now),
                "retention.purge",
                "drafts " + drafts + ", keys " + submissions + ", reminders " + reminders);
        return all == 0
                ? Future.succeededFuture(0)
                : AuditInsert.write(connection, line).map(all);
    }

    /** Completes with how many rows were deleted. */
    public Future<Integer> purge(Instant now) {
        OffsetDateTime before = Times.of(now.minus(AFTER_CLOSING));
        return database.transaction(connection -> connection
                .preparedQuery(DRAFTS)
                .execute(Tuple.of(before))
                .compose(drafts -> connection
                        .preparedQuery(SUBMISSIONS)
                        .execute(Tuple.of(before))
                        .compose(submissions -> connection
                                .preparedQuery(REMINDED)
                                .execute(Tuple.of(Times.of(now.minus(REMINDERS))))
                                .compose(reminders -> told(
                                        connection,
                                        drafts.rowCount(),
                                        submissions.rowCount(),
                                        reminders.rowCount(),
                                        now)))));
    }
}
