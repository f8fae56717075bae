package tw.minsheng.statistics.regress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.estimate.RowSample;
import tw.minsheng.statistics.estimate.StratifiedRows;
import tw.minsheng.statistics.moments.LeastSquares;

/** R: {@code svyglm} and {@code regTermTest} of survey 4.1-1. */
class DesignRegressionTest {

    private static final RowSample SAMPLE = StratifiedRows.sample();
    private static final boolean[] ALL = StratifiedRows.all();

    private static double[][] predictors() {
        double[][] rows = new double[StratifiedRows.N][];
        Arrays.setAll(rows, i -> new double[] {
            1, StratifiedRows.x()[i], StratifiedRows.h()[i] == 1 ? 1 : 0, StratifiedRows.h()[i] == 2 ? 1 : 0
        });
        return rows;
    }

    private static double[][] line() {
        double[][] rows = new double[StratifiedRows.N][];
        Arrays.setAll(rows, i -> new double[] {1, StratifiedRows.x()[i]});
        return rows;
    }

    private static void coefficient(DesignRegression model, int index, double b, double se, double t, double p) {
        assertEquals(b, model.coefficients().estimates().get(index).number(), 1e-11);
        assertEquals(se, model.coefficients().se(index).number(), 1e-11);
        assertEquals(t, model.t(index).number(), 1e-9);
        assertEquals(p, model.p(index).number(), 1e-11);
    }

    @Test
    void aNumberIsRegressed() {
        DesignRegression model =
                DesignRegression.fit(SAMPLE, Link.IDENTITY, ALL, ALL, predictors(), StratifiedRows.y());
        coefficient(model, 0, 0.4002010007621343, 0.5983372387634479, 0.6688552455621994, 0.5116334319832119);
        coefficient(model, 1, 1.7273926031900597, 0.1143108081655865, 15.11136725311067, 4.832145029713691e-12);
        coefficient(model, 2, 0.3949645223280101, .629577326755831, 0.6273487076849406, 0.5378975992328241);
        coefficient(model, 3, 0.5478422858926878, 0.6026326494475032, 0.9090816542962824, 0.3746949328569392);
        assertEquals(19, model.df());
        assertEquals(24, model.n());
        assertEquals(1.541308056458304, model.dispersion().number(), 1e-11);
        assertEquals(35.450085298541, model.deviance().number(), 1e-10);
        assertEquals(328.97189672095027, model.nullDeviance().number(), 1e-10);
        assertEquals(1.4881373320206335, model.interval(1, .95).lower().number(), 1e-11);
        assertEquals(1.966647874359486, model.interval(1, .95).upper().number(), 1e-11);
        DesignRegression.Term term = model.term(2, 3);
        assertEquals(0.4546235086678549, term.f().number(), 1e-11);
        assertEquals(2, term.ndf());
        assertEquals(19, term.ddf());
        assertEquals(0.6414137661418915, term.p().number(), 1e-11);
    }

    @Test
    void yesAndNoAreRegressed() {
        DesignRegression model = DesignRegression.fit(SAMPLE, Link.LOGIT, ALL, ALL, line(), StratifiedRows.b());
        coefficient(model, 0, -3.247789881014099, 1.5441468885071226, -2.103290758921293, .0476706971323144);
        coefficient(model, 1, 0.9609823888441671, 0.3777494362920525, 2.543967764127105, 0.01888983812364623);
        assertEquals(21, model.df());
        assertEquals(0.8700677010413906, model.dispersion().number(), 1e-11);
        assertEquals(21.016645214378414, model.deviance().number(), 1e-10);
        assertEquals(32.90090358033479, model.nullDeviance().number(), 1e-10);
    }

    @Test
    void whatCannotBeFittedHasAReason() {
        boolean[] none = new boolean[StratifiedRows.N];
        assertEquals(Optional.of(Reason.NO_DATA), reason(ALL, none, predictors(), StratifiedRows.y(), Link.IDENTITY));
        assertEquals(Optional.of(Reason.NO_DATA), reason(none, ALL, predictors(), StratifiedRows.y(), Link.IDENTITY));
        boolean[] four = new boolean[StratifiedRows.N];
        Arrays.fill(four, 0, 4, true);
        assertEquals(
                Optional.of(Reason.N_TOO_SMALL), reason(ALL, four, predictors(), StratifiedRows.y(), Link.IDENTITY));
        double[][] twice = new double[StratifiedRows.N][];
        Arrays.setAll(twice, i -> new double[] {1, StratifiedRows.x()[i], 2 * StratifiedRows.x()[i] + 3});
        assertEquals(Optional.of(Reason.SINGULAR_MATRIX), reason(ALL, ALL, twice, StratifiedRows.y(), Link.IDENTITY));
        assertEquals(Optional.of(Reason.SINGULAR_MATRIX), reason(ALL, ALL, twice, StratifiedRows.b(), Link.LOGIT));
        double[] separated =
                Arrays.stream(StratifiedRows.x()).map(x -> x > 3 ? 1 : 0).toArray();
        assertEquals(Optional.of(Reason.NOT_CONVERGED), reason(ALL, ALL, line(), separated, Link.LOGIT));
        DesignRegression empty =
                DesignRegression.fit(SAMPLE, Link.IDENTITY, ALL, none, predictors(), StratifiedRows.y());
        assertEquals(Optional.of(Reason.NO_DATA), empty.term(0).f().reason());
        assertEquals(Optional.of(Reason.NO_DATA), empty.t(0).reason());
        assertEquals(Optional.of(Reason.NO_DATA), empty.deviance().reason());
        assertFalse(empty.interval(0, .95).isKnown());
    }

    private static Optional<Reason> reason(boolean[] domain, boolean[] valid, double[][] x, double[] y, Link link) {
        return DesignRegression.fit(SAMPLE, link, domain, valid, x, y)
                .coefficients()
                .estimates()
                .get(0)
                .reason();
    }

    /** As many units as coefficients: estimates without errors. */
    @Test
    void errorsNeedDegreesOfFreedom() {
        boolean[] few = new boolean[StratifiedRows.N];
        Arrays.fill(few, 9, 13, true);
        DesignRegression model = DesignRegression.fit(SAMPLE, Link.IDENTITY, ALL, few, line(), StratifiedRows.y());
        assertEquals(1, model.df());
        assertTrue(model.p(1).isKnown());
        boolean[] three = new boolean[StratifiedRows.N];
        Arrays.fill(three, 9, 12, true);
        DesignRegression fewer = DesignRegression.fit(SAMPLE, Link.IDENTITY, ALL, three, line(), StratifiedRows.y());
        assertEquals(0, fewer.df());
        assertTrue(fewer.coefficients().estimates().get(1).isKnown());
        assertEquals(Optional.of(Reason.SINGLE_PSU), fewer.p(1).reason());
    }

    @Test
    void leastSquaresLeavesTheInverseOfTheCrossProducts() {
        double[][] x = {{1, 1}, {1, 2}, {1, 4}};
        LeastSquares found = LeastSquares.fit(x, new double[] {1, 3, 7}, new double[] {1, 2, 1})
                .orElseThrow();
        // X'WX = [[4, 9], [9, 25]], X'Wy = [14, 41]
        assertEquals(2, found.size());
        assertEquals(25.0 / 19, found.inverse().at(0, 0), 1e-14);
        assertEquals(-9.0 / 19, found.inverse().at(0, 1), 1e-14);
        assertEquals(4.0 / 19, found.inverse().at(1, 1), 1e-14);
        assertEquals(-1, found.coefficient(0), 1e-13);
        assertEquals(2, found.coefficient(1), 1e-13);
        assertEquals(5, found.predicted(new double[] {1, 3}), 1e-13);
        assertTrue(LeastSquares.fit(x, new double[3], new double[] {0, 1, 0}).isEmpty());
        assertTrue(
                LeastSquares.fit(new double[0][], new double[0], new double[0]).isEmpty());
    }
}
