package tw.minsheng.statistics.factor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.moments.SymmetricMatrix;

/**
 * 驗證性因素分析 of the ability tests: the first four are one factor, reading and vocabulary the other. Numbers of R: F written out over
 * {@code cov2cor(ability.cov$cov)} and minimised by {@code nlm} and scoring; errors from 2/n times the inverse of tr(Σ⁻¹·∂Σ·Σ⁻¹·∂Σ); the
 * indices by their formulas in lavaan, with {@code pchisq(ncp = )} and {@code uniroot}.
 */
class ConfirmatoryTest {

    private static final FactorModel TWO = FactorModel.ofSizes(List.of(4, 2));
    private final Confirmatory found = Confirmatory.of(TWO, Ability.covariance(), Ability.PEOPLE);

    private static double[] numbers(List<Double> list) {
        return list.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static Optional<Reason> reason(Confirmatory none) {
        assertFalse(none.isKnown());
        return none.refusal().get(0).reason();
    }

    @Test
    void loadingsAreThoseOfR() {
        assertArrayEquals(
                new double[] {
                    3.85271462199654,
                    1.60757935859684,
                    9.33257396191261,
                    1.62229568940589,
                    6.61258671221872,
                    10.00605566228534
                },
                numbers(this.found.loadings()),
                1e-7);
        assertArrayEquals(
                new double[] {
                    .442650097021031,
                    .242390856898870,
                    1.095931572463116,
                    .351296760457534,
                    .630743588513726,
                    1.020923465486647
                },
                numbers(this.found.errors()),
                1e-7);
        assertArrayEquals(
                new double[] {
                    .0564054624749344,
                    .0706269741465019,
                    .0574856834070496,
                    .0859536565880830,
                    .0517587933002040,
                    .0524513565747989
                },
                numbers(this.found.standardizedErrors()),
                1e-8);
        assertArrayEquals(
                new double[] {
                    9.57758111299778,
                    4.05586717729138,
                    61.39628646213255,
                    9.96566562469163,
                    8.40801840179390,
                    33.96288579751740
                },
                numbers(this.found.uniquenesses()),
                1e-6);
        assertEquals(.614170056374291, this.found.correlations().at(0, 1), 1e-8);
        assertEquals(1, this.found.correlations().at(1, 1));
        assertEquals(.779623997757248, this.found.standardized(0), 1e-8);
        assertEquals(.779623997757248 * .779623997757248, this.found.rSquare(0), 1e-8);
        assertFalse(this.found.heywood());
        assertTrue(this.found.gradient() <= 1e-10);
        assertEquals(63, this.found.iterations());
    }

    @Test
    void impliedCovariancesHaveTheSameDiagonal() {
        SymmetricMatrix implied = this.found.implied();
        for (int i = 0; i < 6; i++) {
            assertEquals(Ability.covariance().at(i, i) * 111 / 112, implied.at(i, i), 1e-6);
        }
        assertEquals(
                this.found.loadings().get(0) * this.found.loadings().get(5) * .614170056374291, implied.at(0, 5), 1e-6);
    }

    @Test
    void indicesAreThoseOfR() {
        ConfirmatoryFit fit = this.found.fit();
        assertEquals(24.9303545190313, fit.chiSquare().number(), 1e-9);
        assertEquals(8, fit.df());
        assertEquals(.00159736521334007, fit.p().number(), 1e-12);
        assertEquals(277.863991195652, fit.baseline().number(), 1e-9);
        assertEquals(15, fit.baselineDf());
        assertEquals(.935592720623229, fit.cfi().number(), 1e-10);
        assertEquals(.879236351168555, fit.tli().number(), 1e-10);
        assertEquals(.910278570419450, fit.nfi().number(), 1e-10);
        assertEquals(.937263380549512, fit.ifi().number(), 1e-10);
        assertEquals(.137460848805309, fit.rmsea().number(), 1e-10);
        assertEquals(.0784669301283119, fit.rmseaInterval().lower().number(), 1e-9);
        assertEquals(.200287080030550, fit.rmseaInterval().upper().number(), 1e-9);
        assertEquals(.90, fit.rmseaInterval().level());
        assertEquals(.0106822942379421, fit.rmseaP().number(), 1e-10);
        assertEquals(.0650349165327662, fit.srmr().number(), 1e-8);
        assertEquals(.930845733478831, fit.gfi().number(), 1e-8);
        assertEquals(.818470050381932, fit.agfi().number(), 1e-8);
        assertEquals(-2029.65486674041, fit.logLikelihood().number(), 1e-8);
        assertEquals(4085.30973348082, fit.aic().number(), 1e-8);
        assertEquals(4120.65021880765, fit.bic().number(), 1e-8);
    }

    /** The same with 111 in place of 112. */
    @Test
    void indicesOfLisrel() {
        ConfirmatoryFit.Scaled fit = ConfirmatoryFit.wishart(this.found);
        assertEquals(24.707762067968545, fit.chiSquare().number(), 1e-9);
        assertEquals(.935833913717204, fit.cfi().number(), 1e-10);
        assertEquals(.879688588219758, fit.tli().number(), 1e-10);
        assertEquals(.137167953159032, fit.rmsea().number(), 1e-10);
    }

    /** Centimetres or miles: loadings follow, indices stay. */
    @Test
    void unitsDoNotMatter() {
        double[] units = {1e5, 1e4, 1e5, 1e4, 1e5, 1e4};
        SymmetricMatrix large =
                SymmetricMatrix.of(6, (i, j) -> Ability.covariance().at(i, j) * units[i] * units[j]);
        Confirmatory found = Confirmatory.of(TWO, large, Ability.PEOPLE);
        for (int i = 0; i < 6; i++) {
            assertEquals(this.found.loadings().get(i), found.loadings().get(i) / units[i], 1e-8);
            assertEquals(this.found.errors().get(i), found.errors().get(i) / units[i], 1e-8);
            assertEquals(
                    this.found.standardizedErrors().get(i),
                    found.standardizedErrors().get(i),
                    1e-9);
        }
        assertEquals(
                this.found.fit().chiSquare().number(), found.fit().chiSquare().number(), 1e-9);
    }

    /** Three items fit exactly: λ₁² = r₁₂·r₁₃/r₂₃, here more than 1. */
    @Test
    void threeItemsFitWhateverTheyAre() {
        SymmetricMatrix heywood = SymmetricMatrix.of(new double[][] {{1, .9, .8}, {.9, 1, .6}, {.8, .6, 1}});
        Confirmatory found = Confirmatory.of(FactorModel.ofSizes(List.of(3)), heywood, 51);
        double first = StrictMath.sqrt(1.2);
        assertEquals(first, found.standardized(0), 1e-8);
        assertEquals(.9 / first, found.standardized(1), 1e-8);
        assertEquals(-.2 * 50 / 51, found.uniquenesses().get(0), 1e-7);
        assertTrue(found.heywood());
        ConfirmatoryFit fit = found.fit();
        assertEquals(0, fit.chiSquare().number(), 1e-9);
        for (Value index : List.of(
                fit.p(),
                fit.cfi(),
                fit.tli(),
                fit.nfi(),
                fit.ifi(),
                fit.rmsea(),
                fit.rmseaP(),
                fit.agfi(),
                fit.rmseaInterval().lower())) {
            assertEquals(Optional.of(Reason.NOT_IDENTIFIED), index.reason());
        }
        assertEquals(1, fit.gfi().number(), 1e-9);
    }

    /** Most of the second factor is against its first item: that way it is turned, and so is what it shares with the first factor. */
    @Test
    void factorsStandTheWayMostOfTheirItemsDo() {
        double[] loadings = {.8, .7, .6, .9, -.5, -.6};
        SymmetricMatrix r =
                SymmetricMatrix.of(6, (i, j) -> i == j ? 1 : loadings[i] * loadings[j] * (i / 3 == j / 3 ? 1 : .3));
        Confirmatory found = Confirmatory.of(FactorModel.ofSizes(List.of(3, 3)), r, 200);
        double[] expected = {.8, .7, .6, -.9, .5, .6};
        for (int i = 0; i < 6; i++) {
            assertEquals(expected[i], found.standardized(i), 1e-8);
        }
        assertEquals(-.3, found.correlations().at(1, 0), 1e-8);
        // less misfit than degrees of freedom
        assertEquals(1, found.fit().cfi().number());
        assertEquals(0, found.fit().rmsea().number());
        assertEquals(0, found.fit().rmseaInterval().upper().number());
    }

    /** Two pairs of items that share nothing: within a pair only the product of the loadings is known. */
    @Test
    void pairsThatShareNothingAreNotIdentified() {
        SymmetricMatrix pairs = SymmetricMatrix.of(4, (i, j) -> i == j ? 1 : i / 2 == j / 2 ? .5 : 0);
        assertEquals(
                Optional.of(Reason.NOT_IDENTIFIED),
                reason(Confirmatory.of(FactorModel.ofSizes(List.of(2, 2)), pairs, 200)));
    }

    /** Three correlations of which one is below 0 have no factor in common: λ₁² = .5·.5/−.3. */
    @Test
    void whatHasNoFactorInCommonDoesNotConverge() {
        SymmetricMatrix against = SymmetricMatrix.of(3, (i, j) -> i == j ? 1 : j == 0 ? .5 : -.3);
        Confirmatory none = Confirmatory.of(FactorModel.ofSizes(List.of(3)), against, 100);
        assertEquals(Optional.of(Reason.NOT_CONVERGED), reason(none));
        assertEquals("1000", none.refusal().get(0).reasonArgs().get("iterations"));
    }

    @Test
    void whatCannotBeFittedSaysWhy() {
        FactorModel three = FactorModel.ofSizes(List.of(3));
        SymmetricMatrix even = SymmetricMatrix.of(3, (i, j) -> i == j ? 1 : .5);
        Confirmatory few = Confirmatory.of(three, even, 6);
        assertEquals(Optional.of(Reason.N_TOO_SMALL), reason(few));
        assertEquals("6", few.refusal().get(0).reasonArgs().get("n"));
        assertTrue(Confirmatory.of(three, even, 7).isKnown());
        assertEquals(
                Optional.of(Reason.NOT_IDENTIFIED),
                reason(Confirmatory.of(FactorModel.ofSizes(List.of(2)), even.select(0, 1), 3)));
        SymmetricMatrix copies = SymmetricMatrix.of(3, (i, j) -> 1);
        Confirmatory none = Confirmatory.of(three, copies, 100);
        assertEquals(Optional.of(Reason.SINGULAR_MATRIX), reason(none));
        ConfirmatoryFit fit = none.fit();
        assertEquals(0, fit.df() + fit.baselineDf());
        assertEquals(fit.chiSquare(), fit.rmseaInterval().upper());
        assertEquals(Optional.of(Reason.SINGULAR_MATRIX), fit.bic().reason());
        assertEquals(
                Optional.of(Reason.SINGULAR_MATRIX),
                ConfirmatoryFit.wishart(none).cfi().reason());
    }
}
