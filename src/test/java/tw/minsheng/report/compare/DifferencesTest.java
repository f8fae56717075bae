package tw.minsheng.report.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tw.minsheng.kernel.Language;
import tw.minsheng.report.Facts;
import tw.minsheng.report.ResultTable;
import tw.minsheng.report.Results;
import tw.minsheng.report.SmallSurvey;
import tw.minsheng.report.wording.Printed;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.cases.MultipleTesting;
import tw.minsheng.statistics.compare.Group;
import tw.minsheng.statistics.compare.OneWay;
import tw.minsheng.statistics.compare.pairwise.PostHoc;
import tw.minsheng.survey.Survey;

/** 差異檢定: the numbers are those of the statistics, and page, table and results say the same. */
class DifferencesTest {

    private static final List<Compared.Person> PEOPLE = Compared.people(320, .8);
    private static final Survey OPEN = Compared.survey(SmallSurvey.CONVENIENCE);

    /** Made when the first test asks. */
    private static final class Once {
        static final Results RESULTS = Compared.analysed(OPEN, PEOPLE);
    }

    private static String page(Survey survey, Results results, Language language) {
        return SmallSurvey.report(survey, Facts.NONE, results, language).page();
    }

    private static int row(ResultTable table, String object, String variable) {
        return IntStream.range(0, table.rows().size())
                .filter(row -> table.text(row, "object").equals(object)
                        && table.text(row, "variable").equals(variable))
                .findFirst()
                .orElseThrow();
    }

    /** Means of people who were drawn have their interval in table and bars; those of people who chose to answer have neither. */
    @Test
    void drawnMeansHaveIntervalsAndFewGroupsBars() {
        Survey drawn = Compared.survey(SmallSurvey.SRS);
        Results results = Compared.analysed(drawn, PEOPLE);
        ResultTable means = results.table("T4.7.means").orElseThrow();
        for (int each = 0; each < means.rows().size(); each++) {
            assertTrue(means.number(each, "lower") < means.number(each, "mean"));
            assertTrue(means.number(each, "mean") < means.number(each, "upper"));
        }
        String page = page(drawn, results, Language.ZH_TW);
        assertTrue(page.contains("「年齡」各組的分數") && page.contains("「年齡」各組平均的信賴區間"));
        assertTrue(page.contains("0–100 分；線段為 95% 信賴區間。資料來源"), "the note says what the lines are");
        ResultTable open = Once.RESULTS.table("T4.7.means").orElseThrow();
        assertTrue(IntStream.range(0, open.rows().size())
                .noneMatch(each -> open.entry(each, "lower").asNumber().isPresent()));
        String other = page(OPEN, Once.RESULTS, Language.ZH_TW);
        assertFalse(other.contains("「年齡」各組的分數") || other.contains("各組平均的信賴區間"));
    }

    /** A share that is hidden has no interval, and no bar tells it. */
    @Test
    void hiddenSharesHaveNoInterval() {
        Survey drawn = Compared.survey(SmallSurvey.SRS);
        ResultTable shares = Compared.analysed(drawn, Compared.people(130, 3))
                .table("T3.5.satisfied")
                .orElseThrow();
        List<Integer> hidden = IntStream.range(0, shares.rows().size())
                .filter(each -> shares.entry(each, "satisfied").reason().isPresent())
                .boxed()
                .toList();
        assertFalse(hidden.isEmpty());
        hidden.forEach(
                each -> assertFalse(shares.entry(each, "lower").asNumber().isPresent()));
    }

    @Test
    void plainRowsAreTestedByWelchAndThePairsByGamesAndHowell() {
        List<double[]> arrays = List.of("young", "mid", "old").stream()
                .map(age -> Compared.scores(PEOPLE, 0, 3, age))
                .toList();
        List<Group> groups = arrays.stream().map(Group::of).toList();
        OneWay welch = OneWay.welch(groups);
        Results results = Once.RESULTS;
        assertEquals(welch.f().number(), results.get("construct.env.f.age").number(), 1e-9);
        assertEquals(welch.df2().number(), results.get("construct.env.ddf.age").number(), 1e-9);
        assertEquals(
                welch.p().number(), results.get("construct.env.p_value.age").number(), 1e-12);
        OneWay.Variance spread = OneWay.anova(groups);
        assertEquals(
                spread.eta2().number(), results.get("construct.env.eta2.age").number(), 1e-12);
        assertEquals(
                spread.omega2().number(),
                results.get("construct.env.omega2.age").number(),
                1e-12);
        assertEquals(
                OneWay.brownForsythe(arrays).p().number(),
                results.get("construct.env.levene_p.age").number(),
                1e-12);
        ResultTable pairs = results.table("T4.7.pairs").orElseThrow();
        var gamesHowell = PostHoc.GAMES_HOWELL.of(groups, .95);
        var scheffe = PostHoc.SCHEFFE.of(groups, .95);
        for (int pair = 0; pair < 3; pair++) {
            assertEquals("construct.env", pairs.text(pair, "object"));
            assertEquals(gamesHowell.get(pair).p().number(), pairs.number(pair, "p_games_howell"), 1e-9);
            assertEquals(scheffe.get(pair).p().number(), pairs.number(pair, "p_scheffe"), 1e-9);
        }
    }

    @Test
    void everyTestCountsInTheAdjustment() {
        ResultTable table = Once.RESULTS.table("T4.7").orElseThrow();
        assertEquals(6, table.rows().size(), "two constructs and the overall item by age and by sex");
        double[] p =
                IntStream.range(0, 6).mapToDouble(row -> table.number(row, "p")).toArray();
        double[] adjusted = MultipleTesting.HOLM.adjusted(p);
        for (int row = 0; row < 6; row++) {
            assertEquals(adjusted[row], table.number(row, "p_adj"), 1e-15);
            String key = table.text(row, "object") + ".p_adj." + table.text(row, "variable");
            assertEquals(adjusted[row], Once.RESULTS.get(key).number(), key);
        }
    }

    @Test
    void pageSaysWhatTheTableSaysAndOnlyOfThoseWhoAnswered() {
        ResultTable table = Once.RESULTS.table("T4.7").orElseThrow();
        int row = row(table, "overall", "age");
        String page = page(OPEN, Once.RESULTS, Language.ZH_TW);
        assertTrue(page.contains("差異檢定"));
        assertTrue(page.contains("僅描述填答者之間的差異"));
        assertTrue(page.contains("「整體滿意度」老年最高"), "the difference that there is");
        assertTrue(page.contains("老年＞青年") && page.contains("老年＞中年"));
        assertTrue(page.contains(Printed.fixed(table.number(row, "statistic"), 2)));
        assertTrue(page.contains("「性別」：各項分數均無顯著差異"));
        String part = page.substring(page.indexOf("id=\"s4.4\""), page.indexOf("第五章", page.indexOf("id=\"s4.4\"")));
        for (String word : List.of("抽樣誤差", "信心水準", "誤差範圍", "±")) {
            assertFalse(part.replace("無法計算抽樣誤差", "").contains(word), word);
        }
        String english = page(OPEN, Once.RESULTS, Language.EN);
        assertTrue(english.contains("is highest for Old"));
    }

    @Test
    void groupWithTooFewPeopleIsLeftOutAndNamed() {
        ResultTable table = Once.RESULTS.table("T4.7").orElseThrow();
        assertEquals("few", table.text(row(table, "overall", "age"), "left_out"));
        assertEquals(3, table.count(row(table, "overall", "age"), "groups"));
        ResultTable means = Once.RESULTS.table("T4.7.means").orElseThrow();
        assertTrue(IntStream.range(0, means.rows().size())
                .noneMatch(each -> means.text(each, "code").equals("few")));
        assertTrue(page(OPEN, Once.RESULTS, Language.ZH_TW).contains("人數太少，未列入檢定：少數"));
    }

    @Test
    void withoutAnyDifferenceThePageSaysSo() {
        List<Compared.Person> alike = Compared.people(200, 0);
        Results results = Compared.analysed(OPEN, alike);
        String page = page(OPEN, results, Language.ZH_TW);
        assertTrue(page.contains("6 項檢定均無顯著差異；這表示本次資料未能顯示差異，不表示各組相同。"), page);
    }

    @Test
    void inACensusNothingIsTested() {
        Survey census = Compared.survey(SmallSurvey.CENSUS);
        Results results = Compared.analysed(census, Compared.people(200, .8));
        assertEquals(
                Optional.of(Reason.CENSUS), results.get("overall.p_value.age").reason());
        assertTrue(page(census, results, Language.ZH_TW).contains("未檢定：全體均受邀填答"));
    }
}
