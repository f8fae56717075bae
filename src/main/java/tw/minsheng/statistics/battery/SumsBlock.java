package tw.minsheng.statistics.battery;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import tw.minsheng.statistics.Interval;
import tw.minsheng.statistics.MissingRule;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.reliability.Alpha;
import tw.minsheng.statistics.reliability.ItemReliability;
import tw.minsheng.statistics.reliability.Scale;
import tw.minsheng.statistics.reliability.ScaleReliability;

/**
 * What of 信度 needs sums only, never rows: any number of answers, read once, within the memory of k² numbers. The names are those
 * of the block {@code reliability}, and so are the numbers.
 */
public final class SumsBlock {

    /** Statistics that sums are enough for. */
    public static final Set<String> NAMES = Set.of(
            "alpha_raw",
            "alpha_std",
            "average_r",
            "median_r",
            "signal_noise",
            "ci95_feldt",
            "ci95_feldt" + Battery.OWN_N,
            "scale_mean_sum",
            "scale_sd_sum",
            "sem_sum_score",
            "alpha_if_deleted",
            "alpha_std_if_deleted",
            "item_total_corrected");

    private static final double LEVEL = .95;

    private final List<String> items;
    private final ScaleReliability reliability;
    private final Sheet sheet = new Sheet(List.of());

    private SumsBlock(Scale scale, ScaleReliability reliability) {
        this.items = scale.items();
        this.reliability = reliability;
    }

    /** All of {@link #NAMES}, for the whole of a scale. */
    public static Block of(Scale scale, ScaleReliability reliability) {
        SumsBlock block = new SumsBlock(scale, reliability);
        block.coefficients();
        block.byItem("alpha_if_deleted", ItemReliability::alphaIfDeleted);
        block.byItem("alpha_std_if_deleted", ItemReliability::alphaStandardizedIfDeleted);
        block.byItem("item_total_corrected", ItemReliability::totalCorrected);
        block.sheet.warn("alpha_raw", reliability.warnings());
        return block.sheet.block(ReliabilityBlock.NAME, Block.TOTAL, reliability.missing(), block.n());
    }

    /** As {@link Battery#likeR} counts: under pairwise deletion all rows (C4). */
    private long n() {
        return reliability.missing() == MissingRule.PAIRWISE ? reliability.rows() : reliability.n();
    }

    private Interval feldt(long n) {
        Value alpha = reliability.alphaRaw();
        return alpha.isKnown()
                ? Alpha.feldt(alpha.number(), n, reliability.k(), LEVEL)
                : Interval.undefined("feldt", LEVEL, alpha);
    }

    private void coefficients() {
        sheet.value("alpha_raw", reliability::alphaRaw);
        sheet.value("alpha_std", reliability::alphaStandardized);
        sheet.value("average_r", reliability::averageR);
        sheet.value("median_r", reliability::medianR);
        sheet.value("signal_noise", reliability::signalNoise);
        sheet.put("ci95_feldt", () -> Shape.limits(feldt(n()), "lower.ci", "upper.ci"));
        if (n() != reliability.n()) {
            sheet.put("ci95_feldt" + Battery.OWN_N, () -> Shape.limits(feldt(reliability.n()), "lower.ci", "upper.ci"));
        }
        sheet.value("scale_mean_sum", reliability::scaleMean);
        sheet.value("scale_sd_sum", reliability::scaleSd);
        sheet.value("sem_sum_score", reliability::standardError);
    }

    private void byItem(String name, Function<ItemReliability, Value> value) {
        sheet.put(
                name,
                () -> Shape.byName(
                        items,
                        i -> reliability.items().stream()
                                .filter(item -> item.item().equals(items.get(i)))
                                .findFirst()
                                .map(value)
                                .orElseGet(() -> Value.undefined(Reason.ITEM_ALL_MISSING))));
    }
}
