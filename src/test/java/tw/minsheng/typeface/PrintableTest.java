package tw.minsheng.typeface;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.io.IOException;
import java.io.InputStream;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tw.minsheng.kernel.Language;

class PrintableTest {

    private static Typefaces faces;

    @BeforeAll
    static void read() {
        faces = new Typefaces();
    }

    private static Printable printable() {
        return new Printable(faces.coverage(), Language.ZH_TW);
    }

    @Test
    void ordinaryTextIsNotTouched() {
        String text = "高雄市政府工務局，①■□▲▼√✓★ ㄅㄆㄇ Ab12 é “引號”\n第二行\t–—‘’";
        assertSame(text, printable().text(text));
    }

    @Test
    void kangxiRadicalsBecomeOrdinaryIdeographs() {
        Printable printable = printable();
        assertEquals("高雄市政府工務局", printable.text("\u2FBC雄市政府\u2F2F務局"));
        assertEquals("民", printable.text("\u2EA0"), "the radicals supplement has no compatibility mapping");
        assertEquals("豈", printable.text("\uF900"));
        assertEquals("〈甲〉～–　", printable.text("\u2329甲\u232A\u301C\u2012\u2003"));
        assertTrue(printable.replacements().isEmpty());
    }

    @Test
    void fullWidthFormsStay() {
        assertEquals("ｎ＝１，０６８（％）", printable().text("ｎ＝１，０６８（％）"));
    }

    @Test
    void everyRadicalBecomesPrintable() {
        for (int code = 0x2E80; code <= 0x2FDF; code++) {
            String printed = printable().text(Character.toString(code));
            assertTrue(
                    printed.codePoints().allMatch(c -> faces.coverage().canPrint(c) && (c < 0x2E80 || c > 0x2FDF)),
                    Integer.toHexString(code));
        }
    }

    @Test
    void emojiAndSignsAreReplacedAndListed() {
        Printable printable = printable();
        assertEquals("謝謝〔表情〕〔表情〕", printable.text("謝謝😀👨\u200D👩\u200D👧"));
        assertEquals("■同意 ✓", printable.text("☑同意 ✔\uFE0F"));
        assertEquals("〔表情〕", printable.text("👍🏽"));
        assertEquals("王〔U+2A6A5〕", printable.text("王\uD869\uDEA5"));
        assertEquals("〔表情〕", printable.text("😀"));
        assertEquals(
                new Printable.Replacement(0x1F600, "〔表情〕", 2),
                printable.replacements().stream()
                        .filter(r -> r.codePoint() == 0x1F600)
                        .findFirst()
                        .orElseThrow());
        assertEquals(6, printable.replacements().size());
    }

    @Test
    void accentsAreComposedAndControlsDropped() {
        assertEquals("é", printable().text("e\u0301"));
        assertEquals("ab", printable().text("a\u0000\u0007b"));
    }

    @Test
    void englishReplacementIsEnglish() {
        assertEquals("[emoji]", new Printable(faces.coverage(), Language.EN).text("😀"));
    }

    @Test
    void curedFilesAreReadByAnotherReader() throws IOException {
        for (Weight weight : Weight.values()) {
            try (InputStream in = faces.file(weight);
                    TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(in))) {
                assertTrue(font.getUnicodeCmapLookup().getGlyphId('高') > 0);
                assertEquals(0, font.getUnicodeCmapLookup().getGlyphId(0x2FBC), "Kangxi radical 高");
            }
        }
    }

    @Test
    void boldIsTakenForBoldAndIsWider() {
        FontRenderContext context = new FontRenderContext(null, true, true);
        Font regular = faces.font(Weight.REGULAR, 12);
        Font bold = faces.font(Weight.BOLD, 12);
        assertTrue(bold.isBold());
        assertFalse(regular.isBold());
        assertEquals("Noto Sans TC", bold.getFamily());
        assertTrue(bold.getStringBounds("mmmm", context).getWidth()
                > regular.getStringBounds("mmmm", context).getWidth());
    }

    @Test
    void manyThreadsGetTheSameFaces() throws InterruptedException {
        Typefaces fresh = new Typefaces();
        Coverage[] seen = new Coverage[4];
        Thread[] threads = new Thread[seen.length];
        for (int i = 0; i < threads.length; i++) {
            int slot = i;
            threads[i] = new Thread(() -> seen[slot] = fresh.coverage());
            threads[i].start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        for (Coverage coverage : seen) {
            assertSame(seen[0], coverage);
        }
    }
}
