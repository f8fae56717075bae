package tw.minsheng.statistics.cases;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tw.minsheng.statistics.distribution.SplitMix64;

/** R 4.2.2: {@code p.adjust}. */
class MultipleTestingTest {

    private static final double[] P = {.04, .01, .03, .2};

    @Test
    void stepUp() {
        assertArrayEquals(new double[] {.08, .04, .08, .2}, MultipleTesting.HOCHBERG.adjusted(P), 1e-15);
        assertArrayEquals(
                new double[] {1 / 9.0, 1 / 12.0, 1 / 9.0, 5 / 12.0},
                MultipleTesting.BENJAMINI_YEKUTIELI.adjusted(P),
                1e-15);
    }

    @Test
    void closedTesting() {
        assertArrayEquals(new double[] {.08, .04, .06, .2}, MultipleTesting.HOMMEL.adjusted(P), 1e-15);
        double[] five = {.01, .02, .03, .04, .05};
        assertArrayEquals(new double[] {.05, .05, .05, .05, .05}, MultipleTesting.HOMMEL.adjusted(five), 1e-15);
        assertArrayEquals(new double[] {.03}, MultipleTesting.HOMMEL.adjusted(new double[] {.03}), 0);
        assertArrayEquals(new double[0], MultipleTesting.HOMMEL.adjusted(new double[0]), 0);
    }

    /** Holm is no stronger than Hochberg, Hochberg no stronger than Hommel, and none takes a p below itself. */
    @Test
    void rulesStandInOrder() {
        SplitMix64 random = new SplitMix64(3);
        for (int round = 0; round < 200; round++) {
            double[] p = new double[1 + round % 9];
            for (int i = 0; i < p.length; i++) {
                p[i] = random.nextUniform() * random.nextUniform();
            }
            double[] holm = MultipleTesting.HOLM.adjusted(p);
            double[] hochberg = MultipleTesting.HOCHBERG.adjusted(p);
            double[] hommel = MultipleTesting.HOMMEL.adjusted(p);
            for (int i = 0; i < p.length; i++) {
                assertTrue(holm[i] >= hochberg[i] - 1e-15);
                assertTrue(hochberg[i] >= hommel[i] - 1e-15);
                assertTrue(hommel[i] >= p[i]);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void oneTestStaysAndNoProbabilityIsRefused(MultipleTesting rule) {
        assertArrayEquals(new double[] {.2}, rule.adjusted(new double[] {.2}), 1e-16);
        assertThrows(IllegalArgumentException.class, () -> rule.adjusted(new double[] {1.5}));
        assertThrows(IllegalArgumentException.class, () -> rule.adjusted(new double[] {Double.NaN}));
    }
}
