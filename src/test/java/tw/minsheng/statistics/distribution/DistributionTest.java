package tw.minsheng.statistics.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Expected numbers are closed forms of special cases, or are named with their source. */
class DistributionTest {

    @Test
    void probabilitiesOutsideTheOpenUnitIntervalAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> Normal.quantile(0));
        assertThrows(IllegalArgumentException.class, () -> StudentT.quantile(1, 5));
        assertThrows(IllegalArgumentException.class, () -> FisherF.quantile(Double.NaN, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> BetaDistribution.lowerTail(.5, 0, 1));
        assertThrows(IllegalArgumentException.class, () -> ChiSquare.upperTail(1, -1));
    }

    /** Reference vector of SplitMix64 with seed 42 (statistics.md, 1.7). */
    @Test
    void splitMixGivesItsTestVector() {
        SplitMix64 random = new SplitMix64(42);
        assertEquals(0xbdd732262feb6e95L, random.nextLong());
        assertEquals(0x28efe333b266f103L, random.nextLong());
        assertEquals(0x47526757130f9f52L, random.nextLong());
        SplitMix64 again = new SplitMix64(42);
        assertEquals(0.741564878771823, again.nextUniform(), 1e-15);
        assertEquals(0.159910392876920, again.nextUniform(), 1e-15);
        assertEquals(0.278601130255139, again.nextUniform(), 1e-15);
    }

    @Test
    void replicatesStartFromSeedsOfTheirOwn() {
        assertEquals(
                new SplitMix64(new SplitMix64(45).nextLong()).nextLong(),
                SplitMix64.replicate(42, 3).nextLong());
    }

    @Test
    void normalQuantileTurnsTheTailRound() {
        for (double p : new double[] {1e-300, 1e-20, 1e-5, .025, .3, .5}) {
            assertEquals(p, Normal.lowerTail(Normal.quantile(p)), 1e-12 * p);
        }
        assertEquals(1.959963984540054, Normal.halfWidth(.95), 1e-15); // R: qnorm(.975)
        assertEquals(-Normal.quantile(.01), Normal.quantile(.99), 1e-15);
    }

    @Test
    void farTailsKeepTheirDigits() {
        // two degrees of freedom: exp(-x/2); one minus the cdf would be 0
        assertEquals(StrictMath.exp(-468), ChiSquare.upperTail(936, 2), 1e-12 * StrictMath.exp(-468));
        // F with 2 and m degrees of freedom: (1 + 2x/m)^(-m/2)
        double exact = StrictMath.pow(1 + 2 * 60 / 198.0, -99);
        assertEquals(exact, FisherF.upperTail(60, 2, 198), 1e-12 * exact);
        // one degree of freedom is the Cauchy distribution
        assertEquals(2 / StrictMath.PI * StrictMath.atan(1e-12), StudentT.twoSided(1e12, 1), 1e-24);
        assertTrue(Normal.upperTail(37) > 0);
        // R 4.2: 2 * pt(-16, 450), 2 * pt(-9, 1000), 2 * pt(-2.5, 10)
        assertEquals(6.101826240203849e-46, StudentT.twoSided(16, 450), 1e-12 * 6.1e-46);
        assertEquals(1.112907717187146e-18, StudentT.twoSided(9, 1000), 1e-12 * 1.1e-18);
        assertEquals(0.03144684423660878, StudentT.twoSided(2.5, 10), 1e-13);
    }

    @Test
    void tailsOfOneDistributionAddUpToOne() {
        DoubleStream.of(.01, .7, 1, 3.3, 12).forEach(x -> {
            assertEquals(1, ChiSquare.lowerTail(x, 3.5) + ChiSquare.upperTail(x, 3.5), 1e-14);
            assertEquals(1, FisherF.lowerTail(x, 4, 7.5) + FisherF.upperTail(x, 4, 7.5), 1e-14);
            assertEquals(1, StudentT.lowerTail(x, 6) + StudentT.upperTail(x, 6), 1e-14);
        });
    }

    @Test
    void studentQuantileHasItsClosedForms() {
        assertEquals(StrictMath.tan(StrictMath.PI * .475), StudentT.quantile(.975, 1), 1e-11); // Cauchy
        double p = .9;
        double two = (2 * p - 1) * StrictMath.sqrt(2 / (4 * p * (1 - p)));
        assertEquals(two, StudentT.quantile(p, 2), 1e-13);
        assertEquals(0, StudentT.quantile(.5, 9));
    }

    /** z + (z³+z)/(4df) + (5z⁵+16z³+3z)/(96df²), Cornish and Fisher. */
    @Test
    void studentQuantileHoldsForManyDegreesOfFreedom() {
        double z = Normal.quantile(.975);
        for (double df : new double[] {20_001, 99_999, 1e6, 1e8, 1e10}) {
            double expected = z
                    + (z * z * z + z) / (4 * df)
                    + (5 * StrictMath.pow(z, 5) + 16 * z * z * z + 3 * z) / (96 * df * df);
            assertEquals(expected, StudentT.quantile(.975, df), 2e-12);
        }
    }

    /** R's qf gives 1.00878 here; the true quantile is 1.00901 (statistics.md, section 4, row 15). */
    @Test
    void fQuantileHoldsForManyDegreesOfFreedom() {
        double x = FisherF.quantile(.975, 99_999, 1_899_981);
        assertEquals(1.00901, x, 5e-6);
        assertEquals(.975, FisherF.lowerTail(x, 99_999, 1_899_981), 1e-9);
        assertEquals(.025, FisherF.lowerTail(FisherF.quantile(.025, 217, 4123), 217, 4123), 1e-12);
    }

    @Test
    void betaQuantileTurnsTheTailRound() {
        for (double p : new double[] {1e-8, .025, .5, .975}) {
            double x = BetaDistribution.quantile(p, 200_000, 800_001);
            assertEquals(p, BetaDistribution.lowerTail(x, 200_000, 800_001), 1e-8 * p);
        }
        assertEquals(StrictMath.pow(.3, 1 / 4.0), BetaDistribution.quantile(.3, 4, 1), 1e-15); // x^a
    }

    @Test
    void binomialProbabilitiesAddUpToOne() {
        assertEquals(
                1,
                IntStream.rangeClosed(0, 50)
                        .mapToDouble(x -> Binomial.probability(x, 50, .3))
                        .sum(),
                1e-12);
        assertEquals(0, Binomial.probability(-1, 5, .5));
        assertEquals(1, Binomial.probability(5, 5, 1));
    }

    /** Fisher's lady tasting tea: 17 of 70 ways; the others are sums of binomials in whole numbers. */
    @Test
    void theHypergeometricTail() {
        assertThrows(IllegalArgumentException.class, () -> Hypergeometric.upperTail(1, 4, 4, 9));
        assertEquals(17.0 / 70, Hypergeometric.upperTail(3, 4, 4, 4), 1e-15);
        assertEquals(1, Hypergeometric.upperTail(2, 4, 4, 6));
        assertEquals(0, Hypergeometric.upperTail(5, 4, 4, 6));
        assertEquals(1.5510686577426497e-58, Hypergeometric.upperTail(50, 1_000, 13_000, 50), 1e-68);
        assertEquals(4.331262933502796e-78, Hypergeometric.upperTail(400, 3_000, 9_000, 700), 1e-88);
        assertEquals(.5700624473875244, Hypergeometric.upperTail(20, 100, 100, 40), 1e-12);
        assertEquals(.9999227971381831, Hypergeometric.upperTail(10, 100, 100, 40), 1e-12);
    }
}
