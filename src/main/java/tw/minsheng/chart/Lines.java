package tw.minsheng.chart;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Breaks labels into lines. */
final class Lines {

    private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);
    private static final String ELLIPSIS = "…";

    private Lines() {}

    static double width(String text, Font font) {
        return text.isEmpty() ? 0 : font.getStringBounds(text, CONTEXT).getWidth();
    }

    /** At most this many lines of at most this width; what does not fit ends in an ellipsis. */
    static List<String> wrap(String text, Font font, double width, int atMost) {
        List<String> lines = new ArrayList<>();
        String rest = text.strip();
        while (!rest.isEmpty()) {
            if (width(rest, font) <= width) {
                lines.add(rest);
                break;
            }
            if (lines.size() == atMost - 1) {
                lines.add(cut(rest, font, width));
                break;
            }
            int end = breakBefore(rest, font, width);
            lines.add(rest.substring(0, end).strip());
            rest = rest.substring(end).strip();
        }
        return lines;
    }

    /** The last place for a line break that fits; a place inside a word when there is none. */
    private static int breakBefore(String text, Font font, double width) {
        BreakIterator breaks = BreakIterator.getLineInstance(Locale.TAIWAN);
        breaks.setText(text);
        int fitting = 0;
        for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            if (width(text.substring(0, end).stripTrailing(), font) > width) {
                break;
            }
            fitting = end;
        }
        return fitting > 0 ? fitting : Math.max(1, fitting(text, font, width));
    }

    private static String cut(String text, Font font, double width) {
        int end = fitting(text, font, width - width(ELLIPSIS, font));
        return text.substring(0, end).stripTrailing() + ELLIPSIS;
    }

    /** How many chars fit, never half of a surrogate pair. */
    private static int fitting(String text, Font font, double width) {
        int end = 0;
        while (end < text.length()) {
            int next = text.offsetByCodePoints(end, 1);
            if (width(text.substring(0, next), font) > width) {
                break;
            }
            end = next;
        }
        return end;
    }
}
