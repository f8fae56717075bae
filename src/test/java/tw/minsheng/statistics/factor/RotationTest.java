package tw.minsheng.statistics.factor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import tw.minsheng.statistics.distribution.SplitMix64;

/**
 * Turned factors. {@code L} of R are the two principal axes of {@code cov2cor(ability.cov$cov)}: {@code psych::fa(R, 2, fm = "pa", rotate =
 * "none", min.err = 1e-14, max.iter = 1e5)$loadings}.
 */
class RotationTest {

    private final FactorMatrix axes = PrincipalAxis.of(Ability.correlation(), 2).matrix();

    /** Nine items, three to a factor, as nothing else can be. */
    private static final double[][] SIMPLE = {
        {.9, 0, 0}, {.8, 0, 0}, {.75, 0, 0}, {0, .7, 0}, {0, .65, 0}, {0, .6, 0}, {0, 0, .5}, {0, 0, -.45}, {0, 0, .4}
    };

    /** Turned by 40° about the third axis, then by 25° about the first. */
    private static FactorMatrix turnedAway(FactorMatrix loadings) {
        double a = StrictMath.toRadians(40);
        double b = StrictMath.toRadians(25);
        double[][] first = {
            {StrictMath.cos(a), -StrictMath.sin(a), 0}, {StrictMath.sin(a), StrictMath.cos(a), 0}, {0, 0, 1}
        };
        double[][] second = {
            {1, 0, 0}, {0, StrictMath.cos(b), -StrictMath.sin(b)}, {0, StrictMath.sin(b), StrictMath.cos(b)}
        };
        return loadings.times(FactorMatrix.of(3, 3, (i, j) -> first[i][j]))
                .times(FactorMatrix.of(3, 3, (i, j) -> second[i][j]));
    }

    private static FactorMatrix simple() {
        return FactorMatrix.of(9, 3, (i, j) -> SIMPLE[i][j]);
    }

    /** {@code varimax(L, normalize = TRUE, eps = 1e-15)}. */
    @Test
    void varimaxIsThatOfR() {
        double[][] expected = {
            {.491090093268575, .570901695295798},
            {.155620731914577, .593558478442105},
            {.178138458431732, .896108104189097},
            {.129733009160234, .430818337024715},
            {.949183771786246, .194192166513439},
            {.784362547158412, .232969468918154},
        };
        Rotation found = Varimax.of(axes, true);
        Ability.assertMatrix(expected, found.pattern(), 1e-7);
        Ability.assertMatrix(expected, found.structure(), 1e-7);
        Ability.assertMatrix(new double[][] {{1, 0}, {0, 1}}, found.correlations(), 0);
    }

    /** {@code varimax(L, normalize = FALSE, eps = 1e-15)}. */
    @Test
    void varimaxOfRawLoadingsIsThatOfR() {
        double[][] expected = {
            {.512286894390246, .551960472528742},
            {.177911643862161, .587262229766567},
            {.211832003407493, .888746447024223},
            {.145900308456984, .425615076300954},
            {.955836615655380, .158230194116095},
            {.792596333721323, .203200469006241},
        };
        Ability.assertMatrix(expected, Varimax.of(axes, false).pattern(), 1e-7);
    }

    @Test
    void varimaxFindsSimpleStructureAgain() {
        Ability.assertMatrix(SIMPLE, Varimax.of(turnedAway(simple()), true).pattern(), 1e-12);
        Ability.assertMatrix(SIMPLE, Varimax.of(turnedAway(simple()), false).pattern(), 1e-12);
    }

    /** One factor cannot be turned; an item without loadings stays without. */
    @Test
    void nothingToTurn() {
        Ability.assertMatrix(
                new double[][] {{.8}, {.6}},
                Varimax.of(FactorMatrix.of(2, 1, (i, j) -> i == 0 ? -.8 : -.6), true)
                        .pattern(),
                1e-15);
        double[][] cells = {{.9, .3}, {.8, .4}, {.2, .7}, {0, 0}};
        FactorMatrix turned =
                Varimax.of(FactorMatrix.of(4, 2, (i, j) -> cells[i][j]), true).pattern();
        assertEquals(0, turned.rowSquares(3));
        assertEquals(.9, turned.rowSquares(0), 1e-12);
        Rotation oblique = Oblimin.of(FactorMatrix.of(4, 2, (i, j) -> cells[i][j]), true);
        assertEquals(0, oblique.pattern().rowSquares(3));
    }

    /** {@code promax(varimax(L, eps = 1e-15)$loadings, m = 4)}; correlations are {@code solve(t(U) %*% U)} of its rotmat. */
    @Test
    void promaxIsThatOfR() {
        double[][] expected = {
            {.3571124240532304, .489220328279410},
            {-.0410357409223555, .636213412798166},
            {-.1279379268975043, .980922009932444},
            {-.0102931071060735, .455747291732189},
            {1.0300059886051045, -.114705316847663},
            {.8240588842983434, -.010247859575758},
        };
        Rotation found = Promax.r(axes, 4);
        Ability.assertMatrix(expected, found.pattern(), 1e-7);
        Ability.assertMatrix(new double[][] {{1, .573053183678253}, {.573053183678253, 1}}, found.correlations(), 1e-7);
    }

    /** The same with {@code x <- v/sqrt(rowSums(v^2)); Q <- abs(x)^5/x} as target, and its columns at length 1. */
    @Test
    void promaxOfSpssHasAnotherTarget() {
        double[][] expected = {
            {.3729503343789837, .4906764350711574},
            {-.0103043658256808, .6188277991908357},
            {-.0792592283814720, .951650004789583},
            {.0113380849506239, .4440218491448668},
            {1.0039609821625277, -.0725656007487289},
            {.8070539024617709, .0214389502861621},
        };
        Rotation found = Promax.spss(axes, 4);
        Ability.assertMatrix(expected, found.pattern(), 1e-7);
        assertEquals(.511598406535641, found.correlations().at(1, 0), 1e-7);
    }

    /** A loading of 0 keeps its 0 as target. */
    @Test
    void promaxOfSimpleStructureIsItself() {
        Rotation found = Promax.spss(simple(), 4);
        Ability.assertMatrix(SIMPLE, found.pattern(), 1e-12);
        Ability.assertMatrix(new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}, found.correlations(), 1e-12);
    }

    /** The quartimin criterion of two factors, minimised by {@code nlm} over the two angles of the columns of T. */
    @Test
    void obliminIsTheLeastThatRFinds() {
        double[][] expected = {
            {.4949106995574434, .3856299444898162},
            {.6073344928999069, .0135700888345763},
            {.9317544697776148, -.0415044182888991},
            {.4364311753815430, .0281612863177559},
            {-.0360998766289210, .9847152811336704},
            {.0493175777718577, .7946387023537822},
        };
        Rotation found = Oblimin.of(axes, false);
        double[][] ordered = found.pattern().at(0, 0) > .45 ? expected : swapped(expected);
        Ability.assertMatrix(ordered, found.pattern(), 1e-6);
        assertEquals(.0204693133937616, found.criterion(), 1e-10);
        assertEquals(.454411848799388, found.correlations().at(0, 1), 1e-6);
        assertEquals(0, found.gradient(), 1e-8);
        Rotation even = Oblimin.of(axes, true);
        assertEquals(.0595541320684418, even.criterion(), 1e-10);
        assertEquals(.496118421856566, even.correlations().at(0, 1), 1e-6);
        int blocks = even.pattern().at(2, 0) > .5 ? 0 : 1;
        assertEquals(.9491214026641395, even.pattern().at(2, blocks), 1e-6);
        assertEquals(.994517590793261, even.pattern().at(4, 1 - blocks), 1e-6);
    }

    private static double[][] swapped(double[][] rows) {
        double[][] swapped = new double[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            swapped[i] = new double[] {rows[i][1], rows[i][0]};
        }
        return swapped;
    }

    /** Factors that go together give a pattern without cross loadings, criterion 0, and their own correlations. */
    @Test
    void obliminFindsSimpleStructureAgain() {
        double[][] phi = {{1, .5, .3}, {.5, 1, .4}, {.3, .4, 1}};
        // any root of phi: Cholesky's
        double[][] root = {{1, 0, 0}, {.5, StrictMath.sqrt(.75), 0}, {.3, 0, 0}};
        root[2][1] = (.4 - .15) / root[1][1];
        root[2][2] = StrictMath.sqrt(1 - .09 - root[2][1] * root[2][1]);
        FactorMatrix mixed = turnedAway(simple().times(FactorMatrix.of(3, 3, (i, j) -> root[i][j])));
        Rotation found = Oblimin.of(mixed, false);
        Ability.assertMatrix(SIMPLE, found.pattern(), 1e-6);
        Ability.assertMatrix(phi, found.correlations(), 1e-6);
        assertEquals(0, found.criterion(), 1e-12);
        Ability.assertMatrix(SIMPLE, Oblimin.of(mixed, true).pattern(), 1e-6);
    }

    /** Of loadings without structure the criterion has several valleys: the first start leads to .256958 here. */
    @Test
    void obliminTriesSeveralStarts() {
        SplitMix64 random = new SplitMix64(12);
        FactorMatrix any = FactorMatrix.of(10, 5, (i, j) -> 1.6 * random.nextUniform() - .8);
        assertEquals(.245108016, Oblimin.of(any, false).criterion(), 1e-9);
    }
}
