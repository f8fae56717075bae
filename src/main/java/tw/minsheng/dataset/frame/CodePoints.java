package tw.minsheng.dataset.frame;

import java.util.Comparator;

/** Order of texts by code point, which is not that of {@link String} beyond U+FFFF and is no language's. */
enum CodePoints implements Comparator<String> {
    ORDER;

    @Override
    public int compare(String one, String other) {
        int shorter = Math.min(one.length(), other.length());
        for (int i = 0; i < shorter; i++) {
            if (one.charAt(i) != other.charAt(i)) {
                return Integer.compare(raised(one.charAt(i)), raised(other.charAt(i)));
            }
        }
        return Integer.compare(one.length(), other.length());
    }

    /** Halves of what lies beyond U+FFFF come after every other character. */
    private static int raised(char unit) {
        return Character.isSurrogate(unit) ? unit + 0x10000 : unit;
    }
}
