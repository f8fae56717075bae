package tw.minsheng.collect;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import tw.minsheng.kernel.Act;

/** Door to the waves of surveys; opening and closing are audited in the same transaction. */
public interface Waves {

    /** All waves of a survey in this set, the one that opened last first. */
    Future<List<Wave>> of(String survey, DataSet set);

    /**
     * Opens a wave for the newest published version; a closed wave of the same code opens again.
     *
     * @param closes planned end, or {@link Wave#NO_END}
     * @return fails with {@code not_found} when the survey has no published version, with {@code wave.open} (conflict)
     *     when another wave of the survey is open
     */
    Future<Wave> open(Act act, String survey, DataSet set, String code, Instant closes);

    /** Closes a wave; its end becomes the time of the act, and closing a closed wave changes nothing. Fails with {@code not_found} when there is none. */
    Future<Wave> close(Act act, String survey, DataSet set, String code);
}
