package tw.minsheng.petition.deadline;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Locale;
import tw.minsheng.calendar.OfficeDays;

/**
 * What is stored when a case is closed, and never computed again in silence. Days after the receipt up to and with the
 * day of closing.
 *
 * @param usedWorkingDays without those paused
 * @param usedCalendarDays without those paused
 * @param pausedDays calendar days for which the clock stood
 * @param extendedDays days of the limit's basis that extensions added in all; calendar days when it is in hours
 * @param calendar version by which it was counted
 */
public record ClosingFigures(
        LocalDateTime closedAt,
        Due dueAtClose,
        OnTime onTime,
        long usedWorkingDays,
        long usedCalendarDays,
        long pausedDays,
        long extendedDays,
        String calendar) {

    /** How a case was closed, measured by its limit. */
    public enum OnTime {
        /** 依限辦結 */
        WITHIN_LIMIT,
        /** 展期後依限辦結: too late but for the extension */
        WITHIN_EXTENSION,
        /** 逾限辦結 */
        LATE;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** @throws IllegalArgumentException when there is none of this key */
        public static OnTime of(String key) {
            return valueOf(key.toUpperCase(Locale.ROOT));
        }
    }

    /** The figures of a case closed at this moment. */
    public static ClosingFigures of(CaseTime time, DeadlineRules rules, OfficeDays office, LocalDateTime closedAt) {
        Deadline deadline = Deadline.of(time, rules, office);
        LocalDate day = closedAt.toLocalDate();
        return new ClosingFigures(
                closedAt,
                deadline.due(),
                onTime(deadline, closedAt),
                deadline.usedWorkingDays(day, office),
                deadline.usedCalendarDays(day),
                deadline.pausedDays(day),
                extendedDays(deadline),
                deadline.calendar());
    }

    private static OnTime onTime(Deadline deadline, LocalDateTime closedAt) {
        if (!deadline.unextended().isPassedAt(closedAt)) {
            return OnTime.WITHIN_LIMIT;
        }
        return deadline.due().isPassedAt(closedAt) ? OnTime.LATE : OnTime.WITHIN_EXTENSION;
    }

    private static long extendedDays(Deadline deadline) {
        return deadline.steps().stream()
                .mapToLong(step -> step instanceof Step.Extended extended ? extended.length() : 0)
                .sum();
    }
}
