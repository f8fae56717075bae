package tw.minsheng.store;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.sqlclient.SqlConnection;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import tw.minsheng.kernel.Problem;
import tw.minsheng.kernel.Problem.Kind;

/** Those who wait on one event loop: one batch under way, the others waiting. Used on that event loop only. */
final class Lane {

    private static final int BATCH = 128;
    /** About two seconds of work; more people would only wait to be refused. */
    private static final int WAITING = 8_000;

    private static final int TRIES = 3;

    private final Runner runner;
    private final Deque<Waiting<?, ?>> waiting = new ArrayDeque<>();
    private final AtomicBoolean underWay = new AtomicBoolean();

    /** How a batch, or one who is tried again alone, talks to the database. */
    @FunctionalInterface
    interface Runner {
        <T> Future<T> run(UnitOfWork<T> work);
    }

    Lane(Runner runner) {
        this.runner = runner;
    }

    <P, R> Future<R> submit(BulkWork<P, R> work, P part) {
        if (waiting.size() >= WAITING) {
            return Future.failedFuture(Problem.of(Kind.UNAVAILABLE, "database.busy"));
        }
        Promise<R> promise = Promise.promise();
        waiting.add(new Waiting<>(work, part, promise, System.nanoTime()));
        if (underWay.compareAndSet(false, true)) {
            runNext();
        }
        return promise.future();
    }

    private void runNext() {
        List<Waiting<?, ?>> batch = new ArrayList<>(Math.min(BATCH, waiting.size()));
        while (batch.size() < BATCH && !waiting.isEmpty()) {
            Waiting<?, ?> next = waiting.remove();
            if (next.isLate()) {
                next.fail(new TimeoutException());
            } else {
                batch.add(next);
            }
        }
        if (batch.isEmpty()) {
            underWay.set(false);
            return;
        }
        run(batch).onComplete(done -> runNext());
    }

    /** Succeeds when every unit of the batch has its answer, good or bad. */
    private Future<Void> run(List<Waiting<?, ?>> batch) {
        return runner.run(connection -> startAll(batch, connection)).transform(done -> {
            if (done.succeeded()) {
                done.result().forEach(Started::answer);
                return Future.succeededFuture();
            }
            DriverFailure failure = DriverFailure.of(done.cause());
            if (failure.mayBeTriedAgain()) {
                return runEach(batch.iterator());
            }
            fail(batch, done.cause());
            if (failure == DriverFailure.TIMED_OUT) {
                // those who wait have waited as long as their limit allows: a silent database answers nobody
                fail(waiting, done.cause());
                waiting.clear();
            }
            return Future.succeededFuture();
        });
    }

    /** Waits for every message of the batch, so that none is still open when the transaction is over. */
    private static Future<List<Started<?, ?>>> startAll(List<Waiting<?, ?>> batch, SqlConnection connection) {
        List<Started<?, ?>> started = Started.all(batch, connection);
        return Future.join(started.stream().map(Started::results).toList())
                .transform(
                        all -> all.succeeded() ? Future.succeededFuture(started) : Future.failedFuture(cause(started)));
    }

    /** After the first failure the others fail for want of a transaction; the first is what counts. */
    private static Throwable cause(List<Started<?, ?>> started) {
        List<Throwable> failures = started.stream()
                .map(Started::results)
                .filter(Future::failed)
                .map(Future::cause)
                .toList();
        return failures.stream()
                .filter(failure -> DriverFailure.of(failure) != DriverFailure.ABORTED)
                .findFirst()
                .orElse(failures.get(0));
    }

    /** One after the other, until the trouble proves to be everybody's or too many have waited too long. */
    private Future<Void> runEach(Iterator<Waiting<?, ?>> rest) {
        if (!rest.hasNext()) {
            return Future.succeededFuture();
        }
        Waiting<?, ?> one = rest.next();
        if (one.isLate()) {
            one.fail(new TimeoutException());
            return runEach(rest);
        }
        return runAlone(one, TRIES).compose(failure -> {
            if (failure.concernsAll()) {
                rest.forEachRemaining(each -> each.fail(new TimeoutException()));
            }
            return runEach(rest);
        });
    }

    /** Succeeds with what went wrong, {@link DriverFailure#OTHER} also for what went well: it concerns nobody else. */
    private <P, R> Future<DriverFailure> runAlone(Waiting<P, R> one, int tries) {
        return runner.run(one::alone).transform(done -> {
            if (done.succeeded()) {
                one.promise().complete(done.result());
                return Future.succeededFuture(DriverFailure.OTHER);
            }
            DriverFailure failure = DriverFailure.of(done.cause());
            if (failure == DriverFailure.CONFLICT && tries > 1) {
                return runAlone(one, tries - 1);
            }
            one.fail(done.cause());
            return Future.succeededFuture(failure);
        });
    }

    private static void fail(Iterable<Waiting<?, ?>> those, Throwable cause) {
        for (Waiting<?, ?> one : those) {
            one.fail(cause);
        }
    }
}
