package tw.minsheng.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tw.minsheng.kernel.Language;
import tw.minsheng.kernel.Texts;
import tw.minsheng.typeface.Typefaces;

class HtmlWriterTest {

    private static SampleReport report;
    private static String page;
    private static String part;

    @BeforeAll
    static void write() throws IOException {
        report = new SampleReport(new Typefaces());
        StringBuilder out = new StringBuilder();
        new HtmlWriter().write(report.small("草稿"), out);
        page = out.toString();
        part = new HtmlWriter().fragment(report.small(""));
    }

    @Test
    void twoBlocksWithOneKeyAreRefused() {
        Document document = report.small("");
        Heading heading = new Heading(1, "same", "", "a");
        assertThrows(
                IllegalArgumentException.class,
                () -> new Document(
                        Language.EN, document.meta(), document.cover(), List.of(heading, heading), "", "", ""));
    }

    @Test
    void rowsThatDoNotFitTheirTableAreRefused() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new Table(
                        "T1",
                        "",
                        "",
                        List.of(Table.Column.text("a"), Table.Column.number("b")),
                        List.of(Table.Row.of(Cell.text("one"))),
                        ""));
        assertThrows(IllegalArgumentException.class, () -> Cell.number(Double.NaN, "NaN"));
    }

    /** Twelve columns are set closer: at the width of a desk all of them are seen. */
    @Test
    void tablesOfManyColumnsAreSetCloser() {
        assertTrue(tableOf(12).contains("<table id=\"T1\" class=\"many\">"));
        assertTrue(tableOf(6).contains("<table id=\"T1\">"));
        assertTrue(page.contains(".report .many {"));
    }

    private static String tableOf(int columns) {
        Document small = report.small("");
        Table table = new Table(
                "T1",
                "",
                "",
                Collections.nCopies(columns, Table.Column.number("a")),
                List.of(Table.Row.of(Collections.nCopies(columns, Cell.text("1")))),
                "");
        return new HtmlWriter()
                .fragment(new Document(Language.EN, small.meta(), small.cover(), List.of(table), "", "", ""));
    }

    @Test
    void keysThatAreNoIdsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Heading(1, "a\" onload=\"x", "", "a"));
    }

    @Test
    void userTextIsEscaped() {
        assertTrue(page.contains("「&lt;線上申辦&gt;」 &amp; 樣本數不足 30"));
        assertFalse(page.contains("<線上申辦>"));
    }

    @Test
    void scriptsAndForeignAddressesAreNotWritten() {
        assertFalse(page.contains("<script"));
        assertFalse(page.contains("javascript:"));
        assertFalse(page.replace("url(#", "").contains("url("), "only parts of the page itself");
        assertFalse(page.contains("style=\""), "a strict content policy forbids it");
        assertFalse(Body.isSafe("javascript:alert(1)"));
        assertFalse(Body.isSafe("data:text/html,x"));
        assertFalse(Body.isSafe(""));
        assertTrue(Body.isSafe("tables/F3.2.csv"));
        assertTrue(Body.isSafe("https://data.gov.tw/license"));
    }

    @Test
    void referencesToPartsThatAreLeftOutAreNoLinks() {
        assertTrue(page.contains("<a href=\"#F3.2\">圖 3-2</a>"));
        assertFalse(page.contains("#T9.9"));
    }

    @Test
    void everyLinkIntoThePageHasItsPlaceAndEveryIdIsUnique() {
        Set<String> ids = new HashSet<>();
        Matcher id = Pattern.compile(" id=\"([^\"]+)\"").matcher(page);
        while (id.find()) {
            assertTrue(ids.add(id.group(1)), id.group(1));
        }
        Matcher link =
                Pattern.compile("(?:href=\"#|aria-labelledby=\")([^\" ]+)").matcher(page);
        while (link.find()) {
            assertTrue(ids.contains(link.group(1)), link.group(1));
        }
    }

    @Test
    void tablesScrollInTheirOwnNamedFrame() {
        assertTrue(page.contains("tabindex=\"0\" role=\"region\" aria-labelledby=\"T3.3-caption\""));
        assertTrue(page.contains("<th scope=\"row\">全體</th>"));
        assertTrue(page.contains("<th scope=\"col\" class=\"n\">樣本數</th>"));
    }

    @Test
    void figuresHaveTheirDataUnderThem() {
        assertTrue(page.contains("<summary>看數據表</summary>"));
        assertTrue(page.contains("href=\"tables/F3.2.csv\""));
        assertTrue(page.contains("id=\"F3.2-data\""));
    }

    @Test
    void languageAndDraftAreSaid() {
        assertTrue(page.startsWith("<!DOCTYPE html>\n<html lang=\"zh-Hant-TW\">"));
        assertTrue(page.contains("<p class=\"draft\">草稿</p>"));
        assertTrue(page.contains("<a class=\"skip\" href=\"#content\">跳到主要內容</a>"));
    }

    @Test
    void aPartBeginsWithChaptersAndHasNoPageAroundIt() {
        assertTrue(part.startsWith("<div class=\"report\">"));
        assertTrue(part.contains("<h2 id=\"c3\">第三章　調查結果</h2>"));
        assertFalse(part.contains("<h1"));
        assertFalse(part.contains("<html"));
        assertFalse(part.contains("<style"));
    }

    @Test
    void wordsAreCompleteInBothLanguages() {
        Texts texts = Texts.of(HtmlWriter.class);
        assertEquals(texts.keys(Language.ZH_TW), texts.keys(Language.EN));
    }
}
