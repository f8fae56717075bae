package tw.minsheng;

import io.vertx.core.Future;
import java.util.Map;
import tw.minsheng.collect.DataSet;
import tw.minsheng.collect.Responses;
import tw.minsheng.invite.onsite.OnsiteDesk;

/** What answers through slips stand for; slips are handed out for live answers only. */
final class SessionWeights {

    private SessionWeights() {}

    /** By the code of the session. */
    static Future<Map<String, Double>> of(OnsiteDesk onsite, Responses.Selection selection) {
        return selection.set() == DataSet.LIVE
                ? onsite.weights(selection.survey(), selection.wave())
                : Future.succeededFuture(Map.of());
    }
}
