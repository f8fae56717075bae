package tw.minsheng.store;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.sqlclient.SqlConnection;
import java.util.List;

/**
 * Somebody who waits for the next batch.
 *
 * @param work the same object for all whose parts may travel together
 */
record Waiting<P, R>(BulkWork<P, R> work, P part, Promise<R> promise) {

    Future<R> alone(SqlConnection connection) {
        return Started.attempt(work, connection, List.of(part)).map(results -> results.get(0));
    }

    void fail(Throwable cause) {
        promise.fail(DriverFailure.told(cause));
    }
}
