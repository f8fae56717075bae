package tw.minsheng.collect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tw.minsheng.kernel.Act;
import tw.minsheng.kernel.Fault;
import tw.minsheng.kernel.Language;
import tw.minsheng.kernel.Problem;
import tw.minsheng.survey.Answer;
import tw.minsheng.survey.Version;

class IntakeTest {

    private static final Instant NOW = Instant.parse("2026-11-20T17:30:00Z");
    private static final ZoneId TAIPEI = ZoneId.of("Asia/Taipei");

    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final MemoryStore store = new MemoryStore(clock);
    private final FormKeys keys = new FormKeys("0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII));
    private final Finishing finishing = new Finishing(store, store, keys, clock, TAIPEI);
    private final Intake intake = new Intake(store, store, store, finishing, keys, clock);
    private final ResumeCode code = keys.newCode();

    @BeforeEach
    void openTheCounterSurvey() {
        store.publish(Samples.published(Samples.counter(new Version(1, 0, 0))));
        open("kcg-pwb-counter");
    }

    @Test
    void anUnknownSurveyIsNotFound() {
        assertEquals(
                Problem.Kind.NOT_FOUND, failure(intake.stand(at("kcg-nowhere"))).kind());
    }

    @Test
    void aClosedSurveySaysSo() {
        store.close(act(), "kcg-pwb-counter", DataSet.LIVE, "115");
        assertEquals(
                "survey.closed", failure(intake.stand(at("kcg-pwb-counter"))).code());
        assertEquals(
                "survey.closed",
                failure(send("p_visit", Map.of("d_counter", "road"), 0)).code());
    }

    @Test
    void anEmptyAnswerIsNotFinished() {
        assertInstanceOf(Step.Again.class, now(intake.finish(at("kcg-pwb-counter"), Language.ZH_TW, 0)));
        assertEquals(0, answers().size());
    }

    /** Else one visitor could store under endless names. */
    @Test
    void nothingIsWrittenUnderTheNameOfNoPart() {
        assertEquals(
                Problem.Kind.NOT_FOUND,
                failure(send("p_visit2", Map.of("d_counter", "road"), 0)).kind());
        assertTrue(!now(intake.isKnown(at("kcg-pwb-counter"))));
    }

    @Test
    void nothingIsWrittenWhileNothingWasTyped() {
        Step.Again again = assertInstanceOf(Step.Again.class, now(send("p_visit", Map.of("d_counter", ""), 0)));
        assertEquals(1, again.faults().size());
        assertTrue(!now(intake.isKnown(at("kcg-pwb-counter"))));
    }

    @Test
    void aFaultyPartIsStoredAsTypedAndComesBack() {
        assertInstanceOf(Step.At.class, now(send("p_visit", Map.of("d_counter", "road"), 0)));
        Map<String, String> half = Map.of("env_clean", "5", "env_signs", "99");
        Step.Again again = assertInstanceOf(Step.Again.class, now(send("p_env", half, 1)));
        assertEquals(
                List.of("env_signs", "env_wait"),
                again.faults().stream().map(Fault::place).toList());
        Step.At back = assertInstanceOf(Step.At.class, now(intake.show(at("kcg-pwb-counter"), "p_env")));
        assertEquals(List.of("99"), back.visit().filled().fields(back.part()).get("env_signs"));
    }

    @Test
    void aPartCannotBeReachedBeforeItsPredecessorsAreInOrder() {
        Step.At at = assertInstanceOf(Step.At.class, now(intake.show(at("kcg-pwb-counter"), "p_comment")));
        assertEquals("p_visit", at.part().name());
    }

    @Test
    void aWholeWalkEndsWithOneAnswerAndTheSameReceiptEachTime() {
        fill();
        Step.Done done = assertInstanceOf(Step.Done.class, now(intake.finish(at("kcg-pwb-counter"), Language.EN, 0)));
        Step.Done again = assertInstanceOf(Step.Done.class, now(intake.finish(at("kcg-pwb-counter"), Language.EN, 0)));
        assertEquals(done.finished().receipt(), again.finished().receipt());
        assertEquals(1, answers().size());
        AnswerSheet sheet = answers().get(0);
        assertEquals(LocalDate.of(2026, 11, 21), sheet.day(), "the day is the agency's, not UTC's");
        assertEquals(Language.EN, sheet.language());
        assertEquals(new Answer.Missing("dk"), sheet.answers().get("env_signs"));
        assertEquals(Map.of("p_visit", 9, "p_env", 9, "p_env_why", 9), sheet.seconds());
    }

    @Test
    void whatWasChangedAfterItWasLookedOverIsNotSentUnseen() {
        fill();
        Step.Ready shown = assertInstanceOf(Step.Ready.class, now(intake.stand(at("kcg-pwb-counter"))));
        int seen = shown.visit().revision();
        now(send("p_visit", Map.of("d_counter", "building"), 1));
        Step.NotYet told =
                assertInstanceOf(Step.NotYet.class, now(intake.finish(at("kcg-pwb-counter"), Language.ZH_TW, seen)));
        assertEquals("answer.changed", told.faults().get(0).code());
        assertEquals(0, answers().size());
        assertInstanceOf(
                Step.Done.class,
                now(intake.finish(
                        at("kcg-pwb-counter"), Language.ZH_TW, told.visit().revision())));
        assertEquals(new Answer.Choice("building"), answers().get(0).answers().get("d_counter"));
    }

    @Test
    void aLatePageAfterTheFinishIsToldSo() {
        fill();
        now(intake.finish(at("kcg-pwb-counter"), Language.ZH_TW, 0));
        assertInstanceOf(Step.Done.class, now(send("p_visit", Map.of("d_counter", "building"), 3)));
        assertEquals(1, answers().size());
    }

    @Test
    void anAnswerBegunUnderOneVersionIsFinishedUnderIt() {
        now(send("p_visit", Map.of("d_counter", "road"), 0));
        store.publish(Samples.published(Samples.counter(new Version(2, 0, 0))));
        fill();
        now(intake.finish(at("kcg-pwb-counter"), Language.ZH_TW, 0));
        assertEquals(new Version(1, 0, 0), answers().get(0).version());
    }

    @Test
    void aScreenedOutPersonEndsAtOnce() {
        assertInstanceOf(Step.Ready.class, now(send("p_visit", Map.of("d_counter", "none"), 0)));
        Step.Done done =
                assertInstanceOf(Step.Done.class, now(intake.finish(at("kcg-pwb-counter"), Language.ZH_TW, 0)));
        assertEquals(Outcome.SCREENED_OUT, done.finished().outcome());
        assertEquals(0, answers().size());
    }

    @Test
    void aFullQuotaLetsPeopleGoAtThePageThatDecidesIt() {
        store.publish(Samples.published(Samples.withQuota(1)));
        open("kcg-pwb-quota");
        Map<String, Object> answers = Map.of("d_counter", "road", "env_clean", 4, "env_signs", 4, "env_wait", 4);
        assertEquals(
                Outcome.COMPLETE,
                now(finishing.take(new Finishing.Whole("kcg-pwb-quota", "k".repeat(16), answers, "", "")))
                        .outcome());
        Step.Done done = assertInstanceOf(
                Step.Done.class,
                now(intake.send(
                        at("kcg-pwb-quota"),
                        new Intake.Sent(
                                "p_visit", Map.of("d_counter", List.of("road")), Language.ZH_TW, 1, 0, true, false))));
        assertEquals(Outcome.QUOTA_FULL, done.finished().outcome());
        assertEquals(
                Outcome.QUOTA_FULL,
                now(finishing.take(new Finishing.Whole("kcg-pwb-quota", "l".repeat(16), answers, "", "")))
                        .outcome());
    }

    @Test
    void theApiListsEveryFault() {
        Map<String, Object> answers = new LinkedHashMap<>();
        answers.put("d_counter", List.of("road"));
        answers.put("env_clean", 99);
        answers.put("env_signs", Map.of("missing", "zz"));
        answers.put("env_wait", 4);
        answers.put("q_wait_why", List.of("few_counters"));
        answers.put("no_such", 1);
        Problem refused =
                failure(finishing.take(new Finishing.Whole("kcg-pwb-counter", "k".repeat(16), answers, "fr", "")));
        assertEquals("answers.invalid", refused.code());
        assertEquals(
                Map.of(
                        "d_counter", "answer.type",
                        "env_clean", "answer.unknown_value",
                        "env_signs", "answer.unknown_value",
                        "q_wait_why", "answer.hidden",
                        "no_such", "answer.unknown_field",
                        "language", "answer.language"),
                refused.faults().stream().collect(java.util.stream.Collectors.toMap(Fault::place, Fault::code)));
    }

    @Test
    void theApiRefusesAnotherBodyUnderTheSameKey() {
        Map<String, Object> answers = Map.of("d_counter", "road", "env_clean", 4, "env_signs", 4, "env_wait", 4);
        String key = "k".repeat(16);
        Finished first = now(finishing.take(new Finishing.Whole("kcg-pwb-counter", key, answers, "zh-TW", "")));
        Finished again = now(finishing.take(new Finishing.Whole("kcg-pwb-counter", key, answers, "zh-TW", "")));
        assertEquals(first.receipt(), again.receipt());
        assertEquals(
                "key.reused",
                failure(finishing.take(new Finishing.Whole("kcg-pwb-counter", key, Map.of(), "zh-TW", "")))
                        .code());
        assertEquals(1, answers().size());
    }

    @Test
    void aResumeCodeIsReadAsPeopleTypeIt() {
        ResumeCode known = new ResumeCode("0123456789ABCDEFGHJ1");
        assertEquals(Optional.of(known), ResumeCode.typed(" o123 4567 89ab cdef ghji "));
        assertEquals(Optional.of(known), ResumeCode.typed("０１２３-4567–89AB-CDEF-GHJL"));
        assertEquals(Optional.empty(), ResumeCode.typed("0123"));
        assertEquals("0123-4567-89AB-CDEF-GHJ1", known.grouped());
    }

    @Test
    void theKeyOfAFormIsAnotherOneForAnotherSurvey() {
        assertNotEquals(
                keys.formKey("kcg-pwb-counter", DataSet.LIVE, code), keys.formKey("kcg-pwb-other", DataSet.LIVE, code));
        assertNotEquals(
                keys.formKey("kcg-pwb-counter", DataSet.LIVE, code),
                keys.formKey("kcg-pwb-counter", DataSet.TEST, code));
    }

    private void fill() {
        now(send("p_visit", Map.of("d_counter", "road"), 0));
        now(send("p_env", Map.of("env_clean", "5", "env_signs", "dk", "env_wait", "1"), 1));
        now(send("p_env_why", Map.of("q_wait_why", "few_counters"), 2));
    }

    private Future<Step> send(String part, Map<String, String> fields, int seen) {
        Map<String, List<String>> lists = new LinkedHashMap<>();
        fields.forEach((name, value) -> lists.put(name, List.of(value)));
        return intake.send(at("kcg-pwb-counter"), new Intake.Sent(part, lists, Language.ZH_TW, 9, seen, true, false));
    }

    private Intake.Address at(String survey) {
        return new Intake.Address(survey, DataSet.LIVE, code, Optional.empty());
    }

    private void open(String survey) {
        store.open(act(), survey, DataSet.LIVE, "115", Wave.NO_END);
    }

    private static Act act() {
        return new Act("test", "kcg-pwb", NOW);
    }

    private List<AnswerSheet> answers() {
        List<AnswerSheet> all = new ArrayList<>();
        store.stream(new Responses.Selection("kcg-pwb-counter", "", DataSet.LIVE), batch -> {
            batch.forEach(stored -> all.add(stored.sheet()));
            return Future.succeededFuture();
        });
        return all;
    }

    private static <T> T now(Future<T> future) {
        assertTrue(future.succeeded(), () -> String.valueOf(future.cause()));
        return future.result();
    }

    private static Problem failure(Future<?> future) {
        assertTrue(future.failed());
        return assertInstanceOf(Problem.class, future.cause());
    }
}
