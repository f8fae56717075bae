package tw.minsheng.typeface;

import java.util.Set;

/** Code points that look like an ordinary character and are another one: radicals, compatibility forms, odd signs. */
final class LookAlikes {

    /** Figure dash, em space, technical brackets, wave dash: each shares its glyph with the sign that people type. */
    private static final Set<Integer> SIGNS = Set.of(0x2012, 0x2003, 0x2329, 0x232A, 0x301C);

    private LookAlikes() {}

    /** Radicals, CJK Compatibility Ideographs and their supplement, and a few signs. */
    static boolean contains(int codePoint) {
        return isRadical(codePoint)
                || SIGNS.contains(codePoint)
                || (codePoint >= 0xF900 && codePoint <= 0xFAFF)
                || (codePoint >= 0x2F800 && codePoint <= 0x2FA1F);
    }

    /** CJK Radicals Supplement and Kangxi Radicals: never a character of a text. */
    static boolean isRadical(int codePoint) {
        return codePoint >= 0x2E80 && codePoint <= 0x2FDF;
    }
}
