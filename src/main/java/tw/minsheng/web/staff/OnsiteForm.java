package tw.minsheng.web.staff;

import java.security.SecureRandom;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import tw.minsheng.invite.onsite.OnsitePlan;
import tw.minsheng.invite.onsite.OnsiteSession;
import tw.minsheng.web.TypedDay;

/**
 * What was typed to draw the sessions of a wave.
 *
 * @param typed by field, as it was typed
 * @param errors by field, keys of messages
 * @param from first day, {@link LocalDate#MIN} when it cannot be read
 * @param to last day
 * @param halfDays in which the counters are open, in their order
 */
record OnsiteForm(
        Map<String, String> typed,
        Map<String, String> errors,
        LocalDate from,
        LocalDate to,
        List<OnsitePlan.HalfDay> halfDays) {

    private static final List<String> FIELDS = List.of("from", "to", "am", "pm", "closed", "seed");
    private static final int LONGEST_DAYS = 366;

    /** Before anything was typed: the next four weeks, both halves. */
    static OnsiteForm usual(LocalDate today) {
        Map<String, String> typed = new LinkedHashMap<>();
        FIELDS.forEach(field -> typed.put(field, ""));
        typed.put("from", today.plusDays(1).toString());
        typed.put("to", today.plusDays(28).toString());
        typed.put("am", "1");
        typed.put("pm", "1");
        return new OnsiteForm(typed, Map.of(), today, today, List.of());
    }

    static OnsiteForm of(UnaryOperator<String> field) {
        Map<String, String> typed = new LinkedHashMap<>();
        FIELDS.forEach(name -> typed.put(name, field.apply(name).strip()));
        Map<String, String> errors = new LinkedHashMap<>();
        LocalDate from = day(typed, "from", errors);
        LocalDate to = day(typed, "to", errors);
        if (errors.isEmpty() && (to.isBefore(from) || to.isAfter(from.plusDays(LONGEST_DAYS)))) {
            errors.put("to", "onsite.error.period");
        }
        List<OnsiteSession.Half> halves = Stream.of(OnsiteSession.Half.values())
                .filter(half -> !typed.getOrDefault(half.key(), "").isEmpty())
                .toList();
        if (halves.isEmpty()) {
            errors.put("am", "onsite.error.halves");
        }
        Set<LocalDate> closed = closed(typed.getOrDefault("closed", ""), errors);
        if (!typed.getOrDefault("seed", "").matches("|-?[0-9]{1,18}")) {
            errors.put("seed", "onsite.error.seed");
        }
        List<OnsitePlan.HalfDay> halfDays = errors.isEmpty() ? halfDays(from, to, closed, halves) : List.of();
        return new OnsiteForm(typed, errors, from, to, halfDays);
    }

    private static LocalDate day(Map<String, String> typed, String field, Map<String, String> errors) {
        try {
            return TypedDay.parse(typed.getOrDefault(field, ""));
        } catch (DateTimeException noDay) {
            errors.put(field, "onsite.error.day");
            return LocalDate.MIN;
        }
    }

    private static Set<LocalDate> closed(String typed, Map<String, String> errors) {
        Set<LocalDate> days = new LinkedHashSet<>();
        for (String word : typed.split("[\\s,、，]+", -1)) {
            try {
                if (!word.isEmpty()) {
                    days.add(TypedDay.parse(word));
                }
            } catch (DateTimeException noDay) {
                errors.put("closed", "onsite.error.closed");
            }
        }
        return days;
    }

    /** Office days are Monday to Friday, without those that are closed. */
    private static List<OnsitePlan.HalfDay> halfDays(
            LocalDate from, LocalDate to, Set<LocalDate> closed, List<OnsiteSession.Half> halves) {
        List<OnsitePlan.HalfDay> halfDays = new ArrayList<>();
        for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
            boolean office = day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
            if (office && !closed.contains(day)) {
                for (OnsiteSession.Half half : halves) {
                    halfDays.add(new OnsitePlan.HalfDay(day, half));
                }
            }
        }
        return halfDays;
    }

    /** As typed, else a new one. */
    long seed(SecureRandom random) {
        String seed = typed.getOrDefault("seed", "");
        return seed.isEmpty() ? random.nextLong() >>> 1 : Long.parseLong(seed);
    }

    /** The same with an error found later. */
    OnsiteForm with(String field, String key) {
        Map<String, String> more = new LinkedHashMap<>(errors);
        more.put(field, key);
        return new OnsiteForm(typed, more, from, to, halfDays);
    }
}
