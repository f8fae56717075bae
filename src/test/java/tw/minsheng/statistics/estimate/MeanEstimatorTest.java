package tw.minsheng.statistics.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tw.minsheng.statistics.Interval;
import tw.minsheng.statistics.Missing;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.sampling.LonelyRule;
import tw.minsheng.statistics.sampling.Population;
import tw.minsheng.statistics.sampling.SampleDesign;
import tw.minsheng.statistics.sampling.Stratum;
import tw.minsheng.statistics.weighting.Calibration;
import tw.minsheng.statistics.weighting.CellGrid;
import tw.minsheng.statistics.weighting.Groups;
import tw.minsheng.statistics.weighting.Margin;
import tw.minsheng.statistics.weighting.Raking;

/** Expected numbers are from R 4.2.2 with survey 4.1-1, or are worked out by hand. */
class MeanEstimatorTest {

    private static void assertRelative(double expected, Value actual) {
        assertEquals(expected, actual.number(), 1e-12 * StrictMath.abs(expected));
    }

    private static SampleDesign strata(Population... populations) {
        List<Stratum> strata = new ArrayList<>();
        for (Population population : populations) {
            strata.add(new Stratum("stratum " + strata.size(), population));
        }
        return SampleDesign.stratified(strata);
    }

    private static SampleDesign unlimited(int strata) {
        Population[] populations = new Population[strata];
        Arrays.fill(populations, Population.unlimited());
        return strata(populations);
    }

    private static MeanEstimate mean(SampleDesign design, int[] strata, double[] weights, double[] y) {
        Groups groups = new Groups(design.strata().size(), 1);
        VariableSums sums = new VariableSums(groups);
        for (int i = 0; i < y.length; i++) {
            groups.add(strata[i], weights[i]);
            sums.add(strata[i], weights[i], y[i]);
        }
        return new MeanEstimator(design, groups, Calibration.none(groups.size())).mean(sums);
    }

    private static MeanEstimate mean(double[] weights, double... y) {
        return mean(unlimited(1), new int[y.length], weights, y);
    }

    private static final int[] AREA = {0, 0, 0, 1, 1, 2};
    private static final double[] Y = {1, 2, 4, 3, 7, 5};
    private static final double[] WEIGHTS = {10, 10, 10, 20, 20, 30};

    @Test
    void everyRuleForALonelyRowIsThatOfR() {
        Map<LonelyRule, Double> expected = Map.of(
                LonelyRule.REMOVE, .842614977317636,
                LonelyRule.CERTAINTY, .842614977317636,
                LonelyRule.ADJUST, .87612784455238,
                LonelyRule.AVERAGE, 1.03198837202751);
        expected.forEach((rule, error) -> {
            MeanEstimate mean = mean(unlimited(3).with(rule), AREA, WEIGHTS, Y);
            assertRelative(4.2, mean.mean());
            assertRelative(error, mean.se());
            assertEquals(List.of("stratum 2"), mean.lonelyStrata());
            assertEquals(3, mean.df());
        });
    }

    /** Two of four strata are lonely: the other two stand for all, 4/2 of their variance. */
    @Test
    void severalLonelyRowsAreStoodForByTheOthers() {
        int[] strata = {0, 0, 1, 1, 2, 3};
        double[] weights = {1, 1, 1, 1, 1, 1};
        double[] y = {1, 3, 5, 9, 4, 4};
        double removed = mean(unlimited(4).with(LonelyRule.REMOVE), strata, weights, y)
                .se()
                .number();
        assertEquals(StrictMath.sqrt((2 + 8) * 2 / 36.0), removed, 1e-15);
        MeanEstimate averaged = mean(unlimited(4).with(LonelyRule.AVERAGE), strata, weights, y);
        assertRelative(StrictMath.sqrt(2) * removed, averaged.se());
        assertEquals(List.of("stratum 2", "stratum 3"), averaged.lonelyStrata());
    }

    @ParameterizedTest
    @EnumSource
    void theOnlyPersonOfAStratumIsNotLonely(LonelyRule rule) {
        SampleDesign design = strata(Population.of(30), Population.of(40), Population.of(1));
        MeanEstimate mean = mean(design.with(rule), AREA, new double[] {10, 10, 10, 20, 20, 1}, Y);
        assertRelative(3.87323943661972, mean.mean());
        assertRelative(1.15372661500126, mean.se());
        assertEquals(List.of(), mean.lonelyStrata());
    }

    @ParameterizedTest
    @EnumSource
    void whereEveryRowIsLonelyThereIsNoErrorBesideTheAdjusted(LonelyRule rule) {
        MeanEstimate mean = mean(unlimited(2).with(rule), new int[] {0, 1}, new double[] {1, 1}, new double[] {2, 4});
        if (rule == LonelyRule.ADJUST) {
            assertRelative(StrictMath.sqrt(.5), mean.se());
        } else {
            assertEquals(Optional.of(Reason.LONELY_STRATUM), mean.se().reason());
            assertEquals(Map.of("stratum", "stratum 0"), mean.se().reasonArgs());
            assertEquals(Optional.of(Reason.LONELY_STRATUM), mean.deff().reason());
            assertEquals(Optional.of(Reason.LONELY_STRATUM), mean.nEffective().reason());
        }
        assertEquals(Value.of(3), mean.mean());
    }

    @Test
    void weightsThatCannotBeUsedRefuseEverything() {
        MeanEstimate negative = mean(new double[] {1, -1, 1}, 1, 2, 3);
        assertEquals(Optional.of(Reason.NEGATIVE_WEIGHT), negative.mean().reason());
        assertEquals(Optional.of(Reason.NEGATIVE_WEIGHT), negative.sd().reason());
        assertEquals(Optional.of(Reason.NEGATIVE_WEIGHT), negative.cv().reason());
        assertEquals(
                Optional.of(Reason.NEGATIVE_WEIGHT),
                negative.tInterval(.95).lower().reason());
        MeanEstimate nothing = mean(new double[] {0, 1}, 3, Missing.ANSWER);
        assertEquals(Optional.of(Reason.ZERO_DENOMINATOR), nothing.mean().reason());
        assertEquals(1, nothing.n());
        assertEquals(2, nothing.rows());
    }

    /** Two rows are enough: half their distance. One row with weight among them has no standard deviation. */
    @Test
    void twoRows() {
        MeanEstimate two = mean(new double[] {1, 1}, 1, 3);
        assertRelative(1, two.se());
        assertRelative(StrictMath.sqrt(2), two.sd());
        assertEquals(Value.of(2), two.sumWeights());
        assertRelative(.5, two.cv());
        MeanEstimate one = mean(new double[] {1, 0}, 1, 3);
        assertEquals(Value.of(0), one.se());
        assertEquals(Optional.of(Reason.N_TOO_SMALL), one.sd().reason());
        assertEquals(Map.of("n", "1"), one.sd().reasonArgs());
        assertEquals(Optional.of(Reason.N_TOO_SMALL), one.deff().reason());
        assertEquals(Optional.of(Reason.N_TOO_SMALL), one.deffReplace().reason());
    }

    /** 16:zero_weight, by R: the interval and the coefficient of variation. */
    @Test
    void intervalAndVariationOfR() {
        MeanEstimate mean = mean(new double[] {1, 2, 0, 1, 3, 0, 2}, 1, 2, 3, 4, 5, 3, 4);
        assertRelative(.202453682530002, mean.cv());
        Interval interval = mean.normalInterval(.95);
        assertRelative(2.14470426205756, interval.lower());
        assertRelative(4.96640684905355, interval.upper());
        assertEquals("normal", interval.method());
        Interval t = mean.tInterval(.95); // six degrees of freedom: qt(.975, 6) = 2.446911851144969
        assertRelative(32 / 9.0 - 2.446911851144969 * .71983531566223, t.lower());
        assertRelative(32 / 9.0 + 2.446911851144969 * .71983531566223, t.upper());
    }

    /** A mean of 0 has no coefficient of variation. */
    @Test
    void variationAboutNothing() {
        assertEquals(
                Optional.of(Reason.ZERO_DENOMINATOR),
                mean(new double[] {1, 1}, -1, 1).cv().reason());
        assertEquals(
                Optional.of(Reason.SINGLE_PSU), mean(new double[] {1}, 4).cv().reason());
    }

    /** Answers a billion times smaller have an error a billion times smaller: it is no rounding. */
    @Test
    void theErrorHasTheUnitOfTheAnswers() {
        double[] weights = {1, 2, 1, 3};
        double error = mean(weights, 1, 2, 4, 3).se().number();
        for (double unit : new double[] {1e-9, 1e9}) {
            assertRelative(
                    unit * error,
                    mean(weights, unit, 2 * unit, 4 * unit, 3 * unit).se());
        }
    }

    /** Weights within 1e-9 of 1 count as weights that add up to n, and know of no population. */
    @Test
    void normalisedWeights() {
        double almost = 1 + 1e-9;
        assertEquals(
                Optional.of(Reason.ZERO_DENOMINATOR),
                mean(new double[] {almost, almost}, 1, 2).deff().reason());
        assertRelative(3, mean(new double[] {1.5, 1.5}, 1, 2).deff()); // no correction above, (3 − 2)/3 below
    }

    /** A stratum from which no row came has no row to be short of, to be lonely, or to take a degree of freedom. */
    @Test
    void aStratumWithoutRowsDoesNotCount() {
        SampleDesign design = strata(Population.of(3), Population.unlimited());
        MeanEstimate all = mean(design, new int[3], new double[] {1, 1, 1}, new double[] {1, 2, 6});
        assertTrue(all.isCensus());
        assertEquals(2, all.df());
        assertEquals(Value.of(0), all.se());
        assertEquals(List.of(), all.lonelyStrata());
        assertFalse(mean(design, new int[] {0, 0, 1}, new double[] {1, 1, 1}, new double[] {1, 2, 6})
                .isCensus());
    }

    /**
     * Post-stratified to 10 and 30: weights 5 and 15. Women say 1, 3, men 2, 6; means 2 and 4, together 3.5. What is left about
     * the means of the strata counts: 4/3·(2·(5/40)² + 8·(15/40)²).
     */
    @Test
    void postStratificationTakesOffWhatItExplains() {
        CellGrid grid = new CellGrid(List.of(new Margin("sex", List.of("f", "m"), List.of(10.0, 30.0))));
        Groups groups = new Groups(1, 2);
        VariableSums sums = new VariableSums(groups);
        double[][] y = {{1, 3}, {2, 6}};
        for (int cell = 0; cell < 2; cell++) {
            for (double answer : y[cell]) {
                groups.add(cell, 1);
                sums.add(cell, 1, answer);
            }
        }
        MeanEstimate mean = new MeanEstimator(
                        unlimited(1), groups, Raking.postStratify(groups, grid).calibration())
                .mean(sums);
        assertRelative(3.5, mean.mean());
        assertRelative(StrictMath.sqrt(4 / 3.0 * (2 / 64.0 + 8 * 9 / 64.0)), mean.se());
        // taken as given: 5·(−2.5, −.5)/40 and 15·(−1.5, 2.5)/40
        double[] z = {-12.5 / 40, -2.5 / 40, -22.5 / 40, 37.5 / 40};
        assertRelative(
                StrictMath.sqrt(4 / 3.0 * Arrays.stream(z).map(x -> x * x).sum()), mean.seFixed());
    }
}
