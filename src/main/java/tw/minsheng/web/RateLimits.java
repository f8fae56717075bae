package tw.minsheng.web;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import tw.minsheng.kernel.Problem;

/**
 * Limits by address, on this node. A shared office line, which sends 60 answers in ten minutes, must pass; addresses are
 * kept in memory only, for as long as their limit runs.
 */
public final class RateLimits {

    private static final Duration WINDOW = Duration.ofMinutes(10);
    /** Above this many addresses the full buckets, which say nothing, are dropped. */
    private static final int TIDY_ABOVE = 20_000;

    /** What is limited, per address in ten minutes. */
    public enum Kind {
        /** finished answers */
        ANSWERS(240),
        /** pages that are sent */
        PAGES(4_000);

        private final long most;

        Kind(long most) {
            this.most = most;
        }
    }

    private final boolean on;
    private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();

    public RateLimits(boolean on) {
        this.on = on;
    }

    /** @throws Problem too many, with the seconds to wait */
    public void take(Kind kind, String address) {
        if (!on) {
            return;
        }
        if (buckets.size() > TIDY_ABOVE) {
            buckets.values().removeIf(bucket -> bucket.getAvailableTokens() >= Kind.ANSWERS.most);
        }
        ConsumptionProbe probe = buckets.computeIfAbsent(kind + " " + network(address), key -> bucket(kind))
                .tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            long seconds = TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill()) + 1;
            throw Problem.of(Problem.Kind.TOO_MANY, "too_many", Map.of("seconds", Long.toString(seconds)));
        }
    }

    private static Bucket bucket(Kind kind) {
        return Bucket.builder()
                .addLimit(Bandwidth.builder()
                        .capacity(kind.most)
                        .refillGreedy(kind.most, WINDOW)
                        .build())
                .build();
    }

    /** One household holds a whole /64 of IPv6 addresses. */
    private static String network(String address) {
        if (!address.contains(":")) {
            return address;
        }
        String[] groups = address.split(":", -1);
        StringBuilder network = new StringBuilder();
        for (int i = 0; i < Math.min(4, groups.length); i++) {
            network.append(groups[i]).append(':');
        }
        return network.toString();
    }
}
