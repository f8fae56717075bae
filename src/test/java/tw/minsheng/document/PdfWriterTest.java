package tw.minsheng.document;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import tw.minsheng.kernel.Language;
import tw.minsheng.typeface.Typefaces;

class PdfWriterTest {

    private static PdfWriter writer;
    private static SampleReport report;
    private static byte[] draft;
    private static byte[] approved;

    @BeforeAll
    static void write() throws IOException {
        Typefaces faces = new Typefaces();
        writer = new PdfWriter(faces);
        report = new SampleReport(faces);
        draft = pdf(report.small("草稿"));
        approved = pdf(report.small(""));
    }

    private static byte[] pdf(Document document) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writer.write(document, out);
        return out.toByteArray();
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static List<String> failures(byte[] pdf, String flavour) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        PDFAFlavour wanted = PDFAFlavour.fromString(flavour);
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), wanted)) {
            ValidationResult result =
                    Foundries.defaultInstance().createValidator(wanted, false).validate(parser);
            return result.getTestAssertions().stream()
                    .filter(assertion -> assertion.getStatus() == TestAssertion.Status.FAILED)
                    .map(assertion -> assertion.getRuleId().getClause() + " " + assertion.getMessage())
                    .distinct()
                    .toList();
        }
    }

    private static List<PDStructureElement> elements(PDStructureNode node, String type) {
        List<PDStructureElement> found = new ArrayList<>();
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                if (type.equals(element.getStructureType())) {
                    found.add(element);
                }
                found.addAll(elements(element, type));
            }
        }
        return found;
    }

    @ParameterizedTest
    @ValueSource(strings = {"ua1", "2a"})
    void theValidatorFindsNothing(String flavour) throws Exception {
        assertEquals(List.of(), failures(draft, flavour));
        assertEquals(List.of(), failures(approved, flavour));
    }

    @Test
    void theValidatorRefusesAnotherPart() throws Exception {
        assertFalse(failures(approved, "1a").isEmpty(), "otherwise the test above proves nothing");
    }

    @Test
    void copiedTextHoldsOrdinaryIdeographs() throws IOException {
        String text = text(draft);
        assertTrue(text.contains("高雄市政府工務局"));
        assertTrue(text.codePoints().noneMatch(code -> code >= 0x2E80 && code <= 0x2FDF));
        assertTrue(text.contains("第一點 高雄市政府工務局 〔表情〕"), "radicals and emoji of the input are replaced");
        assertTrue(text.contains("「<線上申辦>」 & 樣本數不足 30"));
        assertTrue(text.contains("95% 信賴區間 69.6–75.0，n＝1,068"), "the dash is the one that was written");
        assertFalse(text.contains("#"), "a # stands for a glyph that is missing");
    }

    @Test
    void chartsAreTextAndNotPixels() throws IOException {
        try (PDDocument document = Loader.loadPDF(approved)) {
            assertTrue(new PDFTextStripper().getText(document).contains("承辦人員服務態度"));
            document.getPages()
                    .forEach(page -> page.getResources().getXObjectNames().forEach(name -> {
                        assertFalse(page.getResources().isImageXObject(name));
                    }));
        }
    }

    @Test
    void everyPageOfADraftSaysSo() throws IOException {
        try (PDDocument document = Loader.loadPDF(draft)) {
            PDFTextStripper stripper = new PDFTextStripper();
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                assertTrue(stripper.getText(document).contains("草稿"), "page " + page);
            }
        }
        assertFalse(text(approved).contains("草稿"));
    }

    @Test
    void figuresAreDescribedAndTableHeadsSayWhatTheyHead() throws IOException {
        try (PDDocument document = Loader.loadPDF(approved)) {
            PDStructureNode root = document.getDocumentCatalog().getStructureTreeRoot();
            List<PDStructureElement> figures = elements(root, "Figure");
            assertEquals(1, figures.size());
            assertTrue(figures.get(0).getAlternateDescription().startsWith("圖 3-2　各項服務滿意度分布"));
            List<PDStructureElement> heads = elements(root, "TH");
            assertEquals(5 + 6, heads.size(), "five columns, six rows");
            heads.forEach(head -> assertTrue(head.getAttributes().toString().contains("Scope"), "a scope"));
            assertEquals(1, elements(root, "Caption").size());
            assertEquals(2, elements(root, "H1").size(), "contents and one chapter");
            assertEquals("zh-Hant-TW", document.getDocumentCatalog().getLanguage());
        }
    }

    @Test
    void bookmarksFollowTheHeadings() throws IOException {
        try (PDDocument document = Loader.loadPDF(approved)) {
            PDOutlineItem chapter =
                    document.getDocumentCatalog().getDocumentOutline().getFirstChild();
            assertEquals("第三章　調查結果", chapter.getTitle());
            assertEquals("3.3　各題次數分配", chapter.getFirstChild().getTitle());
            assertEquals("114年度臨櫃服務滿意度調查報告", document.getDocumentInformation().getTitle());
            assertEquals("高雄市政府工務局（示範）", document.getDocumentInformation().getAuthor());
        }
    }

    @Test
    void contentsAndFooterNumberThePages() throws IOException {
        String text = text(approved);
        assertTrue(text.contains("第 3 頁，共 4 頁"));
        assertTrue(Pattern.compile("圖 3-2　各項服務滿意度分布[ .]+3\\R").matcher(text).find());
        assertTrue(Pattern.compile("表 3-3　各題滿意度[ .]+4\\R").matcher(text).find());
    }

    @Test
    void theSameDocumentGivesTheSameBytes() throws IOException {
        assertArrayEquals(approved, pdf(report.small("")));
        try (PDDocument document = Loader.loadPDF(approved)) {
            assertEquals(
                    1762131723000L,
                    document.getDocumentInformation().getCreationDate().getTimeInMillis(),
                    "the date of the document, not of the run");
        }
    }

    @Test
    void linksOfUsersCannotRunScripts() throws IOException {
        try (PDDocument document = Loader.loadPDF(approved)) {
            for (var page : document.getPages()) {
                for (var annotation : page.getAnnotations()) {
                    assertFalse(annotation.getCOSObject().toString().contains("javascript"));
                    assertEquals(
                            COSName.getPDFName("Link"),
                            annotation.getCOSObject().getCOSName(COSName.SUBTYPE));
                }
            }
        }
    }

    /** Finds the lowest line of text on a page, running lines aside; in points from the top. */
    private static final class Lowest extends PDFTextStripper {

        private static final float FOOTER = 780;
        private float lowest;

        float of(PDDocument document, int page) throws IOException {
            lowest = 0;
            setStartPage(page);
            setEndPage(page);
            assertFalse(getText(document).isEmpty());
            return lowest;
        }

        @Override
        protected void writeString(String text, List<TextPosition> positions) throws IOException {
            for (TextPosition position : positions) {
                if (position.getYDirAdj() < FOOTER) {
                    lowest = Math.max(lowest, position.getYDirAdj());
                }
            }
            super.writeString(text, positions);
        }
    }

    @Test
    void noFigureLeavesAThirdOfThePageBeforeItEmpty() throws IOException {
        byte[] large = pdf(report.large());
        assertTrue(large.length < 1_000_000, "bytes: " + large.length);
        try (PDDocument document = Loader.loadPDF(large)) {
            int pages = document.getNumberOfPages();
            assertTrue(pages >= 40, "pages: " + pages);
            PDFTextStripper stripper = new PDFTextStripper();
            for (int page = 4; page < pages; page++) {
                stripper.setStartPage(page + 1);
                stripper.setEndPage(page + 1);
                boolean chapterFollows = Pattern.compile("(?m)^第.章")
                        .matcher(stripper.getText(document))
                        .find();
                float empty = (Lowest.FOOTER - new Lowest().of(document, page)) / (Lowest.FOOTER - 68);
                assertTrue(chapterFollows || empty < 1 / 3f, "page " + page + ": " + empty);
            }
        }
    }

    private static Document tables(Language language, List<Block> blocks) {
        return new Document(
                language,
                new Document.Meta("題", "人", "事", List.of(), Instant.EPOCH),
                new Cover("機關", "題", "", List.of()),
                blocks,
                "題",
                "機關",
                "");
    }

    /** However many rows there are: with their note, at least three of them stand on the page where the table ends. */
    @ParameterizedTest
    @ValueSource(ints = {28, 29, 30, 31, 32, 33, 34, 35, 36})
    void noTableEndsWithALoneRowOrNote(int rows) throws IOException {
        List<Table.Row> body = new ArrayList<>();
        for (int row = 1; row <= rows; row++) {
            body.add(Table.Row.of(Cell.text("Zeile" + row), Cell.number(row, Integer.toString(row))));
        }
        Table table = new Table(
                "T1", "", "Caption", List.of(Table.Column.text("a"), Table.Column.number("b")), body, "Schlussnote");
        byte[] pdf = pdf(tables(Language.ZH_TW, List.of(new Heading(1, "c1", "", "Kapitel"), table)));
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setStartPage(document.getNumberOfPages());
            String last = stripper.getText(document);
            assertTrue(last.contains("Schlussnote"), last);
            for (int row = rows - 2; row <= rows; row++) {
                assertTrue(last.contains("Zeile" + row), row + ": " + last);
            }
            assertTrue(last.contains("a b"), "the head is repeated: " + last);
        }
    }

    @Test
    void ligaturesAreLettersInTheTextLayer() throws IOException {
        String text =
                text(pdf(tables(Language.EN, List.of(Paragraph.of("95% confidence, effective office, reflected")))));
        assertTrue(text.contains("95% confidence, effective office, reflected"), text);
    }

    /** The typeface draws these signs as wide as an ideograph. */
    @Test
    void curlyQuotesBesideLatinLettersPrintStraight() throws IOException {
        List<Block> blocks = List.of(Paragraph.of("The city’s “frame” ±3.0"), Paragraph.of("他說“好”"));
        String english = text(pdf(tables(Language.EN, blocks)));
        assertTrue(english.contains("The city's \"frame\" ±3.0"), english);
        String chinese = text(pdf(tables(Language.ZH_TW, blocks)));
        assertTrue(chinese.contains("The city's \"frame\""), chinese);
        assertTrue(
                chinese.contains("他說“好”"),
                chinese + chinese.codePoints().mapToObj(Integer::toHexString).toList());
    }
}
