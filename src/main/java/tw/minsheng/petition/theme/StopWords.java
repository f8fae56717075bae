package tw.minsheng.petition.theme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Words that say nothing about the matter, and letters with which no word begins or ends; they come with the program. */
final class StopWords {

    private static final String EDGE = "edge ";
    private static final String SURNAME = "surname ";
    private static final String KNOWN = "known ";
    private static final int SHORTEST_NAME = 3;
    private static final int KNOWN_LENGTH = 2;

    private final Set<String> words = new HashSet<>();
    private final Set<Character> edges = new HashSet<>();
    private final Set<Character> surnames = new HashSet<>();
    private final Set<String> known = new HashSet<>();

    private StopWords(List<String> lines) {
        for (String line : lines) {
            if (line.startsWith(EDGE)) {
                line.substring(EDGE.length()).chars().forEach(letter -> edges.add((char) letter));
            } else if (line.startsWith(SURNAME)) {
                line.substring(SURNAME.length()).chars().forEach(letter -> surnames.add((char) letter));
            } else if (line.startsWith(KNOWN)) {
                known.addAll(List.of(line.substring(KNOWN.length()).split(" ", -1)));
            } else {
                words.add(line);
            }
        }
    }

    static StopWords shipped() {
        try (InputStream in = StopWords.class.getResourceAsStream("stop-words.txt")) {
            if (in == null) {
                throw new IllegalStateException("the program comes without stop-words.txt");
            }
            return new StopWords(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(Predicate.not(String::isEmpty))
                    .filter(line -> !line.startsWith("#"))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the word may stand for a matter: no stop word, none inside it, and no particle at its ends. */
    boolean isMatter(String word) {
        return !edges.contains(word.charAt(0))
                && !edges.contains(word.charAt(word.length() - 1))
                && words.stream().noneMatch(stop -> isInside(stop, word));
    }

    /** The row without particles at its ends; "" when nothing is left. */
    String trimmed(String row) {
        int from = 0;
        int to = row.length();
        while (from < to && edges.contains(row.charAt(from))) {
            from++;
        }
        while (from < to && edges.contains(row.charAt(to - 1))) {
            to--;
        }
        return row.substring(from, to);
    }

    /** Whether it may hold the name of somebody: a family name with two characters after it, and no known word there. */
    boolean isLikeName(String word) {
        return IntStream.rangeClosed(0, word.length() - SHORTEST_NAME)
                .anyMatch(at -> surnames.contains(word.charAt(at)) && !isKnown(word, at));
    }

    /** Whether the letter there belongs to a known word: 施 of 施工, and of 設施. */
    private boolean isKnown(String word, int at) {
        return known.contains(word.substring(at, at + KNOWN_LENGTH))
                || (at > 0 && known.contains(word.substring(at - 1, at + 1)));
    }

    /** A word of letters is one word; a row of characters may hold another. */
    private static boolean isInside(String stop, String word) {
        return Character.isIdeographic(word.charAt(0)) ? word.contains(stop) || stop.contains(word) : word.equals(stop);
    }
}
