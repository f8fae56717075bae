package tw.minsheng.calendar;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tw.minsheng.format.CsvRow;

/** The yearly file of data.gov.tw 14718: a row for every day, 0 worked, 2 off; covers the days from the first to the last. */
final class YearLayout implements CalendarFile.Layout {

    static final List<String> COLUMNS = List.of("西元日期", "星期", "是否放假", "備註");

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    private static final String WEEKDAYS = "一二三四五六日";

    private final TreeMap<LocalDate, Listed> days = new TreeMap<>();

    private record Listed(long row, ExceptionDay day) {}

    @Override
    public void row(CsvRow row, RowFaults faults) {
        Optional<LocalDate> date = date(row, faults);
        Optional<ExceptionDay.Kind> kind = kind(row, faults);
        date.ifPresent(day -> checkWeekday(day, row, faults));
        if (date.isEmpty()) {
            return;
        }
        ExceptionDay day = new ExceptionDay(
                date.get(), kind.orElse(ExceptionDay.Kind.WORK), row.field(3).strip());
        Listed before = days.putIfAbsent(date.get(), new Listed(row.number(), day));
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
        LocalDate expected = days.firstKey();
        for (Listed listed : days.values()) {
            LocalDate found = listed.day().date();
            if (!found.equals(expected)) {
                Map<String, String> args = Map.of(
                        "from", expected.toString(), "until", found.minusDays(1).toString());
                faults.add(listed.row(), "calendar.gap", args);
            }
            expected = found.plusDays(1);
        }
        faults.refuse();
        return OfficeCalendar.of(days.firstKey(), days.lastKey(), unusual());
    }

    private List<ExceptionDay> unusual() {
        List<ExceptionDay> unusual = new ArrayList<>();
        days.values().stream().map(Listed::day).filter(ExceptionDay::isUnusual).forEach(unusual::add);
        return unusual;
    }

    private static Optional<LocalDate> date(CsvRow row, RowFaults faults) {
        String text = row.field(0).strip();
        try {
            LocalDate date = LocalDate.parse(text, DATE);
            if (CalendarYears.isPossible(date)) {
                return Optional.of(date);
            }
        } catch (DateTimeParseException noDate) {
            // told below
        }
        faults.add(row.number(), "calendar.date", Map.of("value", text, "pattern", "20260101"));
        return Optional.empty();
    }

    private static Optional<ExceptionDay.Kind> kind(CsvRow row, RowFaults faults) {
        String text = row.field(2).strip();
        if (text.equals("0")) {
            return Optional.of(ExceptionDay.Kind.WORK);
        }
        if (text.equals("2")) {
            return Optional.of(ExceptionDay.Kind.OFF);
        }
        faults.add(row.number(), "calendar.flag", Map.of("value", text));
        return Optional.empty();
    }

    /** A weekday that does not fit its date: the rows were moved against each other. */
    private static void checkWeekday(LocalDate date, CsvRow row, RowFaults faults) {
        String text = row.field(1).strip();
        String wanted = WEEKDAYS.substring(
                date.getDayOfWeek().getValue() - 1, date.getDayOfWeek().getValue());
        if (!text.equals(wanted)) {
            faults.add(
                    row.number(), "calendar.weekday", Map.of("value", text, "wanted", wanted, "date", date.toString()));
        }
    }
}
