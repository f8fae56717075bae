package tw.minsheng.invite.onsite;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import tw.minsheng.statistics.draw.SessionDraw;

/**
 * A half-day of a counter that was drawn.
 *
 * @param no from 1, in the order of the plan
 * @param counter code of the counter, a choice of the variable of the strata
 * @param start the first visitor who is asked, 1 or more
 * @param probability with which the session was drawn, in (0, 1]
 */
public record OnsiteSession(int no, String counter, LocalDate day, Half half, int start, double probability) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyMMdd", Locale.ROOT);

    /** A part of an office day. */
    public enum Half {
        AM,
        PM;

        /** {@code am} or {@code pm}. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Before this time of the day nobody can have been asked. */
        public LocalTime begins() {
            return this == AM ? LocalTime.MIDNIGHT : LocalTime.NOON;
        }

        /** @throws IllegalArgumentException when there is no such part */
        public static Half of(String key) {
            return valueOf(key.toUpperCase(Locale.ROOT));
        }
    }

    /** What stands on slips and in files, for example {@code building-261203a}. */
    public String code() {
        return counter + "-" + day.format(DAY) + half.key().charAt(0);
    }

    /** Before this time of the place nobody can have been asked. */
    public LocalDateTime begins() {
        return day.atTime(half.begins());
    }

    /** As the statistics see it. */
    SessionDraw.Session drawn() {
        return new SessionDraw.Session(0, no, start, probability);
    }
}
