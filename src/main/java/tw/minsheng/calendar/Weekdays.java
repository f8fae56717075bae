package tw.minsheng.calendar;

/** Counting Mondays to Fridays in constant time, on days since 1970-01-01. */
final class Weekdays {

    /** 1970-01-05 was a Monday. */
    private static final long MONDAY = 4;

    private static final int WEEK = 7;
    private static final int WORKED = 5;

    private Weekdays() {}

    /** Weekdays from 1970-01-05 up to the day before this one; negative for earlier days. */
    static long before(long day) {
        long since = day - MONDAY;
        return Math.floorDiv(since, WEEK) * WORKED + Math.min(Math.floorMod(since, WEEK), WORKED);
    }

    /** The weekday before which there are so many. */
    static long nth(long number) {
        return Math.floorDiv(number, WORKED) * WEEK + Math.floorMod(number, WORKED) + MONDAY;
    }

    static boolean isWeekday(long day) {
        return Math.floorMod(day - MONDAY, WEEK) < WORKED;
    }
}
