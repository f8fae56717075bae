package tw.minsheng.panel;

import io.vertx.core.Future;
import java.util.List;
import tw.minsheng.kernel.Act;

/** Door to decisions on items; they are added and never changed. */
public interface ItemDecisions {

    /** All decisions of a survey, the newest in front: the first one of an item, basis and stand counts. */
    Future<List<ItemDecision>> of(String survey);

    /**
     * Adds one, with its line of the audit trail; nothing when the newest about this item, basis and stand says the same by the same
     * person: a form that is sent twice decides once.
     */
    Future<Void> add(ItemDecision decision, Act act);
}
