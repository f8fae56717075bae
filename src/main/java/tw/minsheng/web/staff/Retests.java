package tw.minsheng.web.staff;

import io.vertx.core.Future;
import tw.minsheng.collect.DataSet;
import tw.minsheng.report.expert.RetestTables;

/** Pairs the answers of two waves of a survey by their codes; heavy work runs on worker threads. */
@FunctionalInterface
public interface Retests {

    /**
     * Fails with not found when the survey has no code for retests.
     *
     * @param first code of the earlier wave, {@code second} of the later one
     */
    Future<RetestTables> of(String survey, DataSet set, String first, String second);
}
