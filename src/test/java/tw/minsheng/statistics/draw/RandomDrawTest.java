package tw.minsheng.statistics.draw;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tw.minsheng.statistics.distribution.SplitMix64;

class RandomDrawTest {

    /** Of seed 42 the first three numbers are bdd7…, 28ef…, 4752…: without a sign the second is the smallest and the first the largest. */
    @Test
    void smallestNumbersWinAndHaveNoSign() {
        assertArrayEquals(new int[] {1}, RandomDraw.of(3, 1, new SplitMix64(42)));
        assertArrayEquals(new int[] {1, 2}, RandomDraw.of(3, 2, new SplitMix64(42)));
        assertArrayEquals(new int[] {0, 1, 2}, RandomDraw.of(3, 3, new SplitMix64(42)));
        assertArrayEquals(new int[0], RandomDraw.of(3, 0, new SplitMix64(42)));
    }

    /** A row has one number, whichever stratum it is in. */
    @Test
    void everyStratumGivesItsOwnSmallest() {
        int[] strata = {0, 1, 0, 1, 0, 1};
        SplitMix64 random = new SplitMix64(7);
        long[] numbers = IntStream.range(0, 6).mapToLong(i -> random.nextLong()).toArray();
        int first = IntStream.of(0, 2, 4)
                .boxed()
                .min((a, b) -> Long.compareUnsigned(numbers[a], numbers[b]))
                .orElseThrow();
        int last = IntStream.of(1, 3, 5)
                .boxed()
                .max((a, b) -> Long.compareUnsigned(numbers[a], numbers[b]))
                .orElseThrow();
        int[] drawn = RandomDraw.of(strata, new int[] {1, 2}, new SplitMix64(7));
        assertEquals(3, drawn.length);
        assertTrue(Arrays.stream(drawn).anyMatch(row -> row == first));
        assertTrue(Arrays.stream(drawn).noneMatch(row -> row == last));
        assertArrayEquals(Arrays.stream(drawn).sorted().toArray(), drawn);
    }

    /**
     * How often each of 20 rows is among the 5 drawn, in 100,000 draws. Counts of draws without replacement have the variance
     * R·f(1 − f) and sum to nR, so Σ(c − E)²·(N − 1)/(N·E(1 − f)) is χ² with 19 degrees; qchisq(.9999, 19) = 50.8, qchisq(.0001, 19) = 4.0.
     */
    @Test
    void everyRowIsDrawnEquallyOften() {
        int[] counts = new int[20];
        for (int seed = 0; seed < 100_000; seed++) {
            for (int row : RandomDraw.of(20, 5, new SplitMix64(seed))) {
                counts[row]++;
            }
        }
        double expected = 25_000;
        double square = Arrays.stream(counts)
                .mapToDouble(count -> (count - expected) * (count - expected))
                .sum();
        double chi = square / (expected * .75) * 19 / 20;
        assertTrue(chi > 4 && chi < 50.8, "χ² = " + chi);
    }

    @Test
    void moreThanThereAreIsRefused() {
        SplitMix64 random = new SplitMix64(1);
        assertThrows(IllegalArgumentException.class, () -> RandomDraw.of(3, 4, random));
        assertThrows(IllegalArgumentException.class, () -> RandomDraw.of(3, -1, random));
        assertThrows(
                IllegalArgumentException.class, () -> RandomDraw.of(new int[] {0, 0, 1}, new int[] {1, 2}, random));
    }
}
