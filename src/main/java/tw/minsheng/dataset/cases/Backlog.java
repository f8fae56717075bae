package tw.minsheng.dataset.cases;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import tw.minsheng.petition.imports.ImportedCase;
import tw.minsheng.petition.imports.Moment;

/** Cases that were open at the end of each month, by their age then. */
final class Backlog {

    private final SortedMap<YearMonth, Map<AgeBand, Long>> months = new TreeMap<>();
    private final List<Long> open = new ArrayList<>();

    /** A case that was closed at a known time; a case that is open waits for the last time of the file. */
    void add(ImportedCase each) {
        long received = each.received().second();
        if (each.hasDuration()) {
            from(received, each.closed().second(), months);
        } else if (!each.isClosed()) {
            open.add(received);
        }
    }

    /** Month → age → cases that were open when it ended; months that end after the last time of the file are left out. */
    SortedMap<YearMonth, Map<AgeBand, Long>> until(Moment first, Moment last) {
        SortedMap<YearMonth, Map<AgeBand, Long>> all = new TreeMap<>();
        long end = last.second();
        for (YearMonth month = YearMonth.from(first.day()); endOf(month) <= end; month = month.plusMonths(1)) {
            all.put(month, new EnumMap<>(AgeBand.class));
        }
        months.forEach((month, ages) -> {
            if (all.containsKey(month)) {
                all.put(month, new EnumMap<>(ages));
            }
        });
        open.forEach(received -> from(received, end + 1, all));
        return Collections.unmodifiableSortedMap(all);
    }

    /** Counts a case at the end of every month from its receipt on, as long as it was open. */
    private static void from(long received, long closed, SortedMap<YearMonth, Map<AgeBand, Long>> months) {
        LocalDate day = LocalDate.ofEpochDay(Math.floorDiv(received, 86_400L));
        for (YearMonth month = YearMonth.from(day); endOf(month) < closed; month = month.plusMonths(1)) {
            AgeBand age = AgeBand.of((endOf(month) - received) / 86_400);
            months.computeIfAbsent(month, key -> new EnumMap<>(AgeBand.class)).merge(age, 1L, Long::sum);
        }
    }

    /** The first second after the month. */
    private static long endOf(YearMonth month) {
        return month.plusMonths(1).atDay(1).atStartOfDay().toEpochSecond(ZoneOffset.UTC);
    }
}
