package tw.minsheng.format;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Writes JSON as a stream, UTF-8, two spaces of indent, numbers in the shortest form that reads back to the same
 * double. Refuses what JSON cannot say: NaN and Infinity; −0 is written as 0. Not for sharing between threads.
 */
public final class JsonWriter implements Closeable {

    private final Writer out;
    private final Deque<Level> levels = new ArrayDeque<>();

    /** An object or array that has not ended. */
    private static final class Level {
        private final char end;
        private boolean filled;
        private boolean named;

        private Level(char end) {
            this.end = end;
        }
    }

    /** The stream is closed with the writer. */
    public JsonWriter(OutputStream out) {
        this(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    }

    public JsonWriter(Writer out) {
        this.out = out;
    }

    @CanIgnoreReturnValue
    public JsonWriter startObject() {
        return start('{', '}');
    }

    @CanIgnoreReturnValue
    public JsonWriter startArray() {
        return start('[', ']');
    }

    /** Ends the innermost object or array. */
    @CanIgnoreReturnValue
    public JsonWriter end() {
        Level level = levels.pop();
        if (level.filled) {
            newLine();
        }
        return print(String.valueOf(level.end));
    }

    /** The name of the value that follows. */
    @CanIgnoreReturnValue
    public JsonWriter name(String name) {
        Level level = levels.element();
        separate(level);
        Json.quote(name, out);
        level.named = true;
        return print(": ");
    }

    @CanIgnoreReturnValue
    public JsonWriter text(String text) {
        before();
        Json.quote(text, out);
        return this;
    }

    @CanIgnoreReturnValue
    public JsonWriter number(long number) {
        before();
        return print(Long.toString(number));
    }

    /** @throws IllegalArgumentException when the number is NaN or infinite */
    @CanIgnoreReturnValue
    public JsonWriter number(double number) {
        String shortest = Es6Number.of(number);
        before();
        return print(shortest);
    }

    @CanIgnoreReturnValue
    public JsonWriter bool(boolean value) {
        before();
        return print(Boolean.toString(value));
    }

    @CanIgnoreReturnValue
    public JsonWriter nothing() {
        before();
        return print("null");
    }

    @CanIgnoreReturnValue
    public JsonWriter node(Node node) {
        if (node instanceof Node.Mapping mapping) {
            startObject();
            mapping.entries().forEach(entry -> name(entry.key()).node(entry.value()));
            return end();
        }
        if (node instanceof Node.Sequence sequence) {
            startArray();
            sequence.elements().forEach(this::node);
            return end();
        }
        before();
        return print(new String(Json.canonical(node), StandardCharsets.UTF_8));
    }

    @CanIgnoreReturnValue
    public JsonWriter field(String name, String text) {
        return name(name).text(text);
    }

    @CanIgnoreReturnValue
    public JsonWriter field(String name, long number) {
        return name(name).number(number);
    }

    @CanIgnoreReturnValue
    public JsonWriter field(String name, double number) {
        return name(name).number(number);
    }

    @CanIgnoreReturnValue
    public JsonWriter field(String name, boolean value) {
        return name(name).bool(value);
    }

    public void flush() {
        try {
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    @CanIgnoreReturnValue
    private JsonWriter start(char begin, char end) {
        before();
        levels.push(new Level(end));
        return print(String.valueOf(begin));
    }

    private void before() {
        Level level = levels.peek();
        if (level != null && !level.named) {
            separate(level);
        }
        if (level != null) {
            level.named = false;
        }
    }

    private void separate(Level level) {
        if (level.filled) {
            print(",");
        }
        level.filled = true;
        newLine();
    }

    private void newLine() {
        print("\n" + "  ".repeat(levels.size()));
    }

    @CanIgnoreReturnValue
    private JsonWriter print(String text) {
        try {
            out.write(text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
