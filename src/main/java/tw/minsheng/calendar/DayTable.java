package tw.minsheng.calendar;

import java.util.BitSet;

/**
 * Numbers the working days one after another, so that counting and stepping take constant time: a table over a span of
 * days, Mondays to Fridays before and after it. Days are days since 1970-01-01.
 */
final class DayTable {

    private final long first;
    private final long end;
    /** the number of the first day of the span */
    private final long base;
    /** for each day of the span, and the day after it, how many working days of the span lie before */
    private final int[] before;
    /** the working days of the span, as days after its first */
    private final int[] working;

    /** @param worked bit i says whether day first + i is worked, for i below length */
    DayTable(long first, int length, BitSet worked) {
        this.first = first;
        this.end = first + length;
        this.base = Weekdays.before(first);
        this.before = new int[length + 1];
        this.working = new int[worked.cardinality()];
        int found = 0;
        for (int i = 0; i < length; i++) {
            before[i] = found;
            if (worked.get(i)) {
                working[found++] = i;
            }
        }
        before[length] = found;
    }

    /** The number of a day: how many working days lie before it. */
    long number(long day) {
        if (day < first) {
            return Weekdays.before(day);
        }
        return day <= end
                ? base + before[(int) (day - first)]
                : base + working.length + Weekdays.before(day) - Weekdays.before(end);
    }

    /** The working day with this number. */
    long day(long number) {
        if (number < base) {
            return Weekdays.nth(number);
        }
        long inside = number - base;
        return inside < working.length
                ? first + working[(int) inside]
                : Weekdays.nth(inside - working.length + Weekdays.before(end));
    }
}
