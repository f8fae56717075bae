package tw.minsheng.petition;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How alike two texts are: Jaccard's coefficient |A∩B| / |A∪B| of their sets of two and three characters in a row. Chinese
 * needs no words for that, and a word more or less changes little. Jaccard 1901; petitions.md 5, duplicates.
 */
final class Likeness {

    private static final Pattern BETWEEN = Pattern.compile("[\\s\\p{P}\\p{S}\\p{C}]+");

    private final Set<String> pieces;

    private Likeness(Set<String> pieces) {
        this.pieces = pieces;
    }

    /** To be compared with many others. */
    static Likeness to(String text) {
        return new Likeness(pieces(text));
    }

    /** From 0, nothing in common, to 1, the same but for blanks, punctuation, width and case; 0 when one of both is shorter than two letters. */
    static double of(String one, String other) {
        return to(one).of(other);
    }

    /** The same for another text. */
    double of(String other) {
        Set<String> second = pieces(other);
        if (pieces.isEmpty() || second.isEmpty()) {
            return 0;
        }
        long common = second.stream().filter(pieces::contains).count();
        return (double) common / (pieces.size() + second.size() - common);
    }

    /** Which share of a text also stands in another, however long that one is: |A∩B| / |A|; 0 when it is shorter than two letters. */
    static double share(String text, String other) {
        Set<String> mine = pieces(text);
        if (mine.isEmpty()) {
            return 0;
        }
        Set<String> others = pieces(other);
        return (double) mine.stream().filter(others::contains).count() / mine.size();
    }

    /** Without blanks and punctuation, in one width and case. */
    static String plain(String text) {
        return BETWEEN.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT))
                .replaceAll("");
    }

    private static Set<String> pieces(String text) {
        int[] letters = plain(text).codePoints().toArray();
        Set<String> pieces = new HashSet<>();
        for (int length = 2; length <= 3; length++) {
            for (int at = 0; at + length <= letters.length; at++) {
                pieces.add(new String(letters, at, length));
            }
        }
        return pieces;
    }
}
