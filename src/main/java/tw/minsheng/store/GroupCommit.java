package tw.minsheng.store;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.SqlConnection;
import java.util.Collections;
import java.util.List;
import tw.minsheng.kernel.Problem;

/**
 * Commits the units of many people together. There is no timer: while one batch is under way, what arrives forms the
 * next, so a lone person waits for nobody and a crowd shares each write to the disk, and each message to the database.
 *
 * <p>The units of a batch run side by side on one connection in one transaction. A row lock therefore does not keep
 * them apart: a decision has to be one statement ({@code insert … on conflict}, {@code update … where … returning}).
 * When a unit fails, nothing of the batch is kept and each unit is run again in a transaction of its own, so it harms
 * only itself; a refusal that leaves nothing to undo is therefore better a value than a failure.
 *
 * <p>Safe to share: each event loop has a lane of its own; other threads share one.
 */
public final class GroupCommit {

    private final Lanes lanes;

    public GroupCommit(Vertx vertx, Database database) {
        this.lanes = new Lanes(vertx, database::committed);
    }

    /**
     * Completes after the commit of this unit, never before. It fails with the unit's own failure when nothing of it
     * was kept, or with {@link Problem} {@code database.unavailable}: then the outcome is unknown, and only a unit that
     * knows its key may be sent again. {@code database.busy} means that it was not tried.
     */
    public <T> Future<T> submit(UnitOfWork<T> unit) {
        return lanes.submit(new OfOne<>(unit), unit);
    }

    /**
     * As {@link #submit(UnitOfWork)}, for what many do.
     *
     * @param work the same object each time: those of one batch travel together
     */
    public <P, R> Future<R> submit(BulkWork<P, R> work, P part) {
        return lanes.submit(work, part);
    }

    /** Shared with nobody: each is its own work. */
    private record OfOne<T>(UnitOfWork<T> unit) implements BulkWork<UnitOfWork<T>, T> {
        @Override
        public Future<List<T>> run(SqlConnection connection, List<UnitOfWork<T>> all) {
            return unit.run(connection).map(Collections::singletonList);
        }
    }
}
