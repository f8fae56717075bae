package tw.minsheng.statistics.compare.wave;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import tw.minsheng.statistics.Reason;

/** R 4.2.2: {@code prop.trend.test prop.test}. */
class TrendTest {

    private static final long[] YES = {15, 10, 5};
    private static final long[] N = {30, 30, 30};
    private static final double[] TIMES = {1, 2, 3};

    @Test
    void aShareFalls() {
        ProportionTrend found = ProportionTrend.linear(YES, N, TIMES);
        assertEquals(7.5, found.x2().number(), 1e-12);
        assertEquals(1, found.df());
        assertEquals(0.006169899320544167, found.p().number(), 1e-13);
        ProportionTrend apart = ProportionTrend.linear(YES, new long[] {30, 25, 40}, new double[] {1, 2, 5});
        assertEquals(12.26783579115185, apart.x2().number(), 1e-12);
        ProportionTrend years = ProportionTrend.linear(YES, N, new double[] {2021, 2023, 2025});
        assertEquals(7.5, years.x2().number(), 1e-9);
    }

    @Test
    void sharesDiffer() {
        ProportionTrend found = ProportionTrend.equality(YES, N);
        assertEquals(7.5, found.x2().number(), 1e-12);
        assertEquals(2, found.df());
        assertEquals(0.02351774585600911, found.p().number(), 1e-14);
        assertEquals(
                0,
                ProportionTrend.equality(new long[] {3, 6}, new long[] {5, 10})
                        .x2()
                        .number(),
                1e-14);
    }

    @Test
    void wavesThatCannotBeComparedSayWhy() {
        long[] two = {3, 4};
        long[] ten = {10, 10};
        assertEquals(
                Optional.of(Reason.N_TOO_SMALL),
                ProportionTrend.linear(two, ten, TIMES).x2().reason());
        assertEquals(
                Optional.of(Reason.N_TOO_SMALL),
                ProportionTrend.equality(new long[] {1}, new long[] {2}).p().reason());
        assertEquals(
                Optional.of(Reason.NO_VARIATION),
                ProportionTrend.linear(N, N, TIMES).p().reason());
        assertEquals(
                Optional.of(Reason.NO_VARIATION),
                ProportionTrend.linear(YES, N, new double[] {4, 4, 4}).p().reason());
        assertEquals(
                Optional.of(Reason.NO_VARIATION),
                ProportionTrend.equality(N, N).x2().reason());
        assertThrows(IllegalArgumentException.class, () -> ProportionTrend.equality(new long[] {2}, new long[] {1}));
        assertThrows(IllegalArgumentException.class, () -> ProportionTrend.linear(two, new long[] {0, 9}, TIMES));
    }
}
