package tw.minsheng.statistics.battery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import tw.minsheng.statistics.Missing;
import tw.minsheng.statistics.MissingRule;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.distribution.SplitMix64;
import tw.minsheng.statistics.factor.Omega;
import tw.minsheng.statistics.moments.SymmetricMatrix;
import tw.minsheng.statistics.reliability.Alpha;
import tw.minsheng.statistics.reliability.Guttman;
import tw.minsheng.statistics.reliability.Scale;

/** What must hold for any answers: orders, units and threads change nothing; bounds lie where theory puts them. */
class BatteryPropertiesTest {

    private static final List<String> ITEMS =
            IntStream.range(0, 8).mapToObj(j -> "q" + j).toList();
    /** Numbers in the units of the answers, or of their order among the items. */
    private static final Set<String> IN_UNITS = Set.of(
            "item_mean",
            "item_sd",
            "cov_matrix",
            "scale_mean_sum",
            "scale_var_sum",
            "scale_sd_sum",
            "person_mean_score_mean",
            "person_mean_score_sd",
            "sem_sum_score",
            "scale_mean_if_deleted",
            "scale_var_if_deleted",
            "extreme_groups",
            "extreme_groups_25",
            "extreme_groups_33",
            "critical_ratio_table",
            "item_table",
            "discrimination_d27",
            "known_groups_desc",
            "anova",
            "t_pooled",
            "t_welch",
            "loadings_unstd",
            "fit_logl",
            "fit_aic",
            "fit_bic",
            "convergence",
            "paf_convergence",
            "ml_efa");

    private static final Set<String> BY_POSITION = Set.of("split_first_second", "split_odd_even");

    private static double[][] rows() {
        SplitMix64 random = new SplitMix64(44);
        double[][] rows = new double[160][8];
        for (double[] row : rows) {
            double[] factors = {random.nextUniform() * 2, random.nextUniform() * 2};
            double common = random.nextUniform();
            for (int j = 0; j < 8; j++) {
                double answer = 1 + StrictMath.floor(common + factors[j / 4] + random.nextUniform() * 2);
                row[j] = random.nextUniform() < .02 ? Missing.ANSWER : answer;
            }
        }
        return rows;
    }

    private static ScaleSet set(double[][] rows, List<String> items, double least, double most) {
        Map<String, List<String>> factors = new LinkedHashMap<>();
        factors.put("a", ITEMS.subList(0, 4));
        factors.put("b", ITEMS.subList(4, 8));
        return ScaleSet.of(new Scale(items, least, most), factors, Answers.of(rows, 8));
    }

    private static List<Block> blocks(ScaleSet set, MissingRule rule) {
        return Battery.of(set, rule, Extent.QUICK, 9);
    }

    private static void assertSame(List<Block> expected, List<Block> actual, Set<String> except) {
        for (int b = 0; b < expected.size(); b++) {
            for (Statistic one : expected.get(b).statistics()) {
                if (!except.contains(one.name())) {
                    Statistic other = actual.get(b).find(one.name()).orElseThrow();
                    assertSame(expected.get(b).block() + "/" + expected.get(b).scale() + "/" + one.name(), one, other);
                }
            }
        }
    }

    private static void assertSame(String name, Statistic one, Statistic other) {
        List<Value> mine = one.shape().values().toList();
        List<Value> theirs = other.shape().values().toList();
        assertEquals(mine.size(), theirs.size(), name);
        for (int i = 0; i < mine.size(); i++) {
            assertEquals(mine.get(i).reason(), theirs.get(i).reason(), name);
            if (mine.get(i).isKnown()) {
                double number = mine.get(i).number();
                assertEquals(number, theirs.get(i).number(), 1e-6 * StrictMath.max(1, StrictMath.abs(number)), name);
            }
        }
    }

    @Test
    void orderOfTheRowsChangesNothing() {
        double[][] rows = rows();
        List<double[]> shuffled = new ArrayList<>(List.of(rows));
        Collections.shuffle(shuffled, new Random(5));
        for (MissingRule rule : List.of(MissingRule.LISTWISE, MissingRule.PAIRWISE)) {
            assertSame(
                    blocks(set(rows, ITEMS, 1, 6), rule),
                    blocks(set(shuffled.toArray(double[][]::new), ITEMS, 1, 6), rule),
                    Set.of("paf_convergence", "convergence", "ml_efa"));
        }
    }

    /** α, ω, KMO, χ² of factors and whatever does not go by position. */
    @Test
    void orderOfTheItemsChangesNoCoefficient() {
        double[][] rows = rows();
        int[] order = {7, 2, 5, 0, 3, 6, 1, 4};
        double[][] turned = Arrays.stream(rows)
                .map(row -> Arrays.stream(order).mapToDouble(j -> row[j]).toArray())
                .toArray(double[][]::new);
        List<String> items = Arrays.stream(order).mapToObj(ITEMS::get).toList();
        List<Block> one = blocks(set(rows, ITEMS, 1, 6), MissingRule.LISTWISE);
        List<Block> other = blocks(set(turned, items, 1, 6), MissingRule.LISTWISE);
        for (int b = 0; b < one.size(); b++) {
            for (Statistic statistic : one.get(b).statistics()) {
                boolean number = statistic.shape() instanceof Shape.Number;
                if (number && !BY_POSITION.contains(statistic.name())) {
                    assertSame(
                            statistic.name(),
                            statistic,
                            other.get(b).find(statistic.name()).orElseThrow());
                }
            }
        }
    }

    @Test
    void unitsOfTheAnswersChangeNoCoefficient() {
        double[][] rows = rows();
        double[][] wide = Arrays.stream(rows)
                .map(row -> Arrays.stream(row)
                        .map(x -> Missing.is(x) ? x : 10 * x - 3)
                        .toArray())
                .toArray(double[][]::new);
        for (MissingRule rule : List.of(MissingRule.LISTWISE, MissingRule.PAIRWISE)) {
            List<Block> narrow = blocks(set(rows, ITEMS, 1, 6), rule).stream()
                    .filter(block -> !block.block().equals("ordinal"))
                    .toList();
            assertSame(narrow, blocks(set(wide, ITEMS, 7, 57), rule), IN_UNITS);
        }
    }

    @Test
    void numberOfThreadsChangesNoByte() {
        ScaleSet set = set(rows(), ITEMS, 1, 6);
        List<Block> alone = Battery.of(set, MissingRule.LISTWISE, Extent.FULL, 9);
        IntStream.range(0, 4)
                .parallel()
                .forEach(i -> assertEquals(alone, Battery.of(set, MissingRule.LISTWISE, Extent.FULL, 9)));
    }

    private static SymmetricMatrix covariance(long seed, int items) {
        SplitMix64 random = new SplitMix64(seed);
        double[][] root = new double[items][items];
        for (double[] row : root) {
            for (int j = 0; j < items; j++) {
                row[j] = random.nextUniform() - .3;
            }
        }
        return SymmetricMatrix.of(items, (i, j) -> {
            double sum = i == j ? .3 : 0;
            for (int m = 0; m < items; m++) {
                sum += root[i][m] * root[j][m];
            }
            return sum;
        });
    }

    @Test
    void lambda2AndTheBestSplitAreNotBelowAlpha() {
        LongStream.range(0, 200).forEach(seed -> {
            SymmetricMatrix matrix = covariance(seed, 4 + 2 * (int) (seed % 3));
            double alpha = Alpha.raw(matrix).number();
            assertTrue(Guttman.of(matrix).lambda2().number() >= alpha - 1e-12, "seed " + seed);
            assertTrue(Guttman.splits(matrix).most().number() >= alpha - 1e-12, "seed " + seed);
            assertEquals(alpha, Guttman.of(matrix).lambda3().number(), 1e-12);
        });
    }

    /** Items that measure alike in their units, with errors of their own: α is then exact, and ω the same. */
    @Test
    void omegaOfTauEquivalentItemsIsAlpha() {
        double[] errors = {.4, .9, .6, 1.3, .7};
        SymmetricMatrix alike = SymmetricMatrix.of(5, (i, j) -> .8 + (i == j ? errors[i] : 0));
        double alpha = Alpha.raw(alike).number();
        assertEquals(25 * .8 / (25 * .8 + Arrays.stream(errors).sum()), alpha, 1e-12);
        assertEquals(alpha, Omega.of(alike).inUnits().number(), 1e-8);
    }

    /** Each item twice: α of 2k items by Spearman–Brown of perfect copies is never below α of k. */
    @Test
    void alphaOfDuplicatedItemsIsNotLower() {
        for (long seed = 0; seed < 50; seed++) {
            SymmetricMatrix once = covariance(seed, 4);
            SymmetricMatrix twice = once.select(0, 1, 2, 3, 0, 1, 2, 3);
            double alpha = Alpha.raw(once).number();
            double k = 4;
            double expected = 2 * k / (2 * k - 1) * (1 - (1 - alpha * (k - 1) / k) / 2);
            assertEquals(expected, Alpha.raw(twice).number(), 1e-12);
            assertTrue(Alpha.raw(twice).number() >= alpha);
        }
    }
}
