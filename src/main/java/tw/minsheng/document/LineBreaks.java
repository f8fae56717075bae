package tw.minsheng.document;

import com.openhtmltopdf.extend.FSTextBreaker;
import java.text.BreakIterator;
import java.util.Locale;

/** Where a line may end: as Unicode says, but never inside a number or between a sign and its number. */
final class LineBreaks implements FSTextBreaker {

    private static final String BEFORE_NUMBER = ".,:/–−-+±=＝<>≤≥≈(（√";
    private static final String AFTER_NUMBER = "%.,:/–)";

    private final BreakIterator breaks = BreakIterator.getLineInstance(Locale.TAIWAN);
    private final StringBuilder text = new StringBuilder();

    @Override
    public void setText(String wanted) {
        text.setLength(0);
        text.append(wanted);
        breaks.setText(wanted);
    }

    @Override
    public int next() {
        int end = breaks.next();
        while (end != BreakIterator.DONE && end < text.length() && isForbidden(end)) {
            end = breaks.next();
        }
        return end;
    }

    private boolean isForbidden(int at) {
        if (at == 0) {
            return false;
        }
        char before = text.charAt(at - 1);
        char after = text.charAt(at);
        return (isDigit(after) && BEFORE_NUMBER.indexOf(before) >= 0)
                || (isDigit(before) && AFTER_NUMBER.indexOf(after) >= 0)
                || (after == '.' && BEFORE_NUMBER.indexOf(before) >= 0);
    }

    private static boolean isDigit(char sign) {
        return sign >= '0' && sign <= '9';
    }
}
