package tw.minsheng.web.staff;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import tw.minsheng.web.TypedDay;

/**
 * What was typed about a frame file.
 *
 * @param typed by field
 * @param errors by field, keys of messages
 * @param asOf {@link LocalDate#MIN} when it cannot be read
 */
record FrameForm(Map<String, String> typed, Map<String, String> errors, LocalDate asOf) {

    private static final int LONGEST = 200;

    /** @param name of the frame and its day, as the survey declares them */
    static FrameForm usual(String name, String asOf) {
        return new FrameForm(Map.of("name", name, "asof", asOf, "id", ""), Map.of(), LocalDate.MIN);
    }

    static FrameForm of(UnaryOperator<String> field, LocalDate today) {
        Map<String, String> typed = new LinkedHashMap<>();
        Map<String, String> errors = new LinkedHashMap<>();
        for (String name : new String[] {"name", "asof", "id"}) {
            typed.put(name, StaffRequest.checked(field.apply(name).strip(), LONGEST));
        }
        if (typed.getOrDefault("name", "").isEmpty()) {
            errors.put("name", "sample.error.name");
        }
        LocalDate asOf = LocalDate.MIN;
        try {
            asOf = TypedDay.parse(typed.getOrDefault("asof", ""));
            if (asOf.isAfter(today)) {
                errors.put("asof", "sample.error.future");
            }
        } catch (DateTimeException noDay) {
            errors.put("asof", "sample.error.day");
        }
        return new FrameForm(typed, errors, asOf);
    }

    String name() {
        return typed.getOrDefault("name", "");
    }

    String id() {
        return typed.getOrDefault("id", "");
    }
}
