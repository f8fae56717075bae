package tw.minsheng.petition.imports;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * A time as the foreign system wrote it: a clock on its wall, without a zone.
 *
 * @param dayOnly true when only the day was written
 */
public record Moment(LocalDateTime at, boolean dayOnly) implements Comparable<Moment> {

    /** No time was given. */
    public static final Moment NONE = new Moment(LocalDateTime.MIN, false);

    private static final int LAST_SECOND = 24 * 60 * 60 - 1;

    public boolean isGiven() {
        return !equals(NONE);
    }

    public LocalDate day() {
        return at.toLocalDate();
    }

    /** Seconds by the clock on the wall; differences are plain differences of that clock. */
    public long second() {
        return at.toEpochSecond(ZoneOffset.UTC);
    }

    /** The last second that belongs to it: a due day ends at midnight. */
    public long lastSecond() {
        return dayOnly ? second() + LAST_SECOND : second();
    }

    @Override
    public int compareTo(Moment other) {
        return at.compareTo(other.at);
    }
}
