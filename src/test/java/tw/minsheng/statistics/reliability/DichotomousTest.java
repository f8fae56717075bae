package tw.minsheng.statistics.reliability;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import tw.minsheng.statistics.Reason;

/** KR-20 and KR-21 of six people and four items that are right or wrong; numbers by hand in R. */
class DichotomousTest {

    private static final double[] DIFFICULTIES = {4 / 6.0, .5, 1 / 6.0, 4 / 6.0};

    @Test
    void bothFormulas() {
        assertEquals(2 / 3.0, Dichotomous.kr20(DIFFICULTIES, 2, 6).number(), 1e-12);
        assertEquals(8 / 15.0, Dichotomous.kr21(4, 2, 2, 6).number(), 1e-12);
    }

    @Test
    void twoItemsAreTheLeast() {
        assertEquals(
                Optional.of(Reason.TOO_FEW_ITEMS), Dichotomous.kr21(1, .5, 1, 6).reason());
        assertEquals(2 * (1 - .5 / (.5 * 5 / 6)), Dichotomous.kr21(2, 1, .5, 6).number(), 1e-12);
    }

    @Test
    void nobodyAndEqualTotalsHaveNoVariation() {
        assertEquals(
                Optional.of(Reason.NO_VARIATION),
                Dichotomous.kr20(DIFFICULTIES, 0, 6).reason());
        assertEquals(
                Optional.of(Reason.NO_VARIATION),
                Dichotomous.kr20(DIFFICULTIES, 2, 0).reason());
        assertEquals(
                Optional.of(Reason.NO_VARIATION),
                Dichotomous.kr20(DIFFICULTIES, 2, 1).reason());
    }
}
