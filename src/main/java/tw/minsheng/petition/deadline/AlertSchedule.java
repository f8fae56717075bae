package tw.minsheng.petition.deadline;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tw.minsheng.calendar.OfficeDays;
import tw.minsheng.calendar.OfficeTime;
import tw.minsheng.petition.deadline.Alert.Recipient;

/**
 * When whom to remind of a due date: at half of the limit (lists only), three and one working days before, on the last day
 * in the morning, one and three working days after, then weekly. Petitions.md section 4, rule 7.
 *
 * @param morning when the mails of a day go out, moved into office time
 */
public record AlertSchedule(OfficeTime office, LocalTime morning) {

    private static final int WEEK = 7;
    private static final int BEFORE = 3;
    private static final int AFTER = 3;

    /** Mails at 09:00. */
    public static AlertSchedule of(OfficeTime office) {
        return new AlertSchedule(office, LocalTime.of(9, 0));
    }

    /**
     * All reminders after the receipt up to a day, in order; none while the case waits for the citizen.
     *
     * @param until no weekly reminder later than this
     */
    public List<Alert> alerts(Deadline deadline, Basis basis, LocalDate until) {
        return deadline.isWaiting() ? List.of() : all(deadline, basis, until);
    }

    /** The same for a case that is overdue although it waits: what is asked too late, or for too long, stops nothing. */
    public List<Alert> all(Deadline deadline, Basis basis, LocalDate until) {
        OfficeDays days = office.days();
        LocalDate last = days.onOrBefore(deadline.due().day());
        List<Alert> all = new ArrayList<>();
        all.add(new Alert("half", deadline.due(), half(deadline, basis), Set.of(Recipient.HANDLER), true));
        all.add(alert("t-3", deadline, morning(days.minus(deadline.due().day(), BEFORE)), Recipient.HANDLER));
        LocalDate eve = days.minus(deadline.due().day(), 1);
        all.add(alert("t-1", deadline, morning(eve), Recipient.HANDLER, Recipient.HEAD));
        all.add(alert("due", deadline, morning(last), Recipient.HANDLER));
        all.removeIf(each -> deadline.due().isPassedAt(each.sendAt()));
        all.addAll(overdue(deadline, until));
        all.removeIf(each -> !each.sendAt().isAfter(deadline.startedAt()));
        return List.copyOf(all);
    }

    private List<Alert> overdue(Deadline deadline, LocalDate until) {
        OfficeDays days = office.days();
        LocalDate due = deadline.due().day();
        List<Alert> all = new ArrayList<>();
        all.add(alert("overdue-1", deadline, morning(days.next(due)), Recipient.HEAD));
        LocalDate third = days.plus(due, AFTER);
        all.add(alert("overdue-3", deadline, morning(third), Recipient.CONTROL));
        int week = 1;
        LocalDate day = third.plusDays(WEEK);
        while (!days.onOrAfter(day).isAfter(until)) {
            all.add(alert("overdue-week-" + week, deadline, morning(days.onOrAfter(day)), Recipient.CONTROL));
            week++;
            day = day.plusDays(WEEK);
        }
        return all;
    }

    private static Alert alert(String step, Deadline deadline, LocalDateTime sendAt, Recipient... to) {
        return new Alert(step, deadline.due(), sendAt, Set.of(to), false);
    }

    private LocalDateTime morning(LocalDate day) {
        return office.onOrAfter(day.atTime(morning));
    }

    /** The day by which half of what counts has passed; of a limit in hours, the moment. */
    private LocalDateTime half(Deadline deadline, Basis basis) {
        if (basis == Basis.HOUR) {
            Duration all = Duration.between(deadline.startedAt(), deadline.due().at());
            return office.onOrAfter(deadline.startedAt().plus(all.dividedBy(2)));
        }
        long all = count(deadline, basis, deadline.due().day());
        LocalDate first = deadline.startDay().plusDays(1);
        long below = -1;
        long day =
                StrictMath.max(0, ChronoUnit.DAYS.between(first, deadline.due().day()));
        while (day - below > 1) {
            long middle = (day + below) / 2;
            if (count(deadline, basis, first.plusDays(middle)) * 2 < all) {
                below = middle;
            } else {
                day = middle;
            }
        }
        return morning(office.days().onOrAfter(first.plusDays(day)));
    }

    private long count(Deadline deadline, Basis basis, LocalDate until) {
        return basis == Basis.WORKING_DAY
                ? deadline.usedWorkingDays(until, office.days())
                : deadline.usedCalendarDays(until);
    }
}
