package tw.minsheng.dataset;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** Used answers per day and mode, and the versions that they answer. */
public final class FieldCounts {

    private final Map<LocalDate, Map<String, Long>> days = new TreeMap<>();
    private final NavigableSet<Integer> majors = new TreeSet<>();

    void add(Origin origin) {
        origin.major().ifPresent(majors::add);
        days.computeIfAbsent(origin.day(), day -> new TreeMap<>()).merge(origin.mode(), 1L, Long::sum);
    }

    /** Day → mode → answers, in order; {@link Origin#NO_DAY} where the day is not known. */
    public Map<LocalDate, Map<String, Long>> days() {
        return Collections.unmodifiableMap(days);
    }

    /** Mode → answers. */
    public Map<String, Long> modes() {
        Map<String, Long> modes = new TreeMap<>();
        days.values().forEach(day -> day.forEach((mode, n) -> modes.merge(mode, n, Long::sum)));
        return modes;
    }

    /** Major versions of the survey that were answered, as far as they are known. */
    public NavigableSet<Integer> majors() {
        return Collections.unmodifiableNavigableSet(majors);
    }

    /** The day by which half of the answers had come in; none where not every answer has a day. */
    public Optional<LocalDate> middle() {
        if (!isDated()) {
            return Optional.empty();
        }
        long all = days.values().stream().mapToLong(FieldCounts::of).sum();
        long sum = 0;
        for (Map.Entry<LocalDate, Map<String, Long>> day : days.entrySet()) {
            sum += of(day.getValue());
            if (2 * sum >= all) {
                return Optional.of(day.getKey());
            }
        }
        return Optional.empty();
    }

    private static long of(Map<String, Long> modes) {
        return modes.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Whether every answer has a day. */
    public boolean isDated() {
        return !days.isEmpty() && !days.containsKey(Origin.NO_DAY);
    }
}
