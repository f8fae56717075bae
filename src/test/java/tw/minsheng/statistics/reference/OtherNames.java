package tw.minsheng.statistics.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import tw.minsheng.statistics.Missing;
import tw.minsheng.statistics.MissingRule;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.compare.Association;
import tw.minsheng.statistics.factor.FactorMatrix;
import tw.minsheng.statistics.factor.Omega;
import tw.minsheng.statistics.factor.PrincipalAxis;
import tw.minsheng.statistics.moments.CrossSums;
import tw.minsheng.statistics.moments.SymmetricMatrix;
import tw.minsheng.statistics.reliability.Alpha;
import tw.minsheng.statistics.reliability.Guttman;
import tw.minsheng.statistics.reliability.ItemReliability;

/** Statistics of the reference files that have no row in statistics.md: computed here, over the kernels of the product. */
final class OtherNames {

    private final Map<String, Function<ScaleBlock, JsonNode>> names = new LinkedHashMap<>();

    OtherNames() {
        bounds();
        items();
        edge();
        addCorrelations(this);
        trap();
        put("ordinal", "polychoric_polycor_1_2", b -> cell(b, 0, 1));
        put("icc", "mean_pairwise_r", b -> Tree.of(b.reliability().averageR()));
        put("icc", "cronbach_alpha_equals_ICC3k", b -> Tree.of(b.reliability().alphaRaw()));
        put("icc", "icc_lmer_psych_default", RestrictedLikelihood::forms);
        names.putAll(new OtherFactorNames().all());
    }

    /** @throws NotCovered when there is nothing of this name */
    JsonNode compute(ScaleBlock block, String statistic) {
        Function<ScaleBlock, JsonNode> name = names.get(block.kind() + "/" + statistic);
        if (name == null) {
            throw new NotCovered(statistic);
        }
        return name.apply(block);
    }

    private void put(String block, String statistic, Function<ScaleBlock, JsonNode> computed) {
        names.put(block + "/" + statistic, computed);
    }

    private void put(String statistic, Function<ScaleBlock, JsonNode> computed) {
        put("reliability", statistic, computed);
    }

    private static JsonNode cell(ScaleBlock block, int i, int j) {
        return Tree.of(block.polychoric().at(i, j));
    }

    private static SymmetricMatrix r(ScaleBlock block) {
        return block.covariance().correlation();
    }

    private void bounds() {
        put("G6_smc_cor", b -> Tree.of(allButUnique(r(b))));
        put("psych_splitHalf_maxrb", b -> Tree.of(Guttman.splits(r(b)).most()));
        put("psych_guttman_cor_l1_l6", b -> {
            Guttman bounds = Guttman.of(r(b));
            ObjectNode object = Tree.object();
            object.set("lambda.1", Tree.of(bounds.lambda1()));
            object.set("lambda.2", Tree.of(bounds.lambda2()));
            object.set("lambda.3", Tree.of(bounds.lambda3()));
            object.set("lambda.5", Tree.of(bounds.lambda5()));
            object.set("lambda.6", Tree.of(bounds.lambda6()));
            return object;
        });
        put("tenberge_mu_cor", OtherNames::tenBerge);
        put(
                "omega_1factor_paf_cor",
                b -> Tree.of(ofAxis(PrincipalAxis.of(r(b), 1).matrix())));
        put("omega_1factor_lavaan_default", b -> {
            Value omega = Omega.of(b.covariance()).inUnits();
            ObjectNode object = Tree.object();
            object.set("omega", Tree.of(omega));
            object.set("converged", Tree.count(omega.isKnown() ? 1 : 0));
            return object;
        });
    }

    /** λ6, which psych prints of two items, too. */
    private static double allButUnique(SymmetricMatrix r) {
        double unique = Arrays.stream(Alpha.squaredMultipleCorrelations(r))
                .mapToDouble(multiple -> 1 - multiple.number())
                .sum();
        return 1 - unique / r.sum();
    }

    private static double ofAxis(FactorMatrix loadings) {
        double sum = 0;
        double unique = 0;
        for (int i = 0; i < loadings.rows(); i++) {
            sum += loadings.at(i, 0);
            unique += 1 - loadings.rowSquares(i);
        }
        return sum * sum / (sum * sum + unique);
    }

    /** ten Berge and Zegers 1978: μ0 is α, μ1 is λ2. */
    private static JsonNode tenBerge(ScaleBlock block) {
        SymmetricMatrix r = r(block);
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

    private void items() {
        put("item_total_std_r", b -> overlapping(b, false));
        put("item_total_r_cor_smc", b -> overlapping(b, true));
        put("item_total_uncorrected_psych_raw_r", OtherNames::withPersonMeans);
    }

    /** Row sums of R over the root of its sum; with the squared multiple correlations in the diagonal psych calls it r.cor. */
    private static JsonNode overlapping(ScaleBlock block, boolean multiple) {
        SymmetricMatrix r = r(block);
        Value[] smc = Alpha.squaredMultipleCorrelations(r);
        SymmetricMatrix used =
                SymmetricMatrix.of(r.size(), (i, j) -> i == j && multiple ? smc[i].number() : r.at(i, j));
        return Tree.named(block.items(), i -> Tree.of(used.rowSum(i) / Math.sqrt(used.sum())));
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

    private void edge() {
        put("edge", "n", b -> Tree.of(b.rows().length));
        put("edge", "k", b -> Tree.of(b.items().size()));
        put("edge", "complete_rows", b -> Tree.count(b.completeRows()));
        put("edge", "alpha_by_formula_listwise", b -> alphaByFormula(b, MissingRule.LISTWISE));
        put("edge", "alpha_by_formula_pairwise", b -> alphaByFormula(b, MissingRule.PAIRWISE));
    }

    private static void addCorrelations(OtherNames names) {
        names.put("edge", "cor_matrix_pairwise", b -> {
            double[][] r = pairwise(b.rows());
            return Tree.matrix(
                    b.items(),
                    b.items(),
                    "data",
                    Tree.array(r.length, i -> Tree.array(r.length, j -> Tree.of(r[i][j]))));
        });
        names.put("edge", "eigenvalues_pairwise", b -> {
            double[][] r = pairwise(b.rows());
            if (Arrays.stream(r).flatMapToDouble(Arrays::stream).anyMatch(Double::isNaN)) {
                return Tree.of(Double.NaN);
            }
            double[] values = SymmetricMatrix.of(r).eigenvalues();
            return Tree.array(values.length, i -> Tree.of(values[i]));
        });
    }

    /** As {@code cor(X, use = "pairwise")}: NaN where an item does not vary among the rows of a pair. */
    private static double[][] pairwise(double[][] rows) {
        int items = rows[0].length;
        double[][] r = new double[items][items];
        for (int i = 0; i < items; i++) {
            for (int j = 0; j < items; j++) {
                CrossSums sums = CrossSums.of(2, MissingRule.LISTWISE);
                for (double[] row : rows) {
                    sums.add(new double[] {row[i], row[j]});
                }
                boolean varies = sums.covariance(0, 0) > 0 && sums.covariance(1, 1) > 0;
                r[i][j] = varies ? sums.correlation(0, 1) : Double.NaN;
            }
        }
        return r;
    }

    /** The textbook formula over all items, without the refusals of the procedure. */
    private static JsonNode alphaByFormula(ScaleBlock block, MissingRule rule) {
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
        put("trap_unreversed", "corrected_item_total_unreversed", b -> {
            List<ItemReliability> all = b.reliability().items();
            return Tree.named(b.items(), i -> Tree.of(all.get(i).totalCorrected()));
        });
    }
}
