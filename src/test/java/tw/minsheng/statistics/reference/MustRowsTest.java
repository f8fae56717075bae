package tw.minsheng.statistics.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import tw.minsheng.statistics.reference.ReferenceLibrary.ReferenceSet;

/**
 * Acceptance of the reliability part of statistics.md: where the outside sets are present, every statistic of them is covered and
 * none differs; and each row of class M in 2.1 to 2.6 has covered statistics, or tests of our own that exist by name.
 */
class MustRowsTest {

    /** Statistic objects of the outside sets with those of class {@code info}, which are never compared. */
    private static final int OBJECTS = 2_747;

    private static final String EDGE = "tw.minsheng.statistics.battery.BatteryEdgeTest#";

    /** Row → statistics as block/name; all of them must be covered. A name with # is a test. */
    private static final Map<String, List<String>> ROWS = new TreeMap<>(Map.ofEntries(
            Map.entry(
                    "RE1",
                    List.of(
                            "reliability/item_n",
                            "reliability/item_mean",
                            "reliability/item_sd",
                            "reliability/item_skew_type2_spss",
                            "reliability/item_kurtosis_type2_spss",
                            "reliability/item_skew_type3_psych_default",
                            EDGE + "floorAndCeilingAreSharesOfTheLimits")),
            Map.entry(
                    "RE2",
                    List.of(
                            "reliability/alpha_raw",
                            "reliability/alpha_std",
                            "reliability/average_r",
                            "reliability/median_r",
                            "reliability/signal_noise",
                            "reliability_from_matrix/alpha_raw")),
            Map.entry("RE3", List.of("reliability/ci95_feldt")),
            Map.entry("RE4", List.of("reliability/ci95_boot_percentile")),
            Map.entry(
                    "RE6",
                    List.of(
                            "reliability/alpha_if_deleted",
                            "reliability/alpha_std_if_deleted",
                            "reliability/scale_mean_if_deleted",
                            "reliability/scale_var_if_deleted")),
            Map.entry(
                    "RE7",
                    List.of("reliability/item_total_corrected", "item_analysis/item_total_r_and_p", "reliability/smc")),
            Map.entry("RE8", List.of("reliability/kr20")),
            Map.entry(
                    "RE9",
                    List.of(
                            "reliability/guttman_cov",
                            "reliability/guttman_cor",
                            "reliability/lambda4_all_splits_cov",
                            "reliability/lambda4_all_splits_cor")),
            Map.entry("RE10", List.of("reliability/split_first_second", "reliability/split_odd_even")),
            Map.entry("RE11", List.of("reliability/omega_1factor_std", "reliability/omega_1factor_unstd")),
            Map.entry(
                    "RE12",
                    List.of(
                            "reliability/scale_mean_sum",
                            "reliability/scale_sd_sum",
                            "reliability/sem_sum_score",
                            "reliability/spearman_brown_k_for_80_90")),
            Map.entry(
                    "RE15",
                    List.of(
                            "test_retest/pearson",
                            "test_retest/spearman",
                            "test_retest/icc_anova",
                            "test_retest/paired_t",
                            "test_retest/sem_from_retest",
                            "test_retest/lin_ccc_population_var",
                            "test_retest/bland_altman")),
            Map.entry(
                    "IA1",
                    List.of(
                            "item_analysis/extreme_groups",
                            "item_analysis/extreme_groups_25",
                            "item_analysis/extreme_groups_33")),
            Map.entry("IA2", List.of("item_analysis/critical_ratio_table")),
            Map.entry("IA3", List.of("item_analysis/pc1_loading_and_communality", "item_analysis/paf1_loading")),
            Map.entry(
                    "IA4",
                    List.of(
                            "tw.minsheng.statistics.battery.ItemProposalTest#proposalSaysWhichRulesHoldAndBreak",
                            EDGE + "itemTableHoldsTheNumbersOfTheOtherStatistics")),
            Map.entry(
                    "CV1",
                    List.of("content_validity/i_cvi", "content_validity/s_cvi_ave", "content_validity/s_cvi_ua")),
            Map.entry("CV2", List.of("content_validity/modified_kappa")),
            Map.entry("CV3", List.of("content_validity/lawshe_cvr", "content_validity/lawshe_critical_exact")),
            Map.entry(
                    "CV4",
                    List.of(
                            "content_validity/aiken_v",
                            "content_validity/aiken_v_ci95_score",
                            "content_validity/aiken_v_right_tail_p")),
            Map.entry("FA1", List.of("efa/kmo", "efa/msa")),
            Map.entry(
                    "FA2",
                    List.of(
                            "efa/bartlett_chisq",
                            "efa/bartlett_df",
                            "efa/bartlett_p",
                            "efa/bartlett_ln_p",
                            "efa/det_R")),
            Map.entry("FA3", List.of("efa/eigenvalues", "efa/pct_variance", "efa/n_kaiser_gt1")),
            Map.entry("FA4", List.of("efa/parallel_pc_normal", "efa/map_velicer")),
            Map.entry(
                    "FA5",
                    List.of(
                            "efa/pca_loadings_unrotated",
                            "efa/pca_communalities",
                            "efa/paf_loadings_unrotated",
                            "efa/paf_communalities")),
            Map.entry(
                    "FA7",
                    List.of(
                            "efa/paf_loadings_varimax_kaiser",
                            "efa/pca_loadings_varimax_kaiser",
                            "efa/paf_loadings_varimax_raw")),
            Map.entry("FA8", List.of("efa/paf_promax4_spss", "efa/paf_promax4")),
            Map.entry("FA9", List.of("efa/paf_oblimin0", "efa/paf_oblimin0_kaiser")),
            Map.entry(
                    "CR1",
                    List.of(
                            "validity/criterion_pearson",
                            "validity/criterion_spearman",
                            "validity/criterion_kendall_taub")),
            Map.entry(
                    "KG1",
                    List.of(
                            "validity/t_pooled",
                            "validity/t_welch",
                            "validity/anova",
                            "validity/welch_anova",
                            "validity/levene_mean",
                            "validity/kruskal",
                            "validity/wilcoxon",
                            "validity/cohens_d_pooled")),
            Map.entry("IR1", List.of("kappa/percent_agreement_1_2", "kappa/cohen_kappa_1_2")),
            Map.entry("IR3", List.of("icc/icc_anova", "icc/anova_ms"))));

    private static final Tally TALLY = new Tally();
    private static boolean complete;

    @BeforeAll
    static void runEverySet() {
        List<ReferenceSet> sets = ReferenceLibrary.psychometrics();
        complete = sets.stream().map(ReferenceSet::name).toList().containsAll(ReferenceTest.OUTSIDE);
        sets.forEach(set -> TALLY.add(new PsychometricRun(set).run()));
    }

    @Test
    void everyStatisticOfTheOutsideSetsIsCoveredAndEqual() {
        assumeTrue(complete, "skipped: 2,747 statistics of the sets outside the repository need reference.dir");
        long outside = ReferenceLibrary.psychometrics().stream()
                .filter(set -> !ReferenceTest.OWN.contains(set.name()))
                .flatMap(set -> set.content().get("blocks").valueStream())
                .mapToLong(block -> block.get("stats").size())
                .sum();
        assertEquals(OBJECTS, outside);
        assertEquals(List.of(), TALLY.notCovered());
        assertEquals(
                List.of(),
                TALLY.covered().stream()
                        .filter(id -> TALLY.difference(id).isPresent())
                        .toList());
    }

    @TestFactory
    Stream<DynamicTest> everyMustRowHasACoveredEntry() {
        return ROWS.entrySet().stream()
                .map(row -> DynamicTest.dynamicTest(
                        row.getKey(), () -> row.getValue().forEach(MustRowsTest::assertMet)));
    }

    private static void assertMet(String name) {
        if (name.contains("#")) {
            assertTrue(isTest(name), "no test " + name);
            return;
        }
        assumeTrue(complete, "skipped: the sets outside the repository need reference.dir");
        String block = name.substring(0, name.indexOf('/'));
        String statistic = name.substring(name.indexOf('/'));
        assertTrue(
                TALLY.covered().stream().anyMatch(id -> id.contains("/" + block + "/") && id.endsWith(statistic)),
                "not covered: " + name);
    }

    static boolean isTest(String name) {
        String[] parts = name.split("#", 2);
        try {
            return Arrays.stream(Class.forName(parts[0]).getDeclaredMethods())
                    .anyMatch(method -> method.getName().equals(parts[1])
                            && (method.isAnnotationPresent(Test.class)
                                    || method.isAnnotationPresent(ParameterizedTest.class)));
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
