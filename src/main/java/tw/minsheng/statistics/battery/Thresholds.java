package tw.minsheng.statistics.battery;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoublePredicate;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;

/**
 * 判斷標準 of item analysis: rules of thumb by which an item is proposed to be kept, revised or deleted. A rule that cannot be judged,
 * because its number does not exist, is left out; a person confirms the proposal.
 *
 * <p>An item is deleted only where α rises without it (statistics.md, section 6): other broken rules are named beside an item that is kept.
 * α has risen when it is {@value #LEAST_RISE} higher, one unit of the last digit that is printed. Where α is negative the items contradict
 * each other: a 反向題 that is not marked is likely, nothing is deleted, and the other rules say nothing.
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
    static final String REVISE = "revise";

    private static final String ALPHA_IF_DELETED = "alpha_if_deleted";
    private static final String ALPHA_NOT_NEGATIVE = "alpha_not_negative";
    private static final String ITEM_NOT_NEGATIVE = "item_not_negative";
    private static final double LEAST_RISE = .001;

    /** Of an item that everybody answers the same: nothing else of it can be judged. */
    static final Map<String, Boolean> CONSTANT = Map.of("varies", false);

    public Thresholds {
        if (failures < 1) {
            throw new IllegalArgumentException("an item without a broken rule cannot be deleted: " + failures);
        }
    }

    /** 決斷值 3.5 with p below .05, 題總相關 .30, loading .45, communality .20; one broken rule is enough. */
    public static Thresholds usual() {
        return new Thresholds(3.5, .05, .30, .45, .20, 1);
    }

    /**
     * Which rules hold. Where the items cancel each other out, or one goes against the others, only that is said: it is probably a
     * reverse item that is not marked, and the other rules judge it by the wrong direction.
     *
     * @param ratio 決斷值, {@code p} its probability
     * @param corrected item-total correlation without the item
     * @param without α without the item; it must not rise above {@code alpha}
     * @return by the names of the rules, in their order
     */
    Map<String, Boolean> judge(
            Value ratio, Value p, Value corrected, Value without, Value alpha, Value weight, Value common) {
        if (contradicts(alpha)) {
            return Map.of(ALPHA_NOT_NEGATIVE, false);
        }
        if (corrected.isKnown() && corrected.number() < 0) {
            return Map.of(ITEM_NOT_NEGATIVE, false);
        }
        Map<String, Boolean> rules = new LinkedHashMap<>();
        add(rules, "critical_ratio", ratio, x -> x >= criticalRatio);
        add(rules, "critical_ratio_p", p, x -> x < significance);
        add(rules, "item_total_corrected", corrected, x -> x >= itemTotal);
        if (alpha.isKnown()) {
            add(rules, ALPHA_IF_DELETED, without, x -> x < alpha.number() + LEAST_RISE);
        }
        add(rules, "loading", weight, x -> x >= loading);
        add(rules, "communality", common, x -> x >= communality);
        return rules;
    }

    /** Where the items cancel out altogether, the total does not vary and α has no denominator. */
    private static boolean contradicts(Value alpha) {
        return alpha.isKnown() ? alpha.number() < 0 : alpha.reason().equals(Optional.of(Reason.ZERO_DENOMINATOR));
    }

    private static void add(Map<String, Boolean> rules, String name, Value value, DoublePredicate holds) {
        if (value.isKnown()) {
            rules.put(name, holds.test(value.number()));
        }
    }

    /** {@code keep}, {@code revise} or {@code delete}, by the rules that hold and those that do not. */
    String decide(Map<String, Boolean> rules) {
        if (rules.containsKey(ALPHA_NOT_NEGATIVE) || rules.containsKey(ITEM_NOT_NEGATIVE)) {
            return REVISE;
        }
        if (rules.getOrDefault(ALPHA_IF_DELETED, false)) {
            return KEEP;
        }
        return rules.values().stream().filter(holds -> !holds).count() < failures ? KEEP : DELETE;
    }
}
