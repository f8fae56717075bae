package tw.minsheng.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.util.List;

/**
 * What many people want at the same time, said to the database in one message. It may be run more than once before it
 * counts once, for some or for one of them alone: it does nothing but talk to the connection.
 *
 * @param <P> what one of them brings
 * @param <R> what one of them gets
 */
@FunctionalInterface
public interface BulkWork<P, R> {

    /**
     * @param all at least one
     * @return as many results, in the same order; fails when nothing of any of them may be kept
     */
    Future<List<R>> run(SqlConnection connection, List<P> all);
}
