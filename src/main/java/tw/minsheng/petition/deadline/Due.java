package tw.minsheng.petition.deadline;

import java.time.LocalDate;
import java.time.LocalDateTime;

/**
 * The end of a limit.
 *
 * @param at the moment when {@code timed}, else the start of the last day, which counts as a whole
 */
public record Due(LocalDateTime at, boolean timed) {

    static Due day(LocalDate day) {
        return new Due(day.atStartOfDay(), false);
    }

    static Due moment(LocalDateTime at) {
        return new Due(at, true);
    }

    public LocalDate day() {
        return at.toLocalDate();
    }

    /** Whether something done at this moment is too late. */
    public boolean isPassedAt(LocalDateTime moment) {
        return timed ? moment.isAfter(at) : moment.toLocalDate().isAfter(day());
    }

    /** ISO: {@code 2026-11-30}, or {@code 2026-11-30T09:00}. */
    @Override
    public String toString() {
        return timed ? at.toString() : day().toString();
    }
}
