package tw.minsheng.dataset.cases;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Cases received in each week, for the city and for each type, each district and each type in each district. */
public final class WeekCounts {

    private static final int MONDAY = 3; // 1970-01-01 was a Thursday

    private final Map<Cell, Map<Long, Long>> cells = new HashMap<>();
    private final SortedSet<Long> weeks = new TreeSet<>();

    /** A type, a district, or both; "" stands for all of them. */
    public record Cell(String type, String district) implements Comparable<Cell> {

        @Override
        public int compareTo(Cell other) {
            int byType = type.compareTo(other.type);
            return byType != 0 ? byType : district.compareTo(other.district);
        }
    }

    void add(LocalDate received, String type, String district) {
        long week = weekOf(received);
        weeks.add(week);
        one(new Cell("", ""), week);
        if (!type.isEmpty()) {
            one(new Cell(type, ""), week);
        }
        if (!district.isEmpty()) {
            one(new Cell("", district), week);
        }
        if (!type.isEmpty() && !district.isEmpty()) {
            one(new Cell(type, district), week);
        }
    }

    private void one(Cell cell, long week) {
        cells.computeIfAbsent(cell, key -> new HashMap<>()).merge(week, 1L, Long::sum);
    }

    /** Weeks since that of 1970-01-01; weeks begin on Monday. */
    public static long weekOf(LocalDate day) {
        return Math.floorDiv(day.toEpochDay() + MONDAY, 7L);
    }

    /** The Monday of a week. */
    public static LocalDate monday(long week) {
        return LocalDate.ofEpochDay(week * 7 - MONDAY);
    }

    /** Everything that has counts, in order. */
    public Map<Cell, Map<Long, Long>> cells() {
        return Collections.unmodifiableMap(new TreeMap<>(cells));
    }

    /** The counts of a cell in this many weeks from the first one on, 0 where there are none. */
    public long[] counts(Cell cell, long first, int size) {
        Map<Long, Long> counts = cells.getOrDefault(cell, Map.of());
        long[] row = new long[size];
        Arrays.setAll(row, i -> counts.getOrDefault(first + i, 0L));
        return row;
    }

    /** The first week with a case; 0 when there is none. */
    public long first() {
        return weeks.isEmpty() ? 0 : weeks.first();
    }
}
