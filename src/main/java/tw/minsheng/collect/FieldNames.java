package tw.minsheng.collect;

import java.util.List;
import java.util.stream.Stream;
import tw.minsheng.survey.Question;
import tw.minsheng.survey.Question.Choice;

/** Names of form fields and of free-text answers, as the interfaces fix them. */
public final class FieldNames {

    private FieldNames() {}

    /** Field of one choice of a ranking. */
    public static String rank(String question, String value) {
        return question + "__" + value;
    }

    /** Free text of a choice: field, key in the API and variable alike. */
    public static String freeText(String question, String value) {
        return question + "__" + value + "_text";
    }

    public static String year(String question) {
        return question + "__y";
    }

    public static String month(String question) {
        return question + "__m";
    }

    public static String day(String question) {
        return question + "__d";
    }

    /** All fields that an ask may send. */
    static List<String> of(Ask ask) {
        return ask.question().as(new Question.Cases<>() {
            @Override
            public List<String> matrix(Question.Matrix matrix) {
                return ask.items().stream().map(Question.Item::id).toList();
            }

            @Override
            public List<String> scale(Question.Single single) {
                return List.of(single.id());
            }

            @Override
            public List<String> choices(Question.Choices choices) {
                Stream<String> main = choices.kind() == Question.ChoiceKind.RANK
                        ? Stream.concat(
                                Stream.of(choices.id()),
                                choices.choices().stream().map(choice -> rank(choices.id(), choice.value())))
                        : Stream.of(choices.id());
                return Stream.concat(main, freeTexts(choices)).toList();
            }

            @Override
            public List<String> number(Question.Numeric numeric) {
                return List.of(numeric.id());
            }

            @Override
            public List<String> text(Question.OpenText text) {
                return List.of(text.id());
            }

            @Override
            public List<String> day(Question.Day day) {
                return List.of(year(day.id()), month(day.id()), FieldNames.day(day.id()));
            }

            @Override
            public List<String> note(Question.Note note) {
                return List.of();
            }
        });
    }

    static Stream<String> freeTexts(Question.Choices choices) {
        return choices.choices().stream()
                .filter(Choice::freeText)
                .map(choice -> freeText(choices.id(), choice.value()));
    }
}
