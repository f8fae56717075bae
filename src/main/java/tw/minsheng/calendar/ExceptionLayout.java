package tw.minsheng.calendar;

import java.time.LocalDate;
import java.time.Year;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tw.minsheng.format.CsvRow;

/** {@code date,kind,name}: the days that differ from the weekday; covers the years from the first to the last named. */
final class ExceptionLayout implements CalendarFile.Layout {

    static final List<String> COLUMNS = List.of("date", "kind", "name");

    private final TreeMap<LocalDate, Named> days = new TreeMap<>();

    private record Named(long row, ExceptionDay day) {}

    @Override
    public void row(CsvRow row, RowFaults faults) {
        Optional<LocalDate> date = date(row, faults);
        Optional<ExceptionDay.Kind> kind = kind(row, faults);
        if (date.isEmpty() || kind.isEmpty()) {
            return;
        }
        ExceptionDay day = new ExceptionDay(date.get(), kind.get(), row.field(2).strip());
        Named before = days.putIfAbsent(date.get(), new Named(row.number(), day));
        if (before != null) {
            Map<String, String> args = Map.of("value", row.field(0), "first", Long.toString(before.row()));
            faults.add(row.number(), "calendar.doubled", args);
        }
    }

    @Override
    public OfficeCalendar calendar(RowFaults faults) {
        if (days.isEmpty()) {
            return faults.noRows();
        }
        Named last = null;
        for (Named named : days.values()) {
            if (last != null) {
                checkYears(last, named, faults);
            }
            last = named;
        }
        faults.refuse();
        LocalDate from = days.firstKey().withDayOfYear(1);
        LocalDate until = Year.of(days.lastKey().getYear()).atMonth(12).atEndOfMonth();
        return OfficeCalendar.of(from, until, all());
    }

    private List<ExceptionDay> all() {
        List<ExceptionDay> all = new ArrayList<>();
        days.values().forEach(named -> all.add(named.day()));
        return all;
    }

    /** A year without one holiday has never been: it was forgotten. */
    private static void checkYears(Named before, Named after, RowFaults faults) {
        int first = before.day().date().getYear();
        int next = after.day().date().getYear();
        if (next > first + 1) {
            faults.add(after.row(), "calendar.year_missing", Map.of("year", Integer.toString(first + 1)));
        }
    }

    private static Optional<LocalDate> date(CsvRow row, RowFaults faults) {
        String text = row.field(0).strip();
        try {
            LocalDate date = LocalDate.parse(text);
            if (CalendarYears.isPossible(date)) {
                return Optional.of(date);
            }
        } catch (DateTimeParseException noDate) {
            // told below
        }
        faults.add(row.number(), "calendar.date", Map.of("value", text, "pattern", "2026-01-01"));
        return Optional.empty();
    }

    private static Optional<ExceptionDay.Kind> kind(CsvRow row, RowFaults faults) {
        String text = row.field(1).strip();
        for (ExceptionDay.Kind kind : ExceptionDay.Kind.values()) {
            if (kind.word().equals(text)) {
                return Optional.of(kind);
            }
        }
        faults.add(row.number(), "calendar.kind", Map.of("value", text));
        return Optional.empty();
    }
}
