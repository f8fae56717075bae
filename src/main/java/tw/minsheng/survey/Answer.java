package tw.minsheng.survey;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** What one person answered to one question or item; absence of an answer is absence from the map. */
public sealed interface Answer {

    /** A point of a scale, as given (before a reverse item is scored). */
    record Point(int value) implements Answer {}

    /** One choice. */
    record Choice(String value) implements Answer {}

    /** Several choices; of a ranking, the best first. */
    record Choices(List<String> values) implements Answer {
        public Choices {
            values = List.copyOf(values);
        }
    }

    /** A missing code that the respondent chose, for example {@code dk}. */
    record Missing(String code) implements Answer {}

    record Text(String text) implements Answer {}

    record Quantity(BigDecimal value) implements Answer {}

    record Day(LocalDate day) implements Answer {}
}
