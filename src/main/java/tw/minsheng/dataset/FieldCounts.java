package tw.minsheng.dataset;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** Used answers per day and mode. */
public final class FieldCounts {

    private final Map<LocalDate, Map<String, Long>> days = new TreeMap<>();

    void add(Origin origin) {
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

    /** Whether every answer has a day. */
    public boolean isDated() {
        return !days.isEmpty() && !days.containsKey(Origin.NO_DAY);
    }
}
