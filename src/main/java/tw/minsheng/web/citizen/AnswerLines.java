package tw.minsheng.web.citizen;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import tw.minsheng.collect.FieldNames;
import tw.minsheng.survey.Answer;
import tw.minsheng.survey.Question;
import tw.minsheng.survey.Scale;
import tw.minsheng.survey.Survey;

/** Says an answer in words, for the check page. */
final class AnswerLines implements Question.Cases<List<String>> {

    private final Words words;
    private final Survey survey;
    private final Map<String, Answer> answers;
    private final String id;

    private AnswerLines(Words words, Survey survey, Map<String, Answer> answers, String id) {
        this.words = words;
        this.survey = survey;
        this.answers = answers;
        this.id = id;
    }

    /** @param id of the question or item; no line when it is not answered */
    static List<String> of(Words words, Survey survey, Question question, String id, Map<String, Answer> answers) {
        return question.as(new AnswerLines(words, survey, answers, id));
    }

    private Optional<Answer> answer() {
        return Optional.ofNullable(answers.get(id));
    }

    @Override
    public List<String> matrix(Question.Matrix matrix) {
        return onScale(survey.scale(matrix.scale()));
    }

    @Override
    public List<String> scale(Question.Single single) {
        return onScale(survey.scale(single.scale()));
    }

    private List<String> onScale(Scale scale) {
        return answer().stream()
                .map(given -> given instanceof Answer.Missing missing
                        ? scale.missingCode(missing.code())
                                .map(code -> words.text(code.label()))
                                .orElse(missing.code())
                        : pointLabel(scale, given))
                .toList();
    }

    private String pointLabel(Scale scale, Answer given) {
        String value = String.valueOf(given.plain());
        return scale.points().stream()
                .filter(point -> Integer.toString(point.value()).equals(value))
                .map(point -> words.text(point.label()))
                .filter(label -> !label.isEmpty())
                .findFirst()
                .orElse(value);
    }

    @Override
    public List<String> choices(Question.Choices choices) {
        List<String> lines = new ArrayList<>();
        answer().ifPresent(given -> {
            if (given instanceof Answer.Choices several && choices.kind() == Question.ChoiceKind.RANK) {
                IntStream.range(0, several.values().size())
                        .mapToObj(i ->
                                (i + 1) + ". " + label(choices, several.values().get(i)))
                        .forEach(lines::add);
            } else if (given instanceof Answer.Choices several) {
                several.values().forEach(value -> lines.add(label(choices, value)));
            } else if (given instanceof Answer.Choice one) {
                lines.add(label(choices, one.value()));
            } else if (given instanceof Answer.Missing missing) {
                lines.add(label(choices, missing.code()));
            }
        });
        choices.choices().stream()
                .filter(Question.Choice::freeText)
                .forEach(choice -> freeText(choices, choice).ifPresent(lines::add));
        return lines;
    }

    private Optional<String> freeText(Question.Choices choices, Question.Choice choice) {
        return answers.get(FieldNames.freeText(choices.id(), choice.value())) instanceof Answer.Text text
                ? Optional.of(
                        words.say("check.free", Map.of("choice", words.text(choice.label()), "text", text.text())))
                : Optional.empty();
    }

    private String label(Question.Choices choices, String value) {
        return choices.choice(value).map(choice -> words.text(choice.label())).orElse(value);
    }

    @Override
    public List<String> number(Question.Numeric numeric) {
        return answer().map(Answer::plain).map(String::valueOf).stream().toList();
    }

    @Override
    public List<String> text(Question.OpenText text) {
        return answer().stream()
                .flatMap(given -> String.valueOf(given.plain()).lines())
                .toList();
    }

    @Override
    public List<String> day(Question.Day day) {
        return answer().stream()
                .map(given -> given instanceof Answer.Day date ? words.date(date.day()) : "")
                .toList();
    }

    @Override
    public List<String> note(Question.Note note) {
        return List.of();
    }
}
