package tw.minsheng.web.staff;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import tw.minsheng.report.plan.Wish;
import tw.minsheng.survey.Population;
import tw.minsheng.survey.SamplingPlan;
import tw.minsheng.survey.Survey;

/**
 * What was typed into the planner, as it stands in the address, and what is wrong with it.
 *
 * @param typed field → what stands in it
 * @param errors field → key of the words of what is wrong
 */
record PlanForm(Map<String, String> typed, Map<String, String> errors, Wish wish) {

    static final List<String> FIELDS = List.of(
            "margin",
            "confidence",
            "population",
            "rate",
            "deff",
            "proportion",
            "groups",
            "cost",
            "strata",
            "sharing",
            "least");

    static final int LONGEST = 6500;
    private static final int MOST_STRATA = 100;
    private static final double PERCENT = 100;
    /** Visitors of a session are alike: the least of what the hint beside the field names. */
    private static final String SESSIONS_DEFF = "1.5";

    private static final long MOST_PEOPLE = 100_000_000_000L;

    /** What is computed with while the form has faults; nothing of it is shown then. */
    private static final Wish USUAL =
            new Wish(.03, .95, .5, OptionalLong.empty(), 1, .35, 1, 0, List.of(), Wish.Sharing.PROPORTIONAL, 0);

    /** What stands in a field before anybody typed. */
    private static final Map<String, String> DEFAULTS = Map.of(
            "margin",
            "3",
            "confidence",
            "95",
            "population",
            "",
            "rate",
            "35",
            "deff",
            "1",
            "proportion",
            "50",
            "groups",
            "1",
            "cost",
            "0",
            "sharing",
            "proportional",
            "least",
            "0");

    PlanForm {
        typed = Map.copyOf(typed);
        errors = Map.copyOf(errors);
    }

    boolean isGood() {
        return errors.isEmpty();
    }

    /** A planner for no survey yet. */
    static PlanForm usual() {
        return read(field -> DEFAULTS.getOrDefault(field, ""));
    }

    /** What the survey plans, its strata by their words. */
    static PlanForm of(Survey survey, Words words) {
        return of(survey.sampling(), names(survey, survey.sampling().strata().variable(), words));
    }

    /** @param names gives the name of a stratum by its code */
    static PlanForm of(SamplingPlan plan, UnaryOperator<String> names) {
        Map<String, String> typed = new LinkedHashMap<>(DEFAULTS);
        if (plan.precision().isGiven()) {
            typed.put("margin", plain(plan.precision().marginOfError() * PERCENT));
            typed.put("confidence", plain(plan.precision().confidence() * PERCENT));
            typed.put("rate", plain(plan.precision().expectedResponseRate() * PERCENT));
        }
        if (plan.frame().isGiven()) {
            typed.put("population", Long.toString(plan.frame().size()));
        }
        if (plan.design() == SamplingPlan.Design.ONSITE) {
            typed.put("deff", SESSIONS_DEFF);
        }
        typed.put("strata", lines(plan.strata().targets(), names));
        if (plan.strata().allocation() == SamplingPlan.Allocation.EQUAL) {
            typed.put("sharing", "equal");
        }
        return read(field -> typed.getOrDefault(field, ""));
    }

    /** Gives the words that a survey has for a code of a variable; the code itself where it has none. */
    static UnaryOperator<String> names(Survey survey, String variable, Words words) {
        return code -> survey.variable(variable)
                .flatMap(known -> known.value(code))
                .map(value -> words.text(value.label()))
                .filter(label -> !label.isBlank())
                .orElse(code);
    }

    /** Categories with their people, one in a line. */
    static String lines(Population people, UnaryOperator<String> names) {
        List<String> lines = new ArrayList<>();
        people.counts().forEach((code, size) -> lines.add(names.apply(code) + "," + size));
        return String.join("\n", lines);
    }

    /**
     * What is asked for; what an address leaves out stays as it is here.
     *
     * @param isThere whether the address names a field
     * @param query gives what stands in it
     */
    PlanForm with(Predicate<String> isThere, UnaryOperator<String> query) {
        return read(field -> isThere.test(field) ? query.apply(field) : typed.getOrDefault(field, ""));
    }

    private static PlanForm read(UnaryOperator<String> query) {
        Map<String, String> typed = new LinkedHashMap<>();
        for (String field : FIELDS) {
            typed.put(field, StaffRequest.checked(query.apply(field).strip(), LONGEST));
        }
        Reader reader = new Reader(typed);
        Wish wish = reader.wish();
        return new PlanForm(typed, reader.errors, reader.errors.isEmpty() ? wish : USUAL);
    }

    /** 3 and not 3.0000000000000004. */
    static String plain(double number) {
        return new BigDecimal(Double.toString(number))
                .setScale(6, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
    }

    /** Takes the fields one by one, so that every fault is told at once. */
    static final class Reader {

        private final Map<String, String> typed;
        private final Map<String, String> errors = new LinkedHashMap<>();

        Reader(Map<String, String> typed) {
            this.typed = typed;
        }

        Wish wish() {
            double margin = number("margin", 0, PERCENT, false) / PERCENT;
            double confidence = number("confidence", 0, PERCENT, false) / PERCENT;
            double rate = number("rate", 0, PERCENT, true) / PERCENT;
            double proportion = number("proportion", 0, PERCENT, false) / PERCENT;
            double deff = number("deff", 0, 1000, true);
            int groups = (int) whole("groups", 1, 1000);
            double cost = text("cost").isEmpty() ? 0 : number("cost", -1e-9, 1e7, true);
            long least = text("least").isEmpty() ? 0 : whole("least", 0, MOST_PEOPLE);
            OptionalLong population = text("population").isEmpty()
                    ? OptionalLong.empty()
                    : OptionalLong.of(whole("population", 1, MOST_PEOPLE));
            List<Wish.Layer> layers = layers();
            Wish.Sharing sharing = "equal".equals(text("sharing")) ? Wish.Sharing.EQUAL : Wish.Sharing.PROPORTIONAL;
            if (!errors.isEmpty()) {
                return USUAL;
            }
            long sum = layers.stream().mapToLong(Wish.Layer::size).sum();
            if (!layers.isEmpty() && population.isPresent() && population.getAsLong() != sum) {
                errors.put("strata", "plan.wrong.sum");
            }
            return new Wish(
                    margin,
                    confidence,
                    proportion,
                    population,
                    deff,
                    rate,
                    groups,
                    Math.max(0, cost),
                    layers,
                    sharing,
                    least);
        }

        /** Field → key of the words of what is wrong, so far. */
        Map<String, String> errors() {
            return errors;
        }

        boolean isEmpty(String field) {
            return text(field).isEmpty();
        }

        /** Full-width digits, thousands separators and signs of percent are no faults. */
        private String text(String field) {
            return plainText(typed.getOrDefault(field, ""));
        }

        private static String plainText(String text) {
            return Normalizer.normalize(text, Normalizer.Form.NFKC)
                    .replace("%", "")
                    .replace(",", "")
                    .replace(" ", "");
        }

        double number(String field, double above, double most, boolean mostToo) {
            try {
                double number = new BigDecimal(text(field)).doubleValue();
                if (number > above && (number < most || (mostToo && number == most))) {
                    return number;
                }
            } catch (NumberFormatException e) {
                // told below
            }
            errors.put(field, "plan.wrong." + field);
            return 1;
        }

        long whole(String field, long least, long most) {
            if (text(field).matches("[0-9]{1,12}")) {
                long number = Long.parseLong(text(field));
                if (number >= least && number <= most) {
                    return number;
                }
            }
            errors.put(field, "plan.wrong." + field);
            return 1;
        }

        /** Lines of a name and a number, told apart by the last comma or tab. */
        List<Wish.Layer> layers() {
            List<Wish.Layer> layers = new ArrayList<>();
            List<String> lines = typed.getOrDefault("strata", "")
                    .lines()
                    .filter(line -> !line.isBlank())
                    .toList();
            for (String line : lines) {
                int comma = Math.max(Math.max(line.lastIndexOf(','), line.lastIndexOf('\t')), line.lastIndexOf('，'));
                String size = comma < 0 ? "" : plainText(line.substring(comma + 1));
                if (!size.matches("[0-9]{1,11}") || Long.parseLong(size) < 1) {
                    errors.put("strata", "plan.wrong.strata");
                    return List.of();
                }
                layers.add(new Wish.Layer(line.substring(0, comma).strip(), Long.parseLong(size)));
            }
            if (layers.size() > MOST_STRATA) {
                errors.put("strata", "plan.wrong.many");
            }
            return layers;
        }
    }
}
