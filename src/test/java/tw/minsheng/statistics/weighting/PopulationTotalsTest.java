package tw.minsheng.statistics.weighting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.estimate.RowEstimator;
import tw.minsheng.statistics.estimate.RowSample;
import tw.minsheng.statistics.estimate.Stage;
import tw.minsheng.statistics.estimate.VectorEstimate;
import tw.minsheng.statistics.sampling.LonelyRule;
import tw.minsheng.statistics.sampling.Population;

/** R: {@code calibrate} of survey 4.1-1 with epsilon 1e-13. */
class PopulationTotalsTest {

    private static final double[] W = {2, 3, 1, 4, 2.5, 3.5, 1.5, 2, 4, 3, 2, 5};
    private static final double[] Y = {3, 7, 5, 9, 4, 8, 6, 10, 2, 11, 5, 12};
    private static final double[] X = {1, 3, 2, 5, 2, 4, 4, 6, 1, 5, 3, 7};

    private static RowSample sample(double[] weights, List<Integer> units) {
        Stage stage = new Stage(Collections.nCopies(12, 0), units, Collections.nCopies(12, Population.unlimited()));
        return RowSample.of(weights, List.of(stage), LonelyRule.ADJUST);
    }

    private static RowSample sample() {
        return sample(W, IntStream.range(0, 12).boxed().toList());
    }

    private static PopulationTotals totals(RowSample sample, double people, double sum) {
        double[][] auxiliaries = new double[12][];
        Arrays.setAll(auxiliaries, i -> new double[] {1, X[i]});
        double[] ones = new double[12];
        Arrays.fill(ones, 1);
        return new PopulationTotals(sample.groups(), auxiliaries, new double[] {people, sum}, ones);
    }

    @ParameterizedTest
    @CsvSource({
        "LINEAR, 0, 0, 2.6151593647933327, 3.686225926343057, 7.131039531478771, .2550849036711182",
        "RAKING, 0, 0, 2.62116589894802, 3.68001705359987, 7.130451175782113, .254880793432567",
        "LOGIT, .6, 1.8, 2.6150733962119754, 3.686942018355065, 7.130980348175196, .2550494133050594",
        "LINEAR, .9, 1.3, 2.6, 3.701239564887428, 7.131878320263091, .2552072615971414"
    })
    void weightsAreThoseOfR(
            CalibrationDistance.Kind kind,
            double lower,
            double upper,
            double first,
            double second,
            double mean,
            double se) {
        RowSample sample = sample();
        CalibrationDistance distance =
                upper == 0 ? CalibrationDistance.of(kind) : new CalibrationDistance(kind, lower, upper);
        Weighting weighting = totals(sample, 40, 150).fit(distance);
        assertTrue(weighting.isDone());
        assertTrue(weighting.maxMarginError().number() < 1e-7);
        RowSample fitted = sample.with(weighting.calibration());
        assertEquals(first, fitted.weight(0), 1e-8);
        assertEquals(second, fitted.weight(1), 1e-8);
        double people = 0;
        double sum = 0;
        for (int i = 0; i < 12; i++) {
            people += fitted.weight(i);
            sum += fitted.weight(i) * X[i];
        }
        assertEquals(40, people, 1e-7);
        assertEquals(150, sum, 1e-7);
        VectorEstimate found = new RowEstimator(fitted).means(Y);
        assertEquals(mean, found.estimates().get(0).number(), 1e-8);
        assertEquals(se, found.se(0).number(), 1e-8);
        assertTrue(fitted.isCalibrated());
        assertEquals(11, fitted.tableDf(new boolean[12]));
        // the auxiliary itself is known
        assertEquals(0, new RowEstimator(fitted).totals(X).se(0).number(), 1e-9);
    }

    /** σ² = x gives the ratio estimator: every weight times 150/Σwx. */
    @Test
    void theRatioEstimatorIsOne() {
        RowSample sample = sample();
        double[][] auxiliaries = new double[12][];
        Arrays.setAll(auxiliaries, i -> new double[] {X[i]});
        Weighting weighting = new PopulationTotals(sample.groups(), auxiliaries, new double[] {150}, X)
                .fit(CalibrationDistance.of(CalibrationDistance.Kind.LINEAR));
        RowSample fitted = sample.with(weighting.calibration());
        assertEquals(2.307692307692307, fitted.weight(0), 1e-12);
        assertEquals(3.461538461538461, fitted.weight(1), 1e-12);
        VectorEstimate total = new RowEstimator(fitted).totals(Y);
        assertEquals(283.8461538461539, total.estimates().get(0).number(), 1e-10);
        assertEquals(12.238455063766414, total.se(0).number(), 1e-10);
    }

    @Test
    void oneFactorForEachCluster() {
        double[] weights = {2, 2, 3, 3, 4, 4, 2, 2, 3, 3, 5, 5};
        List<Integer> units = IntStream.range(0, 12).mapToObj(i -> i / 2).toList();
        RowSample sample = sample(weights, units);
        Weighting weighting =
                totals(sample, 40, 150).byCluster(units).fit(CalibrationDistance.of(CalibrationDistance.Kind.LINEAR));
        RowSample fitted = sample.with(weighting.calibration());
        assertEquals(1.9776119402985075, fitted.weight(0), 1e-10);
        assertEquals(1.9776119402985075, fitted.weight(1), 1e-10);
        assertEquals(3.134328358208955, fitted.weight(2), 1e-10);
        VectorEstimate mean = new RowEstimator(fitted).means(Y);
        assertEquals(7.042910447761194, mean.estimates().get(0).number(), 1e-10);
        assertEquals(.0986255896156941, mean.se(0).number(), 1e-10);
    }

    /** Section 4, row 8, and section 5. */
    @Test
    void whatCannotBeHadIsRefused() {
        RowSample sample = sample();
        CalibrationDistance linear = CalibrationDistance.of(CalibrationDistance.Kind.LINEAR);
        assertEquals(
                Optional.of(Reason.CALIBRATION_INFEASIBLE),
                totals(sample, 40, 400)
                        .fit(new CalibrationDistance(CalibrationDistance.Kind.LINEAR, .9, 1.1))
                        .maxMarginError()
                        .reason());
        Weighting negative = totals(sample, 40, 250).fit(linear);
        assertEquals(
                Optional.of(Reason.NEGATIVE_WEIGHT), negative.maxMarginError().reason());
        assertTrue(Integer.parseInt(negative.maxMarginError().reasonArgs().get("n")) > 0);
        double[][] twice = new double[12][];
        Arrays.setAll(twice, i -> new double[] {X[i], 2 * X[i]});
        double[] ones = new double[12];
        Arrays.fill(ones, 1);
        assertEquals(
                Optional.of(Reason.SINGULAR_MATRIX),
                new PopulationTotals(sample.groups(), twice, new double[] {1, 2}, ones)
                        .fit(linear)
                        .maxMarginError()
                        .reason());
        Groups none = new Groups(1, 12);
        assertEquals(
                Optional.of(Reason.NO_DATA),
                new PopulationTotals(none, twice, new double[] {1, 2}, ones)
                        .fit(linear)
                        .maxMarginError()
                        .reason());
        assertThrows(IllegalArgumentException.class, () -> new PopulationTotals(none, twice, new double[] {1}, ones));
        assertThrows(
                IllegalArgumentException.class,
                () -> new PopulationTotals(none, twice, new double[] {1, 2}, new double[3]));
        assertThrows(
                IllegalArgumentException.class,
                () -> new PopulationTotals(none, new double[2][2], new double[] {1, 2}, ones));
        assertThrows(IllegalArgumentException.class, () -> CalibrationDistance.of(CalibrationDistance.Kind.LOGIT));
        assertThrows(
                IllegalArgumentException.class, () -> new CalibrationDistance(CalibrationDistance.Kind.RAKING, 1, 2));
        assertThrows(
                IllegalArgumentException.class, () -> new CalibrationDistance(CalibrationDistance.Kind.RAKING, .5, 1));
    }

    /** R's rule looks at the cells, not at the margins. */
    @Test
    void anEarlyStopLeavesAMarginError() {
        RowSample sample = sample();
        int[] sex = {0, 1, 0, 1, 1, 0, 0, 1, 0, 1, 1, 0};
        int[] age = {0, 0, 1, 1, 0, 0, 1, 1, 0, 1, 0, 1};
        List<Margin> margins = List.of(
                new Margin("sex", List.of("F", "M"), List.of(3000.0, 5000.0)),
                new Margin("age", List.of("y", "o"), List.of(4500.0, 3500.0)));
        int[][] levels = {sex, age};
        Weighting early = Raking.rakeUntilStill(sample.groups(), margins, levels, 1, 10);
        Weighting late = Raking.rake(sample.groups(), margins, levels);
        assertTrue(early.iterations() < late.iterations());
        assertTrue(early.maxMarginError().number() > late.maxMarginError().number());
        assertTrue(early.maxMarginError().number() < 2);
        assertEquals(
                1, Raking.rakeUntilStill(sample.groups(), margins, levels, 1, 1).iterations());
        List<Margin> other = List.of(margins.get(0), new Margin("age", List.of("y", "o"), List.of(1.0, 2.0)));
        assertEquals(
                Optional.of(Reason.MARGINS_DISAGREE),
                Raking.rakeUntilStill(sample.groups(), other, levels, 1, 10)
                        .maxMarginError()
                        .reason());
    }
}
