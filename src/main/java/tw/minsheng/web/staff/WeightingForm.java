package tw.minsheng.web.staff;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import tw.minsheng.survey.Survey;
import tw.minsheng.survey.Weighting;

/**
 * Weights that are tried, as they stand in the address, and what is wrong with them.
 *
 * @param typed field → what stands in it
 * @param by variables that are weighted to
 * @param errors field → key of the words of what is wrong
 * @param tried the weights; empty while the form has faults, or nothing was tried
 */
record WeightingForm(Map<String, String> typed, Set<String> by, Map<String, String> errors, Optional<Weighting> tried) {

    static final String METHOD = "method";
    static final String LOW = "low";
    static final String HIGH = "high";
    static final String BY = "by";

    /** The fields that can be wrong, as they follow each other on the page. */
    static final List<String> ORDER = List.of(BY, LOW, HIGH);

    /** Before the id of a variable. */
    static final String VARIABLE = "by-";

    private static final int LONGEST = 40;
    private static final long MOST_CELLS = 100_000;

    WeightingForm {
        typed = Map.copyOf(typed);
        by = Set.copyOf(by);
        errors = Map.copyOf(errors);
    }

    /** What the survey declares, where the address names no method; else what was asked for. */
    static WeightingForm of(Survey survey, UnaryOperator<String> query) {
        return query.apply(METHOD).isEmpty() ? declared(survey.weighting()) : asked(survey, query);
    }

    private static WeightingForm declared(Weighting weighting) {
        Map<String, String> typed = new LinkedHashMap<>();
        typed.put(METHOD, key(weighting.method()));
        typed.put(LOW, weighting.isTrimmed() ? PlanForm.plain(weighting.trimLow()) : "");
        typed.put(HIGH, weighting.isTrimmed() ? PlanForm.plain(weighting.trimHigh()) : "");
        Set<String> by = new LinkedHashSet<>();
        weighting.margins().forEach(margin -> by.add(margin.variable()));
        return new WeightingForm(typed, by, Map.of(), Optional.empty());
    }

    private static WeightingForm asked(Survey survey, UnaryOperator<String> query) {
        Map<String, String> typed = new LinkedHashMap<>();
        for (String field : List.of(METHOD, LOW, HIGH)) {
            typed.put(field, StaffRequest.checked(query.apply(field).strip(), LONGEST));
        }
        List<Weighting.Margin> populations = survey.populations();
        Set<String> by = new LinkedHashSet<>();
        populations.stream()
                .map(Weighting.Margin::variable)
                .filter(variable -> !query.apply(VARIABLE + variable).isEmpty())
                .forEach(by::add);
        Map<String, String> errors = new LinkedHashMap<>();
        Weighting.Method method = method(typed.getOrDefault(METHOD, ""));
        boolean weighs = method != Weighting.Method.NONE;
        if (weighs && by.isEmpty()) {
            errors.put(BY, "weighting.wrong.none");
        } else if (method == Weighting.Method.CELL && by.size() > 1) {
            errors.put(BY, "weighting.wrong.cell");
        } else if (weighs && cells(populations, by) > MOST_CELLS) {
            errors.put(BY, "weighting.wrong.cells");
        }
        double low = number(typed.getOrDefault(LOW, ""), 0);
        double high = number(typed.getOrDefault(HIGH, ""), 0);
        boolean trims = weighs
                && !(typed.getOrDefault(LOW, "").isEmpty()
                        && typed.getOrDefault(HIGH, "").isEmpty());
        if (trims && !Weighting.areLimits(low, high)) {
            errors.put(low >= 0 && low < 1 ? HIGH : LOW, "weighting.wrong.trim");
        }
        Optional<Weighting> tried = errors.isEmpty()
                ? Optional.of(
                        Weighting.by(method, populations, weighs ? by : Set.of(), trims ? low : 0, trims ? high : 0))
                : Optional.empty();
        return new WeightingForm(typed, by, errors, tried);
    }

    static String key(Weighting.Method method) {
        return method.name().toLowerCase(Locale.ROOT);
    }

    private static Weighting.Method method(String key) {
        return List.of(Weighting.Method.values()).stream()
                .filter(method -> key(method).equals(key))
                .findFirst()
                .orElse(Weighting.Method.RAKING);
    }

    /** Combinations of all categories, one more for each variable that is not told. */
    private static long cells(List<Weighting.Margin> populations, Set<String> by) {
        long cells = 1;
        for (Weighting.Margin margin : populations) {
            boolean counts = by.contains(margin.variable()) && cells <= MOST_CELLS;
            cells *= counts ? margin.population().counts().size() + 1 : 1;
        }
        return cells;
    }

    /** Full-width digits are no fault; −1 where it is no number. */
    private static double number(String text, double otherwise) {
        if (text.isEmpty()) {
            return otherwise;
        }
        try {
            return new BigDecimal(Normalizer.normalize(text, Normalizer.Form.NFKC)).doubleValue();
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}
