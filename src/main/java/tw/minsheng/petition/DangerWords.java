package tw.minsheng.petition;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Words that tell of domestic violence or sexual assault (家庭暴力、性侵害). Whoever writes one is shown 113 and 110 at once,
 * and the case is locked; a number too many does no harm, one too few may.
 */
public final class DangerWords {

    /** What people put between the letters of a word they do not like to write. */
    private static final Pattern BETWEEN = Pattern.compile("[\\s\\p{P}\\p{S}\\p{Cf}]+");

    private static final DangerWords SHIPPED = new DangerWords(
            WordFile.read("danger-words.txt").stream().map(DangerWords::plain).toList());

    private final List<String> words;

    private DangerWords(List<String> words) {
        this.words = words;
    }

    /** Those that come with the program, in {@code danger-words.txt}, where the source of each group stands. */
    public static DangerWords shipped() {
        return SHIPPED;
    }

    /** Whether one of the words stands in the text, however it is written: full width, with blanks or stops inside. */
    public boolean isIn(String text) {
        String plain = plain(text);
        return words.stream().anyMatch(plain::contains);
    }

    /** The details of an event with a mark when its words lock a case that was open to view before. */
    static Map<String, String> marked(CaseFile file, Map<String, String> details, String words) {
        if (file.locked() || !SHIPPED.isIn(words)) {
            return details;
        }
        Map<String, String> all = new HashMap<>(details);
        all.put(CaseFile.LOCKED, "true");
        return all;
    }

    private static String plain(String text) {
        return BETWEEN.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT))
                .replaceAll("");
    }
}
