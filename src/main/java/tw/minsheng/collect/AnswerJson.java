package tw.minsheng.collect;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tw.minsheng.kernel.Fault;
import tw.minsheng.survey.Answer;
import tw.minsheng.survey.Question;
import tw.minsheng.survey.Scale;

/**
 * Answers as JSON: {@code {"env_clean": 4, "d_sex": "f", "q_why": ["other"], "q_why__other_text": "…",
 * "env_signs": {"missing": "dk"}}}. This is what is stored and what the API takes. Works on the plain values of any JSON
 * library: maps, lists, strings, numbers.
 */
public final class AnswerJson {

    private AnswerJson() {}

    public static Map<String, Object> write(Map<String, Answer> answers) {
        Map<String, Object> tree = new LinkedHashMap<>();
        answers.forEach((id, answer) -> tree.put(id, answer.plain()));
        return tree;
    }

    /** Reads answers that were stored under the same version; what the version does not know is left out. */
    public static Map<String, Answer> stored(Questionnaire form, Map<String, ?> tree) {
        return read(form, tree).answers();
    }

    static Reading read(Questionnaire form, Map<String, ?> tree) {
        List<Reading> readings = new ArrayList<>();
        tree.forEach((id, value) -> readings.add(readOne(form, id, value)));
        return Reading.all(readings);
    }

    private static Reading readOne(Questionnaire form, String id, Object value) {
        Optional<Place> place = Place.find(form, id);
        if (place.isEmpty()) {
            return Reading.wrong(id, "answer.unknown_field");
        }
        if (value instanceof String text && text.isBlank()) {
            return Reading.NOTHING;
        }
        Optional<Answer> answer = place.get().isFreeText()
                ? words(value)
                : missing(value).or(() -> place.get().question().as(new Reader(value)));
        return answer.map(read -> Reading.of(id, read))
                .orElseGet(() -> new Reading(Map.of(), List.of(Fault.of(id, "answer.type"))));
    }

    private static Optional<Answer> missing(Object value) {
        return value instanceof Map<?, ?> map && map.size() == 1 && map.get("missing") instanceof String code
                ? Optional.of(new Answer.Missing(code))
                : Optional.empty();
    }

    private static Optional<Answer> words(Object value) {
        return value instanceof String text ? Optional.of(new Answer.Text(PlainText.clean(text))) : Optional.empty();
    }

    /** Reads one JSON value by the type of its question; empty when the JSON type is another. */
    private record Reader(Object value) implements Question.Cases<Optional<Answer>> {

        @Override
        public Optional<Answer> matrix(Question.Matrix matrix) {
            return point();
        }

        @Override
        public Optional<Answer> scale(Question.Single single) {
            return point();
        }

        private Optional<Answer> point() {
            return decimal().flatMap(number -> {
                try {
                    return Optional.of(new Answer.Point(number.intValueExact()));
                } catch (ArithmeticException notWhole) {
                    return Optional.empty();
                }
            });
        }

        @Override
        public Optional<Answer> choices(Question.Choices choices) {
            if (choices.kind() == Question.ChoiceKind.SINGLE) {
                return code(value).map(code -> TypedFields.ChoiceAnswers.one(choices, code));
            }
            if (!(value instanceof List<?> list)) {
                return Optional.empty();
            }
            List<String> codes = new ArrayList<>();
            for (Object each : list) {
                Optional<String> code = code(each);
                if (code.isEmpty() || codes.contains(code.get())) {
                    return Optional.empty();
                }
                codes.add(code.get());
            }
            return codes.isEmpty() ? Optional.empty() : Optional.of(TypedFields.ChoiceAnswers.several(choices, codes));
        }

        /** Choices may be whole numbers in the definition; they are compared as text. */
        private static Optional<String> code(Object value) {
            return value instanceof String || value instanceof Integer
                    ? Optional.of(value.toString())
                    : Optional.empty();
        }

        @Override
        public Optional<Answer> number(Question.Numeric numeric) {
            return decimal().map(Answer.Quantity::new);
        }

        @Override
        public Optional<Answer> text(Question.OpenText text) {
            return words(value);
        }

        @Override
        public Optional<Answer> day(Question.Day day) {
            try {
                return value instanceof String text
                        ? Optional.of(new Answer.Day(LocalDate.parse(text)))
                        : Optional.empty();
            } catch (DateTimeException noSuchDay) {
                return Optional.empty();
            }
        }

        @Override
        public Optional<Answer> note(Question.Note note) {
            return Optional.empty();
        }

        /** A number of bounded size; 1e400 and NaN are none. */
        private Optional<BigDecimal> decimal() {
            if (!(value instanceof Number number) || !Double.isFinite(number.doubleValue())) {
                return Optional.empty();
            }
            BigDecimal exact = new BigDecimal(number.toString());
            return Math.abs(exact.scale()) > 20 || exact.precision() > 30 ? Optional.empty() : Optional.of(exact);
        }
    }

    /** Whether a stored scale answer is the missing code of this scale. */
    static boolean isKnown(Scale scale, Answer answer) {
        if (answer instanceof Answer.Point point) {
            return scale.has(point.value());
        }
        return answer instanceof Answer.Missing missing
                && scale.missingCode(missing.code()).isPresent();
    }
}
