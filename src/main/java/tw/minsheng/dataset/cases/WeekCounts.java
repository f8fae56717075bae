package tw.minsheng.dataset.cases;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Cases received in each week, for the city and for each type, each district and each type in each district. */
public final class WeekCounts {

    private static final int MONDAY = 3; // 1970-01-01 was a Thursday
    private static final int DAYS = 7;

    private final SortedMap<Cell, Counts> cells;

    private WeekCounts(SortedMap<Cell, Counts> cells) {
        this.cells = cells;
    }

    /** A type, a district, or both; "" stands for all of them. */
    public record Cell(String type, String district) implements Comparable<Cell> {

        @Override
        public int compareTo(Cell other) {
            int byType = type.compareTo(other.type);
            return byType != 0 ? byType : district.compareTo(other.district);
        }
    }

    /** Collects weeks by the numbers of type and district. */
    static final class Collected {

        private static final Counts[] NO_ROW = new Counts[0];
        private static final Counts NO_WEEKS = new Counts();

        private Counts[][] rows = new Counts[0][];

        void add(long day, int type, int district) {
            if (type >= rows.length) {
                int before = rows.length;
                rows = Arrays.copyOf(rows, Math.max(type + 1, before * 2));
                Arrays.fill(rows, before, rows.length, NO_ROW);
            }
            if (district >= rows[type].length) {
                int before = rows[type].length;
                rows[type] = Arrays.copyOf(rows[type], Math.max(district + 1, before * 2));
                Arrays.fill(rows[type], before, rows[type].length, NO_WEEKS);
            }
            if (rows[type][district] == NO_WEEKS) {
                rows[type][district] = new Counts();
            }
            rows[type][district].add(Math.floorDiv(day + MONDAY, (long) DAYS));
        }

        /** With the sums over types, over districts and over both; cases without a word are in the sums only. */
        WeekCounts named(Vocabulary types, Vocabulary districts) {
            SortedMap<Cell, Counts> cells = new TreeMap<>();
            for (int type = 0; type < rows.length; type++) {
                for (int district = 0; district < rows[type].length; district++) {
                    Counts weeks = rows[type][district];
                    if (weeks.sum() > 0) {
                        cells(types.word(type), districts.word(district))
                                .forEach(cell -> weeks.into(cells.computeIfAbsent(cell, key -> new Counts())));
                    }
                }
            }
            return new WeekCounts(cells);
        }

        private static Set<Cell> cells(String type, String district) {
            Set<Cell> cells = new HashSet<>();
            cells.add(new Cell("", ""));
            cells.add(new Cell(type, ""));
            cells.add(new Cell("", district));
            if (!type.isEmpty() && !district.isEmpty()) {
                cells.add(new Cell(type, district));
            }
            return cells;
        }
    }

    /** Weeks since that of 1970-01-01; weeks begin on Monday. */
    public static long weekOf(LocalDate day) {
        return Math.floorDiv(day.toEpochDay() + MONDAY, (long) DAYS);
    }

    /** The Monday of a week. */
    public static LocalDate monday(long week) {
        return LocalDate.ofEpochDay(week * DAYS - MONDAY);
    }

    /** Everything that has counts, in order. */
    public List<Cell> cells() {
        return List.copyOf(cells.keySet());
    }

    /** The counts of a cell in this many weeks from the first one on, 0 where there are none. */
    public long[] counts(Cell cell, long first, int size) {
        Counts weeks = cells.getOrDefault(cell, new Counts());
        long[] row = new long[size];
        Arrays.setAll(row, i -> weeks.at(first + i));
        return row;
    }

    /** Whether the cell holds the same cases as one of its sums, as where only one type or one district is looked at. */
    public boolean isRepeat(Cell cell) {
        long own = sum(cell);
        boolean single = cell.type().isEmpty() || cell.district().isEmpty();
        if (single) {
            return !cell.equals(new Cell("", "")) && own == sum(new Cell("", ""));
        }
        return own == sum(new Cell(cell.type(), "")) || own == sum(new Cell("", cell.district()));
    }

    /** All cases of a cell. */
    public long sum(Cell cell) {
        return cells.getOrDefault(cell, new Counts()).sum();
    }

    /** The first week with a case; 0 when there is none. */
    public long first() {
        return cells.getOrDefault(new Cell("", ""), new Counts()).first();
    }
}
