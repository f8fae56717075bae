package tw.minsheng.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import tw.minsheng.kernel.Language;
import tw.minsheng.statistics.Warning;
import tw.minsheng.survey.Survey;

/** A stratum of one answer is named wherever an interval rests on it (ES7). */
class LonelyStrataTest {

    private static final Survey STRATIFIED = SmallSurvey.with(SmallSurvey.STRATIFIED);
    private static final List<Warning> OF_MEN = List.of(Warning.of("lonely_strata", "stratum", "m"));

    /** Answers of women, and of so many men. */
    private static String answers(int men) {
        StringBuilder csv = new StringBuilder();
        int kept = 0;
        for (String line : SmallSurvey.answers(200, 3, "drawn").split("\n", -1)) {
            boolean isMan = line.endsWith(",m");
            kept += isMan ? 1 : 0;
            csv.append(isMan && kept > men ? "" : line + "\n");
        }
        return csv.toString().strip() + "\n";
    }

    @Test
    void resultsThatRestOnItCarryItsName() {
        Results results = SmallSurvey.analysed(STRATIFIED, Facts.NONE, answers(1));
        assertEquals(OF_MEN, results.get("overall.t2b").warnings());
        assertEquals(OF_MEN, results.get("overall.item_mean.se").warnings());
        assertEquals(OF_MEN, results.get("item.e1.item_mean").warnings());
        assertEquals(List.of(), results.get("data.used").warnings());
        assertFalse(results.get("construct.env.alpha_raw").warnings().containsAll(OF_MEN));
    }

    @Test
    void reportAndPageNameItByItsLabel() {
        SurveyReport report = SmallSurvey.report(STRATIFIED, Facts.NONE, answers(1), Language.ZH_TW);
        String words = "分層「男」只有一個可用的樣本";
        assertTrue(report.page().contains(words));
        assertTrue(report.analysis().contains(words));
        assertTrue(new String(report.json(), StandardCharsets.UTF_8).contains("\"lonely_strata\""));
        assertTrue(SmallSurvey.report(STRATIFIED, Facts.NONE, answers(1), Language.EN)
                .page()
                .contains("only one usable unit (one answer, or one unit drawn): "));
    }

    @Test
    void twoAnswersAreNotAlone() {
        Results results = SmallSurvey.analysed(STRATIFIED, Facts.NONE, answers(2));
        assertEquals(List.of(), results.get("overall.t2b").warnings());
        assertFalse(SmallSurvey.report(STRATIFIED, Facts.NONE, results, Language.ZH_TW)
                .page()
                .contains("只有一個可用的樣本"));
    }
}
