package tw.minsheng.survey.condition;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import tw.minsheng.survey.Answer;

/** A number or a text that a condition compares with. */
public sealed interface Value {

    /** As written in the condition, without quotes. */
    String written();

    /**
     * How an answer stands to this value.
     *
     * @return negative, 0 or positive as the answer is below, equal or above; for what has no order 1 when it differs;
     *     empty when the two cannot be compared
     */
    Optional<Integer> compare(Answer answer);

    /** A number, for scales, numbers, and choices whose values are whole numbers. */
    record Amount(String written, BigDecimal value) implements Value {

        static Amount of(String written) {
            return new Amount(written, new BigDecimal(written));
        }

        @Override
        public Optional<Integer> compare(Answer answer) {
            if (answer instanceof Answer.Point point) {
                return Optional.of(BigDecimal.valueOf(point.value()).compareTo(value));
            }
            if (answer instanceof Answer.Quantity quantity) {
                return Optional.of(quantity.value().compareTo(value));
            }
            return answer instanceof Answer.Choice choice
                    ? number(choice).map(of -> of.compareTo(value))
                    : Optional.empty();
        }

        private static Optional<BigDecimal> number(Answer.Choice choice) {
            boolean whole = choice.value().matches("-?[0-9]{1,9}");
            return whole ? Optional.of(new BigDecimal(choice.value())) : Optional.empty();
        }
    }

    /** A text: a choice, words, or a day such as {@code '2026-01-31'}. */
    record Text(String written) implements Value {

        @Override
        public Optional<Integer> compare(Answer answer) {
            if (answer instanceof Answer.Choice choice) {
                return Optional.of(choice.value().equals(written) ? 0 : 1);
            }
            if (answer instanceof Answer.Text text) {
                return Optional.of(text.text().equals(written) ? 0 : 1);
            }
            return answer instanceof Answer.Day day ? day().map(of -> day.day().compareTo(of)) : Optional.empty();
        }

        /** The day that is written, empty when it is none. */
        public Optional<LocalDate> day() {
            try {
                return Optional.of(LocalDate.parse(written));
            } catch (DateTimeParseException e) {
                return Optional.empty();
            }
        }
    }
}
