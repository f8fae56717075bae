package tw.minsheng.collect;

/** Makes typed text storable without changing what it says. */
public final class PlainText {

    private PlainText() {}

    /** Line ends become {@code \n}; control characters and halves of characters, which no database takes, go. */
    public static String clean(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.replace("\r\n", "\n").replace('\r', '\n').codePoints().forEach(each -> {
            boolean half = each >= Character.MIN_SURROGATE && each <= Character.MAX_SURROGATE;
            if (half) {
                clean.append('\uFFFD');
            } else if ((each >= ' ' && each != 0x7F) || each == '\n' || each == '\t') {
                clean.appendCodePoint(each);
            }
        });
        return clean.toString();
    }

    /** Length as people count it: in characters, not in UTF-16 units. */
    static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
