package tw.minsheng.statistics.estimate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import tw.minsheng.statistics.Reason;

class CountedValuesTest {

    @Test
    void whatIsNoTableIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new CountedValues(new double[] {1}, new long[] {1, 2}));
        assertThrows(IllegalArgumentException.class, () -> new CountedValues(new double[] {1, 1}, new long[] {1, 2}));
        assertThrows(IllegalArgumentException.class, () -> new CountedValues(new double[] {2, 1}, new long[] {1, 2}));
        assertThrows(IllegalArgumentException.class, () -> new CountedValues(new double[] {1, 2}, new long[] {1, -1}));
        assertThrows(
                IllegalArgumentException.class,
                () -> new CountedValues(new double[] {Double.POSITIVE_INFINITY}, new long[] {1}));
    }

    @Test
    void aValueMayNotOccur() {
        CountedValues table = new CountedValues(new double[] {-2, 1, 9}, new long[] {3, 0, 1});
        assertEquals(4, table.n());
        assertEquals(3 / 4.0, table.mean().number());
        assertEquals(-2, table.quantile(Quantile.SCHOOL, .5).number());
        assertEquals(3.5, table.quantile(Quantile.SCHOOL, .75).number()); // halfway from −2 to 9, past what nobody said
    }

    @Test
    void singleValuesBecomeATable() {
        CountedValues table = CountedValues.of(5, -0.0, 5, 2.5, 0, 5);
        assertArrayEquals(new double[] {0, 2.5, 5}, table.values());
        assertArrayEquals(new long[] {2, 1, 3}, table.counts());
        assertEquals(6, table.n());
        assertEquals(17.5 / 6, table.mean().number(), 1e-15);
        assertEquals(3.75, table.quantile(Quantile.SCHOOL, .5).number());
        assertEquals(2.5, table.quantile(Quantile.MATH, .5).number());
        assertArrayEquals(new double[] {0}, CountedValues.of(-0.0).values()); // 0.0 with its sign
    }

    @Test
    void noValuesHaveNoMean() {
        assertEquals(Optional.of(Reason.NO_DATA), CountedValues.NONE.mean().reason());
        assertEquals(
                Optional.of(Reason.NO_DATA),
                CountedValues.of().quantile(Quantile.MATH, .5).reason());
        assertEquals(0, CountedValues.NONE.n());
    }

    @Test
    void aTableDoesNotChangeBehindOurBack() {
        CountedValues table = CountedValues.of(1, 2);
        table.values()[0] = 7;
        table.counts()[0] = 7;
        assertEquals(1.5, table.mean().number());
    }
}
