package tw.minsheng.statistics.factor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.moments.SymmetricMatrix;

/** ω of factors that are known. */
class OmegaTest {

    private static final double[] LOADINGS = {.9, .8, .7, .6};
    private static final double[] UNITS = {1, 2, 3, 4};

    /** {@code covariance} of one factor: Σλ = 3 and Σθ = .19 + .36 + .51 + .64; in units 7 and .19 + 1.44 + 4.59 + 10.24. */
    @Test
    void omegaOfOneFactor() {
        SymmetricMatrix covariance =
                SymmetricMatrix.of(4, (i, j) -> UNITS[i] * UNITS[j] * (i == j ? 1 : LOADINGS[i] * LOADINGS[j]));
        Omega found = Omega.of(covariance);
        assertEquals(9 / (9 + 1.7), found.standardized().number(), 1e-8);
        assertEquals(49 / (49 + 16.46), found.inUnits().number(), 1e-8);
        assertEquals(4, found.loadings().size());
        assertEquals(4, found.uniquenesses().size());
        assertEquals(.9, found.loadings().get(0).number(), 1e-8);
        assertEquals(.64, found.uniquenesses().get(3).number(), 1e-8);
        assertFalse(found.heywood());
    }

    @Test
    void omegaOnTheBoundSaysSo() {
        assertTrue(Omega.of(SymmetricMatrix.of(new double[][] {{1, .9, .8}, {.9, 1, .6}, {.8, .6, 1}}))
                .heywood());
        Omega none = Omega.of(SymmetricMatrix.of(2, (i, j) -> i == j ? 1 : .5));
        assertEquals(Optional.of(Reason.TOO_FEW_ITEMS), none.standardized().reason());
        assertEquals(List.of(none.inUnits(), none.inUnits()), none.loadings());
        assertEquals(none.loadings(), none.uniquenesses());
        assertFalse(none.heywood());
        Value why = Value.undefined(Reason.NO_DATA);
        assertEquals(new Omega(why, why, List.of(), List.of(), false), Omega.none(why));
    }

    /** Items of a general factor: three groups of three at λ = .8 .7 .6 with correlations γ_a·γ_b of the groups. */
    @Test
    void generalFactorOfThreeGroups() {
        double[] gamma = {.9, .7, .5};
        double[] loadings = {.8, .7, .6};
        SymmetricMatrix r = SymmetricMatrix.of(
                9,
                (i, j) -> i == j
                        ? 1
                        : loadings[i % 3] * loadings[j % 3] * (i / 3 == j / 3 ? 1 : gamma[i / 3] * gamma[j / 3]));
        SchmidLeiman found = SchmidLeiman.of(r, 3);
        for (int i = 0; i < 9; i++) {
            assertEquals(loadings[i % 3] * gamma[i / 3], found.general().get(i), 1e-6);
        }
        double general = 2.1 * 2.1;
        double groups = 0;
        double squares = 0;
        double groupSquares = 0;
        for (double g : gamma) {
            groups += 2.1 * 2.1 * (1 - g * g);
            squares += 1.49 * g * g;
            groupSquares += 1.49 * (1 - g * g);
        }
        general *= 2.1 * 2.1; // (Σγ)²·(Σλ)², and Σγ is 2.1, too
        assertEquals(general / r.sum(), found.hierarchical().number(), 1e-6);
        assertEquals((general + groups) / r.sum(), found.total().number(), 1e-6);
        assertEquals(general / (general + groups), found.limit().number(), 1e-6);
        assertEquals(squares / (squares + groupSquares), found.common().number(), 1e-6);
    }

    /** With two groups each takes the root of their correlation; a group against the other has a root below 0. */
    @Test
    void generalFactorOfTwoGroups() {
        double[] loadings = {.8, .7, .6, .75, .65, .55};
        for (double phi : new double[] {.49, -.49}) {
            SymmetricMatrix r = SymmetricMatrix.of(
                    6, (i, j) -> i == j ? 1 : loadings[i] * loadings[j] * (i / 3 == j / 3 ? 1 : phi));
            SchmidLeiman found = SchmidLeiman.of(r, 2);
            double sign = StrictMath.signum(phi);
            for (int i = 0; i < 6; i++) {
                assertEquals(
                        (i < 3 ? 1 : sign) * .7 * loadings[i], found.general().get(i), 1e-6);
            }
            double first = 2.1;
            double second = 1.95;
            double general = .49 * (first + sign * second) * (first + sign * second);
            assertEquals(general / r.sum(), found.hierarchical().number(), 1e-6);
            assertEquals(
                    general / (general + .51 * (first * first + second * second)),
                    found.limit().number(),
                    1e-6);
        }
    }

    @Test
    void whatHasNoGeneralFactorSaysWhy() {
        SymmetricMatrix even = SymmetricMatrix.of(4, (i, j) -> i == j ? 1 : .5);
        SchmidLeiman one = SchmidLeiman.of(even, 1);
        assertEquals(Optional.of(Reason.TOO_FEW_ITEMS), one.hierarchical().reason());
        assertEquals("1", one.total().reasonArgs().get("k"));
        assertEquals(List.of(), one.general());
        SymmetricMatrix copies = SymmetricMatrix.of(4, (i, j) -> 1);
        assertEquals(
                Optional.of(Reason.SINGULAR_MATRIX),
                SchmidLeiman.of(copies, 2).limit().reason());
        // φ₁₂·φ₁₃/φ₂₃ = 1.5: the groups have no general factor
        double[][] phi = {{1, .6, .5}, {.6, 1, .2}, {.5, .2, 1}};
        SymmetricMatrix improper = SymmetricMatrix.of(
                9, (i, j) -> i == j ? 1 : (.8 - .1 * (i % 3)) * (.8 - .1 * (j % 3)) * phi[i / 3][j / 3]);
        assertEquals(
                Optional.of(Reason.HEYWOOD),
                SchmidLeiman.of(improper, 3).common().reason());
    }
}
