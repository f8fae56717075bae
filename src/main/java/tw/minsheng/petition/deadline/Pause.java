package tw.minsheng.petition.deadline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import tw.minsheng.kernel.Fault;
import tw.minsheng.kernel.Problem;

/**
 * The clock stands while the citizen (補正), or another agency, is asked. The day of the request and the day of the answer
 * both count as worked, so that the days between them are paused.
 *
 * @param end the day of the answer, or for an open pause the day on which it is looked at
 * @param isOpen whether the answer is still awaited: then {@code end} is paused, too
 * @param reason why the case cannot go on
 * @param notice by which the citizen was asked, or told
 * @param isAnswered whether it ended with an answer, so that nobody may call the case 未補正
 */
public record Pause(
        Cause cause,
        LocalDate requested,
        LocalDate end,
        boolean isOpen,
        String reason,
        CitizenNotice notice,
        boolean isAnswered)
        implements ClockAct {

    /** For whom the case waits. */
    public enum Cause {
        /** 待補正 */
        CITIZEN,
        /** 待其他機關, where the agency has turned it on */
        OTHER_AGENCY
    }

    /** @throws Problem {@code pause.faults} with every fault: no reason, or the end before the request */
    public Pause {
        List<Fault> faults = new ArrayList<>();
        if (reason.isBlank()) {
            faults.add(Fault.of("reason", "pause.reason"));
        }
        if (end.isBefore(requested)) {
            faults.add(Fault.of("end", "pause.order"));
        }
        if (!faults.isEmpty()) {
            throw Problem.invalid("pause.faults", faults);
        }
    }

    /** A pause that was answered. */
    public static Pause answered(LocalDate requested, LocalDate answered, String reason, CitizenNotice notice) {
        return new Pause(Cause.CITIZEN, requested, answered, false, reason, notice, true);
    }

    /** A pause that is still open on this day. */
    public static Pause open(LocalDate requested, LocalDate today, String reason, CitizenNotice notice) {
        return new Pause(Cause.CITIZEN, requested, today, true, reason, notice, false);
    }

    Pause seenOn(LocalDate today) {
        return new Pause(cause, requested, today.isBefore(requested) ? requested : today, true, reason, notice, false);
    }

    Pause endedOn(LocalDate day, boolean withAnswer) {
        return new Pause(cause, requested, day, false, reason, notice, withAnswer);
    }

    @Override
    public LocalDate day() {
        return requested;
    }

    /** The days for which the clock stands, at most so many of them. */
    DaySpan span(int mostDays) {
        LocalDate last = isOpen ? end : end.minusDays(1);
        LocalDate most = requested.plusDays(mostDays);
        return new DaySpan(requested.plusDays(1), last.isAfter(most) ? most : last);
    }
}
