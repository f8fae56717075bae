package tw.minsheng.collect;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import tw.minsheng.survey.Answer;
import tw.minsheng.survey.Question;
import tw.minsheng.survey.SurveyPage;

/**
 * One respondent's way through a survey: what is shown to them and which of their answers count. Conditions see only
 * answers that count, and nothing is shown after a choice that ends the survey.
 *
 * @param shown ids of the questions and items that are shown
 * @param answers those that count, in the order of the survey
 * @param screenedOut a choice that ends the survey was made
 * @param parts those that have something to show, in order
 */
public record Walk(
        Questionnaire form, Set<String> shown, Map<String, Answer> answers, boolean screenedOut, List<Part> parts) {

    public Walk {
        shown = Set.copyOf(shown);
        parts = List.copyOf(parts);
        answers = Collections.unmodifiableMap(new LinkedHashMap<>(answers));
    }

    /** @param given answers by id, those of hidden questions among them */
    public static Walk of(Questionnaire form, Map<String, Answer> given) {
        Set<String> shown = new HashSet<>();
        Map<String, Answer> counted = new LinkedHashMap<>();
        boolean ended = false;
        for (SurveyPage page : form.survey().pages()) {
            if (ended || !page.showIf().holds(counted)) {
                continue;
            }
            for (Question question : page.questions()) {
                if (question.head().showIf().holds(counted)) {
                    show(question, given, shown, counted);
                }
            }
            ended = page.questions().stream().anyMatch(question -> ends(question, counted));
        }
        List<Part> parts = form.parts().stream()
                .filter(part -> part.asks().stream().anyMatch(ask -> shows(shown, ask)))
                .toList();
        return new Walk(form, shown, counted, ended, parts);
    }

    private static void show(
            Question question, Map<String, Answer> given, Set<String> shown, Map<String, Answer> counted) {
        shown.add(question.id());
        Stream<String> ids = Stream.of(question.id());
        if (question instanceof Question.Matrix matrix) {
            ids =
                    matrix.items().stream()
                            .filter(item -> item.showIf().holds(counted))
                            .map(Question.Item::id)
                            .toList()
                            .stream();
        } else if (question instanceof Question.Choices choices) {
            ids = Stream.concat(ids, FieldNames.freeTexts(choices));
        }
        ids.forEach(id -> {
            shown.add(id);
            Answer answer = given.get(id);
            if (answer != null) {
                counted.put(id, answer);
            }
        });
    }

    private static boolean ends(Question question, Map<String, Answer> counted) {
        return question instanceof Question.Choices choices
                && counted.get(question.id()) instanceof Answer.Choice chosen
                && choices.choice(chosen.value())
                        .map(Question.Choice::screenout)
                        .orElse(false);
    }

    /** What a part shows: hidden questions and items left out. */
    public List<Ask> asks(Part part) {
        if (part.asks().stream().allMatch(ask -> showsAll(ask))) {
            return part.asks();
        }
        return part.asks().stream()
                .filter(ask -> shows(shown, ask))
                .map(ask -> new Ask(
                        ask.question(),
                        ask.items().stream()
                                .filter(item -> shown.contains(item.id()))
                                .toList()))
                .toList();
    }

    private boolean showsAll(Ask ask) {
        return shown.contains(ask.question().id()) && ask.items().stream().allMatch(item -> shown.contains(item.id()));
    }

    private static boolean shows(Set<String> shown, Ask ask) {
        return shown.contains(ask.question().id())
                && (ask.items().isEmpty() || ask.items().stream().anyMatch(item -> shown.contains(item.id())));
    }
}
