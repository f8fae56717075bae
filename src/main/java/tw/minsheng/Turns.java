package tw.minsheng;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.function.Supplier;
import tw.minsheng.kernel.Problem;

/**
 * One work under way for each key, the others in the order in which they came; when enough of them wait, the next is refused.
 * So nobody keeps the whole server busy by asking for one view after the other. Safe for many threads.
 */
final class Turns<K> {

    private final int mostWaiting;
    private final Map<K, Queue<Runnable>> underWay = new HashMap<>();

    Turns(int mostWaiting) {
        this.mostWaiting = mostWaiting;
    }

    /** Fails with TOO_MANY {@code analysis.busy} when enough wait. */
    <T> Future<T> take(K key, Supplier<Future<T>> work) {
        Promise<T> promise = Promise.promise();
        Runnable turn = () -> begun(work).onComplete(promise).onComplete(done -> next(key));
        synchronized (underWay) {
            Queue<Runnable> waiting = underWay.get(key);
            if (waiting != null) {
                if (waiting.size() >= mostWaiting) {
                    return Future.failedFuture(Problem.of(Problem.Kind.TOO_MANY, "analysis.busy"));
                }
                waiting.add(turn);
                return promise.future();
            }
            underWay.put(key, new ArrayDeque<>());
        }
        turn.run();
        return promise.future();
    }

    private static <T> Future<T> begun(Supplier<Future<T>> work) {
        try {
            return work.get();
        } catch (RuntimeException e) {
            return Future.failedFuture(e);
        }
    }

    private void next(K key) {
        Runnable turn;
        synchronized (underWay) {
            Queue<Runnable> waiting = underWay.getOrDefault(key, new ArrayDeque<>());
            turn = waiting.poll();
            if (turn == null) {
                underWay.remove(key);
                return;
            }
        }
        turn.run();
    }
}
