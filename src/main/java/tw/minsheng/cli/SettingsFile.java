package tw.minsheng.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import tw.minsheng.format.Node;
import tw.minsheng.format.Yaml;
import tw.minsheng.kernel.Problem;

/** Reads the file that {@code --config} names: one level of names, values as written, lists joined with commas. */
final class SettingsFile {

    private SettingsFile() {}

    /** @throws Problem {@code file.not_found} or what is wrong with the YAML */
    static Map<String, String> read(Path file) throws IOException {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw Problem.of(Problem.Kind.NOT_FOUND, "file.not_found", Map.of("file", file.toString()));
        }
        Map<String, String> values = new LinkedHashMap<>();
        Node root = Yaml.read(file.toString(), bytes);
        root.entries().forEach(entry -> values.put(entry.key(), value(entry.value())));
        return values;
    }

    private static String value(Node node) {
        return node.elements().isEmpty() ? node.text() : String.join(",", node.texts());
    }
}
