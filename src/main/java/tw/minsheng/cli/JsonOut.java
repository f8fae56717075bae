package tw.minsheng.cli;

import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import tw.minsheng.format.JsonWriter;

/** Prints one JSON value as the result of a command. */
final class JsonOut {

    private JsonOut() {}

    static void print(Console console, Consumer<JsonWriter> value) {
        JsonWriter writer = new JsonWriter(new OutputStreamWriter(console.out(), StandardCharsets.UTF_8));
        value.accept(writer);
        writer.flush();
        console.out().println();
    }
}
