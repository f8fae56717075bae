package tw.minsheng.statistics.ordinal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.distribution.SplitMix64;
import tw.minsheng.statistics.factor.FactorModel;
import tw.minsheng.statistics.moments.SymmetricMatrix;

/** Correlations that a model gives exactly lead back to the model; what is left of others is told. */
class ExactModelTest {

    private static final int PEOPLE = 150;

    /** Answers give the weights only. */
    private static OrderedAnswers answers(int items) {
        SplitMix64 random = new SplitMix64(3);
        byte[][] codes = new byte[items][PEOPLE];
        for (int row = 0; row < PEOPLE; row++) {
            double all = random.nextUniform();
            for (int i = 0; i < items; i++) {
                codes[i][row] = (byte) ((all + random.nextUniform()) * 1.5);
            }
        }
        int[] categories = new int[items];
        Arrays.fill(categories, 3);
        return new OrderedAnswers(codes, categories);
    }

    private static SymmetricMatrix implied(double[] loadings, int[] factorOf, SymmetricMatrix factors) {
        return SymmetricMatrix.of(
                loadings.length,
                (i, j) -> i == j ? 1 : loadings[i] * loadings[j] * factors.at(factorOf[i], factorOf[j]));
    }

    private static void assertFound(double[] loadings, SymmetricMatrix factors, OrdinalConfirmatory found) {
        assertEquals(List.of(), found.refusal());
        for (int i = 0; i < loadings.length; i++) {
            assertEquals(loadings[i], found.loadings().get(i), 1e-7, "loading " + i);
        }
        for (int a = 0; a < factors.size(); a++) {
            for (int b = 0; b < factors.size(); b++) {
                assertEquals(factors.at(a, b), found.correlations().at(a, b), 1e-7);
            }
        }
        assertEquals(0, found.chiSquare().number(), 1e-9);
        assertEquals(0, found.srmr().number(), 1e-8);
        assertEquals(1, found.cfi().number());
        assertEquals(0, found.rmsea().number());
        assertTrue(found.scaled().number() < found.df());
        assertTrue(found.tli().number() > 1);
    }

    /** Three factors, the second against the others; one of two items only. */
    @Test
    void threeFactorsAreFoundAgain() {
        double[] loadings = {.8, .6, .7, .9, .5, .75, .65, .55};
        SymmetricMatrix factors = SymmetricMatrix.of(new double[][] {{1, -.4, .3}, {-.4, 1, -.2}, {.3, -.2, 1}});
        OrdinalConfirmatory found = OrdinalConfirmatory.of(
                FactorModel.ofSizes(List.of(3, 2, 3)),
                answers(8),
                implied(loadings, new int[] {0, 0, 0, 1, 1, 2, 2, 2}, factors));
        assertEquals(28 - 11, found.df());
        assertFound(loadings, factors, found);
    }

    /** A turned item loads below 0, and the factor stays the way most of it goes. */
    @Test
    void turnedItemsLoadBelowZero() {
        double[] loadings = {-.6, .8, .7, .5};
        SymmetricMatrix one = SymmetricMatrix.of(1, (i, j) -> 1);
        OrdinalConfirmatory found =
                OrdinalConfirmatory.of(FactorModel.ofSizes(List.of(4)), answers(4), implied(loadings, new int[4], one));
        assertEquals(2, found.df());
        assertFound(loadings, one, found);
    }

    /** SRMR: what the loadings leave of 6 correlations, over those and the 4 ones of the diagonal. RMSEA²·(n − 1)·df = T − df. */
    @Test
    void whatTheModelLeavesIsTold() {
        double[] loadings = {.8, .7, .6, .5};
        SymmetricMatrix exact = implied(loadings, new int[4], SymmetricMatrix.of(1, (i, j) -> 1));
        SymmetricMatrix off =
                SymmetricMatrix.of(4, (i, j) -> i + j == 1 || i + j == 5 ? exact.at(i, j) + .3 : exact.at(i, j));
        OrdinalConfirmatory found = OrdinalConfirmatory.of(FactorModel.ofSizes(List.of(4)), answers(4), off);
        double squares = 0;
        for (int i = 1; i < 4; i++) {
            for (int j = 0; j < i; j++) {
                double left = off.at(i, j)
                        - found.loadings().get(i) * found.loadings().get(j);
                squares += left * left;
            }
        }
        assertEquals(StrictMath.sqrt(squares / 10), found.srmr().number(), 1e-12);
        double rmsea = found.rmsea().number();
        assertTrue(rmsea > 0);
        assertEquals(found.scaled().number() - 2, rmsea * rmsea * (PEOPLE - 1) * 2, 1e-9);
        // with b = baseline/6: CFI = 1 − (T − 2)/(6b − 6) and TLI = (b − T/2)/(b − 1) are one number b
        double b = 1 + (found.scaled().number() - 2) / (1 - found.cfi().number()) / 6;
        assertEquals((b - found.scaled().number() / 2) / (b - 1), found.tli().number(), 1e-9);
        assertTrue(found.cfi().number() > found.tli().number() && found.cfi().number() < 1);
    }

    /** A correlation of 1 has no error, so no weight can be made of it. */
    @Test
    void aPerfectCorrelationHasNoWeight() {
        OrderedAnswers answers = answers(4);
        SymmetricMatrix perfect = SymmetricMatrix.of(4, (i, j) -> i == j || i + j == 1 ? 1 : .5);
        OrdinalConfirmatory found = OrdinalConfirmatory.of(FactorModel.ofSizes(List.of(4)), answers, perfect);
        assertEquals(Optional.of(Reason.SINGULAR_MATRIX), found.scaled().reason());
        assertEquals(Optional.of(Reason.SINGULAR_MATRIX), found.refusal().get(0).reason());
    }

    /** With as many people as parameters there is nothing left to judge by; one more is enough. */
    @Test
    void onePersonMoreThanParameters() {
        SymmetricMatrix exact = implied(new double[] {.8, .7, .6}, new int[3], SymmetricMatrix.of(1, (i, j) -> 1));
        FactorModel model = FactorModel.ofSizes(List.of(3));
        OrderedAnswers three = new OrderedAnswers(new byte[][] {{0, 1, 1}, {0, 1, 0}, {0, 0, 1}}, new int[] {2, 2, 2});
        assertEquals(
                Optional.of(Reason.N_TOO_SMALL),
                OrdinalConfirmatory.of(model, three, exact).refusal().get(0).reason());
        OrderedAnswers four =
                new OrderedAnswers(new byte[][] {{0, 1, 1, 0}, {0, 1, 0, 1}, {0, 0, 1, 1}}, new int[] {2, 2, 2});
        OrdinalConfirmatory found = OrdinalConfirmatory.of(model, four, exact);
        assertEquals(.8, found.loadings().get(0), 1e-7);
        assertEquals(Optional.of(Reason.NOT_IDENTIFIED), found.cfi().reason());
    }
}
