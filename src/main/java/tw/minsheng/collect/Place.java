package tw.minsheng.collect;

import java.util.Optional;
import tw.minsheng.survey.Question;

/**
 * Where an answer id belongs.
 *
 * @param shownWith the question or item whose visibility decides
 * @param freeTextOf value of the choice whose free text this is, "" for an answer proper
 */
record Place(Question question, String shownWith, String freeTextOf) {

    boolean isFreeText() {
        return !freeTextOf.isEmpty();
    }

    static Optional<Place> find(Questionnaire form, String id) {
        Questionnaire.MatrixItem item = form.items().get(id);
        if (item != null) {
            return Optional.of(new Place(item.matrix(), id, ""));
        }
        Question question = form.questions().get(id);
        if (question != null) {
            boolean answerable = !(question instanceof Question.Matrix) && !(question instanceof Question.Note);
            return answerable ? Optional.of(new Place(question, id, "")) : Optional.empty();
        }
        return freeText(form, id);
    }

    private static Optional<Place> freeText(Questionnaire form, String id) {
        int cut = id.indexOf("__");
        if (cut < 0 || !(form.questions().get(id.substring(0, cut)) instanceof Question.Choices choices)) {
            return Optional.empty();
        }
        return choices.choices().stream()
                .filter(Question.Choice::freeText)
                .filter(choice ->
                        FieldNames.freeText(choices.id(), choice.value()).equals(id))
                .findFirst()
                .map(choice -> new Place(choices, choices.id(), choice.value()));
    }
}
