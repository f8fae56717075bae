package tw.minsheng.collect;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tw.minsheng.kernel.Fault;
import tw.minsheng.survey.Answer;
import tw.minsheng.survey.Question;
import tw.minsheng.survey.Question.Choice;

/** Whether one answer is allowed by its question; the same for forms and the API. */
final class Rules implements Question.Cases<List<Fault>> {

    /** Characters of the free text of a choice. */
    static final int FREE_TEXT = 200;

    private final Questionnaire form;
    private final String id;
    private final Answer answer;

    private Rules(Questionnaire form, String id, Answer answer) {
        this.form = form;
        this.id = id;
        this.answer = answer;
    }

    static List<Fault> check(Questionnaire form, Map<String, Answer> answers) {
        List<Fault> faults = new ArrayList<>();
        answers.forEach((id, answer) -> faults.addAll(check(form, id, answer)));
        return faults;
    }

    private static List<Fault> check(Questionnaire form, String id, Answer answer) {
        Optional<Place> place = Place.find(form, id);
        if (place.isEmpty()) {
            return List.of(Fault.of(id, "answer.unknown_field"));
        }
        if (place.get().isFreeText()) {
            return tooLong(id, answer, FREE_TEXT);
        }
        return place.get().question().as(new Rules(form, id, answer));
    }

    @Override
    public List<Fault> matrix(Question.Matrix matrix) {
        return onScale(matrix.scale());
    }

    @Override
    public List<Fault> scale(Question.Single single) {
        return onScale(single.scale());
    }

    private List<Fault> onScale(String scale) {
        return AnswerJson.isKnown(form.survey().scale(scale), answer) ? List.of() : unknownValue();
    }

    private List<Fault> unknownValue() {
        return List.of(Fault.of(id, "answer.unknown_value"));
    }

    @Override
    public List<Fault> choices(Question.Choices choices) {
        if (answer instanceof Answer.Missing missing) {
            return choices.choice(missing.code()).filter(Choice::missing).isPresent() ? List.of() : unknownValue();
        }
        if (answer instanceof Answer.Choice one && choices.kind() == Question.ChoiceKind.SINGLE) {
            return choices.choice(one.value())
                            .filter(choice -> !choice.missing())
                            .isPresent()
                    ? List.of()
                    : unknownValue();
        }
        if (answer instanceof Answer.Choices several && choices.kind() == Question.ChoiceKind.RANK) {
            return ranking(choices, several.values());
        }
        return answer instanceof Answer.Choices several && choices.kind() == Question.ChoiceKind.MULTIPLE
                ? several(choices, several.values())
                : unknownValue();
    }

    private List<Fault> several(Question.Choices choices, List<String> values) {
        if (!values.stream().allMatch(value -> choices.choice(value).isPresent())) {
            return unknownValue();
        }
        if (values.size() < 2) {
            return List.of();
        }
        return values.stream()
                .flatMap(value -> choices.choice(value).stream())
                .filter(choice -> choice.exclusive() || choice.missing())
                .findFirst()
                .map(choice -> List.of(new Fault(id, "answer.exclusive", Map.of("choice", choice.value()))))
                .orElse(List.of());
    }

    private List<Fault> ranking(Question.Choices choices, List<String> values) {
        List<String> all = choices.choices().stream()
                .filter(choice -> !choice.missing())
                .map(Choice::value)
                .toList();
        if (!all.containsAll(values)) {
            return unknownValue();
        }
        return new HashSet<>(values).size() == all.size() && values.size() == all.size()
                ? List.of()
                : List.of(Fault.of(id, "answer.rank_incomplete"));
    }

    @Override
    public List<Fault> number(Question.Numeric numeric) {
        if (!(answer instanceof Answer.Quantity quantity)) {
            return unknownValue();
        }
        BigDecimal value = quantity.value();
        boolean inside = value.compareTo(numeric.min()) >= 0 && value.compareTo(numeric.max()) <= 0;
        return inside ? List.of() : List.of(new Fault(id, "answer.number", limits(numeric)));
    }

    /** A number that cannot be read gets the same words as one outside the limits. */
    static Fault outside(Question.Numeric numeric) {
        return new Fault(numeric.id(), "answer.number", limits(numeric));
    }

    private static Map<String, String> limits(Question.Numeric numeric) {
        return Map.of("min", numeric.min().toPlainString(), "max", numeric.max().toPlainString());
    }

    @Override
    public List<Fault> text(Question.OpenText text) {
        return tooLong(id, answer, text.maxLength());
    }

    private static List<Fault> tooLong(String id, Answer answer, int most) {
        if (!(answer instanceof Answer.Text text)) {
            return List.of(Fault.of(id, "answer.unknown_value"));
        }
        int length = PlainText.length(text.text());
        return length <= most
                ? List.of()
                : List.of(new Fault(
                        id, "answer.too_long", Map.of("max", Integer.toString(most), "n", Integer.toString(length))));
    }

    @Override
    public List<Fault> day(Question.Day day) {
        if (!(answer instanceof Answer.Day given)) {
            return unknownValue();
        }
        LocalDate date = given.day();
        return date.isBefore(day.min()) || date.isAfter(day.max())
                ? List.of(new Fault(
                        id,
                        "answer.date_range",
                        Map.of("min", day.min().toString(), "max", day.max().toString())))
                : List.of();
    }

    @Override
    public List<Fault> note(Question.Note note) {
        return unknownValue();
    }
}
