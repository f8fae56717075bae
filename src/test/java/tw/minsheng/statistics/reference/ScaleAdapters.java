package tw.minsheng.statistics.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import tw.minsheng.statistics.Interval;
import tw.minsheng.statistics.Missing;
import tw.minsheng.statistics.MissingRule;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.moments.CrossSums;
import tw.minsheng.statistics.moments.Moments;
import tw.minsheng.statistics.moments.Shape;
import tw.minsheng.statistics.moments.SymmetricMatrix;
import tw.minsheng.statistics.reliability.Alpha;
import tw.minsheng.statistics.reliability.ItemReliability;
import tw.minsheng.statistics.reliability.ScaleReliability;

/** Which procedure or kernel of the product answers which statistic of a psychometric block. */
final class ScaleAdapters {

    private final Map<String, Function<ScaleBlock, JsonNode>> adapters = new LinkedHashMap<>();

    ScaleAdapters() {
        reliability();
        itemAnalysis();
        factors();
        edge();
        trap();
        fromMatrix();
        put("icc", "mean_pairwise_r", block -> Tree.of(block.reliability().averageR()));
        put(
                "icc",
                "cronbach_alpha_equals_ICC3k",
                block -> Tree.of(block.reliability().alphaRaw()));
    }

    /** @throws NotCovered when the product has nothing for it yet */
    JsonNode compute(ScaleBlock block, String statistic) {
        Function<ScaleBlock, JsonNode> adapter = adapters.get(block.kind() + "/" + statistic);
        if (adapter == null) {
            throw new NotCovered(statistic);
        }
        return adapter.apply(block);
    }

    private void put(String block, String statistic, Function<ScaleBlock, JsonNode> adapter) {
        adapters.put(block + "/" + statistic, adapter);
    }

    private void value(String statistic, Function<ScaleReliability, Value> value) {
        put("reliability", statistic, block -> Tree.of(value.apply(block.reliability())));
    }

    private void item(String block, String statistic, Function<ItemReliability, Value> value) {
        put(block, statistic, b -> byItem(b.reliability(), value));
    }

    private void item(String statistic, Function<ItemReliability, Value> value) {
        item("reliability", statistic, value);
    }

    private static JsonNode byItem(ScaleReliability scale, Function<ItemReliability, Value> value) {
        ObjectNode object = Tree.object();
        scale.items().forEach(item -> object.set(item.item(), Tree.of(value.apply(item))));
        return object;
    }

    private void reliability() {
        put("reliability", "n", block -> Tree.count(block.n()));
        put("reliability", "k", block -> Tree.of(block.items().size()));
        item("item_n", i -> Value.of((double) i.distribution().moments().n()));
        item("item_mean", i -> i.distribution().moments().mean());
        item("item_sd", i -> i.distribution().moments().standardDeviation());
        item("item_skew_type1", i -> i.distribution().moments().skewness(Shape.TYPE_1));
        item("item_skew_type2_spss", i -> i.distribution().moments().skewness(Shape.TYPE_2_SPSS));
        item("item_skew_type3_psych_default", i -> i.distribution().moments().skewness(Shape.TYPE_3_PSYCH));
        item("item_kurtosis_type2_spss", i -> i.distribution().moments().kurtosis(Shape.TYPE_2_SPSS));
        item(
                "item_kurtosis_type3_psych_default",
                i -> i.distribution().moments().kurtosis(Shape.TYPE_3_PSYCH));
        put("reliability", "cov_matrix", b -> matrix(b, covariance(b)));
        put("reliability", "cor_matrix", b -> matrix(b, covariance(b).correlation()));
        put("reliability", "pair_n", ScaleAdapters::pairs);
        value("alpha_raw", ScaleReliability::alphaRaw);
        value("alpha_std", ScaleReliability::alphaStandardized);
        value("average_r", ScaleReliability::averageR);
        value("median_r", ScaleReliability::medianR);
        value("signal_noise", ScaleReliability::signalNoise);
        put(
                "reliability",
                "ci95_feldt",
                b -> feldt(b.reliability().alphaRaw(), b.n(), b.items().size(), "lower.ci", "upper.ci"));
        value("scale_mean_sum", ScaleReliability::scaleMean);
        value("scale_sd_sum", ScaleReliability::scaleSd);
        value("scale_var_sum", scale -> scale.scaleSd().map(sd -> sd * sd));
        value("sem_sum_score", ScaleReliability::standardError);
        put("reliability", "person_mean_score_mean", b -> Tree.of(personMeans(b).mean()));
        put("reliability", "person_mean_score_sd", b -> Tree.of(personMeans(b).standardDeviation()));
        item("alpha_if_deleted", ItemReliability::alphaIfDeleted);
        item("alpha_std_if_deleted", ItemReliability::alphaStandardizedIfDeleted);
        item("item_total_corrected", ItemReliability::totalCorrected);
        item("smc", ItemReliability::multiple);
        item("scale_mean_if_deleted", ItemReliability::meanIfDeleted);
        item("scale_var_if_deleted", ItemReliability::varianceIfDeleted);
        put("reliability", "spearman_brown_k_for_80_90", ScaleAdapters::lengthFactors);
    }

    private void itemAnalysis() {
        item("item_analysis", "item_total_corrected", ItemReliability::totalCorrected);
        item("item_analysis", "alpha_if_deleted", ItemReliability::alphaIfDeleted);
        put("item_analysis", "alpha_total", b -> Tree.of(b.reliability().alphaRaw()));
        put("item_analysis", "item_total_r_and_p", b -> {
            List<ItemReliability> items = b.reliability().items();
            JsonNode cells = Tree.array(
                    items.size(),
                    i -> Tree.array(
                            2,
                            j -> Tree.of(
                                    j == 0 ? items.get(i).total() : items.get(i).totalP())));
            return Tree.matrix(b.items(), List.of("r", "p"), "data", cells);
        });
    }

    private void factors() {
        put("efa", "n", b -> Tree.count(published(b) ? b.publishedN() : b.n()));
        put("efa", "smc", b -> {
            Value[] values = Alpha.squaredMultipleCorrelations(correlation(b));
            return Tree.named(b.items(), i -> Tree.of(values[i]));
        });
        put("efa", "eigenvalues", b -> numbers(correlation(b).eigenvalues()));
        put(
                "efa",
                "pct_variance",
                b -> numbers(Arrays.stream(correlation(b).eigenvalues())
                        .map(value -> 100 * value / b.items().size())
                        .toArray()));
        put(
                "efa",
                "n_kaiser_gt1",
                b -> Tree.count(Arrays.stream(correlation(b).eigenvalues())
                        .filter(v -> v > 1)
                        .count()));
        put(
                "efa",
                "det_R",
                b -> Tree.of(Arrays.stream(correlation(b).eigenvalues()).reduce(1, (x, y) -> x * y)));
    }

    private void edge() {
        put("edge", "n", b -> Tree.of(b.rows().length));
        put("edge", "k", b -> Tree.of(b.items().size()));
        put("edge", "complete_rows", b -> Tree.count(b.completeRows()));
        put("edge", "alpha_by_formula_listwise", b -> edgeAlpha(b, MissingRule.LISTWISE));
        put("edge", "alpha_by_formula_pairwise", b -> edgeAlpha(b, MissingRule.PAIRWISE));
    }

    /** The textbook formula over all items, without the refusals of the procedure. */
    private static JsonNode edgeAlpha(ScaleBlock block, MissingRule rule) {
        CrossSums sums = block.cross(rule);
        boolean enough = IntStream.range(0, sums.columns())
                .allMatch(i -> IntStream.range(0, sums.columns()).allMatch(j -> sums.n(i, j) > 1));
        return enough ? Tree.of(Alpha.raw(sums.covariances())) : Tree.of(Double.NaN);
    }

    private void trap() {
        put(
                "trap_unreversed",
                "alpha_raw_without_reversing",
                b -> Tree.of(b.reliability().alphaRaw()));
        item("trap_unreversed", "corrected_item_total_unreversed", ItemReliability::totalCorrected);
    }

    private void fromMatrix() {
        String block = "reliability_from_matrix";
        put(block, "alpha_raw", b -> Tree.of(Alpha.raw(b.publishedMatrix())));
        put(
                block,
                "ci95_feldt",
                b -> feldt(
                        Alpha.raw(b.publishedMatrix()),
                        b.publishedN(),
                        b.items().size(),
                        "lower",
                        "upper"));
        put(
                block,
                "alpha_if_deleted",
                b -> Tree.named(b.items(), i -> Tree.of(Alpha.ifDeleted(b.publishedMatrix(), i))));
        put(
                block,
                "item_total_corrected",
                b -> Tree.named(b.items(), i -> Tree.of(Alpha.correctedItemTotal(b.publishedMatrix(), i))));
    }

    private static boolean published(ScaleBlock block) {
        return !block.hasAnswers();
    }

    private static SymmetricMatrix covariance(ScaleBlock block) {
        return block.cross(block.rule()).covariances();
    }

    /** As {@code cor(Z, use="pairwise")}: each r with the standard deviations of its own rows. */
    private static SymmetricMatrix correlation(ScaleBlock block) {
        if (published(block)) {
            return block.publishedMatrix();
        }
        CrossSums sums = block.cross(block.rule());
        return SymmetricMatrix.of(sums.columns(), (i, j) -> i == j ? 1 : sums.correlation(i, j));
    }

    private static JsonNode matrix(ScaleBlock block, SymmetricMatrix matrix) {
        return Tree.matrix(block.items(), matrix, "data");
    }

    private static JsonNode pairs(ScaleBlock block) {
        CrossSums sums = block.cross(MissingRule.PAIRWISE);
        return matrix(block, SymmetricMatrix.of(sums.columns(), (i, j) -> (double) sums.n(i, j)));
    }

    /** With R's n, which is the number of rows even under pairwise deletion; the product prints the smallest pair (C4). */
    private static JsonNode feldt(Value alpha, long n, int k, String lower, String upper) {
        ObjectNode object = Tree.object();
        if (alpha.isKnown()) {
            Interval interval = Alpha.feldt(alpha.number(), n, k, .95);
            object.set(lower, Tree.of(interval.lower()));
            object.set(upper, Tree.of(interval.upper()));
        }
        return object;
    }

    private static JsonNode lengthFactors(ScaleBlock block) {
        ScaleReliability scale = block.reliability();
        ObjectNode object = Tree.object();
        object.set("f80", Tree.of(scale.lengthFactor(.8)));
        object.set("f90", Tree.of(scale.lengthFactor(.9)));
        return object;
    }

    private static Moments personMeans(ScaleBlock block) {
        List<Double> means = new ArrayList<>();
        ToDoubleFunction<double[]> mean =
                row -> Arrays.stream(row).filter(x -> !Missing.is(x)).average().orElse(Missing.ANSWER);
        for (double[] row : block.rows()) {
            if (block.rule() == MissingRule.PAIRWISE || Arrays.stream(row).noneMatch(Missing::is)) {
                means.add(mean.applyAsDouble(row));
            }
        }
        return Moments.of(means.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private static JsonNode numbers(double[] values) {
        return Tree.array(values.length, i -> Tree.of(values[i]));
    }
}
