package tw.minsheng.statistics.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.distribution.NoncentralChiSquare;
import tw.minsheng.statistics.factor.Adequacy;
import tw.minsheng.statistics.factor.Extraction;
import tw.minsheng.statistics.factor.FactorMatrix;
import tw.minsheng.statistics.factor.LikelihoodFactors;
import tw.minsheng.statistics.factor.Oblimin;
import tw.minsheng.statistics.factor.Omega;
import tw.minsheng.statistics.factor.ParallelAnalysis;
import tw.minsheng.statistics.factor.PartialAverage;
import tw.minsheng.statistics.factor.PrincipalAxis;
import tw.minsheng.statistics.factor.PrincipalComponents;
import tw.minsheng.statistics.factor.Promax;
import tw.minsheng.statistics.factor.Rotation;
import tw.minsheng.statistics.factor.SchmidLeiman;
import tw.minsheng.statistics.factor.Sphericity;
import tw.minsheng.statistics.factor.Varimax;
import tw.minsheng.statistics.moments.SymmetricMatrix;
import tw.minsheng.statistics.reliability.Alpha;
import tw.minsheng.statistics.reliability.Guttman;

/** Which kernel answers which statistic of the blocks about factors. */
final class FactorAdapters {

    private static final int MOST_MAP = 8;
    private static final long SEED = 20_240_101;

    private final Map<String, Function<ScaleBlock, JsonNode>> adapters = new LinkedHashMap<>();

    FactorAdapters() {
        tests();
        extraction();
        rotation();
        likelihood();
        simulation();
        general();
        put("item_analysis", "pc1_loading_and_communality", FactorAdapters::firstComponent);
        put("item_analysis", "paf1_loading", b -> column(b, PrincipalAxis.of(b.correlation(), 1)));
        put(
                "reliability",
                "omega_1factor_paf_cor",
                b -> Tree.of(omega(PrincipalAxis.of(b.covariance().correlation(), 1))));
    }

    private void likelihood() {
        efa("ml_efa", FactorAdapters::likelihood);
        put(
                "reliability",
                "omega_1factor_std",
                b -> omega(LikelihoodFactors.of(b.covariance().correlation(), 1), b));
        put(
                "reliability_from_matrix",
                "omega_1factor_std",
                b -> omega(LikelihoodFactors.of(b.publishedMatrix(), 1), b));
        put(
                "reliability",
                "omega_1factor_unstd",
                b -> Tree.of(Omega.of(b.covariance()).inUnits()));
        put("reliability", "omega_1factor_lavaan_default", b -> {
            ObjectNode object = Tree.object();
            object.set("omega", Tree.of(Omega.of(b.covariance()).inUnits()));
            object.set(
                    "converged", Tree.count(Omega.of(b.covariance()).inUnits().isKnown() ? 1 : 0));
            return object;
        });
    }

    private static JsonNode omega(LikelihoodFactors.Solution solution, ScaleBlock block) {
        FactorMatrix loadings = solution.extraction().matrix();
        List<Double> unique = solution.uniquenesses();
        double sum = loadings.rows() == 0
                ? 0
                : IntStream.range(0, loadings.rows())
                        .mapToDouble(i -> loadings.at(i, 0))
                        .sum();
        double rest = unique.stream().mapToDouble(Double::doubleValue).sum();
        ObjectNode object = Tree.object();
        object.set("omega", Tree.of(sum * sum / (sum * sum + rest)));
        object.set("heywood", Tree.truth(solution.heywood()));
        object.set("loadings", Tree.named(block.items(), i -> Tree.of(loadings.at(i, 0))));
        object.set("uniquenesses", Tree.named(block.items(), i -> Tree.of(unique.get(i))));
        return object;
    }

    private static JsonNode likelihood(ScaleBlock block) {
        LikelihoodFactors.Solution solution = LikelihoodFactors.of(block.correlation(), block.factors());
        long n = block.hasAnswers() ? block.n() : block.publishedN();
        List<Double> unique = solution.uniquenesses();
        ObjectNode object = Tree.object();
        object.set("heywood", Tree.truth(solution.heywood()));
        object.set("uniquenesses", Tree.named(block.items(), i -> Tree.of(unique.get(i))));
        object.set("loadings_unrotated", loadings(block, solution.extraction().matrix()));
        object.set("F", Tree.of(solution.minimum()));
        object.set("df", Tree.count(solution.df()));
        object.set("chisq_bartlett_corrected", Tree.of(solution.chiSquare(n)));
        object.set("p", Tree.of(solution.p(n)));
        return object;
    }

    Map<String, Function<ScaleBlock, JsonNode>> all() {
        return adapters;
    }

    private void put(String block, String statistic, Function<ScaleBlock, JsonNode> adapter) {
        adapters.put(block + "/" + statistic, adapter);
    }

    private void efa(String statistic, Function<ScaleBlock, JsonNode> adapter) {
        put("efa", statistic, adapter);
    }

    private void tests() {
        efa("kmo", b -> Tree.of(Adequacy.of(b.correlation()).kmo()));
        efa("msa", b -> {
            List<Value> items = Adequacy.of(b.correlation()).items();
            return Tree.named(b.items(), i -> Tree.of(items.get(i)));
        });
        efa("bartlett_chisq", b -> Tree.of(sphericity(b).chiSquare()));
        efa("bartlett_df", b -> Tree.count(sphericity(b).df()));
        efa("bartlett_p", b -> Tree.of(sphericity(b).p()));
        efa("bartlett_ln_p", b -> Tree.of(sphericity(b).lnP()));
        efa("map_velicer", b -> {
            List<Value> map = PartialAverage.of(
                    b.correlation(), Math.min(MOST_MAP, b.items().size() - 2));
            return Tree.array(map.size(), i -> Tree.of(map.get(i)));
        });
    }

    /** With R's n: rows even under pairwise deletion (C4). */
    private static Sphericity sphericity(ScaleBlock block) {
        return Sphericity.of(block.correlation(), block.hasAnswers() ? block.n() : block.publishedN());
    }

    private static Extraction components(ScaleBlock block) {
        return PrincipalComponents.of(block.correlation(), block.factors());
    }

    private static Extraction axes(ScaleBlock block) {
        return PrincipalAxis.of(block.correlation(), block.factors());
    }

    private void extraction() {
        efa("pca_loadings_unrotated", b -> loadings(b, components(b).matrix()));
        efa("pca_communalities", b -> communalities(b, components(b)));
        efa("paf_loadings_unrotated", b -> loadings(b, axes(b).matrix()));
        efa("paf_communalities", b -> communalities(b, axes(b)));
        efa("minres_communalities_psych_default", b -> communalities(b, axes(b)));
        efa("paf_ss_loadings", b -> {
            FactorMatrix axes = axes(b).matrix();
            List<String> names = IntStream.rangeClosed(1, axes.columns())
                    .mapToObj(j -> "F" + j)
                    .toList();
            return Tree.named(names, j -> Tree.of(axes.columnSquares(j)));
        });
    }

    private void general() {
        put("omega", "omega_psych", b -> {
            SymmetricMatrix r = b.correlation();
            SchmidLeiman omega = SchmidLeiman.of(r, b.factors());
            List<Double> general = omega.general();
            double[] unique = IntStream.range(0, r.size())
                    .mapToDouble(i -> 1 - axes(b).matrix().rowSquares(i))
                    .toArray();
            ObjectNode object = Tree.object();
            object.set("omega_h", Tree.of(omega.hierarchical()));
            object.set("omega_t", Tree.of(omega.total()));
            object.set("omega_lim", Tree.of(omega.limit()));
            object.set("alpha", Tree.of(Alpha.raw(r)));
            object.set("G6", Tree.of(Guttman.of(r).lambda6()));
            ObjectNode common = Tree.object();
            common.set("g", Tree.of(omega.common()));
            object.set("ecv", common);
            object.set("g_loadings", Tree.named(b.items(), i -> Tree.of(general.get(i))));
            object.set("u2", Tree.named(b.items(), i -> Tree.of(unique[i])));
            return object;
        });
        efa("ml_fit_psych", FactorAdapters::fitOfPsych);
    }

    /** psych's indices of the same solution: its statistic has Bartlett's correction, its RMSEA n − 1. */
    private static JsonNode fitOfPsych(ScaleBlock block) {
        SymmetricMatrix r = block.correlation();
        long n = block.hasAnswers() ? block.n() : block.publishedN();
        LikelihoodFactors.Solution solution = LikelihoodFactors.of(r, block.factors());
        FactorMatrix loadings = solution.extraction().matrix();
        double df = solution.df();
        double x = solution.chiSquare(n).number();
        double items = r.size();
        double ln = Arrays.stream(r.eigenvalues()).map(Math::log).sum();
        double nullX = -ln * (n - 1 - (2 * items + 5) / 6 - 2.0 * block.factors() / 3);
        double nullDf = items * (items - 1) / 2;
        double rmsea = Math.sqrt(Math.max(0, x / (df * n) - 1.0 / (n - 1)));
        double rest = 0;
        for (int i = 0; i < items; i++) {
            for (int j = 0; j < items; j++) {
                double off = r.at(i, j);
                for (int f = 0; f < loadings.columns(); f++) {
                    off -= loadings.at(i, f) * loadings.at(j, f);
                }
                rest += i == j ? 0 : off * off;
            }
        }
        ObjectNode object = Tree.object();
        object.set("chisq", Tree.of(x));
        object.set("df", Tree.of(df));
        object.set("p", Tree.of(solution.p(n)));
        object.set("tli", Tree.of((nullX / nullDf - x / df) / (nullX / nullDf - 1)));
        object.set("rmsea", Tree.of(rmsea));
        object.set("rmsea_lo90", Tree.of(Math.sqrt(NoncentralChiSquare.noncentrality(x, df, .95) / ((n - 1) * df))));
        object.set("rmsea_hi90", Tree.of(Math.sqrt(NoncentralChiSquare.noncentrality(x, df, .05) / ((n - 1) * df))));
        object.set("bic", Tree.of(x - df * Math.log((double) n)));
        object.set("rmsr", Tree.of(Math.sqrt(rest / (items * (items - 1)))));
        return object;
    }

    private void simulation() {
        efa("parallel_pc_normal", b -> {
            ParallelAnalysis parallel = ParallelAnalysis.of(b.n(), b.items().size(), ParallelAnalysis.USUAL, SEED);
            double[] eigenvalues = b.correlation().eigenvalues();
            List<Double> means = parallel.means();
            List<Double> high = parallel.high();
            ObjectNode object = Tree.object();
            object.set("sim_mean", Tree.array(means.size(), i -> Tree.of(means.get(i))));
            object.set("sim_p95", Tree.array(high.size(), i -> Tree.of(high.get(i))));
            object.set("n_by_mean", Tree.count(parallel.keptByMean(eigenvalues)));
            object.set("n_by_p95", Tree.count(parallel.keptByQuantile(eigenvalues)));
            return object;
        });
    }

    private void rotation() {
        efa(
                "pca_loadings_varimax_kaiser",
                b -> loadings(b, Varimax.of(components(b).matrix(), true).pattern()));
        efa(
                "paf_loadings_varimax_kaiser",
                b -> loadings(b, Varimax.of(axes(b).matrix(), true).pattern()));
        efa(
                "paf_loadings_varimax_raw",
                b -> loadings(b, Varimax.of(axes(b).matrix(), false).pattern()));
        efa("paf_promax4", b -> turned(b, Promax.r(axes(b).matrix(), 4)));
        efa("paf_promax4_spss", b -> turned(b, Promax.spss(axes(b).matrix(), 4)));
        efa("paf_oblimin0", b -> withCriterion(b, Oblimin.of(axes(b).matrix(), false)));
        efa("paf_oblimin0_kaiser", b -> withCriterion(b, Oblimin.of(axes(b).matrix(), true)));
    }

    private static List<String> numbers(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(Integer::toString).toList();
    }

    private static JsonNode loadings(ScaleBlock block, FactorMatrix matrix) {
        return matrix(block.items(), matrix);
    }

    private static JsonNode matrix(List<String> rows, FactorMatrix matrix) {
        return Tree.matrix(
                rows,
                numbers(matrix.columns()),
                "data",
                Tree.array(matrix.rows(), i -> Tree.array(matrix.columns(), j -> Tree.of(matrix.at(i, j)))));
    }

    private static ObjectNode turned(ScaleBlock block, Rotation rotation) {
        ObjectNode object = Tree.object();
        object.set("pattern", loadings(block, rotation.pattern()));
        object.set("phi", matrix(numbers(rotation.correlations().rows()), rotation.correlations()));
        object.set("structure", loadings(block, rotation.structure()));
        return object;
    }

    private static JsonNode withCriterion(ScaleBlock block, Rotation rotation) {
        ObjectNode object = turned(block, rotation);
        object.set("criterion_minimised", Tree.of(rotation.criterion()));
        return object;
    }

    private static JsonNode communalities(ScaleBlock block, Extraction extraction) {
        List<Value> values = extraction.communalities(block.items().size());
        return Tree.named(block.items(), i -> Tree.of(values.get(i)));
    }

    private static JsonNode firstComponent(ScaleBlock block) {
        FactorMatrix first = PrincipalComponents.of(block.correlation(), 1).matrix();
        return Tree.matrix(
                block.items(),
                List.of("loading", "communality"),
                "data",
                Tree.array(
                        first.rows(), i -> Tree.array(2, j -> Tree.of(j == 0 ? first.at(i, 0) : first.rowSquares(i)))));
    }

    private static JsonNode column(ScaleBlock block, Extraction extraction) {
        return Tree.named(
                block.items(),
                i -> Tree.of(extraction.isKnown() ? extraction.matrix().at(i, 0) : Double.NaN));
    }

    /** (Σλ)²/((Σλ)² + Σ(1 − λ²)). */
    static Value omega(Extraction extraction) {
        if (!extraction.isKnown()) {
            return extraction.refusal().get(0);
        }
        FactorMatrix loadings = extraction.matrix();
        double sum = 0;
        double unique = 0;
        for (int i = 0; i < loadings.rows(); i++) {
            sum += loadings.at(i, 0);
            unique += 1 - loadings.rowSquares(i);
        }
        return Value.of(sum * sum / (sum * sum + unique));
    }
}
