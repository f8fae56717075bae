package tw.minsheng.web.citizen;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import tw.minsheng.collect.Ask;
import tw.minsheng.collect.Part;
import tw.minsheng.collect.Visit;
import tw.minsheng.collect.Walk;
import tw.minsheng.survey.Question;
import tw.minsheng.survey.Survey;
import tw.minsheng.survey.SurveyPage;

/** Lists all answers with a way to change each. */
final class CheckMaker {

    private final Words words;
    private final Visit visit;
    private final Function<Part, String> change;

    /** @param change address at which a part is changed */
    CheckMaker(Words words, Visit visit, Function<Part, String> change) {
        this.words = words;
        this.visit = visit;
        this.change = change;
    }

    List<Pages.Group> groups() {
        return visit.form().survey().pages().stream()
                .map(page -> new Pages.Group(words.text(page.title()), given(page)))
                .filter(group -> !group.answers().isEmpty())
                .toList();
    }

    private List<Pages.Given> given(SurveyPage page) {
        Walk walk = visit.filled().walk();
        return walk.parts().stream()
                .filter(part -> part.page().id().equals(page.id()))
                .flatMap(part -> walk.asks(part).stream().flatMap(ask -> given(part, ask)))
                .toList();
    }

    private Stream<Pages.Given> given(Part part, Ask ask) {
        Question question = ask.question();
        if (question instanceof Question.Note) {
            return Stream.empty();
        }
        return question instanceof Question.Matrix
                ? ask.items().stream().map(item -> line(part, question, item.id(), words.text(item.text())))
                : Stream.of(line(
                        part,
                        question,
                        question.id(),
                        words.text(question.head().text())));
    }

    private Pages.Given line(Part part, Question question, String id, String label) {
        Survey survey = visit.form().survey();
        List<String> lines = AnswerLines.of(
                words, survey, question, id, visit.filled().walk().answers());
        return new Pages.Given(label, lines, change.apply(part) + "#f-" + id);
    }
}
