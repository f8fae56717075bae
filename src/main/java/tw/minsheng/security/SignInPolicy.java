package tw.minsheng.security;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Five failures lock a name for 15 minutes, whether or not an account of that name exists. */
public final class SignInPolicy {

    public static final int FAILURES = 5;
    public static final Duration LOCK = Duration.ofMinutes(15);

    private SignInPolicy() {}

    /**
     * The failures of one name so far.
     *
     * @param failures how many, since the last success or the last quiet 15 minutes
     * @param last when the last one was
     */
    public record Attempts(int failures, Instant last) {

        public static final Attempts NONE = new Attempts(0, Instant.EPOCH);
    }

    /**
     * What is to be stored before a password is compared; empty when the name is locked and nothing may be compared.
     * Every attempt counts as a failure from its start, so that many at once do not slip through; a success takes all
     * of them away.
     */
    public static Optional<Attempts> begin(Attempts before, Instant now) {
        boolean quiet = !now.isBefore(before.last().plus(LOCK));
        if (quiet) {
            return Optional.of(new Attempts(1, now));
        }
        if (before.failures() >= FAILURES) {
            return Optional.empty();
        }
        return Optional.of(new Attempts(before.failures() + 1, now));
    }
}
