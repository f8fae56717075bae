package tw.minsheng.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/**
 * The days that the offices of one place work, by a calendar and the local closures above it. A day that is closed for
 * half of it still is a working day. Outside the covered days only weekends are known. Steps and counts take constant
 * time. Immutable and safe to share.
 */
public final class OfficeDays {

    /** The halves of an office day. */
    public enum Half {
        MORNING,
        AFTERNOON
    }

    private final OfficeCalendar calendar;
    private final String version;
    private final NavigableMap<LocalDate, Set<Half>> closed;
    private final NavigableMap<LocalDate, SpecialDay> special;
    private final DayTable table;

    private OfficeDays(
            OfficeCalendar calendar,
            String version,
            NavigableMap<LocalDate, Set<Half>> closed,
            NavigableMap<LocalDate, SpecialDay> special) {
        this.calendar = calendar;
        this.version = version;
        this.closed = closed;
        this.special = special;
        this.table = table(calendar, special);
    }

    static OfficeDays of(OfficeCalendar calendar, List<LocalClosure> closures) {
        NavigableMap<LocalDate, SpecialDay> special = new TreeMap<>();
        for (ExceptionDay day : calendar.exceptions()) {
            if (day.isUnusual()) {
                SpecialDay.Kind kind = day.kind() == ExceptionDay.Kind.OFF ? SpecialDay.Kind.OFF : SpecialDay.Kind.WORK;
                special.put(day.date(), new SpecialDay(day.date(), kind, day.name()));
            }
        }
        NavigableMap<LocalDate, Set<Half>> closed = new TreeMap<>();
        for (LocalClosure closure : closures) {
            closed.computeIfAbsent(closure.date(), date -> EnumSet.noneOf(Half.class))
                    .addAll(halves(closure.part()));
            if (isWorked(closure.date(), special)) {
                SpecialDay.Kind kind = kind(closed.getOrDefault(closure.date(), Set.of()));
                special.put(closure.date(), new SpecialDay(closure.date(), kind, closure.name()));
            }
        }
        return new OfficeDays(calendar, calendar.version() + LocalClosures.version(closures), closed, special);
    }

    /** Names the calendar and what is closed locally; the same for the same days. */
    public String version() {
        return version;
    }

    public OfficeCalendar calendar() {
        return calendar;
    }

    public boolean isWorking(LocalDate date) {
        return isWorked(date, special);
    }

    /** The halves of a day in which the offices work: none, one or both. */
    public Set<Half> open(LocalDate date) {
        Set<Half> open = isWorking(date) ? EnumSet.allOf(Half.class) : EnumSet.noneOf(Half.class);
        open.removeAll(closed.getOrDefault(date, Set.of()));
        return open;
    }

    /** Whether the offices work in one half of the day only. */
    public boolean isHalf(LocalDate date) {
        return open(date).size() == 1;
    }

    /** The first working day after this day. */
    public LocalDate next(LocalDate date) {
        return plus(date, 1);
    }

    /** This day when it is worked, else the next that is. */
    public LocalDate onOrAfter(LocalDate date) {
        return LocalDate.ofEpochDay(table.day(table.number(date.toEpochDay())));
    }

    /** This day when it is worked, else the last that was. */
    public LocalDate onOrBefore(LocalDate date) {
        return minus(date.plusDays(1), 1);
    }

    /** The n-th working day after this day, which itself does not count; n ≥ 1. */
    public LocalDate plus(LocalDate date, long n) {
        return LocalDate.ofEpochDay(table.day(table.number(date.toEpochDay() + 1) + n - 1));
    }

    /** The n-th working day before this day, which itself does not count; n ≥ 1. */
    public LocalDate minus(LocalDate date, long n) {
        return LocalDate.ofEpochDay(table.day(table.number(date.toEpochDay()) - n));
    }

    /** Working days after {@code from} up to and with {@code until}; negative when {@code until} is earlier. */
    public long between(LocalDate from, LocalDate until) {
        return table.number(until.toEpochDay() + 1) - table.number(from.toEpochDay() + 1);
    }

    /** Mondays to Fridays after {@code from} up to and with {@code until}, whatever the calendar says. */
    public static long weekdaysBetween(LocalDate from, LocalDate until) {
        return Weekdays.before(until.toEpochDay() + 1) - Weekdays.before(from.toEpochDay() + 1);
    }

    /** The special days after {@code from} up to and with {@code until}, by date. */
    public Collection<SpecialDay> special(LocalDate from, LocalDate until) {
        return from.isBefore(until) ? special.subMap(from, false, until, true).values() : List.of();
    }

    /** The days after {@code from} up to and with {@code until} that one of the two works and the other does not. */
    public List<LocalDate> differing(OfficeDays other, LocalDate from, LocalDate until) {
        List<LocalDate> days = new ArrayList<>();
        for (LocalDate day = from.plusDays(1); !day.isAfter(until); day = day.plusDays(1)) {
            if (isWorking(day) != other.isWorking(day)) {
                days.add(day);
            }
        }
        return days;
    }

    private static boolean isWorked(LocalDate date, Map<LocalDate, SpecialDay> special) {
        SpecialDay found = special.get(date);
        if (found == null) {
            return Weekdays.isWeekday(date.toEpochDay());
        }
        return found.kind() != SpecialDay.Kind.OFF && found.kind() != SpecialDay.Kind.CLOSED;
    }

    private static Set<Half> halves(LocalClosure.Part part) {
        return switch (part) {
            case MORNING -> EnumSet.of(Half.MORNING);
            case AFTERNOON -> EnumSet.of(Half.AFTERNOON);
            case DAY -> EnumSet.allOf(Half.class);
        };
    }

    private static SpecialDay.Kind kind(Set<Half> closed) {
        if (closed.size() == 2) {
            return SpecialDay.Kind.CLOSED;
        }
        return closed.contains(Half.MORNING) ? SpecialDay.Kind.CLOSED_MORNING : SpecialDay.Kind.CLOSED_AFTERNOON;
    }

    /** Over the covered days and all that is special outside them. */
    private static DayTable table(OfficeCalendar calendar, NavigableMap<LocalDate, SpecialDay> special) {
        long first = calendar.coversFrom().toEpochDay();
        long last = calendar.coversUntil().toEpochDay();
        if (!special.isEmpty()) {
            first = Math.min(first, special.firstKey().toEpochDay());
            last = Math.max(last, special.lastKey().toEpochDay());
        }
        int length = Math.toIntExact(last - first + 1);
        BitSet worked = new BitSet(length);
        for (int i = 0; i < length; i++) {
            worked.set(i, isWorked(LocalDate.ofEpochDay(first + i), special));
        }
        return new DayTable(first, length, worked);
    }
}
