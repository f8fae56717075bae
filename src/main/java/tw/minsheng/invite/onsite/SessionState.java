package tw.minsheng.invite.onsite;

import java.util.Optional;
import tw.minsheng.statistics.draw.SessionTally;

/**
 * How far a session has come.
 *
 * @param interval k of its plan
 * @param counts what was counted, empty while nobody has keyed it in
 * @param complete answers through its slips
 */
public record SessionState(OnsiteSession session, int interval, Optional<SessionCounts> counts, long complete) {

    /** Whether counts and answers fit together, so that the weight can follow them. */
    public boolean isCorrected() {
        return counts.filter(counted -> counted.faults(complete).isEmpty()).isPresent();
    }

    /** Visitors whom the rule picks of those who came by: from the first one every k-th. */
    public long expected() {
        return counts.filter(counted -> counted.passed() >= session.start())
                .map(counted -> (counted.passed() - session.start()) / interval + 1)
                .orElse(0);
    }

    /** Whether other visitors were asked than the rule picks: the number asked is off by more than a quarter, and by more than 2. */
    public boolean isOffTheRule() {
        return counts.map(counted -> Math.abs(counted.approached() - expected()))
                .filter(off -> off > 2 && 4 * off > expected())
                .isPresent();
    }

    /**
     * What each answer of the session stands for (DR5): the visitors who were counted, or, as long as nothing was counted or the
     * counts do not fit the answers, every k-th visitor of the plan.
     */
    public double weight() {
        double planned = interval / session.probability();
        return counts.map(counted -> new SessionTally(
                                counted.passed(),
                                counted.approached(),
                                counted.refused(),
                                counted.ineligible(),
                                complete)
                        .weight(session.drawn())
                        .asOptional()
                        .orElse(planned))
                .orElse(planned);
    }
}
