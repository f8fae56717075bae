package tw.minsheng.statistics.sampling;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Against hand-coded R over the school types of {@code survey}'s apipop (N_h and S_h of api00). */
class AllotmentTest {

    private static final long[] SIZES = {4421, 755, 1018};
    private static final double[] SDS = {131.346298561464, 107.656253591749, 124.717055904762};

    private static double[] shares(double[] costs) {
        return IntStream.range(0, 3)
                .mapToDouble(h -> SIZES[h] * SDS[h] / Math.sqrt(costs[h]))
                .toArray();
    }

    private static double[] exact(Allotment allotment) {
        return allotment.exact().stream().mapToDouble(Double::doubleValue).toArray();
    }

    @Test
    void sharesAgreeWithR() {
        Allotment proportional = Allotment.free(new double[] {4421, 755, 1018}, 200);
        assertArrayEquals(
                new double[] {142.751049402648, 24.3784307394253, 32.870519857927}, exact(proportional), 1e-12);
        assertEquals(List.of(143L, 24L, 33L), proportional.whole());
        Allotment neyman = Allotment.capped(SIZES, shares(new double[] {1, 1, 1}), 200);
        assertArrayEquals(new double[] {147.208521117857, 20.6053886453453, 32.186090236798}, exact(neyman), 1e-11);
        assertEquals(List.of(147L, 21L, 32L), neyman.whole());
        assertEquals(List.of(), neyman.takeAll());
        Allotment cheapest = Allotment.free(shares(new double[] {1, 4, 2}), 200);
        assertArrayEquals(new double[] {163.319845800155, 11.4302788678781, 25.2498753319665}, exact(cheapest), 1e-11);
        assertEquals(List.of(163L, 12L, 25L), cheapest.whole());
        assertEquals(
                List.of(27L, 4L, 6L),
                Allotment.free(shares(new double[] {1, 1, 1}), 37).whole());
    }

    @Test
    void errorsAgreeWithR() {
        assertEquals(
                8.87607797072624,
                Allotment.standardError(SIZES, SDS, new double[] {142.751049402648, 24.3784307394253, 32.870519857927}),
                1e-10);
        assertEquals(
                11.7511652524756,
                Allotment.standardError(SIZES, SDS, new double[] {200 / 3.0, 200 / 3.0, 200 / 3.0}),
                1e-11);
    }

    @Test
    void aSmallStratumOfGreatSpreadIsTakenWhole() {
        long[] sizes = {1000, 2000, 3000, 20};
        double[] shares = {12_000, 10_000, 9_000, 8_000};
        assertEquals(List.of(37L, 31L, 28L, 24L), Allotment.free(shares, 120).whole());
        Allotment capped = Allotment.capped(sizes, shares, 120);
        assertArrayEquals(new double[] {38.7096774193548, 32.258064516129, 29.0322580645161, 20}, exact(capped), 1e-12);
        assertEquals(List.of(39L, 32L, 29L, 20L), capped.whole());
        assertEquals(List.of(3), capped.takeAll());
    }

    @Test
    void aCensusTakesAll() {
        assertEquals(
                List.of(2L, 3L),
                Allotment.capped(new long[] {2, 3}, new double[] {1, 1}, 5).whole());
        assertEquals(
                List.of(0L, 0L),
                Allotment.capped(new long[] {2, 3}, new double[] {0, 0}, 0).whole());
        assertThrows(IllegalArgumentException.class, () -> Allotment.capped(new long[] {2, 3}, new double[] {1, 1}, 6));
        assertThrows(
                IllegalArgumentException.class, () -> Allotment.capped(new long[] {2, 3}, new double[] {1, 1}, -1));
        assertThrows(IllegalArgumentException.class, () -> Allotment.capped(new long[] {2, 3}, new double[] {0, 0}, 1));
    }

    /** Raising the second stratum to 5 brings the third below it, too. */
    @Test
    void theSmallAreRaisedToTheMinimum() {
        Allotment raised = Allotment.withMinimum(new long[] {900, 10, 52}, 100, 5);
        assertEquals(List.of(90L, 5L, 5L), raised.whole());
        assertEquals(List.of(), raised.takeAll());
        assertEquals(
                List.of(5L, 5L),
                Allotment.withMinimum(new long[] {90, 10}, 10, 5).whole());
        assertThrows(IllegalArgumentException.class, () -> Allotment.withMinimum(new long[] {90, 10}, 9, 5));
    }

    /** By hand: 60 by 100, 20 and 1 of sizes 50, 40 and 30, with 10 from each: 46.67 beyond no border, 10 and 10 raised first. */
    @Test
    void minimumsAndWholeStrataTogether() {
        long[] sizes = {50, 40, 30, 6};
        Allotment between = Allotment.between(sizes, new double[] {100, 20, 1, 0}, 66, 10);
        assertArrayEquals(new double[] {40, 10, 10, 6}, exact(between), 1e-12);
        assertEquals(List.of(3), between.takeAll());
        Allotment high = Allotment.between(sizes, new double[] {100, 20, 1, 0}, 86, 10);
        assertArrayEquals(new double[] {50, 20, 10, 6}, exact(high), 1e-12);
        assertEquals(List.of(0, 3), high.takeAll());
        assertThrows(IllegalArgumentException.class, () -> Allotment.between(sizes, shares(new double[4]), 35, 10));
    }

    /** Whatever is asked, nobody gives more than there is or less than the minimum, and the sum is n. */
    @Test
    void bordersHoldForAnyShares() {
        java.util.Random random = new java.util.Random(5);
        for (int run = 0; run < 2_000; run++) {
            int strata = 1 + random.nextInt(6);
            long[] sizes = new long[strata];
            double[] shares = new double[strata];
            for (int h = 0; h < strata; h++) {
                sizes[h] = 1L + random.nextInt(60);
                shares[h] = 0.01 + random.nextDouble() * random.nextInt(1_000);
            }
            long least = random.nextInt(12);
            long floor = java.util.Arrays.stream(sizes)
                    .map(size -> Math.min(size, least))
                    .sum();
            long all = java.util.Arrays.stream(sizes).sum();
            long n = floor + (all == floor ? 0 : random.nextInt((int) (all - floor) + 1));
            Allotment found = Allotment.between(sizes, shares, n, least);
            assertEquals(n, found.whole().stream().mapToLong(Long::longValue).sum());
            for (int h = 0; h < strata; h++) {
                long given = found.whole().get(h);
                assertTrue(given >= Math.min(sizes[h], least) && given <= sizes[h], run + ": " + found);
            }
        }
    }
}
