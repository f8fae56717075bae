package tw.minsheng.statistics.battery;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.DoublePredicate;
import tw.minsheng.statistics.Value;

/**
 * 判斷標準 of item analysis: rules of thumb by which an item is proposed to be kept or deleted. A rule that cannot be judged,
 * because its number does not exist, is left out; a person confirms the proposal.
 *
 * @param criticalRatio least absolute 決斷值
 * @param significance its p must lie below
 * @param itemTotal least corrected item-total correlation
 * @param loading least loading on the first component
 * @param communality least communality
 * @param failures so many broken rules propose to delete, 1 or more
 */
public record Thresholds(
        double criticalRatio, double significance, double itemTotal, double loading, double communality, int failures) {

    static final String KEEP = "keep";
    static final String DELETE = "delete";

    public Thresholds {
        if (failures < 1) {
            throw new IllegalArgumentException("an item without a broken rule cannot be deleted: " + failures);
        }
    }

    /** 決斷值 3.5 with p below .05, 題總相關 .30, loading .45, communality .20; one broken rule is enough. */
    public static Thresholds usual() {
        return new Thresholds(3.5, .05, .30, .45, .20, 1);
    }

    /** The same with the second set's 決斷值 of 3.0. */
    public static Thresholds lenient() {
        return new Thresholds(3.0, .05, .30, .45, .20, 1);
    }

    /**
     * Which rules hold.
     *
     * @param ratio 決斷值, {@code p} its probability
     * @param corrected item-total correlation without the item
     * @param without α without the item; it must not rise above {@code alpha}
     */
    Map<String, Boolean> judge(
            Value ratio, Value p, Value corrected, Value without, Value alpha, Value weight, Value common) {
        Map<String, Boolean> rules = new LinkedHashMap<>();
        add(rules, "critical_ratio", ratio, x -> StrictMath.abs(x) >= criticalRatio);
        add(rules, "critical_ratio_p", p, x -> x < significance);
        add(rules, "item_total_corrected", corrected, x -> x >= itemTotal);
        if (alpha.isKnown()) {
            add(rules, "alpha_if_deleted", without, x -> x <= alpha.number());
        }
        add(rules, "loading", weight, x -> x >= loading);
        add(rules, "communality", common, x -> x >= communality);
        return rules;
    }

    private static void add(Map<String, Boolean> rules, String name, Value value, DoublePredicate holds) {
        if (value.isKnown()) {
            rules.put(name, holds.test(value.number()));
        }
    }

    /** An item of which nothing can be judged does not vary or has no answers: it is proposed to be deleted. */
    boolean keeps(Collection<Boolean> rules) {
        return !rules.isEmpty() && rules.stream().filter(holds -> !holds).count() < failures;
    }
}
