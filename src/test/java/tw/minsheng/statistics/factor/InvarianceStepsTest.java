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
import tw.minsheng.statistics.distribution.ChiSquare;
import tw.minsheng.statistics.factor.Invariance.Level;
import tw.minsheng.statistics.factor.Invariance.Step;
import tw.minsheng.statistics.factor.Invariance.Verdict;
import tw.minsheng.statistics.moments.SymmetricMatrix;

/** 測量恆等性 of groups of which it is known how they differ. */
class InvarianceStepsTest {

    private static final FactorModel TWO = FactorModel.ofSizes(List.of(4, 2));
    private static final List<Double> MEANS = List.of(20.0, 12.0, 40.0, 8.0, 30.0, 50.0);
    private static final FactorModel ONE = FactorModel.ofSizes(List.of(4));
    private static final double[] LOADINGS = {.8, .7, .6, .5};

    private static GroupMoments ability(long n) {
        return new GroupMoments(n, MEANS, Ability.covariance());
    }

    /** n answers to four items of one factor, in which the model is true. */
    private static GroupMoments exact(long n, double[] loadings, double variance, double... means) {
        SymmetricMatrix covariance = SymmetricMatrix.of(
                4, (i, j) -> (loadings[i] * loadings[j] * variance + (i == j ? .5 : 0)) * n / (n - 1.0));
        return new GroupMoments(n, List.of(means[0], means[1], means[2], means[3]), covariance);
    }

    private static List<Step> steps(GroupMoments... groups) {
        Invariance found = Invariance.of(groups[0].items() == 4 ? ONE : TWO, List.of(groups));
        assertEquals(List.of(), found.refusal());
        assertEquals(3, found.steps().size());
        return found.steps();
    }

    /** The same people twice: every model fits as the one of one group, only degrees of freedom grow. */
    @Test
    void groupsThatAreAlike() {
        ConfirmatoryFit one = Confirmatory.of(TWO, Ability.covariance(), 112).fit();
        double x = one.chiSquare().number();
        List<Step> steps = steps(ability(112), ability(112));
        Step first = steps.get(0);
        assertEquals(Level.CONFIGURAL, first.level());
        assertEquals(2 * x, first.chiSquare().number(), 1e-8);
        assertEquals(16, first.df());
        assertEquals(ChiSquare.upperTail(2 * x, 16), first.p().number(), 1e-10);
        assertEquals(one.cfi().number(), first.cfi().number(), 1e-9);
        assertEquals(one.rmsea().number(), first.rmsea().number(), 1e-9);
        assertEquals(Optional.of(Reason.NO_DATA), first.deltaChiSquare().reason());
        assertEquals(0, first.deltaDf());
        Step metric = steps.get(1);
        assertEquals(20, metric.df());
        assertEquals(4, metric.deltaDf());
        assertEquals(0, metric.deltaChiSquare().number(), 1e-8);
        assertEquals(1, metric.deltaP().number(), 1e-6);
        double baseline = 2 * one.baseline().number() - 30;
        assertEquals(1 - (2 * x - 20) / baseline, metric.cfi().number(), 1e-9);
        assertEquals(
                StrictMath.sqrt((2 * x - 20) / (224.0 * 20) * 2), metric.rmsea().number(), 1e-9);
        Step scalar = steps.get(2);
        assertEquals(24, scalar.df());
        assertEquals(1 - (2 * x - 24) / baseline, scalar.cfi().number(), 1e-9);
        assertEquals(
                scalar.cfi().number() - metric.cfi().number(), scalar.deltaCfi().number(), 1e-12);
        assertEquals(
                scalar.rmsea().number() - metric.rmsea().number(),
                scalar.deltaRmsea().number(),
                1e-12);
    }

    /** A factor that is higher and more spread in one group is what the scalar model allows. */
    @Test
    void factorsMayDiffer() {
        GroupMoments low = exact(100, LOADINGS, 1, 3, 3, 3, 3);
        GroupMoments high = exact(60, LOADINGS, 1.5, 3.8, 3.7, 3.6, 3.5);
        for (Step step : steps(low, high)) {
            assertEquals(0, step.chiSquare().number(), 1e-9);
            assertEquals(1, step.cfi().number());
            assertEquals(0, step.rmsea().number());
        }
    }

    /** One loading of the second group is another: it costs from the metric model on. One mean: from the scalar model on. */
    @Test
    void itemsThatDiffer() {
        GroupMoments low = exact(100, LOADINGS, 1, 3, 3, 3, 3);
        List<Step> loading = steps(low, exact(60, new double[] {.8, .7, .6, 1.2}, 1, 3, 3, 3, 3));
        assertEquals(0, loading.get(0).chiSquare().number(), 1e-9);
        assertTrue(loading.get(1).deltaChiSquare().number() > 5);
        assertTrue(loading.get(1).deltaCfi().number() < -.01);
        List<Step> mean = steps(low, exact(60, LOADINGS, 1, 3, 3, 3, 4));
        assertEquals(0, mean.get(1).chiSquare().number(), 1e-9);
        assertTrue(mean.get(2).deltaChiSquare().number() > 20);
        assertEquals(
                ChiSquare.upperTail(mean.get(2).chiSquare().number(), 3),
                mean.get(2).deltaP().number(),
                1e-12);
        assertTrue(mean.get(2).deltaRmsea().number() > .1);
    }

    /** Units that all groups share change nothing. */
    @Test
    void unitsDoNotMatter() {
        GroupMoments low = exact(100, LOADINGS, 1, 3, 3, 3, 3);
        GroupMoments other = exact(60, new double[] {.8, .7, .6, .9}, 1, 3, 3, 3, 3.4);
        double[] units = {1e-5, 1e-4, 1e-5, 1e-6};
        List<Step> one = steps(low, other);
        List<Step> two = steps(low.over(units), other.over(units));
        for (int s = 0; s < 3; s++) {
            assertEquals(one.get(s).chiSquare().number(), two.get(s).chiSquare().number(), 1e-7);
        }
        assertEquals(
                List.of(6.0, 4.0),
                new GroupMoments(9, List.of(3.0, 8.0), SymmetricMatrix.of(2, (i, j) -> i == j ? 1 : 0))
                        .over(new double[] {.5, 2})
                        .means());
    }

    private static Step step(Level level, double cfi, double rmsea, double deltaCfi) {
        Value any = Value.of(1);
        return new Step(level, any, 1, any, Value.of(cfi), Value.of(rmsea), any, 1, any, Value.of(deltaCfi), any);
    }

    private static Optional<Verdict> verdict(double cfi, double rmsea, double metric, double scalar) {
        return new Invariance(
                        List.of(
                                step(Level.CONFIGURAL, cfi, rmsea, 0),
                                step(Level.METRIC, .96, .05, metric),
                                step(Level.SCALAR, .96, .05, scalar)),
                        List.of())
                .verdict(FitLimits.usual());
    }

    @Test
    void theFirstModelThatDoesNotHoldDecides() {
        assertEquals(Optional.of(Verdict.SCALAR), verdict(.95, .06, -.01, -.01));
        assertEquals(Optional.of(Verdict.METRIC), verdict(.95, .06, -.01, -.0101));
        assertEquals(Optional.of(Verdict.CONFIGURAL), verdict(.95, .06, -.0101, 0));
        assertEquals(Optional.of(Verdict.MISFIT), verdict(.9499, .06, 0, 0));
        assertEquals(Optional.of(Verdict.MISFIT), verdict(.95, .0601, 0, 0));
        assertEquals("misfit", Verdict.MISFIT.key());
        assertEquals(Optional.empty(), new Invariance(List.of(), List.of()).verdict(FitLimits.usual()));
    }

    private static Optional<Reason> reason(FactorModel model, GroupMoments... groups) {
        return Invariance.of(model, List.of(groups)).refusal().get(0).reason();
    }

    @Test
    void groupsThatCannotBeComparedSayWhy() {
        assertEquals(Optional.of(Reason.NOT_IDENTIFIED), reason(TWO, ability(112)));
        GroupMoments low = exact(100, LOADINGS, 1, 3, 3, 3, 3);
        assertEquals(Optional.of(Reason.NOT_IDENTIFIED), reason(FactorModel.ofSizes(List.of(3, 1)), low, low));
        GroupMoments three =
                new GroupMoments(50, List.of(1.0, 1.0, 1.0), low.covariance().select(0, 1, 2));
        assertEquals(Optional.of(Reason.NOT_IDENTIFIED), reason(FactorModel.ofSizes(List.of(3)), three, three));
        assertEquals(Optional.of(Reason.N_TOO_SMALL), reason(ONE, low, exact(8, LOADINGS, 1, 3, 3, 3, 3)));
        assertEquals(
                "8",
                Invariance.of(ONE, List.of(low, exact(8, LOADINGS, 1, 3, 3, 3, 3)))
                        .refusal()
                        .get(0)
                        .reasonArgs()
                        .get("n"));
        assertEquals(3, steps(low, exact(9, LOADINGS, 1, 3, 3, 3, 3)).size());
        GroupMoments copies = new GroupMoments(50, low.means(), SymmetricMatrix.of(4, (i, j) -> 1));
        assertEquals(Optional.of(Reason.SINGULAR_MATRIX), reason(ONE, low, copies));
        assertThrows(IllegalArgumentException.class, () -> new GroupMoments(9, List.of(1.0), low.covariance()));
    }

    @Test
    void smallGroupsAreNotEnough() {
        assertTrue(Invariance.isEnough(ONE, 30));
        assertFalse(Invariance.isEnough(ONE, 29));
        FactorModel large = FactorModel.ofSizes(List.of(20));
        assertTrue(Invariance.isEnough(large, 41));
        assertFalse(Invariance.isEnough(large, 40));
    }
}
