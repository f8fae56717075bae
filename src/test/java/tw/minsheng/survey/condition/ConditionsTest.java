package tw.minsheng.survey.condition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tw.minsheng.survey.ActionRule;
import tw.minsheng.survey.Answer;

class ConditionsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "a == 1|4|=",
                "a =|4|",
                "a|2|",
                "a = 1 and|10|",
                "a = 1 or or b = 2|10|or",
                "not a = 1|5|a",
                "exec('x')|1|exec",
                "a in []|7|]",
                "a = 'x|5|'x",
                "a = 1 $ b|7|$ b",
                "has(a, 1)|8|1",
                "mean(a) < 1|1|mean",
                "a = 1)|6|)",
                "and = 1|1|and"
            })
    void faultNamesTheCharacter(String source, int position, String fragment) {
        SyntaxFault fault = assertThrows(SyntaxFault.class, () -> Conditions.parse(source));
        assertEquals(position, fault.position());
        assertEquals(fragment == null ? "" : fragment, fault.fragment());
    }

    @Test
    void lengthAndNestingHaveLimits() {
        String longest = "a = 1" + " ".repeat(495);
        assertEquals(500, longest.length());
        assertEquals(Set.of("a"), Conditions.parse(longest).names());
        assertEquals(
                501,
                assertThrows(SyntaxFault.class, () -> Conditions.parse(longest + " "))
                        .position());
        String deepest = "(".repeat(8) + "a = 1" + ")".repeat(8);
        assertEquals(Set.of("a"), Conditions.parse(deepest).names());
        assertEquals(
                9,
                assertThrows(SyntaxFault.class, () -> Conditions.parse("(" + deepest + ")"))
                        .position());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "q = 1",
                "q != 1",
                "q < 16",
                "q <= 16",
                "q > 0",
                "q >= 0",
                "q in [1]",
                "q not in [9]",
                "has(q, 'x')",
                "lacks(q, 'x')",
                "answered(q)"
            })
    void missingIsFalse(String source) {
        assertEquals(false, holds(source, Map.of()));
        assertEquals(false, holds(source, Map.of("q", new Answer.Missing("dk"))));
    }

    @Test
    void missingItselfCanBeAsked() {
        Map<String, Answer> dontKnow = Map.of("q", new Answer.Missing("dk"));
        assertEquals(true, holds("missing(q, 'dk')", dontKnow));
        assertEquals(false, holds("missing(q, 'na')", dontKnow));
        assertEquals(false, holds("missing(q, 'dk')", Map.of()));
        assertEquals(true, holds("not answered(q)", dontKnow));
        assertEquals(true, holds("not answered(q)", Map.of()));
    }

    @Test
    void emptyListAndEmptyTextAreNoAnswers() {
        assertEquals(false, holds("lacks(q, 'x')", Map.of("q", new Answer.Choices(List.of()))));
        assertEquals(false, holds("q != 'x'", Map.of("q", new Answer.Text(""))));
    }

    @Test
    void valuesAreComparedByTheirKind() {
        assertEquals(true, holds("q >= 4", Map.of("q", new Answer.Point(4))));
        assertEquals(true, holds("q < 16", Map.of("q", new Answer.Quantity(new BigDecimal("15.5")))));
        assertEquals(true, holds("q = 'f'", Map.of("q", new Answer.Choice("f"))));
        assertEquals(true, holds("q = 802 and q = '802'", Map.of("q", new Answer.Choice("802"))));
        assertEquals(true, holds("q < '2026-02-01'", Map.of("q", new Answer.Day(LocalDate.of(2026, 1, 31)))));
        assertEquals(false, holds("q = 'x'", Map.of("q", new Answer.Point(4))));
        assertEquals(true, holds("has(q, 'a') and lacks(q, 'c')", Map.of("q", new Answer.Choices(List.of("a", "b")))));
    }

    @Test
    void andBindsTighterThanOr() {
        Map<String, Answer> answers = Map.of("a", new Answer.Point(1), "b", new Answer.Point(1));
        assertEquals(true, holds("a = 1 or a = 2 and b = 2", answers));
        assertEquals(false, holds("(a = 1 or a = 2) and b = 2", answers));
    }

    @Test
    void actionIsReadAsTests() {
        assertEquals(
                List.of(
                        new ActionRule.Test(ActionRule.Function.MEAN_SATISFIED, "env", ActionRule.Comparison.LESS, 0.8),
                        new ActionRule.Test(ActionRule.Function.N, "env", ActionRule.Comparison.AT_LEAST, 30)),
                Conditions.action("meanSatisfied(env) < 0.80 and n(env) >= 30"));
        assertThrows(SyntaxFault.class, () -> Conditions.action("env_clean = 1"));
        assertThrows(SyntaxFault.class, () -> Conditions.action("mean(env) = 1"));
        assertThrows(SyntaxFault.class, () -> Conditions.action("mean(env) < 1 or n(env) > 2"));
    }

    private static boolean holds(String source, Map<String, Answer> answers) {
        return Conditions.parse(source).holds(answers);
    }
}
