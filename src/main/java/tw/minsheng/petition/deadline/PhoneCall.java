package tw.minsheng.petition.deadline;

import java.time.LocalDateTime;

/**
 * A call to the citizen, logged with time and person.
 *
 * @param by who called
 */
public record PhoneCall(LocalDateTime at, String by, Result result) {

    /** What came of it. */
    public enum Result {
        REACHED,
        NOT_REACHED,
        /** the citizen gave no number */
        NO_NUMBER
    }
}
