package tw.minsheng.statistics.battery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static tw.minsheng.statistics.battery.Sets.assertRefused;
import static tw.minsheng.statistics.battery.Sets.codes;
import static tw.minsheng.statistics.battery.Sets.number;
import static tw.minsheng.statistics.battery.Sets.total;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tw.minsheng.statistics.MissingRule;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.factor.Ability;
import tw.minsheng.statistics.factor.Extraction;
import tw.minsheng.statistics.factor.FactorMatrix;
import tw.minsheng.statistics.moments.SymmetricMatrix;

/** The battery over correlations without answers. Numbers of R are of {@code R <- cov2cor(ability.cov$cov)} and 112 people. */
class PublishedMatrixTest {

    private static final List<String> NAMES = List.of("general", "picture", "blocks", "maze", "reading", "vocab");
    private final List<Block> two =
            Battery.ofCorrelations(NAMES, Ability.correlation(), Ability.PEOPLE, 2, Extent.QUICK, 1);

    private static List<Value> cells(List<Block> blocks, String block, String name) {
        return total(blocks, block, name).shape().values().toList();
    }

    private static void assertNumbers(double[] expected, List<Value> found, double tolerance) {
        assertEquals(expected.length, found.size());
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], found.get(i).number(), tolerance, "number " + i);
        }
    }

    @Test
    void blocksOfAMatrix() {
        assertEquals(
                List.of("reliability_from_matrix", "efa", "omega"),
                two.stream().map(Block::block).toList());
        for (Block block : two) {
            assertEquals(MissingRule.NONE, block.missing());
            assertEquals(112, block.n());
            assertEquals(Block.TOTAL, block.scale());
        }
        List<Block> one = Battery.ofCorrelations(NAMES, Ability.correlation(), 112, 1, Extent.QUICK, 1);
        assertEquals(
                List.of("reliability_from_matrix", "efa"),
                one.stream().map(Block::block).toList());
        assertRefused(Reason.TOO_FEW_ITEMS, total(one, "efa", "paf_loadings_varimax_kaiser"));
        assertRefused(Reason.TOO_FEW_ITEMS, total(one, "efa", "paf_oblimin0"));
    }

    /** {@code k/(k - 1)*(1 - k/sum(R))}, its interval by {@code qf}, {@code psych::guttman}, {@code factanal}. */
    @Test
    void reliabilityOfAMatrix() {
        String block = "reliability_from_matrix";
        assertEquals(.80294000741347, number(two, block, "alpha_raw"), 1e-13);
        assertNumbers(new double[] {.740494615679556, .854521938969723}, cells(two, block, "ci95_feldt"), 1e-10);
        assertNumbers(
                new double[] {
                    .739170508205131,
                    .792636522134469,
                    .752938910876599,
                    .815085735811475,
                    .761556165523392,
                    .765223624575925
                },
                cells(two, block, "alpha_if_deleted"),
                1e-13);
        assertNumbers(
                new double[] {
                    .700182700274278,
                    .469072329381379,
                    .642894898064237,
                    .364380207402032,
                    .606290638439643,
                    .590530195219941
                },
                cells(two, block, "item_total_corrected"),
                1e-13);
        assertNumbers(
                new double[] {.669116672844559, .81421253068613, .80294000741347, .791662622743187, .829585366483059},
                cells(two, block, "guttman_cor"),
                1e-12);
        Statistic splits = total(two, block, "lambda4_all_splits_cor");
        assertEquals(.883262816669448, number(part(splits, "max")), 1e-12);
        assertEquals(.80294000741347, number(part(splits, "mean")), 1e-12);
        assertTrue(number(two, block, "ase_duhachek") > 0);
        Statistic omega = total(two, block, "omega_1factor_std");
        assertEquals(.783985267114695, number(part(omega, "omega")), 1e-6);
        assertEquals(new Shape.Truth(false), part(omega, "heywood"));
        assertEquals(.876518049014562, number(part(part(omega, "loadings"), "reading")), 1e-7);
        assertEquals(.231716106582435, number(part(part(omega, "uniquenesses"), "reading")), 1e-7);
    }

    private static Shape part(Statistic statistic, String name) {
        return Sets.part(statistic, name);
    }

    private static Shape part(Shape shape, String name) {
        return ((Shape.Named) shape).parts().get(name);
    }

    @Test
    void factorsOfAMatrix() {
        assertEquals(112, number(two, "efa", "n"));
        assertEquals(.732074702868317, number(two, "efa", "kmo"), 1e-12);
        assertEquals(.0836655066949533, number(two, "efa", "det_r"), 1e-13);
        assertEquals(268.353765306515, number(two, "efa", "bartlett_chisq"), 1e-9);
        assertEquals(15, number(two, "efa", "bartlett_df"));
        double[] values = {
            3.076823572118851, 1.139687518753898, .817186905197598, .411312695926487, .355074397636890, .199914910366278
        };
        assertNumbers(values, cells(two, "efa", "eigenvalues"), 1e-12);
        assertEquals(
                100 * values[0] / 6, cells(two, "efa", "pct_variance").get(0).number(), 1e-10);
        assertEquals(2, number(two, "efa", "n_kaiser_gt1"));
        assertEquals(.506646468628285, cells(two, "efa", "smc").get(0).number(), 1e-12);
        assertNumbers(
                new double[] {.116681167935852, .106490759672213, .234112901389280, .401861099753906},
                cells(two, "efa", "map_velicer"),
                1e-10);
        assertEquals(
                .683790679281323, cells(two, "efa", "pca_communalities").get(0).number(), 1e-10);
        assertEquals(
                .567098225398154, cells(two, "efa", "paf_communalities").get(0).number(), 1e-9);
        Statistic still = total(two, "efa", "paf_convergence");
        assertEquals(new Shape.Truth(true), part(still, "converged"));
        assertEquals(99, number(part(still, "iterations")));
        assertTrue(number(part(still, "largest_change")) < 1e-12);
    }

    @Test
    void likelihoodOfAMatrix() {
        Statistic likelihood = total(two, "efa", "ml_efa");
        assertEquals(new Shape.Truth(false), part(likelihood, "heywood"));
        assertEquals(.0571602168369749, number(part(likelihood, "F")), 1e-12);
        assertEquals(4, number(part(likelihood, "df")));
        assertEquals(6.10661649875023, number(part(likelihood, "chisq_bartlett_corrected")), 1e-9);
        assertEquals(.191326315609802, number(part(likelihood, "p")), 1e-9);
        assertTrue(number(part(likelihood, "gradient")) < 1e-9);
        assertEquals(.0524517488, number(part(part(likelihood, "uniquenesses"), "reading")), 1e-7);
        Shape.Table loadings = (Shape.Table) part(likelihood, "loadings_unrotated");
        assertEquals(NAMES, loadings.rows());
        assertEquals(List.of("1", "2"), loadings.columns());
    }

    /** What an improper solution leaves is χ² only. */
    @Test
    void improperLikelihoodOfAMatrix() {
        SymmetricMatrix heywood = SymmetricMatrix.of(new double[][] {{1, .9, .8}, {.9, 1, .6}, {.8, .6, 1}});
        List<Block> blocks = Battery.ofCorrelations(NAMES.subList(0, 3), heywood, 50, 1, Extent.QUICK, 1);
        Statistic likelihood = total(blocks, "efa", "ml_efa");
        assertEquals(new Shape.Truth(true), part(likelihood, "heywood"));
        assertRefused(Reason.HEYWOOD, part(likelihood, "uniquenesses"));
        assertRefused(Reason.HEYWOOD, part(likelihood, "loadings_unrotated"));
        assertEquals(.249077151066399, number(part(likelihood, "F")), 1e-12);
        assertRefused(Reason.HEYWOOD, total(blocks, "efa", "paf_communalities"));
        assertRefused(Reason.HEYWOOD, total(blocks, "efa", "paf_convergence"));
        assertRefused(Reason.HEYWOOD, total(blocks, "efa", "paf_ss_loadings"));
        assertRefused(Reason.HEYWOOD, total(blocks, "efa", "paf_promax4"));
    }

    /** More answers than items, and a warning below five answers for each. */
    @Test
    void fewAnswersBehindAMatrix() {
        for (int n : new int[] {6, 7, 29, 30}) {
            Block efa = Battery.ofCorrelations(NAMES, Ability.correlation(), n, 1, Extent.PAGE, 1)
                    .get(1);
            Statistic kmo = efa.find("kmo").orElseThrow();
            assertEquals(n > 6, kmo.value().isKnown());
            assertEquals(n < 30, codes(kmo).contains("few_answers_for_factors"));
            assertTrue(efa.find("ml_efa").isEmpty());
            assertTrue(efa.find("paf_oblimin0").isEmpty());
        }
        Block six = Battery.ofCorrelations(NAMES, Ability.correlation(), 6, 1, Extent.QUICK, 1)
                .get(1);
        assertRefused(Reason.N_TOO_SMALL, six.find("ml_efa").orElseThrow());
        assertEquals("6", six.find("kmo").orElseThrow().value().reasonArgs().get("n"));
    }

    @Test
    void drawnEigenvaluesBesideThoseOfAMatrix() {
        List<Block> drawn = Battery.ofCorrelations(NAMES, Ability.correlation(), 112, 1, Extent.WHOLE_PAGE, 1);
        Statistic parallel = total(drawn, "efa", "parallel_pc_normal");
        assertEquals(1, number(part(parallel, "n_by_p95")));
        assertEquals(1, number(part(parallel, "n_by_mean")));
        for (String name : List.of("sim_mean", "sim_p95", "mc_se_mean")) {
            assertEquals(6, ((Shape.Series) part(parallel, name)).numbers().size());
        }
        assertTrue(total(drawn, "efa", "n").value().isKnown());
    }

    /** What cannot be correlations has no eigenvalues on a page; copies have no MAP. */
    @Test
    void matricesThatAreNone() {
        SymmetricMatrix impossible = SymmetricMatrix.of(3, (i, j) -> i == j ? 1 : i + j == 3 ? -.9 : .9);
        List<Block> none = Battery.ofCorrelations(NAMES.subList(0, 3), impossible, 50, 1, Extent.WHOLE_PAGE, 1);
        for (String name :
                List.of("eigenvalues", "pct_variance", "n_kaiser_gt1", "map_velicer", "parallel_pc_normal")) {
            assertRefused(Reason.NOT_PSD, total(none, "efa", name));
        }
        List<Block> copies =
                Battery.ofCorrelations(NAMES.subList(0, 3), SymmetricMatrix.of(3, (i, j) -> 1), 50, 1, Extent.PAGE, 1);
        assertRefused(Reason.SINGULAR_MATRIX, total(copies, "efa", "map_velicer"));
        assertRefused(Reason.SINGULAR_MATRIX, total(copies, "reliability_from_matrix", "omega_1factor_std"));
        List<Block> pair = Battery.ofCorrelations(
                NAMES.subList(0, 2), SymmetricMatrix.of(2, (i, j) -> i == j ? 1 : .5), 50, 1, Extent.PAGE, 1);
        assertRefused(Reason.TOO_FEW_ITEMS, total(pair, "efa", "map_velicer"));
        // three items: MAP of one component
        List<Block> three = Battery.ofCorrelations(
                NAMES.subList(0, 3), Ability.correlation().select(0, 1, 2), 50, 1, Extent.PAGE, 1);
        assertEquals(1, cells(three, "efa", "map_velicer").size());
    }

    @Test
    void aMatrixWithoutGeneralFactor() {
        SymmetricMatrix heywood = SymmetricMatrix.of(new double[][] {{1, .9, .8}, {.9, 1, .6}, {.8, .6, 1}});
        List<Block> blocks = Battery.ofCorrelations(NAMES.subList(0, 3), heywood, 50, 2, Extent.PAGE, 1);
        assertRefused(Reason.HEYWOOD, total(blocks, "omega", "omega_psych"));
        assertEquals(
                .567098225398154, 1 - number(part(part(total(two, "omega", "omega_psych"), "u2"), "general")), 1e-9);
    }

    /** A factor on which nothing loads cannot be turned to a target. */
    @Test
    void anEmptyFactorIsSingular() {
        FactorMatrix half = FactorMatrix.of(3, 2, (i, j) -> j == 0 ? .8 - .1 * i : 0);
        Rotations turned = new Rotations(NAMES.subList(0, 3), new Extraction(List.of(half), List.of(), 0, 0), 2);
        assertTrue(turned.varimax(true).refusal().isEmpty());
        assertRefused(Reason.SINGULAR_MATRIX, turned.promax(true));
        assertRefused(Reason.SINGULAR_MATRIX, turned.promax(false));
        assertEquals(.64 + .49 + .36, number(part(turned.sumsOfSquares("F"), "F1")), 1e-12);
    }

    @Test
    void omegaOfOneAxis() {
        FactorMatrix axis = FactorMatrix.of(2, 1, (i, j) -> i == 0 ? .8 : .6);
        assertEquals(
                1.96 / (1.96 + .36 + .64),
                OrdinalBlock.omega(new Extraction(List.of(axis), List.of(), 0, 0))
                        .number(),
                1e-12);
        Value why = Value.undefined(Reason.HEYWOOD);
        assertEquals(why, OrdinalBlock.omega(Extraction.refused(why)));
    }

    @Test
    void aBlockCanBeReduced() {
        Block efa = two.get(1).only(Set.of("kmo", "det_r"));
        assertEquals(
                List.of("det_r", "kmo"),
                efa.statistics().stream().map(Statistic::name).toList());
        assertTrue(efa.find("msa").isEmpty());
        assertEquals(
                Reason.NO_DATA,
                two.get(1).find("msa").orElseThrow().value().reason().orElseThrow());
    }
}
