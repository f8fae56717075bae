package tw.minsheng.statistics.reliability;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import tw.minsheng.statistics.moments.SymmetricMatrix;

/** Spearman–Brown for halves that go against each other; numbers by hand. */
class SplitHalfTest {

    /** Two items with this correlation. */
    private static SymmetricMatrix pair(double r) {
        return SymmetricMatrix.of(2, (i, j) -> i == j ? 1 : r);
    }

    /** Of halves of equal length both formulas are one. */
    @Test
    void unequalLengthOfEqualHalvesIsTheUsualFormula() {
        for (double r : new double[] {-.9, -.5, -.01, 0, .3, .8}) {
            SplitHalf halves = SplitHalf.firstSecond(pair(r));
            assertEquals(2 * r / (1 + r), halves.equalLength().number(), 1e-12);
            assertEquals(2 * r / (1 + r), halves.unequalLength().number(), 1e-12);
        }
    }

    /** Two items without relation against a third: r −.4, k1·k2/k² 2/9. */
    @Test
    void aNegativeCorrelationOfTheHalvesStaysNegative() {
        SymmetricMatrix covariance =
                SymmetricMatrix.of(3, (i, j) -> i == j ? 1 : i == 2 ? -.2 * StrictMath.sqrt(2) : 0);
        SplitHalf halves = SplitHalf.firstSecond(covariance);
        assertEquals(-.4, halves.halves().number(), 1e-12);
        assertEquals(-1.448775, halves.unequalLength().number(), 1e-6);
    }
}
