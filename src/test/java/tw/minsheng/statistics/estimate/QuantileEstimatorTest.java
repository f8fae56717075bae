package tw.minsheng.statistics.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tw.minsheng.statistics.Missing;
import tw.minsheng.statistics.Reason;

/** R: {@code svyquantile} of survey 4.1-1. */
class QuantileEstimatorTest {

    private static final QuantileEstimator ESTIMATOR = new QuantileEstimator(StratifiedRows.sample(), .95);

    @ParameterizedTest
    @CsvSource({
        "MEAN, .25, 5, 2, 7, 1.2054739697867056",
        "MEAN, .5, 7, 6, 10, 0.9643791758293645",
        "MEAN, .8, 11, 9, 15, 1.4465687637440467",
        "BETA, .25, 5, 3, 7, 0.9643791758293645",
        "BETA, .8, 11, 9, 14, 1.2054739697867056",
        "XLOGIT, .25, 5, 3, 7, 0.9643791758293645",
        "XLOGIT, .8, 11, 9, 14, 1.2054739697867056",
        "ASIN, .5, 7, 6, 10, 0.9643791758293645",
        "ASIN, .8, 11, 9, 14, 1.2054739697867056",
        "SCORE, .25, 5, 2, 7, 1.2054739697867056",
        "SCORE, .5, 7, 6, 10, 0.9643791758293645",
        "SCORE, .8, 11, 9, 13, 0.9643791758293645"
    })
    void intervalsAreThoseOfR(QuantileInterval kind, double p, double quantile, double lower, double upper, double se) {
        QuantileEstimate found = ESTIMATOR.of(StratifiedRows.y(), p, Quantile.MATH, kind);
        assertEquals(quantile, found.quantile().number());
        assertEquals(lower, found.interval().lower().number());
        assertEquals(upper, found.interval().upper().number());
        assertEquals(se, found.se().number(), 1e-12);
        assertEquals(24, found.n());
        assertEquals(
                "quantile_" + kind.name().toLowerCase(java.util.Locale.ROOT),
                found.interval().method());
    }

    @ParameterizedTest
    @CsvSource({
        "MATH, 3, 6, 7, 13",
        "SCHOOL, 3, 6, 7, 13",
        "HF1, 3, 6, 7, 13",
        "HF2, 3, 6, 7, 13",
        "HF3, 3, 6, 7, 13",
        "HF4, 2.693333333333334, 5.9355, 7, 12.29090909090909",
        "HF5, 3, 6, 7, 12.83373493975904",
        "HF6, 2.820000000000002, 6, 7, 12.809090909090912",
        "HF7, 3, 6, 7.079545454545455, 12.85",
        "HF8, 3, 6, 7, 12.82672413793104",
        "HF9, 3, 6, 7, 12.82857142857143"
    })
    void rulesAreThoseOfR(Quantile rule, double tenth, double third, double median, double ninth) {
        double[] expected = {tenth, third, median, ninth};
        double[] shares = {.1, .33, .5, .9};
        for (int i = 0; i < shares.length; i++) {
            assertEquals(
                    expected[i],
                    ESTIMATOR
                            .of(StratifiedRows.y(), shares[i], rule, QuantileInterval.MEAN)
                            .quantile()
                            .number(),
                    1e-12,
                    rule + " " + shares[i]);
        }
    }

    /** Four people of equal weight: half of them is exactly two. */
    @Test
    void anExactTieIsSeenWhateverTheScaleOfTheWeights() {
        double[] values = {1, 2, 4, 8};
        for (double scale : new double[] {1, .1, 1e6, 1.1}) {
            double[] weights = {scale, scale, scale, scale};
            assertEquals(2, Quantile.MATH.of(values, weights, .5).number());
            assertEquals(3, Quantile.SCHOOL.of(values, weights, .5).number());
            assertEquals(2, Quantile.HF1.of(values, weights, .5).number());
            assertEquals(3, Quantile.HF2.of(values, weights, .5).number());
            assertEquals(2, Quantile.HF3.of(values, weights, .5).number());
            assertEquals(2, Quantile.HF3.of(values, weights, .25).number());
            assertEquals(8, Quantile.HF3.of(values, weights, .75).number());
            assertEquals(4, Quantile.MATH.of(values, weights, .6).number());
        }
        assertEquals(
                2,
                Quantile.HF3
                        .of(new double[] {1, 1, 2, 4}, new double[] {1, 1, 1, 1}, .5)
                        .number());
        assertEquals(7, Quantile.HF7.of(new double[] {7}, new double[] {2}, .5).number());
        assertEquals(8, Quantile.SCHOOL.at(values, new double[] {1, 1, 1, 1}, 1).number());
        assertEquals(8, Quantile.HF6.at(values, new double[] {1, 1, 1, 1}, 1).number());
        assertEquals(1, Quantile.HF6.at(values, new double[] {1, 1, 1, 1}, 0).number());
    }

    @Test
    void whatCannotBeSaidHasAReason() {
        double[] none = new double[StratifiedRows.N];
        Arrays.fill(none, Missing.ANSWER);
        QuantileEstimate empty = ESTIMATOR.of(none, .5, Quantile.MATH, QuantileInterval.MEAN);
        assertEquals(Optional.of(Reason.NO_DATA), empty.quantile().reason());
        assertEquals(Optional.of(Reason.NO_DATA), empty.se().reason());
        assertEquals(0, empty.n());
        QuantileEstimate alone = new QuantileEstimator(StratifiedRows.single(), .95)
                .of(new double[] {4}, .5, Quantile.MATH, QuantileInterval.MEAN);
        assertEquals(4, alone.quantile().number());
        assertEquals(Optional.of(Reason.SINGLE_PSU), alone.se().reason());
        assertFalse(alone.interval().isKnown());
        QuantileEstimate edge = ESTIMATOR.of(StratifiedRows.y(), .99, Quantile.MATH, QuantileInterval.XLOGIT);
        assertEquals(15, edge.quantile().number());
        assertEquals(
                Optional.of(Reason.INTERVAL_OUTSIDE_RANGE),
                edge.interval().upper().reason());
        assertEquals(Optional.of(Reason.INTERVAL_OUTSIDE_RANGE), edge.se().reason());
        QuantileEstimate low = ESTIMATOR.of(StratifiedRows.y(), .04, Quantile.MATH, QuantileInterval.MEAN);
        assertEquals(
                Optional.of(Reason.INTERVAL_OUTSIDE_RANGE),
                low.interval().lower().reason());
        assertEquals(Optional.of(Reason.INTERVAL_OUTSIDE_RANGE), low.se().reason());
        assertThrows(
                IllegalArgumentException.class,
                () -> ESTIMATOR.of(StratifiedRows.y(), 1, Quantile.MATH, QuantileInterval.MEAN));
        assertThrows(
                IllegalArgumentException.class,
                () -> ESTIMATOR.of(StratifiedRows.y(), 0, Quantile.MATH, QuantileInterval.MEAN));
    }
}
