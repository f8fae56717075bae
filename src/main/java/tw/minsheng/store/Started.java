package tw.minsheng.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;

/** One message of a batch, on its way, and those who wait for its results. */
record Started<P, R>(List<Waiting<P, R>> waiting, Future<List<R>> results) {

    /** Those with the same work travel together. */
    static List<Started<?, ?>> all(List<Waiting<?, ?>> batch, SqlConnection connection) {
        IdentityHashMap<BulkWork<?, ?>, List<Waiting<?, ?>>> groups = new IdentityHashMap<>();
        List<List<Waiting<?, ?>>> inOrder = new ArrayList<>();
        for (Waiting<?, ?> one : batch) {
            groups.computeIfAbsent(one.work(), work -> newGroup(inOrder)).add(one);
        }
        List<Started<?, ?>> started = new ArrayList<>(inOrder.size());
        inOrder.forEach(group -> started.add(start(group, connection)));
        return started;
    }

    private static List<Waiting<?, ?>> newGroup(Collection<List<Waiting<?, ?>>> groups) {
        List<Waiting<?, ?>> group = new ArrayList<>();
        groups.add(group);
        return group;
    }

    /** All of a group have the same work, hence the same types. */
    @SuppressWarnings("unchecked")
    private static <P, R> Started<P, R> start(List<Waiting<?, ?>> group, SqlConnection connection) {
        List<Waiting<P, R>> same =
                group.stream().map(one -> (Waiting<P, R>) one).toList();
        List<P> parts = same.stream().map(Waiting::part).toList();
        return new Started<>(same, attempt(same.get(0).work(), connection, parts));
    }

    static <P, R> Future<List<R>> attempt(BulkWork<P, R> work, SqlConnection connection, List<P> parts) {
        try {
            return work.run(connection, parts);
        } catch (RuntimeException e) {
            return Future.failedFuture(e);
        }
    }

    void answer() {
        for (int i = 0; i < waiting.size(); i++) {
            waiting.get(i).promise().complete(results.result().get(i));
        }
    }
}
