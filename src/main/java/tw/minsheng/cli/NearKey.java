package tw.minsheng.cli;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tw.minsheng.kernel.Spelling;

/**
 * Keys of a definition that are probably a known one misspelt. Other keys are ignored, and so would these be: a scale without its reverse items
 * has another α, and nothing would say so.
 */
final class NearKey {

    private static final List<String> KNOWN =
            List.of("items", "reverse", "min", "max", "factors", "group", "criterion", "n_factors");

    /** Too far away to be found by their letters. */
    private static final Map<String, String> OTHER_WORDS = Map.of("minimum", "min", "maximum", "max");

    private static final String REVERSE = "revers";
    private static final int SHORT = 4;

    private NearKey() {}

    /** The known key that was probably meant; none for a known key and for one that resembles none. */
    static Optional<String> of(String key) {
        if (KNOWN.contains(key)) {
            return Optional.empty();
        }
        String written = letters(key);
        if (written.startsWith(REVERSE)) {
            return Optional.of("reverse");
        }
        return Optional.ofNullable(OTHER_WORDS.get(written))
                .or(() -> KNOWN.stream()
                        .filter(known -> isNear(written, letters(known)))
                        .findFirst());
    }

    /** One changed letter of a short key, two of a longer one; the first letter is hardly ever wrong. */
    private static boolean isNear(String written, String known) {
        return !written.isEmpty()
                && written.charAt(0) == known.charAt(0)
                && Spelling.distance(written, known) <= (known.length() < SHORT ? 1 : 2);
    }

    private static String letters(String key) {
        return key.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    }
}
