package tw.minsheng.petition;

import java.util.List;
import tw.minsheng.petition.deadline.Deadline;

/**
 * What a petitioner sees of her case.
 *
 * @param events those that are shown to her, the first one first
 */
public record Progress(CaseFile file, List<CaseEvent> events, Deadline deadline) {

    public Progress {
        events = List.copyOf(events);
    }

    /** Where the case stands for her: that an answer waits for approval is a matter of the house. */
    public State state() {
        return file.state() == State.PENDING_APPROVAL ? State.IN_PROGRESS : file.state();
    }

    /** Whether an answer is still owed, so that its due date means something to her. */
    public boolean isAwaited() {
        return file.state().isOpen() || file.state() == State.UNCONFIRMED;
    }

    /** The approved answer, {@link Reply#NONE} before; a proposal is nobody's answer. */
    public Reply reply() {
        return switch (file.state()) {
            case CLOSED, FOLLOW_UP, RELEASED -> file.reply();
            default -> Reply.NONE;
        };
    }
}
