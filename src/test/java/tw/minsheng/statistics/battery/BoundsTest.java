package tw.minsheng.statistics.battery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static tw.minsheng.statistics.battery.Sets.assertRefused;
import static tw.minsheng.statistics.battery.Sets.codes;
import static tw.minsheng.statistics.battery.Sets.number;
import static tw.minsheng.statistics.battery.Sets.part;
import static tw.minsheng.statistics.battery.Sets.total;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tw.minsheng.statistics.Missing;
import tw.minsheng.statistics.MissingRule;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.reliability.Scale;

/** What stands beside α, of answers for which it is known. */
class BoundsTest {

    private static List<Block> page(ScaleSet set) {
        return Battery.of(set, MissingRule.LISTWISE, Extent.PAGE, 1);
    }

    private static ScaleSet binary(double[]... rows) {
        List<String> items = new ArrayList<>();
        for (int j = 1; j <= rows[0].length; j++) {
            items.add("Q" + j);
        }
        return ScaleSet.of(new Scale(items, 0, 1), Map.of(), Answers.of(rows, items.size()));
    }

    /** Guttman's scale of three items and eight people, two with each total: KR-20 is α, KR-21 has the mean difficulty. */
    @Test
    void answersOfNoughtAndOne() {
        double[][] rows = {
            {0, 0, 0},
            {0, 0, 0},
            {1, 0, 0},
            {1, 0, 0},
            {1, 1, 0},
            {1, 1, 0},
            {1, 1, 1},
            {1, 1, 1},
            {1, Missing.ANSWER, 1}
        };
        List<Block> blocks = page(binary(rows));
        // Σpq = 3/4·1/4 + 1/2·1/2 + 1/4·3/4 and the totals 0 1 2 3 have the variance 1.25
        assertEquals(1.5 * (1 - .625 / 1.25), number(blocks, "reliability", "kr20"), 1e-12);
        assertEquals(number(blocks, "reliability", "alpha_raw"), number(blocks, "reliability", "kr20"), 1e-12);
        // mean total 1.5 of 3
        assertEquals(1.5 * (1 - 1.5 * 1.5 / (3 * 1.25)), number(blocks, "reliability", "kr21"), 1e-12);
        Statistic difficulty = total(blocks, "reliability", "difficulty_p");
        assertEquals(.75, number(part(difficulty, "Q1")), 1e-15);
        assertEquals(.25, number(part(difficulty, "Q3")), 1e-15);
        // two at either end
        Statistic apart = total(blocks, "reliability", "discrimination_d27");
        assertEquals(1, number(part(apart, "Q1")), 1e-15);
        assertEquals(1, number(part(apart, "Q3")), 1e-15);
    }

    /** Half of the low group has the second item, and all of the high group. */
    @Test
    void itemsThatHardlyTellApart() {
        double[][] rows = {{0, 1, 0}, {0, 0, 0}, {1, 1, 1}, {1, 1, 1}, {1, 0, 1}, {0, 1, 0}, {1, 0, 0}};
        Statistic apart = total(page(binary(rows)), "reliability", "discrimination_d27");
        // low: totals 0 1 1 1, high: 3 3
        assertEquals(.5, number(part(apart, "Q2")), 1e-15);
    }

    @Test
    void everyOtherAnswerIsNone() {
        double[][] rows = {{0, 1, 0}, {1, 1, 0}, {1, 0, 1}, {0, 0, 0}, {1, 1, .5}};
        assertTrue(page(binary(rows)).get(0).find("kr20").isEmpty());
        rows[4][2] = Missing.ANSWER;
        assertTrue(page(binary(rows)).get(0).find("kr20").isPresent());
        double[][] even = {{1, 0}, {0, 1}, {1, 0}, {0, 1}};
        assertRefused(Reason.GROUPS_OVERLAP, total(page(binary(even)), "reliability", "discrimination_d27"));
    }

    @Test
    void twentyOneItemsHaveTooManySplits() {
        double[][] mixed = Mixed.rows();
        double[][] rows = new double[60][21];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < 21; j++) {
                rows[i][j] = mixed[(i + 7 * (j / 6)) % 80][j % 6];
            }
        }
        List<Block> blocks = page(Sets.of(rows));
        assertRefused(Reason.TOO_MANY_SPLITS, total(blocks, "reliability", "lambda4_all_splits_cov"));
        assertRefused(Reason.TOO_MANY_SPLITS, total(blocks, "reliability", "lambda4_all_splits_cor"));
    }

    /** What the second and the third item have beyond the first goes against each other: the first explains more than all of itself. */
    @Test
    void omegaOfAnImproperFactorIsWarnedOf() {
        double[][] rows = new double[40][];
        for (int i = 0; i < rows.length; i++) {
            double person = 1 + i % 4;
            double apart = i / 4 % 2;
            rows[i] = new double[] {person, person + apart, person + 1 - apart + i % 3 / 4.0};
        }
        List<Block> blocks = page(Sets.of(rows));
        Statistic omega = total(blocks, "reliability", "omega_1factor_std");
        assertEquals(new Shape.Truth(true), part(omega, "heywood"));
        assertTrue(codes(omega).contains("heywood"));
        assertTrue(codes(total(blocks, "reliability", "omega_1factor_unstd")).contains("heywood"));
    }

    /** r/√α needs an α above 0. */
    @Test
    void criterionWithoutNoise() {
        double[][] against = {{1, 5}, {2, 3}, {3, 4}, {4, 1}, {5, 3}};
        List<Double> measures = List.of(1.0, 2.0, 4.0, 3.0, 5.0);
        String name = "criterion_disattenuated_alpha_only";
        assertRefused(Reason.ZERO_DENOMINATOR, total(page(Sets.of(against).withCriterion(measures)), "validity", name));
        double[][] along = {{1, 2}, {2, 1}, {3, 4}, {4, 5}, {5, 3}};
        List<Block> blocks = page(Sets.of(along).withCriterion(measures));
        double r = number(part(total(blocks, "validity", "criterion_pearson"), "r"));
        assertEquals(
                r / StrictMath.sqrt(number(blocks, "reliability", "alpha_raw")),
                number(blocks, "validity", name),
                1e-12);
        List<Double> same = List.of(1.0, 1.0, 1.0, 1.0, 1.0);
        assertRefused(Reason.NO_VARIATION, total(page(Sets.of(along).withCriterion(same)), "validity", name));
    }

    /** What is warned of α stands at the item table, too. */
    @Test
    void itemTableIsWarnedOf() {
        List<Block> blocks = page(Sets.edge("constant_item"));
        assertEquals(
                codes(total(blocks, "reliability", "alpha_raw")), codes(total(blocks, "item_analysis", "item_table")));
        assertTrue(codes(total(blocks, "item_analysis", "item_table")).contains("item_constant"));
    }

    @Test
    void expertsHaveTheirStatistics() {
        Block block = ExpertPanel.of(List.of("a"), new double[][] {{4, 3, 4, 2, 4}}, 1, 4);
        assertEquals(
                List.of(
                        "i_cvi",
                        "s_cvi_ave",
                        "s_cvi_ua",
                        "modified_kappa",
                        "lawshe_cvr",
                        "lawshe_cvi_mean_cvr",
                        "lawshe_critical_exact",
                        "aiken_v",
                        "aiken_v_ci95_score",
                        "aiken_v_right_tail_p"),
                block.statistics().stream().map(Statistic::name).toList());
    }
}
