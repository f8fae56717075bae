package tw.minsheng.statistics.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Special cases that have a formula of their own, and R 4.2.2 where none has. */
class ClosedFormsTest {

    private static void assertRelative(double expected, double actual) {
        assertEquals(expected, actual, 1e-11 * StrictMath.abs(expected));
    }

    /** The range of two numbers is √2·|t|. */
    @ParameterizedTest
    @ValueSource(doubles = {2.5, 12, 300})
    void theRangeOfTwoIsStudents(double df) {
        for (double q : new double[] {.5, 4.5}) {
            assertRelative(StudentT.twoSided(q / StrictMath.sqrt(2), df), StudentizedRange.upperTail(q, 2, df));
        }
    }

    /** Rounding once left more of a number below itself than there was: no number at all. */
    @Test
    void almostNoRangeIsAlmostCertainlyPassed() {
        assertRelative(StudentT.twoSided(.1 / StrictMath.sqrt(2), 1), StudentizedRange.upperTail(.1, 2, 1));
        assertEquals(1, StudentizedRange.upperTail(.001, 4, 1), .001);
    }

    /** R: ptukey(q, k, df, lower.tail = FALSE), which is good to 2e-10; quantiles by SciPy's studentized_range.ppf. */
    @Test
    void theRangeOfSeveral() {
        assertEquals(.05589184908205935, StudentizedRange.upperTail(3.5, 3, 20), 2e-10);
        assertEquals(.07017189865408946, StudentizedRange.upperTail(4.2, 5, 12.5), 2e-10);
        assertEquals(.9993712212322847, StudentizedRange.upperTail(1, 10, 60), 2e-10);
        assertEquals(3.57793472522, StudentizedRange.quantile(.95, 3, 20), 2e-10);
        assertEquals(1, StudentizedRange.upperTail(0, 3, 20));
        assertEquals(1, StudentizedRange.upperTail(-1, 3, 20));
    }

    @Test
    void aRangeNeedsTwoNumbersAndADeviation() {
        assertThrows(IllegalArgumentException.class, () -> StudentizedRange.upperTail(1, 1, 5));
        assertThrows(IllegalArgumentException.class, () -> StudentizedRange.upperTail(1, 2, 0));
        assertThrows(IllegalArgumentException.class, () -> StudentizedRange.quantile(1, 2, 5));
        assertThrows(IllegalArgumentException.class, () -> StudentizedRange.quantile(0, 2, 5));
    }

    /** mpmath, 30 digits: the integral of φ(u)·Φ((y − r·u)/√(1 − r²)). */
    @ParameterizedTest
    @CsvSource({
        ".5, .3, .6, .5163193224414561",
        "-1.2, .7, -.4, .05882658303379568",
        "2, 1, .9, .8410961870367746",
        "-.3, -.8, -.85, .001809411331682117",
        "1.5, -.5, .2, .2962981144455396"
    })
    void twoNormals(double x, double y, double r, double expected) {
        assertEquals(expected, BivariateNormal.lowerTail(x, y, r), 1e-14);
        assertEquals(expected, BivariateNormal.lowerTail(y, x, r), 1e-14);
    }

    /** A quarter of the plane: 1/4 + arcsin(r)/2π (Sheppard 1899). */
    @ParameterizedTest
    @ValueSource(doubles = {-.9, -.5, 0, .3, .92})
    void aQuarterOfThePlane(double r) {
        double expected = .25 + StrictMath.asin(r) / (2 * StrictMath.PI);
        assertEquals(expected, BivariateNormal.lowerTail(0, 0, r), 1e-15);
    }

    /** φ(x)·φ((y − r·x)/√(1 − r²))/√(1 − r²). */
    @ParameterizedTest
    @ValueSource(doubles = {-.7, 0, .6})
    void densityOfTwoNormals(double r) {
        double root = StrictMath.sqrt(1 - r * r);
        double expected = Normal.density(1.2) * Normal.density((-.5 - r * 1.2) / root) / root;
        assertRelative(expected, BivariateNormal.density(1.2, -.5, r));
    }

    /** Far below any double: R, pchisq(3000, 4, lower.tail = FALSE, log.p = TRUE); with 4 degrees of freedom e^(−x/2)(1 + x/2). */
    @Test
    void theLogarithmGoesOnWhereTheTailEnds() {
        assertEquals(-1500 + StrictMath.log(1501), ChiSquare.lnUpperTail(3000, 4), 1e-10);
        assertThrows(IllegalArgumentException.class, () -> ChiSquare.lnUpperTail(1, -4));
        assertThrows(IllegalArgumentException.class, () -> ChiSquare.lnUpperTail(1, Double.NaN));
    }

    @Test
    void quantiles() {
        assertRelative(-2 * StrictMath.log(.05), ChiSquare.upperQuantile(.05, 2)); // e^(−x/2)
        assertRelative(7.81472790325118, ChiSquare.upperQuantile(.05, 3)); // R: qchisq
        assertRelative(StrictMath.tan(.475 * StrictMath.PI), StudentT.halfWidth(.95, 1)); // Cauchy
        assertRelative(3.182446305283708, StudentT.halfWidth(.95, 3)); // R: qt(.975, 3)
    }

    /** A tiny share keeps its digits: 1 − p would have lost them. */
    @Test
    void tinyShares() {
        double p = 1e-12;
        // F with 2 and m degrees of freedom: P(F ≤ x) = 1 − (1 + 2x/m)^(−m/2)
        assertRelative(99 * StrictMath.expm1(-StrictMath.log1p(-p) / 99), FisherF.quantile(p, 2, 198));
        assertRelative(1e-3, BetaDistribution.quantile(p, 4, 1)); // x⁴
    }

    /** Where the border found by doubling is the answer itself. */
    @Test
    void anAnswerAtTheBorder() {
        assertEquals(1, Inversion.solveFalling(x -> 1 / (1 + x), .5));
        assertEquals(4, Inversion.solveFalling(x -> 1 / (1 + x), .2), 1e-14);
        assertEquals(.25, Inversion.solveFalling(x -> 1 / (1 + x), .8), 1e-15);
    }

    @Test
    void urnsWithoutSomething() {
        assertEquals(0, Hypergeometric.upperTail(1, 0, 3, 2));
        assertEquals(1, Hypergeometric.upperTail(0, 0, 3, 2));
        assertEquals(0, Hypergeometric.upperTail(1, 4, 4, 0));
        assertEquals(1, Hypergeometric.upperTail(0, 4, 4, 0));
        assertThrows(IllegalArgumentException.class, () -> Hypergeometric.upperTail(0, -1, 4, 1));
        assertThrows(IllegalArgumentException.class, () -> Hypergeometric.upperTail(0, 4, -1, 1));
        assertThrows(IllegalArgumentException.class, () -> Hypergeometric.upperTail(0, 4, 4, -1));
    }

    /** The other way round: also where it is larger than x, and in both tails. */
    @ParameterizedTest
    @ValueSource(doubles = {.9, .3, .01, 1e-4})
    void noncentralityTurnsTheTailRound(double p) {
        double found = NoncentralChiSquare.noncentrality(8, 3, p);
        assertRelative(p, NoncentralChiSquare.lowerTail(8, 3, found));
        assertRelative(1 - p, NoncentralChiSquare.upperTail(8, 3, found));
        assertEquals(ChiSquare.upperTail(5, 3), NoncentralChiSquare.upperTail(5, 3, 0));
    }
}
