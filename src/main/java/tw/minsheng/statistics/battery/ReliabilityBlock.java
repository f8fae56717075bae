package tw.minsheng.statistics.battery;

import java.util.List;
import java.util.function.Function;
import java.util.function.LongFunction;
import tw.minsheng.statistics.Missing;
import tw.minsheng.statistics.MissingRule;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.moments.Moments;
import tw.minsheng.statistics.moments.PowerSums;
import tw.minsheng.statistics.reliability.Alpha;
import tw.minsheng.statistics.reliability.AlphaInterval;
import tw.minsheng.statistics.reliability.ItemReliability;
import tw.minsheng.statistics.reliability.ScaleReliability;

/** 信度 of one scale: RE1 to RE12. */
final class ReliabilityBlock {

    static final String NAME = "reliability";

    private final Cut cut;
    private final Sheet sheet;
    private final ScaleReliability scale;

    private ReliabilityBlock(Cut cut) {
        this.cut = cut;
        this.sheet = new Sheet(cut.refusal());
        this.scale = cut.reliability();
    }

    static Block of(Cut cut, String name, Extent extent, long seed) {
        ReliabilityBlock block = new ReliabilityBlock(cut);
        block.items();
        block.matrices();
        block.coefficients();
        block.intervals();
        block.sums();
        block.ifDeleted();
        ReliabilityBounds.add(cut, block.sheet);
        if (extent.isDrawn() && cut.rule() == MissingRule.LISTWISE) {
            ReliabilityBounds.addBootstrap(cut, block.sheet, seed);
        }
        block.sheet.warn("alpha_raw", block.scale.warnings());
        return block.sheet.block(NAME, name, cut.rule(), cut.n());
    }

    private void items() {
        sheet.always("n", Shape.of((double) cut.n()));
        sheet.always("k", Shape.of((double) cut.answered().size()));
        sheet.always(
                "item_n", item(i -> Value.of((double) i.distribution().moments().n())));
        sheet.always("item_mean", item(i -> moments(i).mean()));
        sheet.always("item_sd", item(i -> moments(i).standardDeviation()));
        shape("item_skew_type1", tw.minsheng.statistics.moments.Shape.TYPE_1, true);
        shape("item_skew_type2_spss", tw.minsheng.statistics.moments.Shape.TYPE_2_SPSS, true);
        shape("item_skew_type3_psych_default", tw.minsheng.statistics.moments.Shape.TYPE_3_PSYCH, true);
        shape("item_kurtosis_type2_spss", tw.minsheng.statistics.moments.Shape.TYPE_2_SPSS, false);
        shape("item_kurtosis_type3_psych_default", tw.minsheng.statistics.moments.Shape.TYPE_3_PSYCH, false);
        sheet.always("floor_pct", item(i -> i.distribution().floorPercent()));
        sheet.always("ceiling_pct", item(i -> i.distribution().ceilingPercent()));
    }

    private static Moments moments(ItemReliability item) {
        return item.distribution().moments();
    }

    private void shape(String name, tw.minsheng.statistics.moments.Shape shape, boolean skew) {
        sheet.always(
                name, item(i -> skew ? moments(i).skewness(shape) : moments(i).kurtosis(shape)));
    }

    private Shape item(Function<ItemReliability, Value> value) {
        return cut.byItem(
                cut.answered(),
                i -> scale.items().isEmpty()
                        ? Value.undefined(Reason.NO_DATA)
                        : value.apply(scale.items().get(i)));
    }

    private void matrices() {
        if (cut.rule() == MissingRule.PAIRWISE) {
            sheet.put(
                    "pair_n",
                    () -> Shape.table(
                            cut.answered(),
                            cut.answered(),
                            (i, j) -> Value.of((double) cut.sums().n(i, j))));
        }
        sheet.put("cov_matrix", () -> Shape.table(cut.answered(), cut.covariance()));
        sheet.put(
                "cor_matrix",
                () -> Shape.table(cut.varying(), cut.varyingCovariance().correlation()));
    }

    private void coefficients() {
        sheet.value("alpha_raw", scale::alphaRaw);
        if (!scale.constantItems().isEmpty()) {
            sheet.value("alpha_raw_without_constant", scale::alphaVarying);
        }
        sheet.value("alpha_std", scale::alphaStandardized);
        sheet.value("average_r", scale::averageR);
        sheet.value("median_r", scale::medianR);
        sheet.value("signal_noise", scale::signalNoise);
    }

    /** Intervals stand on an n; under pairwise deletion R takes all rows, the product the smallest pair (C4). */
    private void intervals() {
        byN("ase_duhachek", n -> Shape.of(AlphaInterval.standardError(cut.covariance(), n)));
        byAlpha("ci95_duhachek", (alpha, n) -> Shape.limits(AlphaInterval.duhachek(alpha, cut.covariance(), n)));
        byAlpha(
                "ci95_feldt",
                (alpha, n) -> Shape.limits(Alpha.feldt(alpha, n, scale.k(), .95), "lower.ci", "upper.ci"));
        byAlpha("ci95_bonett", (alpha, n) -> Shape.limits(AlphaInterval.bonett(alpha, n, scale.k(), .95)));
    }

    @FunctionalInterface
    private interface AroundAlpha {
        Shape of(double alpha, long n);
    }

    private void byAlpha(String name, AroundAlpha shape) {
        Value alpha = scale.alphaRaw();
        byN(name, n -> alpha.isKnown() ? shape.of(alpha.number(), n) : Shape.of(alpha));
    }

    private void byN(String name, LongFunction<Shape> shape) {
        sheet.put(name, () -> shape.apply(cut.n()));
        if (cut.n() != cut.smallest()) {
            sheet.put(name + Battery.OWN_N, () -> shape.apply(cut.smallest()));
        }
    }

    private void sums() {
        sheet.value("scale_mean_sum", scale::scaleMean);
        sheet.value("scale_var_sum", () -> scale.scaleSd().map(sd -> sd * sd));
        sheet.value("scale_sd_sum", scale::scaleSd);
        sheet.value("person_mean_score_mean", () -> personMeans().mean());
        sheet.value("person_mean_score_sd", () -> personMeans().standardDeviation());
        sheet.value("sem_sum_score", scale::standardError);
        sheet.put(
                "spearman_brown_k_for_80_90",
                () -> Shape.byName(List.of("f80", "f90"), i -> scale.lengthFactor(i == 0 ? .8 : .9)));
    }

    /** Mean of what each person answered; under listwise deletion of those who answered everything. */
    private Moments personMeans() {
        PowerSums sums = new PowerSums();
        int items = cut.answered().size();
        for (int i = 0; i < cut.rows(); i++) {
            if (cut.rule() == MissingRule.PAIRWISE || cut.isComplete(i)) {
                double sum = 0;
                int there = 0;
                for (int j = 0; j < items; j++) {
                    double answer = cut.at(i, j);
                    boolean missing = Missing.is(answer);
                    sum += missing ? 0 : answer;
                    there += missing ? 0 : 1;
                }
                if (there > 0) {
                    sums.add(sum / there);
                }
            }
        }
        return sums.moments();
    }

    private void ifDeleted() {
        sheet.put("alpha_if_deleted", () -> item(ItemReliability::alphaIfDeleted));
        sheet.put("alpha_std_if_deleted", () -> item(ItemReliability::alphaStandardizedIfDeleted));
        sheet.put("item_total_corrected", () -> item(ItemReliability::totalCorrected));
        sheet.put("smc", () -> item(ItemReliability::multiple));
        sheet.put("scale_mean_if_deleted", () -> item(ItemReliability::meanIfDeleted));
        sheet.put("scale_var_if_deleted", () -> item(ItemReliability::varianceIfDeleted));
    }
}
