package tw.minsheng.web.staff;

import io.vertx.core.Future;
import java.util.List;
import tw.minsheng.collect.DataSet;
import tw.minsheng.dataset.RetestFigures;
import tw.minsheng.report.expert.RetestTables;
import tw.minsheng.statistics.rating.Retest;

/** Two waves of six people whose scores are known, and a measure of too few. */
final class PairedWaves implements Retests {

    @Override
    public Future<RetestTables> of(String survey, DataSet set, String first, String second) {
        Retest six = Retest.of(new double[] {1, 2, 3, 4, 5, 3}, new double[] {1, 2, 4, 4, 5, 2});
        Retest none = Retest.of(new double[0], new double[0]);
        return Future.succeededFuture(RetestTables.of(new RetestFigures(
                new RetestFigures.Wave(first, 9, 1, 2),
                new RetestFigures.Wave(second, 8, 0, 0),
                6,
                List.of(
                        new RetestFigures.Measure("overall_sat", 6, false, six),
                        new RetestFigures.Measure("few", 4, true, none)))));
    }
}
