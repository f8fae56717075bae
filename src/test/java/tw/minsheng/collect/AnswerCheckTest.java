package tw.minsheng.collect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tw.minsheng.kernel.Language;
import tw.minsheng.survey.Answer;
import tw.minsheng.survey.Version;

/** The rules on what is typed into a form; the words are those of the specification, section 4.3. */
class AnswerCheckTest {

    private static final Questionnaire COUNTER = Questionnaire.of(Samples.counter(new Version(1, 0, 0)));
    private static final Questionnaire TYPES = Questionnaire.of(Samples.everyType());

    @Test
    void aMissingItemIsAskedForInTheWordsOfItsScale() {
        List<String> said = send(COUNTER, "p_env", Map.of("env_clean", "5", "env_wait", "5"), counter("road"));
        assertEquals(List.of("請選擇您對「櫃台標示」的滿意程度"), said);
    }

    @Test
    void aMissingQuestionIsAskedForInItsOwnWords() {
        assertEquals(List.of("請選擇您今天洽公的櫃台"), send(COUNTER, "p_visit", Map.of(), Map.of()));
        assertEquals(List.of("請回答「整體滿意度」"), send(TYPES, "p_one", Map.of(), Map.of()));
    }

    @Test
    void aValueThatIsNotOnThePageIsRefused() {
        assertEquals(
                List.of("請從列出的選項中選擇「您今天在哪一個櫃台辦理業務？」的答案"),
                send(COUNTER, "p_visit", Map.of("d_counter", "moon"), Map.of()));
        assertEquals(1, send(TYPES, "p_one", Map.of("overall", "6"), Map.of()).size());
        assertEquals(1, send(TYPES, "p_one", Map.of("overall", "4.0"), Map.of()).size());
        assertEquals(
                1,
                send(TYPES, "p_one", Map.of("overall", "4", "d_sex", "z"), Map.of())
                        .size());
    }

    @Test
    void twoValuesOfOneRadioAreRefused() {
        Map<String, List<String>> both = Map.of("overall", List.of("4", "5"));
        assertEquals(
                "answer.several",
                AnswerCheck.sent(walk(TYPES, "p_one", both), part(TYPES, "p_one"), both)
                        .get(0)
                        .code());
    }

    @Test
    void aForeignFieldIsRefused() {
        assertEquals(
                List.of("這一頁沒有「no_such」這個欄位"), send(TYPES, "p_one", Map.of("overall", "4", "no_such", "1"), Map.of()));
    }

    @Test
    void anAnswerOfAnotherPageIsRefused() {
        assertEquals(
                1,
                send(TYPES, "p_one", Map.of("overall", "4", "q_minutes", "1"), Map.of())
                        .size());
    }

    @Test
    void anExclusiveChoiceStandsAlone() {
        Map<String, List<String>> fields = Map.of("overall", List.of("4"), "q_why", List.of("a", "none"));
        assertEquals(List.of("選了「以上皆非」就不能再選其他選項"), words(TYPES, "p_one", fields));
        Map<String, List<String>> alone = Map.of("overall", List.of("4"), "q_why", List.of("none"));
        assertEquals(List.of(), words(TYPES, "p_one", alone));
    }

    @Test
    void aTooLongTextIsRefusedWithItsLengthInCharacters() {
        assertEquals(List.of("最多 20 字，目前 21 字"), send(TYPES, "p_two", Map.of("q_text", "😀".repeat(21)), Map.of()));
        assertEquals(List.of(), send(TYPES, "p_two", Map.of("q_text", "字".repeat(20)), Map.of()));
    }

    @Test
    void aLineEndCountsOnce() {
        assertEquals(List.of(), send(TYPES, "p_two", Map.of("q_text", "一\r\n".repeat(9) + "二"), Map.of()));
    }

    @Test
    void aNumberOutsideItsLimitsIsRefusedWithBoth() {
        for (String typed : List.of("601", "-1", "many", "1e3", "1.5.5", "0x10")) {
            assertEquals(List.of("請輸入 0 到 600 之間的數字"), send(TYPES, "p_two", Map.of("q_minutes", typed), Map.of()));
        }
    }

    @Test
    void fullWidthDigitsAreANumber() {
        assertEquals(
                new Answer.Quantity(new BigDecimal("45")),
                read("p_two", "q_minutes", "４５").get("q_minutes"));
    }

    @Test
    void aRankingIsCompleteOrEmpty() {
        Map<String, String> base = Map.of("overall", "4");
        assertEquals(List.of(), send(TYPES, "p_one", base, Map.of()));
        assertEquals(
                List.of("請為「請排序」的每一項都選一個名次"), send(TYPES, "p_one", plus(base, Map.of("q_rank__x", "1")), Map.of()));
        assertEquals(
                List.of("「請排序」的同一個名次只能給一項"),
                send(
                        TYPES,
                        "p_one",
                        plus(base, Map.of("q_rank__x", "1", "q_rank__y", "1", "q_rank__z", "2")),
                        Map.of()));
        assertEquals(
                1,
                send(TYPES, "p_one", plus(base, Map.of("q_rank__x", "4")), Map.of())
                        .size());
    }

    @Test
    void aRankingReadsTheBestFirst() {
        Map<String, List<String>> fields =
                Map.of("q_rank__x", List.of("2"), "q_rank__y", List.of("1"), "q_rank__z", List.of("3"));
        assertEquals(
                new Answer.Choices(List.of("y", "x", "z")),
                filled(TYPES, "p_one", fields).walk().answers().get("q_rank"));
    }

    @Test
    void aDayThatDoesNotExistIsRefused() {
        Map<String, String> day = Map.of("q_day__y", "2026", "q_day__m", "2", "q_day__d", "30");
        assertEquals(1, send(TYPES, "p_two", day, Map.of()).size());
        assertEquals(
                1, send(TYPES, "p_two", Map.of("q_day__y", "2026"), Map.of()).size());
    }

    @Test
    void aYearOfTheRepublicIsUnderstood() {
        Map<String, List<String>> day =
                Map.of("q_day__y", List.of("115"), "q_day__m", List.of("11"), "q_day__d", List.of("20"));
        assertEquals(
                new Answer.Day(LocalDate.of(2026, 11, 20)),
                filled(TYPES, "p_two", day).walk().answers().get("q_day"));
    }

    @Test
    void aHiddenQuestionIsVoidThoughRequiredAndRefusedWhenAnswered() {
        Map<String, Draft.Typed> happy = typed(Map.of(
                "p_visit", Map.of("d_counter", "road"),
                "p_env", Map.of("env_clean", "5", "env_signs", "dk", "env_wait", "5")));
        Filled filled = Filled.of(COUNTER, happy);
        assertFalse(filled.walk().shown().contains("q_wait_why"));
        assertEquals(
                List.of("p_visit", "p_env", "p_comment"),
                filled.walk().parts().stream().map(Part::name).toList());
        assertEquals(
                "answer.hidden",
                AnswerCheck.sent(
                                filled.walk(),
                                part(COUNTER, "p_env_why"),
                                Map.of("q_wait_why", List.of("few_counters")))
                        .get(0)
                        .code());
    }

    @Test
    void anAnswerHiddenByALaterChangeIsLeftOut() {
        Map<String, Draft.Typed> changed = typed(Map.of(
                "p_visit", Map.of("d_counter", "road"),
                "p_env", Map.of("env_clean", "5", "env_signs", "dk", "env_wait", "5"),
                "p_env_why", Map.of("q_wait_why", "few_counters")));
        Filled filled = Filled.of(COUNTER, changed);
        assertFalse(filled.walk().answers().containsKey("q_wait_why"));
        assertTrue(filled.firstOpen().isEmpty());
    }

    @Test
    void nothingIsAskedAfterAScreenOut() {
        Filled filled = Filled.of(COUNTER, typed(Map.of("p_visit", Map.of("d_counter", "none"))));
        assertTrue(filled.walk().screenedOut());
        assertTrue(filled.firstOpen().isEmpty());
        assertEquals(1, filled.walk().parts().size());
    }

    @Test
    void anInvalidAnswerDecidesNothing() {
        Filled filled = Filled.of(
                COUNTER, typed(Map.of("p_visit", Map.of("d_counter", "road"), "p_env", Map.of("env_wait", "-7"))));
        assertFalse(filled.walk().answers().containsKey("env_wait"));
        assertFalse(filled.walk().shown().contains("q_wait_why"));
    }

    @Test
    void theNumberOfPagesIsSaidOnlyWhenItIsCertain() {
        assertFalse(COUNTER.isLengthKnownAt(part(COUNTER, "p_env")));
        assertTrue(COUNTER.isLengthKnownAt(part(COUNTER, "p_env_why")));
        assertTrue(TYPES.isLengthKnownAt(part(TYPES, "p_one")));
    }

    @Test
    void codesKeepTheFourKindsOfMissingApart() {
        Filled filled = Filled.of(
                COUNTER,
                typed(Map.of(
                        "p_visit", Map.of("d_counter", "road"),
                        "p_env", Map.of("env_clean", "4", "env_signs", "dk", "env_wait", "5"))));
        List<String> ids = COUNTER.variables().stream().map(each -> each.id()).toList();
        Map<String, Short> codes = new HashMap<>();
        List<Short> vector = Codes.of(filled.walk());
        for (int i = 0; i < ids.size(); i++) {
            codes.put(ids.get(i), vector.get(i));
        }
        assertEquals((short) 2, codes.get("d_counter"));
        assertEquals((short) 4, codes.get("env_clean"));
        assertEquals((short) -8, codes.get("env_signs"));
        assertEquals((short) -2, codes.get("q_wait_why__few_counters"));
        assertEquals((short) -1, codes.get("comment"));
    }

    @Test
    void theWordsHaveAnEnglishForm() {
        Walk walk = walk(TYPES, "p_one", Map.of());
        assertEquals(
                "Answer “Overall”",
                AnswerWords.say(
                        TYPES,
                        AnswerCheck.sent(walk, part(TYPES, "p_one"), Map.of()).get(0),
                        Language.EN));
    }

    private static Map<String, Map<String, String>> counter(String value) {
        return Map.of("p_visit", Map.of("d_counter", value));
    }

    private static Map<String, String> plus(Map<String, String> base, Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(base);
        all.putAll(more);
        return all;
    }

    private static Part part(Questionnaire form, String name) {
        return form.part(name).orElseThrow();
    }

    private static Map<String, Answer> read(String part, String field, String value) {
        return filled(TYPES, part, Map.of(field, List.of(value))).walk().answers();
    }

    private static Filled filled(Questionnaire form, String part, Map<String, List<String>> fields) {
        return Filled.of(form, Map.of(part, new Draft.Typed(fields, 1, 1)));
    }

    private static Walk walk(Questionnaire form, String part, Map<String, List<String>> fields) {
        return filled(form, part, fields).walk();
    }

    private static List<String> words(Questionnaire form, String part, Map<String, List<String>> fields) {
        return AnswerCheck.sent(walk(form, part, fields), part(form, part), fields).stream()
                .map(fault -> AnswerWords.say(form, fault, Language.ZH_TW))
                .toList();
    }

    private static List<String> send(
            Questionnaire form, String part, Map<String, String> fields, Map<String, Map<String, String>> before) {
        Map<String, Map<String, String>> all = new LinkedHashMap<>(before);
        all.put(part, fields);
        Walk walk = Filled.of(form, typed(all)).walk();
        return AnswerCheck.sent(walk, part(form, part), lists(fields)).stream()
                .map(fault -> AnswerWords.say(form, fault, Language.ZH_TW))
                .toList();
    }

    private static Map<String, Draft.Typed> typed(Map<String, Map<String, String>> parts) {
        Map<String, Draft.Typed> typed = new LinkedHashMap<>();
        parts.forEach((name, fields) -> typed.put(name, new Draft.Typed(lists(fields), 1, 1)));
        return typed;
    }

    private static Map<String, List<String>> lists(Map<String, String> fields) {
        Map<String, List<String>> lists = new LinkedHashMap<>();
        fields.forEach((name, value) -> lists.put(name, List.of(value)));
        return lists;
    }
}
