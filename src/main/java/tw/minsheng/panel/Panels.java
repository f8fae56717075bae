package tw.minsheng.panel;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tw.minsheng.kernel.Act;

/** Door to the rounds of expert panels. What changes one writes its line of the audit trail in the same transaction. */
public interface Panels {

    /** More experts no panel has. */
    int MOST_EXPERTS = 60;

    /** The rounds of a survey, the newest in front. */
    Future<List<PanelRound>> of(String survey);

    /** Every expert of a round by id, with what she has said. */
    Future<List<Seat>> seats(PanelRound round);

    /**
     * Opens a round; id and number of the given one do not count.
     *
     * @return with its id and number; fails with {@code panel.open} (conflict) while another round of the survey is open
     */
    Future<PanelRound> open(PanelRound round, Act act);

    /** It closes then, and a closed one opens again; fails with {@code panel.open} (conflict) while another round of the survey is open. */
    Future<Void> until(PanelRound round, Instant closes, Act act);

    /** It closes now, and e-mail addresses are erased; a closed one stays as it is. */
    Future<Void> close(PanelRound round, Act act);

    /**
     * Adds an expert.
     *
     * @param key by which she comes in
     * @param letter facts of a mail with her link, empty for none; without an address none is sent
     * @return her id; fails with {@code panel.closed} (conflict) when the round is, with {@code panel.full} (conflict) when it has
     *     {@link #MOST_EXPERTS}, with {@code panel.twice} (conflict) when one of the same name, affiliation and address is there whose
     *     link was not withdrawn: a form that is sent twice adds her once
     */
    Future<Long> add(PanelRound round, Expert expert, PanelKeys.Fresh key, Map<String, String> letter, Act act);

    /**
     * Her old link opens nothing any longer, and goes with no mail; a letter as with {@link #add}. Fails with not found when the round
     * has no such expert, with {@code panel.closed} (conflict) when it is closed.
     */
    Future<Void> renew(PanelRound round, long expert, PanelKeys.Fresh key, Map<String, String> letter, Act act);

    /** Other words about her; her link and her ratings stay. Fails as {@link #renew} does. */
    Future<Void> edit(PanelRound round, long expert, Expert words, Act act);

    /** Her link opens nothing any longer and her ratings do not count, in a closed round too. Fails with not found as {@link #renew} does. */
    Future<Void> withdraw(PanelRound round, long expert, Act act);

    /** Whose link this is; empty for a hash that was never given out, or is not good any longer. */
    Future<Optional<Seat>> seat(String hash);

    /**
     * Keeps what an expert said, in place of what she said of the same items before; nothing else is touched.
     *
     * @return false when nobody has this link, or the round is closed
     */
    Future<Boolean> rate(String hash, Map<String, Rating> ratings, Instant now);

    /** Keeps her comment about the whole; when she {@code finishes}, her ratings count. Answers as {@link #rate} does. */
    Future<Boolean> conclude(String hash, String comment, boolean finishes, Instant now);

    /** Erases the e-mail addresses of rounds that have closed; how many. */
    Future<Integer> tidy(Instant now);
}
