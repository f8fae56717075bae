package tw.minsheng.petition;

import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tw.minsheng.kernel.Act;

/** Door to the checks of answers (抽查). */
public interface ReplyChecks {

    /** How many checks a list shows. */
    int MOST = 50;

    /**
     * Draws without putting back from the cases that were answered within the period, without those that this account
     * handled: of each unit those whose {@code SHA-256(seed:number)} comes first, the number without its check digit, as in
     * {@code 42:115-000123}. So everybody can draw the same again, and a case more changes nothing about the others.
     *
     * @param perUnit how many of each unit, at most
     * @param account who draws; she handled a case that she holds, took up, or proposed an answer to
     */
    Future<ReplyCheck.Drawn> draw(CaseControl.Period period, int perUnit, long seed, String account);

    /** Keeps a check with what was drawn and its line of the audit trail; its id. */
    Future<Long> keep(ReplyCheck check, List<ReplyCheck.Answered> drawn, Act act);

    /** The newest first, without their items. */
    Future<List<ReplyCheck>> checks(Set<String> agencies);

    /**
     * With its items within reach, by unit and number; fails with {@code not_found} when there is none in these agencies.
     *
     * @param account who looks at it
     */
    Future<ReplyCheck> find(long id, Set<String> agencies, String account);

    /**
     * Points of one case, in place of those that the same person gave before, with its line of the audit trail.
     *
     * @param agencies keys of the agencies that own the cases, or of the units that hold them
     * @return fails with {@code not_found} when it was not drawn or is out of reach, with {@code check.own} (conflict) when
     *     the actor handled it, with {@code check.scored} (conflict) when somebody else has scored it
     */
    Future<Void> score(
            long id, CaseNumber number, Map<String, Integer> scores, String note, Set<String> agencies, Act act);
}
