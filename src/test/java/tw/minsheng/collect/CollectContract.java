package tw.minsheng.collect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tw.minsheng.kernel.Act;
import tw.minsheng.kernel.Language;
import tw.minsheng.kernel.Problem;
import tw.minsheng.survey.Condition;
import tw.minsheng.survey.Quota;
import tw.minsheng.survey.Version;

/** What every implementation of this room's doors must do. Each test works on a survey of its own. */
public abstract class CollectContract {

    private static final Map<String, List<String>> FIELDS = Map.of("d_counter", List.of("road"));

    private final String survey = "kcg-t" + UUID.randomUUID().toString().substring(0, 8);
    private final String key = UUID.randomUUID().toString();

    /** @param publish makes a version known to the other doors */
    public record Doors(
            Surveys surveys,
            Waves waves,
            Drafts drafts,
            Responses responses,
            Function<Published, Future<Void>> publish) {}

    protected abstract Doors doors();

    @BeforeEach
    protected void openAWave() {
        await(doors().publish().apply(Samples.published(Samples.counter(survey, Sheets.FIRST))));
        await(doors().waves().open(act(), survey, DataSet.LIVE, "114", Wave.NO_END));
    }

    @Test
    void anUnknownSurveyIsNotOffered() {
        assertTrue(
                await(doors().surveys().find("kcg-nowhere'; --", DataSet.LIVE)).isEmpty());
        assertTrue(await(doors().surveys().version(survey, new Version(9, 9, 9), DataSet.LIVE))
                .isEmpty());
    }

    @Test
    void aSecondWaveCannotOpenBesideAnOpenOne() {
        Problem refused = refusal(doors().waves().open(act(), survey, DataSet.LIVE, "115", Wave.NO_END));
        assertEquals("wave.open", refused.code());
    }

    @Test
    void aWaveOfAnUnpublishedSurveyCannotOpen() {
        assertEquals(
                Problem.Kind.NOT_FOUND,
                refusal(doors().waves().open(act(), "kcg-nowhere", DataSet.LIVE, "114", Wave.NO_END))
                        .kind());
    }

    @Test
    void aClosedWaveTakesNoAnswersAndKeepsThoseItHas() {
        await(doors().responses().finish(finish(key)));
        await(doors().waves().close(act(), survey, DataSet.LIVE, "114"));
        Problem refused =
                refusal(doors().responses().finish(finish(UUID.randomUUID().toString())));
        assertEquals("survey.closed", refused.code());
        assertEquals(1, stored(DataSet.LIVE).size());
        assertFalse(await(doors().surveys().find(survey, DataSet.LIVE))
                .orElseThrow()
                .wave()
                .open());
    }

    @Test
    void aKeyFinishedBeforeIsAnsweredAlikeAfterTheWaveHasClosed() {
        Finished first = await(doors().responses().finish(finish(key)));
        await(doors().waves().close(act(), survey, DataSet.LIVE, "114"));
        Finished again = await(doors().responses().finish(finish(key)));
        assertEquals(first.receipt(), again.receipt());
        assertTrue(again.again());
    }

    @Test
    void aNewVersionTakesOverTheOpenWave() {
        Version next = new Version(1, 1, 0);
        await(doors().publish().apply(Samples.published(Samples.counter(survey, next))));
        Surveys.Offer offer =
                await(doors().surveys().find(survey, DataSet.LIVE)).orElseThrow();
        assertEquals(next, offer.current().survey().version());
        assertEquals("114", offer.wave().code());
        assertTrue(await(doors().surveys().version(survey, Sheets.FIRST, DataSet.LIVE))
                .isPresent());
    }

    @Test
    void aDraftIsFoundWithWhatWasTyped() {
        Drafts.Saved saved = await(doors().drafts().save(save("p_visit", FIELDS, 0)));
        Draft draft = assertInstanceOf(Attempt.Open.class, saved.attempt()).draft();
        assertEquals(1, draft.revision());
        assertEquals(
                draft,
                assertInstanceOf(Attempt.Open.class, await(doors().drafts().find(draftKey())))
                        .draft());
        assertEquals(FIELDS, draft.parts().get("p_visit").fields());
        assertEquals(7, draft.parts().get("p_visit").seconds());
    }

    @Test
    void anUnknownDraftIsFresh() {
        assertInstanceOf(Attempt.Fresh.class, await(doors().drafts().find(draftKey())));
    }

    @Test
    void aPartSentTwiceIsSavedOnce() {
        await(doors().drafts().save(save("p_visit", FIELDS, 0)));
        Drafts.Saved again = await(doors().drafts().save(save("p_visit", FIELDS, 0)));
        assertEquals(
                1, assertInstanceOf(Attempt.Open.class, again.attempt()).draft().revision());
        assertFalse(again.changedElsewhere());
    }

    @Test
    void anOldRevisionReplacesOnlyItsOwnPartAndSaysSo() {
        await(doors().drafts().save(save("p_visit", FIELDS, 0)));
        await(doors().drafts().save(save("p_comment", Map.of("comment", List.of("甲\n乙")), 1)));
        Map<String, List<String>> other = Map.of("d_counter", List.of("building"));
        Drafts.Saved late = await(doors().drafts().save(save("p_visit", other, 0)));
        Draft draft = assertInstanceOf(Attempt.Open.class, late.attempt()).draft();
        assertTrue(late.changedElsewhere());
        assertEquals(other, draft.parts().get("p_visit").fields());
        assertEquals(List.of("甲\n乙"), draft.parts().get("p_comment").fields().get("comment"));
        assertEquals(3, draft.revision());
    }

    @Test
    void aDraftKeepsTheVersionItBeganWith() {
        await(doors().drafts().save(save("p_visit", FIELDS, 0)));
        Drafts.Save later = new Drafts.Save(
                draftKey(),
                survey,
                new Version(2, 0, 0),
                "114",
                DataSet.LIVE,
                Language.EN,
                "p_env",
                Map.of("env_clean", List.of("5")),
                3,
                1);
        Draft draft = assertInstanceOf(
                        Attempt.Open.class, await(doors().drafts().save(later)).attempt())
                .draft();
        assertEquals(Sheets.FIRST, draft.version());
        assertEquals(Language.EN, draft.language());
    }

    @Test
    void aDeletedDraftIsGoneAndDeletingItAgainIsNoFault() {
        await(doors().drafts().save(save("p_visit", FIELDS, 0)));
        await(doors().drafts().delete(draftKey()));
        await(doors().drafts().delete(draftKey()));
        assertInstanceOf(Attempt.Fresh.class, await(doors().drafts().find(draftKey())));
    }

    @Test
    void aFinishOfAnOlderRevisionChangesNothing() {
        await(doors().drafts().save(save("p_visit", FIELDS, 0)));
        await(doors().drafts().save(save("p_comment", Map.of("comment", List.of("x")), 1)));
        Finish old = Sheets.finish(
                key,
                Sheets.sheet(survey, "114", DataSet.LIVE),
                new Finish.DraftRef(draftKey().code(), 1),
                List.of());
        assertEquals("draft.changed", refusal(doors().responses().finish(old)).code());
        assertTrue(stored(DataSet.LIVE).isEmpty());
        assertInstanceOf(Attempt.Open.class, await(doors().drafts().find(draftKey())));
    }

    @Test
    void finishingDeletesTheDraftAndALatePageCannotBringItBack() {
        await(doors().drafts().save(save("p_visit", FIELDS, 0)));
        Finish finish = Sheets.finish(
                draftKey().form(),
                Sheets.sheet(survey, "114", DataSet.LIVE),
                new Finish.DraftRef(draftKey().code(), 1),
                List.of());
        await(doors().responses().finish(finish));
        assertInstanceOf(Attempt.Done.class, await(doors().drafts().find(draftKey())));
        Drafts.Saved late = await(doors().drafts().save(save("p_comment", Map.of("comment", List.of("x")), 1)));
        assertInstanceOf(Attempt.Done.class, late.attempt());
        assertInstanceOf(Attempt.Done.class, await(doors().drafts().find(draftKey())));
    }

    @Test
    void partsSentAtOnceReachTheirOwnDrafts() {
        List<DraftKey> keys = IntStream.range(0, 20).mapToObj(this::draftKey).toList();
        keys.forEach(each -> await(doors().drafts().save(save(each, "p_visit", FIELDS, 0))));
        Finish finish = Sheets.finish(
                keys.get(7).form(),
                Sheets.sheet(survey, "114", DataSet.LIVE),
                new Finish.DraftRef(keys.get(7).code(), 1),
                List.of());
        await(doors().responses().finish(finish));
        List<Future<Drafts.Saved>> all = new ArrayList<>();
        keys.forEach(each -> all.add(doors().drafts().save(save(each, "p_comment", comment(each.code()), 1))));
        all.add(doors().drafts()
                .save(save(keys.get(0), "p_comment", comment(keys.get(0).code()), 1)));
        all.add(doors().drafts().save(save(keys.get(0), "p_env", Map.of("env_clean", List.of("5")), 1)));
        all.add(doors().drafts().save(save(draftKey(), "p_comment", comment("back"), 9)));

        List<Attempt> attempts = all.stream().map(each -> await(each).attempt()).toList();
        for (int i = 0; i < keys.size(); i++) {
            Attempt now = await(doors().drafts().find(keys.get(i)));
            if (i == 7) {
                assertInstanceOf(Attempt.Done.class, attempts.get(i));
                assertInstanceOf(Attempt.Done.class, now);
            } else {
                assertEquals(comment(keys.get(i).code()), typed(attempts.get(i), "p_comment"));
                assertEquals(comment(keys.get(i).code()), typed(now, "p_comment"));
                assertEquals(FIELDS, typed(now, "p_visit"));
            }
        }
        Draft twice = assertInstanceOf(
                        Attempt.Open.class, await(doors().drafts().find(keys.get(0))))
                .draft();
        assertEquals(Set.of("p_visit", "p_comment", "p_env"), twice.parts().keySet());
        assertEquals(3, twice.revision());
        assertEquals(comment("back"), typed(await(doors().drafts().find(draftKey())), "p_comment"));
    }

    @Test
    void manyBeginAtOnceAndManyFinishAtOnce() {
        List<DraftKey> keys = IntStream.range(0, 20).mapToObj(this::draftKey).toList();
        await(doors().responses().finish(finishOf(keys.get(7), 0)));
        List<Future<Drafts.Saved>> begun = new ArrayList<>();
        keys.forEach(each -> begun.add(doors().drafts().save(save(each, "p_visit", FIELDS, 0))));
        begun.add(doors().drafts().save(save(keys.get(0), "p_visit", FIELDS, 0)));
        begun.add(doors().drafts().save(save(keys.get(1), "p_comment", comment("x"), 0)));
        List<Attempt> attempts =
                begun.stream().map(each -> await(each).attempt()).toList();
        assertInstanceOf(Attempt.Done.class, attempts.get(7));
        assertEquals(
                1,
                assertInstanceOf(Attempt.Open.class, attempts.get(20)).draft().revision());
        assertEquals(
                2,
                assertInstanceOf(Attempt.Open.class, attempts.get(21)).draft().revision());

        List<Future<Finished>> finished = new ArrayList<>();
        keys.forEach(each ->
                finished.add(doors().responses().finish(finishOf(each, each.equals(keys.get(1)) ? 2 : 1))));
        finished.add(doors().responses().finish(finishOf(keys.get(0), 1)));
        List<Finished> told = finished.stream().map(CollectContract::await).toList();
        assertEquals(
                List.of(7, 20),
                IntStream.range(0, told.size())
                        .filter(i -> told.get(i).again())
                        .boxed()
                        .toList());
        assertEquals(told.get(0).receipt(), told.get(20).receipt());
        assertEquals(20, stored(DataSet.LIVE).size());
        keys.forEach(each ->
                assertInstanceOf(Attempt.Done.class, await(doors().drafts().find(each))));
    }

    private Finish finishOf(DraftKey each, int revision) {
        Finish.DraftRef draft = revision == 0 ? Finish.DraftRef.NONE : new Finish.DraftRef(each.code(), revision);
        return Sheets.finish(each.form(), Sheets.sheet(survey, "114", DataSet.LIVE), draft, List.of());
    }

    private static Map<String, List<String>> comment(String text) {
        return Map.of("comment", List.of(text));
    }

    private static Map<String, List<String>> typed(Attempt attempt, String part) {
        Draft draft = assertInstanceOf(Attempt.Open.class, attempt).draft();
        return draft.parts().get(part).fields();
    }

    /** A double click, a retry after a time-out, two devices: formbricks PR#795, class D6. */
    @Test
    void twentyFinishesAtOnceGiveOneAnswer() {
        List<Future<Finished>> all = IntStream.range(0, 20)
                .mapToObj(each -> doors().responses().finish(finish(key)))
                .toList();
        Set<String> receipts = new HashSet<>();
        long first = all.stream()
                .map(CollectContract::await)
                .peek(finished -> receipts.add(finished.receipt()))
                .filter(finished -> !finished.again())
                .count();
        assertEquals(1, first);
        assertEquals(1, receipts.size());
        assertEquals(1, stored(DataSet.LIVE).size());
    }

    @Test
    void whatWasFinishedIsReadAsItWas() {
        AnswerSheet sheet = Sheets.sheet(survey, "114", DataSet.LIVE);
        await(doors().responses().finish(finish(key)));
        assertEquals(
                List.of(sheet),
                stored(DataSet.LIVE).stream().map(Responses.Stored::sheet).toList());
        assertEquals(4, stored(DataSet.LIVE).get(0).id().version());
        assertEquals(
                "R-" + key,
                await(doors().responses().submission(key)).orElseThrow().receipt());
    }

    @Test
    void testAnswersNeverMixWithLiveOnes() {
        await(doors().waves().open(act(), survey, DataSet.TEST, "114", Wave.NO_END));
        await(doors().responses().finish(Sheets.finish(key, survey, "114", DataSet.TEST)));
        assertTrue(stored(DataSet.LIVE).isEmpty());
        assertEquals(1, stored(DataSet.TEST).size());
        assertTrue(await(doors().responses().counts(survey, DataSet.LIVE)).isEmpty());
    }

    @Test
    void answersComeInTheOrderOfTheirIdsAndByWave() {
        for (int i = 0; i < 12; i++) {
            await(doors().responses().finish(finish(key + i)));
        }
        await(doors().waves().close(act(), survey, DataSet.LIVE, "114"));
        await(doors().waves().open(act(), survey, DataSet.LIVE, "115", Wave.NO_END));
        await(doors().responses().finish(Sheets.finish(key + "x", survey, "115", DataSet.LIVE)));
        List<String> ids = stored(DataSet.LIVE).stream()
                .map(stored -> stored.id().toString())
                .toList();
        assertEquals(ids.stream().sorted().toList(), ids);
        assertEquals(13, ids.size());
        assertEquals(
                1, stored(new Responses.Selection(survey, "115", DataSet.LIVE)).size());
    }

    /** A quota can never be passed, also not by finishes at the same time; its answers are not kept. */
    @Test
    void aQuotaIsNeverPassed() {
        Quota quota = new Quota("qt", Condition.ALWAYS, 3);
        List<Future<Finished>> all = IntStream.range(0, 10)
                .mapToObj(each -> doors().responses()
                        .finish(Sheets.finish(
                                key + each,
                                Sheets.sheet(survey, "114", DataSet.LIVE),
                                Finish.DraftRef.NONE,
                                List.of(quota))))
                .toList();
        List<Outcome> outcomes = all.stream().map(each -> await(each).outcome()).toList();
        assertEquals(3, outcomes.stream().filter(Outcome.COMPLETE::equals).count());
        assertEquals(7, outcomes.stream().filter(Outcome.QUOTA_FULL::equals).count());
        assertEquals(3, stored(DataSet.LIVE).size());
        assertEquals(Map.of("qt", 3L), await(doors().responses().quotas(survey, "114", DataSet.LIVE)));
        long turnedAway = await(doors().responses().counts(survey, DataSet.LIVE)).stream()
                .filter(count -> count.outcome() == Outcome.QUOTA_FULL)
                .mapToLong(Responses.Count::n)
                .sum();
        assertEquals(7, turnedAway);
    }

    private Finish finish(String submission) {
        return Sheets.finish(submission, survey, "114", DataSet.LIVE);
    }

    private DraftKey draftKey() {
        return new DraftKey("code-" + key, "form-" + key);
    }

    private DraftKey draftKey(int number) {
        return new DraftKey("code-" + number + key, "form-" + number + key);
    }

    private Drafts.Save save(String part, Map<String, List<String>> fields, int seen) {
        return save(draftKey(), part, fields, seen);
    }

    private Drafts.Save save(DraftKey draft, String part, Map<String, List<String>> fields, int seen) {
        return new Drafts.Save(draft, survey, Sheets.FIRST, "114", DataSet.LIVE, Language.ZH_TW, part, fields, 7, seen);
    }

    private List<Responses.Stored> stored(DataSet set) {
        return stored(new Responses.Selection(survey, "", set));
    }

    private List<Responses.Stored> stored(Responses.Selection selection) {
        List<Responses.Stored> all = new ArrayList<>();
        long taken = await(doors().responses().stream(selection, batch -> {
            all.addAll(batch);
            return Future.succeededFuture();
        }));
        assertEquals(taken, all.size());
        return all;
    }

    private static Act act() {
        return new Act("test", "kcg-pwb", Instant.now());
    }

    private static Problem refusal(Future<?> future) {
        ExecutionException failed = assertThrows(
                ExecutionException.class,
                () -> future.toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS));
        return assertInstanceOf(Problem.class, failed.getCause());
    }

    private static <T> T await(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
