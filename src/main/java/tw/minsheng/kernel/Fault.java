package tw.minsheng.kernel;

import java.util.Map;

/**
 * One thing that is wrong with an input.
 *
 * @param place where: a field name, a variable id, or "" for the whole
 * @param code stable code and message key, for example {@code answer.missing}
 * @param args values for the placeholders of the message
 */
public record Fault(String place, String code, Map<String, String> args) {

    public Fault {
        args = Map.copyOf(args);
    }

    public static Fault of(String place, String code) {
        return new Fault(place, code, Map.of());
    }
}
