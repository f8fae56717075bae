package tw.minsheng.survey;

import java.util.List;
import tw.minsheng.kernel.LocalizedText;

/** One topic, saved at once; shown only when its condition holds. */
public record SurveyPage(String id, LocalizedText title, Condition showIf, List<Question> questions) {

    public SurveyPage {
        questions = List.copyOf(questions);
    }
}
