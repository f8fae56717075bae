package tw.minsheng.petition.deadline;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import tw.minsheng.calendar.OfficeDays;

/**
 * A limit that is a time of day, such as 07:30 for 輿情: due when the clock shows it next, also outside office hours.
 *
 * @param workingDaysOnly whether only working days have such a time
 */
public record ClockLimit(LocalTime at, boolean workingDaysOnly) {

    /** What came in before that time of a day is due that day, else the next. */
    public Deadline deadline(LocalDateTime receivedAt, OfficeDays office) {
        LocalDate day = receivedAt.toLocalDate();
        LocalDate first = receivedAt.toLocalTime().isBefore(at) ? day : day.plusDays(1);
        Due due = Due.moment((workingDaysOnly ? office.onOrAfter(first) : first).atTime(at));
        boolean provisional =
                !office.calendar().covers(day) || !office.calendar().covers(due.day());
        List<Step> steps = new ArrayList<>();
        steps.add(new Step.Received(CaseStart.of(receivedAt), true));
        steps.add(new Step.ClockTime(at, workingDaysOnly));
        steps.add(new Step.End(due));
        steps.add(new Step.KnownDays(office));
        if (provisional) {
            steps.add(new Step.Provisional(
                    office.calendar().coversFrom(), office.calendar().coversUntil()));
        }
        return new Deadline(receivedAt, due, due, List.of(), false, provisional, false, office.version(), steps);
    }
}
