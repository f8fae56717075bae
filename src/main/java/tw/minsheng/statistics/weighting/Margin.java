package tw.minsheng.statistics.weighting;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;

/**
 * One margin of the population: a variable, its categories and how many units each has.
 *
 * @param variable name of the variable
 * @param levels names of the categories; matched by name, never by position
 * @param targets units per category, 0 or more
 */
public record Margin(String variable, List<String> levels, List<Double> targets) {

    public Margin {
        levels = List.copyOf(levels);
        targets = List.copyOf(targets);
        if (levels.size() != targets.size() || levels.isEmpty()) {
            throw new IllegalArgumentException("categories and targets of " + variable + " differ in number");
        }
        for (double target : targets) {
            if (!(target >= 0) || Double.isInfinite(target)) {
                throw new IllegalArgumentException("a target of " + variable + " is 0 or more: " + target);
            }
        }
    }

    public int size() {
        return levels.size();
    }

    public double target(int level) {
        return targets.get(level);
    }

    public double total() {
        double sum = 0;
        for (double target : targets) {
            sum += target;
        }
        return sum;
    }

    /** The category of this name; empty when the population does not have it. */
    public OptionalInt indexOf(String level) {
        int index = levels.indexOf(level);
        return index < 0 ? OptionalInt.empty() : OptionalInt.of(index);
    }

    /** Why a sample with this category cannot be weighted. */
    public static Value withoutPopulation(String level) {
        return Value.undefined(Reason.CATEGORY_WITHOUT_POPULATION, Map.of("category", level));
    }

    /**
     * The margin with one more category for answers that do not tell the variable. It keeps the share it has under the
     * design weights; the known categories share the rest in proportion to the population.
     *
     * @param level name of the new category
     * @param share of the design weights, in [0, 1)
     */
    public Margin withUnknown(String level, double share) {
        if (!(share >= 0 && share < 1)) {
            throw new IllegalArgumentException("share of unknown answers: " + share);
        }
        List<String> names = new ArrayList<>(levels);
        names.add(level);
        List<Double> sizes =
                new ArrayList<>(targets.stream().map(t -> t * (1 - share)).toList());
        sizes.add(total() * share);
        return new Margin(variable, names, sizes);
    }
}
