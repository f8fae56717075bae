package tw.minsheng;

import io.vertx.core.Future;
import tw.minsheng.collect.DataSet;
import tw.minsheng.collect.Responses;
import tw.minsheng.collect.SampleWeights;
import tw.minsheng.invite.draw.SampleDraws;
import tw.minsheng.invite.onsite.OnsiteDesk;

/** What answers through slips and invitations stand for: both are given out for live answers only. */
record DrawnWeights(OnsiteDesk onsite, SampleDraws draws) {

    /** Of every wave, for waves are compared. */
    Future<SampleWeights> of(Responses.Selection selection) {
        return selection.set() == DataSet.LIVE
                ? onsite.weights(selection.survey(), "")
                        .compose(sessions -> draws.weights(selection.survey())
                                .map(groups -> SampleWeights.ofUnits(sessions).and(groups)))
                : Future.succeededFuture(SampleWeights.NONE);
    }
}
