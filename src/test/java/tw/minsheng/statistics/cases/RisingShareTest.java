package tw.minsheng.statistics.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RisingShareTest {

    @Test
    void whatCannotBeIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> RisingShare.of(6, 5, 0, 10));
        assertThrows(IllegalArgumentException.class, () -> RisingShare.of(0, 5, 0, 10));
        assertThrows(IllegalArgumentException.class, () -> RisingShare.of(5, 5, 10, 10));
    }

    /**
     * 30 of 100 after 50 of 500: share 80/600, a = 4/3, so cells 31.33, 78.67, 51.33, 458.67; δ = ln(.398305) − ln(.111919) =
     * 1.269446. p = Σ C(100, i)·C(500, 80 − i)/C(600, 80) over i from 30 on, in whole numbers.
     */
    @Test
    void aRiseIsMeasured() {
        RisingShare rise = RisingShare.of(30, 100, 50, 500);
        assertEquals(1.269446, rise.logOdds().number(), 1e-6);
        assertEquals(8.969245991395186e-7, rise.p().number(), 1e-16);
    }

    @Test
    void theSameShareIsNoRiseAndTurningTheTimesTurnsTheSign() {
        assertEquals(0, RisingShare.of(20, 100, 20, 100).logOdds().number(), 1e-12);
        assertEquals(
                -RisingShare.of(30, 100, 10, 100).logOdds().number(),
                RisingShare.of(10, 100, 30, 100).logOdds().number(),
                1e-12);
    }

    @Test
    void withoutTextsBeforeNothingIsARise() {
        assertEquals(1, RisingShare.of(5, 50, 0, 0).p().number());
    }

    /** Fewer texts before make a rise less likely by chance, down to none; more texts now, too. */
    @ParameterizedTest
    @CsvSource({"50,1000,13000", "5,5000,5000", "400,3000,9000", "7,30000,60000", "3,10,40"})
    void thePValueFallsAsTheTextsBeforeFall(long now, long of, long ofBefore) {
        for (long before = 1; before <= Math.min(ofBefore - 1, 500); before++) {
            double more = RisingShare.of(now, of, before, ofBefore).p().number();
            double fewer = RisingShare.of(now, of, before - 1, ofBefore).p().number();
            assertTrue(fewer < more || (fewer == more && more > .999_999), before + ": " + fewer + ", " + more);
            double later = RisingShare.of(now + 1, of, before, ofBefore).p().number();
            assertTrue(later < more || (later == more && more > .999_999), before + ": " + later + ", " + more);
        }
    }

    /** Five of five thousand where there was none before are no news by themselves: C(5000, 5)/C(10000, 5) = .0312. */
    @Test
    void fewTextsRiseLess() {
        assertEquals(.031218751564063, RisingShare.of(5, 5_000, 0, 5_000).p().number(), 1e-11);
        assertEquals(7.756510154563858e-11, RisingShare.of(5, 50, 0, 5_000).p().number(), 1e-20);
    }
}
