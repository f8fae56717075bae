package tw.minsheng.petition.deadline;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import tw.minsheng.kernel.Fault;
import tw.minsheng.kernel.Problem;

/**
 * A notice that was sent to the citizen.
 *
 * @param reference number of the document or of the message
 */
public record CitizenNotice(Channel channel, LocalDateTime sentAt, String reference) {

    /** How it went out. */
    public enum Channel {
        LETTER,
        EMAIL,
        SMS,
        PHONE,
        COUNTER;

        /** The word used in forms and in the history. */
        public String key() {
            return this == EMAIL ? "mail" : name().toLowerCase(Locale.ROOT);
        }

        /** Whether the citizen holds the reason in writing, as the law asks beyond its cap. */
        public boolean isWritten() {
            return this == LETTER || this == EMAIL;
        }
    }

    /** @throws Problem {@code notice.faults} when it has no reference: it could not be found again */
    public CitizenNotice {
        if (reference.isBlank()) {
            throw Problem.invalid("notice.faults", List.of(Fault.of("reference", "notice.reference")));
        }
    }
}
