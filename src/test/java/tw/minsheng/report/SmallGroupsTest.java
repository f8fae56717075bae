package tw.minsheng.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tw.minsheng.kernel.Language;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;
import tw.minsheng.survey.Survey;

/** Groups of fewer people than {@code privacy.minCellSize} (5) are seen in no format, nor can they be worked out. */
class SmallGroupsTest {

    private static final Survey SURVEY = SmallSurvey.with(SmallSurvey.STRATIFIED, SmallSurvey.WEIGHTED);
    private static final String FEW_MEN = answers(37, 3, 40);
    private static final String ENOUGH = answers(20, 20, 20);

    private static String answers(int women, int men, int web) {
        StringBuilder csv = new StringBuilder("_mode,_source,_date,e1,e2,e3,c1,c2,all,sex\n");
        for (int person = 0; person < women + men; person++) {
            int mood = person % 5 + 1;
            csv.append(person < web ? "web" : "paper")
                    .append(",drawn,2025-03-0")
                    .append(1 + person % 3)
                    .append(("," + mood).repeat(6))
                    .append(person < women ? ",f\n" : ",m\n");
        }
        return csv.toString();
    }

    private static Results analysed(String csv) {
        return SmallSurvey.analysed(SURVEY, Facts.NONE, csv);
    }

    private static void assertWithheld(Results results, String key, String column) {
        ResultTable table = results.table(key).orElseThrow();
        for (int row = 0; row < 2; row++) {
            assertEquals(
                    Optional.of(Reason.SMALL_CELL), table.entry(row, column).reason(), key + "." + column);
        }
    }

    @Test
    void threeMenAreInNoTableNorAreTheWomenWhoWouldTell() {
        Results results = analysed(FEW_MEN);
        for (String key : List.of("T3.1.sex", "T3.3.sex", "T2.5.sex")) {
            List.of("n", "share", "share_weighted").forEach(column -> assertWithheld(results, key, column));
        }
        assertWithheld(results, "T2.5.sex", "difference");
        assertWithheld(results, "T2.5.sex", "difference_weighted");
        assertWithheld(results, "T2.1", "finished");
        ResultTable margins = results.table("T2.2").orElseThrow();
        assertEquals(1, margins.rows().size(), "the whole only");
    }

    @Test
    void withheldFigureCannotBeReadAsZero() {
        ResultTable table = analysed(FEW_MEN).table("T3.1.sex").orElseThrow();
        assertThrows(IllegalStateException.class, () -> table.count(0, "n"));
    }

    @Test
    void populationAndPlanStay() {
        ResultTable strata = analysed(FEW_MEN).table("T2.1").orElseThrow();
        assertEquals(60000, strata.count(0, "population"));
        assertTrue(strata.count(0, "planned") > 0);
    }

    @Test
    void figuresFromWhichTheyCouldBeWorkedOutGiveTheReason() {
        Results results = analysed(FEW_MEN);
        for (String key : List.of(
                "margin.sex.x2",
                "margin.sex.p",
                "margin.sex.max_diff",
                "margin.sex.max_diff.after",
                "sample.weight_min",
                "sample.weight_max")) {
            assertEquals(
                    Value.undefined(Reason.SMALL_CELL, Map.of("m", "5")),
                    results.get(key).value(),
                    key);
        }
        assertEquals(1, results.get("margin.sex.df").number());
        assertTrue(results.get("sample.deff_kish").isKnown());
        assertTrue(results.table("F2.3").isEmpty(), "a bar of the weights is a group");
        assertEquals("small_cell", results.table("T2.6").orElseThrow().text(0, "value"));
    }

    @Test
    void freeTextOfAHiddenChoiceDoesNotTellHowManyTookIt() {
        Survey survey =
                SmallSurvey.changed("{value: m, label", "{value: m, freeText: true, label", SmallSurvey.CONVENIENCE);
        String csv = FEW_MEN.replace("\n", ",\n")
                .replaceFirst(",\n", ",sex__m_text\n")
                .replace(",m,\n", ",m,words\n");
        Results results = SmallSurvey.analysed(survey, Facts.NONE, csv);
        assertTrue(results.table("T3.3.sex__m_text").orElseThrow().isWithheld("n"));
        String page =
                SmallSurvey.report(survey, Facts.NONE, csv, Language.ZH_TW).page();
        assertFalse(page.contains("「男」：3"), "the texts of three people are three people");
    }

    @Test
    void weightsThatCameWithTheAnswersTellAsLittle() {
        Survey survey = SmallSurvey.with(SmallSurvey.STRATIFIED);
        String csv = FEW_MEN.replace("_mode,", "_weight,_mode,")
                .replaceAll("(?m)^(web|paper)(.*,f)$", "0.65,$1$2")
                .replaceAll("(?m)^(web|paper)(.*,m)$", "5.33,$1$2");
        Results results = SmallSurvey.analysed(survey, Facts.NONE, csv);
        assertTrue(results.table("F2.3").isEmpty());
        assertFalse(results.get("sample.weight_max").isKnown());
    }

    @Test
    void strataNamedByTheFileAreHiddenWhereTheyAreFew() {
        String csv = ENOUGH.replace("_mode,", "_stratum,_mode,").replaceAll("(?m)^(web|paper)", "f,$1");
        String two = csv.replaceFirst("f,web", "m,web").replaceFirst("f,web", "m,web");
        assertWithheld(analysed(two), "T2.1", "finished");
        assertWithheld(analysed(two), "T3.1.sex", "n");
    }

    @Test
    void fewWhoCameOverAnOpenLinkAreNoPartOfTheirOwn() {
        String two = ENOUGH.replaceFirst(",drawn,", ",open,").replaceFirst(",drawn,", ",open,");
        Results results = analysed(two);
        assertTrue(results.table("open.T3.2").isEmpty());
        assertEquals(38, results.get("data.used").number());
        assertEquals(40, results.get("data.rows").number());
    }

    @Test
    void rareWayOfAnsweringIsHiddenEverywhere() {
        Results results = analysed(answers(20, 20, 38));
        assertWithheld(results, "T4.11.modes", "n");
        assertWithheld(results, "T4.11.modes", "satisfied");
        assertTrue(results.table("T1.1").orElseThrow().isWithheld("paper"));
        assertTrue(results.table("T1.1").orElseThrow().isWithheld("web"));
        assertFalse(results.table("T1.1").orElseThrow().isWithheld("n"));
    }

    @Test
    void opinionsOfEverybodyStay() {
        Results results = analysed(answers(3, 3, 3));
        ResultTable overall = results.table("T3.2").orElseThrow();
        assertFalse(overall.isWithheld());
        assertEquals(1, overall.count(1, "n"));
    }

    @Test
    void jsonSaysNullAndWhy() {
        String json = new String(
                SmallSurvey.report(SURVEY, Facts.NONE, FEW_MEN, Language.ZH_TW).json(), StandardCharsets.UTF_8);
        assertTrue(json.replaceAll("\\s", "").contains("{\"row\":1,\"column\":\"n\",\"reason\":\"small_cell\"}"), json);
    }

    @Test
    void noFileAndNoPageShowsTheCounts() {
        SurveyReport report = SmallSurvey.report(SURVEY, Facts.NONE, FEW_MEN, Language.ZH_TW);
        report.tables().forEach((key, bytes) -> {
            String csv = new String(bytes, StandardCharsets.UTF_8);
            csv.lines()
                    .filter(line -> line.contains("女") || line.contains("男"))
                    .forEach(line ->
                            assertFalse(line.matches(".*\\b(37|3)\\b.*|.*0\\.925.*|.*0\\.075.*"), key + ": " + line));
        });
        for (String page : List.of(report.page(), report.analysis())) {
            assertTrue(page.contains("不顯示"));
            assertTrue(page.contains("為免由合計反推"));
            for (String leak : List.of(">37<", ">92.5<", ">7.5<", "+32.5", "−32.5")) {
                assertFalse(page.contains(leak), leak);
            }
        }
    }

    @Test
    void questionThatNobodyAnsweredIsComparedWithNothing() {
        String unanswered = ENOUGH.replaceAll("(?m),[fm]$", ",");
        String page = SmallSurvey.report(SURVEY, Facts.NONE, unanswered, Language.ZH_TW)
                .page();
        assertFalse(page.contains("女（0.0%）"), "a difference of nothing is none");
        assertFalse(page.contains("（不計）女"), "an answer that nobody gave is no kind of missing");
        assertTrue(page.contains("（不計）未作答"));
    }

    @Test
    void enoughPeopleAreShownAsBefore() {
        Results results = analysed(ENOUGH);
        assertTrue(results.tables().stream().noneMatch(ResultTable::isWithheld));
        assertEquals(20, results.table("T3.1.sex").orElseThrow().count(1, "n"));
        assertTrue(results.get("margin.sex.x2").isKnown());
        assertTrue(results.table("F2.3").isPresent());
        assertTrue(IntStream.range(0, 2)
                .allMatch(row -> results.table("T2.1").orElseThrow().count(row, "finished") == 20));
    }
}
