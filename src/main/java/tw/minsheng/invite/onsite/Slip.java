package tw.minsheng.invite.onsite;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import tw.minsheng.collect.SamplePlace;

/**
 * A slip that was handed to a visitor: it names the session and a number that is used once, and nobody.
 *
 * @param counter code of the counter
 * @param session code of the session ({@link OnsiteSession#code})
 * @param number of the slip in its session, from 1
 */
public record Slip(String survey, String wave, String counter, String session, int number) {

    /** Most slips that one session can have. */
    public static final int MOST = 999;

    /** So many days after its session an answer still is that of the visitor who was asked. */
    public static final int DAYS = 14;

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuMMdd", Locale.ROOT);

    /** How the time of an answer lies to the session of its slip. */
    public enum Time {
        /** nobody can have been asked yet */
        EARLY,
        /** the answer counts as drawn */
        GOOD,
        /** the session is long over */
        LATE
    }

    /** Day of the session. */
    public LocalDate day() {
        String moment = moment();
        return LocalDate.parse(moment.substring(0, moment.length() - 1), DAY);
    }

    /** @param now time of the place */
    public Time time(LocalDateTime now) {
        OnsiteSession.Half half = moment().endsWith("a") ? OnsiteSession.Half.AM : OnsiteSession.Half.PM;
        if (now.isBefore(day().atTime(half.begins()))) {
            return Time.EARLY;
        }
        return now.toLocalDate().isAfter(day().plusDays(DAYS)) ? Time.LATE : Time.GOOD;
    }

    private String moment() {
        return session.substring(session.lastIndexOf('-') + 1);
    }

    /**
     * Where an answer through this slip stands in the sample: in none, when it comes at a time at which it cannot be that of a visitor
     * who was asked.
     *
     * @param now time of the place
     */
    public SamplePlace place(LocalDateTime now) {
        return time(now) == Time.GOOD ? new SamplePlace(counter, session) : SamplePlace.NONE;
    }
}
