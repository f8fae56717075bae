package tw.minsheng.statistics.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import tw.minsheng.statistics.Missing;
import tw.minsheng.statistics.estimate.MeanEstimate;
import tw.minsheng.statistics.estimate.RowEstimator;
import tw.minsheng.statistics.reference.ReferenceLibrary.ReferenceSet;

/** Where R prints nothing, the numbers of the synthetic survey {@code khh_w1} that the product prints instead. */
class HonestAnswersTest {

    private static Design raked() {
        ReferenceSet crosstabs = ReferenceLibrary.sampling().stream()
                .filter(set -> set.name().startsWith("12_"))
                .findFirst()
                .orElseThrow();
        Interpreter interpreter = new Interpreter(
                crosstabs.file().getParent().getParent(), crosstabs.content().get("setup_ast"));
        return (Design) interpreter.variable("dr");
    }

    /** Section 4, row 11: R's error of a share in a raked design with missing answers is 0 × NA. */
    @Test
    void rakedShareWithMissingAnswersHasTheErrorOfTheMean() {
        Design design = raked();
        double[] overall = design.data().column("overall").answers();
        double[] satisfied = overall.clone();
        for (int i = 0; i < satisfied.length; i++) {
            satisfied[i] = Missing.is(overall[i]) ? Missing.ANSWER : overall[i] >= 4 ? 1 : 0;
        }
        MeanEstimate share = design.streamed(satisfied, new RowEstimator(design.rows()).valid(satisfied));
        assertEquals(.599771733337575, share.mean().number(), 1e-9); // R: dr.overall.t2b
        assertEquals(.0145, share.se().number(), 5e-5);
        assertTrue(share.logitInterval(.95).isKnown());
    }

    /** S9 and S10: .0320965 knows of the raking, .0331034 (R's dw.overall.mean) takes the same weights as given. */
    @Test
    void bothVariancesOfARakedMean() {
        Design design = raked();
        double[] overall = design.data().column("overall").answers();
        MeanEstimate mean = design.streamed(overall, new RowEstimator(design.rows()).valid(overall));
        assertEquals(.0320965331604083, mean.se().number(), 1e-9);
        assertEquals(.0331034153611807, mean.seFixed().number(), 1e-9);
        assertEquals(1200, mean.rows());
        assertEquals(1160, mean.n());
    }
}
