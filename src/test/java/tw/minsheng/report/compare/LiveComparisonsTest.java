package tw.minsheng.report.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import tw.minsheng.kernel.Language;
import tw.minsheng.report.Facts;
import tw.minsheng.report.Results;
import tw.minsheng.report.SmallSurvey;
import tw.minsheng.report.SurveyReport;
import tw.minsheng.statistics.Warning;
import tw.minsheng.statistics.battery.Extent;
import tw.minsheng.survey.Survey;

/** The page of comparisons answers three questions in words, and crosses what is asked for. */
class LiveComparisonsTest {

    private static final Survey OPEN = Compared.survey(SmallSurvey.CONVENIENCE);

    private static SurveyReport report(Language language) {
        Results results = Compared.analysed(OPEN, Compared.people(320, .8));
        return SmallSurvey.report(OPEN, Facts.NONE, results, language);
    }

    @Test
    void threeQuestionsAreAnsweredInWords() {
        SurveyReport report = report(Language.ZH_TW);
        String page = report.answers() + report.comparisons("", "");
        for (String question : List.of("和上次相比，有沒有變好？", "誰比較不滿意？", "應該先改善什麼？")) {
            assertTrue(page.contains(question), question);
        }
        assertTrue(page.indexOf("比最滿意的老年（") > page.indexOf("誰比較不滿意？"));
        assertTrue(page.contains("分組，以下 "), page.substring(page.indexOf("誰比較不滿意？"), page.indexOf("應該先改善什麼？")));
        assertTrue(page.contains("老年＞"), "pairs of the most satisfied first");
        assertTrue(page.contains("這個檢定未校正的 p ") && page.contains("項這樣的檢定（Holm 法）"));
        assertFalse(page.contains("沒有題目明確需要優先改善") && page.contains("也重要而滿意度低於平均"), "also, though nothing came before");
        assertTrue(page.contains("本調查為自願填答之非機率樣本"));
        assertTrue(page.contains("怎麼讀"));
        assertTrue(page.contains("href=\"#appendixC\"") && !page.contains(">appendixC"), "tables lead to the help");
        SurveyReport other = report(Language.EN);
        String english = other.answers() + other.comparisons("", "");
        assertTrue(english.contains("Who is less satisfied?"));
    }

    /** Of many answers some are drawn for what compares people: the page says it, and each table of it. */
    @Test
    void aRandomSampleIsSaidOnThePageAndUnderTheTables() {
        Results all = Compared.analysed(OPEN, Compared.people(320, .8));
        String said = "以其中隨機抽出的 20,000 份計算";
        SurveyReport whole = SmallSurvey.report(OPEN, Facts.NONE, all, Language.ZH_TW);
        assertFalse((whole.answers() + whole.comparisons("", "")).contains(said));
        Warning drawn = Warning.of("random_sample", "n", "20000");
        Results some = new Results(
                all.head(),
                all.all().stream()
                        .map(result -> result.key().contains(".p_adj.") ? result.with(List.of(drawn)) : result)
                        .toList(),
                all.tables());
        SurveyReport report = SmallSurvey.report(OPEN, Facts.NONE, some, Language.ZH_TW);
        assertTrue(report.answers().contains(said));
        String page = report.comparisons("", "");
        assertTrue(page.split(said, -1).length > 3, "cross table and tables of differences");
        assertTrue(report.page().contains(said));
    }

    /** The cross table is chosen where it stands: under its heading, behind the answers. */
    @Test
    void theAnswersEndWithTheHeadingOfTheCrossTable() {
        SurveyReport report = report(Language.ZH_TW);
        String answers = report.answers();
        assertTrue(answers.indexOf("id=\"compare-cross\"") > answers.indexOf("應該先改善什麼？"));
        assertFalse(report.comparisons("", "").contains("id=\"compare-cross\""));
    }

    @Test
    void theItemAndTheGroupCanBeChosen() {
        SurveyReport report = report(Language.ZH_TW);
        assertTrue(report.comparisons("", "").contains("依「年齡」分組的整體滿意度"));
        assertTrue(report.comparisons("e1", "sex").contains("依「性別」分組的「整潔」"));
        assertTrue(report.comparisons("e1", "nothing").contains("依「年齡」分組的「整潔」"));
    }

    @Test
    void withoutGroupsThePageSaysWhatIsMissing() {
        Survey plain = SmallSurvey.changed("role: demographic, ", "", SmallSurvey.CONVENIENCE);
        String csv = "e1,e2,e3,c1,c2,all\n" + "5,4,4,3,2,4\n".repeat(20);
        Results results = SmallSurvey.analysed(plain, Facts.NONE, csv, Extent.WHOLE_PAGE);
        String page =
                SmallSurvey.report(plain, Facts.NONE, results, Language.ZH_TW).comparisons("", "");
        assertTrue(page.contains("問卷沒有可分組的基本資料"));
        assertEquals(-1, page.indexOf("差異檢定</h2>"));
    }
}
