package tw.minsheng.web.staff;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Optional;
import tw.minsheng.collect.DataSet;
import tw.minsheng.kernel.Language;
import tw.minsheng.report.ItemProposal;
import tw.minsheng.survey.Weighting;

/** What the pages show of the report room; heavy work runs on its worker threads. */
public interface SurveyReports {

    /**
     * Which answers are asked for.
     *
     * @param wave code of the wave, "" for all
     */
    record Selection(String survey, String wave, DataSet set) {}

    /** Stands for all waves where a wave is part of an address. */
    String EVERY_WAVE = "~";

    /** Takes pieces of a file; the next one is made when the returned future succeeds. */
    @FunctionalInterface
    interface Sink {
        Future<Void> write(Buffer piece);
    }

    /** The style sheet of the fragments. */
    String style();

    /** Key figures, reliability with its sentence, and figures with their data tables, as an HTML fragment. */
    Future<String> live(Selection selection, Language language);

    /**
     * 信度與效度.
     *
     * @param html fragment
     * @param pending whether what takes seconds is still being computed; ask again
     */
    record Scales(String html, boolean pending) {}

    /** Reliability, item analysis and validity; at once, with what takes seconds where it is known already. */
    Future<Scales> scales(Selection selection, Language language);

    /**
     * What is crossed on the page.
     *
     * @param item id of an item on a scale, {@code by} of a question that makes groups; "" for the usual ones
     */
    record Chosen(String item, String by) {}

    /**
     * The page of comparisons.
     *
     * @param answers fragment with what is answered in words, up to the heading under which a cross table is chosen
     * @param html fragment with the cross table and the sections
     * @param pending whether it is still being computed; ask again
     */
    record Compared(String answers, String html, boolean pending) {
        /** Nothing yet. */
        public static final Compared PENDING = new Compared("", "", true);
    }

    /** Waves, groups, drivers and importance, with one cross table; pending and without a word while it is being computed. */
    Future<Compared> comparisons(Selection selection, Chosen chosen, Language language);

    /**
     * What weights do to these answers, and what must be known before they are used, as an HTML fragment.
     *
     * @param tried weights in the place of those of the report; where they differ, no data can be fetched
     */
    Future<String> weighting(Selection selection, Optional<Weighting> tried, Language language);

    /** One table of the results as CSV; fails with not found. */
    Future<Buffer> table(Selection selection, String key);

    /** The report as an HTML fragment for review. */
    Future<String> review(Selection selection, Language language);

    Future<Buffer> pdf(Selection selection, Language language);

    /** {@code minsheng-results/1}. */
    Future<Buffer> resultsJson(Selection selection);

    /** The answers as a file that can be read back; completes when the last piece was taken. */
    Future<Void> answersCsv(Selection selection, Sink sink);

    Future<Buffer> codebookCsv(String survey);

    /** What the rules of the item analysis propose for each scale item, in the order of the survey; none for a draft. */
    Future<List<ItemProposal>> proposals(Selection selection, Language language);
}
