package tw.minsheng.report.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tw.minsheng.kernel.Language;
import tw.minsheng.report.Facts;
import tw.minsheng.report.FactsFile;
import tw.minsheng.report.Profile;
import tw.minsheng.report.Result;
import tw.minsheng.report.ResultTable;
import tw.minsheng.report.Results;
import tw.minsheng.report.SampleStatement;
import tw.minsheng.report.SmallSurvey;
import tw.minsheng.report.SurveyReport;
import tw.minsheng.report.wording.Printed;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Warning;
import tw.minsheng.statistics.association.CrossTable;
import tw.minsheng.statistics.battery.Extent;
import tw.minsheng.statistics.compare.wave.Lead;
import tw.minsheng.survey.Survey;

/** 交叉分析: the numbers are those of the statistics, small cells are nowhere, and page, table and results say the same. */
class CrossesTest {

    private static final List<Compared.Person> PEOPLE = Compared.people(320, .8);
    private static final Survey OPEN = Compared.survey(SmallSurvey.CONVENIENCE);
    private static final Survey DRAWN = Compared.survey(SmallSurvey.SRS);
    private static final List<String> AGES = List.of("young", "mid", "old");

    /** Made when the first test asks. */
    private static final class Once {
        static final Results OF_OPEN = Compared.analysed(OPEN, PEOPLE);
        static final Results OF_DRAWN = Compared.analysed(DRAWN, PEOPLE);
    }

    private static long count(String age, int point) {
        return PEOPLE.stream()
                .filter(person -> person.age().equals(age) && person.points().get(5) == point)
                .count();
    }

    private static int row(ResultTable table, String item, String variable) {
        return IntStream.range(0, table.rows().size())
                .filter(row -> table.text(row, "item").equals(item)
                        && table.text(row, "variable").equals(variable))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void plainRowsAreTestedByChiSquareWithoutTheGroupOfFew() {
        long[][] counts = AGES.stream()
                .map(age -> IntStream.rangeClosed(1, 5)
                        .mapToLong(point -> count(age, point))
                        .toArray())
                .toArray(long[][]::new);
        CrossTable found = CrossTable.of(counts);
        Results results = Once.OF_OPEN;
        assertEquals(found.chiSquare().number(), results.get("item.all.x2.age").number(), 1e-9);
        assertEquals(found.p().number(), results.get("item.all.p_value.age").number(), 1e-12);
        assertEquals(
                found.cramersV().number(), results.get("item.all.cramers_v.age").number(), 1e-12);
        ResultTable tests = results.table("T3.5").orElseThrow();
        assertEquals("few", tests.text(row(tests, "all", "age"), "left_out"));
        assertEquals(12, tests.rows().size(), "six items by two questions");
    }

    @Test
    void rowSharesAreThoseOfThePeopleAndSmallCellsAreWithheld() {
        ResultTable cells = Once.OF_OPEN.table("T3.5.cells").orElseThrow();
        long withheld = 0;
        for (int row = 0; row < cells.rows().size(); row++) {
            if (!cells.text(row, "item").equals("all")
                    || !cells.text(row, "variable").equals("age")) {
                continue;
            }
            long n = count(cells.text(row, "code"), Integer.parseInt(cells.text(row, "point")));
            if (cells.entry(row, "n").reason().isPresent()) {
                assertEquals(
                        Reason.SMALL_CELL, cells.entry(row, "share").reason().orElseThrow());
                withheld++;
            } else {
                assertTrue(n == 0 || n >= 5, cells.rows().get(row).toString());
                assertEquals(n, cells.count(row, "n"));
                assertEquals((double) n / cells.count(row, "group_n"), cells.number(row, "share"), 1e-12);
            }
        }
        assertTrue(withheld != 1, "one alone could be worked out");
    }

    @Test
    void pageAndDataSayTheSame() {
        SurveyReport report = SmallSurvey.report(OPEN, Facts.NONE, Once.OF_OPEN, Language.ZH_TW);
        String page = report.page();
        ResultTable tests = Once.OF_OPEN.table("T3.5").orElseThrow();
        int row = row(tests, "all", "age");
        assertTrue(tests.number(row, "p_adj") < .05);
        assertTrue(page.contains("「年齡」：整體滿意度因此不同（χ²(" + Printed.degrees(tests.number(row, "df1")) + ") = "
                + Printed.fixed(tests.number(row, "statistic"), 2)));
        assertTrue(page.contains("滿意比率最高者為老年"));
        assertTrue(page.contains("「性別」：整體滿意度無顯著差異"));
        assertTrue(page.contains("不足 30 人而未列入：少數"));
        String csv = new String(report.table("T3.5.cells").orElseThrow(), StandardCharsets.UTF_8);
        assertTrue(csv.contains("group_n"));
        String light = SmallSurvey.report(OPEN, Facts.NONE, Once.OF_OPEN, Language.ZH_TW, Profile.LIGHT)
                .page();
        assertTrue(light.contains("整體滿意度因此不同"));
        assertFalse(light.contains("其他題目"));
    }

    @Test
    void leadOfTheFirstAnswerHasItsOwnMarginInADrawnSampleOnly() {
        Results results = Once.OF_DRAWN;
        ResultTable table = results.table("T3.2.lead").orElseThrow();
        var lead = Lead.of(table.number(0, "share_first"), table.number(0, "share_second"), 320, 1, .95);
        assertEquals(lead.estimate(), results.get("overall.lead").number(), 1e-12);
        assertEquals(lead.margin().number(), results.get("overall.lead.moe").number(), 1e-12);
        String page =
                SmallSurvey.report(DRAWN, Facts.NONE, results, Language.ZH_TW).page();
        assertTrue(page.contains(
                "此一差距的抽樣誤差為±" + Printed.percentNumber(lead.margin().number()) + "個百分點"));
        assertTrue(Once.OF_OPEN.find("overall.lead").isEmpty());
        assertFalse(SmallSurvey.report(OPEN, Facts.NONE, Once.OF_OPEN, Language.ZH_TW)
                .page()
                .contains("此一差距"));
    }

    /** 300 of 600 answered: p·r to p·r + 1 − r. */
    @Test
    void silentPeopleCouldChangeTheShareWithinBounds() {
        Facts facts = FactsFile.read(
                "facts.yaml",
                "dispositions: {i: 320, p: 0, r: 320, nc: 0, o: 0, uh: 0, uo: 0, ne: 0}"
                        .getBytes(StandardCharsets.UTF_8));
        Results results = SmallSurvey.analysed(DRAWN, facts, Compared.csv(PEOPLE));
        double share = results.get("overall.t2b").number();
        assertEquals(share / 2, results.get("overall.t2b.bound_lower").number(), 1e-12);
        assertEquals(share / 2 + .5, results.get("overall.t2b.bound_upper").number(), 1e-12);
        String page = SmallSurvey.report(DRAWN, facts, results, Language.ZH_TW).page();
        assertTrue(page.contains("不作任何假設時，全體的滿意比率可能在 " + Printed.percent(share / 2)));
        assertTrue(SmallSurvey.analysed(DRAWN, Facts.NONE, Compared.csv(PEOPLE))
                .find("overall.t2b.bound_lower")
                .isEmpty());
    }

    /** 2 of 4 say 9 or 10, one says 6, one 7: 100·(1/2 − 1/4). */
    /** One man of the frame answered: every test that takes its variance from the design says so itself. */
    @Test
    void testsByTheDesignNameAStratumOfOne() {
        String csv = Compared.csv(PEOPLE)
                .replaceAll("(?m)^", "f,")
                .replaceFirst("f,", "_stratum,")
                .replaceFirst("\nf,", "\nm,")
                .replaceFirst("\nf,$", "\n");
        Results results =
                SmallSurvey.analysed(Compared.survey(SmallSurvey.STRATIFIED), Facts.NONE, csv, Extent.WHOLE_PAGE);
        for (String method : List.of("design_wald_f", "rao_scott_f")) {
            List<Result> tests = results.all().stream()
                    .filter(result -> result.basis().method().equals(method) && result.isKnown())
                    .toList();
            assertFalse(tests.isEmpty(), method);
            tests.forEach(test ->
                    assertEquals(List.of(Warning.of("lonely_strata", "stratum", "m")), test.warnings(), test.key()));
        }
    }

    @Test
    void promotersLessDetractors() {
        String question =
                "      - {id: rec, type: nps, scale: p11, text: {zh-TW: 您會推薦嗎, en: Would you recommend us}}\n";
        String points = IntStream.rangeClosed(0, 10)
                .mapToObj(point -> "{value: " + point + ", label: {zh-TW: '" + point + "', en: '" + point + "'}}")
                .collect(Collectors.joining(", "));
        Survey asked = SmallSurvey.changed(
                Map.of(
                        "      - {id: why,",
                        question + "      - {id: why,",
                        "constructs:\n",
                        "  p11: {kind: nps, points: [" + points + "]}\nconstructs:\n"),
                SmallSurvey.CONVENIENCE);
        String csv = "e1,rec,sex\n" + "5,10,f\n4,9,m\n3,7,f\n2,6,m\n".repeat(20);
        Results results = SmallSurvey.analysed(asked, Facts.NONE, csv, Extent.WHOLE_PAGE);
        assertEquals(25, results.get("item.rec.nps").number(), 1e-9);
        assertEquals(.5, results.get("item.rec.promoters").number(), 1e-12);
        assertEquals(
                Optional.of(Reason.NONPROBABILITY),
                results.get("item.rec.nps").uncertainty().reason());
        assertEquals(20, results.table("T3.9.rec").orElseThrow().count(2, "n"));
        String page =
                SmallSurvey.report(asked, Facts.NONE, results, Language.ZH_TW).page();
        assertTrue(page.contains("「您會推薦嗎」推薦指數為 25.0。"));
        assertTrue(page.contains("n = 80，未加權。數字只描述填答者，不推論未填答的人。"), "T3.9 speaks of those who answered");
    }

    @Test
    void petitionsThatWereNotComparedAreSaid() {
        String page = SmallSurvey.report(OPEN, Facts.NONE, Once.OF_OPEN, Language.ZH_TW)
                .page();
        assertTrue(page.contains("未辦理：本報告由問卷答案產生，沒有讀取陳情案件。"));
        SampleStatement sample = Once.OF_OPEN.head().sample();
        assertTrue(sample.code().isNonprobability());
    }
}
