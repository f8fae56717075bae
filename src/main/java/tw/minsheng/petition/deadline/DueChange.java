package tw.minsheng.petition.deadline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import tw.minsheng.calendar.OfficeDays;

/**
 * A due date that was counted again by another calendar, or with a closure that was not known before: old and new value
 * and the days that made the difference. It is an event of the case, never a silent correction.
 */
public record DueChange(Deadline before, Deadline after, List<LocalDate> newlyOff, List<LocalDate> newlyWorked) {

    public DueChange {
        newlyOff = List.copyOf(newlyOff);
        newlyWorked = List.copyOf(newlyWorked);
    }

    /** Counts the same case by both. */
    public static DueChange between(CaseTime time, DeadlineRules rules, OfficeDays old, OfficeDays now) {
        Deadline before = Deadline.of(time, rules, old);
        Deadline after = Deadline.of(time, rules, now);
        LocalDate last = before.due().day().isAfter(after.due().day())
                ? before.due().day()
                : after.due().day();
        List<LocalDate> off = new ArrayList<>();
        List<LocalDate> worked = new ArrayList<>();
        for (LocalDate day : now.differing(old, time.startDay(), last)) {
            (now.isWorking(day) ? worked : off).add(day);
        }
        return new DueChange(before, after, off, worked);
    }

    public boolean isMoved() {
        return !before.due().equals(after.due());
    }

    /** The change line by line. */
    public List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        if (!before.calendar().equals(after.calendar())) {
            steps.add(new Step.Recounted(before.calendar(), after.calendar()));
        }
        newlyOff.forEach(day -> steps.add(new Step.DayChanged(day, false)));
        newlyWorked.forEach(day -> steps.add(new Step.DayChanged(day, true)));
        steps.add(new Step.DueChanged(before.due(), after.due()));
        return steps;
    }
}
