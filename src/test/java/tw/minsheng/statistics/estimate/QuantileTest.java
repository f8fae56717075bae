package tw.minsheng.statistics.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tw.minsheng.statistics.Reason;

class QuantileTest {

    private static final double[] VALUES = {1, 2, 3};

    private static double at(Quantile rule, double p, double... weights) {
        return rule.of(VALUES, weights, p).number();
    }

    @ParameterizedTest
    @EnumSource
    void onlySharesBetweenNothingAndAllHaveAQuantile(Quantile rule) {
        assertThrows(IllegalArgumentException.class, () -> rule.of(VALUES, new double[] {1, 1, 1}, 0));
        assertThrows(IllegalArgumentException.class, () -> rule.of(VALUES, new double[] {1, 1, 1}, 1));
        assertThrows(IllegalArgumentException.class, () -> rule.of(VALUES, new double[] {1, 1}, .5));
        assertEquals(
                Optional.of(Reason.NO_DATA), rule.of(VALUES, new double[3], .5).reason());
    }

    @Test
    void aTieGoesToTheNextValueThatOccurs() {
        assertEquals(1, at(Quantile.MATH, .5, 1, 0, 1));
        assertEquals(2, at(Quantile.SCHOOL, .5, 1, 0, 1));
        assertEquals(2.5, at(Quantile.SCHOOL, .5, 0, 1, 1));
    }

    /** A value nobody gave is no quantile, not even where it comes first. */
    @ParameterizedTest
    @EnumSource
    void whatNobodySaidIsPassedOver(Quantile rule) {
        // HF7 goes on from the first value at once
        assertEquals(2, at(rule, 1e-13, 0, 1, 1), 1e-12);
    }

    /** Sums of weights are rounded: up to 1e-12 of the total a cumulative share counts as the share asked for. */
    @Test
    void almostTheShareIsTheShare() {
        double below = .5 - 1e-12;
        assertEquals(1, at(Quantile.MATH, .5, below, 1 - below, 0));
        assertEquals(1.5, at(Quantile.SCHOOL, .5, below, 1 - below, 0));
        double above = .5 + 1e-12;
        assertEquals(1.5, at(Quantile.SCHOOL, .5, above, 1 - above, 0));
        assertEquals(1, at(Quantile.SCHOOL, .5, .5 + 1e-11, .5 - 1e-11, 0));
        assertEquals(2, at(Quantile.MATH, .5, .5 - 1e-11, .5 + 1e-11, 0));
    }

    /** The same with weights that add up to a country or to a billionth. */
    @Test
    void theSizeOfTheWeightsDoesNotMatter() {
        for (double total : new double[] {1e-9, 1, 23e6}) {
            double below = (.5 - 5e-13) * total;
            double above = (.5 + 5e-13) * total;
            assertEquals(1.5, at(Quantile.SCHOOL, .5, below, total - below, 0));
            assertEquals(1.5, at(Quantile.SCHOOL, .5, above, total - above, 0));
            assertEquals(1, at(Quantile.SCHOOL, .5, .5001 * total, .4999 * total, 0));
            assertEquals(2, at(Quantile.SCHOOL, .5, .4999 * total, .5001 * total, 0));
        }
    }

    /** Nothing comes after the last value, so there is nothing to go halfway to. */
    @Test
    void theLastValueStaysWhatItIs() {
        assertEquals(3, at(Quantile.SCHOOL, 1 - 1e-13, 1, 1, 1));
        assertEquals(2, at(Quantile.SCHOOL, 1 - 1e-13, 1, 1, 0));
    }
}
