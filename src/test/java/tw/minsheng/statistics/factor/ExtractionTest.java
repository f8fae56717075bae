package tw.minsheng.statistics.factor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.moments.SymmetricMatrix;

/** Factors before they are turned. Numbers of R are of {@code R <- cov2cor(ability.cov$cov)}. */
class ExtractionTest {

    private static SymmetricMatrix even(int items, double r) {
        return SymmetricMatrix.of(items, (i, j) -> i == j ? 1 : r);
    }

    private static Optional<Reason> reason(Extraction none) {
        assertFalse(none.isKnown());
        return none.refusal().get(0).reason();
    }

    /** Loading of an item on the first of two factors that have nothing in common, by three items each. */
    private static SymmetricMatrix twoBlocks(double... loadings) {
        return SymmetricMatrix.of(
                loadings.length,
                (i, j) -> i == j
                        ? 1
                        : i * 2 / loadings.length == j * 2 / loadings.length ? loadings[i] * loadings[j] : 0);
    }

    /** {@code psych::fa(R, 2, fm = "pa", rotate = "none", min.err = 1e-14, max.iter = 1e5)}. */
    @Test
    void principalAxesAreThoseOfR() {
        Extraction found = PrincipalAxis.of(Ability.correlation(), 2);
        double[][] loadings = {
            {.749758796474793, .0704270722579372},
            {.523883730889184, .3194922785323078},
            {.750009093122704, .5217560780662466},
            {.392331171274774, .2202529119641196},
            {.818302325089745, -.5186923316478327},
            {.726507014177049, -.3764132531997097},
        };
        Ability.assertMatrix(loadings, found.matrix(), 1e-9);
        assertTrue(found.criterion() < 1e-12);
        assertEquals(99, found.iterations());
        List<Value> communalities = found.communalities(6);
        assertEquals(.567098225398154, communalities.get(0).number(), 1e-9);
        assertEquals(.669499378832839, communalities.get(5).number(), 1e-9);
    }

    /** The plain iteration from 1 − 1/r^ii until no communality moves by more than 1e-5, then Newton's steps. */
    @Test
    void principalAxesCountTheirSteps() {
        assertEquals(16, PrincipalAxis.of(Ability.correlation(), 1).iterations());
        assertEquals(1350, PrincipalAxis.of(Ability.correlation(), 3).iterations());
    }

    /** At 1 − 1/r^ii = r for two of even items nothing is left to do but for the size: h = r of even items. */
    @Test
    void oneAxisOfEvenItems() {
        Extraction found = PrincipalAxis.of(even(5, .36), 1);
        for (int i = 0; i < 5; i++) {
            assertEquals(.6, found.matrix().at(i, 0), 1e-12);
        }
    }

    /** r₁₂·r₁₃/r₂₃ = 1.2 is more than there can be in common. */
    @Test
    void axesThatExplainMoreThanThereIsAreRefused() {
        SymmetricMatrix heywood = SymmetricMatrix.of(new double[][] {{1, .9, .8}, {.9, 1, .6}, {.8, .6, 1}});
        assertEquals(Optional.of(Reason.HEYWOOD), reason(PrincipalAxis.of(heywood, 1)));
    }

    @Test
    void axesHaveTheirBounds() {
        assertEquals(Optional.of(Reason.TOO_FEW_ITEMS), reason(PrincipalAxis.of(even(2, .5), 1)));
        assertEquals(Optional.of(Reason.TOO_FEW_ITEMS), reason(PrincipalAxis.of(even(3, .5), 0)));
        assertEquals(Optional.of(Reason.TOO_FEW_ITEMS), reason(PrincipalAxis.of(even(3, .5), 3)));
        assertEquals(Optional.of(Reason.SINGULAR_MATRIX), reason(PrincipalAxis.of(even(3, 1), 1)));
        assertTrue(PrincipalAxis.of(even(3, .5), 1).isKnown());
        Extraction none = PrincipalAxis.of(even(3, 1), 1);
        assertEquals(none.refusal(), none.communalities(1));
        assertThrows(IllegalStateException.class, none::matrix);
    }

    /** {@code factanal(factors = 2, covmat = ability.cov, rotation = "none")}; F to the last digits by {@code nlm}. */
    @Test
    void likelihoodIsThatOfR() {
        LikelihoodFactors.Solution found = LikelihoodFactors.of(Ability.correlation(), 2);
        assertEquals(.0571602168369749, found.minimum(), 1e-12);
        double[] unique = {.4552241727, .5893321667, .2181795563, .7694214450, .0524517488, .3335883381};
        for (int i = 0; i < unique.length; i++) {
            assertEquals(unique[i], found.uniquenesses().get(i), 3e-8);
        }
        double[][] loadings = {
            {.647526357846782, .3542392465283462},
            {.347431575984971, .5384785356264518},
            {.471081605206627, .7482663703433077},
            {.253020567756334, .4081165828095032},
            {.964058494797406, -.1346828208832557},
            {.815401018925144, -.0391515478721488},
        };
        Ability.assertMatrix(loadings, found.extraction().matrix(), 1e-7);
        assertEquals(4, found.df());
        assertTrue(LikelihoodFactors.of(Ability.correlation().select(0, 1, 2, 3, 4), 2)
                .p(50)
                .isKnown());
        assertEquals(6.10661649875023, found.chiSquare(Ability.PEOPLE).number(), 1e-9);
        assertEquals(.191326315609802, found.p(Ability.PEOPLE).number(), 1e-10);
        assertFalse(found.heywood());
        assertTrue(found.extraction().criterion() <= 1e-12);
        assertEquals(9, found.extraction().iterations());
    }

    @Test
    void oneFactorIsThatOfR() {
        LikelihoodFactors.Solution found = LikelihoodFactors.of(Ability.correlation(), 1);
        assertEquals(.699345035353782, found.minimum(), 1e-12);
        assertEquals(9, found.df());
        assertEquals(75.1795913005319, found.chiSquare(Ability.PEOPLE).number(), 1e-9);
        assertEquals(.876518049014562, found.extraction().matrix().at(4, 0), 1e-7);
        assertEquals(6, found.extraction().iterations());
    }

    /** {@code factanal(factors = 1, covmat = H)$uniquenesses}: .005 and, by {@code nlm} at that bound, the two others. */
    @Test
    void anImproperFactorStopsAtTheBound() {
        SymmetricMatrix heywood = SymmetricMatrix.of(new double[][] {{1, .9, .8}, {.9, 1, .6}, {.8, .6, 1}});
        LikelihoodFactors.Solution found = LikelihoodFactors.of(heywood, 1);
        assertTrue(found.heywood());
        assertEquals(.005, found.uniquenesses().get(0), 1e-15);
        assertEquals(.188383679844791, found.uniquenesses().get(1), 1e-8);
        assertEquals(.361438388548902, found.uniquenesses().get(2), 1e-8);
        assertEquals(.249077151066399, found.minimum(), 1e-12);
        assertEquals(Optional.of(Reason.NOT_IDENTIFIED), found.p(50).reason());
        assertEquals(6, found.extraction().iterations());
    }

    /** Eigenvalues that tie have no second derivatives: what stands in for them leads on. */
    @Test
    void itemsThatHaveNothingInCommon() {
        LikelihoodFactors.Solution found = LikelihoodFactors.of(even(5, 0), 1);
        assertEquals(0, found.minimum(), 1e-14);
        assertEquals(4, found.extraction().iterations());
    }

    /** Three factors of eight items where two would do: the way leads through places that are not curved up. */
    @Test
    void moreFactorsThanThereAre() {
        SymmetricMatrix blocks = twoBlocks(.9, .8, .7, .6, .9, .5, .4, .3);
        SymmetricMatrix uneven =
                SymmetricMatrix.of(8, (i, j) -> blocks.at(i, j) + (i == j ? 0 : .02 * ((3 * i + 5 * j) % 7 - 3)));
        LikelihoodFactors.Solution found = LikelihoodFactors.of(uneven, 3);
        assertTrue(found.isKnown());
        assertEquals(7, found.df());
        assertEquals(12, found.extraction().iterations());
    }

    /** Correlations that factors give exactly lead back to them. */
    @Test
    void exactFactorsAreFoundAgain() {
        SymmetricMatrix blocks = twoBlocks(.9, .8, .7, .6, .5, .4);
        LikelihoodFactors.Solution found = LikelihoodFactors.of(blocks, 2);
        double[][] loadings = {{.9, 0}, {.8, 0}, {.7, 0}, {0, .6}, {0, .5}, {0, .4}};
        Ability.assertMatrix(loadings, found.extraction().matrix(), 1e-7);
        assertEquals(0, found.minimum(), 1e-14);
        Ability.assertMatrix(loadings, PrincipalAxis.of(blocks, 2).matrix(), 1e-7);
        LikelihoodFactors.Solution three =
                LikelihoodFactors.of(SymmetricMatrix.of(3, (i, j) -> i == j ? 1 : (.9 - .1 * i) * (.9 - .1 * j)), 1);
        assertEquals(0, three.df());
        Ability.assertMatrix(
                new double[][] {{.9}, {.8}, {.7}}, three.extraction().matrix(), 1e-7);
        assertEquals(Optional.of(Reason.NOT_IDENTIFIED), three.p(100).reason());
    }

    @Test
    void likelihoodHasItsBounds() {
        assertEquals(
                Optional.of(Reason.TOO_FEW_ITEMS),
                reason(LikelihoodFactors.of(even(2, .5), 1).extraction()));
        assertEquals(
                Optional.of(Reason.NOT_IDENTIFIED),
                reason(LikelihoodFactors.of(even(3, .5), 0).extraction()));
        assertEquals(
                Optional.of(Reason.NOT_IDENTIFIED),
                reason(LikelihoodFactors.of(even(4, .5), 2).extraction()));
        assertEquals(
                Optional.of(Reason.SINGULAR_MATRIX),
                reason(LikelihoodFactors.of(even(4, 1), 1).extraction()));
        LikelihoodFactors.Solution none = LikelihoodFactors.of(even(4, 1), 1);
        assertFalse(none.isKnown());
        assertEquals(Optional.of(Reason.SINGULAR_MATRIX), none.chiSquare(100).reason());
        assertTrue(LikelihoodFactors.of(even(4, .5), 1).isKnown());
        // 4 items, 1 factor: 2 degrees of freedom; 100 people: (99 − 13/6 − 2/3)·F
        LikelihoodFactors.Solution four = LikelihoodFactors.of(twoBlocks(.8, .7, .6, .5), 1);
        assertEquals(2, four.df());
        assertEquals(
                (99 - 13 / 6.0 - 2 / 3.0) * four.minimum(), four.chiSquare(100).number(), 1e-12);
    }

    /** Even items at r: the first eigenvalue is 1 + (p − 1)·r, the others 1 − r. */
    @Test
    void componentsOfEvenItems() {
        Extraction found = PrincipalComponents.of(even(4, .5), 1);
        for (int i = 0; i < 4; i++) {
            assertEquals(StrictMath.sqrt(2.5 / 4), found.matrix().at(i, 0), 1e-12);
        }
        assertEquals(0, found.iterations());
        Extraction all = PrincipalComponents.of(Ability.correlation(), 6);
        double[] values = Ability.correlation().eigenvalues();
        for (int j = 0; j < 6; j++) {
            assertEquals(values[j], all.matrix().columnSquares(j), 1e-12);
            assertEquals(1, all.communalities(6).get(j).number(), 1e-12);
        }
        assertEquals(Optional.of(Reason.TOO_FEW_ITEMS), reason(PrincipalComponents.of(even(4, .5), 0)));
        Extraction five = PrincipalComponents.of(even(4, .5), 5);
        assertEquals("4", five.refusal().get(0).reasonArgs().get("k"));
        SymmetricMatrix impossible = SymmetricMatrix.of(3, (i, j) -> i == j ? 1 : i + j == 3 ? -.9 : .9);
        assertEquals(Optional.of(Reason.NOT_PSD), reason(PrincipalComponents.of(impossible, 1)));
        // copies: the second value is 0, or a little less
        assertEquals(0, PrincipalComponents.of(even(3, 1), 2).matrix().columnSquares(1), 1e-12);
    }
}
