package tw.minsheng.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;

/**
 * What has to be written together or not at all. It may be run more than once before it counts once: it does nothing
 * but talk to the connection.
 */
@FunctionalInterface
public interface UnitOfWork<T> {

    /** The future ends when the last statement has been answered; it fails when nothing of this may be kept. */
    Future<T> run(SqlConnection connection);
}
