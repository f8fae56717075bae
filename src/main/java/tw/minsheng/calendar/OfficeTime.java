package tw.minsheng.calendar;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;

/** Counting the time in which the offices are open; the time of the place, without a zone. */
public record OfficeTime(OfficeDays days, OfficeHours hours) {

    /** The moment by which so much office time has passed since {@code from}. */
    public LocalDateTime plus(LocalDateTime from, Duration time) {
        Duration left = time;
        LocalDate day = days.onOrAfter(from.toLocalDate());
        while (true) {
            for (OfficeDays.Half half : days.open(day)) {
                LocalDateTime start = later(day.atTime(hours.from(half)), from);
                Duration open = Duration.between(start, day.atTime(hours.until(half)));
                if (!open.isNegative() && open.compareTo(left) >= 0) {
                    return start.plus(left);
                }
                left = open.isNegative() ? left : left.minus(open);
            }
            day = days.next(day);
        }
    }

    /** The office time between two moments; none when the second is not later. */
    public Duration between(LocalDateTime from, LocalDateTime until) {
        Duration sum = Duration.ZERO;
        LocalDate day = days.onOrAfter(from.toLocalDate());
        while (!day.isAfter(until.toLocalDate())) {
            for (OfficeDays.Half half : days.open(day)) {
                LocalDateTime start = later(day.atTime(hours.from(half)), from);
                LocalDateTime close = day.atTime(hours.until(half));
                LocalDateTime end = close.isBefore(until) ? close : until;
                sum = start.isBefore(end) ? sum.plus(Duration.between(start, end)) : sum;
            }
            day = days.next(day);
        }
        return sum;
    }

    /** This moment when the offices are open, else the next at which they open. */
    public LocalDateTime onOrAfter(LocalDateTime moment) {
        LocalDate day = days.onOrAfter(moment.toLocalDate());
        while (true) {
            for (OfficeDays.Half half : days.open(day)) {
                LocalDateTime start = later(day.atTime(hours.from(half)), moment);
                if (start.isBefore(day.atTime(hours.until(half)))) {
                    return start;
                }
            }
            day = days.next(day);
        }
    }

    private static LocalDateTime later(LocalDateTime one, LocalDateTime other) {
        return one.isAfter(other) ? one : other;
    }
}
