package tw.minsheng.calendar;

import java.time.LocalDate;

/** Years that a calendar of offices can mean; another is a slip of the keyboard. */
public final class CalendarYears {

    private static final int FIRST = 1912;
    private static final int LAST = 2999;

    private CalendarYears() {}

    public static boolean isPossible(LocalDate date) {
        return date.getYear() >= FIRST && date.getYear() <= LAST;
    }
}
