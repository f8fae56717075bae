package tw.minsheng;

import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import tw.minsheng.collect.DataSet;
import tw.minsheng.collect.Responses;
import tw.minsheng.collect.Source;
import tw.minsheng.invite.draw.DrawnEnds;
import tw.minsheng.invite.draw.Ending;
import tw.minsheng.invite.draw.Ends;
import tw.minsheng.invite.draw.SampleDraws;
import tw.minsheng.report.Facts;

/** How it ended with those drawn in one wave, as a report takes it. */
record DrawnContacts(Responses responses, DrawnEnds ends) {

    /** {@link Facts.Dispositions#NONE} for several waves together, and where nobody was drawn. */
    Future<Facts.Dispositions> of(Responses.Selection selection) {
        if (selection.set() != DataSet.LIVE || selection.wave().isEmpty()) {
            return Future.succeededFuture(Facts.Dispositions.NONE);
        }
        return ends.ends(new SampleDraws.Of(selection.survey(), selection.wave()))
                .compose(found -> found.drawn() == 0
                        ? Future.succeededFuture(Facts.Dispositions.NONE)
                        : responses
                                .counts(selection.survey(), selection.set())
                                .map(counts -> dispositions(found, counts, selection.wave())));
    }

    private static Facts.Dispositions dispositions(Ends ends, List<Responses.Count> counts, String wave) {
        Map<Ending, Long> all = ends.with(counts.stream()
                .filter(count -> count.wave().equals(wave) && count.source() == Source.DRAWN)
                .toList());
        return Facts.Dispositions.of(code -> all.getOrDefault(Ending.valueOf(code), 0L));
    }
}
