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

    /** Cases that were answered within the period, in the order of their numbers. */
    Future<List<ReplyCheck.Answered>> answered(CaseControl.Period period);

    /** Keeps a check with what was drawn and its line of the audit trail; its id. */
    Future<Long> keep(ReplyCheck check, List<ReplyCheck.Answered> drawn, Act act);

    /** The newest first, without their items. */
    Future<List<ReplyCheck>> checks(Set<String> agencies);

    /** With its items by unit and number; fails with {@code not_found} when there is none in these agencies. */
    Future<ReplyCheck> find(long id, Set<String> agencies);

    /** Points of one case, in place of those before, with its line of the audit trail; fails with {@code not_found} when it was not drawn. */
    Future<Void> score(long id, CaseNumber number, Map<String, Integer> scores, String note, Act act);
}
