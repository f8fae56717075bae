package tw.minsheng.petition.deadline;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import tw.minsheng.calendar.OfficeDays;

/** Days from the first to the last, both included; none when the last lies before the first. */
public record DaySpan(LocalDate first, LocalDate last) {

    public boolean isEmpty() {
        return last.isBefore(first);
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
    }

    /** All its days. */
    public long days() {
        return isEmpty() ? 0 : ChronoUnit.DAYS.between(first, last) + 1;
    }

    /** Those that are worked. */
    public long workingDays(OfficeDays office) {
        return isEmpty() ? 0 : office.between(first.minusDays(1), last);
    }

    /** What of it lies after {@code from}, up to and with {@code until}. */
    DaySpan within(LocalDate from, LocalDate until) {
        LocalDate start = first.isAfter(from) ? first : from.plusDays(1);
        return new DaySpan(start, last.isBefore(until) ? last : until);
    }
}
