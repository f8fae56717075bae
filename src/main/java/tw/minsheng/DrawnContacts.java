package tw.minsheng;

import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import tw.minsheng.collect.DataSet;
import tw.minsheng.collect.Outcome;
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
        long complete = 0;
        long turnedAway = 0;
        for (Responses.Count count : counts) {
            if (count.wave().equals(wave) && count.source() == Source.DRAWN) {
                complete += count.outcome() == Outcome.COMPLETE ? count.n() : 0;
                turnedAway += count.outcome() == Outcome.COMPLETE ? 0 : count.n();
            }
        }
        Map<Ending, Long> all = ends.with(complete, turnedAway);
        return new Facts.Dispositions(
                n(all, Ending.I),
                n(all, Ending.P),
                n(all, Ending.R),
                n(all, Ending.NC),
                n(all, Ending.O),
                n(all, Ending.UH),
                n(all, Ending.UO),
                n(all, Ending.NE));
    }

    private static long n(Map<Ending, Long> all, Ending ending) {
        return all.getOrDefault(ending, 0L);
    }
}
