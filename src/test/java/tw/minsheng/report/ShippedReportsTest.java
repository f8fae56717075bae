package tw.minsheng.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tw.minsheng.kernel.Language;
import tw.minsheng.report.wording.SampleCode;

/** The reports of the shipped surveys hold every part that their definition, the answers and the facts can fill. */
class ShippedReportsTest {

    private static final Facts FACTS = new Facts(
            "民調公司",
            "科長",
            "",
            Facts.Fieldwork.NONE,
            "未另編經費",
            new Facts.Dispositions(400, 12, 300, 250, 20, 60, 10, 40),
            Map.of("reminders", "寄發邀請一次、催收一次", "draw", "種子 114，SplitMix64"),
            Facts.NoActions.NONE,
            new Facts.Approval("處長", LocalDate.of(2025, 4, 1)));

    static List<String> folders() {
        return ShippedReports.FOLDERS;
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    /** The paper report; kept under target, so that it can be looked at. */
    private static byte[] pdf(SurveyReport report, String folder, Language language) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        report.pdf(out);
        Path kept = Path.of("target/shipped-reports");
        Files.createDirectories(kept);
        Files.write(kept.resolve(folder.replace('/', '-') + "-" + language.tag() + ".pdf"), out.toByteArray());
        return out.toByteArray();
    }

    @ParameterizedTest
    @CsvSource({
        "surveys/kcg-pwb/counter, zh-TW", "surveys/kcg-pwb/counter, en",
        "surveys/kcg-finance/non-public-property, zh-TW", "surveys/kcg-urban/housing-subsidy, zh-TW",
        "surveys/kcg-alian/facility-users, zh-TW", "surveys/kcg-alian/facility-users, en"
    })
    void paperReplacesNoCharacterAndFillsItsPages(String folder, String tag) throws IOException {
        Language language = tag.equals("en") ? Language.EN : Language.ZH_TW;
        SurveyReport report = ShippedReports.of(folder, FACTS, Profile.FULL, language);
        byte[] pdf = pdf(report, folder, language);
        assertEquals(List.of(), nearlyEmptyPages(pdf), "pages with less than a quarter on them");
        String text = text(pdf);
        assertFalse(text.contains("〔"), () -> text.substring(text.indexOf("〔") - 40, text.indexOf("〔") + 40));
        assertFalse(text.contains("附錄 H") || text.contains("Appendix H"));
    }

    private static final double QUARTER = 0.25;

    /** Pages behind the cover, from the lowest text above the page number; the last page of all may be as it comes. */
    private static List<Integer> nearlyEmptyPages(byte[] pdf) throws IOException {
        List<Integer> pages = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            for (int page = 2; page < document.getNumberOfPages(); page++) {
                if (new Depth().of(document, page) < QUARTER) {
                    pages.add(page);
                }
            }
        }
        return pages;
    }

    /** How far down a page its text reaches, as a part of the room for text. */
    private static final class Depth extends PDFTextStripper {

        private static final double TOP = 68;
        private static final double FOOT = 775;
        private double lowest;

        double of(PDDocument document, int page) throws IOException {
            lowest = TOP;
            setStartPage(page);
            setEndPage(page);
            return getText(document).isEmpty() ? 0 : (lowest - TOP) / (FOOT - TOP);
        }

        @Override
        protected void writeString(String text, List<TextPosition> positions) throws IOException {
            for (TextPosition position : positions) {
                double y = position.getYDirAdj();
                lowest = y > lowest && y < FOOT && position.getFontSizeInPt() < 30 ? y : lowest;
            }
            super.writeString(text, positions);
        }
    }

    /** report.md 3.1 and 3.2, column 「tables and figures」, with what chapter 3 and 4 have of this issue. */
    @Test
    void drawnSurveyFillsEveryPart() {
        SurveyReport report = ShippedReports.of("surveys/kcg-pwb/counter", FACTS, Profile.FULL, Language.ZH_TW);
        String page = report.page();
        assertEquals(SampleCode.W2, report.results().head().sample().code());
        List<String> missing = new ArrayList<>();
        for (String key : List.of(
                "T1.1",
                "F1.1",
                "T1.2",
                "T1.3",
                "T1.4",
                "T1.5",
                "T2.1",
                "T2.2",
                "T2.3",
                "T2.4",
                "F2.1",
                "T2.5.d_counter",
                "T2.5.d_district",
                "F2.2",
                "T2.6",
                "F2.3",
                "T3.1",
                "T3.2",
                "F3.1",
                "T3.3.env",
                "F3.2.env",
                "T3.4",
                "F3.3",
                "T4.1",
                "T4.2",
                "T4.11",
                "T5.1",
                "T5.2")) {
            if (!page.contains("id=\"" + key + "\"")) {
                missing.add(key);
            }
        }
        assertEquals(List.of(), missing);
        for (int chapter = 1; chapter <= 2; chapter++) {
            for (int section = 1; section <= (chapter == 1 ? 8 : 7); section++) {
                assertTrue(page.contains("id=\"s" + chapter + "." + section + "\""), chapter + "." + section);
            }
        }
    }

    @Test
    void lightProfileKeepsWhatTheSpecificationKeeps() {
        String page = ShippedReports.of("surveys/kcg-pwb/counter", FACTS, Profile.LIGHT, Language.ZH_TW)
                .page();
        for (String key :
                List.of("T1.1", "T1.2", "T2.5.d_counter", "T3.1", "T3.2", "T3.4", "T4.2", "T5.1", "TD", "TE")) {
            assertTrue(page.contains("id=\"" + key + "\""), key);
        }
        for (String key : List.of("F1.1", "T1.3", "T2.1", "T2.2", "F2.1", "T2.6", "F2.3", "T4.1")) {
            assertFalse(page.contains("id=\"" + key + "\""), key);
        }
    }

    @Test
    void constructsStandInTheOrderInWhichTheyAreAsked() {
        SurveyReport report = ShippedReports.of("surveys/kcg-pwb/counter", FACTS, Profile.FULL, Language.ZH_TW);
        for (String key : List.of("T3.4", "T4.2", "T4.11")) {
            ResultTable table = report.results().table(key).orElseThrow();
            String column = table.columns().contains("construct") ? "construct" : "key";
            List<String> order = new ArrayList<>();
            for (int row = 0; row < 3; row++) {
                order.add(table.text(row, column).replace("construct.", "").replace(".score_100", ""));
            }
            assertEquals(List.of("env", "courtesy", "expertise"), order, key);
        }
    }

    @ParameterizedTest
    @MethodSource("folders")
    void everySurveyHasItsFiveChapters(String folder) {
        SurveyReport report = ShippedReports.of(folder, FACTS, Profile.FULL, Language.ZH_TW);
        String page = report.page();
        for (String heading : List.of("調查設計", "抽樣設計", "調查結果", "統計分析", "檢討改善")) {
            assertTrue(page.contains(heading), heading);
        }
        boolean drawn = report.results().head().sample().code().isProbability();
        assertEquals(
                drawn,
                page.replace(report.results().head().sample().sentence().in(Language.ZH_TW), "")
                        .contains("±"));
    }
}
