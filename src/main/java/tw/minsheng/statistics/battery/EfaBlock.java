package tw.minsheng.statistics.battery;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import tw.minsheng.statistics.MissingRule;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.factor.Adequacy;
import tw.minsheng.statistics.factor.Extraction;
import tw.minsheng.statistics.factor.LikelihoodFactors;
import tw.minsheng.statistics.factor.ParallelAnalysis;
import tw.minsheng.statistics.factor.PartialAverage;
import tw.minsheng.statistics.factor.PrincipalAxis;
import tw.minsheng.statistics.factor.PrincipalComponents;
import tw.minsheng.statistics.factor.Sphericity;
import tw.minsheng.statistics.moments.SymmetricMatrix;
import tw.minsheng.statistics.moments.SymmetricMatrix.Definiteness;
import tw.minsheng.statistics.reliability.Alpha;

/** 探索性因素分析 of the items that vary: FA1 to FA9. */
final class EfaBlock {

    static final String NAME = "efa";

    private static final int MOST_MAP = 8;

    private final Correlated data;
    private final int factors;
    private final Sheet sheet;
    private final List<Value> indefinite;

    private EfaBlock(Correlated data, int factors) {
        this.data = data;
        this.factors = factors;
        this.sheet = new Sheet(data.refusal());
        this.indefinite = data.refusal().isEmpty() && data.matrix().definiteness() == Definiteness.INDEFINITE
                ? List.of(Value.undefined(Reason.NOT_PSD))
                : List.of();
    }

    static Block of(Correlated data, MissingRule rule, int factors, Extent extent, long seed) {
        EfaBlock block = new EfaBlock(data, factors);
        block.sheet.always("n", Shape.of((double) data.n()));
        block.tests();
        block.eigenvalues();
        block.components();
        block.axes(extent.isEverything());
        if (extent.isEverything()) {
            block.likelihood();
        }
        if (extent.isDrawn()) {
            block.parallel(seed);
        }
        for (String name : List.of("kmo", "bartlett_chisq", "eigenvalues", "paf_loadings_unrotated")) {
            block.sheet.warn(name, data.warnings());
        }
        return block.sheet.block(NAME, Block.TOTAL, rule, data.n());
    }

    private SymmetricMatrix matrix() {
        return data.matrix();
    }

    private void tests() {
        sheet.put("det_r", () -> Shape.of(sphericity(data.n()).determinant()));
        sheet.put("kmo", () -> Shape.of(Adequacy.of(matrix()).kmo()));
        sheet.put("msa", () -> {
            List<Value> items = Adequacy.of(matrix()).items();
            return data.byItem(items::get);
        });
        byN("bartlett_chisq", n -> Shape.of(sphericity(n).chiSquare()));
        sheet.put("bartlett_df", () -> Shape.of((double) sphericity(data.n()).df()));
        byN("bartlett_p", n -> Shape.of(sphericity(n).p()));
        byN("bartlett_ln_p", n -> Shape.of(sphericity(n).lnP()));
    }

    private Sphericity sphericity(long n) {
        return Sphericity.of(matrix(), n);
    }

    private void byN(String name, LongFunction<Shape> shape) {
        sheet.put(name, () -> shape.apply(data.n()));
        if (data.n() != data.smallest()) {
            sheet.put(name + Battery.OWN_N, () -> shape.apply(data.smallest()));
        }
    }

    /** Of a matrix that can be one of correlations. */
    private void unlessIndefinite(String name, Supplier<Shape> shape) {
        sheet.put(name, () -> indefinite.isEmpty() ? shape.get() : Shape.of(indefinite.get(0)));
    }

    private void eigenvalues() {
        double[] values = data.refusal().isEmpty() ? matrix().eigenvalues() : new double[0];
        unlessIndefinite("eigenvalues", () -> Shape.series(values));
        unlessIndefinite(
                "pct_variance",
                () -> Shape.series(Arrays.stream(values)
                        .map(value -> 100 * value / values.length)
                        .toArray()));
        unlessIndefinite(
                "n_kaiser_gt1",
                () -> Shape.of((double)
                        Arrays.stream(values).filter(value -> value > 1).count()));
        sheet.put("smc", () -> {
            Value[] items = Alpha.squaredMultipleCorrelations(matrix());
            return data.byItem(i -> items[i]);
        });
        unlessIndefinite("map_velicer", this::map);
    }

    private Shape map() {
        int items = matrix().size();
        if (items < 3) {
            return Shape.of(tooFew(items));
        }
        return matrix().definiteness() == Definiteness.SINGULAR
                ? Shape.of(Value.undefined(Reason.SINGULAR_MATRIX))
                : new Shape.Series(PartialAverage.of(matrix(), StrictMath.min(MOST_MAP, items - 2)));
    }

    private static Value tooFew(int k) {
        return Value.undefined(Reason.TOO_FEW_ITEMS, Map.of("k", Integer.toString(k)));
    }

    private Extraction extracted(Supplier<Extraction> kernel) {
        return data.refusal().isEmpty()
                ? kernel.get()
                : Extraction.refused(data.refusal().get(0));
    }

    private void components() {
        Extraction found = extracted(() -> PrincipalComponents.of(matrix(), factors));
        Rotations turned = new Rotations(data.names(), found, factors);
        sheet.put("pca_loadings_unrotated", turned::unrotated);
        sheet.put("pca_communalities", () -> communalities(found));
        sheet.put("pca_loadings_varimax_kaiser", () -> turned.varimax(true));
    }

    private Shape communalities(Extraction found) {
        List<Value> values = found.communalities(matrix().size());
        return found.isKnown()
                ? data.byItem(values::get)
                : Shape.of(found.refusal().get(0));
    }

    private void axes(boolean oblique) {
        Extraction found = extracted(() -> PrincipalAxis.of(matrix(), factors));
        Rotations turned = new Rotations(data.names(), found, factors);
        sheet.put("paf_loadings_unrotated", turned::unrotated);
        sheet.put("paf_communalities", () -> communalities(found));
        sheet.put("paf_convergence", () -> convergence(found));
        sheet.put("paf_ss_loadings", () -> turned.sumsOfSquares("F"));
        sheet.put("paf_loadings_varimax_kaiser", () -> turned.varimax(true));
        sheet.put("paf_loadings_varimax_raw", () -> turned.varimax(false));
        sheet.put("paf_promax4", () -> turned.promax(false));
        sheet.put("paf_promax4_spss", () -> turned.promax(true));
        if (oblique) {
            sheet.put("paf_oblimin0", () -> turned.oblimin(false));
            sheet.put("paf_oblimin0_kaiser", () -> turned.oblimin(true));
        }
    }

    private static Shape convergence(Extraction found) {
        if (!found.isKnown()) {
            return Shape.of(found.refusal().get(0));
        }
        Map<String, Shape> parts = new LinkedHashMap<>();
        parts.put("converged", new Shape.Truth(true));
        parts.put("iterations", Shape.of((double) found.iterations()));
        parts.put("largest_change", Shape.of(found.criterion()));
        return new Shape.Named(parts);
    }

    private void likelihood() {
        LikelihoodFactors.Solution solution = data.refusal().isEmpty()
                ? LikelihoodFactors.of(matrix(), factors)
                : LikelihoodFactors.Solution.refused(data.refusal().get(0));
        byN("ml_efa", n -> likelihood(solution, n));
    }

    /** An improper solution leaves χ² only (FA6). */
    private Shape likelihood(LikelihoodFactors.Solution solution, long n) {
        if (!solution.isKnown()) {
            return Shape.of(solution.extraction().refusal().get(0));
        }
        Value improper = Value.undefined(Reason.HEYWOOD);
        boolean proper = !solution.heywood();
        Map<String, Shape> parts = new LinkedHashMap<>();
        parts.put("heywood", new Shape.Truth(solution.heywood()));
        parts.put(
                "uniquenesses",
                data.byItem(i -> proper ? Value.of(solution.uniquenesses().get(i)) : improper));
        parts.put(
                "loadings_unrotated",
                proper ? Shape.table(data.names(), solution.extraction().matrix()) : Shape.of(improper));
        parts.put("F", Shape.of(solution.minimum()));
        parts.put("df", Shape.of((double) solution.df()));
        parts.put("chisq_bartlett_corrected", Shape.of(solution.chiSquare(n)));
        parts.put("p", Shape.of(solution.p(n)));
        parts.put("gradient", Shape.of(solution.extraction().criterion()));
        return new Shape.Named(parts);
    }

    private void parallel(long seed) {
        byN("parallel_pc_normal", n -> parallel(n, seed));
    }

    private Shape parallel(long n, long seed) {
        int items = matrix().size();
        List<Value> refused = ParallelAnalysis.refusal(n, items).map(List::of).orElse(indefinite);
        if (!refused.isEmpty()) {
            return Shape.of(refused.get(0));
        }
        ParallelAnalysis drawn = ParallelAnalysis.of(n, items, ParallelAnalysis.USUAL, seed);
        double[] values = matrix().eigenvalues();
        Map<String, Shape> parts = new LinkedHashMap<>();
        parts.put("sim_mean", Shape.series(drawn.means()));
        parts.put("sim_p95", Shape.series(drawn.high()));
        parts.put("n_by_p95", Shape.of((double) drawn.keptByQuantile(values)));
        parts.put("n_by_mean", Shape.of((double) drawn.keptByMean(values)));
        parts.put("mc_se_mean", Shape.series(drawn.errors()));
        return new Shape.Named(parts);
    }

    /** "F1", "F2", … */
    static List<String> named(String prefix, int count) {
        return IntStream.rangeClosed(1, count).mapToObj(j -> prefix + j).toList();
    }
}
