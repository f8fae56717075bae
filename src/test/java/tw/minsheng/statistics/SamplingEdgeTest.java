package tw.minsheng.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tw.minsheng.statistics.compare.Association;
import tw.minsheng.statistics.compare.Group;
import tw.minsheng.statistics.compare.OneWay;
import tw.minsheng.statistics.compare.TwoGroups;
import tw.minsheng.statistics.estimate.DesignProportionInterval;
import tw.minsheng.statistics.estimate.MeanEstimate;
import tw.minsheng.statistics.estimate.MeanEstimator;
import tw.minsheng.statistics.estimate.Quantile;
import tw.minsheng.statistics.estimate.QuantileEstimator;
import tw.minsheng.statistics.estimate.QuantileInterval;
import tw.minsheng.statistics.estimate.RowEstimator;
import tw.minsheng.statistics.estimate.RowSample;
import tw.minsheng.statistics.estimate.Stage;
import tw.minsheng.statistics.estimate.VariableSums;
import tw.minsheng.statistics.moments.Moments;
import tw.minsheng.statistics.sampling.LonelyRule;
import tw.minsheng.statistics.sampling.Population;
import tw.minsheng.statistics.sampling.SampleDesign;
import tw.minsheng.statistics.weighting.Calibration;
import tw.minsheng.statistics.weighting.Groups;

/** Where R says something wrong or nothing, and what a survey can be at its edges. */
class SamplingEdgeTest {

    private static final double LEVEL = .95;

    private static double total(LonelyRule rule) {
        List<Integer> strata = List.of(0, 0, 0, 1, 1, 2);
        List<Integer> rows = IntStream.range(0, 6).boxed().toList();
        Stage stage = new Stage(strata, rows, Collections.nCopies(6, Population.unlimited()));
        RowSample sample = RowSample.of(new double[] {10, 10, 10, 20, 20, 30}, List.of(stage), rule);
        return new RowEstimator(sample)
                .totals(new double[] {1, 2, 4, 3, 7, 5})
                .se(0)
                .number();
    }

    /** R's {@code adjust} squares w·y itself for a total: 172.0, where the others say 84.3 and 103.2. */
    @Test
    void adjustedTotalsAreTooLargeAndAverageIsOffered() {
        assertEquals(172.046505340853, total(LonelyRule.ADJUST), 1e-10);
        assertEquals(84.2614977317636, total(LonelyRule.REMOVE), 1e-11);
        assertEquals(103.198837202751, total(LonelyRule.AVERAGE), 1e-11);
    }

    /** R's shahvaish gives another quantile for weights × 1000; it is not offered. */
    @Test
    void noRuleOfAQuantileKnowsTheScaleOfTheWeights() {
        double[] y = {3, 1, 4, 1, 5, 9, 2, 6, 5, 3};
        double[] weights = {1, 2, 1.5, 1, 3, .5, 2, 1, 1, 2};
        for (Quantile rule : Quantile.values()) {
            assertEquals(quartile(y, weights, rule), quartile(y, times(weights, 1000), rule), 1e-12);
        }
        assertTrue(
                Arrays.stream(Quantile.values()).noneMatch(rule -> rule.name().contains("SHAH")));
    }

    private static double[] times(double[] weights, double factor) {
        return Arrays.stream(weights).map(w -> w * factor).toArray();
    }

    private static double quartile(double[] y, double[] weights, Quantile rule) {
        int n = y.length;
        Stage stage = new Stage(
                Collections.nCopies(n, 0),
                IntStream.range(0, n).boxed().toList(),
                Collections.nCopies(n, Population.unlimited()));
        RowSample sample = RowSample.of(weights, List.of(stage), LonelyRule.ADJUST);
        return new QuantileEstimator(sample, LEVEL)
                .of(y, .25, rule, QuantileInterval.MEAN)
                .quantile()
                .number();
    }

    /** R: an error, NaN, NA. */
    @Test
    void constantDataHaveNoTest() {
        Group four = Group.of(4, 4, 4);
        Optional<Reason> none = Optional.of(Reason.NO_VARIATION);
        assertEquals(none, TwoGroups.welch(four, four, LEVEL).t().reason());
        assertEquals(none, TwoGroups.pooled(four, four, LEVEL).p().reason());
        assertEquals(none, OneWay.welch(List.of(four, four)).f().reason());
        assertEquals(none, OneWay.anova(List.of(four, four)).test().p().reason());
        double[] constant = {4, 4, 4, 4};
        double[] other = {1, 2, 3, 5};
        assertEquals(none, Association.pearson(constant, other, LEVEL).r().reason());
        assertEquals(none, Association.spearman(constant, other).r().reason());
    }

    private static MeanEstimate constant(double value) {
        Groups groups = new Groups(1, 1);
        VariableSums sums = new VariableSums(groups);
        for (int i = 1; i <= 6; i++) {
            groups.add(0, i);
            sums.add(0, i, value);
        }
        return new MeanEstimator(SampleDesign.simple(Population.unlimited()), groups, Calibration.none(1)).mean(sums);
    }

    @Test
    void aConstantVariableHasAMeanAndNoDesignEffect() {
        MeanEstimate mean = constant(4);
        assertEquals(4, mean.mean().number());
        assertEquals(0, mean.se().number());
        assertEquals(Optional.of(Reason.NO_VARIATION), mean.deff().reason());
        assertEquals(Optional.of(Reason.NO_VARIATION), mean.deffReplace().reason());
        for (DesignProportionInterval method : DesignProportionInterval.values()) {
            Interval exact = method.around(constant(1), LEVEL);
            assertEquals(.5407419, exact.lower().number(), 1e-7);
            assertEquals(1, exact.upper().number());
        }
    }

    @Test
    void oneCasePerGroupHasNoTestAndTwoCasesHave() {
        OneWay.Variance each = OneWay.anova(List.of(Group.of(1), Group.of(2), Group.of(4)));
        assertEquals(Optional.of(Reason.N_TOO_SMALL), each.test().f().reason());
        assertEquals(14.0 / 3, each.between(), 1e-13);
        TwoGroups two = TwoGroups.paired(Group.of(1, 3), LEVEL);
        assertEquals(2, two.t().number(), 1e-14);
        assertEquals(1, two.df().number());
        assertEquals(.295167235300866, two.p().number(), 1e-13);
        assertEquals(-10.7062047361747, two.interval().lower().number(), 1e-11);
    }

    @Test
    void largeNumbersKeepTheirSmallSpread() {
        double[] large = {1e9 + 1, 1e9 + 2, 1e9 + 3, 1e9 + 4, 1e9 + 5};
        assertEquals(2.5, Moments.of(large).variance().number());
        assertEquals(2.5, Group.of(large).variance());
    }
}
