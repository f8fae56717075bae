package tw.minsheng.dataset;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import tw.minsheng.collect.AnswerSheet;
import tw.minsheng.collect.SampleWeights;
import tw.minsheng.survey.Answer;
import tw.minsheng.survey.Question;
import tw.minsheng.survey.Survey;
import tw.minsheng.survey.Variable;
import tw.minsheng.survey.Version;

/**
 * Collected answers as rows of codes. The four kinds of missing are kept apart: not answered, skipped by a condition, not
 * in the version that was answered, and the survey's own codes.
 */
public final class Sheets {

    private final Layout layout;
    private final Map<Version, Asked> versions = new HashMap<>();
    private final SampleWeights weights;

    /** What a version asks: variable → where it stands. */
    private record Asked(Survey survey, Map<String, Question> questions) {}

    /** @param surveys every version that was answered */
    public Sheets(Layout layout, Iterable<Survey> surveys) {
        this(layout, surveys, SampleWeights.NONE);
    }

    /** @param weights what an answer at each place of the sample stands for; 1 for every other answer */
    public Sheets(Layout layout, Iterable<Survey> surveys, SampleWeights weights) {
        this.layout = layout;
        this.weights = weights;
        for (Survey survey : surveys) {
            Map<String, Question> questions = new HashMap<>();
            survey.questions()
                    .forEach(question ->
                            question.variables(survey).forEach(variable -> questions.put(variable.id(), question)));
            versions.put(survey.version(), new Asked(survey, Map.copyOf(questions)));
        }
    }

    /** The columns of the rows. */
    public Layout layout() {
        return layout;
    }

    /**
     * The sheet as codes.
     *
     * @throws IllegalArgumentException when its version was not given
     */
    public Row row(AnswerSheet sheet) {
        Asked asked = versions.get(sheet.version());
        if (asked == null) {
            throw new IllegalArgumentException("no version " + sheet.version() + " of " + sheet.survey());
        }
        Set<String> hidden = asked.survey().hidden(sheet.answers());
        int[] codes = new int[layout.size()];
        double[] numbers = new double[codes.length];
        Arrays.fill(codes, Variable.NOT_IN_VERSION);
        for (Column column : layout.columns()) {
            Question question = asked.questions().get(column.id());
            if (question != null) {
                codes[column.index()] = code(column, question, sheet, hidden, numbers);
            }
        }
        return new Row(codes, numbers, origin(sheet));
    }

    private Origin origin(AnswerSheet sheet) {
        Source source = sheet.source() == tw.minsheng.collect.Source.DRAWN ? Source.DRAWN : Source.OPEN;
        String mode = sheet.mode().name().toLowerCase(Locale.ROOT);
        return new Origin(
                mode,
                sheet.display().code(),
                sheet.wave(),
                source,
                weights.of(sheet.wave(), sheet.place()),
                sheet.place().stratum(),
                sheet.place().unit(),
                sheet.day(),
                OptionalInt.of(sheet.version().major()));
    }

    private int code(Column column, Question question, AnswerSheet sheet, Set<String> hidden, double[] numbers) {
        if (hidden.contains(question.id()) || hidden.contains(column.id())) {
            return Variable.SKIPPED;
        }
        boolean own = sheet.answers().containsKey(column.id());
        Optional<Answer> given = Optional.ofNullable(sheet.answers().get(own ? column.id() : question.id()));
        Variable variable = column.variable();
        return given.map(answer -> switch (variable.kind()) {
                    case FLAG -> flag(column, question, answer);
                    case RANK -> rank(column, question, answer);
                    case TEXT -> own && answer instanceof Answer.Text ? 0 : missing(column, answer);
                    case NUMBER, DATE, SCALE, CHOICE -> own ? plain(column, answer, numbers) : Variable.NOT_ANSWERED;
                })
                .orElse(Variable.NOT_ANSWERED);
    }

    private int plain(Column column, Answer answer, double[] numbers) {
        if (answer instanceof Answer.Quantity quantity) {
            numbers[column.index()] = quantity.value().doubleValue();
            return 0;
        }
        if (answer instanceof Answer.Day) {
            return 0;
        }
        return missing(column, answer);
    }

    /** The code of a point, a choice or a missing code. */
    private int missing(Column column, Answer answer) {
        String word = "";
        if (answer instanceof Answer.Point point) {
            word = Integer.toString(point.value());
        } else if (answer instanceof Answer.Choice choice) {
            word = choice.value();
        } else if (answer instanceof Answer.Missing missing) {
            word = missing.code();
        }
        int code =
                word.isEmpty() ? Variable.NOT_ANSWERED : layout.coding(column).code(word);
        return code == Coding.OUTSIDE || (column.variable().isOpen() && code >= 0) ? Variable.NOT_IN_VERSION : code;
    }

    private int flag(Column column, Question question, Answer answer) {
        if (answer instanceof Answer.Choices chosen) {
            return chosen.values().contains(choice(column, question)) ? 1 : 0;
        }
        return missing(column, answer);
    }

    private int rank(Column column, Question question, Answer answer) {
        if (answer instanceof Answer.Choices ranked) {
            int place = ranked.values().indexOf(choice(column, question));
            return place < 0 ? Variable.NOT_ANSWERED : place + 1;
        }
        return missing(column, answer);
    }

    /** The choice that the column {@code <question>__<choice>} stands for. */
    private static String choice(Column column, Question question) {
        return column.id().substring(question.id().length() + 2);
    }
}
