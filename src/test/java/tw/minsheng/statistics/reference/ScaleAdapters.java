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
import tw.minsheng.statistics.compare.Association;
import tw.minsheng.statistics.moments.CrossSums;
import tw.minsheng.statistics.moments.Moments;
import tw.minsheng.statistics.moments.Shape;
import tw.minsheng.statistics.moments.SymmetricMatrix;
import tw.minsheng.statistics.reliability.Alpha;
import tw.minsheng.statistics.reliability.AlphaBootstrap;
import tw.minsheng.statistics.reliability.AlphaInterval;
import tw.minsheng.statistics.reliability.Dichotomous;
import tw.minsheng.statistics.reliability.Guttman;
import tw.minsheng.statistics.reliability.ItemReliability;
import tw.minsheng.statistics.reliability.ScaleReliability;
import tw.minsheng.statistics.reliability.SplitHalf;

/** Which procedure or kernel of the product answers which statistic of a psychometric block. */
final class ScaleAdapters {

    private static final long SEED = 20_240_101;

    private final Map<String, Function<ScaleBlock, JsonNode>> adapters = new LinkedHashMap<>();

    ScaleAdapters() {
        reliability();
        itemAnalysis();
        factors();
        edge();
        trap();
        fromMatrix();
        halves();
        adapters.putAll(new FactorAdapters().all());
        adapters.putAll(new ValidityAdapters().all());
        adapters.putAll(new RatingAdapters().all());
        adapters.putAll(new OrdinalAdapters().all());
        adapters.putAll(new ConfirmatoryAdapters().all());
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
        put("reliability", "cov_matrix", b -> matrix(b, b.covariance()));
        put("reliability", "cor_matrix", b -> matrix(b, b.covariance().correlation()));
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

    /** Bounds, halves and intervals: kernels over the covariance matrix with R's n, rows even under pairwise deletion (C4). */
    private void halves() {
        put(
                "reliability",
                "G6_smc_cor",
                b -> Tree.of(Guttman.of(b.covariance().correlation()).lambda6()));
        put("reliability", "ase_duhachek", b -> Tree.of(AlphaInterval.standardError(b.covariance(), b.n())));
        put("reliability", "ci95_duhachek", b -> limits(AlphaInterval.duhachek(rawAlpha(b), b.covariance(), b.n())));
        put(
                "reliability",
                "ci95_bonett",
                b -> limits(AlphaInterval.bonett(rawAlpha(b), b.n(), b.items().size(), .95)));
        put("reliability", "guttman_cov", b -> guttman(b.covariance(), "lambda"));
        put("reliability", "guttman_cor", b -> guttman(b.covariance().correlation(), "lambda"));
        put(
                "reliability",
                "psych_guttman_cor_l1_l6",
                b -> guttman(b.covariance().correlation(), "lambda."));
        put("reliability", "lambda4_all_splits_cov", b -> splits(b.covariance()));
        put("reliability", "lambda4_all_splits_cor", b -> splits(b.covariance().correlation()));
        put(
                "reliability",
                "psych_splitHalf_maxrb",
                b -> Tree.of(Guttman.splits(b.covariance().correlation()).most()));
        put("reliability", "split_first_second", b -> split(SplitHalf.firstSecond(b.covariance())));
        put("reliability", "split_odd_even", b -> split(SplitHalf.oddEven(b.covariance())));
        put(
                "reliability_from_matrix",
                "ase_duhachek",
                b -> Tree.of(AlphaInterval.standardError(b.publishedMatrix(), b.publishedN())));
        put("reliability_from_matrix", "guttman_cor", b -> guttman(b.publishedMatrix(), "lambda"));
        put("reliability_from_matrix", "lambda4_all_splits_cor", b -> splits(b.publishedMatrix()));
        put(
                "reliability",
                "ci95_boot_percentile",
                b -> Tree.limits(AlphaBootstrap.of(b.completeAnswers(), AlphaBootstrap.USUAL, SEED, .95)));
        put("reliability", "item_total_std_r", b -> overlapping(b, false));
        put("reliability", "item_total_r_cor_smc", b -> overlapping(b, true));
        put("reliability", "tenberge_mu_cor", ScaleAdapters::tenBerge);
        put("reliability", "item_total_uncorrected_psych_raw_r", ScaleAdapters::withPersonMeans);
        put(
                "reliability",
                "kr20",
                b -> Tree.of(Dichotomous.kr20(difficulties(b), b.covariance().sum(), b.n())));
        put(
                "reliability",
                "kr21",
                b -> Tree.of(Dichotomous.kr21(
                        b.items().size(),
                        Arrays.stream(difficulties(b)).sum(),
                        b.covariance().sum(),
                        b.n())));
        put("reliability", "difficulty_p", b -> {
            double[] p = difficulties(b);
            return Tree.named(b.items(), i -> Tree.of(p[i]));
        });
    }

    /** Row sums of R over the root of its sum; with the squared multiple correlations in the diagonal psych calls it r.cor. */
    private static JsonNode overlapping(ScaleBlock block, boolean multiple) {
        SymmetricMatrix r = block.covariance().correlation();
        Value[] smc = Alpha.squaredMultipleCorrelations(r);
        SymmetricMatrix used =
                SymmetricMatrix.of(r.size(), (i, j) -> i == j && multiple ? smc[i].number() : r.at(i, j));
        return Tree.named(block.items(), i -> Tree.of(used.rowSum(i) / Math.sqrt(used.sum())));
    }

    /** ten Berge and Zegers 1978: μ0 is α, μ1 is λ2. */
    private static JsonNode tenBerge(ScaleBlock block) {
        SymmetricMatrix r = block.covariance().correlation();
        double k = r.size();
        double off = r.sum() - r.trace();
        double[] powers = new double[9];
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                for (int power : new int[] {2, 4, 8}) {
                    powers[power] += i == j ? 0 : Math.pow(r.at(i, j), power);
                }
            }
        }
        double more = k / (k - 1);
        ObjectNode object = Tree.object();
        object.set("mu0", Tree.of(more * off / r.sum()));
        object.set("mu1", Tree.of((off + Math.sqrt(more * powers[2])) / r.sum()));
        object.set("mu2", Tree.of((off + Math.sqrt(powers[2] + Math.sqrt(more * powers[4]))) / r.sum()));
        object.set(
                "mu3",
                Tree.of((off + Math.sqrt(powers[2] + Math.sqrt(powers[4] + Math.sqrt(more * powers[8])))) / r.sum()));
        return object;
    }

    /** Each item with the mean of what its people answered. */
    private static JsonNode withPersonMeans(ScaleBlock block) {
        double[][] rows = block.rule() == MissingRule.LISTWISE ? block.completeAnswers() : block.rows();
        return Tree.named(block.items(), j -> {
            double[][] there =
                    Arrays.stream(rows).filter(row -> !Missing.is(row[j])).toArray(double[][]::new);
            double[] item = Arrays.stream(there).mapToDouble(row -> row[j]).toArray();
            double[] means = Arrays.stream(there)
                    .mapToDouble(row -> Arrays.stream(row)
                            .filter(x -> !Missing.is(x))
                            .average()
                            .orElse(0))
                    .toArray();
            return Tree.of(Association.pearson(item, means, .95).r());
        });
    }

    private static double[] difficulties(ScaleBlock block) {
        CrossSums sums = block.cross(block.rule());
        return IntStream.range(0, sums.columns()).mapToDouble(sums::mean).toArray();
    }

    private static double rawAlpha(ScaleBlock block) {
        return Alpha.raw(block.covariance()).number();
    }

    private static JsonNode limits(Interval interval) {
        ObjectNode object = Tree.object();
        object.set("lower", Tree.of(interval.lower()));
        object.set("upper", Tree.of(interval.upper()));
        return object;
    }

    private static JsonNode guttman(SymmetricMatrix matrix, String name) {
        Guttman bounds = Guttman.of(matrix);
        ObjectNode object = Tree.object();
        object.set(name + "1", Tree.of(bounds.lambda1()));
        object.set(name + "2", Tree.of(bounds.lambda2()));
        object.set(name + "3", Tree.of(bounds.lambda3()));
        object.set(name + "5", Tree.of(bounds.lambda5()));
        object.set(name + "6", Tree.of(bounds.lambda6()));
        return object;
    }

    private static JsonNode splits(SymmetricMatrix matrix) {
        Guttman.Splits splits = Guttman.splits(matrix);
        ObjectNode object = Tree.object();
        object.set("max", Tree.of(splits.most()));
        object.set("min", Tree.of(splits.least()));
        object.set("mean", Tree.of(splits.mean()));
        object.set("n_splits", Tree.count(splits.splits()));
        return object;
    }

    private static JsonNode split(SplitHalf half) {
        ObjectNode object = Tree.object();
        object.set("alpha_1", Tree.of(half.alpha1()));
        object.set("alpha_2", Tree.of(half.alpha2()));
        object.set("r_halves", Tree.of(half.halves()));
        object.set("spearman_brown_equal", Tree.of(half.equalLength()));
        object.set("spearman_brown_unequal", Tree.of(half.unequalLength()));
        object.set("guttman_split_half", Tree.of(half.guttman()));
        return object;
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
        put("efa", "n", b -> Tree.count(!b.hasAnswers() ? b.publishedN() : b.n()));
        put("efa", "smc", b -> {
            Value[] values = Alpha.squaredMultipleCorrelations(b.correlation());
            return Tree.named(b.items(), i -> Tree.of(values[i]));
        });
        put("efa", "eigenvalues", b -> numbers(b.correlation().eigenvalues()));
        put(
                "efa",
                "pct_variance",
                b -> numbers(Arrays.stream(b.correlation().eigenvalues())
                        .map(value -> 100 * value / b.items().size())
                        .toArray()));
        put(
                "efa",
                "n_kaiser_gt1",
                b -> Tree.count(Arrays.stream(b.correlation().eigenvalues())
                        .filter(v -> v > 1)
                        .count()));
        put(
                "efa",
                "det_R",
                b -> Tree.of(Arrays.stream(b.correlation().eigenvalues()).reduce(1, (x, y) -> x * y)));
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
