package tw.minsheng.petition.deadline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import tw.minsheng.calendar.OfficeDays;
import tw.minsheng.calendar.SpecialDay;

/** Counts one limit, and writes down how. Used once. */
final class DeadlineCount {

    private final CaseTime time;
    private final DeadlineRules rules;
    private final OfficeDays office;
    private final Basis basis;
    private final Counting counting;
    private final LocalDate start;
    private final List<Step> steps = new ArrayList<>();
    private final List<DaySpan> paused = new ArrayList<>();

    DeadlineCount(CaseTime time, DeadlineRules rules, OfficeDays office) {
        this.time = time;
        this.rules = rules;
        this.office = office;
        this.basis = time.limit().basis();
        this.counting = Counting.of(basis, rules, office);
        this.start = time.startDay();
    }

    Deadline deadline() {
        Due due = begun();
        Due unextended = due;
        boolean waiting = false;
        for (ClockAct act : time.acts()) {
            if (act instanceof Pause pause) {
                waiting |= pause.isOpen() && !isTooLate(counting.held(due), pause);
                due = paused(due, pause);
            } else if (act instanceof Extension extension) {
                due = extended(due, extension);
            }
        }
        if (time.extensions().isEmpty()) {
            unextended = due;
        } else if (!time.pauses().isEmpty()) {
            unextended = Deadline.of(time.withoutExtensions(), rules, office).due();
        }
        return ended(due, counting.held(unextended), waiting);
    }

    /** The end without pauses and extensions, not yet moved. */
    private Due begun() {
        steps.add(new Step.Received(time.start(), basis == Basis.HOUR));
        LocalDate first = basis == Basis.WORKING_DAY ? office.next(start) : start.plusDays(1);
        steps.add(new Step.Limited(time.limit(), rules.hours(), first));
        Due due = counting.first(time.startedAt(), time.limit().amount());
        if (basis == Basis.WORKING_DAY) {
            special(start, due.day());
            steps.add(Step.WorkingDays.after(start, due.day(), office));
        } else if (basis == Basis.CALENDAR_DAY) {
            steps.add(new Step.AllDays(first, due.day(), time.limit().amount()));
        } else if (rules.hours() == DeadlineRules.Hours.OFFICE) {
            special(start.minusDays(1), due.day());
        }
        return due;
    }

    private Due paused(Due due, Pause pause) {
        Due held = counting.held(due);
        DaySpan whole = pause.span(Integer.MAX_VALUE);
        DaySpan allowed = pause.span(rules.pauses().mostDays());
        DaySpan span = allowed.within(start, allowed.last());
        if (span.isEmpty() || isTooLate(held, pause)) {
            steps.add(new Step.PauseIdle(pause, !span.isEmpty(), held));
            return due;
        }
        paused.add(span);
        boolean afterCounted = span.first().isAfter(due.day());
        Due moved = afterCounted ? Due.day(span.last().plusDays(1)) : counting.after(due, span);
        Due after = counting.held(moved);
        if (basis == Basis.WORKING_DAY) {
            special(held.day(), after.day());
        }
        if (whole.last().isAfter(allowed.last())) {
            steps.add(new Step.PauseCapped(pause, rules.pauses().mostDays()));
        }
        steps.add(new Step.Paused(pause, span, basis, counting.lost(span), held, after));
        return moved;
    }

    /** Whether the clock had run out before it could stand. */
    private boolean isTooLate(Due held, Pause pause) {
        LocalDate whole = pause.span(rules.pauses().mostDays()).first();
        LocalDate first = whole.isAfter(start) ? whole : start.plusDays(1);
        return held.timed() ? !held.at().isAfter(first.atStartOfDay()) : first.isAfter(held.day());
    }

    private Due extended(Due due, Extension extension) {
        Due held = counting.held(due);
        Due named = counting.named(extension.until());
        Due after = counting.held(named);
        if (basis == Basis.WORKING_DAY) {
            special(held.day(), after.day());
        }
        long length = counting.days(held.day(), after.day());
        steps.add(new Step.Extended(extension, basis, length, held, after));
        return named;
    }

    private Deadline ended(Due counted, Due unextended, boolean waiting) {
        Due due = counting.held(counted);
        if (!due.equals(counted)) {
            special(counted.day().minusDays(1), due.day());
            steps.add(new Step.Moved(counted.day(), due.day()));
        }
        boolean control = isUnderControl(due);
        steps.add(new Step.End(due));
        steps.add(new Step.KnownDays(office));
        boolean provisional =
                !office.calendar().covers(start) || !office.calendar().covers(due.day());
        if (provisional) {
            LocalDate from = office.calendar().coversFrom();
            steps.add(new Step.Provisional(from, office.calendar().coversUntil()));
        }
        return new Deadline(
                time.startedAt(), due, unextended, paused, waiting, provisional, control, office.version(), steps);
    }

    private boolean isUnderControl(Due due) {
        if (time.extensions().isEmpty()) {
            return false;
        }
        long days = counting.days(start, due.day());
        for (DaySpan span : paused) {
            days -= counting.lost(span.within(start, due.day()));
        }
        int most = rules.extensions().specialControl();
        if (days > most) {
            steps.add(new Step.UnderControl(days, most));
        }
        return days > most;
    }

    private void special(LocalDate after, LocalDate until) {
        for (SpecialDay day : office.special(after, until)) {
            steps.add(new Step.Special(day));
        }
    }
}
