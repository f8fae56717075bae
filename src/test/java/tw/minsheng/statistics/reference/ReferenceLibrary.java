package tw.minsheng.statistics.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Finds the reference sets inside the repository and in the folder named by {@code reference.dir}. */
final class ReferenceLibrary {

    static final ObjectMapper JSON = new ObjectMapper();
    private static final Path INSIDE = Path.of("src/test/resources/reference");

    /** One set: its file, and its name within the area. */
    record ReferenceSet(String name, Path file, JsonNode content) {}

    private ReferenceLibrary() {}

    /** The outside folder, when it was named and exists. */
    static Optional<Path> outside() {
        String named = System.getProperty("reference.dir", "");
        return named.isBlank() ? Optional.empty() : Optional.of(Path.of(named)).filter(Files::isDirectory);
    }

    static List<ReferenceSet> psychometrics() {
        return sets("psychometrics", "blocks");
    }

    static List<ReferenceSet> sampling() {
        return sets("sampling/refs", "cases");
    }

    /** Sets of both places; one that lies in both with the same bytes counts once. */
    private static List<ReferenceSet> sets(String folder, String mark) {
        Map<String, ReferenceSet> found = new TreeMap<>();
        read(INSIDE.resolve(folder), mark).forEach(set -> found.put(set.name(), set));
        outside()
                .ifPresent(place -> read(place.resolve(folder), mark).forEach(set -> {
                    ReferenceSet inside = found.put(set.name(), set);
                    if (inside != null && !sameBytes(inside.file(), set.file())) {
                        found.put(
                                "inside-" + set.name(),
                                new ReferenceSet("inside-" + set.name(), inside.file(), inside.content()));
                    }
                }));
        return List.copyOf(found.values());
    }

    private static boolean sameBytes(Path one, Path other) {
        try {
            return Arrays.equals(Files.readAllBytes(one), Files.readAllBytes(other));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<ReferenceSet> read(Path folder, String mark) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .map(file -> {
                        String name = folder.relativize(file).toString().replace('\\', '/');
                        return new ReferenceSet(name.substring(0, name.length() - 5), file, json(file));
                    })
                    .filter(set -> set.content().has(mark))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode json(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
