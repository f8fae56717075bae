package tw.minsheng.survey;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tw.minsheng.kernel.LocalizedText;

/** One question; what differs between the types is a method, not a switch. */
public sealed interface Question {

    Head head();

    /** The name of the type in the definition file. */
    String type();

    /** The variables that this question fills, in export order. */
    List<Variable> variables(Survey survey);

    /** Answers with the case of this question's type; a new type does not compile until every user has its case. */
    <R> R as(Cases<R> cases);

    /** One method per type of question, for rooms that treat the types differently. */
    interface Cases<R> {
        R matrix(Matrix matrix);

        R scale(Single single);

        R choices(Choices choices);

        R number(Numeric numeric);

        R text(OpenText text);

        R day(Day day);

        R note(Note note);
    }

    default String id() {
        return head().id();
    }

    enum Role {
        NONE,
        /** 基本資料: default grouping variable */
        DEMOGRAPHIC,
        SCREENER
    }

    /**
     * What every question has.
     *
     * @param ask words of the error; empty for the default words
     * @param required void while the question is hidden
     * @param bank {@code id@version} in the item bank, "" when the question is not from the bank
     */
    record Head(
            String id,
            LocalizedText text,
            LocalizedText hint,
            LocalizedText ask,
            boolean required,
            Role role,
            Condition showIf,
            String bank,
            boolean personalData) {}

    /** @param opposite right-hand words of a semantic differential */
    record Item(
            String id, LocalizedText text, boolean reverse, LocalizedText opposite, Condition showIf, String bank) {}

    /** Several items on one scale. */
    record Matrix(Head head, String scale, boolean grid, List<Item> items) implements Question {
        public Matrix {
            items = List.copyOf(items);
        }

        @Override
        public String type() {
            return "matrix";
        }

        @Override
        public <R> R as(Cases<R> cases) {
            return cases.matrix(this);
        }

        @Override
        public List<Variable> variables(Survey survey) {
            Scale used = survey.scale(scale);
            return items.stream()
                    .map(item -> Variable.scale(item.id(), this, item.text(), used, item.reverse()))
                    .toList();
        }
    }

    /** One item on a scale; {@code nps} is the same with the scale of the promoter question. */
    record Single(Head head, String scale, boolean nps) implements Question {
        @Override
        public String type() {
            return nps ? "nps" : "scale";
        }

        @Override
        public <R> R as(Cases<R> cases) {
            return cases.scale(this);
        }

        @Override
        public List<Variable> variables(Survey survey) {
            return List.of(Variable.scale(id(), this, head.text(), survey.scale(scale), false));
        }
    }

    /**
     * One choice of a list.
     *
     * @param spss number of a missing choice, 0 for a valid one
     */
    record Choice(
            String value,
            LocalizedText label,
            boolean missing,
            int spss,
            boolean freeText,
            boolean exclusive,
            boolean screenout) {}

    enum ChoiceKind {
        SINGLE,
        MULTIPLE,
        RANK
    }

    /** A question with a list of choices. */
    record Choices(Head head, ChoiceKind kind, List<Choice> choices) implements Question {
        public Choices {
            choices = List.copyOf(choices);
        }

        @Override
        public String type() {
            return switch (kind) {
                case SINGLE -> "single";
                case MULTIPLE -> "multiple";
                case RANK -> "rank";
            };
        }

        public Optional<Choice> choice(String value) {
            return choices.stream().filter(each -> each.value().equals(value)).findFirst();
        }

        @Override
        public <R> R as(Cases<R> cases) {
            return cases.choices(this);
        }

        @Override
        public List<Variable> variables(Survey survey) {
            List<Variable> found = new ArrayList<>();
            if (kind == ChoiceKind.SINGLE) {
                found.add(Variable.choice(this));
            } else {
                choices.stream()
                        .filter(choice -> !choice.missing())
                        .map(choice -> Variable.ofChoice(this, choice))
                        .forEach(found::add);
            }
            choices.stream()
                    .filter(Choice::freeText)
                    .map(choice -> Variable.freeText(this, choice))
                    .forEach(found::add);
            return List.copyOf(found);
        }
    }

    /** A number between two limits. */
    record Numeric(Head head, BigDecimal min, BigDecimal max) implements Question {
        @Override
        public String type() {
            return "number";
        }

        @Override
        public <R> R as(Cases<R> cases) {
            return cases.number(this);
        }

        @Override
        public List<Variable> variables(Survey survey) {
            return List.of(Variable.plain(this, Variable.Kind.NUMBER));
        }
    }

    /** Free text. */
    record OpenText(Head head, int rows, int maxLength) implements Question {
        @Override
        public String type() {
            return "text";
        }

        @Override
        public <R> R as(Cases<R> cases) {
            return cases.text(this);
        }

        @Override
        public List<Variable> variables(Survey survey) {
            return List.of(Variable.plain(this, Variable.Kind.TEXT));
        }
    }

    /** A day between two days. */
    record Day(Head head, LocalDate min, LocalDate max) implements Question {
        @Override
        public String type() {
            return "date";
        }

        @Override
        public <R> R as(Cases<R> cases) {
            return cases.day(this);
        }

        @Override
        public List<Variable> variables(Survey survey) {
            return List.of(Variable.plain(this, Variable.Kind.DATE));
        }
    }

    /** Words without an answer. */
    record Note(Head head) implements Question {
        @Override
        public String type() {
            return "note";
        }

        @Override
        public <R> R as(Cases<R> cases) {
            return cases.note(this);
        }

        @Override
        public List<Variable> variables(Survey survey) {
            return List.of();
        }
    }
}
