package tw.minsheng.store;

import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tw.minsheng.kernel.Problem;

/**
 * Commits the units of many people together. There is no timer: while one batch is under way, what arrives forms the
 * next, so a lone person waits for nobody and a crowd shares each write to the disk.
 *
 * <p>The units of a batch run side by side on one connection in one transaction. A row lock therefore does not keep
 * them apart: a decision has to be one statement ({@code insert … on conflict}, {@code update … where … returning}).
 * When a unit fails, nothing of the batch is kept and each unit is run again in a transaction of its own, so it harms
 * only itself; a refusal that leaves nothing to undo is therefore better a value than a failure.
 *
 * <p>Safe to share: each event loop has a lane of its own; other threads share one.
 */
public final class GroupCommit {

    private final Vertx vertx;
    private final Database database;
    private final Context elsewhere;
    private final Map<Thread, Lane> lanes = new ConcurrentHashMap<>();

    public GroupCommit(Vertx vertx, Database database) {
        this.vertx = vertx;
        this.database = database;
        this.elsewhere = vertx.getOrCreateContext();
    }

    /**
     * Completes after the commit of this unit, never before. It fails with the unit's own failure when nothing of it
     * was kept, or with {@link Problem} {@code database.unavailable}: then the outcome is unknown, and only a unit that
     * knows its key may be sent again. {@code database.busy} means that it was not tried.
     */
    public <T> Future<T> submit(UnitOfWork<T> unit) {
        Context home = vertx.getOrCreateContext();
        Promise<T> answer = Promise.promise();
        Handler<Void> entry = entered -> lane().submit(unit).onComplete(done -> answer(home, answer, done));
        if (Context.isOnEventLoopThread()) {
            entry.handle(null);
        } else {
            elsewhere.runOnContext(entry);
        }
        return answer.future();
    }

    /** Back on the submitter's own context: the lane runs in that of whoever happened to open the batch. */
    private static <T> void answer(Context home, Promise<T> answer, AsyncResult<T> done) {
        home.runOnContext(back -> answer.handle(done));
    }

    private Lane lane() {
        return lanes.computeIfAbsent(Thread.currentThread(), thread -> new Lane(database));
    }
}
