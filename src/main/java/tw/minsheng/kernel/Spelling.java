package tw.minsheng.kernel;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds the word that was probably meant. */
public final class Spelling {

    private Spelling() {}

    /** The known word with the fewest changed letters; "" when none is known. */
    public static String nearest(String written, List<String> known) {
        return known.stream()
                .min(Comparator.comparingInt((String word) -> distance(lower(written), lower(word)))
                        .thenComparing(Comparator.naturalOrder()))
                .orElse("");
    }

    private static String lower(String word) {
        return word.toLowerCase(Locale.ROOT);
    }

    /** Levenshtein's distance; only the beginning of a very long word to the left counts. */
    public static int distance(String left, String right) {
        String a = left.length() > 64 ? left.substring(0, 64) : left;
        int[] row = new int[right.length() + 1];
        for (int j = 0; j <= right.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= right.length(); j++) {
                int change = diagonal + (a.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[right.length()];
    }
}
