package tw.minsheng.petition.deadline;

import java.util.ArrayList;
import java.util.List;
import tw.minsheng.kernel.Fault;

/**
 * When the clock may stand, and for how long.
 *
 * @param mostDays calendar days that one pause stops the clock at most
 * @param forOtherAgency whether it also stands while another agency is asked (待其他機關)
 * @param unansweredDays calendar days after which a request that nobody answered may end the case as 未補正
 */
public record PauseRules(int mostDays, boolean forOtherAgency, int unansweredDays) {

    /** 30 days at most, not for other agencies, 14 days for the answer. */
    public static final PauseRules DEFAULT = new PauseRules(30, false, 14);

    /** @throws IllegalArgumentException when a pause could not last a day, or no answer could be awaited */
    public PauseRules {
        if (mostDays < 1 || unansweredDays < 1) {
            throw new IllegalArgumentException("pauses of " + mostDays + " days, " + unansweredDays + " for an answer");
        }
    }

    /** Every rule that forbids this pause; none when the clock may stand. */
    public List<Fault> faults(CaseTime time, Pause pause) {
        List<Fault> faults = new ArrayList<>();
        if (pause.cause() == Pause.Cause.OTHER_AGENCY && !forOtherAgency) {
            faults.add(Fault.of("cause", "pause.other_agency"));
        }
        if (pause.requested().isBefore(time.startDay())) {
            faults.add(Fault.of("requested", "pause.before_receipt"));
        }
        return faults;
    }

    /** Whether the last request was waited for so long that the handler may close the case as 未補正. */
    public boolean mayClose(CaseTime time) {
        if (time.pauses().isEmpty()) {
            return false;
        }
        Pause last = time.pauses().get(time.pauses().size() - 1);
        boolean citizen = last.cause() == Pause.Cause.CITIZEN;
        return citizen
                && !last.isOpen()
                && !last.isAnswered()
                && last.end().isAfter(last.requested().plusDays(unansweredDays));
    }
}
