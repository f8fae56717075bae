package tw.minsheng.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;

/** Deletes what is kept for a time only: drafts and submission keys 30 days after their wave has closed. */
public final class PgRetention {

    public static final Duration AFTER_CLOSING = Duration.ofDays(30);

    private static final String DRAFTS = """
            delete from draft d using survey_version v, wave w
            where v.no = d.version_no and w.survey_no = v.survey_no and w.data_set = d.data_set and w.code = d.wave
              and w.closes_at < $1""";

    private static final String SUBMISSIONS = """
            delete from submission b using wave w
            where w.survey_no = b.survey_no and w.data_set = b.data_set and w.code = b.wave
              and w.closes_at < $1""";

    private final Database database;

    public PgRetention(Database database) {
        this.database = database;
    }

    /** Completes with how many rows were deleted. */
    public Future<Integer> purge(Instant now) {
        OffsetDateTime before = Times.of(now.minus(AFTER_CLOSING));
        return database.query(DRAFTS, Tuple.of(before))
                .compose(drafts -> database.query(SUBMISSIONS, Tuple.of(before))
                        .map(submissions -> drafts.rowCount() + submissions.rowCount()));
    }
}
