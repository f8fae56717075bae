package tw.minsheng.survey.file;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tw.minsheng.kernel.Language;
import tw.minsheng.survey.SamplingPlan;
import tw.minsheng.survey.Survey;
import tw.minsheng.survey.file.lint.Finding;
import tw.minsheng.survey.file.lint.Rule;

class ShippedSurveysTest {

    private static final Path SURVEYS = Path.of("surveys");

    static List<SurveyFolder> surveys() {
        return SurveyFolder.all(SURVEYS);
    }

    @ParameterizedTest
    @MethodSource("surveys")
    void shippedSurveyHasNoErrors(SurveyFolder folder) {
        CheckedSurvey checked = CheckedSurvey.of(folder);
        assertEquals(
                List.of(),
                checked.findings().stream()
                        .filter(finding -> finding.level() == Rule.Level.ERROR)
                        .map(finding -> finding.message(Language.ZH_TW))
                        .toList());
    }

    @Test
    void counterSurveyHasNothingToSayAbout() {
        CheckedSurvey checked = CheckedSurvey.of(SurveyFolder.at(SURVEYS.resolve("kcg-pwb/counter")));
        assertEquals(
                List.of(), checked.findings().stream().map(Finding::toString).toList());
    }

    @Test
    void counterSurveyIsWhatItsFileSays() {
        Survey survey = CheckedSurvey.of(SurveyFolder.at(SURVEYS.resolve("kcg-pwb/counter")))
                .survey();
        assertEquals("kcg-pwb-counter", survey.id());
        assertEquals(48_210, survey.sampling().frame().size());
        assertEquals(48_210, survey.sampling().strata().targets().total());
        assertEquals(SamplingPlan.Design.ONSITE, survey.sampling().design());
        assertEquals(new SamplingPlan.Onsite(3, 40, 30, 2), survey.sampling().onsite());
        assertEquals(2, survey.weighting().margins().size());
        assertEquals(48_210, survey.weighting().margins().get(1).population().total());
        assertEquals(
                List.of("env", "courtesy", "expertise"),
                survey.constructs().stream().map(c -> c.id()).toList());
        assertEquals(24, survey.variables().size());
        assertEquals("env_wait in [1, 2]", survey.pages().get(2).showIf().source());
    }
}
