package tw.minsheng.collect;

import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import tw.minsheng.kernel.Language;
import tw.minsheng.survey.Version;

/** Door to what respondents have typed and not yet sent. */
public interface Drafts {

    /**
     * One part as it was sent, before any check.
     *
     * @param version used when this is the first part that is saved; later the draft's own version stays
     * @param wave likewise
     * @param part name of the part
     * @param fields by field name, at most 64 KB together
     * @param seconds spent on this part in all
     * @param seen revision of the draft when the page was shown; 0 for a fresh one
     */
    record Save(
            DraftKey key,
            String survey,
            Version version,
            String wave,
            DataSet set,
            Language language,
            String part,
            Map<String, List<String>> fields,
            int seconds,
            int seen) {}

    /**
     * @param attempt {@link Attempt.Open} with the saved part in it, or {@link Attempt.Done} when the answer was
     *     finished before: then nothing was saved
     * @param changedElsewhere this part was changed after the page had been shown, with other content
     */
    record Saved(Attempt attempt, boolean changedElsewhere) {}

    /** What is known under this key: a draft, else a finished answer, else nothing. */
    Future<Attempt> find(DraftKey key);

    /**
     * Writes one part into the draft, and the draft when it is new; other parts stay. A part that is sent again with
     * the same fields changes nothing, the revision included. Completes after the commit.
     */
    Future<Saved> save(Save save);

    /** Forgets a draft; one that is not there is no fault. */
    Future<Void> delete(DraftKey key);
}
