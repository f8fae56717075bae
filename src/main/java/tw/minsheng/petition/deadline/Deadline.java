package tw.minsheng.petition.deadline;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import tw.minsheng.calendar.OfficeDays;

/**
 * By when a case must be answered, and why.
 *
 * @param startedAt the receipt from which it is counted
 * @param due the end of the limit
 * @param unextended the end it would have without extensions
 * @param paused the days for which the clock stood, as far as they moved the end
 * @param isWaiting whether a pause is still open that moves the end on with every day; one that came too late does not
 * @param provisional whether days are counted that the calendar does not cover (暫算)
 * @param specialControl whether an extension makes it so long that it is put under special control (專案列管)
 * @param calendar version of the calendar and of what is closed locally
 * @param steps the explanation, line by line
 */
public record Deadline(
        LocalDateTime startedAt,
        Due due,
        Due unextended,
        List<DaySpan> paused,
        boolean isWaiting,
        boolean provisional,
        boolean specialControl,
        String calendar,
        List<Step> steps) {

    public Deadline {
        paused = List.copyOf(paused);
        steps = List.copyOf(steps);
    }

    /** The same for the same input, whenever it is asked. Petitions.md section 4, rules 1 to 5 and 10. */
    public static Deadline of(CaseTime time, DeadlineRules rules, OfficeDays office) {
        return new DeadlineCount(time, rules, office).deadline();
    }

    LocalDate startDay() {
        return startedAt.toLocalDate();
    }

    /** Working days after the receipt up to and with this day, without those paused. */
    public long usedWorkingDays(LocalDate until, OfficeDays office) {
        long used = Math.max(0, office.between(startDay(), until));
        for (DaySpan span : paused) {
            used -= span.within(startDay(), until).workingDays(office);
        }
        return used;
    }

    /** Calendar days after the receipt up to and with this day, without those paused. */
    public long usedCalendarDays(LocalDate until) {
        return new DaySpan(startDay().plusDays(1), until).days() - pausedDays(until);
    }

    /** Calendar days paused up to and with this day. */
    public long pausedDays(LocalDate until) {
        return paused.stream()
                .mapToLong(span -> span.within(startDay(), until).days())
                .sum();
    }

    /** Days of the basis after the receipt up to and with this day, without those paused. */
    long countedDays(Counting counting, LocalDate until) {
        long counted = counting.days(startDay(), until);
        for (DaySpan span : paused) {
            counted -= counting.lost(span.within(startDay(), until));
        }
        return counted;
    }
}
