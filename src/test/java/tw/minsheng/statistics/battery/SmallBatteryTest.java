package tw.minsheng.statistics.battery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tw.minsheng.statistics.Missing;
import tw.minsheng.statistics.MissingRule;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.distribution.SplitMix64;
import tw.minsheng.statistics.reliability.Scale;

/**
 * Ten thousand small data sets, with constant items, copies, one row, nothing answered, one group and one factor: every statistic
 * is there, a finite number or a reason, and nothing is thrown.
 */
class SmallBatteryTest {

    private static final int SETS = 10_000;

    private static double[][] answers(SplitMix64 random) {
        int rows = 1 + (int) (random.nextUniform() * 14);
        int items = 2 + (int) (random.nextUniform() * 5);
        double missing = random.nextUniform() < .5 ? 0 : random.nextUniform() * .6;
        int most = random.nextUniform() < .2 ? 2 : 5;
        int constant = (int) (random.nextUniform() * items * 2);
        int copy = (int) (random.nextUniform() * items * 2);
        int silent = (int) (random.nextUniform() * items * 4);
        double[][] answers = new double[rows][items];
        for (double[] row : answers) {
            for (int j = 0; j < items; j++) {
                row[j] = (int) (random.nextUniform() * most);
                row[j] = j == constant ? 1 : row[j];
                row[j] = j == copy && j > 0 ? row[j - 1] : row[j];
                row[j] = j == silent || random.nextUniform() < missing ? Missing.ANSWER : row[j];
            }
        }
        return answers;
    }

    private static ScaleSet set(double[][] answers, SplitMix64 random) {
        int items = answers[0].length;
        List<String> names = IntStream.range(0, items).mapToObj(j -> "q" + j).toList();
        Map<String, List<String>> factors = new LinkedHashMap<>();
        int first = (int) (random.nextUniform() * items);
        if (first > 0) {
            factors.put("a", names.subList(0, first));
            factors.put("b", names.subList(first, items));
        }
        boolean binary =
                Arrays.stream(answers).allMatch(row -> Arrays.stream(row).allMatch(x -> x < 2));
        ScaleSet set = ScaleSet.of(new Scale(names, 0, binary ? 1 : 4), factors, Answers.of(answers, items));
        List<String> groups = new ArrayList<>();
        List<Double> measures = new ArrayList<>();
        int most = 1 + (int) (random.nextUniform() * 4);
        for (int i = 0; i < answers.length; i++) {
            groups.add(List.of("甲", "乙", "丙", "").get((int) (random.nextUniform() * most)));
            measures.add(random.nextUniform() < .2 ? Missing.ANSWER : (double) (int) (random.nextUniform() * 3));
        }
        return set.withGroup(groups).withCriterion(measures);
    }

    @Test
    void everyStatisticIsFiniteOrSaysWhyNot() {
        IntStream.range(0, SETS).parallel().forEach(SmallBatteryTest::everyStatisticOf);
    }

    private static void everyStatisticOf(int number) {
        SplitMix64 random = SplitMix64.replicate(20_261_122, number);
        double[][] answers = answers(random);
        ScaleSet set = set(answers, random);
        try {
            // every fourth by both rules: pairwise deletion has reliability and factors only
            List<MissingRule> rules = number % 4 == 0
                    ? List.of(MissingRule.LISTWISE, MissingRule.PAIRWISE)
                    : List.of(number % 4 == 1 ? MissingRule.PAIRWISE : MissingRule.LISTWISE);
            for (MissingRule rule : rules) {
                check(Battery.of(set, rule, Extent.QUICK, 1));
            }
        } catch (RuntimeException | AssertionError e) {
            throw new AssertionError(
                    "set " + number + ": " + set.factors() + set.scale() + Arrays.deepToString(answers), e);
        }
    }

    private static void check(List<Block> blocks) {
        for (Block block : blocks) {
            for (Statistic statistic : block.statistics()) {
                statistic.shape().values().forEach(value -> check(block, statistic, value));
            }
            Set<String> names = block.statistics().stream().map(Statistic::name).collect(Collectors.toSet());
            assertEquals(block.statistics().size(), names.size());
        }
    }

    /** {@link Value} cannot hold what is not finite; a correlation outside [−1, 1] it could. */
    private static void check(Block block, Statistic statistic, Value value) {
        boolean bounded = Set.of("cor_matrix", "polychoric_twostep_ml", "smc", "kmo", "msa", "item_total_corrected")
                .contains(statistic.name());
        if (bounded && value.isKnown()) {
            assertTrue(
                    StrictMath.abs(value.number()) <= 1 + 1e-12,
                    block.block() + "/" + statistic.name() + " " + value.number());
        }
    }

    @Test
    void ratingsOfFewOrEqualPeopleAreFiniteToo() {
        SplitMix64 random = new SplitMix64(7);
        for (int i = 0; i < 1_000; i++) {
            double[][] answers = answers(random);
            List<String> names =
                    IntStream.range(0, answers.length).mapToObj(j -> "q" + j).toList();
            double[][] grades = Arrays.stream(answers)
                    .map(row -> Arrays.stream(row)
                            .map(x -> Missing.is(x) ? x : x % 4 + 1)
                            .toArray())
                    .toArray(double[][]::new);
            List<List<String>> codes = IntStream.range(0, 2)
                    .mapToObj(j -> Arrays.stream(answers)
                            .map(row -> Missing.is(row[j]) ? "" : Double.toString(row[j]))
                            .toList())
                    .toList();
            try {
                check(List.of(
                        ExpertPanel.of(names, grades, 1, 4),
                        Panels.raters(answers),
                        Panels.coders(codes),
                        Panels.retest(column(answers, 0), column(answers, 1))));
            } catch (RuntimeException e) {
                throw new AssertionError("set " + i + ": " + Arrays.deepToString(answers), e);
            }
        }
    }

    private static double[] column(double[][] answers, int j) {
        return Arrays.stream(answers).mapToDouble(row -> row[j]).toArray();
    }
}
