package tw.minsheng;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What was made a short while ago is shown again, and who asks while it is being made waits for the same. Keeps the few
 * that were asked for last; what failed is not kept. Safe for many threads.
 */
final class Shelf<K, V> {

    private static final Duration FRESH = Duration.ofMinutes(5);
    private static final int MOST = 24;

    private final Clock clock;
    private final Map<K, Kept<V>> kept = new LinkedHashMap<>(MOST, .75f, true);

    Shelf(Clock clock) {
        this.clock = clock;
    }

    private record Kept<V>(Instant at, Future<V> made) {

        boolean isUsable(Instant now) {
            return !made.failed() && at.plus(FRESH).isAfter(now);
        }
    }

    Future<V> take(K key, Supplier<Future<V>> maker) {
        Instant now = clock.instant();
        synchronized (kept) {
            Kept<V> known = kept.get(key);
            if (known != null && known.isUsable(now)) {
                return known.made();
            }
            Future<V> made = maker.get();
            if (made.failed()) {
                return made;
            }
            kept.put(key, new Kept<>(now, made));
            if (kept.size() > MOST) {
                kept.remove(kept.keySet().iterator().next());
            }
            return made;
        }
    }
}
