package tw.minsheng.report.chapter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import tw.minsheng.kernel.Language;
import tw.minsheng.report.ResultTable;
import tw.minsheng.report.Tables;
import tw.minsheng.report.wording.Speech;

/** A figure of many items is cut by the program, not by the edge of the paper. */
class PagedTest {

    private static List<Paged.Page> pages(int rows) {
        return Paged.of(Speech.of(Language.ZH_TW, Material.class), "F4.dots", "各題", rows)
                .toList();
    }

    @Test
    void pagesAreAboutEquallyLong() {
        List<Paged.Page> pages = pages(51);
        assertEquals(
                List.of("F4.dots", "F4.dots.2", "F4.dots.3"),
                pages.stream().map(Paged.Page::key).toList());
        assertEquals("各題（2／3）", pages.get(1).caption());
        int next = 0;
        for (Paged.Page page : pages) {
            assertEquals(next, page.from());
            assertTrue(page.until() - page.from() <= Paged.MOST);
            next = page.until();
        }
        assertEquals(51, next);
    }

    @Test
    void pagesEndWithAConstruct() {
        assertEquals(List.of(20, 32, 51), ends(7, 13, 12, 8, 11));
        assertEquals(List.of(24, 30), ends(24, 6));
        assertEquals(List.of(15, 30), ends(30), "a construct longer than a page is cut");
        assertEquals(List.of(17, 34), ends(2, 32), "two rows are no page");
    }

    private static List<Integer> ends(int... sizes) {
        List<String> constructs = new ArrayList<>();
        for (int i = 0; i < sizes.length; i++) {
            constructs.addAll(Collections.nCopies(sizes[i], "c" + i));
        }
        ResultTable table = Tables.named("T4.1").words("construct", constructs).result();
        return Paged.of(Speech.of(Language.ZH_TW, Material.class), "F4.dots", "各題", table)
                .map(Paged.Page::until)
                .toList();
    }

    @Test
    void whatFitsStaysTogether() {
        assertEquals(List.of(new Paged.Page("F4.dots", "各題", 0, 24)), pages(24));
        assertEquals(2, pages(25).size());
        assertEquals(List.of(), pages(0));
    }
}
