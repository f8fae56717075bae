package tw.minsheng.statistics.power;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.distribution.NoncentralF;
import tw.minsheng.statistics.distribution.NoncentralT;

/** R: {@code power.*.test} of stats, {@code pwr} 1.3-0. */
class PowerTest {

    private static final Power USUAL = new Power(.05);

    private static void size(double expected, PowerCurve curve, double power) {
        double found = curve.sizeFor(power).number();
        assertEquals(expected, found, 1e-4 * expected);
        assertEquals(power, curve.at(found), 1e-9);
    }

    @Test
    void sizesAreThoseOfR() {
        size(76.7069301141077, USUAL.twoShares(.5, .75), .9);
        size(2073.20132101147, new Power(.01).twoShares(.8, .75), .9);
        size(22.0210977038512, USUAL.twoMeans(1, 1), .9);
        size(252.128116122658, USUAL.twoMeans(-.25, 1), .8);
        size(170.051128298445, USUAL.oneMean(.2, .8), .9);
        size(11.9261309577355, USUAL.means(4, 1, 3), .8);
        size(1193.52858370457, USUAL.chiSquare(.1, 4), .8);
        size(193.086747144137, USUAL.correlation(-.2), .8);
        size(174.419122433903, USUAL.twoEffects(.3), .8);
    }

    @Test
    void powersAreThoseOfR() {
        assertEquals(.71899655365348, USUAL.twoShares(.5, .58).at(500), 1e-9);
        assertEquals(.650108691364332, USUAL.twoMeans(.3, .9).at(100), 1e-9);
        assertEquals(.783386118571126, USUAL.oneMeanOneSided(.5, 1).at(25), 1e-9);
        assertEquals(.463193464802367, USUAL.means(5, .02, .8).at(60), 1e-9);
        assertEquals(.924235107319422, USUAL.twoEffects(.2, 800, 450), 1e-9);
        assertEquals(.645478208648112, USUAL.regression(6, 200, .05), 1e-9);
        assertEquals(.687770420076401, USUAL.oneEffect(-.2).at(150), 1e-9);
    }

    /** Few pairs: the bias of Fisher's z and the other side of the border count. By the formulas of {@code pwr.r.test}. */
    @Test
    void correlationsOfFewPairsAreThoseOfR() {
        assertEquals(.0542939274997935, USUAL.correlation(.1).at(6), 1e-12);
        assertEquals(.0819275826650238, USUAL.correlation(-.3).at(5), 1e-12);
        assertEquals(
                USUAL.oneMeanOneSided(.5, 1).at(25),
                USUAL.oneMeanOneSided(-1, 2).at(25));
    }

    @Test
    void anEffectOfNothingHasNoSize() {
        assertEquals(
                Optional.of(Reason.NO_VARIATION),
                USUAL.twoShares(.5, .5).sizeFor(.8).reason());
        assertEquals(2, USUAL.twoShares(.01, .99).sizeFor(.5).number());
        assertEquals(4, USUAL.correlation(.999).sizeFor(.5).number());
        assertThrows(IllegalArgumentException.class, () -> USUAL.twoEffects(.3).sizeFor(1));
        assertThrows(IllegalArgumentException.class, () -> USUAL.twoEffects(.3).sizeFor(0));
        assertThrows(IllegalArgumentException.class, () -> new Power(0));
        assertThrows(IllegalArgumentException.class, () -> new Power(1));
    }

    /** R: {@code power.prop.test(n, p1, power)$p2}; downwards by {@code uniroot} of the same power. */
    @Test
    void smallestDifferencesAreThoseOfR() {
        assertEquals(.0881451, USUAL.smallestDifference(.5, 500, .8).number(), 2e-6);
        assertEquals(.0407452, USUAL.smallestDifference(.1, 1000, .8).number(), 2e-6);
        assertEquals(.2558805, USUAL.smallestDifference(.3, 57.5, .8).number(), 2e-6);
        // above one half towards one half
        assertEquals(.09877568, USUAL.smallestDifference(.8, 300, .8).number(), 2e-6);
        assertEquals(.1331369, USUAL.smallestDifference(.95, 120, .9).number(), 2e-6);
    }

    @Test
    void tooFewPeopleTellNoDifference() {
        assertEquals(
                Optional.of(Reason.N_TOO_SMALL),
                USUAL.smallestDifference(.5, 1.9, .8).reason());
        assertEquals(
                Optional.of(Reason.N_TOO_SMALL),
                USUAL.smallestDifference(.5, 3, .8).reason());
        double all = USUAL.smallestDifference(.5, 12, .8).number();
        assertEquals(.8, USUAL.twoShares(.5, .5 + all).at(12), 1e-5);
        // two people tell only all from nothing, and hardly that
        assertEquals(2, USUAL.smallestDifference(.001, 2, .001).isKnown() ? 2 : 0);
    }

    @Test
    void noncentralTailsAreThoseOfR() {
        assertEquals(.3408459275579737, NoncentralT.upperTail(2, 10, 1.5), 1e-11);
        assertEquals(.8413447460685429, NoncentralT.upperTail(0, 5, 1), 1e-12);
        assertEquals(.1951034641691939, NoncentralT.upperTail(4, 30, 3), 1e-11);
        assertEquals(.0204961092928764, NoncentralT.upperTail(2.5, 7, 0), 1e-12);
        assertEquals(1, NoncentralT.upperTail(2, 100, 40), 1e-12);
        assertThrows(IllegalArgumentException.class, () -> NoncentralT.upperTail(-1, 5, 1));
        assertThrows(IllegalArgumentException.class, () -> NoncentralT.upperTail(1, 5, -1));
        // R stops its series at 1e-9
        assertEquals(.4339686243552558, NoncentralF.upperTail(3, 2, 20, 4), 1e-9);
        assertEquals(.9948096835355432, NoncentralF.upperTail(1.2, 5, 60, 20), 1e-9);
        assertEquals(.1846073184089887, NoncentralF.upperTail(2, 3, 9, 0), 1e-12);
        assertEquals(1, NoncentralF.upperTail(0, 3, 9, 2));
    }
}
