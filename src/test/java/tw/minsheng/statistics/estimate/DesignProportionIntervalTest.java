package tw.minsheng.statistics.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tw.minsheng.statistics.Interval;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.distribution.StudentT;
import tw.minsheng.statistics.sampling.Population;
import tw.minsheng.statistics.sampling.SampleDesign;
import tw.minsheng.statistics.sampling.Stratum;
import tw.minsheng.statistics.weighting.Calibration;
import tw.minsheng.statistics.weighting.Groups;

class DesignProportionIntervalTest {

    /** Zeros and ones of equal weight. */
    private static MeanEstimate share(SampleDesign design, int ones, int zeros, double weight) {
        Groups groups = new Groups(1, 1);
        VariableSums sums = new VariableSums(groups);
        for (int i = 0; i < ones + zeros; i++) {
            groups.add(0, weight);
            sums.add(0, weight, i < ones ? 1 : 0);
        }
        return new MeanEstimator(design, groups, Calibration.none(1)).mean(sums);
    }

    private static MeanEstimate share(int ones, int zeros) {
        return share(SampleDesign.simple(Population.unlimited()), ones, zeros, 1);
    }

    /**
     * Schools that met their target: 133 of the 200 of the sample apisrs, which is drawn from 6,194. R's svyciprop; for the
     * logit its method xlogit, which does not stop half way.
     */
    @ParameterizedTest
    @CsvSource({
        "LOGIT, .95, .597319727148257, .726513215102444",
        "ASIN, .95, .598741963323023, .728142831835382",
        "BETA, .95, .596027505512274, .729135262947595",
        "MEAN, .95, .600095202843442, .729904797156559",
        "BETA, .90, .606881163466652, .719517288713561",
        "MEAN, .90, .610608227694302, .719391772305698"
    })
    void schoolsThatMetTheirTarget(DesignProportionInterval method, double level, double lower, double upper) {
        MeanEstimate share = share(SampleDesign.simple(Population.of(6194)), 133, 67, 30.97);
        assertEquals(.0329139084457798, share.se().number(), 1e-14);
        Interval interval = method.around(share, level);
        assertEquals(lower, interval.lower().number(), 1e-12);
        assertEquals(upper, interval.upper().number(), 1e-12);
        assertEquals(method.method(), interval.method());
        assertEquals(level, interval.level());
    }

    /**
     * The limits lie where 2·n_eff·(p̂·ln(p̂/p) + (1 − p̂)·ln((1 − p̂)/(1 − p))) is t²·n/(n − 1); R's svyciprop, which turns a spline round, within
     * 3e-6 of them.
     */
    @Test
    void likelihoodIsAsFarDownAsItsEquationSays() {
        MeanEstimate share = share(SampleDesign.simple(Population.of(6194)), 133, 67, 30.97);
        Interval interval = DesignProportionInterval.LIKELIHOOD.around(share, .95);
        assertEquals(.598146319197935, interval.lower().number(), 2e-6);
        assertEquals(.727699687895652, interval.upper().number(), 2e-6);
        double p = .665;
        double se = share.se().number();
        double t = StudentT.halfWidth(.95, 199);
        for (double limit :
                new double[] {interval.lower().number(), interval.upper().number()}) {
            double divergence = p * Math.log(p / limit) + (1 - p) * Math.log((1 - p) / (1 - limit));
            assertEquals(t * t * 200 / 199, 2 * p * (1 - p) / (se * se) * divergence, 1e-12);
        }
    }

    /** The same of the stratified sample apistrat: 100, 50 and 50 schools of 4,421, 1,018 and 755; t has 197 degrees of freedom. */
    @ParameterizedTest
    @CsvSource({
        "LOGIT, .586467134320312, .718806401667219",
        "ASIN, .587834339940309, .720419087440185",
        "BETA, .585075486304899, .721493505854004",
        "MEAN, .589139668776387, .722158355111569"
    })
    void schoolsOfThreeKinds(DesignProportionInterval method, double lower, double upper) {
        double[] weights = {44.2099990844727, 20.3600006103516, 15.1000003814697};
        int[][] answers = {{75, 25}, {24, 26}, {17, 33}};
        Groups groups = new Groups(3, 1);
        VariableSums sums = new VariableSums(groups);
        for (int h = 0; h < 3; h++) {
            for (int i = 0; i < answers[h][0] + answers[h][1]; i++) {
                groups.add(h, weights[h]);
                sums.add(h, weights[h], i < answers[h][0] ? 1 : 0);
            }
        }
        SampleDesign design = SampleDesign.stratified(List.of(
                new Stratum("elementary", Population.of(4421)),
                new Stratum("middle", Population.of(1018)),
                new Stratum("high", Population.of(755))));
        Interval interval = method.around(new MeanEstimator(design, groups, Calibration.none(3)).mean(sums), .95);
        assertEquals(lower, interval.lower().number(), 1e-12);
        assertEquals(upper, interval.upper().number(), 1e-12);
    }

    @Test
    void namesAreThoseOfR() {
        assertEquals(
                List.of("logit", "asin", "mean", "beta", "likelihood"),
                List.of(DesignProportionInterval.values()).stream()
                        .map(DesignProportionInterval::method)
                        .toList());
    }

    @ParameterizedTest
    @EnumSource
    void everyoneAskedLeavesNoInterval(DesignProportionInterval method) {
        Interval census = method.around(share(SampleDesign.simple(Population.of(5)), 2, 3, 1), .95);
        assertEquals(.4, census.lower().number(), 1e-15);
        assertEquals(.4, census.upper().number(), 1e-15);
    }

    /** None of six: 1 − .025^(1/6), the mirror of six of six. */
    @ParameterizedTest
    @EnumSource
    void nobodyGetsExactLimits(DesignProportionInterval method) {
        Interval none = method.around(share(0, 6), .95);
        assertEquals(0, none.lower().number());
        assertEquals(1 - StrictMath.pow(.025, 1 / 6.0), none.upper().number(), 1e-12);
        assertEquals("clopper_pearson", none.method());
    }

    @Test
    void whereThereIsNoErrorItSaysWhy() {
        assertEquals(
                Optional.of(Reason.SINGLE_PSU),
                DesignProportionInterval.LOGIT.around(share(1, 0), .95).lower().reason());
        assertEquals(
                Optional.of(Reason.SINGLE_PSU),
                share(1, 0).tInterval(.95).lower().reason());
    }

    /** Two lonely strata, adjusted: an error, but no degrees of freedom for t. */
    @ParameterizedTest
    @EnumSource
    void noDegreeOfFreedomIsNoInterval(DesignProportionInterval method) {
        Groups groups = new Groups(2, 1);
        VariableSums sums = new VariableSums(groups);
        for (int h = 0; h < 2; h++) {
            groups.add(h, 1);
            sums.add(h, 1, h);
        }
        MeanEstimate share = new MeanEstimator(
                        SampleDesign.stratified(List.of(
                                new Stratum("a", Population.unlimited()), new Stratum("b", Population.unlimited()))),
                        groups,
                        Calibration.none(2))
                .mean(sums);
        assertEquals(StrictMath.sqrt(.125), share.se().number(), 1e-15); // (¼² + ¼²)
        assertEquals(
                Optional.of(Reason.SINGLE_PSU),
                method.around(share, .95).upper().reason());
        assertEquals(
                Optional.of(Reason.SINGLE_PSU), share.tInterval(.95).upper().reason());
        assertTrue(share.normalInterval(.95).isKnown());
    }

    /** One of two: t with one degree of freedom is Cauchy's, tan(.475π) = 12.7…, and the share's error .5. */
    @Test
    void oneDegreeOfFreedomIsEnough() {
        double half = StrictMath.tan(.475 * StrictMath.PI) * .5;
        Interval mean = DesignProportionInterval.MEAN.around(share(1, 1), .95);
        assertEquals(.5 - half, mean.lower().number(), 1e-10);
        assertEquals(.5 + half, mean.upper().number(), 1e-10);
        Interval logit = share(1, 1).logitInterval(.95);
        double lower = 1 / (1 + StrictMath.exp(4 * half));
        assertEquals(lower, logit.lower().number(), 1e-10 * lower);
        Interval t = share(1, 1).tInterval(.95);
        assertEquals("t", t.method());
        assertEquals(mean.lower(), t.lower());
        assertEquals(mean.upper(), t.upper());
    }

    /** Only one row answered of two: its share is 1 without any error, so the limits are exact ones of one answer. */
    @Test
    void oneAnswerOfTwoRows() {
        Groups groups = new Groups(1, 1);
        VariableSums sums = new VariableSums(groups);
        groups.add(0, 1);
        groups.add(0, 1);
        sums.add(0, 1, 1);
        MeanEstimate share =
                new MeanEstimator(SampleDesign.simple(Population.unlimited()), groups, Calibration.none(1)).mean(sums);
        assertEquals(.025, share.logitInterval(.95).lower().number(), 1e-12);
    }
}
