package tw.minsheng.statistics.sampling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tw.minsheng.statistics.Reason;

/** Allocations, draws and two frames; R and cases by hand. */
class DrawTest {

    private static final StratumPlan PLAN =
            new StratumPlan(List.of(1000.0, 2000.0, 3000.0, 20.0), List.of(12.0, 5.0, 3.0, 400.0));

    private static void close(List<Double> expected, List<Double> found) {
        assertEquals(expected.size(), found.size());
        for (int i = 0; i < expected.size(); i++) {
            assertEquals(expected.get(i), found.get(i), 1e-10);
        }
    }

    @Test
    void neymanFollowsSizeAndSpread() {
        close(List.of(36.9230769230769, 30.7692307692308, 27.6923076923077, 24.6153846153846), PLAN.neyman(120));
        assertEquals(List.of(37L, 31L, 28L, 24L), StratumPlan.whole(PLAN.neyman(120), 120));
        close(List.of(19.9335548172757, 39.8671096345515, 59.8006644518272, .398671096345515), PLAN.proportional(120));
        assertEquals(2.15434587077168, PLAN.standardError(PLAN.proportional(120)), 1e-10);
        // costs of 4 halve the share
        List<Double> optimum = PLAN.optimum(120, List.of(4.0, 1.0, 1.0, 1.0));
        assertEquals(120, optimum.stream().mapToDouble(x -> x).sum(), 1e-10);
        assertEquals(optimum.get(1) * 12 / 10 / 2, optimum.get(0), 1e-10);
    }

    @Test
    void aStratumIsNeverAskedForMoreThanItHas() {
        List<Double> capped = PLAN.capped(120);
        close(List.of(38.7096774193548, 32.258064516129, 29.0322580645161, 20.0), capped);
        assertEquals(List.of(39L, 32L, 29L, 20L), StratumPlan.whole(capped, 120));
        assertEquals(List.of(3), PLAN.takenWhole(capped));
        assertEquals(List.of(), PLAN.takenWhole(PLAN.proportional(100)));
    }

    @Test
    void everyStratumGetsItsLeast() {
        StratumPlan plan = StratumPlan.ofSizes(List.of(100.0, 50.0, 40.0, 1.0));
        // the fourth gets 5; of 95 the third gets 20, which is enough
        close(List.of(50.0, 25.0, 20.0, 5.0), plan.proportionalWithLeast(100, 5));
        // of 80 beside 20, the third gets 16.8 and is fixed too: 60 of 150
        close(List.of(40.0, 20.0, 20.0, 20.0), plan.proportionalWithLeast(100, 20));
        assertThrows(IllegalArgumentException.class, () -> plan.proportionalWithLeast(19, 5));
        assertThrows(IllegalArgumentException.class, () -> new StratumPlan(List.of(1.0), List.of()));
        assertThrows(IllegalArgumentException.class, () -> new StratumPlan(List.of(), List.of()));
        assertThrows(IllegalArgumentException.class, () -> new StratumPlan(List.of(0.0), List.of(1.0)));
        assertThrows(IllegalArgumentException.class, () -> new StratumPlan(List.of(1.0), List.of(-1.0)));
    }

    @Test
    void wholeNumbersAddUp() {
        assertEquals(List.of(2L, 1L, 1L), StratumPlan.whole(List.of(4 / 3.0, 4 / 3.0, 4 / 3.0), 4));
        assertEquals(List.of(1L, 3L), StratumPlan.whole(List.of(1.2, 2.8), 4));
        assertEquals(List.of(3L, 1L), StratumPlan.whole(List.of(2.9999999999, 1.0), 4));
    }

    @Test
    void systematicRowsKeepTheirDistance() {
        assertEquals(List.of(4L, 14L, 24L, 34L, 44L, 54L, 64L, 74L, 84L, 94L), UnequalDraw.systematic(100, 10, .37));
        assertEquals(List.of(2L, 4L, 6L), UnequalDraw.systematic(7, 3, .5));
        assertEquals(List.of(1L), UnequalDraw.systematic(5, 1, 0));
        assertThrows(IllegalArgumentException.class, () -> UnequalDraw.systematic(5, 6, 0));
        assertThrows(IllegalArgumentException.class, () -> UnequalDraw.systematic(5, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> UnequalDraw.systematic(5, 2, 1));
        assertThrows(IllegalArgumentException.class, () -> UnequalDraw.systematic(5, 2, -.1));
    }

    @Test
    void largeUnitsAreCertain() {
        // 2·10/16 is more than 1: certain; then 1·x/6, of which 5/6 is not
        close(List.of(1.0, 5 / 6.0, 1 / 6.0), UnequalDraw.inclusion(new double[] {10, 5, 1}, 2));
        close(List.of(.5, .5, 1.0), UnequalDraw.inclusion(new double[] {1, 1, 2}, 2));
        assertThrows(IllegalArgumentException.class, () -> UnequalDraw.inclusion(new double[] {1, 0}, 1));
        assertThrows(IllegalArgumentException.class, () -> UnequalDraw.inclusion(new double[] {1, 1}, 3));
        assertThrows(IllegalArgumentException.class, () -> UnequalDraw.inclusion(new double[] {1, 1}, 0));
        List<Double> inclusion = List.of(.4, .8, .3, .5);
        // borders 0, .4, 1.2, 1.5, 2: steps from .3 are .3 and 1.3
        assertEquals(List.of(0, 2), UnequalDraw.systematic(inclusion, .3));
        assertEquals(List.of(1, 3), UnequalDraw.systematic(inclusion, .6));
        // steps 1 and 2: a border belongs to the unit before it
        assertEquals(List.of(1, 3), UnequalDraw.systematic(inclusion, 0));
    }

    @Test
    void estimatesUndoTheChances() {
        double[] y = {2, 6, 3};
        double[] pi = {.5, .75, 1};
        assertEquals(4 + 8 + 3, UnequalDraw.total(y, pi), 1e-12);
        assertEquals(15 / (2 + 4 / 3.0 + 1), UnequalDraw.mean(y, pi), 1e-12);
        // c = .5, .25, 0; a = 2/3, 1/3, 0; middle 16/3: .5·(4/3)² + .25·(8/3)² over 1 − 5/9
        assertEquals((.5 * 16 / 9 + .25 * 64 / 9) / (4 / 9.0), UnequalDraw.devilleVariance(y, pi), 1e-12);
    }

    @Test
    void twoFramesShareThePeopleOfBoth() {
        DualFrame frames = DualFrame.of(.2, .4);
        double dual = 1 / (1 + .25 + 2 / 3.0);
        assertEquals(dual, frames.dual().number(), 1e-12);
        assertEquals(dual / 4, frames.landlineOnly().number(), 1e-12);
        assertEquals(dual * 2 / 3, frames.mobileOnly().number(), 1e-12);
        DualFrame.Counts counts = new DualFrame.Counts(10, 30, 20, 40);
        assertEquals(100, counts.n());
        assertEquals(.6, DualFrame.pooled(counts).number(), 1e-12);
        DualFrame.Weights weights = frames.weights(counts, .75);
        assertEquals(100 * dual / 4 / 10, weights.landlineOnly().number(), 1e-12);
        assertEquals(100 * dual * .75 / 30, weights.dualLandline().number(), 1e-12);
        assertEquals(100 * dual * .25 / 20, weights.dualMobile().number(), 1e-12);
        assertEquals(100 * dual * 2 / 3 / 40, weights.mobileOnly().number(), 1e-12);
        assertEquals(0, DualFrame.of(0, .4).landlineOnly().number());
        DualFrame.Counts without = new DualFrame.Counts(0, 30, 20, 40);
        assertEquals(0, DualFrame.of(0, .4).weights(without, 1).landlineOnly().number());
        assertEquals(
                Optional.of(Reason.ZERO_DENOMINATOR),
                frames.weights(without, 1).landlineOnly().reason());
    }

    @Test
    void twoFramesWithNobodyInBothSayNothing() {
        assertEquals(
                Optional.of(Reason.ZERO_DENOMINATOR), DualFrame.of(1, .4).dual().reason());
        assertEquals(
                Optional.of(Reason.ZERO_DENOMINATOR),
                DualFrame.of(.4, 1).mobileOnly().reason());
        DualFrame.Counts counts = new DualFrame.Counts(1, 0, 0, 1);
        assertEquals(
                Optional.of(Reason.ZERO_DENOMINATOR), DualFrame.pooled(counts).reason());
        assertEquals(
                Optional.of(Reason.ZERO_DENOMINATOR),
                DualFrame.of(1, .4).weights(counts, .5).dualMobile().reason());
        assertThrows(IllegalArgumentException.class, () -> DualFrame.of(-.1, .4));
        assertThrows(IllegalArgumentException.class, () -> DualFrame.of(.1, 1.4));
        assertThrows(IllegalArgumentException.class, () -> DualFrame.of(.1, .4).weights(counts, 2));
    }
}
