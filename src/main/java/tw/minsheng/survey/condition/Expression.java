package tw.minsheng.survey.condition;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tw.minsheng.survey.Answer;

/**
 * A condition as a tree. Missing is false: every comparison with an answer that is absent or a missing code does not
 * hold, also {@code !=}, {@code not in}, {@code has} and {@code lacks}.
 */
public sealed interface Expression {

    boolean holds(Map<String, Answer> answers);

    /** Every place where it names a question or item, in the order of writing. */
    Stream<Mention> mentions();

    /** What a condition does with a question. */
    enum Use {
        EQUALS,
        ORDER,
        CONTAINS,
        ANSWERED,
        MISSING
    }

    /** @param values with which it is compared */
    record Mention(String id, Use use, List<Value> values) {
        public Mention {
            values = List.copyOf(values);
        }
    }

    enum Sign {
        EQUAL("="),
        UNEQUAL("!="),
        LESS("<"),
        AT_MOST("<="),
        MORE(">"),
        AT_LEAST(">=");

        private final String text;

        Sign(String text) {
            this.text = text;
        }

        static Optional<Sign> of(String text) {
            return Stream.of(values()).filter(sign -> sign.text.equals(text)).findFirst();
        }

        boolean holds(int order) {
            return switch (this) {
                case EQUAL -> order == 0;
                case UNEQUAL -> order != 0;
                case LESS -> order < 0;
                case AT_MOST -> order <= 0;
                case MORE -> order > 0;
                case AT_LEAST -> order >= 0;
            };
        }
    }

    /** One of them holds. */
    record Any(List<Expression> parts) implements Expression {
        public Any {
            parts = List.copyOf(parts);
        }

        @Override
        public boolean holds(Map<String, Answer> answers) {
            return parts.stream().anyMatch(part -> part.holds(answers));
        }

        @Override
        public Stream<Mention> mentions() {
            return parts.stream().flatMap(Expression::mentions);
        }
    }

    /** All of them hold. */
    record All(List<Expression> parts) implements Expression {
        public All {
            parts = List.copyOf(parts);
        }

        @Override
        public boolean holds(Map<String, Answer> answers) {
            return parts.stream().allMatch(part -> part.holds(answers));
        }

        @Override
        public Stream<Mention> mentions() {
            return parts.stream().flatMap(Expression::mentions);
        }
    }

    record Compare(String id, Sign sign, Value value) implements Expression {
        @Override
        public boolean holds(Map<String, Answer> answers) {
            return valid(answers, id).flatMap(value::compare).map(sign::holds).orElse(false);
        }

        @Override
        public Stream<Mention> mentions() {
            boolean equality = sign == Sign.EQUAL || sign == Sign.UNEQUAL;
            return Stream.of(new Mention(id, equality ? Use.EQUALS : Use.ORDER, List.of(value)));
        }
    }

    record Member(String id, boolean in, List<Value> values) implements Expression {
        public Member {
            values = List.copyOf(values);
        }

        @Override
        public boolean holds(Map<String, Answer> answers) {
            return valid(answers, id)
                    .map(answer -> in
                            == values.stream()
                                    .anyMatch(value -> value.compare(answer).orElse(1) == 0))
                    .orElse(false);
        }

        @Override
        public Stream<Mention> mentions() {
            return Stream.of(new Mention(id, Use.EQUALS, values));
        }
    }

    /** The choice is among the chosen, or not among them. */
    record Has(String id, boolean wanted, Value.Text value) implements Expression {
        @Override
        public boolean holds(Map<String, Answer> answers) {
            return valid(answers, id)
                    .map(answer -> answer instanceof Answer.Choices chosen
                            && chosen.values().contains(value.written()) == wanted)
                    .orElse(false);
        }

        @Override
        public Stream<Mention> mentions() {
            return Stream.of(new Mention(id, Use.CONTAINS, List.of(value)));
        }
    }

    /** There is a valid answer, or there is none. */
    record Answered(String id, boolean wanted) implements Expression {
        @Override
        public boolean holds(Map<String, Answer> answers) {
            return valid(answers, id).isPresent() == wanted;
        }

        @Override
        public Stream<Mention> mentions() {
            return Stream.of(new Mention(id, Use.ANSWERED, List.of()));
        }
    }

    /** That missing code was chosen. */
    record ChosenMissing(String id, Value.Text code) implements Expression {
        @Override
        public boolean holds(Map<String, Answer> answers) {
            return answers.get(id) instanceof Answer.Missing missing
                    && missing.code().equals(code.written());
        }

        @Override
        public Stream<Mention> mentions() {
            return Stream.of(new Mention(id, Use.MISSING, List.of(code)));
        }
    }

    /** The answer when it is a valid one: there, no missing code, not empty. */
    private static Optional<Answer> valid(Map<String, Answer> answers, String id) {
        return Optional.ofNullable(answers.get(id)).filter(Expression::isValid);
    }

    private static boolean isValid(Answer answer) {
        if (answer instanceof Answer.Choices chosen) {
            return !chosen.values().isEmpty();
        }
        return !(answer instanceof Answer.Missing)
                && !(answer instanceof Answer.Text text && text.text().isEmpty());
    }
}
