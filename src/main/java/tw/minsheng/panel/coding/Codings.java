package tw.minsheng.panel.coding;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;
import tw.minsheng.kernel.Act;
import tw.minsheng.petition.CaseNumber;

/** Door to samples of cases and their codes. */
public interface Codings {

    /** How many a list shows. */
    int MOST = 50;

    /**
     * Which cases may be drawn: received from {@code start} until before {@code end}, of these agencies or held by these units, with
     * words, confirmed, not merged, neither locked nor confidential.
     *
     * @param readers for each coder the agencies whose cases she may read: what one of them may not read is not drawn
     */
    record Period(Set<String> agencies, List<Set<String>> readers, Instant start, Instant end) {

        public Period {
            agencies = Set.copyOf(agencies);
            readers = readers.stream().map(Set::copyOf).toList();
        }
    }

    /** @param population how many could be drawn */
    record Drawn(int population, List<CaseNumber> cases) {

        public Drawn {
            cases = List.copyOf(cases);
        }
    }

    /** The cases at these places in the order of their numbers; the places are asked for once it is known how many there are. */
    Future<Drawn> draw(Period period, LongFunction<List<Long>> places);

    /** Keeps it with its line of the audit trail; its id. */
    Future<Long> keep(CodingRound round, Act act);

    /** Those of these agencies, and those of which this account is a coder, the newest in front. */
    Future<List<CodingRound>> of(Set<String> agencies, String coder);

    Future<Optional<CodingRound>> find(long id);

    /** All codes, by coder and case, and who has finished. */
    Future<Coded> coded(CodingRound round);

    /**
     * Keeps a code in place of what the same coder chose for the same case before, with its line of the audit trail.
     *
     * @return false, and nothing is kept, when this coder has finished
     */
    Future<Boolean> code(long id, Code code, Act act);

    /** From now on nothing is taken from the actor, with a line of the audit trail; once more changes nothing. */
    Future<Void> finish(long id, Act act);
}
