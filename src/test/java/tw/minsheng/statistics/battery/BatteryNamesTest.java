package tw.minsheng.statistics.battery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tw.minsheng.statistics.Missing;
import tw.minsheng.statistics.MissingRule;
import tw.minsheng.statistics.reliability.Scale;

/** Which statistics there are: a page, a file and R ask for them by their names. */
class BatteryNamesTest {

    private static final String RELIABILITY = """
            n k item_n item_mean item_sd item_skew_type1 item_skew_type2_spss item_skew_type3_psych_default
            item_kurtosis_type2_spss item_kurtosis_type3_psych_default floor_pct ceiling_pct cov_matrix cor_matrix
            alpha_raw alpha_std average_r median_r signal_noise ase_duhachek ci95_duhachek ci95_feldt ci95_bonett
            scale_mean_sum scale_var_sum scale_sd_sum person_mean_score_mean person_mean_score_sd sem_sum_score
            spearman_brown_k_for_80_90 alpha_if_deleted alpha_std_if_deleted item_total_corrected smc
            scale_mean_if_deleted scale_var_if_deleted guttman_cov guttman_cor lambda4_all_splits_cov
            lambda4_all_splits_cor split_first_second split_odd_even omega_1factor_std omega_1factor_unstd
            ci95_boot_percentile
            """;

    private static final String ITEM_ANALYSIS = """
            extreme_groups critical_ratio_table extreme_groups_25 extreme_groups_33 item_total_r_and_p
            item_total_corrected alpha_if_deleted alpha_total pc1_loading_and_communality paf1_loading item_table decision
            decision_rules
            """;

    private static final String ORDINAL = """
            polychoric_twostep_ml thresholds ordinal_alpha ordinal_alpha_if_deleted ordinal_omega_1factor_uls
            """;

    private static final String VALIDITY = """
            known_groups_desc anova welch_anova levene_mean kruskal t_pooled t_welch cohens_d_pooled wilcoxon
            criterion_pearson criterion_spearman criterion_kendall_taub criterion_disattenuated_alpha_only
            """;

    private static final String EFA = """
            n det_r kmo msa bartlett_chisq bartlett_df bartlett_p bartlett_ln_p eigenvalues pct_variance n_kaiser_gt1 smc
            map_velicer pca_loadings_unrotated pca_communalities pca_loadings_varimax_kaiser paf_loadings_unrotated
            paf_communalities paf_convergence paf_ss_loadings paf_loadings_varimax_kaiser paf_loadings_varimax_raw
            paf_promax4 paf_promax4_spss paf_oblimin0 paf_oblimin0_kaiser ml_efa parallel_pc_normal
            """;

    private static final String CFA = """
            fit_chisq fit_df fit_pvalue fit_baseline.chisq fit_baseline.df fit_cfi fit_tli fit_nfi fit_ifi fit_rmsea
            fit_rmsea.ci.lower fit_rmsea.ci.upper fit_rmsea.pvalue fit_srmr fit_gfi fit_agfi fit_logl fit_aic fit_bic
            fit_npar chisq_over_df rmsea_ci90_tight convergence fit_wishart_chisq fit_wishart_cfi fit_wishart_tli
            fit_wishart_rmsea fit_wishart_srmr loadings_unstd loadings_std factor_correlations r_square cr_fornell_larcker
            ave_fornell_larcker cr_one_factor ave_one_factor fornell_larcker_table fornell_larcker_ok htmt_henseler
            cfa_ordinal_wlsmv invariance invariance_verdict invariance_n
            """;

    private static final List<String> ITEMS = List.of("q1", "q2", "q3", "q4", "q5", "q6");

    private static List<String> names(String words) {
        return List.of(words.strip().split("\\s+", -1));
    }

    private static List<String> names(Block block) {
        return block.statistics().stream().map(Statistic::name).toList();
    }

    private static List<String> without(List<String> names, String... left) {
        List<String> rest = new ArrayList<>(names);
        assertTrue(rest.removeAll(List.of(left)));
        return rest;
    }

    private static Cut cut(ScaleSet set, MissingRule rule) {
        return new Cut(set, ITEMS, rule, Counting.SMALLEST_PAIR);
    }

    @Test
    void reliability() {
        Cut listwise = cut(Mixed.whole(), MissingRule.LISTWISE);
        Block block = ReliabilityBlock.of(listwise, "x", Extent.FULL, 1);
        assertEquals(names(RELIABILITY), names(block));
        assertEquals(
                "reliability x LISTWISE 80",
                block.block() + " " + block.scale() + " " + block.missing() + " " + block.n());
        List<String> quick = without(names(RELIABILITY), "ci95_boot_percentile");
        assertEquals(quick, names(ReliabilityBlock.of(listwise, "x", Extent.QUICK, 1)));
        List<String> pairs = new ArrayList<>(quick);
        pairs.add(pairs.indexOf("cov_matrix"), "pair_n");
        assertEquals(pairs, names(ReliabilityBlock.of(cut(Mixed.whole(), MissingRule.PAIRWISE), "x", Extent.FULL, 1)));
    }

    @Test
    void itemsAndOrderedAnswers() {
        Cut cut = cut(Mixed.whole(), MissingRule.LISTWISE);
        assertEquals(names(ITEM_ANALYSIS), names(ItemBlock.of(cut, "x", Thresholds.usual())));
        assertEquals(names(ORDINAL), names(OrdinalBlock.of(cut, "x")));
        assertEquals("x", OrdinalBlock.of(cut, "x").scale());
    }

    @Test
    void validity() {
        ScaleSet set = Mixed.whole();
        Cut cut = cut(set, MissingRule.LISTWISE);
        assertEquals(names(VALIDITY), names(ValidityBlock.of(cut, "x", set)));
        List<String> groups = names(VALIDITY).subList(0, 9);
        assertEquals(groups, names(ValidityBlock.of(cut, "x", set.withCriterion(List.of()))));
        assertEquals(names(VALIDITY).subList(9, 13), names(ValidityBlock.of(cut, "x", set.withGroup(List.of()))));
    }

    @Test
    void factors() {
        Correlated data = Correlated.of(cut(Mixed.whole(), MissingRule.LISTWISE));
        assertEquals(names(EFA), names(EfaBlock.of(data, MissingRule.LISTWISE, 2, Extent.FULL, 1)));
        assertEquals(
                without(names(EFA), "parallel_pc_normal"),
                names(EfaBlock.of(data, MissingRule.LISTWISE, 2, Extent.QUICK, 1)));
        assertEquals(
                without(names(EFA), "parallel_pc_normal", "ml_efa", "paf_oblimin0", "paf_oblimin0_kaiser"),
                names(EfaBlock.of(data, MissingRule.LISTWISE, 2, Extent.PAGE, 1)));
    }

    @Test
    void declaredFactors() {
        ScaleSet set = Mixed.whole();
        Cut cut = cut(set, MissingRule.LISTWISE);
        assertEquals(names(CFA), names(CfaBlock.of(cut, set, Extent.FULL)));
        assertEquals(without(names(CFA), "cfa_ordinal_wlsmv"), names(CfaBlock.of(cut, set, Extent.QUICK)));
        assertEquals(
                without(names(CFA), "invariance", "invariance_verdict", "invariance_n"),
                names(CfaBlock.of(cut, set.withGroup(List.of()), Extent.FULL)));
        ScaleSet one = ScaleSet.of(set.scale(), Map.of("all", ITEMS), set.answers());
        assertEquals(
                without(
                        names(CFA),
                        "invariance",
                        "invariance_verdict",
                        "invariance_n",
                        "cfa_ordinal_wlsmv",
                        "fornell_larcker_table",
                        "fornell_larcker_ok",
                        "htmt_henseler"),
                names(CfaBlock.of(cut, one, Extent.PAGE)));
    }

    private static List<String> blocks(List<Block> blocks) {
        return blocks.stream().map(block -> block.block() + " " + block.scale()).toList();
    }

    /** Everything, in the order of a report; nothing is refused of a good set, and there is nothing to warn of. */
    @Test
    void blocksOfASet() {
        ScaleSet set = Mixed.whole();
        List<Block> full = Battery.of(set, MissingRule.LISTWISE, Extent.FULL, 1);
        List<String> expected = new ArrayList<>();
        for (String scale : List.of("total", "a", "b")) {
            for (String block : List.of("reliability", "item_analysis", "ordinal", "validity")) {
                expected.add(block + " " + scale);
            }
        }
        expected.addAll(List.of("efa total", "cfa all", "omega total"));
        assertEquals(expected, blocks(full));
        for (Block block : full) {
            for (Statistic statistic : block.statistics()) {
                assertTrue(statistic.shape().refusal().isEmpty(), block.block() + "/" + statistic.name());
                assertEquals(List.of(), statistic.warnings(), block.block() + "/" + statistic.name());
            }
        }
        expected.removeIf(name -> name.startsWith("ordinal") || name.startsWith("omega"));
        assertEquals(expected, blocks(Battery.of(set, MissingRule.LISTWISE, Extent.PAGE, 1)));
        assertEquals(
                List.of("reliability total", "reliability a", "reliability b", "efa total"),
                blocks(Battery.of(set, MissingRule.PAIRWISE, Extent.QUICK, 1)));
        ScaleSet alone = ScaleSet.of(set.scale(), Map.of(), set.answers());
        assertEquals(
                List.of("reliability total", "item_analysis total", "efa total"),
                blocks(Battery.of(alone, MissingRule.LISTWISE, Extent.PAGE, 1)));
        assertFalse(
                blocks(Battery.of(alone, MissingRule.LISTWISE, Extent.QUICK, 1)).contains("omega total"));
        // one 構面 of all items is the total itself
        ScaleSet same = ScaleSet.of(set.scale(), Map.of("all", ITEMS), set.answers());
        assertEquals(
                List.of("reliability total", "item_analysis total", "efa total", "cfa all"),
                blocks(Battery.of(same, MissingRule.LISTWISE, Extent.PAGE, 1)));
        assertEquals(3, set.withExtracted(3).extracted());
    }

    /** Ordered answers are whole numbers of 10 categories at most. */
    @Test
    void orderedAnswersHaveTheirLimits() {
        double[][] rows = Mixed.rows();
        rows[0][0] = Missing.ANSWER;
        Answers answers = Answers.of(rows, 6);
        assertTrue(OrdinalBlock.applies(
                cut(ScaleSet.of(new Scale(ITEMS, 1, 10), Map.of(), answers), MissingRule.LISTWISE)));
        assertFalse(OrdinalBlock.applies(
                cut(ScaleSet.of(new Scale(ITEMS, 0, 10), Map.of(), answers), MissingRule.LISTWISE)));
        double[][] halves = Mixed.rows();
        halves[79][5] = 2.5;
        assertFalse(OrdinalBlock.applies(
                cut(ScaleSet.of(new Scale(ITEMS, 1, 5), Map.of(), Answers.of(halves, 6)), MissingRule.LISTWISE)));
    }

    /** More than 12 items: ordered answers only with everything else. */
    @Test
    void orderedAnswersOfManyItemsTakeTheirTime() {
        double[][] rows = Mixed.rows();
        for (int items : new int[] {12, 13}) {
            double[][] wide = new double[30][items];
            List<String> names = new ArrayList<>();
            for (int j = 0; j < items; j++) {
                names.add("w" + j);
                for (int i = 0; i < wide.length; i++) {
                    wide[i][j] = rows[(i + 11 * (j / 6)) % 80][j % 6] > 3 ? 1 : 0;
                }
            }
            ScaleSet set = ScaleSet.of(new Scale(names, 0, 1), Map.of(), Answers.of(wide, items));
            List<String> blocks = blocks(Battery.of(set, MissingRule.LISTWISE, Extent.QUICK, 1));
            assertEquals(items == 12, blocks.contains("ordinal total"));
        }
    }

    /** Answers of 0 and 1 have more. */
    @Test
    void dichotomousAnswers() {
        double[][] rows = Mixed.rows();
        for (double[] row : rows) {
            for (int j = 0; j < 6; j++) {
                row[j] = row[j] > 3 ? 1 : 0;
            }
        }
        rows[3][2] = Missing.ANSWER;
        ScaleSet set = ScaleSet.of(new Scale(ITEMS, 0, 1), Map.of(), Answers.of(rows, 6));
        List<String> names = names(ReliabilityBlock.of(cut(set, MissingRule.LISTWISE), "x", Extent.PAGE, 1));
        assertTrue(names.containsAll(List.of("kr20", "kr21", "difficulty_p", "discrimination_d27")));
        assertFalse(names(ReliabilityBlock.of(cut(set, MissingRule.PAIRWISE), "x", Extent.PAGE, 1))
                .contains("kr20"));
        ScaleSet wide = ScaleSet.of(new Scale(ITEMS, 0, 2), Map.of(), Answers.of(rows, 6));
        assertFalse(names(ReliabilityBlock.of(cut(wide, MissingRule.LISTWISE), "x", Extent.PAGE, 1))
                .contains("kr20"));
        ScaleSet below = ScaleSet.of(new Scale(ITEMS, -1, 1), Map.of(), Answers.of(rows, 6));
        assertFalse(names(ReliabilityBlock.of(cut(below, MissingRule.LISTWISE), "x", Extent.PAGE, 1))
                .contains("kr20"));
    }

    /** Under R's n the product's own statement stands beside it wherever an n counts (C4). */
    @Test
    void pairsHaveAnNOfTheirOwn() {
        double[][] rows = Mixed.rows();
        rows[5][1] = Missing.ANSWER;
        List<Block> likeR = Battery.likeR(Mixed.declared(rows), MissingRule.PAIRWISE, Extent.PAGE, 1);
        Block efa = likeR.get(likeR.size() - 1);
        for (String name : List.of("bartlett_chisq", "bartlett_p", "bartlett_ln_p")) {
            Statistic own = efa.find(name + "_smallest_pair").orElseThrow();
            assertTrue(own.value().isKnown());
            assertFalse(own.value().equals(efa.find(name).orElseThrow().value()));
        }
        for (String name : List.of("ase_duhachek", "ci95_duhachek", "ci95_feldt", "ci95_bonett")) {
            Statistic own = likeR.get(0).find(name + "_smallest_pair").orElseThrow();
            assertTrue(own.shape().refusal().isEmpty());
            assertFalse(own.shape().equals(likeR.get(0).find(name).orElseThrow().shape()));
        }
        assertEquals(80, efa.n());
        assertEquals(
                79,
                Battery.of(Mixed.declared(rows), MissingRule.PAIRWISE, Extent.PAGE, 1)
                        .get(0)
                        .n());
    }
}
