package tw.minsheng.statistics.battery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static tw.minsheng.statistics.battery.Sets.assertRefused;
import static tw.minsheng.statistics.battery.Sets.codes;
import static tw.minsheng.statistics.battery.Sets.edge;
import static tw.minsheng.statistics.battery.Sets.listwise;
import static tw.minsheng.statistics.battery.Sets.number;
import static tw.minsheng.statistics.battery.Sets.pairwise;
import static tw.minsheng.statistics.battery.Sets.part;
import static tw.minsheng.statistics.battery.Sets.total;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tw.minsheng.statistics.Missing;
import tw.minsheng.statistics.MissingRule;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.reliability.Scale;

/** The rows of statistics.md, section 5, that are about reliability. Numbers: the table there, made by R (edge/*.json). */
class BatteryEdgeTest {

    private static final Set<String> COUNTS = Set.of("n", "k", "item_n", "item_mean", "floor_pct", "ceiling_pct");

    @Test
    void oneRespondentHasNoCoefficient() {
        for (Block block : listwise(edge("single_respondent"))) {
            for (Statistic statistic : block.statistics()) {
                if (!COUNTS.contains(statistic.name())) {
                    assertRefused(Reason.N_TOO_SMALL, statistic);
                }
            }
        }
    }

    @Test
    void twoRespondentsAreRefused() {
        List<Block> blocks = listwise(edge("two_respondents"));
        assertRefused(Reason.N_TOO_SMALL, total(blocks, "reliability", "alpha_raw"));
        assertRefused(Reason.N_TOO_SMALL, total(blocks, "reliability", "guttman_cov"));
        assertRefused(Reason.N_TOO_SMALL, total(blocks, "item_analysis", "item_table"));
        assertRefused(Reason.N_TOO_SMALL, total(blocks, "efa", "kmo"));
    }

    /** The reason is that nobody's answers vary; three items would be enough. */
    @Test
    void everythingTheSameHasNoVariation() {
        double[][] rows = {{3, 3, 3}, {3, 3, 3}, {3, 3, 3}, {3, 3, 3}};
        List<Block> blocks = listwise(Sets.of(rows));
        for (String name :
                List.of("alpha_raw", "alpha_std", "average_r", "signal_noise", "ase_duhachek", "guttman_cov")) {
            assertRefused(Reason.NO_VARIATION, total(blocks, "reliability", name));
        }
        assertRefused(Reason.NO_VARIATION, total(blocks, "efa", "kmo"));
        assertRefused(Reason.NO_VARIATION, total(blocks, "efa", "eigenvalues"));
    }

    /** .1 + .2 and .3 + 0 are one total: both people belong to the low group. */
    @Test
    void tiesOfDecimalScalesStayInTheExtremeGroups() {
        double[][] rows = {{.1, .2}, {.3, 0}, {.5, .4}, {.6, .6}};
        ScaleSet set = ScaleSet.of(new Scale(List.of("a", "b"), 0, 1), Map.of(), Answers.of(rows, 2));
        Statistic groups = total(listwise(set), "item_analysis", "extreme_groups");
        assertEquals(2, number(part(groups, "n_low")));
        assertEquals(.3, number(part(groups, "lo")), 0);
    }

    @Test
    void constantItemIsNamedAndAlphaGivenBothWays() {
        List<Block> blocks = listwise(edge("constant_item"));
        Statistic alpha = total(blocks, "reliability", "alpha_raw");
        assertEquals(.8275, alpha.value().number(), 5e-5);
        assertEquals(.9309, number(blocks, "reliability", "alpha_raw_without_constant"), 5e-5);
        assertTrue(alpha.warnings().stream()
                .anyMatch(warning -> warning.code().equals("item_constant")
                        && warning.args().get("items").equals("Q3")));
        Statistic itemTotal = total(blocks, "reliability", "item_total_corrected");
        assertRefused(Reason.ITEM_CONSTANT, part(itemTotal, "Q3"));
        assertTrue(part(itemTotal, "Q1").refusal().isEmpty());
    }

    @Test
    void kmoAndFactorsAreWithoutTheConstantItem() {
        List<Block> blocks = listwise(edge("constant_item"));
        Statistic kmo = total(blocks, "efa", "kmo");
        assertTrue(kmo.value().isKnown());
        assertTrue(codes(kmo).contains("item_constant"));
        assertEquals(
                3,
                ((Shape.Series) total(blocks, "efa", "eigenvalues").shape())
                        .numbers()
                        .size());
        assertRefused(Reason.ITEM_CONSTANT, part(total(blocks, "efa", "msa"), "Q3"));
    }

    @Test
    void twoItemsHaveAlphaAndSpearmanBrownOnly() {
        List<Block> blocks = listwise(edge("two_items"));
        assertEquals(.9096, number(blocks, "reliability", "alpha_raw"), 5e-5);
        Statistic halves = total(blocks, "reliability", "split_first_second");
        assertTrue(number(part(halves, "spearman_brown_equal")) > .9);
        for (String name : List.of("alpha_if_deleted", "omega_1factor_std", "omega_1factor_unstd", "guttman_cov")) {
            assertRefused(Reason.TOO_FEW_ITEMS, total(blocks, "reliability", name));
        }
        assertRefused(Reason.TOO_FEW_ITEMS, total(blocks, "efa", "kmo"));
    }

    @Test
    void perfectCorrelationLeavesAlphaAndNothingThatInverts() {
        List<Block> blocks = listwise(edge("perfect_correlation"));
        assertEquals(.9366, number(blocks, "reliability", "alpha_raw"), 5e-5);
        for (String name : List.of("kmo", "msa", "bartlett_chisq", "smc", "paf_loadings_unrotated", "ml_efa")) {
            assertRefused(Reason.SINGULAR_MATRIX, total(blocks, "efa", name));
        }
        assertRefused(Reason.SINGULAR_MATRIX, total(blocks, "reliability", "omega_1factor_std"));
        Statistic bounds = total(blocks, "reliability", "guttman_cov");
        assertRefused(Reason.SINGULAR_MATRIX, part(bounds, "lambda6"));
        assertTrue(number(part(bounds, "lambda2")) > .9);
    }

    @Test
    void fewerAnswersThanItemsIsAStrongWarningAndNoFactors() {
        List<Block> blocks = listwise(edge("n_less_than_k"));
        Statistic alpha = total(blocks, "reliability", "alpha_raw");
        assertEquals(.9652, alpha.value().number(), 5e-5);
        assertTrue(codes(alpha).containsAll(List.of("fewer_answers_than_items", "few_answers")));
        for (String name : List.of("kmo", "bartlett_chisq", "eigenvalues", "paf_loadings_unrotated", "ml_efa")) {
            assertRefused(Reason.N_TOO_SMALL, total(blocks, "efa", name));
        }
    }

    @Test
    void negativeAlphaStaysAsItIsWithAHint() {
        Statistic alpha = total(listwise(edge("negative_alpha")), "reliability", "alpha_raw");
        assertEquals(-5.4844, alpha.value().number(), 5e-5);
        assertTrue(codes(alpha).contains("negative_alpha"));
    }

    @Test
    void itemNeverAnsweredIsDroppedAndNamed() {
        List<Block> blocks = listwise(edge("item_all_missing"));
        Statistic alpha = total(blocks, "reliability", "alpha_raw");
        assertTrue(alpha.value().isKnown());
        assertTrue(codes(alpha).contains("item_all_missing"));
        assertEquals(5, number(blocks, "reliability", "n"));
        assertRefused(Reason.ITEM_ALL_MISSING, part(total(blocks, "reliability", "alpha_if_deleted"), "Q3"));
        Shape.Table table =
                (Shape.Table) total(blocks, "item_analysis", "item_table").shape();
        assertTrue(table.cells().get(2).stream()
                .allMatch(cell -> cell.reason().equals(java.util.Optional.of(Reason.ITEM_ALL_MISSING))));
    }

    @Test
    void noCompleteRowHasAReasonOfItsOwn() {
        assertRefused(Reason.NO_COMPLETE_ROWS, total(listwise(edge("no_complete_row")), "reliability", "alpha_raw"));
        assertRefused(Reason.NOT_PSD, total(pairwise(edge("no_complete_row")), "reliability", "alpha_raw"));
        assertRefused(Reason.NOT_PSD, total(pairwise(edge("no_complete_row")), "reliability", "item_total_corrected"));
    }

    @Test
    void straightLiningOfEverybodyGivesOneWithAWarning() {
        List<Block> blocks = listwise(Sets.of(
                new double[] {1, 1, 1}, new double[] {4, 4, 4}, new double[] {2, 2, 2}, new double[] {5, 5, 5}));
        Statistic alpha = total(blocks, "reliability", "alpha_raw");
        assertEquals(1, alpha.value().number(), 1e-14);
        assertTrue(codes(alpha).contains("every_row_uniform"));
        assertRefused(Reason.SINGULAR_MATRIX, total(blocks, "efa", "kmo"));
    }

    @Test
    void allAnswersEqualHaveNoVariation() {
        double[] row = {3, 3, 3};
        List<Block> blocks = listwise(Sets.of(row, row.clone(), row.clone(), row.clone()));
        assertRefused(Reason.NO_VARIATION, total(blocks, "reliability", "alpha_raw"));
        assertRefused(Reason.GROUPS_OVERLAP, total(blocks, "item_analysis", "extreme_groups"));
        assertRefused(Reason.N_TOO_SMALL, total(blocks, "item_analysis", "decision"));
    }

    @Test
    void aGroupOfOnePersonIsNotTested() {
        ScaleSet set = Sets.of(
                        new double[] {1, 2},
                        new double[] {2, 2},
                        new double[] {3, 4},
                        new double[] {5, 4},
                        new double[] {4, 3})
                .withGroup(List.of("a", "a", "b", "b", "c"));
        List<Block> blocks = listwise(set);
        for (String test : List.of("anova", "welch_anova", "levene_mean", "kruskal")) {
            assertRefused(Reason.N_TOO_SMALL, total(blocks, "validity", test));
        }
        assertTrue(
                total(blocks, "validity", "known_groups_desc").shape().refusal().isEmpty());
    }

    /** α with n < 30, factors with n < 5p: a value, with a warning. */
    @Test
    void fewAnswersAreAWarning() {
        List<Block> blocks = listwise(edge("constant_item"));
        assertTrue(codes(total(blocks, "reliability", "alpha_raw")).contains("few_answers"));
        assertTrue(codes(total(blocks, "efa", "kmo")).contains("few_answers_for_factors"));
    }

    @Test
    void extremeGroupsThatCannotBeToldApartOverlap() {
        List<double[]> rows = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            rows.add(i == 0 ? new double[] {1, 2, 4} : new double[] {2 + i % 2, 3 - i % 2, 3});
        }
        List<Block> blocks = listwise(Sets.of(rows.toArray(double[][]::new)));
        assertRefused(Reason.GROUPS_OVERLAP, total(blocks, "item_analysis", "extreme_groups"));
        assertRefused(Reason.GROUPS_OVERLAP, total(blocks, "item_analysis", "critical_ratio_table"));
        assertTrue(total(blocks, "item_analysis", "item_total_corrected")
                .shape()
                .refusal()
                .isEmpty());
    }

    /** C4: under pairwise deletion the product stands on the smallest pair, R on all rows. */
    @Test
    void pairwiseIntervalsStandOnTheSmallestPair() {
        List<double[]> rows = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            double person = 1 + i % 4;
            int half = i % 3 / 2;
            rows.add(new double[] {person, i % 10 == 0 ? Missing.ANSWER : person + i % 2, person + half, 3 - i % 3});
        }
        ScaleSet set = Sets.of(rows.toArray(double[][]::new));
        Block own = Battery.of(set, MissingRule.PAIRWISE, Extent.QUICK, 1).get(0);
        Block likeR = Battery.likeR(set, MissingRule.PAIRWISE, Extent.QUICK, 1).get(0);
        assertEquals(36, own.n());
        assertEquals(40, likeR.n());
        assertFalse(own.find("ci95_feldt_smallest_pair").isPresent());
        assertEquals(
                own.find("ci95_feldt").orElseThrow().shape(),
                likeR.find("ci95_feldt_smallest_pair").orElseThrow().shape());
        assertFalse(own.find("ci95_feldt")
                .orElseThrow()
                .shape()
                .equals(likeR.find("ci95_feldt").orElseThrow().shape()));
    }

    @Test
    void partsThatDoNotFitAreRefused() {
        double[][] rows = {{1, 2}, {2, 1}};
        Scale scale = new Scale(List.of("a", "b"), 1, 5);
        Answers answers = Answers.of(rows, 2);
        assertThrows(IllegalArgumentException.class, () -> ScaleSet.of(scale, Map.of("x", List.of("c")), answers));
        assertThrows(IllegalArgumentException.class, () -> ScaleSet.of(scale, Map.of("x", List.of()), answers));
        assertThrows(
                IllegalArgumentException.class,
                () -> ScaleSet.of(scale, Map.of("x", List.of("a"), "y", List.of("a")), answers));
        assertThrows(IllegalArgumentException.class, () -> ScaleSet.of(scale, Map.of(), Answers.of(rows, 3)));
        ScaleSet set = ScaleSet.of(scale, Map.of(), answers);
        assertThrows(IllegalArgumentException.class, () -> set.withGroup(List.of("m")));
        assertThrows(IllegalArgumentException.class, () -> set.withCriterion(List.of(1.0)));
        assertThrows(IllegalArgumentException.class, () -> set.withExtracted(0));
    }

    /** As for Pearson's correlations: the reason is the copy, not the search. */
    @Test
    void aCopyOfAnItemLeavesNoOrdinalAlpha() {
        List<double[]> rows = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            double mood = 1 + i % 5;
            rows.add(new double[] {mood, mood, StrictMath.min(5, mood + i / 5 % 2)});
        }
        List<Block> blocks = listwise(Sets.of(rows.toArray(double[][]::new)));
        assertRefused(Reason.SINGULAR_MATRIX, total(blocks, "ordinal", "ordinal_alpha"));
        assertRefused(Reason.SINGULAR_MATRIX, total(blocks, "ordinal", "ordinal_alpha_if_deleted"));
    }

    /** Means are rounded for ranks, where ties count, and nowhere else. */
    @Test
    void meansOfGroupsKeepAllTheirDigits() {
        ScaleSet set = Sets.of(
                        new double[] {2, 2, 3},
                        new double[] {1, 2, 2},
                        new double[] {4, 4, 5},
                        new double[] {5, 3, 5},
                        new double[] {3, 4, 4})
                .withGroup(List.of("a", "a", "b", "b", "b"));
        Shape.Table groups = (Shape.Table)
                total(listwise(set), "validity", "known_groups_desc").shape();
        assertEquals(2, groups.cells().get(0).get(1).number(), 1e-14);
        assertEquals(37 / 9.0, groups.cells().get(1).get(1).number(), 1e-14);
    }

    /** Three of five at 1, one at 5. */
    @Test
    void floorAndCeilingAreSharesOfTheLimits() {
        List<Block> blocks = listwise(Sets.of(
                new double[] {1, 2}, new double[] {1, 3}, new double[] {1, 4}, new double[] {5, 2}, new double[] {4, 3
                }));
        assertEquals(60, number(part(total(blocks, "reliability", "floor_pct"), "Q1")), 1e-12);
        assertEquals(20, number(part(total(blocks, "reliability", "ceiling_pct"), "Q1")), 1e-12);
        assertEquals(0, number(part(total(blocks, "reliability", "ceiling_pct"), "Q2")), 1e-12);
    }

    /** IA4 in the order of the page: each column is the number that stands under its own name. */
    @Test
    void itemTableHoldsTheNumbersOfTheOtherStatistics() {
        List<double[]> rows = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            double person = 1 + i % 5;
            rows.add(new double[] {person, StrictMath.min(5, person + i % 2), StrictMath.max(1, person - i % 3)});
        }
        List<Block> blocks = listwise(Sets.of(rows.toArray(double[][]::new)));
        Shape.Table table =
                (Shape.Table) total(blocks, "item_analysis", "item_table").shape();
        assertEquals(
                List.of(
                        "mean",
                        "sd",
                        "skewness",
                        "critical_ratio",
                        "p",
                        "item_total_r",
                        "item_total_corrected",
                        "alpha_if_deleted",
                        "loading",
                        "communality"),
                table.columns());
        List<tw.minsheng.statistics.Value> first = table.cells().get(0);
        Shape.Table ratios = (Shape.Table)
                total(blocks, "item_analysis", "critical_ratio_table").shape();
        assertEquals(
                number(part(total(blocks, "reliability", "item_mean"), "Q1")),
                first.get(0).number());
        assertEquals(ratios.cells().get(0).get(11), first.get(3));
        assertEquals(
                number(part(total(blocks, "reliability", "item_total_corrected"), "Q1")),
                first.get(6).number());
        assertEquals(
                number(part(total(blocks, "reliability", "alpha_if_deleted"), "Q1")),
                first.get(7).number());
        assertEquals(first.get(8).number() * first.get(8).number(), first.get(9).number(), 1e-12);
    }

    @Test
    void sameAnswersGiveTheSameStatistics() {
        ScaleSet set = Sets.edge("n_less_than_k");
        assertEquals(listwise(set), listwise(set));
    }

    @Test
    void quickLeavesOutWhatIsDrawn() {
        ScaleSet set = Sets.edge("constant_item");
        List<Block> quick = Battery.of(set, MissingRule.LISTWISE, Extent.QUICK, 1);
        assertTrue(quick.get(0).find("ci95_boot_percentile").isEmpty());
        assertTrue(listwise(set).get(0).find("ci95_boot_percentile").isPresent());
    }
}
