package tw.minsheng.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import tw.minsheng.format.Json;
import tw.minsheng.format.Node;
import tw.minsheng.kernel.Language;
import tw.minsheng.report.wording.Printed;
import tw.minsheng.statistics.Reason;
import tw.minsheng.survey.Survey;

/** One record of numbers behind page, table, JSON and summary; what is missing is said, never left empty. */
class SurveyReportTest {

    private static final Survey SURVEY = SmallSurvey.with(SmallSurvey.STRATIFIED, SmallSurvey.WEIGHTED);
    private static final String ANSWERS = SmallSurvey.answers(300, 1, "drawn");
    private static final Facts COMPLETE = facts("未另編經費");

    private static Facts facts(String funding) {
        return new Facts(
                "民調公司",
                "科長",
                "",
                new Facts.Fieldwork(LocalDate.of(2025, 3, 1), LocalDate.of(2025, 3, 20)),
                funding,
                Facts.Dispositions.NONE,
                Map.of(),
                Facts.NoActions.NONE,
                new Facts.Approval("處長", LocalDate.of(2025, 4, 1)));
    }

    private static SurveyReport report(Facts facts, Language language) {
        return SmallSurvey.report(SURVEY, facts, ANSWERS, language);
    }

    @Test
    void reportStaysADraftWhileAFactIsMissing() {
        SurveyReport draft = report(Facts.NONE, Language.ZH_TW);
        assertFalse(draft.isApproved());
        assertTrue(draft.page().contains("下列事項尚未填列，補齊前不得核定：主持人、經費來源。"));
        assertTrue(report(COMPLETE, Language.ZH_TW).isApproved());
        assertFalse(report(COMPLETE, Language.ZH_TW).page().contains("草稿"));
    }

    /** Each missing fact says which field of which file takes it; filling in the approval does not help. */
    @Test
    void whatIsMissingIsNamedWithWhereToGiveIt() {
        SurveyReport draft = report(Facts.NONE, Language.ZH_TW);
        assertEquals(
                List.of("主持人：請填 facts.yaml 的 principal（主持人的職稱與姓名）。", "經費來源：請填 facts.yaml 的 funding（沒有另編經費時寫「未另編經費」）。"),
                draft.missing());
        draft.missing().forEach(line -> assertTrue(draft.page().contains(line), line));
        Facts unfunded = facts("");
        SurveyReport refused = report(unfunded, Language.EN);
        assertFalse(refused.isApproved());
        assertTrue(refused.page().contains("The field approved of facts.yaml is filled in, but"));
        assertEquals(1, refused.missing().size());
        assertEquals(List.of(), report(COMPLETE, Language.EN).missing());
    }

    /** Appendix E names a chapter or section for each of the eleven, in the full and the light report. */
    @Test
    void elevenItemsHaveTheirPlaces() {
        for (Profile profile : Profile.values()) {
            SurveyReport report = SmallSurvey.report(
                    SURVEY, COMPLETE, SmallSurvey.analysed(SURVEY, COMPLETE, ANSWERS), Language.ZH_TW, profile);
            assertTrue(report.isApproved(), profile.toString());
            String page = report.page();
            String table = page.substring(page.indexOf("<table id=\"TE\""));
            String rows = table.substring(table.indexOf("<tbody"), table.indexOf("</table>"));
            assertEquals(11, rows.split("<tr", -1).length - 1);
            assertFalse(rows.contains("[["), rows);
            assertFalse(rows.contains("appendixA"), rows);
        }
    }

    @Test
    void surveyWithoutAnyUsableAnswerStillMakesAReport() {
        SurveyReport empty = SmallSurvey.report(SURVEY, Facts.NONE, "e1,sex\ndk,f\n", Language.ZH_TW);
        assertEquals(0, empty.results().head().data().used());
        assertTrue(empty.page().contains("無資料"));
    }

    @Test
    void numberOnThePageInTheTableAndInJsonAreOne() {
        SurveyReport report = report(Facts.NONE, Language.ZH_TW);
        double share = report.results().get("item.e1.t2b").number();
        Node json = Json.read("results.json", report.json());
        String value = json.get("results").elements().stream()
                .filter(result -> result.get("key").text().equals("item.e1.t2b"))
                .findFirst()
                .orElseThrow()
                .get("value")
                .text();
        assertEquals(share, Double.parseDouble(value));
        ResultTable table = report.results().table("T3.3.e1").orElseThrow();
        assertEquals(share, table.number(0, "share_weighted") + table.number(1, "share_weighted"), 1e-12);
        assertTrue(report.page().contains(">" + Printed.percentNumber(share) + "<"));
        String csv = new String(report.tables().get("T3.3.e1"), StandardCharsets.UTF_8);
        assertTrue(csv.contains("code,label,n,share,share_weighted"), csv);
    }

    /** Of the statistics, each table that is a file, and the shares at the ends, which stand in the file of the item analysis. */
    @Test
    void everyPrintedTableOfTheStatisticsLeadsToItsData() {
        SurveyReport report = report(Facts.NONE, Language.ZH_TW);
        String page = report.page();
        List<String> printed = report.tables().keySet().stream()
                .filter(key -> key.startsWith("T4."))
                .filter(key -> page.contains("<table id=\"" + key + "\""))
                .toList();
        assertTrue(
                printed.containsAll(List.of("T4.1", "T4.2", "T4.6.htmt", "T4.11", "T4.11.modes")), printed.toString());
        printed.forEach(key -> assertTrue(page.contains("href=\"tables/" + key + ".csv\""), key));
        String afterEnds = page.substring(page.indexOf("<table id=\"T4.1.ends\""));
        assertTrue(
                afterEnds.substring(0, afterEnds.indexOf("</table>") + 1_000).contains("href=\"tables/T4.1.csv\""),
                "T4.1.ends");
    }

    /** More answers may come in after a decision; it keeps the figures of then. */
    @Test
    void aProposalSaysItsFigures() {
        SurveyReport report = report(Facts.NONE, Language.ZH_TW);
        ItemProposal proposal = report.proposals().get(0);
        ResultTable table = report.results().table("T4.1").orElseThrow();
        assertEquals("e1", proposal.item());
        String figures = proposal.grounds().get(proposal.grounds().size() - 1);
        assertTrue(figures.startsWith("n＝" + table.count(0, "n") + "，決斷值 "), figures);
        assertTrue(
                figures.contains("校正相關 " + Printed.coefficient(table.number(0, "item_total_corrected")) + "，"),
                figures);
    }

    @Test
    void sameInputGivesTheSameBytes() {
        assertArrayEquals(
                report(Facts.NONE, Language.ZH_TW).json(),
                report(Facts.NONE, Language.ZH_TW).json());
        assertEquals(
                report(Facts.NONE, Language.ZH_TW).page(),
                report(Facts.NONE, Language.ZH_TW).page());
    }

    @Test
    void jsonHasTheAgreedForm() {
        Node json = Json.read("results.json", report(Facts.NONE, Language.ZH_TW).json());
        assertEquals("minsheng-results/1", json.get("format").text());
        assertEquals("W2", json.get("sample").get("code").text());
        assertEquals("300", json.get("data").get("rows").text());
        Node alpha = json.get("results").elements().stream()
                .filter(result -> result.get("key").text().equals("construct.env.alpha_raw"))
                .findFirst()
                .orElseThrow();
        assertEquals("feldt", alpha.get("ci").get("method").text());
        assertEquals("listwise", alpha.get("missing").text());
        assertEquals("3", alpha.get("k").text());
        assertFalse(alpha.get("filter").isGiven());
        Node rate = json.get("results").elements().stream()
                .filter(result -> result.get("key").text().equals("sample.rr1"))
                .findFirst()
                .orElseThrow();
        assertFalse(rate.get("value").isGiven());
        assertEquals("no_data", rate.get("reason").text());
    }

    @Test
    void fiveChaptersAndTheirSectionsAreThere() {
        String page = report(Facts.NONE, Language.ZH_TW).page();
        for (String heading : List.of("調查設計", "抽樣設計", "調查結果", "統計分析", "檢討改善", "調查資訊", "摘要", "信度", "樣本代表性")) {
            assertTrue(page.contains(heading), heading);
        }
    }

    @Test
    void chapterFiveShowsWhatTheRulesFound() {
        String page = report(Facts.NONE, Language.ZH_TW).page();
        assertTrue(page.contains("「環境」滿意比率 ＜ 99.0%"), "rule in words");
        assertTrue(page.contains("問卷定義設有 2 條改善規則，依本波次結果，1 條成立"), "outcome");
        assertTrue(page.contains("尚未列入改善措施"), "no reason yet");
    }

    @Test
    void englishReportHasEnglishCoverSummaryAndSentence() {
        String page = report(Facts.NONE, Language.EN).page();
        assertTrue(page.contains("Small survey"));
        assertTrue(page.contains("Main findings"));
        assertTrue(page.contains("At the 95% confidence level the largest sampling error is ±5.7 percentage points"));
    }

    @Test
    void everyFigureHasAPictureAndItsData() {
        SurveyReport report = report(Facts.NONE, Language.ZH_TW);
        assertTrue(report.charts().keySet().containsAll(List.of("F1.1", "F2.2", "F3.1", "F3.2.env", "F3.3")));
        report.charts().forEach((key, svg) -> {
            assertTrue(new String(svg, StandardCharsets.UTF_8).contains("<svg"), key);
            assertTrue(report.tables().containsKey(key), key);
        });
    }

    @Test
    void liveAnalysisIsPartOfAPage() {
        String part = report(Facts.NONE, Language.ZH_TW).analysis();
        assertTrue(part.contains("T4.2"));
        assertFalse(part.contains("<html"));
        assertTrue(part.contains("id=\"appendixC\""), "tables lead to how they are made");
        assertFalse(part.contains(">appendixC"), "and not by a bare key");
    }

    @Test
    void reverseItemIsScoredBeforeItIsJudged() {
        Results results =
                SmallSurvey.analysed(SmallSurvey.with(SmallSurvey.SRS), Facts.NONE, "c2,all\n1,5\n1,5\n5,1\n2,4\n");
        assertEquals(.75, results.get("item.c2.t2b").number(), 1e-12);
        assertEquals((5 + 5 + 1 + 4) / 4.0, results.get("item.c2.item_mean").number(), 1e-12);
    }

    /** Half of four answers are 1 or 2: the lowest point that half do not exceed is 2; reversed it is 3. */
    @Test
    void medianIsTheLowestPointThatHalfDoNotExceed() {
        Results results = SmallSurvey.analysed(
                SmallSurvey.with(SmallSurvey.SRS), Facts.NONE, "e1,c2\n1,1\n2,2\n3,3\n5,5\ndk,dk\n");
        assertEquals(2, results.get("item.e1.item_median").number());
        assertEquals(3, results.get("item.c2.item_median").number());
        assertEquals(4, results.get("item.e1.item_median").n());
        assertEquals(
                Optional.of(Reason.NO_DATA), results.get("item.e2.item_median").reason());
    }

    /** What the typeface lacks is printed otherwise and listed; the page on screen keeps it. */
    @Test
    void appendixHListsWhatWasReplacedOnPaper() throws IOException {
        Facts rare = new Facts(
                "民調公司",
                "𠮷先生",
                "",
                Facts.Fieldwork.NONE,
                "",
                Facts.Dispositions.NONE,
                Map.of("2.7", "謝謝 😀"),
                Facts.NoActions.NONE,
                Facts.Approval.NONE);
        SurveyReport report = report(rare, Language.ZH_TW);
        assertTrue(report.page().contains("𠮷先生"));
        assertFalse(report.page().contains("附錄 H"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        report.pdf(out);
        try (PDDocument document = Loader.loadPDF(out.toByteArray())) {
            String text = new PDFTextStripper().getText(document);
            assertTrue(text.contains("附錄 H"), "heading");
            assertTrue(text.contains("U+20BB7"), "code");
            assertTrue(text.contains("GRINNING FACE"), "name");
        }
    }

    @Test
    void scoreIsTheMeanOverPeopleOfTheirValidItems() {
        Results results = SmallSurvey.analysed(
                SmallSurvey.with(SmallSurvey.SRS), Facts.NONE, "e1,e2,e3\n5,3,\n1,,\n,,dk\n5,5,5\n");
        assertEquals(
                (75 + 0 + 100) / 3.0, results.get("construct.env.score_100").number(), 1e-9);
        assertEquals(3, results.get("construct.env.score_100").n());
        assertEquals(4, results.head().data().rows());
        assertEquals(3, results.head().data().used());
    }
}
