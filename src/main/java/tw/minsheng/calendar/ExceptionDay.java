package tw.minsheng.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Locale;

/**
 * A day that an office calendar names.
 *
 * @param name why, in Chinese, as the calendar has it; "" when it says nothing
 */
public record ExceptionDay(LocalDate date, Kind kind, String name) {

    /** What the offices do on such a day. */
    public enum Kind {
        /** 放假 */
        OFF,
        /** 補行上班 */
        WORK;

        /** As the file of the calendar has it. */
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether the day differs from the rule that Monday to Friday are worked, Saturday and Sunday are not. */
    boolean isUnusual() {
        return isWeekend(date) == (kind == Kind.WORK);
    }

    static boolean isWeekend(LocalDate date) {
        return date.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
    }
}
