package tw.minsheng.dataset;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How foreign data become the survey's data; all keys are compared as text.
 *
 * @param columns our id → their header
 * @param ignore their headers that are left out
 * @param ignoreRest true when every header that is neither mapped nor ours is left out
 * @param values our id → their value → our value
 * @param missing our id, or {@link #EVERY}, → their value → our missing code
 * @param constants our id → the value that every row has
 */
public record AnswerMapping(
        Map<String, String> columns,
        Set<String> ignore,
        boolean ignoreRest,
        Map<String, Map<String, String>> values,
        Map<String, Map<String, String>> missing,
        Map<String, String> constants) {

    /** Stands for every variable that declares the code. */
    public static final String EVERY = "*";

    /** The file is ours already. */
    public static final AnswerMapping NONE = new AnswerMapping(Map.of(), Set.of(), false, Map.of(), Map.of(), Map.of());

    public AnswerMapping {
        columns = Map.copyOf(columns);
        ignore = Set.copyOf(ignore);
        values = Map.copyOf(values);
        missing = Map.copyOf(missing);
        constants = Map.copyOf(constants);
    }

    /** Our word for their word in this column; the same word where nothing is mapped. */
    String translate(String id, List<String> declaredCodes, String theirs) {
        String value = values.getOrDefault(id, Map.of()).get(theirs);
        if (value != null) {
            return value;
        }
        String own = missing.getOrDefault(id, Map.of()).get(theirs);
        if (own != null) {
            return own;
        }
        String every = missing.getOrDefault(EVERY, Map.of()).get(theirs);
        return every != null && declaredCodes.contains(every) ? every : theirs;
    }
}
