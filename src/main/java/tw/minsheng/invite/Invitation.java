package tw.minsheng.invite;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What the holder of a link may do.
 *
 * @param expires first moment at which it is too late
 */
public record Invitation(String survey, String wave, State state, Instant expires) {

    /** How far it was used. */
    public enum State {
        /** nobody has followed the link */
        OPEN,
        /** the link was followed */
        STARTED,
        /** the answer is finished */
        SPENT;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<State> of(String key) {
            return Arrays.stream(values())
                    .filter(state -> state.key().equals(key))
                    .findFirst();
        }
    }

    /** Whether it is too late for an answer that is not there yet. */
    public boolean isExpired(Instant now) {
        return !now.isBefore(expires);
    }
}
