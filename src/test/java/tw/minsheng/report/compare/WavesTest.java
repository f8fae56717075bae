package tw.minsheng.report.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tw.minsheng.dataset.AnswerFile;
import tw.minsheng.dataset.AnswerMapping;
import tw.minsheng.dataset.Layout;
import tw.minsheng.dataset.Parts;
import tw.minsheng.format.CsvLimits;
import tw.minsheng.kernel.Language;
import tw.minsheng.report.Facts;
import tw.minsheng.report.ResultTable;
import tw.minsheng.report.Results;
import tw.minsheng.report.SmallSurvey;
import tw.minsheng.report.SurveyReport;
import tw.minsheng.report.analysis.SurveyAnalysis;
import tw.minsheng.statistics.battery.Extent;
import tw.minsheng.statistics.distribution.StudentT;
import tw.minsheng.survey.Survey;

/** 波次趨勢: waves of one file, compared as strata of one design. */
class WavesTest {

    private static final Survey DRAWN = SmallSurvey.with(SmallSurvey.SRS);
    private static final Survey OPEN = SmallSurvey.with(SmallSurvey.CONVENIENCE);
    private static final String HEAD = "_wave,e1,e2,e3,c1,c2,all,sex\n";

    /** So many satisfied of so many people in a wave. */
    private static String wave(String code, int satisfied, int people) {
        StringBuilder csv = new StringBuilder();
        for (int person = 0; person < people; person++) {
            int mood = person < satisfied ? 4 + person % 2 : 1 + person % 3;
            csv.append(code)
                    .append(("," + mood).repeat(4))
                    .append(",")
                    .append(6 - mood)
                    .append(",")
                    .append(mood)
                    .append(person % 2 == 0 ? ",f\n" : ",m\n");
        }
        return csv.toString();
    }

    private static Results analysed(Survey survey, String csv) {
        Layout layout = Layout.of(survey);
        Parts parts = Parts.of(layout);
        new AnswerFile("a.csv", layout, AnswerMapping.NONE, "114")
                .read(
                        new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)),
                        CsvLimits.DEFAULT,
                        parts::add,
                        parts::addOther);
        return SurveyAnalysis.of(
                parts, Facts.NONE, "0", new Results.Survey("small", "1.0.0", ""), "114", "", Extent.PAGE);
    }

    private static SurveyReport report(Survey survey, Results results, Language language) {
        return SmallSurvey.report(survey, Facts.NONE, results, language);
    }

    private static int row(ResultTable table, String object, String wave) {
        return IntStream.range(0, table.rows().size())
                .filter(row -> table.text(row, "object").equals(object)
                        && table.text(row, "wave").equals(wave))
                .findFirst()
                .orElseThrow();
    }

    /** 80 of 200 and 120 of 200 of 100,000: se² = Σ p(1 − p)/(n − 1)·(1 − n/N), 397 degrees of freedom. */
    @Test
    void theDifferenceIsThatOfTwoStrata() {
        Results results = analysed(DRAWN, HEAD + wave("113", 80, 200) + wave("114", 120, 200));
        double se = Math.sqrt(2 * (.4 * .6 / 199) * (1 - 200 / 100_000.0));
        double t = .2 / se;
        assertEquals(.2, results.get("overall.t2b.diff").number(), 1e-12);
        assertEquals(t, results.get("overall.t2b.diff.t").number(), 1e-9);
        assertEquals(397, results.get("overall.t2b.diff.df").number());
        assertEquals(
                StudentT.twoSided(t, 397), results.get("overall.t2b.diff.p").number(), 1e-12);
        ResultTable table = results.table("T3.7").orElseThrow();
        int now = row(table, "overall.t2b", "114");
        assertEquals(.6, table.number(now, "value"), 1e-12);
        assertEquals(results.get("overall.t2b.diff.p_adj").number(), table.number(now, "p_adj"));
        assertEquals(results.get("overall.t2b").interval().orElseThrow().lower().number(), table.number(now, "lower"));
        assertEquals(200, results.head().data().used(), "other waves change no other number");
    }

    @Test
    void upIsSaidOnlyOfWhatIsSignificant() {
        String up = report(DRAWN, analysed(DRAWN, HEAD + wave("113", 80, 200) + wave("114", 120, 200)), Language.ZH_TW)
                .page();
        assertTrue(up.contains("「整體滿意比率」60.0%，較前一波次（113）的 40.0% 上升 20.0 個百分點"), up);
        String same = report(
                        DRAWN, analysed(DRAWN, HEAD + wave("113", 98, 200) + wave("114", 100, 200)), Language.ZH_TW)
                .page();
        assertTrue(same.contains("與前一波次（113）的 49.0% 無顯著差異"), same);
        assertFalse(same.contains("上升 1.0"));
        String english = report(
                        DRAWN, analysed(DRAWN, HEAD + wave("113", 120, 200) + wave("114", 80, 200)), Language.EN)
                .page();
        assertTrue(english.contains("is down from 60.0%"));
    }

    @Test
    void openAnswersOfTwoWavesDescribeWhoAnswered() {
        Results results = analysed(OPEN, HEAD + wave("113", 80, 200) + wave("114", 120, 200));
        ResultTable table = results.table("T3.7").orElseThrow();
        assertFalse(table.entry(0, "lower").asNumber().isPresent());
        String page = report(OPEN, results, Language.ZH_TW).page();
        assertTrue(page.contains("不能據以斷定民眾的看法改變"));
    }

    /** 99 is before 113; a later wave is not the past; a construct with an item less is not compared. */
    @Test
    void wavesStandInTheirOrderAndBreaksAreSaid() {
        String without = wave("113", 50, 100).replaceAll("(?m)^(113,\\d),\\d", "$1,");
        Results results =
                analysed(DRAWN, HEAD + wave("115", 70, 100) + wave("99", 40, 100) + without + wave("114", 60, 100));
        ResultTable table = results.table("T3.7").orElseThrow();
        assertEquals(
                List.of("99", "113", "114"),
                IntStream.range(0, 3).mapToObj(row -> table.text(row, "wave")).toList());
        assertEquals("no", table.text(row(table, "construct.env.score_100", "114"), "comparable"));
        assertEquals("yes", table.text(row(table, "construct.crt.score_100", "114"), "comparable"));
        assertTrue(results.get("construct.env.score_100.diff").reason().isPresent());
        assertTrue(report(DRAWN, results, Language.ZH_TW).page().contains("「環境」的題目與前一波次（113）不同，不相比較。"));
    }

    @Test
    void theFirstWaveIsComparedWithNothingAndThePageSaysSo() {
        Results results = analysed(DRAWN, HEAD + wave("114", 60, 100));
        assertTrue(results.table("T3.7").isEmpty());
        SurveyReport report = report(DRAWN, results, Language.ZH_TW);
        assertFalse(report.page().contains("波次趨勢"));
        assertTrue(report.comparisons("", "").contains("目前只有這一個波次的答案"));
    }
}
