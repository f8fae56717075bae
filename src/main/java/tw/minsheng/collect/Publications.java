package tw.minsheng.collect;

import io.vertx.core.Future;
import tw.minsheng.kernel.Act;

/** Door through which survey versions become known to the server. Audited in the same transaction. */
public interface Publications {

    /**
     * Makes a published version known, for ever. The first one of a survey opens a live wave of this code; a newer one
     * takes over an open wave, drafts finish on the version they began with. A version that is known already changes
     * nothing.
     *
     * @param firstWave code of the wave that the first version opens: the 民國 year
     * @return fails with {@code survey.changed} (conflict) when this version is known with another hash, with {@code
     *     survey.anonymous} when it is anonymous and those before are not, or the other way round, and somebody was invited or has answered
     */
    Future<Void> publish(Act act, Published version, String firstWave);

    /** Makes the present state of a draft known, for answers of the set {@link DataSet#TEST} only. */
    Future<Void> draft(Act act, Published draft);
}
