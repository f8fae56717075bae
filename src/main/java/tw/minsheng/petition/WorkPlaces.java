package tw.minsheng.petition;

import io.vertx.core.Future;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import tw.minsheng.kernel.Act;

/** Door to what each handler keeps at the desk: who stands in for her (代理人), and the filters she saved. */
public interface WorkPlaces {

    /**
     * Who stands in for whom.
     *
     * @param account who is away
     * @param deputy account name of who takes over
     * @param from first day
     * @param until last day
     */
    record Deputy(String account, String deputy, LocalDate from, LocalDate until) {

        public boolean isThere(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(until);
        }
    }

    /**
     * A list of cases that somebody asks for again and again.
     *
     * @param query of its address, without the question mark
     */
    record Saved(String name, String query) {}

    /** More nobody finds her way in. */
    int MOST_SAVED = 20;

    /** Whoever is away, and who stands in, on this day or later; each account at most once. */
    Future<List<Deputy>> deputies(Set<String> accounts, LocalDate day);

    /** For whom this account stands in on this day. */
    Future<List<String>> standsInFor(String deputy, LocalDate day);

    /** In place of the one before, with its line of the audit trail. */
    Future<Void> appoint(Deputy deputy, Act act);

    /** Nobody stands in any longer, with its line of the audit trail. */
    Future<Void> dismiss(String account, Act act);

    /** The saved lists of this account, by name. */
    Future<List<Saved>> saved(String account);

    /** In place of one of the same name; fails with {@code case.saved_full} (conflict) when there are {@link #MOST_SAVED}. */
    Future<Void> save(String account, Saved saved);

    Future<Void> forget(String account, String name);
}
