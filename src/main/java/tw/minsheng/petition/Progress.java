package tw.minsheng.petition;

import java.util.List;
import java.util.Set;
import tw.minsheng.petition.deadline.Deadline;

/**
 * What a petitioner sees of her case.
 *
 * @param lead the case whose answer she waits for: that into which hers was merged, else hers. Of another's case she sees
 *     its state, its due date and its answer, never its text nor its history.
 * @param events those of her own case that are shown to her, the first one first
 * @param deadline of the lead
 * @param mayReopen whether she may have it opened again
 */
public record Progress(CaseFile file, CaseFile lead, List<CaseEvent> events, Deadline deadline, boolean mayReopen) {

    /** What carries an answer that was approved. */
    private static final Set<String> ANSWERS = Set.of("approve", "answer");

    public Progress {
        events = List.copyOf(events);
    }

    /** Where her own case stands for her: that an answer waits for approval is a matter of the house. */
    public State state() {
        return shown(file);
    }

    /** Where the case stands whose answer she waits for. */
    public State leadState() {
        // what another petitioner is asked is no matter of hers
        boolean other = isMerged() && lead.state() == State.WAITING_CITIZEN;
        return other ? State.IN_PROGRESS : shown(lead);
    }

    public boolean isMerged() {
        return file.state() == State.MERGED;
    }

    /** Whether others wait for the same answer: then how it is counted tells of them, and only the date is hers to see. */
    public boolean isShared() {
        return isMerged() || lead.hasMerged();
    }

    /** Whether it was answered, so that what she has to say about the same matter is a new case (再陳情). */
    public boolean isAnswered() {
        return reply().isGiven();
    }

    private static State shown(CaseFile file) {
        return file.state() == State.PENDING_APPROVAL ? State.IN_PROGRESS : file.state();
    }

    /** Whether she is asked for something, which she may send from here. */
    public boolean isAsked() {
        return file.state() == State.WAITING_CITIZEN;
    }

    /** Whether an answer is still owed, so that its due date means something to her. */
    public boolean isAwaited() {
        return lead.state().isOpen() || lead.state() == State.UNCONFIRMED;
    }

    /**
     * The approved answer, {@link Reply#NONE} before; a proposal is nobody's answer. A merged case keeps the first answer
     * while the lead is worked on again.
     */
    public Reply reply() {
        return switch (lead.state()) {
            case CLOSED, FOLLOW_UP, RELEASED -> lead.reply();
            default -> isMerged() && wasAnswered() ? file.reply() : Reply.NONE;
        };
    }

    /** Her own case: one that was merged may carry a proposal that nobody approved. */
    private boolean wasAnswered() {
        return events.stream().anyMatch(event -> ANSWERS.contains(event.what()));
    }
}
