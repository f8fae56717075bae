package tw.minsheng.web.staff;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import tw.minsheng.collect.AnswerAges;

/**
 * How many answers of each agency are erased within thirty days, counted every ten minutes at most. Nobody waits for it: until the
 * first count is there, or when it fails, nothing is said. Safe to share.
 */
final class ErasedSoon {

    private static final Duration GOOD = Duration.ofMinutes(10);

    private final AnswerAges ages;
    private final AtomicReference<Instant> asked = new AtomicReference<>(Instant.EPOCH);
    private final AtomicReference<Map<String, Long>> known = new AtomicReference<>(Map.of());

    ErasedSoon(AnswerAges ages) {
        this.ages = ages;
    }

    /**
     * @param all all agencies there are
     * @param reach those whose answers are summed
     */
    long of(Set<String> all, Set<String> reach, Instant now) {
        Instant last = Objects.requireNonNull(asked.get());
        if (!now.isBefore(last.plus(GOOD)) && asked.compareAndSet(last, now)) {
            ages.until(all, now.plus(AnswerAgePages.AHEAD))
                    .onSuccess(due -> known.set(due.stream()
                            .collect(Collectors.groupingBy(
                                    AnswerAges.Aged::agency, Collectors.summingLong(AnswerAges.Aged::answers)))))
                    .onFailure(failure -> known.set(Map.of()));
        }
        Map<String, Long> sums = Objects.requireNonNull(known.get());
        return reach.stream().mapToLong(agency -> sums.getOrDefault(agency, 0L)).sum();
    }
}
