package tw.minsheng.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineBreaksTest {

    private static List<String> pieces(String text) {
        LineBreaks breaks = new LineBreaks();
        breaks.setText(text);
        List<String> pieces = new ArrayList<>();
        int from = 0;
        for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            pieces.add(text.substring(from, end));
            from = end;
        }
        return pieces;
    }

    @Test
    void numbersAreNeverCut() {
        for (String whole : List.of("n＝1,068", "p＝.007", "±3.0", "69.6–75.0", "−0.2%", "2025-11-03", "(95%)")) {
            assertEquals(List.of(whole), pieces(whole), whole);
        }
    }

    @Test
    void chineseMayBreakAnywhereButNotBeforePunctuation() {
        assertEquals(List.of("滿", "意，", "不", "滿", "意。"), pieces("滿意，不滿意。"));
    }

    @Test
    void emptyTextHasNoBreak() {
        assertEquals(List.of(), pieces(""));
    }
}
