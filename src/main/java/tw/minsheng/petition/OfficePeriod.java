package tw.minsheng.petition;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tw.minsheng.calendar.OfficeDays;
import tw.minsheng.calendar.SpecialDay;

/**
 * What the offices do on the days of a period, for those who plan by it.
 *
 * @param version names the calendar and what is closed locally; the same for the same days
 * @param covered whether the calendar knows all these days; of others only the weekday is known
 * @param days every day of the period, in order
 */
public record OfficePeriod(String version, boolean covered, List<Day> days) {

    public OfficePeriod {
        days = List.copyOf(days);
    }

    /** Why a day is worked or not. */
    public enum Why {
        /** Monday to Friday */
        USUAL,
        /** Saturday or Sunday */
        WEEKEND,
        /** 放假 on a weekday */
        OFF,
        /** 補行上班 on a weekend */
        MADE_UP,
        /** 停班, all day or one half of it */
        CLOSED
    }

    /**
     * @param name why, in Chinese; "" when the calendar says nothing
     */
    public record Day(LocalDate date, boolean morning, boolean afternoon, Why why, String name) {}

    static OfficePeriod of(OfficeDays office, LocalDate from, LocalDate until) {
        Map<LocalDate, SpecialDay> special = new HashMap<>();
        office.special(from.minusDays(1), until).forEach(day -> special.put(day.date(), day));
        boolean covered = office.calendar().covers(from) && office.calendar().covers(until);
        return new OfficePeriod(
                office.version(),
                covered,
                from.datesUntil(until.plusDays(1))
                        .map(date -> day(office, date, Optional.ofNullable(special.get(date))))
                        .toList());
    }

    private static Day day(OfficeDays office, LocalDate date, Optional<SpecialDay> special) {
        Set<OfficeDays.Half> open = office.open(date);
        return new Day(
                date,
                open.contains(OfficeDays.Half.MORNING),
                open.contains(OfficeDays.Half.AFTERNOON),
                special.map(found -> why(found.kind())).orElseGet(() -> usual(date)),
                special.map(SpecialDay::name).orElse(""));
    }

    private static Why usual(LocalDate date) {
        DayOfWeek day = date.getDayOfWeek();
        return day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY ? Why.WEEKEND : Why.USUAL;
    }

    private static Why why(SpecialDay.Kind kind) {
        return switch (kind) {
            case OFF -> Why.OFF;
            case WORK -> Why.MADE_UP;
            case CLOSED, CLOSED_MORNING, CLOSED_AFTERNOON -> Why.CLOSED;
        };
    }
}
