package tw.minsheng.store;

import io.vertx.core.Future;
import io.vertx.core.Vertx;

/**
 * Reads for many people together, as {@link GroupCommit} writes: while one batch is under way, what is asked forms the
 * next. Safe to share.
 */
public final class GroupRead {

    private final Lanes lanes;

    public GroupRead(Vertx vertx, Database database) {
        this.lanes = new Lanes(vertx, database::inTime);
    }

    /** Fails as {@link GroupCommit#submit} does. What was committed before this call is seen. */
    public <P, R> Future<R> submit(BulkWork<P, R> work, P part) {
        return lanes.submit(work, part);
    }
}
