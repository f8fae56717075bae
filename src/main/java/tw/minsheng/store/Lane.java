package tw.minsheng.store;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.sqlclient.SqlConnection;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import tw.minsheng.kernel.Problem;
import tw.minsheng.kernel.Problem.Kind;

/** The units of one event loop: one batch under way, the others waiting. Used on that event loop only. */
final class Lane {

    private static final int BATCH = 128;
    /** About two seconds of work; more people would only wait to be refused. */
    private static final int WAITING = 8_000;

    private static final int TRIES = 3;

    private final Database database;
    private final Deque<Waiting<?>> waiting = new ArrayDeque<>();
    private final AtomicBoolean underWay = new AtomicBoolean();

    Lane(Database database) {
        this.database = database;
    }

    private record Waiting<T>(UnitOfWork<T> unit, Promise<T> promise) {

        Started<T> start(SqlConnection connection) {
            return new Started<>(promise, attempt(unit, connection));
        }

        void fail(Throwable cause) {
            promise.fail(DriverFailure.told(cause));
        }
    }

    private record Started<T>(Promise<T> promise, Future<T> result) {

        void answer() {
            promise.complete(result.result());
        }
    }

    <T> Future<T> submit(UnitOfWork<T> unit) {
        if (waiting.size() >= WAITING) {
            return Future.failedFuture(Problem.of(Kind.UNAVAILABLE, "database.busy"));
        }
        Promise<T> promise = Promise.promise();
        waiting.add(new Waiting<>(unit, promise));
        if (underWay.compareAndSet(false, true)) {
            runNext();
        }
        return promise.future();
    }

    private void runNext() {
        List<Waiting<?>> batch = new ArrayList<>(Math.min(BATCH, waiting.size()));
        while (batch.size() < BATCH && !waiting.isEmpty()) {
            batch.add(waiting.remove());
        }
        if (batch.isEmpty()) {
            underWay.set(false);
            return;
        }
        run(batch).onComplete(done -> runNext());
    }

    /** Succeeds when every unit of the batch has its answer, good or bad. */
    private Future<Void> run(List<Waiting<?>> batch) {
        return database.committed(connection -> startAll(batch, connection)).transform(done -> {
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

    /** Every unit ends before the batch does, so that none still speaks when the transaction is over. */
    private static Future<List<Started<?>>> startAll(List<Waiting<?>> batch, SqlConnection connection) {
        List<Started<?>> started = new ArrayList<>(batch.size());
        for (Waiting<?> one : batch) {
            started.add(one.start(connection));
        }
        return Future.join(started.stream().map(Started::result).toList())
                .transform(
                        all -> all.succeeded() ? Future.succeededFuture(started) : Future.failedFuture(cause(started)));
    }

    /** After the first refusal the others fail for want of a transaction; the refusal is what counts. */
    private static Throwable cause(List<Started<?>> started) {
        List<Throwable> failures = started.stream()
                .map(Started::result)
                .filter(Future::failed)
                .map(Future::cause)
                .toList();
        return failures.stream()
                .filter(failure -> DriverFailure.of(failure).mayBeTriedAgain())
                .findFirst()
                .orElse(failures.get(0));
    }

    private Future<Void> runEach(Iterator<Waiting<?>> rest) {
        if (!rest.hasNext()) {
            return Future.succeededFuture();
        }
        return runAlone(rest.next(), TRIES).compose(done -> runEach(rest));
    }

    private <T> Future<Void> runAlone(Waiting<T> one, int tries) {
        return database.committed(connection -> attempt(one.unit(), connection)).transform(done -> {
            if (done.succeeded()) {
                one.promise().complete(done.result());
            } else if (DriverFailure.of(done.cause()) == DriverFailure.CONFLICT && tries > 1) {
                return runAlone(one, tries - 1);
            } else {
                one.fail(done.cause());
            }
            return Future.succeededFuture();
        });
    }

    private static <T> Future<T> attempt(UnitOfWork<T> unit, SqlConnection connection) {
        try {
            return unit.run(connection);
        } catch (RuntimeException e) {
            return Future.failedFuture(e);
        }
    }

    private static void fail(Iterable<Waiting<?>> those, Throwable cause) {
        for (Waiting<?> one : those) {
            one.fail(cause);
        }
    }
}
