package tw.minsheng.web;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import tw.minsheng.kernel.NetAddress;
import tw.minsheng.kernel.Problem;

/**
 * Limits by address, on this node. A shared office line, which sends 60 answers in ten minutes, must pass; addresses are
 * kept in memory only, for as long as their limit runs.
 */
public final class RateLimits {

    private static final Duration WINDOW = Duration.ofMinutes(10);
    /** Above this many addresses the full buckets, which say nothing, are dropped. */
    private static final int TIDY_ABOVE = 20_000;
    /** Tidying looks at every address, so it must not happen with every request. */
    private static final long TIDY_EVERY_NANOS = TimeUnit.SECONDS.toNanos(10);

    /** What is limited, per address in ten minutes. */
    public enum Kind {
        /** finished answers */
        ANSWERS(240),
        /** pages that are sent */
        PAGES(4_000),
        /** petitions */
        PETITIONS(60),
        /** questions how a case stands: nobody can try many codes */
        CASE_QUERIES(60),
        /** links and codes that confirm a petition */
        CONFIRMATIONS(60);

        private final long most;

        Kind(long most) {
            this.most = most;
        }
    }

    private record Key(Kind kind, String network) {}

    private final boolean on;
    private final TimeMeter time;
    private final int tidyAbove;
    private final AtomicLong tidied;
    private final Map<Key, Bucket> buckets = new ConcurrentHashMap<>();

    public RateLimits(boolean on) {
        this(on, TimeMeter.SYSTEM_MILLISECONDS, TIDY_ABOVE);
    }

    RateLimits(boolean on, TimeMeter time, int tidyAbove) {
        this.on = on;
        this.time = time;
        this.tidyAbove = tidyAbove;
        this.tidied = new AtomicLong(time.currentTimeNanos());
    }

    /** @throws Problem too many, with the seconds to wait */
    public void take(Kind kind, String address) {
        if (!on) {
            return;
        }
        tidy();
        ConsumptionProbe probe = buckets.computeIfAbsent(
                        new Key(kind, NetAddress.of(address).network()), key -> bucket(kind))
                .tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            long seconds = TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill()) + 1;
            throw Problem.of(Problem.Kind.TOO_MANY, "too_many", Map.of("seconds", Long.toString(seconds)));
        }
    }

    /** How many limits are remembered. */
    int remembered() {
        return buckets.size();
    }

    private void tidy() {
        long now = time.currentTimeNanos();
        long last = tidied.get();
        if (buckets.size() > tidyAbove && now - last >= TIDY_EVERY_NANOS && tidied.compareAndSet(last, now)) {
            buckets.entrySet()
                    .removeIf(entry -> entry.getValue().getAvailableTokens()
                            >= entry.getKey().kind().most);
        }
    }

    private Bucket bucket(Kind kind) {
        return Bucket.builder()
                .addLimit(Bandwidth.builder()
                        .capacity(kind.most)
                        .refillGreedy(kind.most, WINDOW)
                        .build())
                .withCustomTimePrecision(time)
                .build();
    }
}
