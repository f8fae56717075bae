package tw.minsheng;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The words of every room are there in both languages. */
class MessagesTest {

    private static final Path ROOMS = Path.of("src/main/resources/tw/minsheng");

    /** Punctuation and letters as wide as an ideograph. */
    private static final Pattern WIDE = Pattern.compile("[\\u3000-\\u303f\\uff01-\\uffee]");

    private static final Pattern PLACE = Pattern.compile("\\{[^{}\"]*}");

    /** They take the words of one language from a fault that has both. */
    private static final Set<String> OF_A_LANGUAGE = Set.of("yaml.at", "survey.finding");

    /** What is typed into a terminal or a file has the quotes of that place. */
    private static final Set<String> AS_TYPED = Set.of(
            "help.minsheng.survey.publish.usage.footer",
            "help.minsheng.stats.scale.usage.footer",
            "scale.no_object",
            "scale.not_a_list");

    /** The words of this rule of the linter are those of its specification. */
    private static final String OF_THE_RULES = "L32";

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

    /** A name that is not filled stands on the page as it is; days are written in the calendar of the language. */
    @ParameterizedTest
    @MethodSource("rooms")
    void bothLanguagesFillTheSamePlaces(Path room) throws IOException {
        Properties chinese = read(room.resolve("messages_zh_TW.properties"));
        Properties english = read(room.resolve("messages_en.properties"));
        List<String> different = english.stringPropertyNames().stream()
                .filter(key -> !key.startsWith("date.") && !OF_A_LANGUAGE.contains(key))
                .filter(key -> !places(english.getProperty(key)).equals(places(chinese.getProperty(key, ""))))
                .sorted()
                .toList();
        assertEquals(List.of(), different);
    }

    private static Set<String> places(String message) {
        return PLACE.matcher(message).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
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

    /** Words that once stood beside those that are left; one thing has one name on pages, in reports and in the terminal. */
    @ParameterizedTest
    @MethodSource("rooms")
    void oneThingHasOneName(Path room) throws IOException {
        Map<String, Pattern> left = Map.of(
                "messages_zh_TW.properties", Pattern.compile("平均配置|各層相同|信賴水準|不知有無住戶|找到率"),
                "messages_en.properties",
                        Pattern.compile("(?i)answer rate|unknown household|strata share\\b|margin of error"));
        for (Map.Entry<String, Pattern> each : left.entrySet()) {
            Properties words = read(room.resolve(each.getKey()));
            List<String> found = words.stringPropertyNames().stream()
                    .filter(key -> !key.equals(OF_THE_RULES)
                            && each.getValue().matcher(words.getProperty(key)).find())
                    .sorted()
                    .toList();
            assertEquals(List.of(), found, each.getKey());
        }
    }

    /** How a contact ended is called the same on the page where it is written down and in the report. */
    @Test
    void endingsOfContactsAreCalledTheSame() throws IOException {
        for (String name : List.of("messages_zh_TW.properties", "messages_en.properties")) {
            Properties page = read(ROOMS.resolve("web/staff").resolve(name));
            Properties report = read(ROOMS.resolve("report/chapter").resolve(name));
            for (String code : List.of("I", "P", "R", "NC", "O", "UH", "UO", "NE")) {
                String told = report.getProperty("disposition." + code.toLowerCase(Locale.ROOT), "");
                String words = page.getProperty("fieldwork.code." + code, "?");
                assertTrue(told.toLowerCase(Locale.ROOT).startsWith(words.toLowerCase(Locale.ROOT)), told);
                assertTrue(told.matches(".*[(（]" + code + "[)）]"), told);
            }
        }
    }

    /** A key of a table is its anchor or number, never the words of a heading. */
    @ParameterizedTest
    @MethodSource("rooms")
    void headingsAreWords(Path room) throws IOException {
        for (String name : List.of("messages_zh_TW.properties", "messages_en.properties")) {
            Properties words = read(room.resolve(name));
            List<String> found = words.stringPropertyNames().stream()
                    .filter(key -> words.getProperty(key).matches("P?[TF]\\d+\\.\\d+\\b.*"))
                    .sorted()
                    .toList();
            assertEquals(List.of(), found, name);
        }
    }

    private static Properties read(Path file) throws IOException {
        Properties read = new Properties();
        try (InputStreamReader in = new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8)) {
            read.load(in);
        }
        return read;
    }
}
