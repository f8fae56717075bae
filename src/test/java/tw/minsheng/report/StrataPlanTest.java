package tw.minsheng.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tw.minsheng.kernel.Language;
import tw.minsheng.survey.Survey;

/** T2.1: what the survey file plans for each stratum, what was drawn by another allocation, and what was reached. */
class StrataPlanTest {

    private static final Survey SURVEY = SmallSurvey.with(SmallSurvey.STRATIFIED);
    private static final String ANSWERS = SmallSurvey.answers(120, 7, "drawn");
    private static final Facts DRAWN = Facts.NONE.with(new Facts.Drawn("equal", Map.of("f", 100L, "m", 100L)));

    private static List<Long> column(ResultTable table, String name) {
        return IntStream.range(0, table.rows().size())
                .mapToObj(row -> table.count(row, name))
                .toList();
    }

    /** 96 answers for ten points, 60 : 40; half of those asked answer. */
    @Test
    void planAndDrawStandBesideEachOther() {
        ResultTable table =
                SmallSurvey.analysed(SURVEY, DRAWN, ANSWERS).table("T2.1").orElseThrow();
        assertEquals(List.of(58L, 38L), column(table, "planned"));
        assertEquals(List.of(116L, 76L), column(table, "to_draw"));
        assertEquals(List.of(100L, 100L), column(table, "drawn"));
        assertEquals(
                120,
                column(table, "finished").stream().mapToLong(Long::longValue).sum());
    }

    @Test
    void eachColumnSaysWhatItIsAndTheNoteByWhichAllocation() {
        String chinese =
                SmallSurvey.report(SURVEY, DRAWN, ANSWERS, Language.ZH_TW).page();
        for (String words : List.of("規劃完成份數", "規劃抽出人數", "實際抽出人數", "按比例配置分給各層", "實際抽樣按等額配置")) {
            assertTrue(chinese.contains(words), words);
        }
        assertFalse(chinese.contains("未提供各層抽出數"));
        String english = SmallSurvey.report(SURVEY, DRAWN, ANSWERS, Language.EN).page();
        for (String words :
                List.of("Planned answers", "Planned to draw", "Drawn", "the draw itself used equal allocation")) {
            assertTrue(english.contains(words), words);
        }
    }

    @Test
    void withoutADrawNothingIsSaidOfOne() {
        ResultTable table =
                SmallSurvey.analysed(SURVEY, Facts.NONE, ANSWERS).table("T2.1").orElseThrow();
        assertFalse(table.columns().contains("to_draw") || table.columns().contains("drawn"));
        assertTrue(SmallSurvey.report(SURVEY, Facts.NONE, ANSWERS, Language.ZH_TW)
                .page()
                .contains("未提供各層抽出數"));
    }
}
