package tw.minsheng.format;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tw.minsheng.kernel.Problem;

/** One document on its way into nodes. What is wrong is told in our own sentences: the library speaks English only. */
final class JsonTree {

    static final int MAX_DEPTH = 64;

    private final String name;
    private final JsonParser parser;

    /** @param name how the input is called in messages */
    JsonTree(String name, JsonParser parser) {
        this.name = name;
        this.parser = parser;
    }

    /** @throws Problem INVALID {@code json.*} */
    Node read() throws IOException {
        try {
            parser.nextToken();
            Node read = value();
            if (parser.nextToken() != null) {
                throw refused("json.more_than_one", "");
            }
            return read;
        } catch (JsonProcessingException e) {
            throw refused(code(e), name, mark(e.getLocation()), "");
        }
    }

    private static String code(JsonProcessingException fault) {
        if (fault instanceof JsonEOFException) {
            return "json.ends";
        }
        return fault instanceof StreamConstraintsException ? "json.too_large" : "json.unreadable";
    }

    static Problem refused(String code, String name, Mark mark, String value) {
        Map<String, String> args = Map.of(
                "file",
                name,
                "line",
                Integer.toString(mark.line()),
                "column",
                Integer.toString(mark.column()),
                "value",
                value);
        return Problem.of(Problem.Kind.INVALID, code, args);
    }

    private Problem refused(String code, String value) {
        return refused(code, name, mark(), value);
    }

    private Mark mark() {
        return mark(parser.currentTokenLocation());
    }

    private static Mark mark(@Nullable JsonLocation at) {
        return at == null ? Mark.START : new Mark(at.getLineNr(), at.getColumnNr());
    }

    private Node value() throws IOException {
        JsonToken token = parser.currentToken();
        if (token == null) {
            throw refused("json.ends", name, mark(parser.currentLocation()), "");
        }
        if (parser.getParsingContext().getNestingDepth() > MAX_DEPTH) {
            throw refused("json.too_deep", Integer.toString(MAX_DEPTH));
        }
        Mark mark = mark();
        return switch (token) {
            case START_OBJECT -> object(mark);
            case START_ARRAY -> array(mark);
            case VALUE_STRING -> new Node.Text(mark, parser.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(mark);
            case VALUE_TRUE -> new Node.Bool(mark, true);
            case VALUE_FALSE -> new Node.Bool(mark, false);
            default -> new Node.Nothing(mark);
        };
    }

    private Node number(Mark mark) throws IOException {
        String text = parser.getText();
        try {
            if (Double.isFinite(Double.parseDouble(text))) {
                return new Node.Num(mark, text, new BigDecimal(text));
            }
        } catch (NumberFormatException e) {
            // an exponent beyond what a decimal holds: as good as infinite
        }
        throw refused("json.too_large", "");
    }

    private Node object(Mark mark) throws IOException {
        List<Node.Entry> entries = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String key = parser.currentName();
            if (!keys.add(key)) {
                throw refused("json.key_twice", key);
            }
            Mark at = mark();
            parser.nextToken();
            entries.add(new Node.Entry(key, at, value()));
        }
        return new Node.Mapping(mark, entries);
    }

    private Node array(Mark mark) throws IOException {
        List<Node> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            elements.add(value());
        }
        return new Node.Sequence(mark, elements);
    }
}
