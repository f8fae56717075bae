package tw.minsheng.statistics.battery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static tw.minsheng.statistics.battery.Sets.assertRefused;
import static tw.minsheng.statistics.battery.Sets.codes;
import static tw.minsheng.statistics.battery.Sets.number;
import static tw.minsheng.statistics.battery.Sets.part;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import tw.minsheng.statistics.MissingRule;
import tw.minsheng.statistics.Reason;

/** Declared 構面 of which some items cannot be used, and validity of groups that cannot be compared. */
class DeclaredFactorsTest {

    private static Cut cut(ScaleSet set) {
        return new Cut(set, CfaBlock.itemsOf(set.factors()), MissingRule.LISTWISE, Counting.SMALLEST_PAIR);
    }

    private static Block cfa(ScaleSet set, Extent extent) {
        return CfaBlock.of(cut(set), set, extent);
    }

    private static Statistic of(Block block, String name) {
        return block.find(name).orElseThrow(() -> new AssertionError(name));
    }

    private static double[][] constant(int... items) {
        double[][] rows = Mixed.rows();
        for (double[] row : rows) {
            for (int item : items) {
                row[item] = 3;
            }
        }
        return rows;
    }

    @Test
    void searchIsTold() {
        Statistic search = of(cfa(Mixed.whole(), Extent.PAGE), "convergence");
        assertTrue(number(part(search, "iterations")) >= 1);
        assertTrue(number(part(search, "largest_gradient")) <= 1e-7);
        assertTrue(number(part(search, "largest_gradient")) >= 0);
    }

    /** CR of the one-factor solution is ω, both out of the same loadings. */
    @Test
    void oneFactorOfAConstruct() {
        Block cfa = cfa(Mixed.whole(), Extent.PAGE);
        Block alone = Battery.of(Mixed.whole(), MissingRule.LISTWISE, Extent.PAGE, 1).stream()
                .filter(block ->
                        block.block().equals("reliability") && block.scale().equals("b"))
                .findFirst()
                .orElseThrow();
        double omega = number(part(of(alone, "omega_1factor_std"), "omega"));
        assertEquals(omega, number(part(of(cfa, "cr_one_factor"), "b")), 1e-7);
    }

    @Test
    void aConstantItemIsLeftOutOfItsFactor() {
        ScaleSet set = Mixed.declared(constant(5));
        Block cfa = cfa(set, Extent.FULL);
        assertEquals(4, number(of(cfa, "fit_df").shape()));
        Shape.Table loadings = (Shape.Table) of(cfa, "loadings_std").shape();
        assertEquals(List.of("q1", "q2", "q3", "q4", "q5"), loadings.rows());
        assertRefused(Reason.ITEM_CONSTANT, part(of(cfa, "r_square"), "q6"));
        assertTrue(codes(of(cfa, "fit_chisq")).contains("item_constant"));
        assertTrue(codes(of(cfa, "loadings_std")).contains("item_constant"));
        assertRefused(Reason.TOO_FEW_ITEMS, part(of(cfa, "cr_one_factor"), "b"));
        assertRefused(Reason.TOO_FEW_ITEMS, part(of(cfa, "ave_one_factor"), "b"));
        assertTrue(part(of(cfa, "cr_one_factor"), "a").refusal().isEmpty());
        assertEquals(4, number(part(of(cfa, "cfa_ordinal_wlsmv"), "df")));
    }

    @Test
    void aFactorWithoutItemsIsNotIdentified() {
        ScaleSet set = Mixed.declared(constant(3, 4, 5)).withGroup(Collections.nCopies(Mixed.PEOPLE, "m"));
        Block cfa = cfa(set, Extent.FULL);
        for (String name : List.of(
                "fit_chisq",
                "fit_rmsea.pvalue",
                "loadings_std",
                "invariance",
                "invariance_verdict",
                "invariance_n",
                "cfa_ordinal_wlsmv",
                "convergence")) {
            assertRefused(Reason.NOT_IDENTIFIED, of(cfa, name));
        }
    }

    /** Two constructs of two items, of which one copies the other: the reason of the one-factor solution is told. */
    @Test
    void copiesHaveNoFactor() {
        double[][] rows = Mixed.rows();
        for (double[] row : rows) {
            row[1] = row[0];
        }
        Block cfa = cfa(Mixed.declared(rows), Extent.FULL);
        assertRefused(Reason.SINGULAR_MATRIX, of(cfa, "fit_chisq"));
        assertRefused(Reason.SINGULAR_MATRIX, part(of(cfa, "cr_one_factor"), "a"));
        assertRefused(Reason.SINGULAR_MATRIX, of(cfa, "cfa_ordinal_wlsmv"));
    }

    @Test
    void fewAnswersAreWarnedOf() {
        ScaleSet set = Mixed.declared(Arrays.copyOf(Mixed.rows(), 29));
        Block cfa = cfa(set, Extent.PAGE);
        assertTrue(codes(of(cfa, "fit_chisq")).contains("few_answers_for_factors"));
        assertTrue(codes(of(cfa, "loadings_std")).contains("few_answers_for_factors"));
        ScaleSet enough = Mixed.declared(Arrays.copyOf(Mixed.rows(), 30));
        assertFalse(codes(of(cfa(enough, Extent.PAGE), "fit_chisq")).contains("few_answers_for_factors"));
    }

    /** α of these items is below 0; that says nothing of their factors. */
    @Test
    void warningsOfAlphaAreNotThoseOfFactors() {
        Block efa = Sets.listwise(Sets.edge("negative_alpha")).stream()
                .filter(block -> block.block().equals("efa"))
                .findFirst()
                .orElseThrow();
        assertFalse(codes(of(efa, "kmo")).contains("negative_alpha"));
    }

    /** One group only is none to compare with, however small it is. */
    @Test
    void groupsOfADeclaredModel() {
        ScaleSet set = Mixed.whole();
        Shape.Table models =
                (Shape.Table) of(cfa(set, Extent.PAGE), "invariance").shape();
        assertEquals(List.of("configural", "metric", "scalar"), models.rows());
        assertEquals(16, models.cells().get(0).get(1).number());
        assertEquals(Reason.NO_DATA, models.cells().get(0).get(6).reason().orElseThrow());
        assertEquals(4, models.cells().get(1).get(6).number());
        Block one = cfa(set.withGroup(Collections.nCopies(Mixed.PEOPLE, "m")), Extent.PAGE);
        assertRefused(Reason.NOT_IDENTIFIED, of(one, "invariance"));
        assertRefused(Reason.NOT_IDENTIFIED, of(one, "invariance_verdict"));
        assertEquals(80, number(part(of(one, "invariance_n"), "m")));
        ScaleSet few = Mixed.declared(Arrays.copyOf(Mixed.rows(), 25));
        Block small = cfa(few.withGroup(Collections.nCopies(25, "m")), Extent.PAGE);
        assertRefused(Reason.NOT_IDENTIFIED, of(small, "invariance"));
        assertTrue(codes(of(small, "invariance")).contains("group_left_out"));
    }

    private static Block validity(List<String> labels) {
        ScaleSet set =
                Mixed.declared(Arrays.copyOf(Mixed.rows(), labels.size())).withGroup(labels);
        return ValidityBlock.of(cut(set), "x", set);
    }

    @Test
    void groupsThatCannotBeCompared() {
        Block one = validity(List.of("m", "m", "m", "m", "m", "m"));
        assertRefused(Reason.NO_VARIATION, of(one, "anova"));
        assertRefused(Reason.NO_VARIATION, of(one, "kruskal"));
        Block none = validity(List.of("", "", "", "", "", ""));
        for (String name : List.of("anova", "welch_anova", "levene_mean", "kruskal")) {
            assertRefused(Reason.NO_DATA, of(none, name));
        }
        Block two = validity(List.of("m", "m", "w", "w", "", "w"));
        assertTrue(of(two, "anova").shape().refusal().isEmpty());
        assertTrue(two.find("t_welch").isPresent());
        Shape.Table described = (Shape.Table) of(two, "known_groups_desc").shape();
        assertEquals(List.of("m", "w"), described.rows());
        assertEquals(3, described.cells().get(1).get(0).number());
        assertTrue(described.cells().get(0).get(2).isKnown());
        Block three = validity(List.of("m", "m", "w", "w", "x", "x"));
        assertTrue(of(three, "anova").shape().refusal().isEmpty());
        assertTrue(three.find("t_welch").isEmpty());
        Block lone = validity(List.of("m", "m", "w", "w", "x", "w"));
        assertRefused(Reason.N_TOO_SMALL, of(lone, "anova"));
        Shape.Table spread = (Shape.Table) of(lone, "known_groups_desc").shape();
        assertFalse(spread.cells().get(2).get(2).isKnown());
        assertEquals("1", spread.cells().get(2).get(2).reasonArgs().get("n"));
    }
}
