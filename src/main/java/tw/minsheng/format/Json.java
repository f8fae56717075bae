package tw.minsheng.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tw.minsheng.kernel.Problem;

/** JSON read strictly into nodes, and the canonical bytes of RFC 8785. */
public final class Json {

    private static final int MAX_DEPTH = 64;

    /** How the library writes a place: with its own name for a source that it may not show. */
    private static final Pattern PLACE = Pattern.compile("\\[Source: [^]]*?(line: \\d+, column: \\d+)]");

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxNumberLength(40)
                    .build())
            .build();

    private Json() {}

    /**
     * Reads one JSON value: UTF-8, no repeated keys, no comments, nothing behind it, finite numbers, 64 levels.
     *
     * @param name how the input is called in messages
     * @throws Problem INVALID {@code json.unreadable} with the line and column
     */
    public static Node read(String name, byte[] bytes) {
        try (JsonParser parser = FACTORY.createParser(decode(bytes))) {
            parser.nextToken();
            Node read = value(parser);
            if (parser.nextToken() != null) {
                throw unreadable(name, mark(parser), "more than one value");
            }
            return read;
        } catch (JsonProcessingException e) {
            var at = e.getLocation();
            Mark mark = at == null ? Mark.START : new Mark(at.getLineNr(), at.getColumnNr());
            throw unreadable(name, mark, reason(e));
        } catch (IOException e) {
            throw unreadable(name, Mark.START, "not UTF-8");
        } catch (NumberFormatException e) {
            throw unreadable(name, Mark.START, "a number that is too large");
        }
    }

    /** The bytes of RFC 8785: keys sorted by UTF-16, shortest numbers, no spaces. */
    public static byte[] canonical(Node node) {
        StringBuilder out = new StringBuilder();
        canonical(node, out);
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String decode(byte[] bytes) throws IOException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }

    private static Problem unreadable(String name, Mark mark, String reason) {
        Map<String, String> args = Map.of(
                "file",
                name,
                "line",
                Integer.toString(mark.line()),
                "column",
                Integer.toString(mark.column()),
                "reason",
                reason);
        return Problem.of(Problem.Kind.INVALID, "json.unreadable", args);
    }

    private static String reason(JsonProcessingException fault) {
        return PLACE.matcher(String.valueOf(fault.getOriginalMessage())).replaceAll("$1");
    }

    private static Mark mark(JsonParser parser) {
        var at = parser.currentTokenLocation();
        return new Mark(at.getLineNr(), at.getColumnNr());
    }

    private static Node value(JsonParser parser) throws IOException {
        Mark mark = mark(parser);
        JsonToken token = parser.currentToken();
        if (token == null) {
            throw new com.fasterxml.jackson.core.JsonParseException(parser, "no value");
        }
        return switch (token) {
            case START_OBJECT -> object(parser, mark);
            case START_ARRAY -> array(parser, mark);
            case VALUE_STRING -> new Node.Text(mark, parser.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser, mark);
            case VALUE_TRUE -> new Node.Bool(mark, true);
            case VALUE_FALSE -> new Node.Bool(mark, false);
            default -> new Node.Nothing(mark);
        };
    }

    private static Node number(JsonParser parser, Mark mark) throws IOException {
        String text = parser.getText();
        if (!Double.isFinite(Double.parseDouble(text))) {
            throw new com.fasterxml.jackson.core.JsonParseException(parser, "a number that is too large");
        }
        return new Node.Num(mark, text, new BigDecimal(text));
    }

    private static Node object(JsonParser parser, Mark mark) throws IOException {
        List<Node.Entry> entries = new ArrayList<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String key = parser.currentName();
            Mark at = mark(parser);
            parser.nextToken();
            entries.add(new Node.Entry(key, at, value(parser)));
        }
        return new Node.Mapping(mark, entries);
    }

    private static Node array(JsonParser parser, Mark mark) throws IOException {
        List<Node> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            elements.add(value(parser));
        }
        return new Node.Sequence(mark, elements);
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
