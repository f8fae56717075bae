package tw.minsheng.statistics.battery;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.factor.Extraction;
import tw.minsheng.statistics.factor.PrincipalAxis;
import tw.minsheng.statistics.factor.PrincipalComponents;
import tw.minsheng.statistics.item.CriticalRatio;
import tw.minsheng.statistics.item.ExtremeGroups;
import tw.minsheng.statistics.reliability.ItemReliability;
import tw.minsheng.statistics.reliability.ScaleReliability;

/** 項目分析 of one scale, over complete rows: IA1 to IA4. */
final class ItemBlock {

    static final String NAME = "item_analysis";

    private static final List<String> RATIO = List.of(
            "mean_high",
            "mean_low",
            "diff",
            "levene_F",
            "levene_p",
            "t_equal",
            "df_equal",
            "p_equal",
            "t_welch",
            "df_welch",
            "p_welch",
            "CR_spss_practice");

    private static final List<String> TABLE = List.of(
            "mean",
            "sd",
            "skewness",
            "critical_ratio",
            "p",
            "item_total_r",
            "item_total_corrected",
            "alpha_if_deleted",
            "loading",
            "communality");

    private final Cut cut;
    private final Sheet sheet;
    private final Thresholds thresholds;
    private final ScaleReliability scale;
    private final List<CriticalRatio> ratios;
    private final Extraction component;

    private ItemBlock(Cut cut, Thresholds thresholds) {
        this.cut = cut;
        this.thresholds = thresholds;
        this.sheet = new Sheet(cut.refusal());
        this.scale = cut.reliability();
        this.ratios = cut.refusal().isEmpty() ? new Extremes(cut).ratios() : List.of();
        List<Value> refusal = cut.refusal(2);
        this.component =
                refusal.isEmpty() ? PrincipalComponents.of(cut.correlation(), 1) : Extraction.refused(refusal.get(0));
    }

    static Block of(Cut cut, String name, Thresholds thresholds) {
        ItemBlock block = new ItemBlock(cut, thresholds);
        block.extremes();
        block.totals();
        block.loadings();
        block.proposal();
        block.sheet.warn("item_table", block.scale.warnings());
        return block.sheet.block(NAME, name, cut.rule(), cut.n());
    }

    private void extremes() {
        sheet.put("extreme_groups", () -> new Extremes(cut).borders(ExtremeGroups.USUAL));
        sheet.put("critical_ratio_table", () -> Shape.table(cut.items(), RATIO, this::ratio));
        sheet.put("extreme_groups_25", () -> new Extremes(cut).borders(.25));
        sheet.put("extreme_groups_33", () -> new Extremes(cut).borders(.33));
    }

    private Value ratio(int item, int column) {
        return cut.ofItem(item, cut.answered(), i -> cell(ratios.get(i), column));
    }

    private static Value cell(CriticalRatio ratio, int column) {
        return switch (column) {
            case 0 -> ratio.high();
            case 1 -> ratio.low();
            case 2 -> ratio.high().map(high -> high - ratio.low().number());
            case 3 -> ratio.levene().f();
            case 4 -> ratio.levene().p();
            case 5 -> ratio.pooled().t();
            case 6 -> ratio.pooled().df();
            case 7 -> ratio.pooled().p();
            case 8 -> ratio.welch().t();
            case 9 -> ratio.welch().df();
            case 10 -> ratio.welch().p();
            default -> ratio.ratio();
        };
    }

    private Value item(int item, Function<ItemReliability, Value> value) {
        return cut.ofItem(item, cut.answered(), i -> value.apply(scale.items().get(i)));
    }

    private void totals() {
        sheet.put(
                "item_total_r_and_p",
                () -> Shape.table(
                        cut.items(),
                        List.of("r", "p"),
                        (i, j) -> item(i, j == 0 ? ItemReliability::total : ItemReliability::totalP)));
        sheet.put(
                "item_total_corrected", () -> Shape.byName(cut.items(), i -> item(i, ItemReliability::totalCorrected)));
        sheet.put("alpha_if_deleted", () -> Shape.byName(cut.items(), i -> item(i, ItemReliability::alphaIfDeleted)));
        sheet.value("alpha_total", scale::alphaRaw);
    }

    private Value loading(int item) {
        return cut.ofItem(item, cut.varying(), i -> ofComponent(i, false));
    }

    private Value communality(int item) {
        return cut.ofItem(item, cut.varying(), i -> ofComponent(i, true));
    }

    private Value ofComponent(int item, boolean squared) {
        if (!component.isKnown()) {
            return component.refusal().get(0);
        }
        return Value.of(
                squared
                        ? component.matrix().rowSquares(item)
                        : component.matrix().at(item, 0));
    }

    private void loadings() {
        sheet.put(
                "pc1_loading_and_communality",
                () -> Shape.table(
                        cut.items(),
                        List.of("loading", "communality"),
                        (i, j) -> j == 0 ? loading(i) : communality(i)));
        sheet.put("paf1_loading", () -> {
            List<Value> refusal = cut.refusal(3);
            Extraction axis =
                    refusal.isEmpty() ? PrincipalAxis.of(cut.correlation(), 1) : Extraction.refused(refusal.get(0));
            return cut.byItem(
                    cut.varying(),
                    i -> axis.isKnown()
                            ? Value.of(axis.matrix().at(i, 0))
                            : axis.refusal().get(0));
        });
    }

    /** IA4: the table that a page shows, and the proposal that a person confirms. */
    private void proposal() {
        sheet.put("item_table", () -> Shape.table(cut.items(), TABLE, this::tableCell));
        sheet.put("decision", () -> proposed(rules -> new Shape.Text(thresholds.decide(rules))));
        sheet.put("decision_rules", () -> proposed(ItemBlock::named));
    }

    private static Shape named(Map<String, Boolean> rules) {
        Map<String, Shape> parts = new LinkedHashMap<>();
        rules.forEach((rule, holds) -> parts.put(rule, new Shape.Truth(holds)));
        return new Shape.Named(parts);
    }

    /** What is made of the rules of each item; nothing on few answers, nor of an item that nobody answered. */
    private Shape proposed(Function<Map<String, Boolean>, Shape> shape) {
        if (cut.n() < ScaleReliability.FEW_ANSWERS) {
            return Shape.of(Value.undefined(Reason.N_TOO_SMALL, Map.of("n", Long.toString(cut.n()))));
        }
        Map<String, Shape> parts = new LinkedHashMap<>();
        for (int i = 0; i < cut.items().size(); i++) {
            String item = cut.items().get(i);
            parts.put(
                    item,
                    cut.answered().contains(item)
                            ? shape.apply(judged(i))
                            : Shape.of(Value.undefined(Reason.ITEM_ALL_MISSING, Map.of("item", item))));
        }
        return new Shape.Named(parts);
    }

    private Value tableCell(int item, int column) {
        return switch (column) {
            case 0 -> item(item, i -> i.distribution().moments().mean());
            case 1 -> item(item, i -> i.distribution().moments().standardDeviation());
            case 2 ->
                item(item, i -> i.distribution().moments().skewness(tw.minsheng.statistics.moments.Shape.TYPE_2_SPSS));
            case 3 -> ratio(item, RATIO.size() - 1);
            case 4 -> cut.ofItem(item, cut.answered(), i -> ratios.get(i).p());
            case 5 -> item(item, ItemReliability::total);
            case 6 -> item(item, ItemReliability::totalCorrected);
            case 7 -> item(item, ItemReliability::alphaIfDeleted);
            case 8 -> loading(item);
            default -> communality(item);
        };
    }

    /** Each rule that can be judged, in order, with whether it holds. */
    private Map<String, Boolean> judged(int item) {
        if (!cut.varying().contains(cut.items().get(item))) {
            return Thresholds.CONSTANT;
        }
        return thresholds.judge(
                tableCell(item, 3),
                tableCell(item, 4),
                tableCell(item, 6),
                tableCell(item, 7),
                scale.alphaRaw(),
                tableCell(item, 8),
                tableCell(item, 9));
    }
}
