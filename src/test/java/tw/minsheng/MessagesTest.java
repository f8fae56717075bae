package tw.minsheng;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The words of every room are there in both languages. */
class MessagesTest {

    private static final Path ROOMS = Path.of("src/main/resources/tw/minsheng");

    /** Punctuation and letters as wide as an ideograph. */
    private static final Pattern WIDE = Pattern.compile("[\\u3000-\\u303f\\uff01-\\uffee]");

    /** What is typed into a terminal or a file has the quotes of that place. */
    private static final Set<String> AS_TYPED = Set.of(
            "help.minsheng.survey.publish.usage.footer",
            "help.minsheng.stats.scale.usage.footer",
            "scale.no_object",
            "scale.not_a_list");

    static List<Path> rooms() throws IOException {
        try (Stream<Path> files = Files.walk(ROOMS)) {
            return files.filter(file -> file.getFileName().toString().startsWith("messages_"))
                    .map(Path::getParent)
                    .distinct()
                    .sorted()
                    .toList();
        }
    }

    @Test
    void roomsWithWordsAreFound() throws IOException {
        assertFalse(rooms().isEmpty());
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void bothLanguagesHaveTheSameKeys(Path room) throws IOException {
        Properties chinese = read(room.resolve("messages_zh_TW.properties"));
        Properties english = read(room.resolve("messages_en.properties"));
        assertEquals(
                new TreeSet<>(chinese.stringPropertyNames()), new TreeSet<>(english.stringPropertyNames()), "keys");
    }

    /** The second of two would win without a word. */
    @ParameterizedTest
    @MethodSource("rooms")
    void everyKeyStandsOnceAndNoMergeLeftItsMarks(Path room) throws IOException {
        for (String name : List.of("messages_zh_TW.properties", "messages_en.properties")) {
            List<String> keys = Files.readAllLines(room.resolve(name)).stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("#") && !line.startsWith(" "))
                    .map(line -> line.split("[=:]", 2)[0].strip())
                    .toList();
            List<String> twice = keys.stream()
                    .filter(key -> keys.indexOf(key) != keys.lastIndexOf(key) || key.matches("[<>]{7}.*|"))
                    .toList();
            assertEquals(List.of(), twice, name);
        }
    }

    /** Full-width signs and two kinds of quotes in one text look like faults of print. */
    @ParameterizedTest
    @MethodSource("rooms")
    void englishHasSignsOfItsOwnAndOneKindOfQuotes(Path room) throws IOException {
        Properties english = read(room.resolve("messages_en.properties"));
        List<String> wide = english.stringPropertyNames().stream()
                .filter(key -> WIDE.matcher(english.getProperty(key)).find()
                        || (!AS_TYPED.contains(key) && english.getProperty(key).contains("\"")))
                .sorted()
                .toList();
        assertEquals(List.of(), wide);
    }

    private static Properties read(Path file) throws IOException {
        Properties read = new Properties();
        try (InputStreamReader in = new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8)) {
            read.load(in);
        }
        return read;
    }
}
