package tw.minsheng.survey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tw.minsheng.survey.file.CheckedSurvey;
import tw.minsheng.survey.file.SurveyFolder;
import tw.minsheng.survey.file.SurveyVersion;

class OverallItemTest {

    private static final SurveyVersion COUNTER = CheckedSurvey.of(SurveyFolder.at(Path.of("surveys/kcg-pwb/counter")))
            .version();

    private static Survey withOverall(String id) {
        String json = COUNTER.json().replace("\"overall\":\"overall_sat\"", "\"overall\":\"" + id + "\"");
        return SurveyVersion.read(json, COUNTER.files()).survey();
    }

    @Test
    void surveyWithoutOneHasNone() {
        assertEquals(Optional.empty(), withOverall("").overallItem());
    }

    @Test
    void questionOnAScaleIsFound() {
        assertEquals(Optional.of("overall_sat"), COUNTER.survey().overallItem().map(Variable::id));
    }

    /** The resident survey of Kansas City asks for it as the first item of a matrix. */
    @Test
    void itemOfAMatrixIsFound() {
        Survey survey = withOverall("env_clean");
        assertTrue(survey.question("env_clean").isEmpty(), "no question of its own");
        assertEquals(Optional.of("env_clean"), survey.overallItem().map(Variable::id));
    }
}
