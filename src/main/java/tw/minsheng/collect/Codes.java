package tw.minsheng.collect;

import java.util.List;
import java.util.Optional;
import tw.minsheng.survey.Answer;
import tw.minsheng.survey.Question;
import tw.minsheng.survey.Scale;
import tw.minsheng.survey.Variable;

/**
 * The analysis copy of an answer: one small number per variable, in the order of the version's variables.
 *
 * <p>Scale: the point as given. Choice: its place among the valid choices, from 1. Flag: 0 or 1. Rank: the place, 1 is
 * best. Number, text and date: 1 when answered; the value itself is in the answers. Missing codes by their SPSS number,
 * −1 未作答, −2 依跳題未問.
 */
public final class Codes {

    private Codes() {}

    public static List<Short> of(Walk walk) {
        return walk.form().variables().stream()
                .map(variable -> (short) code(walk, variable))
                .toList();
    }

    private static int code(Walk walk, Variable variable) {
        boolean item = walk.form().items().containsKey(variable.id());
        String holder = item || variable.kind() == Variable.Kind.TEXT ? variable.id() : variable.question();
        if (!walk.shown().contains(item ? variable.id() : variable.question())) {
            return Variable.SKIPPED;
        }
        Answer answer = walk.answers().get(holder);
        if (answer == null) {
            return Variable.NOT_ANSWERED;
        }
        if (answer instanceof Answer.Missing missing) {
            return missingCode(walk, variable, missing.code());
        }
        return switch (variable.kind()) {
            case SCALE -> answer instanceof Answer.Point point ? point.value() : Variable.NOT_ANSWERED;
            case CHOICE ->
                answer instanceof Answer.Choice choice ? place(variable, choice.value()) : Variable.NOT_ANSWERED;
            case FLAG ->
                answer instanceof Answer.Choices chosen && chosen.values().contains(value(variable)) ? 1 : 0;
            case RANK ->
                answer instanceof Answer.Choices ranked
                        ? ranked.values().indexOf(value(variable)) + 1
                        : Variable.NOT_ANSWERED;
            case NUMBER, TEXT, DATE -> 1;
        };
    }

    private static int place(Variable variable, String value) {
        for (int i = 0; i < variable.values().size(); i++) {
            if (variable.values().get(i).code().equals(value)) {
                return i + 1;
            }
        }
        return Variable.NOT_ANSWERED;
    }

    /** The choice that a flag or rank variable {@code <id>__<value>} stands for. */
    private static String value(Variable variable) {
        return variable.id().substring(variable.question().length() + 2);
    }

    private static int missingCode(Walk walk, Variable variable, String code) {
        Optional<Integer> declared = variable.missing().stream()
                .filter(each -> each.code().equals(code))
                .map(Scale.MissingCode::spss)
                .findFirst();
        return declared.orElseGet(
                () -> walk.form().questions().get(variable.question()) instanceof Question.Choices choices
                        ? choices.choice(code).map(Question.Choice::spss).orElse(Variable.NOT_ANSWERED)
                        : Variable.NOT_ANSWERED);
    }
}
