package tw.minsheng.typeface;

/** Code points that look like an ordinary ideograph and are another character: radicals and compatibility forms. */
final class LookAlikes {

    private LookAlikes() {}

    /** CJK Radicals Supplement and Kangxi Radicals, CJK Compatibility Ideographs and their supplement. */
    static boolean contains(int codePoint) {
        return isRadical(codePoint)
                || (codePoint >= 0xF900 && codePoint <= 0xFAFF)
                || (codePoint >= 0x2F800 && codePoint <= 0x2FA1F);
    }

    /** CJK Radicals Supplement and Kangxi Radicals: never a character of a text. */
    static boolean isRadical(int codePoint) {
        return codePoint >= 0x2E80 && codePoint <= 0x2FDF;
    }
}
