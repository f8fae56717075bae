package tw.minsheng.petition;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Door to how cases are confirmed; they are written together with their case. */
public interface Confirmations {

    /** The case whose link has this hash. */
    Future<Optional<CaseNumber>> byProof(String proof);

    /** How this case is to be confirmed, or was; by a call when nothing else was agreed. */
    Future<Confirmation> of(CaseNumber number);

    /**
     * Counts one more try at the code of this case, before it is compared.
     *
     * @param most tries in all
     * @return the seed of the code; empty when the case has none, or when it has been tried so often
     */
    Future<Optional<String>> tried(CaseNumber number, int most);

    /**
     * Cases that nobody confirmed although the mail or the code went out before this moment. A case whose code has been
     * tried too often is none of them: anybody may have done that, and it waits for our call now.
     */
    Future<List<CaseNumber>> unanswered(Instant sentBefore, int mostTries, int limit);
}
