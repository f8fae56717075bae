package tw.minsheng.web.staff;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import tw.minsheng.report.cases.HotSpots;
import tw.minsheng.report.cases.WordTables;

/** What the pages show of words and places of petitions; heavy work runs on worker threads. */
public interface CaseThemes {

    /** Weeks before the period with which it is compared. */
    int WEEKS_BEFORE = 13;

    /**
     * @param agencies keys of the agencies whose cases count
     * @param from first day of receipt
     * @param until last day of receipt
     * @param types their types, as own and imported cases write them; empty for all
     */
    record Asked(Set<String> agencies, LocalDate from, LocalDate until, Set<String> types) {

        public Asked {
            agencies = Set.copyOf(agencies);
            types = Set.copyOf(types);
        }
    }

    /**
     * @param at when they were counted
     * @param texts of the period, {@code before} of the weeks before it
     * @param cut whether only the newest were read
     */
    record Words(Instant at, long texts, long before, boolean cut, WordTables tables) {}

    /** @param at when they were counted */
    record Spots(Instant at, HotSpots map) {}

    /** Counts at most some minutes old; the types are not looked at. */
    Future<Words> words(Asked asked);

    /** Counts at most some minutes old. */
    Future<Spots> spots(Asked asked);
}
