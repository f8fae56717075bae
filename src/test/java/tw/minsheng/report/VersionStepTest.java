package tw.minsheng.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tw.minsheng.survey.Version;
import tw.minsheng.survey.file.CheckedSurvey;
import tw.minsheng.survey.file.SurveyFolder;
import tw.minsheng.survey.file.definition.ChangeClass;

class VersionStepTest {

    private static final String FIRST = CheckedSurvey.of(SurveyFolder.at(Path.of("surveys/kcg-pwb/counter")))
            .version()
            .json()
            .replaceFirst("\"version\":\"[0-9.]+\"", "\"version\":\"1.0.0\"");

    private static String version(String number, String... replaced) {
        String json = FIRST.replace("\"version\":\"1.0.0\"", "\"version\":\"" + number + "\"");
        for (int i = 0; i < replaced.length; i += 2) {
            assertTrue(json.contains(replaced[i]), replaced[i]);
            json = json.replace(replaced[i], replaced[i + 1]);
        }
        return json;
    }

    @Test
    void oneVersionHasNoStep() {
        assertEquals(List.of(), VersionStep.between(List.of(FIRST), Map.of()));
    }

    @Test
    void newWordsUnderANewMajorVersionBreakTheTrend() {
        VersionStep step = VersionStep.between(List.of(FIRST, version("2.0.0", "環境整潔", "環境美觀")), Map.of())
                .get(0);
        assertEquals(ChangeClass.MAJOR, step.changeClass());
        assertEquals(Map.of(), step.sameMeaning());
        assertEquals(
                List.of("env_clean"),
                step.changes().stream().map(change -> change.id()).toList());
    }

    /** Publishing refuses such a version unless someone said that the words mean the same. */
    @Test
    void newWordsUnderASmallerStepWereDeclaredToMeanTheSame() {
        VersionStep step = VersionStep.between(List.of(FIRST, version("1.0.1", "環境整潔", "環境清潔")), Map.of())
                .get(0);
        assertEquals(ChangeClass.PATCH, step.changeClass());
        assertTrue(step.sameMeaning().containsKey("env_clean"));
    }

    @Test
    void reasonIsKeptWhereItIsKnown() {
        Version to = Version.parse("1.0.1");
        VersionStep step = VersionStep.between(
                        List.of(FIRST, version("1.0.1", "環境整潔", "環境清潔")), Map.of(to, Map.of("env_clean", "同義詞（秘書室）")))
                .get(0);
        assertEquals("同義詞（秘書室）", step.sameMeaning().get("env_clean"));
    }

    @Test
    void everyStepIsComparedWithTheVersionBefore() {
        List<VersionStep> steps = VersionStep.between(
                List.of(
                        FIRST,
                        version("1.1.0", "\"limit\":120", "\"limit\":130"),
                        version("1.2.0", "\"limit\":120", "\"limit\":140")),
                Map.of());
        assertEquals(2, steps.size());
        assertEquals("1.1.0", steps.get(1).from().toString());
        assertEquals(ChangeClass.MINOR, steps.get(1).changeClass());
        assertFalse(steps.get(1).changes().isEmpty());
    }
}
