package tw.minsheng.survey.file.definition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tw.minsheng.format.Node;
import tw.minsheng.format.Yaml;
import tw.minsheng.kernel.Sha256;

class CanonicalTest {

    /** The test vector of the specification, 114 bytes. */
    private static final String VECTOR = "{\"id\":\"abc\",\"languages\":[\"zh-TW\",\"en\"],"
            + "\"title\":{\"en\":\"Counter\",\"zh-TW\":\"臨櫃\"},\"trim\":[0.3,3],\"version\":\"1.0.0\"}";

    private static final String HASH = "af90c6288e4a6dad85a0ffc89a8f081770add37b4296ddbb1fa46ac773fa5acf";

    @Test
    void vectorHasItsBytesAndHash() {
        byte[] bytes = bytes("""
                status: draft
                id: abc
                version: 1.0.0
                languages: [zh-TW, en]
                title: {zh-TW: 臨櫃, en: Counter}
                trim: [0.3, 3.0]
                """);
        assertEquals(VECTOR, new String(bytes, StandardCharsets.UTF_8));
        assertEquals(114, bytes.length);
        assertEquals(HASH, Sha256.hexOf(bytes));
    }

    @Test
    void orderQuotesLineEndsCommentsAndStatusDoNotChangeTheHash() {
        String other = """
                # a comment
                trim:
                  - 0.30
                  - 3
                title:
                  en: "Counter"
                  zh-TW: '臨櫃'
                languages: ['zh-TW', "en"]
                version: '1.0.0'
                id: abc
                status: published
                """;
        assertEquals(HASH, hash(other));
        assertEquals(HASH, hash(other.replace("\n", "\r\n")));
    }

    @Test
    void composedAndDecomposedLettersAreTheSame() {
        assertEquals(hash("a: caf\u00e9\n"), hash("a: cafe\u0301\n"));
    }

    @Test
    void namedFilesArePartOfTheHash() {
        Node root =
                root("sampling: {strata: {targets: a.csv}}\nweighting: {margins: [{file: b.csv}, {file: a.csv}]}\n");
        assertEquals(java.util.List.of("a.csv", "b.csv"), Canonical.files(root));
        Map<String, byte[]> one = Map.of("a.csv", new byte[] {1}, "b.csv", new byte[] {2});
        Map<String, byte[]> other = Map.of("a.csv", new byte[] {1}, "b.csv", new byte[] {3});
        assertNotEquals(Sha256.hexOf(Canonical.bytes(root, one)), Sha256.hexOf(Canonical.bytes(root, other)));
        assertEquals(
                Sha256.hexOf(new byte[] {2}),
                Canonical.tree(root, one).get("files").get("b.csv").text());
    }

    private static String hash(String yaml) {
        return Sha256.hexOf(bytes(yaml));
    }

    private static byte[] bytes(String yaml) {
        return Canonical.bytes(root(yaml), Map.of());
    }

    private static Node root(String yaml) {
        return Yaml.read("t.yaml", yaml.getBytes(StandardCharsets.UTF_8));
    }
}
