package tw.minsheng.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Reads what the driver gives back for a statement that was executed many times in one message. */
final class Batches {

    private Batches() {}

    /** One set of rows for each execution, in order. */
    static Stream<RowSet<Row>> each(RowSet<Row> first) {
        return Stream.iterate(first, Objects::nonNull, RowSet::next);
    }

    /** As many results as futures; the first failure fails all. */
    static <T> Future<List<T>> all(List<Future<T>> futures) {
        if (futures.stream().allMatch(Future::succeeded)) {
            return Future.succeededFuture(futures.stream().map(Future::result).toList());
        }
        return Future.join(futures)
                .map(done -> futures.stream().map(Future::result).toList());
    }
}
