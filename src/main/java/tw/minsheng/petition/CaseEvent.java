package tw.minsheng.petition;

import java.util.Map;
import tw.minsheng.kernel.Act;

/**
 * One line of a case's history; never changed, never deleted.
 *
 * @param number of the line in its case, from 1; also the revision of the case after it
 * @param what key of a {@link Move}, or of what happened without one ({@code note}, {@code extend} …)
 * @param from the state before
 * @param to the state after, the same when the case did not move
 * @param reason in words of the person who acted, for staff; "" when none was asked for
 * @param told in words for the petitioner, "" when nothing was written for her
 * @param visible whether the petitioner sees this line, without {@code reason}
 * @param details values by name, for example the unit or the ground
 */
public record CaseEvent(
        int number,
        Act act,
        String what,
        State from,
        State to,
        String reason,
        String told,
        boolean visible,
        Map<String, String> details) {

    public CaseEvent {
        details = Map.copyOf(details);
    }

    /** Whether it may be taken back as the last step of a case: an assignment, a start, a note for staff. */
    public boolean canBeUndone() {
        return Former.isThere(this);
    }
}
