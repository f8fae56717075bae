package tw.minsheng.statistics.battery;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import tw.minsheng.statistics.Missing;
import tw.minsheng.statistics.MissingRule;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.rating.ContentValidity;

/** 專家效度 of several items: CV1 to CV4. An expert who does not rate an item does not count for it. */
public final class ExpertPanel {

    private static final int FEWEST_LISTED = 5;
    private static final int MOST_LISTED = 40;

    private final List<String> items;
    private final List<double[]> ratings;
    private final double lowest;
    private final double highest;
    private final Sheet sheet = new Sheet(List.of());

    private ExpertPanel(List<String> items, double[][] ratings, double lowest, double highest) {
        this.items = List.copyOf(items);
        this.ratings = Arrays.stream(ratings)
                .map(row -> Arrays.stream(row).filter(x -> !Missing.is(x)).toArray())
                .toList();
        this.lowest = lowest;
        this.highest = highest;
    }

    /**
     * @param items names
     * @param ratings one row for each item, one column for each expert; {@link Missing#ANSWER} where there is none
     * @param lowest grade, usually 1
     * @param highest grade, usually 4: this one is "essential", the two highest are "relevant"
     */
    public static Block of(List<String> items, double[][] ratings, double lowest, double highest) {
        ExpertPanel panel = new ExpertPanel(items, ratings, lowest, highest);
        panel.relevance();
        panel.essential();
        panel.aiken();
        int experts = ratings.length == 0 ? 0 : ratings[0].length;
        return panel.sheet.block("content_validity", Block.ALL, MissingRule.NONE, experts);
    }

    private static int atLeast(double[] row, double grade) {
        return (int) Arrays.stream(row).filter(x -> x >= grade).count();
    }

    private int relevant(double[] row) {
        return atLeast(row, highest - 1);
    }

    private Shape byItem(Function<double[], Value> value) {
        return Shape.byName(items, i -> value.apply(ratings.get(i)));
    }

    /** The mean over all items; the first reason when one has no value. */
    private Value average(Function<double[], Value> value) {
        List<Value> all = new ArrayList<>();
        ratings.forEach(row -> all.add(value.apply(row)));
        return all.stream()
                .filter(one -> !one.isKnown())
                .findFirst()
                .orElseGet(() -> all.isEmpty()
                        ? Value.undefined(Reason.NO_DATA)
                        : Value.of(all.stream().mapToDouble(Value::number).sum() / all.size()));
    }

    private Value index(double[] row) {
        return ContentValidity.itemIndex(relevant(row), row.length);
    }

    private void relevance() {
        sheet.put("i_cvi", () -> byItem(this::index));
        sheet.value("s_cvi_ave", () -> average(this::index));
        sheet.value("s_cvi_ua", () -> average(row -> index(row).map(share -> share == 1 ? 1 : 0)));
        sheet.put("modified_kappa", () -> byItem(row -> ContentValidity.modifiedKappa(relevant(row), row.length)));
    }

    private Value ratio(double[] row) {
        return ContentValidity.ratio(atLeast(row, highest), row.length);
    }

    private void essential() {
        sheet.put("lawshe_cvr", () -> byItem(this::ratio));
        sheet.value("lawshe_cvi_mean_cvr", () -> average(this::ratio));
        sheet.put(
                "lawshe_critical_exact",
                () -> Shape.byName(
                        IntStream.rangeClosed(FEWEST_LISTED, MOST_LISTED)
                                .mapToObj(Integer::toString)
                                .toList(),
                        i -> ContentValidity.criticalRatio(i + FEWEST_LISTED)));
    }

    private Value aiken(double[] row) {
        return ContentValidity.aiken(row, lowest, highest);
    }

    private void aiken() {
        sheet.put("aiken_v", () -> byItem(this::aiken));
        sheet.put(
                "aiken_v_ci95_score",
                () -> Shape.table(items, List.of("lower", "upper"), (i, j) -> limit(ratings.get(i), j == 0)));
        sheet.put(
                "aiken_v_right_tail_p",
                () -> byItem(row -> ContentValidity.aikenP(
                        Arrays.stream(row).mapToInt(x -> (int) x).toArray(), (int) lowest, (int) highest)));
    }

    private Value limit(double[] row, boolean lower) {
        Value v = aiken(row);
        if (!v.isKnown()) {
            return v;
        }
        var interval = ContentValidity.aikenInterval(v.number(), row.length, lowest, highest);
        return lower ? interval.lower() : interval.upper();
    }
}
