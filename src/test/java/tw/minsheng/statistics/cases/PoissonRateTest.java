package tw.minsheng.statistics.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.distribution.ChiSquare;

/** Expected values: R 4.2, {@code poisson.test(x)$conf.int} and {@code qchisq}. */
class PoissonRateTest {

    @Test
    void negativeEventsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> PoissonRate.of(-1, 1, .95));
        assertThrows(IllegalArgumentException.class, () -> PoissonRate.of(1, Double.NaN, .95));
        assertThrows(IllegalArgumentException.class, () -> ChiSquare.upperQuantile(1, 2));
    }

    @Test
    void nobodyThereHasNoRate() {
        PoissonRate none = PoissonRate.of(3, 0, .95);
        assertEquals(Reason.ZERO_DENOMINATOR, none.rate().reason().orElseThrow());
        assertFalse(none.ci().isKnown());
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 3.6888794541139354",
        "1, 0.025317807984289897, 5.571643390938898932",
        "5, 1.6234863901184209, 11.6683320793226653",
        "10, 4.7953886961324343, 18.3903560420177783",
        "100, 81.363991250923164, 121.626793792426369",
        "867, 810.24204070483313, 926.68538381369672"
    })
    void intervalsAreThoseOfR(long events, double lower, double upper) {
        PoissonRate rate = PoissonRate.of(events, 1, .95);
        assertEquals(lower, rate.ci().lower().number(), 1e-9 * Math.max(1, lower));
        assertEquals(upper, rate.ci().upper().number(), 1e-9 * upper);
        assertEquals((double) events, rate.rate().number());
    }

    @Test
    void exposureScalesTheRateAndItsLimits() {
        PoissonRate rate = PoissonRate.of(7, 2.5, .9);
        assertEquals(2.8, rate.rate().number(), 1e-15);
        assertEquals(1.3141262767578687, rate.ci().lower().number(), 1e-9);
        assertEquals(5.2592455209728470, rate.ci().upper().number(), 1e-9);
    }

    @ParameterizedTest
    @CsvSource({"1e-8, 41.633811009000176", ".3, 4.2758295147499048", ".999, 0.051134045616148038"})
    void quantilesOfChiSquareAreThoseOfR(double tail, double x) {
        assertEquals(x, ChiSquare.upperQuantile(tail, 3.5), 1e-9 * x);
    }

    @Test
    void theIntervalHoldsTheRateAndShrinksWithMoreEvents() {
        double before = Double.POSITIVE_INFINITY;
        for (long events = 1; events <= 4_096; events *= 2) {
            PoissonRate rate = PoissonRate.of(events, (double) events, .95);
            double width = rate.ci().upper().number() - rate.ci().lower().number();
            assertTrue(rate.ci().lower().number() < 1 && rate.ci().upper().number() > 1);
            assertTrue(width < before, events + " " + width);
            before = width;
        }
    }
}
