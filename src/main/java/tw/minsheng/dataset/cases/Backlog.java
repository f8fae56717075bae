package tw.minsheng.dataset.cases;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Cases that were open at the end of each month, by their age then. */
final class Backlog {

    private static final int MONTHS = 12;
    private static final long DAY = 86_400;

    private final Measure measure;
    private final Map<AgeBand, Counts> months = new EnumMap<>(AgeBand.class);
    /** the month that was asked for last, and its first second and that of the next */
    private int month;

    private long begin = Long.MAX_VALUE;
    private long end = Long.MIN_VALUE;

    Backlog(Measure measure) {
        this.measure = measure;
    }

    /**
     * Counts a case at the end of every month from one on, as long as it was open.
     *
     * @param from second in the first month; the receipt, or a later one
     * @param closed second from which on it is counted no longer
     */
    void add(long received, long from, long closed) {
        find(from);
        int at = month;
        for (long ends = end; ends < closed; ends = endOf(++at)) {
            counts(AgeBand.of(measure.days(received, ends))).add(at);
        }
    }

    private Counts counts(AgeBand band) {
        return months.computeIfAbsent(band, missing -> new Counts());
    }

    private void find(long second) {
        if (second < begin || second >= end) {
            LocalDate day = LocalDate.ofEpochDay(Math.floorDiv(second, DAY));
            month = number(YearMonth.from(day));
            begin = endOf(month - 1);
            end = endOf(month);
        }
    }

    /**
     * Month → age → cases that were open when it ended.
     *
     * @param first second in the first month
     * @param last months that end after it are left out
     */
    SortedMap<YearMonth, Map<AgeBand, Long>> between(long first, long last) {
        SortedMap<YearMonth, Map<AgeBand, Long>> all = new TreeMap<>();
        find(first);
        for (int at = month; endOf(at) <= last; at++) {
            Map<AgeBand, Long> ages = new EnumMap<>(AgeBand.class);
            for (AgeBand band : AgeBand.values()) {
                ages.put(band, counts(band).at(at));
            }
            all.put(of(at), ages);
        }
        return Collections.unmodifiableSortedMap(all);
    }

    private static int number(YearMonth month) {
        return month.getYear() * MONTHS + month.getMonthValue() - 1;
    }

    private static YearMonth of(int number) {
        return YearMonth.of(Math.floorDiv(number, MONTHS), Math.floorMod(number, MONTHS) + 1);
    }

    /** The first second after the month. */
    private static long endOf(int number) {
        return of(number + 1).atDay(1).atStartOfDay().toEpochSecond(ZoneOffset.UTC);
    }
}
