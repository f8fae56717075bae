package tw.minsheng.statistics.factor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.moments.SymmetricMatrix;

/** 收斂效度與區別效度 by hand. */
class ConstructTest {

    private static final int[] FIRST = {0, 1, 2};
    private static final int[] SECOND = {3, 4};

    /** Within: .5 .6 .4 and .7; between: −.1 to .3. */
    private static SymmetricMatrix correlation() {
        return SymmetricMatrix.of(new double[][] {
            {1, .5, .6, .2, -.1},
            {.5, 1, .4, .3, .1},
            {.6, .4, 1, .2, .3},
            {.2, .3, .2, 1, .7},
            {-.1, .1, .3, .7, 1}
        });
    }

    @Test
    void reliabilityAndVarianceOfLoadings() {
        // 1.5² over 1.5² + (1 − .64) + (1 − .49)
        assertEquals(
                2.25 / (2.25 + .36 + .51),
                Construct.compositeReliability(.8, .7).number(),
                1e-15);
        assertEquals((.64 + .49) / 2, Construct.averageVariance(.8, .7).number(), 1e-15);
        assertEquals(Optional.of(Reason.NO_DATA), Construct.averageVariance().reason());
    }

    @Test
    void heterotraitOverMonotrait() {
        assertEquals(
                .2 / StrictMath.sqrt(.5 * .7),
                Construct.htmt(correlation(), FIRST, SECOND).number(),
                1e-14);
        double between = StrictMath.pow(.2 * .1 * .3 * .1 * .2 * .3, 1 / 6.0);
        double within = StrictMath.cbrt(.5 * .6 * .4);
        assertEquals(
                between / StrictMath.sqrt(within * .7),
                Construct.htmt2(correlation(), FIRST, SECOND).number(),
                1e-14);
    }

    @Test
    void oneItemHasNoTraitOfItsOwn() {
        assertEquals(
                Optional.of(Reason.TOO_FEW_ITEMS),
                Construct.htmt(correlation(), FIRST, new int[] {4}).reason());
        assertEquals(
                "1",
                Construct.htmt(correlation(), new int[] {0}, SECOND)
                        .reasonArgs()
                        .get("k"));
        SymmetricMatrix apart = SymmetricMatrix.of(4, (i, j) -> i == j ? 1 : 0);
        assertEquals(
                Optional.of(Reason.ZERO_DENOMINATOR),
                Construct.htmt(apart, new int[] {0, 1}, new int[] {2, 3}).reason());
    }

    @Test
    void apartIsAboveEveryCorrelation() {
        FactorMatrix correlations = FactorMatrix.of(3, 3, (i, j) -> i == j ? 1 : i + j == 1 ? .5 : -.75);
        assertTrue(Construct.isApart(.5626, 0, correlations));
        assertFalse(Construct.isApart(.5625, 0, correlations));
        assertFalse(Construct.isApart(.3, 1, correlations));
        assertTrue(Construct.isApart(.6, 2, correlations));
    }
}
