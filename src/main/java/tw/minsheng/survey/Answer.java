package tw.minsheng.survey;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** What one person answered to one question or item; absence of an answer is absence from the map. */
public sealed interface Answer {

    /**
     * The answer as JSON knows it: Integer, BigDecimal, String, List of String, or the map {@code missing → code}.
     */
    Object plain();

    /** A point of a scale, as given (before a reverse item is scored). */
    record Point(int value) implements Answer {
        @Override
        public Object plain() {
            return value;
        }
    }

    /** One choice. */
    record Choice(String value) implements Answer {
        @Override
        public Object plain() {
            return value;
        }
    }

    /** Several choices; of a ranking, the best first. */
    record Choices(List<String> values) implements Answer {
        public Choices {
            values = List.copyOf(values);
        }

        @Override
        public Object plain() {
            return values;
        }
    }

    /** A missing code that the respondent chose, for example {@code dk}. */
    record Missing(String code) implements Answer {
        @Override
        public Object plain() {
            return Map.of("missing", code);
        }
    }

    record Text(String text) implements Answer {
        @Override
        public Object plain() {
            return text;
        }
    }

    record Quantity(BigDecimal value) implements Answer {
        @Override
        public Object plain() {
            return value;
        }
    }

    record Day(LocalDate day) implements Answer {
        @Override
        public Object plain() {
            return day.toString();
        }
    }
}
