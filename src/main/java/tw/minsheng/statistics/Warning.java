package tw.minsheng.statistics;

import java.util.Map;

/**
 * Something the reader of a number must know, for example {@code listwise_lost} with the number of rows.
 *
 * @param code stable code and message key, snake_case
 * @param args values for the placeholders of the words
 */
public record Warning(String code, Map<String, String> args) {

    public Warning {
        args = Ordered.copyOf(args);
    }

    public static Warning of(String code) {
        return new Warning(code, Map.of());
    }

    public static Warning of(String code, String name, String value) {
        return new Warning(code, Map.of(name, value));
    }
}
