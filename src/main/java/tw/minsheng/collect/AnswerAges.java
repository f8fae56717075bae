package tw.minsheng.collect;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import tw.minsheng.kernel.Act;

/**
 * Door to answers whose months of retention run out: {@code privacy.retentionMonths} of the version under which each was given,
 * counted from the end of its wave in the time zone of the installation, as its notice promised. Reports that were published and counts stay.
 */
public interface AnswerAges {

    /**
     * Answers of one wave that were promised to be kept as long.
     *
     * @param closed end of the wave
     * @param until moment from which they are erased
     * @param answers how many there are, of all outcomes
     */
    record Aged(
            String survey,
            String agency,
            DataSet set,
            String wave,
            int months,
            Instant closed,
            Instant until,
            long answers) {

        public boolean hasRunOut(Instant now) {
            return !now.isBefore(until);
        }
    }

    /** @param at when they were erased */
    record Erased(String survey, String agency, DataSet set, String wave, Instant at, long answers) {}

    /** Answers to surveys of these agencies that run out until this moment, the first to run out in front. */
    Future<List<Aged>> until(Set<String> agencies, Instant moment);

    /**
     * Erases those that have run out when it is done, wave by wave in batches, each with its line of the audit trail; how many
     * answers. What fails midway is done the next time.
     */
    Future<Long> erase(Set<String> agencies, Act act);

    /** What was erased, the newest in front, at most 200. */
    Future<List<Erased>> erased(Set<String> agencies);
}
