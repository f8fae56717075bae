package tw.minsheng.report.chapter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import tw.minsheng.kernel.Language;
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
    void whatFitsStaysTogether() {
        assertEquals(List.of(new Paged.Page("F4.dots", "各題", 0, 24)), pages(24));
        assertEquals(2, pages(25).size());
        assertEquals(List.of(), pages(0));
    }
}
