package tw.minsheng.statistics.factor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tw.minsheng.statistics.MissingRule;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.distribution.Normal;
import tw.minsheng.statistics.distribution.SplitMix64;
import tw.minsheng.statistics.moments.CrossSums;
import tw.minsheng.statistics.moments.SymmetricMatrix;

/** What must hold whatever the data are. */
class FactorPropertiesTest {

    private static final double CLOSE = 1e-9;

    /** Answers of 300 people to two groups of four items. */
    private static SymmetricMatrix correlation(long seed) {
        SplitMix64 random = new SplitMix64(seed);
        CrossSums sums = CrossSums.of(8, MissingRule.LISTWISE);
        for (int i = 0; i < 300; i++) {
            double common = normal(random);
            double[] factors = {.5 * common + normal(random), .5 * common + normal(random)};
            double[] row = new double[8];
            for (int j = 0; j < 8; j++) {
                row[j] = factors[j / 4] + (.6 + .1 * j) * normal(random);
            }
            sums.add(row);
        }
        return sums.covariances().correlation();
    }

    private static double normal(SplitMix64 random) {
        return Normal.quantile(random.nextUniform() * .999998 + .000001);
    }

    @TestFactory
    List<DynamicTest> rotationKeepsWhatTheItemsHaveInCommon() {
        return LongStream.range(0, 20)
                .mapToObj(seed -> DynamicTest.dynamicTest("seed " + seed, () -> {
                    FactorMatrix loadings =
                            PrincipalAxis.of(correlation(seed), 2).matrix();
                    FactorMatrix turned = Varimax.of(loadings, true).pattern();
                    for (Rotation oblique :
                            List.of(Promax.spss(loadings, 4), Promax.r(loadings, 4), Oblimin.of(loadings, false))) {
                        for (int i = 0; i < 8; i++) {
                            assertEquals(loadings.rowSquares(i), explained(oblique, i), CLOSE);
                        }
                    }
                    for (int i = 0; i < 8; i++) {
                        assertEquals(loadings.rowSquares(i), turned.rowSquares(i), CLOSE);
                    }
                }))
                .toList();
    }

    /** Pattern times structure, row by row. */
    private static double explained(Rotation rotation, int item) {
        double sum = 0;
        for (int f = 0; f < rotation.pattern().columns(); f++) {
            sum += rotation.pattern().at(item, f) * rotation.structure().at(item, f);
        }
        return sum;
    }

    @Test
    void orderOfTheItemsChangesNothing() {
        SymmetricMatrix r = correlation(7);
        int[] order = {7, 2, 5, 0, 3, 6, 1, 4};
        SymmetricMatrix other = r.select(order);
        assertEquals(Adequacy.of(r).kmo().number(), Adequacy.of(other).kmo().number(), CLOSE);
        FactorMatrix one = PrincipalAxis.of(r, 2).matrix();
        FactorMatrix two = PrincipalAxis.of(other, 2).matrix();
        IntStream.range(0, 8).forEach(i -> assertEquals(one.rowSquares(order[i]), two.rowSquares(i), CLOSE));
        assertEquals(
                LikelihoodFactors.of(r, 2).minimum(),
                LikelihoodFactors.of(other, 2).minimum(),
                CLOSE);
    }

    /** All loadings alike: then the items are parallel, and omega is alpha. */
    @Test
    void omegaOfParallelItemsIsAlpha() {
        SymmetricMatrix r = SymmetricMatrix.of(6, (i, j) -> i == j ? 1 : .4);
        double alpha = 6 * .4 / (1 + 5 * .4);
        assertEquals(alpha, Omega.of(r).standardized().number(), 1e-9);
        assertEquals(alpha, Omega.of(r).inUnits().number(), 1e-9);
    }

    /** A model that is true leaves nothing over. */
    @Test
    void declaredFactorsThatAreTrueFitWithoutRest() {
        FactorModel model = FactorModel.ofSizes(List.of(3, 3));
        double[] loadings = {.8, .7, .6, .75, .65, .55};
        SymmetricMatrix truth =
                SymmetricMatrix.of(6, (i, j) -> i == j ? 1 : loadings[i] * loadings[j] * (i / 3 == j / 3 ? 1 : .3));
        Confirmatory found = Confirmatory.of(model, truth, 500);
        assertEquals(0, found.fit().chiSquare().number(), 1e-8);
        assertEquals(1, found.fit().cfi().number(), CLOSE);
        assertEquals(.3, found.correlations().at(1, 0), 1e-7);
        IntStream.range(0, 6).forEach(i -> assertEquals(loadings[i], found.standardized(i), 1e-7));
        assertFalse(found.heywood());
    }

    @Test
    void whatCannotBeFoundSaysWhy() {
        SymmetricMatrix copies = SymmetricMatrix.of(4, (i, j) -> 1);
        assertEquals(Reason.SINGULAR_MATRIX, Adequacy.of(copies).kmo().reason().orElseThrow());
        assertEquals(
                Reason.SINGULAR_MATRIX,
                Sphericity.of(copies, 100).chiSquare().reason().orElseThrow());
        assertEquals(
                Reason.SINGULAR_MATRIX,
                PrincipalAxis.of(copies, 1).refusal().get(0).reason().orElseThrow());
        SymmetricMatrix two = SymmetricMatrix.of(2, (i, j) -> i == j ? 1 : .5);
        assertEquals(Reason.TOO_FEW_ITEMS, Adequacy.of(two).kmo().reason().orElseThrow());
        assertEquals(Reason.TOO_FEW_ITEMS, Omega.of(two).standardized().reason().orElseThrow());
        SymmetricMatrix impossible = SymmetricMatrix.of(3, (i, j) -> i == j ? 1 : i + j == 3 ? -.9 : .9);
        assertEquals(Reason.NOT_PSD, Adequacy.of(impossible).kmo().reason().orElseThrow());
        assertEquals(
                Reason.NOT_IDENTIFIED,
                Confirmatory.of(FactorModel.ofSizes(List.of(2)), two, 100)
                        .refusal()
                        .get(0)
                        .reason()
                        .orElseThrow());
    }

    /** The same seed gives the same bytes, and chance keeps nothing of independent items. */
    @Test
    void parallelAnalysisIsRepeatable() {
        ParallelAnalysis one = ParallelAnalysis.of(200, 8, 200, 5);
        ParallelAnalysis two = ParallelAnalysis.of(200, 8, 200, 5);
        assertEquals(one.means(), two.means());
        assertEquals(8, one.means().stream().mapToDouble(Double::doubleValue).sum(), 1e-9);
        assertEquals(2, one.keptByQuantile(correlation(3).eigenvalues()));
    }
}
