package tw.minsheng.statistics.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against R 4.2.2; the bivariate normal as the integral of dnorm(u)·pnorm((y − r·u)/√(1 − r²)), cut where it is steep. */
class TablesTest {

    private static void assertRelative(double expected, double actual) {
        assertEquals(expected, actual, 1e-12 * StrictMath.abs(expected));
    }

    @ParameterizedTest
    @CsvSource({
        "0.5, 0.3, 0.95, 0.599176380381854",
        "-0.2, 1.1, 0.93, 0.420731448015297",
        "1.3, 1.2, 0.99, 0.881286825546191",
        "-1.5, -1.4, 0.999, 0.0667797211344953",
        "2, -1, 0.96, 0.158655253931457",
        "0.5, 0.3, -0.95, 0.309605571765907",
        "1.2, -1.1, -0.97, 0.0320641757822862",
        "-0.4, 0.9, -0.999, 0.160518133042916",
        "0.7, 0.7, 0.94, 0.714773266928237",
        "0, 0, 0.95, 0.44945868794787",
        "-2.5, -2.2, 0.93, 0.00513176636390595",
        "3, 2.5, -0.94, 0.992440436642594"
    })
    void twoNormalsThatGoCloselyTogether(double x, double y, double r, double expected) {
        assertEquals(expected, BivariateNormal.lowerTail(x, y, r), 2e-14);
        assertEquals(expected, BivariateNormal.lowerTail(y, x, r), 2e-14);
    }

    /** One number twice, or a number and its negative. */
    @Test
    void twoNormalsOnALine() {
        assertEquals(Normal.lowerTail(-.3), BivariateNormal.lowerTail(.4, -.3, 1), 1e-15);
        assertEquals(Normal.lowerTail(.4) - Normal.lowerTail(.3), BivariateNormal.lowerTail(.4, -.3, -1), 1e-15);
        assertEquals(0, BivariateNormal.lowerTail(.2, -.3, -1));
        assertEquals(Normal.lowerTail(.7), BivariateNormal.lowerTail(Double.POSITIVE_INFINITY, .7, .5));
        assertEquals(Normal.lowerTail(.7), BivariateNormal.lowerTail(.7, Double.POSITIVE_INFINITY, .5));
        assertEquals(0, BivariateNormal.lowerTail(.7, Double.NEGATIVE_INFINITY, .5));
    }

    @Test
    void normal() {
        assertRelative(.3989422804014327, Normal.density(0));
        assertRelative(.1295175956658917, Normal.density(1.5));
        assertRelative(.05399096651318806, Normal.density(-2));
        double[] p = {.075, .925, .0749, .3, 1e-5, 1e-12, 1e-20};
        double[] z = {
            -1.439531470938456,
            1.439531470938456,
            -1.440238267527963,
            -.5244005127080407,
            -4.264890793922826,
            -7.034483825301132,
            -9.262340089798405
        };
        for (int i = 0; i < p.length; i++) {
            assertRelative(z[i], Normal.quantile(p[i]));
        }
    }

    @Test
    void student() {
        assertRelative(.8682742017643881, StudentT.upperTail(-1.3, 4));
        assertRelative(.1317257982356119, StudentT.upperTail(1.3, 4));
        assertRelative(.5, StudentT.upperTail(0, 4));
        assertRelative(.8682742017643881, StudentT.lowerTail(1.3, 4));
        assertRelative(.009057824534033353, StudentT.upperTail(2.5, 30));
        assertEquals(1, StudentT.twoSided(0, 4));
        assertRelative(-1.414923927650508, StudentT.quantile(.1, 7));
        assertRelative(1.414923927650508, StudentT.quantile(.9, 7));
    }

    @Test
    void chiSquare() {
        assertRelative(-.5837092681258449, ChiSquare.lnUpperTail(3, 4));
        assertRelative(-1.613705638880109, ChiSquare.lnUpperTail(6, 4));
        assertRelative(-18.35722809332235, ChiSquare.lnUpperTail(40, 3));
        assertRelative(-443.8885326604973, ChiSquare.lnUpperTail(900, 4));
        assertEquals(1, ChiSquare.upperTail(0, 4));
        assertEquals(0, ChiSquare.lowerTail(0, 4));
        assertRelative(.540238985790815, NoncentralChiSquare.lowerTail(5, 3, 2.5));
        assertRelative(.459761014209185, NoncentralChiSquare.upperTail(5, 3, 2.5));
        assertRelative(.759084844079174, NoncentralChiSquare.lowerTail(60, 10, 41));
        assertRelative(.240915155920826, NoncentralChiSquare.upperTail(60, 10, 41));
        assertEquals(0, NoncentralChiSquare.lowerTail(0, 3, 2.5));
        assertEquals(1, NoncentralChiSquare.upperTail(0, 3, 2.5));
        assertEquals(ChiSquare.lowerTail(5, 3), NoncentralChiSquare.lowerTail(5, 3, 0));
        assertEquals(2.5, NoncentralChiSquare.noncentrality(5, 3, .540238985790815), 1e-11);
        assertEquals(41, NoncentralChiSquare.noncentrality(60, 10, .759084844079174), 1e-9);
        assertEquals(0, NoncentralChiSquare.noncentrality(5, 3, .9));
    }

    @Test
    void fAndBeta() {
        assertRelative(.832168443554183, FisherF.lowerTail(2, 3, 12));
        assertRelative(.167831556445817, FisherF.upperTail(2, 3, 12));
        assertEquals(0, FisherF.lowerTail(0, 3, 12));
        assertEquals(1, FisherF.upperTail(0, 3, 12));
        assertRelative(.114355756710126, FisherF.quantile(.05, 3, 12));
        assertRelative(3.4902948194976, FisherF.quantile(.95, 3, 12));
        assertRelative(.835305898568287, FisherF.quantile(.5, 3, 12));
        assertRelative(.139880688269958, BetaDistribution.quantile(.2, 2, 5));
        assertRelative(.422447524846272, BetaDistribution.quantile(.8, 2, 5));
        assertRelative(.26444998329566, BetaDistribution.quantile(.5, 2, 5));
        assertEquals(0, BetaDistribution.lowerTail(0, 2, 5));
        assertEquals(1, BetaDistribution.lowerTail(1, 2, 5));
    }

    @Test
    void urns() {
        assertRelative(.241758241758242, Hypergeometric.upperTail(3, 6, 10, 5));
        assertRelative(.942307692307692, Hypergeometric.upperTail(1, 6, 10, 5));
        assertRelative(.00137362637362637, Hypergeometric.upperTail(5, 6, 10, 5));
        assertEquals(1, Hypergeometric.upperTail(1, 6, 2, 5));
        assertEquals(1, Hypergeometric.upperTail(3, 6, 2, 5));
        assertEquals(0, Hypergeometric.upperTail(6, 6, 10, 5));
        assertEquals(1, Hypergeometric.upperTail(0, 6, 0, 6));
        assertEquals(1, Binomial.probability(0, 4, 0));
        assertEquals(1, Binomial.probability(4, 4, 1));
        assertEquals(0, Binomial.probability(3, 4, 1));
    }

    @Test
    void whatLiesAtTheEndsIsFound() {
        assertEquals(2, Inversion.solve(x -> x, 2, 2, 5));
        assertEquals(5, Inversion.solve(x -> x, 5, 2, 5));
        assertEquals(3, Inversion.solve(x -> x, 3, 2, 5), 1e-12);
        assertEquals(8, Inversion.solveFalling(x -> 1 / (1 + x), 1 / 9.0), 1e-12);
    }

    @Test
    void parametersMustMakeADistribution() {
        List<DoubleUnaryOperator> ofParameter = List.of(
                df -> StudentT.twoSided(1, df),
                df -> ChiSquare.upperTail(1, df),
                df -> ChiSquare.lowerTail(1, df),
                df -> ChiSquare.lnUpperTail(1, df),
                df -> ChiSquare.upperQuantile(.5, df),
                df -> FisherF.upperTail(1, df, 2),
                df -> FisherF.upperTail(1, 2, df),
                df -> FisherF.lowerTail(1, df, 2),
                df -> FisherF.lowerTail(1, 2, df),
                a -> BetaDistribution.lowerTail(.5, a, 1),
                b -> BetaDistribution.lowerTail(.5, 1, b));
        for (DoubleUnaryOperator one : ofParameter) {
            assertThrows(IllegalArgumentException.class, () -> one.applyAsDouble(0));
            assertThrows(IllegalArgumentException.class, () -> one.applyAsDouble(Double.POSITIVE_INFINITY));
        }
        List<DoubleUnaryOperator> ofProbability = List.of(
                p -> StudentT.halfWidth(p, 3),
                Normal::halfWidth,
                p -> FisherF.quantile(p, 1, 2),
                p -> BetaDistribution.quantile(p, 1, 2),
                p -> ChiSquare.upperQuantile(p, 2));
        for (DoubleUnaryOperator one : ofProbability) {
            assertThrows(IllegalArgumentException.class, () -> one.applyAsDouble(0));
            assertThrows(IllegalArgumentException.class, () -> one.applyAsDouble(1));
        }
    }
}
