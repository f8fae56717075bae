package tw.minsheng.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;

/** JSON read strictly into nodes, and the canonical bytes of RFC 8785. */
public final class Json {

    /** A byte order mark, which spreadsheets and editors of Windows write. */
    private static final String ORDER_MARK = "\uFEFF";

    /** One level more than is taken, so that the reader, and not the library, finds what is too deep. */
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(JsonTree.MAX_DEPTH + 1)
                    .maxNumberLength(40)
                    .build())
            .build();

    private Json() {}

    /**
     * Reads one JSON value: UTF-8 with or without byte order mark, no repeated keys, no comments, nothing behind it, finite numbers,
     * 64 levels.
     *
     * @param name how the input is called in messages
     * @throws tw.minsheng.kernel.Problem INVALID {@code json.*} with the line and column
     */
    public static Node read(String name, byte[] bytes) {
        try (JsonParser parser = FACTORY.createParser(decode(bytes))) {
            return new JsonTree(name, parser).read();
        } catch (CharacterCodingException e) {
            throw JsonTree.refused("json.not_utf8", name, Mark.START, "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The bytes of RFC 8785: keys sorted by UTF-16, shortest numbers, no spaces. */
    public static byte[] canonical(Node node) {
        StringBuilder out = new StringBuilder();
        canonical(node, out);
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String decode(byte[] bytes) throws CharacterCodingException {
        String text = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
        return text.startsWith(ORDER_MARK) ? text.substring(ORDER_MARK.length()) : text;
    }

    private static void canonical(Node node, StringBuilder out) {
        if (node instanceof Node.Mapping mapping) {
            String comma = "{";
            for (Node.Entry entry : sorted(mapping.entries())) {
                out.append(comma);
                quote(entry.key(), out);
                out.append(':');
                canonical(entry.value(), out);
                comma = ",";
            }
            out.append(mapping.entries().isEmpty() ? "{}" : "}");
        } else if (node instanceof Node.Sequence sequence) {
            String comma = "[";
            for (Node element : sequence.elements()) {
                out.append(comma);
                canonical(element, out);
                comma = ",";
            }
            out.append(sequence.elements().isEmpty() ? "[]" : "]");
        } else if (node instanceof Node.Text text) {
            quote(text.text(), out);
        } else if (node instanceof Node.Num number) {
            out.append(Es6Number.of(number.value().doubleValue()));
        } else {
            out.append(node instanceof Node.Bool bool ? Boolean.toString(bool.value()) : "null");
        }
    }

    /** String order of Java is the order of UTF-16 code units. */
    private static List<Node.Entry> sorted(List<Node.Entry> entries) {
        return entries.stream().sorted(Comparator.comparing(Node.Entry::key)).toList();
    }

    static void quote(String text, Appendable out) {
        try {
            out.append('"');
            for (int i = 0; i < text.length(); i++) {
                escape(text.charAt(i), out);
            }
            out.append('"');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void escape(char c, Appendable out) throws IOException {
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\b' -> out.append("\\b");
            case '\t' -> out.append("\\t");
            case '\n' -> out.append("\\n");
            case '\f' -> out.append("\\f");
            case '\r' -> out.append("\\r");
            default -> {
                if (c < 0x20) {
                    out.append(String.format("\\u%04x", (int) c));
                } else {
                    out.append(c);
                }
            }
        }
    }
}
