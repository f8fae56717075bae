package tw.minsheng.statistics.reliability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tw.minsheng.statistics.Missing;
import tw.minsheng.statistics.MissingRule;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.Warning;
import tw.minsheng.statistics.distribution.SplitMix64;
import tw.minsheng.statistics.moments.CrossSums;

/** The edge cases of statistics.md, section 5, and what must hold for any data. Numbers: the table there, made by R. */
class ScaleReliabilityTest {

    private static final double NONE = Missing.ANSWER;

    private static ScaleSums sums(MissingRule rule, double[]... rows) {
        List<String> items =
                IntStream.rangeClosed(1, rows[0].length).mapToObj(i -> "Q" + i).toList();
        ScaleSums sums = new ScaleSums(new Scale(items, 1, 5), rule);
        for (double[] row : rows) {
            sums.add(row);
        }
        return sums;
    }

    private static ScaleReliability listwise(double[]... rows) {
        return ScaleReliability.of(sums(MissingRule.LISTWISE, rows));
    }

    private static void assertReason(Reason reason, Value value) {
        assertEquals(Optional.of(reason), value.reason());
    }

    private static List<String> codes(ScaleReliability scale) {
        return scale.warnings().stream().map(Warning::code).toList();
    }

    private static ScaleReliability edge(String name, MissingRule rule) {
        return ScaleReliability.of(sums(rule, EdgeData.read(name)));
    }

    private static ScaleReliability edge(String name) {
        return edge(name, MissingRule.LISTWISE);
    }

    @Test
    void nanInARowIsRefused() {
        ScaleSums sums = sums(MissingRule.LISTWISE, new double[] {1, 2});
        assertThrows(IllegalArgumentException.class, () -> sums.add(new double[] {Double.NaN, 1}));
        assertThrows(IllegalArgumentException.class, () -> new Scale(List.of("a"), 5, 1));
    }

    @Test
    void nobodyAnsweringIsNoData() {
        ScaleReliability scale = listwise(new double[] {NONE, NONE}, new double[] {NONE, NONE});
        assertReason(Reason.NO_DATA, scale.alphaRaw());
        assertEquals(List.of("Q1", "Q2"), scale.unansweredItems());
    }

    @Test
    void constantItemIsNamed() {
        ScaleReliability scale = edge("constant_item");
        assertEquals(.827470686767169, scale.alphaRaw().number(), 1e-12);
        assertEquals(.9309, scale.alphaVarying().number(), 5e-5);
        assertEquals(List.of("Q3"), scale.constantItems());
        ItemReliability constant = scale.items().get(2);
        assertReason(Reason.ITEM_CONSTANT, constant.totalCorrected());
        assertReason(Reason.ITEM_CONSTANT, constant.multiple());
        assertTrue(codes(scale).contains("item_constant"));
    }

    /** Of two items of which one is constant α is 0 and not what rounding leaves of it. */
    @Test
    void alphaBesideAConstantItemIsExactlyZero() {
        SplitMix64 random = new SplitMix64(4);
        for (int set = 0; set < 200; set++) {
            double[][] rows = new double[7][];
            for (int i = 0; i < rows.length; i++) {
                rows[i] = new double[] {1 + (int) (random.nextUniform() * 5), 1 + (int) (random.nextUniform() * 5), 3};
            }
            ScaleReliability scale = listwise(rows);
            if (scale.constantItems().equals(List.of("Q3"))) {
                assertEquals(0, scale.items().get(0).alphaIfDeleted().number(), 0, "set " + set);
                assertEquals(0, scale.items().get(1).alphaIfDeleted().number(), 0, "set " + set);
            }
        }
    }

    @Test
    void twoItemsHaveAlphaAndNothingIfDeleted() {
        ScaleReliability scale = edge("two_items");
        assertEquals(.9096, scale.alphaRaw().number(), 5e-5);
        assertReason(Reason.TOO_FEW_ITEMS, scale.items().get(0).alphaIfDeleted());
        assertReason(Reason.TOO_FEW_ITEMS, scale.items().get(0).varianceIfDeleted());
    }

    @Test
    void perfectCorrelationLeavesAlphaOnly() {
        ScaleReliability scale = edge("perfect_correlation");
        assertEquals(.9366, scale.alphaRaw().number(), 5e-5);
        assertReason(Reason.SINGULAR_MATRIX, scale.items().get(0).multiple());
    }

    @Test
    void oneRespondentIsTooFew() {
        ScaleReliability scale = edge("single_respondent");
        assertReason(Reason.N_TOO_SMALL, scale.alphaRaw());
        assertReason(Reason.N_TOO_SMALL, scale.scaleMean());
        assertFalse(scale.feldt(.95).isKnown());
    }

    @Test
    void twoRespondentsAreRefusedAlthoughTheKernelCanCount() {
        assertReason(Reason.N_TOO_SMALL, edge("two_respondents").alphaRaw());
        double[][] rows = EdgeData.read("two_respondents");
        CrossSums cross = CrossSums.of(rows[0].length, MissingRule.LISTWISE);
        Arrays.stream(rows).forEach(cross::add);
        assertEquals(.96, Alpha.raw(cross.covariances()).number(), 1e-12);
    }

    @Test
    void fewerAnswersThanItemsIsAWarning() {
        ScaleReliability scale = edge("n_less_than_k");
        assertEquals(.9652, scale.alphaRaw().number(), 5e-5);
        assertTrue(codes(scale).containsAll(List.of("fewer_answers_than_items", "few_answers")));
        assertReason(Reason.SINGULAR_MATRIX, scale.items().get(0).multiple());
    }

    @Test
    void negativeAlphaStaysNegative() {
        ScaleReliability scale = edge("negative_alpha");
        assertEquals(-5.4844, scale.alphaRaw().number(), 5e-5);
        assertTrue(codes(scale).contains("negative_alpha"));
        assertReason(Reason.ZERO_DENOMINATOR, scale.lengthFactor(.8));
    }

    @Test
    void itemNeverAnsweredIsDroppedAndNamed() {
        ScaleReliability scale = edge("item_all_missing");
        assertEquals(List.of("Q3"), scale.unansweredItems());
        assertEquals(3, scale.k());
        assertTrue(scale.alphaRaw().isKnown());
        assertTrue(codes(scale).contains("item_all_missing"));
    }

    @Test
    void noCompleteRowHasReasonsOfItsOwn() {
        assertReason(Reason.NO_COMPLETE_ROWS, edge("no_complete_row").alphaRaw());
        assertReason(
                Reason.NOT_PSD, edge("no_complete_row", MissingRule.PAIRWISE).alphaRaw());
    }

    @Test
    void straightLiningGivesOneAndAWarning() {
        ScaleReliability scale = listwise(
                new double[] {1, 1, 1}, new double[] {4, 4, 4}, new double[] {2, 2, 2}, new double[] {5, 5, 5});
        assertEquals(1, scale.alphaRaw().number(), 1e-14);
        assertTrue(codes(scale).contains("every_row_uniform"));
        assertReason(Reason.SINGULAR_MATRIX, scale.items().get(1).multiple());
    }

    @Test
    void allAnswersEqualHaveNoVariation() {
        ScaleReliability scale = listwise(new double[] {3, 3}, new double[] {3, 3}, new double[] {3, 3});
        assertReason(Reason.NO_VARIATION, scale.alphaRaw());
        assertReason(Reason.ITEM_CONSTANT, scale.items().get(0).total());
    }

    @Test
    void alphaOfAnItemAndItsCopyIsOne() {
        ScaleReliability scale =
                listwise(new double[] {1, 1}, new double[] {2, 2}, new double[] {4, 4}, new double[] {5, 5});
        assertEquals(1, scale.alphaRaw().number(), 1e-14);
        assertReason(Reason.ZERO_DENOMINATOR, scale.signalNoise());
    }

    /** (1,2), (2,4), (3,3): variances 1 and 1, covariance ½, so α = 2·(1 − 2/3) = 2/3. */
    @Test
    void alphaByHand() {
        ScaleReliability scale = listwise(new double[] {1, 2}, new double[] {2, 4}, new double[] {3, 3});
        assertEquals(2 / 3.0, scale.alphaRaw().number(), 1e-15);
        assertEquals(5, scale.scaleMean().number(), 1e-15);
        assertEquals(StrictMath.sqrt(3), scale.scaleSd().number(), 1e-15);
        assertEquals(1, scale.standardError().number(), 1e-14);
        assertEquals(.5, scale.items().get(0).totalCorrected().number(), 1e-15);
        assertEquals(2, scale.lengthFactor(.8).number(), 1e-13);
    }

    private static double[][] someRows(int n, int k, double missing) {
        SplitMix64 random = new SplitMix64(2024);
        double[][] rows = new double[n][k];
        for (double[] row : rows) {
            double person = random.nextUniform() * 3;
            for (int j = 0; j < k; j++) {
                double answer = 1 + StrictMath.floor(person + random.nextUniform() * 2);
                row[j] = random.nextUniform() < missing ? NONE : answer;
            }
        }
        return rows;
    }

    @Test
    void orderOfRowsChangesNothing() {
        double[][] rows = someRows(200, 5, .05);
        List<double[]> shuffled = new ArrayList<>(List.of(rows));
        Collections.shuffle(shuffled, new Random(5));
        assertEquals(
                listwise(rows).alphaRaw().number(),
                listwise(shuffled.toArray(double[][]::new)).alphaRaw().number(),
                1e-14);
    }

    @Test
    void orderOfItemsChangesNothing() {
        double[][] rows = someRows(200, 4, 0);
        double[][] turned = Arrays.stream(rows)
                .map(row -> new double[] {row[3], row[1], row[0], row[2]})
                .toArray(double[][]::new);
        ScaleReliability one = listwise(rows);
        ScaleReliability other = listwise(turned);
        assertEquals(one.alphaRaw().number(), other.alphaRaw().number(), 1e-14);
        assertEquals(
                one.items().get(3).totalCorrected().number(),
                other.items().get(0).totalCorrected().number(),
                1e-14);
    }

    @Test
    void scaleOfTheAnswersChangesNothing() {
        double[][] rows = someRows(100, 4, 0);
        double[][] rescaled = Arrays.stream(rows)
                .map(row -> Arrays.stream(row).map(x -> 25 * (x - 1)).toArray())
                .toArray(double[][]::new);
        assertEquals(
                listwise(rows).alphaRaw().number(),
                listwise(rescaled).alphaRaw().number(),
                1e-13);
    }

    @Test
    void reversingAllItemsChangesNoAlpha() {
        double[][] rows = someRows(100, 4, 0);
        Scale scale = new Scale(List.of("a", "b", "c", "d"), 1, 5);
        double[][] reversed = Arrays.stream(rows)
                .map(row -> Arrays.stream(row).map(scale::reversed).toArray())
                .toArray(double[][]::new);
        assertEquals(
                listwise(rows).alphaRaw().number(),
                listwise(reversed).alphaRaw().number(),
                1e-14);
    }

    @Test
    void mergedPartsGiveTheWhole() {
        for (MissingRule rule : List.of(MissingRule.LISTWISE, MissingRule.PAIRWISE)) {
            double[][] rows = someRows(120, 4, .1);
            ScaleSums first = sums(rule, Arrays.copyOfRange(rows, 0, 50));
            first.merge(sums(rule, Arrays.copyOfRange(rows, 50, 120)));
            assertEquals(ScaleReliability.of(sums(rule, rows)), ScaleReliability.of(first));
        }
    }

    @Test
    void anItemThatAppearsLateMakesEarlierRowsIncomplete() {
        double[][] rows = {{1, 2, NONE}, {2, 3, NONE}, {4, 5, 5}, {3, 3, 2}, {1, 2, 1}, {5, 4, 4}};
        ScaleReliability late = listwise(rows);
        ScaleReliability complete = listwise(Arrays.copyOfRange(rows, 2, 6));
        assertEquals(complete.alphaRaw(), late.alphaRaw());
        assertEquals(4, late.n());
        ScaleSums parts = sums(MissingRule.LISTWISE, Arrays.copyOfRange(rows, 0, 2));
        parts.merge(sums(MissingRule.LISTWISE, Arrays.copyOfRange(rows, 2, 6)));
        assertEquals(complete.alphaRaw(), ScaleReliability.of(parts).alphaRaw());
        ScaleSums turned = sums(MissingRule.LISTWISE, Arrays.copyOfRange(rows, 2, 6));
        turned.merge(sums(MissingRule.LISTWISE, Arrays.copyOfRange(rows, 0, 2)));
        assertEquals(complete.alphaRaw(), ScaleReliability.of(turned).alphaRaw());
    }

    @Test
    void pairwiseUsesTheSmallestPairForItsInterval() {
        double[][] rows = someRows(80, 4, .2);
        ScaleReliability pairwise = ScaleReliability.of(sums(MissingRule.PAIRWISE, rows));
        assertTrue(pairwise.n() < 80);
        assertEquals(Alpha.feldt(pairwise.alphaRaw().number(), pairwise.n(), 4, .95), pairwise.feldt(.95));
        assertReason(Reason.NO_DATA, pairwise.scaleMean());
        assertTrue(pairwise.items().get(0).alphaIfDeleted().isKnown()); // C5
    }

    @Test
    void lostRowsAreCounted() {
        ScaleReliability scale =
                listwise(new double[] {1, 2}, new double[] {2, NONE}, new double[] {3, 3}, new double[] {4, 5});
        assertEquals(
                List.of(Warning.of("listwise_lost", "rows", "1"), Warning.of("few_answers", "n", "3")),
                scale.warnings());
    }

    @Test
    void negativeItemTotalIsNamedAndNeverTurned() {
        ScaleReliability scale = listwise(
                new double[] {1, 1, 5}, new double[] {2, 2, 4}, new double[] {4, 3, 2}, new double[] {5, 5, 1});
        assertTrue(scale.items().get(2).totalCorrected().number() < 0);
        assertTrue(scale.warnings().contains(Warning.of("negative_item_total", "items", "Q1, Q2, Q3"))
                || scale.warnings().contains(Warning.of("negative_item_total", "items", "Q3")));
    }

    @Test
    void floorAndCeilingAreSharesOfTheAnswers() {
        ScaleReliability scale =
                listwise(new double[] {1, 5}, new double[] {1, 5}, new double[] {3, 4}, new double[] {5, 5});
        assertEquals(50, scale.items().get(0).distribution().floorPercent().number());
        assertEquals(75, scale.items().get(1).distribution().ceilingPercent().number());
    }
}
