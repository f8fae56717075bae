package tw.minsheng.petition;

import io.vertx.core.Future;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tw.minsheng.kernel.Act;

/** Door to what is kept of ended cases, and to erasing what tells of people (去識別化). */
public interface Retentions {

    /** Cases of other systems are counted up to here: there may be millions. */
    int MOST_COUNTED = 10_000;

    /** By what the 檔案法 allows it. */
    enum Ground {
        /** 歸檔: the case is in the archive of the agency. */
        ARCHIVE,
        /** 銷毀核准: the archives authority has approved its destruction. */
        DESTRUCTION;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Ground> of(String key) {
            return Stream.of(values()).filter(each -> each.key().equals(key)).findFirst();
        }
    }

    /**
     * The reference of one case.
     *
     * @param reference 檔號 or 核准文號
     */
    record Filing(CaseNumber number, Ground ground, String reference) {}

    /**
     * Which cases have run out.
     *
     * @param agencies keys of the agencies that own them
     * @param endedBefore by type: those that ended before this day
     * @param others the same day for types that are not there
     */
    record RunOut(Set<String> agencies, Map<String, LocalDate> endedBefore, LocalDate others) {

        public RunOut {
            agencies = Set.copyOf(agencies);
            endedBefore = Map.copyOf(endedBefore);
        }
    }

    /**
     * One case that has run out.
     *
     * @param ended day on which it ended
     * @param reference by which it may be erased, "" when there is none and it is blocked
     */
    record Aged(CaseNumber number, String agency, String type, LocalDate ended, String reference) {}

    /**
     * @param ready how many may be erased now
     * @param blocked how many have no reference
     * @param erased how many were erased before
     * @param imported how many of other systems still hold words or a point, {@link #MOST_COUNTED} for so many or more; no
     *     reference is needed for these copies
     */
    record Counts(long ready, long blocked, long erased, long imported) {

        /** Whether there may be more imported ones than were counted. */
        public boolean isOpenEnded() {
            return imported >= MOST_COUNTED;
        }
    }

    /**
     * What was erased.
     *
     * @param imported of other systems
     */
    record Erased(int cases, long imported) {}

    Future<Counts> count(RunOut runOut);

    /** Those that have run out and are not erased: the blocked ones first, then by the day of their end. */
    Future<List<Aged>> list(RunOut runOut, int offset, int limit);

    /**
     * Writes references down, in place of those before, each with an event and a line of the audit trail: all or none.
     *
     * @return fails with {@code filing.faults} and the place of each number that is unknown here or has not ended
     */
    Future<Void> file(List<Filing> filings, Set<String> agencies, Act act);

    /**
     * Erases, of at most so many ready cases, who wrote and every word; type, district, days, states and results stay.
     * Each gets an event and a line of the audit trail.
     *
     * @return how many were erased; fewer than {@code most} when no more are ready
     */
    Future<Integer> erase(RunOut runOut, int most, Act act);

    /**
     * Erases words and points of at most so many cases of other systems that have run out, for good: no later import brings
     * them back, also what newer imports replaced. Their archive is where they came from. One line of the audit trail tells how
     * many.
     *
     * @return how many; 0 when there are no more, fewer than {@code most} also when there are
     */
    Future<Integer> eraseImported(RunOut runOut, int most, Act act);
}
