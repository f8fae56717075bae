package tw.minsheng.web.staff;

import java.security.SecureRandom;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import tw.minsheng.invite.Seed;
import tw.minsheng.invite.onsite.OnsiteSession;
import tw.minsheng.web.TypedDay;

/**
 * What was typed to draw the sessions of a wave.
 *
 * @param typed by field, as it was typed
 * @param errors by field, keys of messages
 * @param from first day, {@link LocalDate#EPOCH} when it cannot be read
 * @param to last day
 * @param closed days that are taken out by hand, in order; {@code opened} put in by hand
 * @param visitors who come to a counter in a half-day, empty where nobody says so
 */
record OnsiteForm(
        Map<String, String> typed,
        Map<String, String> errors,
        LocalDate from,
        LocalDate to,
        List<LocalDate> closed,
        List<LocalDate> opened,
        OptionalInt visitors) {

    private static final List<String> FIELDS =
            List.of("from", "to", "am", "pm", "closed", "opened", "visitors", "seed");
    private static final int LONGEST_DAYS = 366;
    private static final int LONGEST = 4000;

    /** Before anything was typed: the next four weeks, both halves. */
    static OnsiteForm usual(LocalDate today) {
        Map<String, String> typed = new LinkedHashMap<>();
        FIELDS.forEach(field -> typed.put(field, ""));
        typed.put("from", today.plusDays(1).toString());
        typed.put("to", today.plusDays(28).toString());
        typed.put("am", "1");
        typed.put("pm", "1");
        return new OnsiteForm(typed, Map.of(), today, today, List.of(), List.of(), OptionalInt.empty());
    }

    static OnsiteForm of(UnaryOperator<String> field) {
        Map<String, String> typed = new LinkedHashMap<>();
        FIELDS.forEach(
                name -> typed.put(name, StaffRequest.checked(field.apply(name).strip(), LONGEST)));
        Map<String, String> errors = new LinkedHashMap<>();
        LocalDate from = day(typed, "from", errors);
        LocalDate to = day(typed, "to", errors);
        if (errors.isEmpty() && (to.isBefore(from) || to.isAfter(from.plusDays(LONGEST_DAYS)))) {
            errors.put("to", "onsite.error.period");
        }
        if (typed.getOrDefault("am", "").isEmpty()
                && typed.getOrDefault("pm", "").isEmpty()) {
            errors.put("am", "onsite.error.halves");
        }
        Set<LocalDate> closed = days(typed, "closed", errors);
        Set<LocalDate> opened = days(typed, "opened", errors);
        if (opened.stream().anyMatch(closed::contains)) {
            errors.put("opened", "onsite.error.both");
        }
        String visitors = plain(typed.getOrDefault("visitors", ""));
        if (!visitors.matches("|[1-9][0-9]{0,4}")) {
            errors.put("visitors", "onsite.error.visitors");
        }
        if (!typed.getOrDefault("seed", "").matches("|-?[0-9]{1,18}")) {
            errors.put("seed", "onsite.error.seed");
        }
        return new OnsiteForm(
                typed,
                errors,
                from,
                to,
                List.copyOf(closed),
                List.copyOf(opened),
                visitors.matches("[1-9][0-9]{0,4}") ? OptionalInt.of(Integer.parseInt(visitors)) : OptionalInt.empty());
    }

    private static LocalDate day(Map<String, String> typed, String field, Map<String, String> errors) {
        try {
            return TypedDay.parse(typed.getOrDefault(field, ""));
        } catch (DateTimeException noDay) {
            errors.put(field, "onsite.error.day");
            return LocalDate.EPOCH;
        }
    }

    private static Set<LocalDate> days(Map<String, String> typed, String field, Map<String, String> errors) {
        Set<LocalDate> days = new TreeSet<>();
        for (String word : plain(typed.getOrDefault(field, "")).split("[\\s、;；]+", -1)) {
            try {
                if (!word.isEmpty()) {
                    days.add(TypedDay.parse(word.replace('/', '-')));
                }
            } catch (DateTimeException noDay) {
                errors.put(field, "onsite.error.closed");
            }
        }
        return days;
    }

    /** Full-width digits and signs are understood; a comma parts days, and thousands of one number. */
    private static String plain(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .replaceAll("(?<=\\d),(?=\\d{3}$)", "")
                .replace(',', ' ');
    }

    /** In which the counters are open. */
    List<OnsiteSession.Half> halves() {
        return Stream.of(OnsiteSession.Half.values())
                .filter(half -> !typed.getOrDefault(half.key(), "").isEmpty())
                .toList();
    }

    /** As typed, else a new one. */
    Seed seed(SecureRandom random) {
        String seed = typed.getOrDefault("seed", "");
        return seed.isEmpty()
                ? new Seed(random.nextLong() >>> 1, Seed.Source.MADE)
                : new Seed(Long.parseLong(seed), Seed.Source.TYPED);
    }

    /** What goes on to the next step, field by field. */
    List<List<String>> carried() {
        List<List<String>> carried = new ArrayList<>();
        FIELDS.forEach(field -> carried.add(List.of(field, typed.getOrDefault(field, ""))));
        return carried;
    }

    /** The same with an error found later. */
    OnsiteForm with(String field, String key) {
        Map<String, String> more = new LinkedHashMap<>(errors);
        more.put(field, key);
        return new OnsiteForm(typed, more, from, to, closed, opened, visitors);
    }
}
