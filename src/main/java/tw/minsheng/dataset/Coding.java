package tw.minsheng.dataset;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tw.minsheng.survey.Question;
import tw.minsheng.survey.Scale;
import tw.minsheng.survey.Survey;
import tw.minsheng.survey.Variable;

/**
 * How the cells of one column become codes. A cell holds a value of the definition, a missing code by its name or its
 * SPSS number, or −1, −2, −3; an empty cell is 未作答. Nothing else is accepted, and nothing is guessed.
 */
final class Coding {

    /** No code: the cell is outside the definition. */
    static final int OUTSIDE = Integer.MIN_VALUE;

    private final Variable variable;
    private final Map<String, Integer> words;
    private final Limits limits;

    private Coding(Variable variable, Map<String, Integer> words, Limits limits) {
        this.variable = variable;
        this.words = Map.copyOf(words);
        this.limits = limits;
    }

    /** What a number or a day must lie between. */
    private sealed interface Limits {
        boolean allow(String cell);
    }

    private record AnyText() implements Limits {
        @Override
        public boolean allow(String cell) {
            return true;
        }
    }

    private record Numbers(BigDecimal min, BigDecimal max) implements Limits {
        @Override
        public boolean allow(String cell) {
            return Decimals.of(cell)
                    .filter(value -> value.compareTo(min) >= 0 && value.compareTo(max) <= 0)
                    .isPresent();
        }
    }

    private record Days(LocalDate min, LocalDate max) implements Limits {
        @Override
        public boolean allow(String cell) {
            try {
                LocalDate day = LocalDate.parse(cell);
                return !day.isBefore(min) && !day.isAfter(max);
            } catch (DateTimeParseException notADay) {
                return false;
            }
        }
    }

    /**
     * @param current the variable as it is analysed
     * @param versions the variable in every version, oldest first; values that only older versions knew count as −3
     * @param surveys the versions
     */
    static Coding of(Variable current, List<Variable> versions, List<Survey> surveys) {
        Map<String, Integer> words = new HashMap<>();
        Stream.of(Variable.NOT_ANSWERED, Variable.SKIPPED, Variable.NOT_IN_VERSION)
                .forEach(kind -> words.put(Integer.toString(kind), kind));
        versions.forEach(version -> addOlder(version, words));
        addMissing(current, surveys, words);
        addValid(current, words);
        words.put("", Variable.NOT_ANSWERED);
        return new Coding(current, words, limits(current, surveys));
    }

    /** The code of a cell, or {@link #OUTSIDE}. */
    int code(String cell) {
        Integer word = words.get(cell);
        if (word != null) {
            return word;
        }
        if (variable.isOpen()) {
            return limits.allow(cell) ? 0 : OUTSIDE;
        }
        return OUTSIDE;
    }

    private static void addOlder(Variable older, Map<String, Integer> words) {
        older.values().forEach(value -> words.put(value.code(), Variable.NOT_IN_VERSION));
        older.missing().forEach(missing -> words.put(missing.code(), missing.spss()));
    }

    private static void addMissing(Variable variable, List<Survey> surveys, Map<String, Integer> words) {
        Stream<Scale.MissingCode> ofChoices = surveys.stream()
                .flatMap(survey -> survey.question(variable.question()).stream())
                .flatMap(Coding::missingChoices);
        Stream.concat(ofChoices, variable.missing().stream()).forEach(missing -> {
            // what somebody wrote is a text, also when it reads like the name of a code
            if (variable.kind() != Variable.Kind.TEXT) {
                words.put(missing.code(), missing.spss());
            }
            words.put(Integer.toString(missing.spss()), missing.spss());
        });
    }

    private static Stream<Scale.MissingCode> missingChoices(Question question) {
        return question instanceof Question.Choices list
                ? list.choices().stream()
                        .filter(Question.Choice::missing)
                        .map(choice -> new Scale.MissingCode(choice.value(), choice.spss(), choice.label()))
                : Stream.of();
    }

    private static void addValid(Variable variable, Map<String, Integer> words) {
        switch (variable.kind()) {
            case SCALE, CHOICE -> {
                for (int place = 0; place < variable.values().size(); place++) {
                    words.put(variable.values().get(place).code(), place);
                }
            }
            case FLAG -> Stream.of(0, 1).forEach(flag -> words.put(Integer.toString(flag), flag));
            case RANK -> {
                for (int rank = 1; rank <= Layout.MOST_RANKS; rank++) {
                    words.put(Integer.toString(rank), rank);
                }
            }
            case NUMBER, TEXT, DATE -> {
                // open kinds have limits, not words
            }
        }
    }

    private static Limits limits(Variable variable, List<Survey> surveys) {
        Limits found = new AnyText();
        for (Survey survey : surveys) {
            Question question = survey.question(variable.question()).orElse(null);
            if (question instanceof Question.Numeric numeric) {
                found = new Numbers(numeric.min(), numeric.max());
            } else if (question instanceof Question.Day day) {
                found = new Days(day.min(), day.max());
            }
        }
        return found;
    }
}
