package tw.minsheng.statistics.driver;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import tw.minsheng.statistics.Missing;
import tw.minsheng.statistics.MissingRule;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.compare.Association;
import tw.minsheng.statistics.moments.CrossSums;
import tw.minsheng.statistics.moments.Moments;

/**
 * 重要－表現程度分析 (IP1; Martilla and James 1977): performance is the mean of an item over those who answered it, importance its
 * correlation with the overall item over those who answered both. The cross lies at the means over the items; a value at the
 * mean belongs to the upper side.
 *
 * @param items in the given order
 * @param crossPerformance mean of the performances; {@code too_few_items} with fewer than 3 items that have both numbers
 * @param crossImportance mean of Pearson's importances, with the same reason
 */
public record ImportancePerformance(List<Item> items, Value crossPerformance, Value crossImportance) {

    /** With fewer items the means are the items themselves. */
    private static final int FEWEST = 3;

    public ImportancePerformance {
        items = List.copyOf(items);
    }

    /**
     * One item.
     *
     * @param performance {@code no_data} when nobody answered
     * @param importance Pearson's r with the overall item
     * @param rankImportance Spearman's ρ
     * @param n who answered both
     * @param quadrant by Pearson's r; nothing where the item or the cross has no number. Items without a number take no part in
     *     the cross
     */
    public record Item(
            Value performance, Value importance, Value rankImportance, long n, Optional<Quadrant> quadrant) {}

    /**
     * The picture of some items.
     *
     * @param items a row for each item, an answer for each person; {@link Missing#ANSWER} is missing
     * @param overall by person
     */
    public static ImportancePerformance of(double[][] items, double[] overall) {
        return placed(Arrays.stream(items).map(item -> measured(item, overall)).toList());
    }

    /**
     * The same with weights: weighted means, and Pearson's r of the weighted moments. Spearman's ρ stays that of the plain rows.
     *
     * @param weights by person, 0 or more
     */
    public static ImportancePerformance weighted(double[][] items, double[] overall, double[] weights) {
        return placed(Arrays.stream(items)
                .map(item -> measured(item, overall, weights))
                .toList());
    }

    private static ImportancePerformance placed(List<Item> measured) {
        List<Item> whole = measured.stream()
                .filter(item ->
                        item.performance().isKnown() && item.importance().isKnown())
                .toList();
        if (whole.size() < FEWEST) {
            Value why = Value.undefined(Reason.TOO_FEW_ITEMS, Map.of("k", Integer.toString(whole.size())));
            return new ImportancePerformance(measured, why, why);
        }
        double performance = mean(whole.stream().map(Item::performance).toList());
        double importance = mean(whole.stream().map(Item::importance).toList());
        List<Item> placed = new ArrayList<>();
        for (Item item : measured) {
            Optional<Quadrant> quadrant = whole.contains(item)
                    ? Optional.of(Quadrant.of(
                            item.importance().number() >= importance,
                            item.performance().number() >= performance))
                    : Optional.empty();
            placed.add(new Item(item.performance(), item.importance(), item.rankImportance(), item.n(), quadrant));
        }
        return new ImportancePerformance(placed, Value.of(performance), Value.of(importance));
    }

    private static Item measured(double[] item, double[] overall) {
        int[] both = IntStream.range(0, overall.length)
                .filter(i -> !Missing.is(item[i]) && !Missing.is(overall[i]))
                .toArray();
        double[] x = Arrays.stream(both).mapToDouble(i -> item[i]).toArray();
        double[] y = Arrays.stream(both).mapToDouble(i -> overall[i]).toArray();
        return new Item(
                Moments.of(item).mean(),
                Association.pearson(x, y, .95).r(),
                Association.spearman(x, y).r(),
                both.length,
                Optional.empty());
    }

    private static Item measured(double[] item, double[] overall, double[] weights) {
        Item plain = measured(item, overall);
        CrossSums sums = CrossSums.of(2, MissingRule.PAIRWISE);
        for (int i = 0; i < overall.length; i++) {
            sums.add(new double[] {item[i], overall[i]}, weights[i]);
        }
        Value performance = plain.performance().map(mean -> sums.mean(0));
        Value importance = plain.importance().map(r -> sums.correlation(0, 1));
        return new Item(performance, importance, plain.rankImportance(), plain.n(), Optional.empty());
    }

    private static double mean(List<Value> values) {
        return values.stream().mapToDouble(Value::number).sum() / values.size();
    }
}
