package tw.minsheng.format;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Why a file is no YAML, in the words of people. The parser speaks English only; its sentences are known by their
 * beginnings, and one that is not known stands behind our own words as a detail.
 *
 * @param key last part of the message key {@code yaml.reason.…}
 * @param detail the parser's own sentence, "" where our words say it all
 */
record YamlReason(String key, String detail) {

    static final YamlReason SIZE = new YamlReason("size", "");
    static final YamlReason REFERENCE = new YamlReason("reference", "");
    static final YamlReason DOCUMENTS = new YamlReason("documents", "");
    static final YamlReason DEPTH = new YamlReason("depth", "");
    static final YamlReason KEY = new YamlReason("key", "");

    /** A part of the parser's sentence → our key; the first that fits counts. */
    private static final Map<String, String> KNOWN = known();

    private static Map<String, String> known() {
        Map<String, String> known = new LinkedHashMap<>();
        known.put("expected ',' or ']'", "list_end");
        known.put("expected ',' or '}'", "mapping_end");
        known.put("could not find expected ':'", "colon");
        known.put("(TAB)", "tab");
        known.put("that cannot start any token", "start");
        known.put("found unexpected end of stream", "open_quote");
        known.put("found unexpected document separator", "documents");
        known.put("expected '<document start>'", "documents");
        known.put("found unknown escape character", "escape");
        known.put("are not allowed here", "not_here");
        known.put("expected <block end>", "indent");
        known.put("expected the node content", "content");
        known.put("special characters are not allowed", "control");
        return known;
    }

    static YamlReason of(EncodingGuess guess) {
        return new YamlReason(guess.code(), "");
    }

    /** @param sentence of the parser */
    static YamlReason of(String sentence) {
        return KNOWN.entrySet().stream()
                .filter(entry -> sentence.contains(entry.getKey()))
                .map(entry -> new YamlReason(entry.getValue(), ""))
                .findFirst()
                .orElseGet(() -> new YamlReason("other", sentence));
    }

    /** Key of the words in the messages of this room. */
    String code() {
        return "yaml.reason." + key;
    }
}
