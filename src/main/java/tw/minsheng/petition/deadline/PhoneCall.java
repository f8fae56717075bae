package tw.minsheng.petition.deadline;

import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

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
        NO_NUMBER;

        /** The word used in forms and in the history. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Result> of(String key) {
            return Arrays.stream(values())
                    .filter(result -> result.key().equals(key))
                    .findFirst();
        }
    }
}
