package tw.minsheng.petition.deadline;

import java.time.LocalDateTime;
import java.util.Set;

/**
 * A reminder of a due date, sent once.
 *
 * @param step unique within a due date: {@code half}, {@code t-3}, {@code t-1}, {@code due}, {@code overdue-1},
 *     {@code overdue-3}, {@code overdue-week-1} and so on
 * @param sendAt in office time
 * @param isSilent whether it only marks the case in lists
 */
public record Alert(String step, Due due, LocalDateTime sendAt, Set<Recipient> to, boolean isSilent) {

    /** Whose matter it is. */
    public enum Recipient {
        HANDLER,
        /** head of the unit */
        HEAD,
        /** 研考 */
        CONTROL
    }

    public Alert {
        to = Set.copyOf(to);
    }

    /** What may exist only once: the case, the step and the due date. */
    public String key(String caseNumber) {
        return caseNumber + " " + step + " " + due;
    }
}
