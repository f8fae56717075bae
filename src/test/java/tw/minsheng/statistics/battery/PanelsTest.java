package tw.minsheng.statistics.battery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static tw.minsheng.statistics.battery.Sets.assertRefused;
import static tw.minsheng.statistics.battery.Sets.number;
import static tw.minsheng.statistics.battery.Sets.part;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tw.minsheng.statistics.Missing;
import tw.minsheng.statistics.Reason;

/** Ratings and repetitions: what lacks does not count, and codes stand in the order of their numbers. */
class PanelsTest {

    private static final double NONE = Missing.ANSWER;

    private static Statistic of(Block block, String name) {
        return block.find(name).orElseThrow(() -> new AssertionError(name));
    }

    private static List<Double> numbers(Block block, String name) {
        return of(block, name).shape().values().map(value -> value.number()).toList();
    }

    @Test
    void raters() {
        double[][] complete = {{9, 2, 5, 8}, {6, 1, 3, 2}, {8, 4, 6, 8}, {7, 1, 2, 6}, {10, 5, 6, 9}, {6, 2, 4, 7}};
        double[][] more = new double[7][];
        System.arraycopy(complete, 0, more, 0, 6);
        more[6] = new double[] {1, NONE, 3, 4};
        Block block = Panels.raters(more);
        assertEquals(6, block.n());
        assertEquals(Panels.raters(complete), block);
        // Shrout and Fleiss 1979: mean squares 11.24, 32.49, 1.02 and 6.26
        assertEquals(11.24, number(part(of(block, "anova_ms"), "MSB")), .005);
        assertEquals(32.49, number(part(of(block, "anova_ms"), "MSJ")), .005);
        assertEquals(1.02, number(part(of(block, "anova_ms"), "MSE")), .005);
        assertEquals(6.26, number(part(of(block, "anova_ms"), "MSW")), .005);
        assertEquals(11.03, number(part(of(block, "anova_f"), "F_subjects")), .005);
        assertEquals(31.87, number(part(of(block, "anova_f"), "F_judges")), .005);
        assertEquals(
                List.of("icc_anova", "anova_ms", "anova_f", "kendall_w_tie_corrected", "friedman"),
                block.statistics().stream().map(Statistic::name).toList());
        double chiSquare = number(part(of(block, "friedman"), "chisq"));
        // raters order targets: W = χ²/(raters·(targets − 1))
        assertEquals(5, number(part(of(block, "friedman"), "df")));
        assertEquals(number(of(block, "kendall_w_tie_corrected").shape()), chiSquare / (4 * 5), 1e-12);
    }

    @Test
    void ratersOfNothing() {
        Block none = Panels.raters(new double[][] {{1, NONE}, {NONE, 2}});
        assertEquals(0, none.n());
        for (Statistic statistic : none.statistics()) {
            assertTrue(statistic.shape().refusal().isPresent(), statistic.name());
        }
    }

    /** κ = (.6 − .48)/(1 − .48) of ten cases; one without a code does not count. */
    @Test
    void coders() {
        List<String> first = List.of("2", "2", "2", "2", "10", "10", "2", "2", "10", "10", "2");
        List<String> second = List.of("2", "2", "2", "2", "10", "10", "10", "10", "2", "2", "");
        Block block = Panels.coders(List.of(first, second));
        assertEquals(10, block.n());
        assertEquals(.6, number(of(block, "percent_agreement_1_2").shape()), 1e-15);
        double chance = .6 * .6 + .4 * .4;
        Statistic kappa = of(block, "cohen_kappa_1_2");
        assertEquals((.6 - chance) / (1 - chance), number(part(kappa, "kappa")), 1e-12);
        assertEquals(10, number(part(kappa, "n")));
        assertEquals((.6 - chance) / (1 - chance), number(part(kappa, "weighted_quadratic")), 1e-12);
        assertEquals(
                (.6 - chance) / (1 - chance),
                number(of(block, "linear_weighted_kappa_1_2").shape()),
                1e-12);
        assertTrue(number(part(kappa, "var_kappa")) > 0);
        assertEquals(
                List.of("cohen_kappa_1_2", "percent_agreement_1_2", "linear_weighted_kappa_1_2", "fleiss_kappa"),
                block.statistics().stream().map(Statistic::name).toList());
        // Fleiss counts all codes of both together: .6·.6 + .4·.4 by chance, too
        assertEquals(
                (.6 - chance) / (1 - chance), number(of(block, "fleiss_kappa").shape()), 1e-12);
    }

    /** 2 lies before 10 as a number, behind it as a word: weights of neighbours tell. */
    @Test
    void codesAreOrderedByNumberWhereAllAreNumbers() {
        List<String> first = List.of("1", "2", "10", "1", "2", "10", "1", "2");
        List<String> second = List.of("1", "2", "10", "2", "2", "10", "1", "10");
        double numbers = number(of(Panels.coders(List.of(first, second)), "linear_weighted_kappa_1_2")
                .shape());
        List<String> letters = first.stream().map(PanelsTest::letter).toList();
        List<String> others = second.stream().map(PanelsTest::letter).toList();
        assertEquals(
                numbers,
                number(of(Panels.coders(List.of(letters, others)), "linear_weighted_kappa_1_2")
                        .shape()),
                1e-14);
        Block words = Panels.coders(List.of(
                first.stream().map(code -> "x" + code).toList(),
                second.stream().map(code -> "x" + code).toList()));
        assertTrue(numbers > number(of(words, "linear_weighted_kappa_1_2").shape()));
        // a third coder counts for Fleiss' κ only
        Block three = Panels.coders(List.of(first, second, List.of("1", "2", "10", "2", "2", "10", "", "10")));
        assertEquals(7, three.n());
        assertEquals(8, number(part(of(three, "cohen_kappa_1_2"), "n")));
    }

    private static String letter(String code) {
        return code.equals("10") ? "c" : code.equals("2") ? "b" : "a";
    }

    @Test
    void codersWhoNeverDiffer() {
        Block same = Panels.coders(List.of(List.of("a", "a", "a"), List.of("a", "a", "a")));
        assertTrue(of(same, "cohen_kappa_1_2").shape().refusal().isPresent());
    }

    @Test
    void repetitions() {
        double[] first = {1, 2, 3, 4, 5, NONE, 3};
        double[] second = {2, 2, 4, 4, 6, 5, NONE};
        Block block = Panels.retest(first, second);
        assertEquals(5, block.n());
        assertEquals(5, number(of(block, "n").shape()));
        assertEquals(
                List.of(
                        "n",
                        "pearson",
                        "spearman",
                        "icc_anova",
                        "paired_t",
                        "sem_from_retest",
                        "lin_ccc_population_var",
                        "bland_altman"),
                block.statistics().stream().map(Statistic::name).toList());
        // differences first − second: −1 0 −1 0 −1, mean −.6, variance .3
        double t = StrictMath.abs(number(part(of(block, "paired_t"), "t")));
        assertEquals(.6 / StrictMath.sqrt(.3 / 5), t, 1e-12);
        assertEquals(4, number(part(of(block, "paired_t"), "df")));
        assertEquals(.6, StrictMath.abs(number(part(of(block, "bland_altman"), "bias"))), 1e-12);
        // r = Σxy/√(Σx²·Σy²) of deviations: 10/√(10·11.2)
        assertEquals(10 / StrictMath.sqrt(10 * 11.2), number(part(of(block, "pearson"), "r")), 1e-12);
        List<Double> interval = ((Shape.Series) part(of(block, "pearson"), "ci"))
                .numbers().stream().map(value -> value.number()).toList();
        assertTrue(interval.get(0) < .945 && interval.get(1) > .944);
        Block none = Panels.retest(new double[] {NONE, 1}, new double[] {1, NONE});
        assertRefused(Reason.N_TOO_SMALL, of(none, "spearman"));
        assertEquals(0, none.n());
    }

    /** Five experts: four of them find the first item relevant, two of these essential; the last one does not rate it. */
    @Test
    void experts() {
        double[][] ratings = {{4, 4, 3, 3, 1, NONE}, {4, 4, 4, 4, 4, 4}};
        Block block = ExpertPanel.of(List.of("a", "b"), ratings, 1, 4);
        assertEquals(6, block.n());
        assertEquals(List.of(.8, 1.0), numbers(block, "i_cvi"));
        assertEquals(.9, number(of(block, "s_cvi_ave").shape()), 1e-15);
        assertEquals(.5, number(of(block, "s_cvi_ua").shape()));
        // (2 − 2.5)/2.5
        assertEquals(-.2, numbers(block, "lawshe_cvr").get(0), 1e-15);
        assertEquals(.4, number(of(block, "lawshe_cvi_mean_cvr").shape()), 1e-15);
        // Σ(x − 1)/(5·3) = 10/15
        assertEquals(10 / 15.0, numbers(block, "aiken_v").get(0), 1e-15);
        List<Double> limits = numbers(block, "aiken_v_ci95_score");
        assertTrue(limits.get(0) < 10 / 15.0 && limits.get(1) > 10 / 15.0);
        assertEquals(
                IntStream.rangeClosed(5, 40).mapToObj(Integer::toString).toList(),
                List.copyOf(((Shape.Named) of(block, "lawshe_critical_exact").shape())
                        .parts()
                        .keySet()));
        Block silent = ExpertPanel.of(List.of("a"), new double[][] {{NONE, NONE}}, 1, 4);
        for (String name : List.of("i_cvi", "s_cvi_ave", "s_cvi_ua", "lawshe_cvi_mean_cvr", "aiken_v_ci95_score")) {
            assertTrue(of(silent, name).shape().refusal().isPresent(), name);
        }
        Block nobody = ExpertPanel.of(List.of(), new double[0][], 1, 4);
        assertEquals(0, nobody.n());
        assertRefused(Reason.NO_DATA, of(nobody, "s_cvi_ave"));
    }
}
