package tw.minsheng.collect;

import io.vertx.core.Future;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tw.minsheng.survey.Survey;

/** Door to finished answers. */
public interface Responses {

    /** @param id random (version 4), made when the answer is kept */
    record Stored(UUID id, AnswerSheet sheet) {}

    /** @param wave code of the wave, "" for all waves */
    record Selection(String survey, String wave, DataSet set) {}

    /** Takes answers in batches; the next one is read when the returned future succeeds, reading stops when it fails. */
    @FunctionalInterface
    interface Taker {
        Future<Void> take(List<Stored> batch);
    }

    /** How many attempts ended so, on one day. */
    record Count(String wave, Survey.Mode mode, Source source, LocalDate day, Outcome outcome, long n) {}

    /**
     * Keeps a finished answer in ONE unit of work: the submission is new, the wave is open, the draft is unchanged,
     * each quota rises by {@code UPDATE … WHERE n < limit}, the response is written, the draft deleted. Completes after
     * the commit. When a quota is full the attempt is counted as {@link Outcome#QUOTA_FULL} and no answers are kept.
     *
     * @return the same {@link Finished} for the same submission, however often and at however many places at once.
     *     Fails with {@code survey.closed} (gone) when the wave takes no answers, with {@code draft.changed} (conflict)
     *     when the draft has another revision; then nothing was changed
     */
    Future<Finished> finish(Finish finish);

    /** What was told to the holder of this submission key, if anything. */
    Future<Optional<Finished>> submission(String submission);

    /**
     * Reads the {@link Outcome#COMPLETE complete} answers in the order of their ids, without holding all in memory.
     *
     * @return how many were taken
     */
    Future<Long> stream(Selection selection, Taker taker);

    /** Finished attempts by wave, mode, source, day and outcome; quota-full attempts are counted too. */
    Future<List<Count>> counts(String survey, DataSet set);

    /** How often each quota was counted in a wave, by the quota's id; a quota that was never counted is absent. */
    Future<Map<String, Long>> quotas(String survey, String wave, DataSet set);
}
