package tw.minsheng.store;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.sqlclient.SqlConnection;
import java.util.List;

/**
 * Somebody who waits for the next batch.
 *
 * @param work the same object for all whose parts may travel together
 * @param since {@link System#nanoTime} at arrival
 */
record Waiting<P, R>(BulkWork<P, R> work, P part, Promise<R> promise, long since) {

    /** Nobody should look at a page that loads for longer; whoever is told sends the same again. */
    private static final long PATIENCE_NANOS = 2_500_000_000L;

    boolean isLate() {
        return System.nanoTime() - since > PATIENCE_NANOS;
    }

    Future<R> alone(SqlConnection connection) {
        return Started.attempt(work, connection, List.of(part)).map(results -> results.get(0));
    }

    void fail(Throwable cause) {
        promise.fail(DriverFailure.told(cause));
    }
}
