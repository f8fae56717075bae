package tw.minsheng.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tw.minsheng.kernel.Language;
import tw.minsheng.kernel.Problem;
import tw.minsheng.kernel.ProblemWords;
import tw.minsheng.kernel.Texts;

class YamlTest {

    @Test
    void aliasBombIsRefusedQuickly() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n");
        for (int i = 1; i < 50; i++) {
            bomb.append("a%d: &a%d [%s]\n".formatted(i, i, ("*a" + (i - 1) + " ,").repeat(9)));
        }
        Yaml.Document document = assertTimeoutPreemptively(Duration.ofSeconds(2), () -> parse(bomb.toString()));
        assertEquals(Yaml.Trouble.FORBIDDEN, document.faults().get(0).trouble());
        assertEquals(50 + 49 * 9, document.faults().size());
    }

    @Test
    void tagsAndSecondDocumentsAndDeepNestingAreRefused() {
        assertEquals(List.of(Yaml.Trouble.FORBIDDEN), troubles("a: !!javax.script.ScriptEngineManager [x]\n"));
        assertEquals(List.of(Yaml.Trouble.FORBIDDEN), troubles("a: !!str 1\n"));
        assertEquals(List.of(Yaml.Trouble.UNREADABLE), troubles("a: 1\n---\nb: 2\n"));
        assertEquals(
                List.of(Yaml.Trouble.UNREADABLE),
                assertTimeoutPreemptively(Duration.ofSeconds(5), () -> troubles("[".repeat(100_000))));
    }

    /** The parser speaks English only; what offices read is ours. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: [1",
                "a: {b: 1",
                "a: 1\n\tb: 2",
                "a: \"x",
                "a: 1\n---\nb: 2",
                "a: \"\\q\"",
                "a: b: c",
                "a:\n  - 1\n b: 2",
                "a: @x",
                "? [1]\n: 2",
                "a: 1\nb\nc: 2",
                "a: \u0001",
                "a: }"
            })
    void whatIsUnreadableIsSaidInChinese(String yaml) {
        String words = parse(yaml).faults().get(0).words().in(Language.ZH_TW);
        assertTrue(words.codePoints().anyMatch(Character::isIdeographic), words);
        assertFalse(words.matches(".*(?<![A-Za-z])(expected|found|while|not|more)(?![A-Za-z]).*"), words);
    }

    @Test
    void faultOfAWholeFileHasItsLine() {
        Problem problem = assertThrows(
                Problem.class, () -> Yaml.read("f.yaml", "a: 1\nb: [1\nc: 2".getBytes(StandardCharsets.UTF_8)));
        String said = new ProblemWords(List.of(Texts.of(Yaml.class)))
                .of(Language.ZH_TW, problem.faults().get(0));
        assertTrue(said.startsWith("f.yaml 第 3 行：方括號的清單沒有結束"), said);
    }

    @Test
    void big5IsNamedWithTheRemedy() {
        Yaml.YamlFault fault = Yaml.parse("a: 服務人員\n".getBytes(Charset.forName("Big5")))
                .faults()
                .get(0);
        assertTrue(fault.words().in(Language.ZH_TW).startsWith("檔案是 Big5 編碼"));
        assertTrue(fault.words().in(Language.EN).startsWith("the file is Big5"));
    }

    @Test
    void everyRepeatedKeyIsListed() {
        Yaml.Document document = parse("a: 1\nb: {c: 1, c: 2}\na: 2\nb: 3\n");
        assertEquals(
                List.of("c 2", "a 3", "b 4"),
                document.faults().stream()
                        .map(fault ->
                                fault.args().get("key") + " " + fault.mark().line())
                        .toList());
    }

    @Test
    void tooLargeAndNotUtf8AreRefused() {
        assertEquals(List.of(Yaml.Trouble.FORBIDDEN), troubles("#" + "x".repeat(Yaml.MAX_BYTES)));
        Yaml.Document latin = Yaml.parse("a: é\n".getBytes(StandardCharsets.ISO_8859_1));
        assertEquals(Yaml.Trouble.UNREADABLE, latin.faults().get(0).trouble());
        assertThrows(Problem.class, () -> Yaml.read("f.yaml", "a: [1".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void badIndentNamesItsLine() {
        Yaml.YamlFault fault = parse("a:\n  - 1\n b: 2\n").faults().get(0);
        assertEquals(Yaml.Trouble.UNREADABLE, fault.trouble());
        assertEquals(3, fault.mark().line());
    }

    /** The pitfalls measured for YAML 1.1 readers: all of these are texts in YAML 1.2. */
    @Test
    void codesAndTimesStayTexts() {
        Node root = parse("v: no\nw: 01\no: on\nt: 12:30\nd: 2025-12-31\nx: 1.0.0\n")
                .root();
        assertEquals(
                List.of("no", "01", "on", "12:30", "2025-12-31", "1.0.0"),
                root.entries().stream().map(entry -> entry.value().text()).toList());
        root.entries().forEach(entry -> assertInstanceOf(Node.Text.class, entry.value()));
    }

    @Test
    void numbersBooleansAndNullsAreKnown() {
        Node root = parse("a: 0.3\nb: true\nc:\nd: null\ne: '1'\nf: .inf\n").root();
        assertEquals(new BigDecimal("0.3"), ((Node.Num) root.get("a")).value());
        assertEquals(true, root.get("b").isTrue());
        assertEquals(false, root.get("c").isGiven() || root.get("d").isGiven());
        assertInstanceOf(Node.Text.class, root.get("e"));
        assertInstanceOf(Node.Text.class, root.get("f"));
    }

    private static List<Yaml.Trouble> troubles(String yaml) {
        return parse(yaml).faults().stream().map(Yaml.YamlFault::trouble).toList();
    }

    private static Yaml.Document parse(String yaml) {
        return Yaml.parse(yaml.getBytes(StandardCharsets.UTF_8));
    }
}
