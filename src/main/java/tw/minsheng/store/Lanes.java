package tw.minsheng.store;

import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A lane for each event loop; other threads share one. Safe to share. */
final class Lanes {

    private final Vertx vertx;
    private final Lane.Runner runner;
    private final Context elsewhere;
    private final Map<Thread, Lane> lanes = new ConcurrentHashMap<>();

    Lanes(Vertx vertx, Lane.Runner runner) {
        this.vertx = vertx;
        this.runner = runner;
        this.elsewhere = vertx.getOrCreateContext();
    }

    <P, R> Future<R> submit(BulkWork<P, R> work, P part) {
        Context home = vertx.getOrCreateContext();
        Promise<R> answer = Promise.promise();
        Handler<Void> entry = entered -> lane().submit(work, part).onComplete(done -> answer(home, answer, done));
        if (Context.isOnEventLoopThread()) {
            entry.handle(null);
        } else {
            elsewhere.runOnContext(entry);
        }
        return answer.future();
    }

    /** Back on the submitter's own context: the lane runs in that of whoever happened to open the batch. */
    private static <R> void answer(Context home, Promise<R> answer, AsyncResult<R> done) {
        home.runOnContext(back -> answer.handle(done));
    }

    private Lane lane() {
        return lanes.computeIfAbsent(Thread.currentThread(), thread -> new Lane(runner));
    }
}
