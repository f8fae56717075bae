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
    static final String BOUND_LOW = "bound-low";
    static final String BOUND_HIGH = "bound-high";
    static final String BY = "by";

    /** The fields that can be wrong, as they follow each other on the page. */
    static final List<String> ORDER = List.of(BY, BOUND_LOW, BOUND_HIGH, LOW, HIGH);

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
        Weighting.Bounds bounds = weighting.bounds();
        typed.put(BOUND_LOW, bounds.isGiven() ? PlanForm.plain(bounds.low()) : "");
        typed.put(BOUND_HIGH, bounds.isGiven() ? PlanForm.plain(bounds.high()) : "");
        Set<String> by = new LinkedHashSet<>();
        weighting.margins().forEach(margin -> by.add(margin.variable()));
        return new WeightingForm(typed, by, Map.of(), Optional.empty());
    }

    private static WeightingForm asked(Survey survey, UnaryOperator<String> query) {
        Map<String, String> typed = new LinkedHashMap<>();
        for (String field : List.of(METHOD, BOUND_LOW, BOUND_HIGH, LOW, HIGH)) {
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
        Weighting.Bounds bounds =
                weighs ? limits(typed, BOUND_LOW, BOUND_HIGH, "bounds", errors) : Weighting.Bounds.NONE;
        if (!method.suits(bounds) && !errors.containsKey(BOUND_LOW) && !errors.containsKey(BOUND_HIGH)) {
            errors.put(BOUND_LOW, bounds.isGiven() ? "weighting.wrong.no_bounds" : "weighting.wrong.bounds");
        }
        Weighting.Bounds trim = weighs ? limits(typed, LOW, HIGH, "trim", errors) : Weighting.Bounds.NONE;
        Optional<Weighting> tried = errors.isEmpty()
                ? Optional.of(Weighting.by(method, populations, weighs ? by : Set.of(), trim.low(), trim.high())
                        .within(bounds))
                : Optional.empty();
        return new WeightingForm(typed, by, errors, tried);
    }

    /** Two numbers around 1; none where both fields are empty. */
    private static Weighting.Bounds limits(
            Map<String, String> typed, String low, String high, String what, Map<String, String> errors) {
        if (typed.getOrDefault(low, "").isEmpty()
                && typed.getOrDefault(high, "").isEmpty()) {
            return Weighting.Bounds.NONE;
        }
        Weighting.Bounds limits =
                new Weighting.Bounds(number(typed.getOrDefault(low, ""), 0), number(typed.getOrDefault(high, ""), 0));
        if (!Weighting.areLimits(limits.low(), limits.high())) {
            errors.put(limits.low() >= 0 && limits.low() < 1 ? high : low, "weighting.wrong." + what);
        }
        return limits;
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
