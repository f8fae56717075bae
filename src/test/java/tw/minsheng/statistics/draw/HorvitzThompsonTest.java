package tw.minsheng.statistics.draw;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import tw.minsheng.statistics.Reason;

class HorvitzThompsonTest {

    /**
     * y/π = 20, 8, 5; 1 − π = .5, .75, 0; a = .4, .6, 0; A = 12.8; Σ(1 − π)(y/π − A)² = .5·51.84 + .75·23.04 = 43.2; 1 − Σa² = .48.
     */
    @Test
    void totalMeanAndVarianceByHand() {
        HorvitzThompson of = HorvitzThompson.of(new double[] {10, 2, 5}, new double[] {.5, .25, 1});
        assertEquals(33, of.total().number(), 1e-12);
        assertEquals(33.0 / 7, of.hajekMean().number(), 1e-12);
        assertEquals(90, of.variance().number(), 1e-12);
    }

    @Test
    void whereNothingOrOneWasDrawnByChanceThereIsNoVariance() {
        HorvitzThompson census = HorvitzThompson.of(new double[] {1, 2}, new double[] {1, 1});
        assertEquals(3, census.total().number());
        assertEquals(Reason.CENSUS, census.variance().reason().orElseThrow());
        HorvitzThompson one = HorvitzThompson.of(new double[] {1, 2}, new double[] {.5, 1});
        assertEquals(4, one.total().number());
        assertEquals(Reason.N_TOO_SMALL, one.variance().reason().orElseThrow());
    }

    @Test
    void impossibleSamplesAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> HorvitzThompson.of(new double[0], new double[0]));
        assertThrows(IllegalArgumentException.class, () -> HorvitzThompson.of(new double[1], new double[] {.5, .5}));
        assertThrows(IllegalArgumentException.class, () -> HorvitzThompson.of(new double[1], new double[] {0}));
        assertThrows(IllegalArgumentException.class, () -> HorvitzThompson.of(new double[1], new double[] {1.1}));
    }
}
