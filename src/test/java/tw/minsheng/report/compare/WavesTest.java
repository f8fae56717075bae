package tw.minsheng.report.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
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
import tw.minsheng.report.wording.Printed;
import tw.minsheng.statistics.Reason;
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
        return analysed(survey, csv, wave -> OptionalInt.empty());
    }

    private static Results analysed(Survey survey, String csv, Function<String, OptionalInt> major) {
        Layout layout = Layout.of(survey);
        Parts parts = Parts.of(layout);
        new AnswerFile("a.csv", layout, AnswerMapping.NONE, "114")
                .read(
                        new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)),
                        CsvLimits.DEFAULT,
                        row -> parts.add(row.of(major.apply(row.origin().wave()))),
                        row -> parts.addOther(row.of(major.apply(row.origin().wave()))));
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
        assertTrue(page.contains("檢定把各波次當作彼此獨立的樣本：答案不帶受訪者的身分"), "why the waves are not paired");
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

    /** A wave of one day. */
    private static String dated(String code, String day, int satisfied, int people) {
        return wave(code, satisfied, people).replaceAll("(?m)^" + code + ",", code + "," + day + ",");
    }

    private static final String DATED = HEAD.replace("_wave,", "_wave,_date,");

    private static final String THREE = DATED
            + dated("112", "2023-05-10", 80, 200)
            + dated("113", "2024-11-20", 84, 200)
            + dated("114", "2025-05-14", 120, 200);

    @Test
    void drawnWavesStandOnTheirDaysWithABand() {
        Results results = analysed(DRAWN, THREE);
        ResultTable table = results.table("T3.7").orElseThrow();
        assertEquals("2024-11-20", table.text(row(table, "overall.t2b", "113"), "day"));
        String page = report(DRAWN, results, Language.ZH_TW).page();
        assertTrue(page.contains("滿意比率；色帶與直線為 95% 信賴區間"), "the figure says what its band is");
        assertTrue(page.contains("113/11/20") && page.contains("圖中各波次位於半數答案已收到之日。"));
        assertTrue(page.contains("#cfe4f0"), "the band");
        int middle = row(table, "overall.t2b", "113");
        String interval = Printed.percentNumber(table.number(middle, "lower")) + "–"
                + Printed.percentNumber(table.number(middle, "upper"));
        assertEquals(3, page.split(">" + interval + "<", -1).length, "in the data of the figure and in the table");
    }

    /** Two weeks of two years are no distance: names and values would cover each other. */
    @Test
    void wavesThatLieTooCloseStandInTheirOrder() {
        String close = DATED
                + dated("112", "2023-05-10", 80, 200)
                + dated("113", "2025-04-30", 84, 200)
                + dated("114", "2025-05-14", 120, 200);
        String page = report(DRAWN, analysed(DRAWN, close), Language.ZH_TW).page();
        assertTrue(page.contains("間隔不代表時間長短；各波次的日期見圖的資料"));
        assertTrue(page.contains(">波次 113</text>") && page.contains(">波次 114</text>"), "each wave has its name");
        String same = close.replace("2025-04-30", "2025-05-14").replace("2023-05-10", "2025-05-14");
        assertTrue(report(DRAWN, analysed(DRAWN, same), Language.ZH_TW).page().contains("間隔不代表時間長短；各波次的日期見圖的資料"));
    }

    /** Open answers have neither band nor interval, and the figure says of whom it tells. */
    @Test
    void openWavesHaveNoBand() {
        String page = report(OPEN, analysed(OPEN, THREE), Language.ZH_TW).page();
        String section = page.substring(page.indexOf("id=\"s3.7\""));
        String drawn =
                section.substring(0, section.indexOf("id=\"s3.", 10) > 0 ? section.indexOf("id=\"s3.", 10) : 20_000);
        assertTrue(drawn.contains("滿意比率；自願填答，無區間"), drawn);
        assertFalse(drawn.contains("#cfe4f0"));
        assertFalse(drawn.contains("信賴區間"));
    }

    /** Across a major version nothing is compared, and the line has a gap that says why. */
    @Test
    void aMajorVersionBreaksTheTrend() {
        Results results = analysed(DRAWN, THREE, wave -> OptionalInt.of(wave.equals("114") ? 2 : 1));
        ResultTable table = results.table("T3.7").orElseThrow();
        int now = row(table, "overall.t2b", "114");
        assertEquals("version", table.text(now, "break"));
        assertEquals("no", table.text(now, "comparable"));
        assertEquals("", table.text(row(table, "overall.t2b", "113"), "break"));
        assertEquals(
                Reason.NOT_COMPARABLE, results.get("overall.t2b.diff").reason().orElseThrow());
        String page = report(DRAWN, results, Language.ZH_TW).page();
        assertTrue(page.contains("「整體滿意比率」：前一波次（113）之後問卷有重大改版，不相比較。"), page);
        assertTrue(page.contains(">問卷重大改版</text>"), "the gap says why");
        assertTrue(page.contains("重大改版，不比較"));
    }

    /** Another way of answering is compared and said. */
    @Test
    void anotherModeBreaksTheLineOnly() {
        String csv = (HEAD + wave("113", 80, 200) + wave("114", 120, 200))
                .replaceAll("(?m)^_wave", "_mode,_wave")
                .replaceAll("(?m)^113", "phone,113")
                .replaceAll("(?m)^114", "web,114");
        Results results = analysed(DRAWN, csv);
        ResultTable table = results.table("T3.7").orElseThrow();
        assertEquals("mode", table.text(row(table, "overall.t2b", "114"), "break"));
        assertTrue(results.get("overall.t2b.diff.p").reason().isEmpty());
        String page = report(DRAWN, results, Language.ZH_TW).page();
        assertTrue(page.contains("多數人改以另一種方式填答"));
        assertTrue(page.contains("答案未全部記載填答日期"), "without days there is no axis of time");
    }

    @Test
    void theFirstWaveIsComparedWithNothingAndThePageSaysSo() {
        Results results = analysed(DRAWN, HEAD + wave("114", 60, 100));
        assertTrue(results.table("T3.7").isEmpty());
        SurveyReport report = report(DRAWN, results, Language.ZH_TW);
        assertFalse(report.page().contains("波次趨勢"));
        assertTrue(report.answers().contains("目前只有這一個波次的答案"));
    }
}
