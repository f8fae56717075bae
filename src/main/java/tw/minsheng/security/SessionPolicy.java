package tw.minsheng.security;

import java.time.Duration;
import java.time.Instant;

/** How long a session lives: 15 minutes without a page, 12 hours at most. */
public final class SessionPolicy {

    public static final Duration IDLE = Duration.ofMinutes(15);
    public static final Duration ABSOLUTE = Duration.ofHours(12);
    /** The use of a session is written down at most this often. */
    public static final Duration TOUCH = Duration.ofMinutes(1);

    private SessionPolicy() {}

    public static boolean isAlive(Session session, Instant now) {
        return now.isBefore(session.used().plus(IDLE))
                && now.isBefore(session.started().plus(ABSOLUTE));
    }

    /** Whether this use must be written down. */
    public static boolean needsTouch(Session session, Instant now) {
        return !now.isBefore(session.used().plus(TOUCH));
    }
}
