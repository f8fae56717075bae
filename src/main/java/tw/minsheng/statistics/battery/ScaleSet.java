package tw.minsheng.statistics.battery;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tw.minsheng.statistics.reliability.Scale;

/**
 * What the battery is computed over.
 *
 * @param scale all items in the order of the columns of {@code answers}, with the limits of their answers
 * @param factors 構面 with their items, in the order of the declaration; none when nothing is declared
 * @param answers scored answers
 * @param group label of each row for known groups, {@code ""} where it is missing; empty when there is no group
 * @param criterion a measure of each row from outside, {@link tw.minsheng.statistics.Missing#ANSWER} where it is missing; empty
 *     when there is none
 * @param extracted how many factors the exploratory analysis takes out, 1 or more; usually as many as are declared
 */
public record ScaleSet(
        Scale scale,
        Map<String, List<String>> factors,
        Answers answers,
        List<String> group,
        List<Double> criterion,
        int extracted) {

    /** @throws IllegalArgumentException when the parts do not fit one another */
    public ScaleSet {
        Map<String, List<String>> ordered = new LinkedHashMap<>();
        factors.forEach((name, items) -> ordered.put(name, List.copyOf(items)));
        factors = Collections.unmodifiableMap(ordered);
        group = List.copyOf(group);
        criterion = List.copyOf(criterion);
        if (answers.items() != scale.size() || extracted < 1) {
            throw new IllegalArgumentException(
                    "answers of " + answers.items() + " items to a scale of " + scale.size());
        }
        Set<String> seen = new HashSet<>();
        for (List<String> items : factors.values()) {
            if (items.isEmpty()
                    || !scale.items().containsAll(items)
                    || !items.stream().allMatch(seen::add)) {
                throw new IllegalArgumentException("no factor out of these items: " + items);
            }
        }
        refuseLength("group", group.size(), answers.rows());
        refuseLength("criterion", criterion.size(), answers.rows());
    }

    private static void refuseLength(String what, int length, int rows) {
        if (length != 0 && length != rows) {
            throw new IllegalArgumentException(what + " of " + length + " rows, answers of " + rows);
        }
    }

    /** Without group and criterion; as many factors as are declared. */
    public static ScaleSet of(Scale scale, Map<String, List<String>> factors, Answers answers) {
        return new ScaleSet(scale, factors, answers, List.of(), List.of(), StrictMath.max(1, factors.size()));
    }

    public ScaleSet withGroup(List<String> labels) {
        return new ScaleSet(scale, factors, answers, labels, criterion, extracted);
    }

    public ScaleSet withCriterion(List<Double> measures) {
        return new ScaleSet(scale, factors, answers, group, measures, extracted);
    }

    public ScaleSet withExtracted(int number) {
        return new ScaleSet(scale, factors, answers, group, criterion, number);
    }

    /** {@code total} with every item, then each 構面 that is not the same as the total. */
    Map<String, List<String>> scales() {
        Map<String, List<String>> scales = new LinkedHashMap<>();
        scales.put(Block.TOTAL, scale.items());
        factors.forEach((name, items) -> {
            if (!new ArrayList<>(items).equals(scale.items())) {
                scales.put(name, items);
            }
        });
        return scales;
    }
}
