package tw.minsheng.security;

import java.time.Duration;
import java.time.Instant;

/**
 * A link that can be used once to choose a password.
 *
 * @param tokenHash SHA-256 of the token; the token itself is shown once and stored nowhere
 * @param purpose what it may be used for; a token for one purpose is refused for every other
 * @param account the account whose password it sets, "" for {@link Purpose#FIRST_ADMIN}, who chooses a name too
 * @param expires from this time on it is refused
 */
public record SetupLink(String tokenHash, Purpose purpose, String account, Instant expires) {

    /** What a link may be used for. */
    public enum Purpose {
        /** opens the first administrator of a new installation; void as soon as there is any account */
        FIRST_ADMIN(Duration.ofHours(24)),
        /** sets the password of an account that was opened, or reset, by an administrator */
        PASSWORD(Duration.ofDays(3));

        private final Duration life;

        Purpose(Duration life) {
            this.life = life;
        }

        public Duration life() {
            return life;
        }
    }

    public boolean isExpired(Instant now) {
        return !now.isBefore(expires);
    }
}
