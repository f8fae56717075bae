package tw.minsheng.petition;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import tw.minsheng.kernel.Act;
import tw.minsheng.petition.deadline.Due;

/** Door to the calendars by which due dates were and are counted, and to what was closed locally (颱風停班). */
public interface OfficeCalendars {

    /** A day that differs from the weekday. */
    record Day(LocalDate date, boolean off, String name) {}

    /**
     * A calendar; never changed, so that an old due date can be explained by its version.
     *
     * @param source name of the file it came from, "" for the one of the product
     */
    record Kept(String version, LocalDate from, LocalDate until, List<Day> days, String source) {

        public Kept {
            days = List.copyOf(days);
        }
    }

    /**
     * Offices of a district, or of the whole city, that stayed closed.
     *
     * @param id 0 while it is not kept
     * @param district "" for the whole city
     * @param part {@code morning, afternoon} or {@code day}
     * @param actor who wrote it down, "" while it is not kept
     */
    record Closure(long id, String district, LocalDate day, String part, String name, String actor, Instant at) {}

    /** An open case with the due date as it is kept. */
    record Dated(CaseFile file, Due due) {}

    /** Another one whenever a calendar was imported, or a closure written down or taken back. */
    Future<String> mark();

    /** The calendar that was imported last; empty while none was. */
    Future<Optional<Kept>> newest();

    /**
     * Imports a calendar, with its line of the audit trail.
     *
     * @param mark what was known when it was put together
     * @return false, and nothing is kept, when something else has been brought in since
     */
    Future<Boolean> add(Kept calendar, String mark, Act act);

    /** The mark by which all open cases were last counted, "" when never. */
    Future<String> counted();

    /** That all open cases have been counted by what was known at this mark. */
    Future<Void> counted(String mark);

    /** That due dates are counted by this calendar, whoever made it; kept once. */
    Future<Void> used(Kept calendar, Instant at);

    /** All that hold, the newest day first. */
    Future<List<Closure>> closures();

    /** Writes closures down, each with its line of the audit trail; how many were not known before. */
    Future<Integer> close(List<Closure> closures, Act act);

    /** Takes a closure back, with its line of the audit trail; fails with {@code not_found} when it does not hold. */
    Future<Void> withdraw(long id, Act act);

    /** Open cases in the order of their numbers. */
    Future<List<Dated>> open(CaseNumber after, int limit);
}
