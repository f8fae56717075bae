package tw.minsheng.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tw.minsheng.kernel.Problem;

class JsonTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{\"a\":1,\"a\":2}",
                "[1] 2",
                "[NaN]",
                "[01]",
                "[1,]",
                "{a:1}",
                "[1e999]",
                "// x\n1",
                "'a'"
            })
    void whatIsNotStrictJsonIsRefused(String json) {
        assertTrue(assertThrows(Problem.class, () -> read(json)).code().startsWith("json."));
    }

    /** The library speaks English only: every fault has a sentence of ours, and none of the library's words in it. */
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '~',
            delimiter = '|',
            value = {
                "json.ends|{\"items\"",
                "json.ends|{\"items\": [1",
                "json.ends|[1, {\"a\": 2",
                "json.ends|{\"a\": \"b",
                "json.key_twice|{\"a\":1,\"b\":{\"a\":1},\"a\":2}",
                "json.unreadable|{\"a\" 1}",
                "json.unreadable|{\"a\": 1,, }",
                "json.more_than_one|[1] 2",
                "json.too_large|[1e999]",
                "json.too_large|[1e99999999999]",
                "json.too_large|[11111111111111111111111111111111111111111]"
            })
    void everyKindOfFaultHasASentenceOfOurs(String code, String json) {
        Problem problem = assertThrows(Problem.class, () -> read(json));
        assertEquals(code, problem.code());
        assertEquals(Set.of("file", "line", "column", "value"), problem.args().keySet());
        assertEquals("1", problem.args().get("line"));
        assertTrue(Set.of("", "a").contains(problem.args().get("value")), problem.args()::toString);
    }

    @Test
    void nestingEndsAtItsLimit() {
        assertEquals(
                "json.too_deep",
                assertThrows(Problem.class, () -> read("[".repeat(100_000))).code());
        assertEquals(
                "json.too_deep",
                assertThrows(Problem.class, () -> read("[".repeat(65) + "]".repeat(65)))
                        .code());
        assertEquals(1, read("[".repeat(64) + "]".repeat(64)).elements().size());
    }

    @Test
    void byteOrderMarkIsSkippedAndOtherBytesAreNotUtf8() {
        assertEquals(new Mark(1, 1), read("\uFEFF{\"a\": 1}").mark());
        byte[] big5 = {'"', (byte) 0xA4, (byte) 0xA4, '"'};
        assertEquals(
                "json.not_utf8",
                assertThrows(Problem.class, () -> Json.read("x.json", big5)).code());
    }

    @Test
    void nodesKnowTheirLines() {
        Node read = read("{\n  \"a\": [1,\n 2]}");
        assertEquals(new Mark(3, 2), read.get("a").elements().get(1).mark());
        assertEquals(new Mark(1, 1), read.get("missing").mark());
    }

    /** The number samples of RFC 8785, appendix B. */
    @ParameterizedTest
    @CsvSource({
        "0000000000000000, 0",
        "8000000000000000, 0",
        "0000000000000001, 5e-324",
        "8000000000000001, -5e-324",
        "7fefffffffffffff, 1.7976931348623157e+308",
        "4340000000000000, 9007199254740992",
        "4430000000000000, 295147905179352830000",
        "44b52d02c7e14af5, 9.999999999999997e+22",
        "44b52d02c7e14af6, 1e+23",
        "44b52d02c7e14af7, 1.0000000000000001e+23",
        "444b1ae4d6e2ef4e, 999999999999999700000",
        "444b1ae4d6e2ef4f, 999999999999999900000",
        "444b1ae4d6e2ef50, 1e+21",
        "3eb0c6f7a0b5ed8c, 9.999999999999997e-7",
        "3eb0c6f7a0b5ed8d, 0.000001",
        "41b3de4355555553, 333333333.3333332",
        "41b3de4355555557, 333333333.33333343",
        "becbf647612f3696, -0.0000033333333333333333"
    })
    void numbersArePrintedAsRfc8785Says(String bits, String expected) {
        assertEquals(expected, Es6Number.of(Double.longBitsToDouble(Long.parseUnsignedLong(bits, 16))));
    }

    /** RFC 8785, 3.2.2 and 3.2.3. */
    @Test
    void canonicalFormIsThatOfRfc8785() {
        String example = """
                {
                  "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
                  "string": "\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\"\\/",
                  "literals": [null, true, false]
                }""";
        String expected = "{\"literals\":[null,true,false],"
                + "\"numbers\":[333333333.3333333,1e+30,4.5,0.002,1e-27],"
                + "\"string\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}";
        assertEquals(expected, new String(Json.canonical(read(example)), StandardCharsets.UTF_8));
        String keys =
                "{\"\\u20ac\":1,\"\\r\":2,\"\\ufb33\":3,\"1\":4,\"\\ud83d\\ude00\":5,\"\\u0080\":6,\"\\u00f6\":7}";
        assertEquals(
                "{\"\\r\":2,\"1\":4,\"\u0080\":6,\"ö\":7,\"€\":1,\"😀\":5,\"\ufb33\":3}",
                new String(Json.canonical(read(keys)), StandardCharsets.UTF_8));
    }

    @Test
    void writerRefusesWhatIsNoNumber() {
        JsonWriter writer = new JsonWriter(new StringWriter());
        assertThrows(IllegalArgumentException.class, () -> writer.number(Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> writer.number(Double.POSITIVE_INFINITY));
    }

    @Test
    void writtenTextReadsBack() throws IOException {
        StringWriter out = new StringWriter();
        try (JsonWriter writer = new JsonWriter(out)) {
            writer.startObject()
                    .field("a", -0.0)
                    .name("b")
                    .startArray()
                    .text("\"\n")
                    .nothing()
                    .end();
            writer.name("c")
                    .startObject()
                    .end()
                    .field("d", true)
                    .field("e", 0.1)
                    .end();
        }
        assertEquals(
                "{\"a\":0,\"b\":[\"\\\"\\n\",null],\"c\":{},\"d\":true,\"e\":0.1}",
                new String(Json.canonical(read(out.toString())), StandardCharsets.UTF_8));
    }

    private static Node read(String json) {
        return Json.read("x.json", json.getBytes(StandardCharsets.UTF_8));
    }
}
