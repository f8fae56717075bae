package tw.minsheng.typeface;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import tw.minsheng.kernel.Language;
import tw.minsheng.kernel.Texts;

/**
 * Makes texts of people printable: look-alikes become ordinary ideographs, and a character without a glyph becomes words,
 * because a PDF would print # in silence. Keeps a list of what was replaced; one for each document, for one thread.
 */
public final class Printable {

    private static final Texts TEXTS = Texts.of(Printable.class);

    /** Signs that have a near sign in the typeface. */
    private static final Map<Integer, String> NEAR = Map.of(
            0x2611, "■", 0x2612, "■", 0x2610, "□", 0x2714, "✓", 0x2705, "✓", 0x2716, "×", 0x2B50, "★", 0x00A0, " ");

    private final Coverage coverage;
    private final Language language;
    private final TreeMap<Integer, Replacement> replaced = new TreeMap<>();

    /**
     * A character that could not be printed.
     *
     * @param printed what stands in its place
     * @param times how often
     */
    public record Replacement(int codePoint, String printed, long times) {}

    public Printable(Coverage coverage, Language language) {
        this.coverage = coverage;
        this.language = language;
    }

    /** The text with nothing in it that the typeface cannot print; line breaks and tabs stay. */
    public String text(String raw) {
        if (Normalizer.isNormalized(raw, Normalizer.Form.NFC)
                && raw.codePoints().allMatch(this::isFine)) {
            return raw;
        }
        StringBuilder out = new StringBuilder(raw.length() + 16);
        boolean joined = false;
        for (int code :
                Normalizer.normalize(raw, Normalizer.Form.NFC).codePoints().toArray()) {
            boolean skipped = isJoiner(code) || (joined && isPicture(code) && !coverage.canPrint(code));
            if (!skipped) {
                out.append(printed(code));
            }
            joined = code == ZERO_WIDTH_JOINER || (joined && isJoiner(code));
        }
        return out.toString();
    }

    /** What was replaced so far, by code point. Look-alikes are not listed: they print the same. */
    public List<Replacement> replacements() {
        return List.copyOf(replaced.values());
    }

    private static final int ZERO_WIDTH_JOINER = 0x200D;

    private boolean isFine(int code) {
        return code == '\n' || code == '\t' || (coverage.canPrint(code) && !LookAlikes.contains(code));
    }

    private String printed(int code) {
        if (isFine(code)) {
            return Character.toString(code);
        }
        if (LookAlikes.contains(code)) {
            return ordinary(code);
        }
        if (Character.isISOControl(code)) {
            return "";
        }
        return replace(code, instead(code));
    }

    private String ordinary(int code) {
        int single = coverage.ordinary(code);
        if (single == code) {
            single = Normalizer.normalize(Character.toString(code), Normalizer.Form.NFKC)
                    .codePointAt(0);
        }
        boolean printable = coverage.canPrint(single) && !LookAlikes.isRadical(single);
        return printable ? Character.toString(single) : replace(code, codeName(code));
    }

    private String instead(int code) {
        String near = NEAR.get(code);
        if (near != null) {
            return near;
        }
        return isPicture(code) ? TEXTS.text(language, "emoji") : codeName(code);
    }

    private static String codeName(int code) {
        return "〔U+" + String.format(Locale.ROOT, "%04X", code) + "〕";
    }

    private String replace(int code, String printed) {
        replaced.merge(
                code,
                new Replacement(code, printed, 1),
                (before, one) -> new Replacement(code, printed, before.times() + 1));
        return printed;
    }

    /** Skin tones, variation selectors and the joiner only change the picture before them. */
    private static boolean isJoiner(int code) {
        return code == ZERO_WIDTH_JOINER
                || (code >= 0xFE00 && code <= 0xFE0F)
                || (code >= 0x1F3FB && code <= 0x1F3FF)
                || (code >= 0xE0100 && code <= 0xE01EF);
    }

    private static boolean isPicture(int code) {
        return (code >= 0x1F000 && code <= 0x1FAFF) || (code >= 0x2600 && code <= 0x27BF) || isMiscellaneous(code);
    }

    private static boolean isMiscellaneous(int code) {
        return (code >= 0x2B00 && code <= 0x2BFF) || (code >= 0x2300 && code <= 0x23FF);
    }
}
