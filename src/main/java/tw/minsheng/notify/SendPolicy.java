package tw.minsheng.notify;

import java.time.Duration;

/**
 * How insistently notices are sent.
 *
 * @param firstPause after the first failure; doubled after each other
 * @param longestPause no pause is longer
 * @param mostTries then it is given up and shown to staff
 * @param patience how long the other side may take for one message
 * @param lease how long a claim holds, longer than the patience: whoever holds it has either told the result by then, or is lost
 */
public record SendPolicy(Duration firstPause, Duration longestPause, int mostTries, Duration patience, Duration lease) {

    /** Over a weekend without a mail server: 20 tries, a minute to four hours apart, 48 hours in all. */
    public static final SendPolicy DEFAULT = new SendPolicy(
            Duration.ofMinutes(1), Duration.ofHours(4), 20, Duration.ofMinutes(2), Duration.ofMinutes(6));

    /** @throws IllegalArgumentException when a claim could end before its sender gives up */
    public SendPolicy {
        if (lease.compareTo(patience) <= 0 || mostTries < 1) {
            throw new IllegalArgumentException("lease " + lease + ", patience " + patience);
        }
    }

    /** The pause after so many tries. */
    Duration pause(int tries) {
        Duration pause = firstPause;
        for (int i = 1; i < tries && pause.compareTo(longestPause) < 0; i++) {
            pause = pause.multipliedBy(2);
        }
        return pause.compareTo(longestPause) < 0 ? pause : longestPause;
    }
}
