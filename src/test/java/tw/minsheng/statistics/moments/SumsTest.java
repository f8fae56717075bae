package tw.minsheng.statistics.moments;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tw.minsheng.statistics.Missing;
import tw.minsheng.statistics.MissingRule;

/** Sums in parts, far from 0 and of few rows, and what a matrix adds up to; worked out on paper. */
class SumsTest {

    /** Mean 3, deviations 0, −2, 1, −2, 2, 6, −1, 3, −7: squares 108, cubes −108, fourths 3,828. */
    @Test
    void powersOfPartsAreThoseOfTheWhole() {
        double[] x = {3, 1, 4, 1, 5, 9, 2, 6, -4};
        for (int cut = 0; cut <= x.length; cut++) {
            PowerSums first = new PowerSums();
            PowerSums second = new PowerSums();
            for (int i = 0; i < x.length; i++) {
                (i < cut ? first : second).add(x[i]);
            }
            first.merge(second);
            Moments moments = first.moments();
            assertEquals(9, moments.n());
            assertEquals(3, moments.average());
            assertEquals(108, moments.squares(), 1e-12);
            assertEquals(-108, moments.cubes(), 1e-11);
            assertEquals(3828, moments.fourths(), 1e-10);
            assertEquals(StrictMath.sqrt(13.5), moments.standardDeviation().number(), 1e-13);
        }
    }

    private static CrossSums far(MissingRule rule, int from, int to) {
        CrossSums sums = CrossSums.of(2, rule);
        for (int i = from; i < to; i++) {
            sums.add(new double[] {1e9 + i, -1e9 + 2 * i});
        }
        return sums;
    }

    /** 1 … 5 and their doubles, a billion away: to the last digit, also when the parts begin elsewhere. */
    @ParameterizedTest
    @EnumSource(names = {"LISTWISE", "PAIRWISE"})
    void rowsFarFromZeroKeepTheirDigits(MissingRule rule) {
        for (int cut = 1; cut <= 6; cut++) {
            CrossSums sums = far(rule, 1, cut);
            sums.merge(far(rule, cut, 6));
            assertEquals(2.5, sums.covariance(0, 0));
            assertEquals(5, sums.covariance(0, 1));
            assertEquals(10, sums.covariance(1, 1));
            assertEquals(1e9 + 3, sums.mean(0));
            assertEquals(-1e9 + 6, sums.mean(1));
            assertEquals(1, sums.correlation(0, 1), 1e-15);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"LISTWISE", "PAIRWISE"})
    void fewRows(MissingRule rule) {
        CrossSums sums = CrossSums.of(2, rule);
        assertEquals(2, sums.columns());
        assertEquals(0, sums.mean(1));
        assertEquals(0, sums.correlation(0, 1));
        sums.add(new double[] {4, 9});
        assertEquals(9, sums.mean(1));
        assertEquals(0, sums.covariance(0, 0));
        assertEquals(0, sums.correlation(0, 0));
        sums.add(new double[] {6, 8});
        assertEquals(2, sums.covariance(0, 0), 1e-15);
        assertEquals(-1, sums.covariance(0, 1), 1e-15);
        assertEquals(-1, sums.correlation(0, 1), 1e-15);
    }

    /** 1, 2, 3 with 2, 12, 4: cross-product 2, squares 2 and 56. */
    @ParameterizedTest
    @EnumSource(names = {"LISTWISE", "PAIRWISE"})
    void columnsOfDifferentSpread(MissingRule rule) {
        CrossSums sums = CrossSums.of(3, rule);
        double[] y = {2, 12, 4};
        for (int i = 0; i < 3; i++) {
            sums.add(new double[] {i + 1, y[i], 5});
        }
        sums.add(new double[] {Missing.ANSWER, Missing.ANSWER, Missing.ANSWER});
        SymmetricMatrix covariances = sums.covariances();
        assertEquals(1, covariances.at(0, 0), 1e-15);
        assertEquals(1, covariances.at(1, 0), 1e-15);
        assertEquals(28, covariances.at(1, 1), 1e-14);
        assertEquals(1 / StrictMath.sqrt(28), sums.correlation(0, 1), 1e-15);
        assertEquals(0, sums.correlation(0, 2)); // a column that does not vary goes with nothing
        assertEquals(3, sums.n(1, 2));
    }

    private static final SymmetricMatrix MATRIX =
            SymmetricMatrix.of(new double[][] {{4, 2, -1}, {2, 9, 3}, {-1, 3, 16}});

    @Test
    void whatAMatrixAddsUpTo() {
        assertEquals(3, MATRIX.size());
        assertEquals(29, MATRIX.trace());
        assertEquals(37, MATRIX.sum());
        assertEquals(18, MATRIX.rowSum(2));
        assertArrayEquals(new double[] {2, -1, 3}, MATRIX.belowDiagonal());
        assertEquals(-1, MATRIX.at(0, 2));
        assertEquals(3, MATRIX.at(2, 1));
    }

    @Test
    void partsOfAMatrixAndItsCorrelation() {
        SymmetricMatrix part = MATRIX.select(2, 0);
        assertEquals(2, part.size());
        assertEquals(16, part.at(0, 0));
        assertEquals(-1, part.at(0, 1));
        assertEquals(4, part.at(1, 1));
        SymmetricMatrix r = MATRIX.correlation();
        assertEquals(1, r.at(1, 1));
        assertEquals(2 / 6.0, r.at(0, 1), 1e-15);
        assertEquals(-1 / 8.0, r.at(2, 0), 1e-15);
        assertEquals(3 / 12.0, r.at(1, 2), 1e-15);
    }

    /** (1, 1) is stretched by 3, (1, −1) by 1. */
    @Test
    void eigenvaluesFallAndTakeTheirVectorsAlong() {
        EigenSystem system = SymmetricMatrix.of(new double[][] {{2, 1}, {1, 2}}).eigen();
        assertEquals(3, system.value(0), 1e-14);
        assertEquals(1, system.value(1), 1e-14);
        double half = StrictMath.sqrt(.5);
        assertEquals(half, StrictMath.abs(system.vector(0, 0)), 1e-14);
        assertEquals(system.vector(0, 0), system.vector(0, 1), 1e-14);
        assertEquals(system.vector(1, 0), -system.vector(1, 1), 1e-14);
        EigenSystem sorted = EigenSystem.sorted(new double[] {1, 3, 2}, new double[][] {{1}, {3}, {2}});
        for (int i = 0; i < 3; i++) {
            assertEquals(3 - i, sorted.value(i));
            assertEquals(3 - i, sorted.vector(i, 0));
        }
    }
}
