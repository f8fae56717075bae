package tw.minsheng.statistics.draw;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Against R: {@code sys <- function(N, n, u) { k <- N/n; floor(u*k + k*(0:(n-1))) + 1 }}. */
class SystematicDrawTest {

    private static int[] fromOne(int rows, int n, double u) {
        return Arrays.stream(SystematicDraw.of(rows, n, u)).map(row -> row + 1).toArray();
    }

    @Test
    void agreesWithR() {
        assertArrayEquals(new int[] {4, 14, 24, 34, 44, 54, 64, 74, 84, 94}, fromOne(100, 10, .37));
        assertArrayEquals(new int[] {2, 4, 6}, fromOne(7, 3, .5));
        int[] many = fromOne(1068, 97, .913);
        assertArrayEquals(new int[] {11, 22, 33, 44, 55}, Arrays.copyOf(many, 5));
        assertEquals(97, many.length);
    }

    /** Also where n does not divide N every row comes with n/N: 3/7 of 7,000 starts. */
    @Test
    void everyRowHasTheSameProbability() {
        int[] counts = new int[7];
        for (int start = 0; start < 7_000; start++) {
            for (int row : SystematicDraw.of(7, 3, (start + .5) / 7_000)) {
                counts[row]++;
            }
        }
        assertArrayEquals(new int[] {3_000, 3_000, 3_000, 3_000, 3_000, 3_000, 3_000}, counts);
    }

    @Test
    void theLastStartStaysInside() {
        assertEquals(2, SystematicDraw.of(3, 1, Math.nextDown(1.0))[0]);
        assertArrayEquals(new int[] {0, 1, 2}, SystematicDraw.of(3, 3, 0));
        assertThrows(IllegalArgumentException.class, () -> SystematicDraw.of(3, 4, 0));
        assertThrows(IllegalArgumentException.class, () -> SystematicDraw.of(3, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> SystematicDraw.of(3, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> SystematicDraw.of(3, 1, -.1));
    }
}
