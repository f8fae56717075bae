package tw.minsheng.petition.deadline;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import tw.minsheng.calendar.OfficeDays;

/** Which unit held a case for how long; kept beside the clock of the case, which a reassignment does not restart. */
public final class UnitClock {

    private UnitClock() {}

    /** That a unit was given the case. */
    public record Assignment(String unit, LocalDateTime at) {}

    /**
     * How long a unit held the case, from one assignment to the next, without the days paused. The day of an assignment
     * belongs to the unit that had the case before.
     */
    public record Held(String unit, LocalDateTime from, LocalDateTime until, long workingDays, long calendarDays) {}

    /**
     * The holdings one after another; their working days add up to those of the case.
     *
     * @param assignments in order
     * @param end when the case was closed, or is looked at
     */
    public static List<Held> held(
            Deadline deadline, List<Assignment> assignments, LocalDateTime end, OfficeDays office) {
        List<Held> all = new ArrayList<>();
        for (int i = 0; i < assignments.size(); i++) {
            Assignment here = assignments.get(i);
            LocalDateTime until =
                    i + 1 < assignments.size() ? assignments.get(i + 1).at() : end;
            LocalDate from = here.at().toLocalDate();
            LocalDate to = until.toLocalDate();
            long working = deadline.usedWorkingDays(to, office) - deadline.usedWorkingDays(from, office);
            long calendar = deadline.usedCalendarDays(to) - deadline.usedCalendarDays(from);
            all.add(new Held(here.unit(), here.at(), until, working, calendar));
        }
        return List.copyOf(all);
    }

    /** The last day on which a wrong assignment may be moved on: one working day after it, two with a 會勘. */
    public static LocalDate moveBy(LocalDateTime assignedAt, boolean siteVisit, OfficeDays office) {
        return office.plus(assignedAt.toLocalDate(), siteVisit ? 2 : 1);
    }
}
