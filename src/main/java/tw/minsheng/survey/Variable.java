package tw.minsheng.survey;

import java.util.List;
import java.util.Optional;
import tw.minsheng.kernel.LocalizedText;

/**
 * One column of data: what a question fills.
 *
 * @param id column name: the id of the item or question, {@code <id>__<value>} for a choice of a multiple or rank
 *     question, {@code <id>__<value>_text} for the free text of a choice
 * @param question id of the question it belongs to
 * @param label what is asked, for people
 * @param values valid codes with their words, in the order of the definition; empty for open kinds
 * @param missing the survey's own missing codes (−9 to −4)
 * @param scale id of the scale, "" when there is none
 * @param reverse 反向題: stored as given, scored min + max − value
 */
public record Variable(
        String id,
        String question,
        Kind kind,
        LocalizedText label,
        List<Value> values,
        List<Scale.MissingCode> missing,
        String scale,
        boolean reverse,
        Question.Role role,
        boolean personalData) {

    public enum Kind {
        /** a point of a scale; values are whole numbers */
        SCALE,
        /** one choice of a list */
        CHOICE,
        /** 0 or 1: chosen among several */
        FLAG,
        /** place in a ranking, 1 is best */
        RANK,
        NUMBER,
        TEXT,
        DATE
    }

    /** @param code as written in files: a number for a scale, the choice's value for a choice */
    public record Value(String code, LocalizedText label) {}

    /** −1 未作答 · −2 依跳題未問 · −3 本版本未問: the kinds of missing that every variable has. */
    public static final int NOT_ANSWERED = -1;

    public static final int SKIPPED = -2;
    public static final int NOT_IN_VERSION = -3;

    public Variable {
        values = List.copyOf(values);
        missing = List.copyOf(missing);
    }

    public Optional<Value> value(String code) {
        return values.stream().filter(value -> value.code().equals(code)).findFirst();
    }

    /** A variable whose values are words of people and not codes. */
    public boolean isOpen() {
        return kind == Kind.NUMBER || kind == Kind.TEXT || kind == Kind.DATE;
    }

    static Variable scale(String id, Question question, LocalizedText label, Scale scale, boolean reverse) {
        List<Value> values = scale.points().stream()
                .map(point -> new Value(Integer.toString(point.value()), point.label()))
                .toList();
        Question.Head head = question.head();
        return new Variable(
                id,
                head.id(),
                Kind.SCALE,
                label,
                values,
                scale.missing(),
                scale.id(),
                reverse,
                head.role(),
                head.personalData());
    }

    static Variable choice(Question.Choices question) {
        List<Value> values = question.choices().stream()
                .filter(choice -> !choice.missing())
                .map(choice -> new Value(choice.value(), choice.label()))
                .toList();
        List<Scale.MissingCode> missing = question.choices().stream()
                .filter(Question.Choice::missing)
                .map(choice -> new Scale.MissingCode(choice.value(), choice.spss(), choice.label()))
                .toList();
        return of(question, question.id(), Kind.CHOICE, question.head().text(), values, missing);
    }

    static Variable ofChoice(Question.Choices question, Question.Choice choice) {
        Kind kind = question.kind() == Question.ChoiceKind.RANK ? Kind.RANK : Kind.FLAG;
        return of(question, question.id() + "__" + choice.value(), kind, choice.label(), List.of(), List.of());
    }

    static Variable freeText(Question.Choices question, Question.Choice choice) {
        String id = question.id() + "__" + choice.value() + "_text";
        return of(question, id, Kind.TEXT, choice.label(), List.of(), List.of());
    }

    static Variable plain(Question question, Kind kind) {
        return of(question, question.id(), kind, question.head().text(), List.of(), List.of());
    }

    private static Variable of(
            Question question,
            String id,
            Kind kind,
            LocalizedText label,
            List<Value> values,
            List<Scale.MissingCode> missing) {
        Question.Head head = question.head();
        return new Variable(id, head.id(), kind, label, values, missing, "", false, head.role(), head.personalData());
    }
}
