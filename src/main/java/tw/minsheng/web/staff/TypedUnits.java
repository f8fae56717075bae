package tw.minsheng.web.staff;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Ids of a list as people type and paste them. */
final class TypedUnits {

    private static final int LONGEST = 40;

    private TypedUnits() {}

    /** One a line, or with tabs, commas or semicolons between; each once. */
    static List<String> of(String typed) {
        return pieces(typed, "[\\r\\n\\t,，、;；]+").distinct().toList();
    }

    /** All of them, those that nobody knows taken apart at their spaces; each once. */
    static List<String> apart(List<String> units, List<String> unknown) {
        Set<String> strange = Set.copyOf(unknown);
        return units.stream()
                .flatMap(unit -> strange.contains(unit) ? pieces(unit, "[\\s\\u3000]+") : Stream.of(unit))
                .distinct()
                .toList();
    }

    private static Stream<String> pieces(String typed, String between) {
        return Stream.of(typed.split(between, -1)).map(String::strip).filter(unit -> !unit.isEmpty());
    }

    /** An id short enough for a sentence. */
    static String told(String unit) {
        return unit.codePointCount(0, unit.length()) > LONGEST
                ? unit.substring(0, unit.offsetByCodePoints(0, LONGEST)) + "…"
                : unit;
    }
}
