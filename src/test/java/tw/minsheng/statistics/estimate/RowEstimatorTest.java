package tw.minsheng.statistics.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tw.minsheng.statistics.Interval;
import tw.minsheng.statistics.Missing;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.sampling.LonelyRule;
import tw.minsheng.statistics.sampling.Population;
import tw.minsheng.statistics.weighting.Calibration;

/** Expected numbers are from R 4.2.2 with survey 4.1-1 on the data that come with the package, or are worked out by hand. */
class RowEstimatorTest {

    private static void assertRelative(double expected, Value actual) {
        assertEquals(expected, actual.number(), 1e-12 * StrictMath.abs(expected));
    }

    private static List<Integer> all(int number, int rows) {
        return Collections.nCopies(rows, number);
    }

    private static List<Integer> each(int... numbers) {
        return IntStream.of(numbers).boxed().toList();
    }

    private static Stage stage(List<Integer> strata, List<Integer> units, double... sizes) {
        return new Stage(
                strata, units, Arrays.stream(sizes).mapToObj(Population::of).toList());
    }

    private static Stage unlimited(List<Integer> strata, List<Integer> units) {
        return new Stage(strata, units, Collections.nCopies(strata.size(), Population.unlimited()));
    }

    private static Stage rows(int... strata) {
        return unlimited(each(strata), IntStream.range(0, strata.length).boxed().toList());
    }

    private static double[] constant(double number, int rows) {
        double[] values = new double[rows];
        Arrays.fill(values, number);
        return values;
    }

    private static RowSample sample(LonelyRule lonely, double[] weights, Stage... stages) {
        return RowSample.of(weights, List.of(stages), lonely);
    }

    private static boolean[] everybody(int rows) {
        boolean[] all = new boolean[rows];
        Arrays.fill(all, true);
        return all;
    }

    /** mu284: five of fifty regions, three municipalities in each. */
    private static final int[] REGION = {19, 45, 47, 50, 31, 19, 45, 47, 50, 31, 19, 45, 47, 50, 31};

    private static final double[] PEOPLE = {41, 49, 31, 39, 49, 49, 49, 31, 41, 51, 49, 45, 35, 61, 33};

    private static RowSample regions(boolean both) {
        double[] municipalities = new double[15];
        double[] weights = new double[15];
        for (int i = 0; i < 15; i++) {
            municipalities[i] = new double[] {5, 8, 5, 9, 7}[i % 5];
            weights[i] = 50 / 5.0 * municipalities[i] / 3;
        }
        Stage first = stage(all(0, 15), each(REGION), constant(50, 15));
        Stage second = stage(each(REGION), each(1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 3, 3, 3, 3, 3), municipalities);
        return both ? sample(LonelyRule.FAIL, weights, first, second) : sample(LonelyRule.FAIL, weights, first);
    }

    @Test
    void twoStagesAddUp() {
        RowEstimator estimator = new RowEstimator(regions(true));
        VectorEstimate mean = estimator.means(PEOPLE);
        assertRelative(44.3529411764706, mean.estimates().get(0));
        assertRelative(2.27365272781592, mean.se(0));
        assertRelative(1.09429347801627, estimator.designEffect(mean, 0, PEOPLE, everybody(15), false));
        VectorEstimate total = estimator.totals(PEOPLE);
        assertRelative(15080, total.estimates().get(0));
        assertRelative(2274.25470087333, total.se(0));
        assertEquals(15, total.n());
        assertRelative(
                2266.03398032774,
                new RowEstimator(regions(false)).totals(PEOPLE).se(0));
        assertEquals(4, regions(true).df());
    }

    /** fpc: five of fifteen and three of twelve units. */
    private static final int[] STRATUM = {1, 1, 1, 1, 1, 2, 2, 2};

    private static final double[] X = {
        2.79999995231628,
        4.09999990463257,
        6.80000019073486,
        6.80000019073486,
        9.19999980926514,
        3.70000004768372,
        6.59999990463257,
        4.19999980926514
    };

    private static final double[] FPC_WEIGHTS = {3, 3, 3, 3, 3, 4, 4, 4};

    @Test
    void strataOfUnitsWithAndWithoutTheirNumber() {
        List<Integer> units = each(1, 2, 3, 4, 5, 1, 2, 3); // numbered anew in each stratum
        RowEstimator known = new RowEstimator(
                sample(LonelyRule.ADJUST, FPC_WEIGHTS, stage(each(STRATUM), units, 15, 15, 15, 15, 15, 12, 12, 12)));
        VectorEstimate mean = known.means(X);
        assertRelative(5.44814811812507, mean.estimates().get(0));
        assertRelative(.616040719809653, mean.se(0));
        assertRelative(.985306148524896, known.designEffect(mean, 0, X, everybody(8), false));
        assertRelative(16.6330994348606, known.totals(X).se(0));
        RowEstimator open = new RowEstimator(sample(LonelyRule.ADJUST, FPC_WEIGHTS, unlimited(each(STRATUM), units)));
        mean = open.means(X);
        assertRelative(.741268326768812, mean.se(0));
        assertRelative(1.42660335557064, open.designEffect(mean, 0, X, everybody(8), false));
        assertRelative(20.0142448227579, open.totals(X).se(0));
        Interval interval = mean.normalInterval(0, .95);
        assertEquals("normal", interval.method());
        assertRelative(3.99528889477793, interval.lower());
        assertRelative(6.90100734147221, interval.upper());
    }

    /** The design effect with replacement leaves (N − n)/N out: 27 people, 8 of them asked. */
    @Test
    void designEffectsOfBothKindsDifferByTheCorrection() {
        RowEstimator estimator = new RowEstimator(sample(LonelyRule.ADJUST, FPC_WEIGHTS, rows(STRATUM)));
        VectorEstimate mean = estimator.means(X);
        double without = estimator.designEffect(mean, 0, X, everybody(8), false).number();
        double with = estimator.designEffect(mean, 0, X, everybody(8), true).number();
        assertEquals(with, without * 19 / 27, 1e-14);
    }

    /** scd: arrests and survivors of six ambulances in three areas. */
    @Test
    void totalsAndRatiosHaveTheirCovariance() {
        double[] arrests = {120, 78, 185, 228, 670, 530};
        double[] alive = {25, 24, 30, 49, 80, 70};
        RowEstimator estimator = new RowEstimator(
                sample(LonelyRule.FAIL, constant(1, 6), unlimited(each(1, 1, 2, 2, 3, 3), each(1, 2, 1, 2, 1, 2))));
        VectorEstimate ratio = estimator.ratio(alive, arrests);
        assertRelative(.153506350082827, ratio.estimates().get(0));
        assertRelative(.00980730359997476, ratio.se(0));
        assertEquals(6, ratio.n());
        VectorEstimate totals = estimator.totals(alive, arrests);
        assertEquals(List.of(Value.of(278), Value.of(1811)), totals.estimates());
        assertEquals(462, totals.covariance().at(0, 0), 1e-10);
        assertEquals(2259, totals.covariance().at(0, 1), 1e-10);
        assertEquals(23213, totals.covariance().at(1, 1), 1e-9);
        VectorEstimate mean = estimator.means(alive, arrests);
        assertRelative(3.58236421003411, mean.se(0));
        assertRelative(152.35813073151 / 6, mean.se(1));
        assertEquals(
                Optional.of(Reason.ZERO_DENOMINATOR), // R: Inf; weights that add up to n know of no population
                estimator.designEffect(mean, 0, alive, everybody(6), false).reason());
        assertRelative(
                462 / 36.0 / (2921.333333333333 / 5 / 6), // Σ(y − ȳ)² = 2921 1/3
                estimator.designEffect(mean, 0, alive, everybody(6), true));
    }

    private static final int[] AREA = {0, 0, 0, 1, 1, 2};
    private static final double[] LONELY_Y = {1, 2, 4, 3, 7, 5};
    private static final double[] LONELY_WEIGHTS = {10, 10, 10, 20, 20, 30};

    @Test
    void everyRuleForALonelyUnitIsThatOfR() {
        Map<LonelyRule, List<Double>> expected = Map.of(
                LonelyRule.REMOVE, List.of(.842614977317636, 84.2614977317636),
                LonelyRule.CERTAINTY, List.of(.842614977317636, 84.2614977317636),
                LonelyRule.ADJUST, List.of(.87612784455238, 172.046505340853),
                LonelyRule.AVERAGE, List.of(1.03198837202751, 103.198837202751));
        expected.forEach((rule, errors) -> {
            RowEstimator estimator = new RowEstimator(sample(rule, LONELY_WEIGHTS, rows(AREA)));
            assertRelative(4.2, estimator.means(LONELY_Y).estimates().get(0));
            assertRelative(errors.get(0), estimator.means(LONELY_Y).se(0));
            assertRelative(errors.get(1), estimator.totals(LONELY_Y).se(0));
        });
    }

    @Test
    void aLonelyUnitCanForbidTheError() {
        VectorEstimate mean = new RowEstimator(sample(LonelyRule.FAIL, LONELY_WEIGHTS, rows(AREA))).means(LONELY_Y);
        assertRelative(4.2, mean.estimates().get(0));
        assertEquals(Optional.of(Reason.LONELY_STRATUM), mean.se(0).reason());
        assertEquals(Map.of("stratum", "2"), mean.status().reasonArgs());
        assertEquals(
                Optional.of(Reason.LONELY_STRATUM),
                mean.normalInterval(0, .95).lower().reason());
        assertEquals(6, mean.n());
    }

    /** A stratum of one person who was asked adds nothing, whatever the rule. */
    @ParameterizedTest
    @EnumSource
    void theOnlyUnitOfItsStratumIsNotLonely(LonelyRule rule) {
        Stage stage = stage(each(AREA), each(0, 1, 2, 3, 4, 5), 30, 30, 30, 40, 40, 1);
        RowEstimator estimator = new RowEstimator(sample(rule, new double[] {10, 10, 10, 20, 20, 1}, stage));
        assertRelative(3.87323943661972, estimator.means(LONELY_Y).estimates().get(0));
        assertRelative(1.15372661500126, estimator.means(LONELY_Y).se(0));
        assertRelative(81.9145896650896, estimator.totals(LONELY_Y).se(0));
    }

    /** One unit in each stratum: only the distances from the overall mean are left; (2 − 3)² + (4 − 3)² over 2². */
    @ParameterizedTest
    @EnumSource
    void whereEveryUnitIsLonelyThereIsNoErrorBesideTheAdjusted(LonelyRule rule) {
        VectorEstimate mean = new RowEstimator(sample(rule, constant(1, 2), rows(7, 8))).means(new double[] {2, 4});
        assertEquals(Value.of(3), mean.estimates().get(0));
        if (rule == LonelyRule.ADJUST) {
            assertRelative(StrictMath.sqrt(.5), mean.se(0));
        } else {
            assertEquals(Optional.of(Reason.LONELY_STRATUM), mean.se(0).reason());
        }
    }

    /**
     * Two of ten units, weights 1: unit totals 6 and 7 give .8·2·((6 − 6.5)² + (7 − 6.5)²) = .8; below, unit b has 2 of 4 with
     * (1 − ½)·2·((2 − 3.5)² + (5 − 3.5)²) = 4.5, of which 2/10 count; a lone unit of 4 adds .2·.75·6² when it is adjusted.
     */
    @ParameterizedTest
    @EnumSource(names = {"REMOVE", "AVERAGE", "ADJUST"})
    void aLonelyUnitOfTheSecondStage(LonelyRule rule) {
        Stage first = stage(all(0, 3), each(1, 2, 2), 10, 10, 10);
        Stage second = stage(each(1, 2, 2), each(1, 2, 3), 4, 4, 4);
        VectorEstimate total =
                new RowEstimator(sample(rule, constant(1, 3), first, second)).totals(new double[] {6, 2, 5});
        double expected = .8 + .2 * 4.5 + (rule == LonelyRule.ADJUST ? .2 * .75 * 36 : 0);
        assertRelative(StrictMath.sqrt(expected), total.se(0));
    }

    @Test
    void whatCannotBeEstimatedSaysWhy() {
        Stage two = rows(0, 0);
        double[] y = {3, 5};
        List<Map.Entry<Reason, VectorEstimate>> refused = List.of(
                Map.entry(
                        Reason.NEGATIVE_WEIGHT,
                        new RowEstimator(sample(LonelyRule.FAIL, new double[] {2, -1}, two)).means(y, y)),
                Map.entry(
                        Reason.SAMPLE_EXCEEDS_POPULATION,
                        new RowEstimator(sample(LonelyRule.FAIL, constant(1, 2), stage(all(0, 2), each(1, 2), 1, 1)))
                                .totals(y, y)),
                Map.entry(
                        Reason.NO_DATA,
                        new RowEstimator(sample(LonelyRule.FAIL, constant(1, 2), two))
                                .totals(new double[] {Missing.ANSWER, 1}, new double[] {1, Missing.ANSWER})),
                Map.entry(
                        Reason.ZERO_DENOMINATOR,
                        new RowEstimator(sample(LonelyRule.FAIL, new double[] {0, 1}, two))
                                .means(new double[] {4, Missing.ANSWER}, y)),
                Map.entry(
                        Reason.ZERO_DENOMINATOR,
                        new RowEstimator(sample(LonelyRule.FAIL, constant(1, 2), two)).ratio(y, new double[] {2, -2})));
        for (Map.Entry<Reason, VectorEstimate> one : refused) {
            for (Value estimate : one.getValue().estimates()) {
                assertEquals(Optional.of(one.getKey()), estimate.reason());
            }
            assertEquals(Optional.of(one.getKey()), one.getValue().se(0).reason());
            assertEquals(
                    Optional.of(one.getKey()),
                    one.getValue().normalInterval(0, .95).upper().reason());
            assertEquals(0, one.getValue().n());
        }
        assertEquals(
                List.of(2, 2, 2, 2, 1),
                refused.stream().map(one -> one.getValue().estimates().size()).toList());
    }

    /** As many units as there are is a census: no error. */
    @Test
    void everyUnitOfThePopulation() {
        VectorEstimate mean = new RowEstimator(
                        sample(LonelyRule.FAIL, constant(1, 2), stage(all(0, 2), each(1, 2), 2, 2)))
                .means(new double[] {3, 5});
        assertEquals(Value.of(4), mean.estimates().get(0));
        assertEquals(Value.of(0), mean.se(0));
    }

    @Test
    void oneUnitKeepsItsEstimateOnly() {
        VectorEstimate total = new RowEstimator(
                        sample(LonelyRule.ADJUST, constant(2, 3), unlimited(all(0, 3), all(9, 3))))
                .totals(new double[] {1, 2, 4});
        assertEquals(Value.of(14), total.estimates().get(0));
        assertEquals(Optional.of(Reason.SINGLE_PSU), total.se(0).reason());
    }

    /** They count as zeros: 4/3·(1 + 9 − 4²/4) for a total, 4/3·(¼ + ¼) for the mean of the half that answered. */
    @Test
    void rowsWithoutAnAnswerKeepTheirPlace() {
        RowEstimator estimator = new RowEstimator(sample(LonelyRule.FAIL, constant(1, 4), rows(0, 0, 0, 0)));
        VectorEstimate total = estimator.totals(new double[] {1, 3, Missing.ANSWER, Missing.ANSWER});
        assertEquals(Value.of(4), total.estimates().get(0));
        assertRelative(StrictMath.sqrt(4 / 3.0 * (1 + 9 - 4)), total.se(0));
        assertEquals(2, total.n());
        VectorEstimate ratio =
                estimator.ratio(new double[] {1, 3, 9, Missing.ANSWER}, new double[] {1, 1, Missing.ANSWER, 7});
        VectorEstimate mean = estimator.means(new double[] {1, 3, Missing.ANSWER, Missing.ANSWER});
        assertEquals(Value.of(2), ratio.estimates().get(0));
        assertRelative(mean.se(0).number(), ratio.se(0));
        assertRelative(StrictMath.sqrt(4 / 3.0 / 2), mean.se(0));
    }

    /** Weights 1 and 3 of 0 and 4: mean 3, Σw(y − 3)²/4 = 3, times 2/1. */
    @Test
    void varianceOfTheAnswers() {
        RowEstimator estimator = new RowEstimator(sample(LonelyRule.FAIL, new double[] {1, 3, 0, 5}, rows(0, 0, 0, 0)));
        double[] y = {0, 4, 100, 50};
        assertEquals(
                6,
                estimator.variance(y, new boolean[] {true, true, true, false}).number(),
                1e-14);
        Value one = estimator.variance(y, new boolean[] {false, true, true, false});
        assertEquals(Optional.of(Reason.N_TOO_SMALL), one.reason());
        assertEquals(Map.of("n", "1"), one.reasonArgs());
    }

    @Test
    void designEffectsThatDoNotExistSayWhy() {
        RowEstimator estimator =
                new RowEstimator(sample(LonelyRule.ADJUST, new double[] {2, 2, 2, 0}, rows(0, 0, 0, 0)));
        double[] y = {1, 2, 6, 9};
        double[] same = {4, 4, 4, 9};
        boolean[] all = everybody(4);
        VectorEstimate mean = estimator.means(y, same);
        assertEquals(
                Optional.of(Reason.NO_VARIATION),
                estimator.designEffect(mean, 1, same, all, true).reason());
        assertEquals(
                Optional.of(Reason.N_TOO_SMALL),
                estimator
                        .designEffect(mean, 0, y, new boolean[] {false, false, true, true}, true)
                        .reason());
        RowSample one = sample(LonelyRule.ADJUST, constant(2, 4), unlimited(all(0, 4), all(9, 4)));
        VectorEstimate noError = new RowEstimator(one).means(y);
        assertEquals(
                Optional.of(Reason.SINGLE_PSU),
                new RowEstimator(one).designEffect(noError, 0, y, all, true).reason());
        // weights 2 of three rows (a fourth weighs nothing): (6 − 3)/6 of the population was not asked
        double ratio = estimator.designEffect(mean, 0, y, all, true).number()
                / estimator.designEffect(mean, 0, y, all, false).number();
        assertEquals(.5, ratio, 1e-14);
        // z = (y − 3)·2/6: −2/3, −1/3, 1, 0 sum up to 0, so 4/3·(4 + 1 + 9)/9; the variance of y is 7
        assertEquals(
                4 / 3.0 * 14 / 9 / (7 / 3.0),
                estimator.designEffect(mean, 0, y, all, true).number(),
                1e-14);
    }

    /** Weights within 1e-9 of 1 count as weights that add up to n. */
    @Test
    void normalisedWeightsKnowOfNoPopulation() {
        double[] y = {1, 2};
        RowEstimator normalised = new RowEstimator(sample(LonelyRule.FAIL, constant(1 + 1e-9, 2), rows(0, 0)));
        assertEquals(
                Optional.of(Reason.ZERO_DENOMINATOR),
                normalised
                        .designEffect(normalised.means(y), 0, y, everybody(2), false)
                        .reason());
        RowEstimator larger = new RowEstimator(sample(LonelyRule.FAIL, constant(1.5, 2), rows(0, 0)));
        assertEquals(
                3,
                larger.designEffect(larger.means(y), 0, y, everybody(2), false).number(),
                1e-13); // no correction in the error, one of (3 − 2)/3 below
    }

    @Test
    void partsOfDifferentLengthAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> sample(LonelyRule.FAIL, constant(1, 3), rows(0, 0)));
        RowSample sample = sample(LonelyRule.FAIL, constant(1, 2), rows(0, 0));
        assertThrows(IllegalArgumentException.class, () -> sample.with(Calibration.none(3)));
        List<Population> sizes = List.of(Population.unlimited(), Population.unlimited());
        assertThrows(IllegalArgumentException.class, () -> new Stage(each(0), each(0, 1), sizes));
        assertThrows(IllegalArgumentException.class, () -> new Stage(each(0, 0), each(0, 1), sizes.subList(0, 1)));
        assertFalse(new RowEstimator(sample).valid(new double[] {1, Missing.ANSWER})[1]);
    }
}
