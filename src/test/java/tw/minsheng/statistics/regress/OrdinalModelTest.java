package tw.minsheng.statistics.regress;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.estimate.StratifiedRows;

/** R: {@code polr} of MASS (errors there by numeric slopes, hence 1e-5) and {@code svyolr} of survey 4.1-1. */
class OrdinalModelTest {

    private static double[][] predictors() {
        double[][] rows = new double[StratifiedRows.N][];
        Arrays.setAll(rows, i -> new double[] {StratifiedRows.x()[i], StratifiedRows.g()[i]});
        return rows;
    }

    private static long[] once(int n) {
        long[] once = new long[n];
        Arrays.fill(once, 1);
        return once;
    }

    private static OrdinalModel plain(CumulativeLink link, int[] answers) {
        return OrdinalModel.fit(link, predictors(), answers, once(answers.length));
    }

    private static void row(OrdinalModel model, int index, double b, double se) {
        assertEquals(b, model.coefficients().at(index).number(), 1e-6);
        assertEquals(se, model.coefficients().se(index).number(), 1e-5);
    }

    @Test
    void logitsOfOrderedAnswers() {
        OrdinalModel model = plain(CumulativeLink.LOGIT, StratifiedRows.h());
        row(model, 0, -0.07925403206297754, 0.2008506434304235);
        row(model, 1, 0.8822777637834923, 0.8256976271338385);
        row(model, 2, -0.5835520362937292, 0.8388723047410351);
        row(model, 3, 0.8587786140995404, 0.8510401797619035);
        assertEquals(51.56499914606538, model.deviance().number(), 1e-10);
        assertEquals(List.of(0, 1, 2), model.levels());
        assertEquals(24, model.n());
        assertEquals(
                StrictMath.exp(.88227776378), model.coefficients().oddsRatio(1).number(), 1e-5);
    }

    @Test
    void probitsOfOrderedAnswers() {
        OrdinalModel model = plain(CumulativeLink.PROBIT, StratifiedRows.h());
        row(model, 0, -0.05990605723405262, 0.1262198199778915);
        row(model, 1, 0.5697300466196714, 0.5150516766335592);
        row(model, 2, -0.3892567970808691, 0.5108701563115677);
        row(model, 3, 0.5026388171721141, 0.5111802521923933);
    }

    @Test
    void underADesign() {
        OrdinalModel model = OrdinalModel.fit(
                CumulativeLink.LOGIT, StratifiedRows.sample(), StratifiedRows.all(), predictors(), StratifiedRows.h());
        row(model, 0, -0.02617384670097767, 0.1861556579159599);
        row(model, 1, 1.1315155399453556, 0.7392200705683283);
        row(model, 2, -0.23396410703308188, 0.7870990878925814);
        row(model, 3, 1.1223118670181664, .760043834612584);
        assertEquals(20, model.coefficients().df());
        assertEquals("t", model.coefficients().interval(0, .95).method());
    }

    @Test
    void twoAnswersAreALogit() {
        int[] answers =
                Arrays.stream(StratifiedRows.b()).mapToInt(b -> b > 0 ? 7 : -2).toArray();
        OrdinalModel ordered = plain(CumulativeLink.LOGIT, answers);
        double[][] withConstant = new double[StratifiedRows.N][];
        Arrays.setAll(withConstant, i -> new double[] {1, predictors()[i][0], predictors()[i][1]});
        LogitModel logit = LogitModel.fit(withConstant, StratifiedRows.b());
        assertEquals(
                logit.coefficients().at(1).number(),
                ordered.coefficients().at(0).number(),
                1e-9);
        assertEquals(
                -logit.coefficients().at(0).number(),
                ordered.coefficients().at(2).number(),
                1e-9);
        assertEquals(
                logit.coefficients().se(1).number(),
                ordered.coefficients().se(0).number(),
                1e-7);
        assertEquals(logit.deviance().number(), ordered.deviance().number(), 1e-10);
        assertEquals(List.of(-2, 7), ordered.levels());
    }

    @Test
    void answersTurnedRoundTurnTheCoefficients() {
        int[] turned = Arrays.stream(StratifiedRows.h()).map(h -> 2 - h).toArray();
        for (CumulativeLink link : CumulativeLink.values()) {
            OrdinalModel one = plain(link, StratifiedRows.h());
            OrdinalModel other = plain(link, turned);
            assertEquals(
                    -one.coefficients().at(0).number(),
                    other.coefficients().at(0).number(),
                    1e-9);
            assertEquals(
                    -one.coefficients().at(2).number(),
                    other.coefficients().at(3).number(),
                    1e-9);
            assertEquals(
                    one.coefficients().se(1).number(),
                    other.coefficients().se(1).number(),
                    1e-9);
        }
    }

    @Test
    void aPredictorFarFromZeroChangesThresholdsOnly() {
        double[][] years = new double[StratifiedRows.N][];
        Arrays.setAll(years, i -> new double[] {1e6 + predictors()[i][0], predictors()[i][1]});
        OrdinalModel near = plain(CumulativeLink.LOGIT, StratifiedRows.h());
        OrdinalModel far = OrdinalModel.fit(CumulativeLink.LOGIT, years, StratifiedRows.h(), once(StratifiedRows.N));
        assertEquals(
                near.coefficients().at(0).number(), far.coefficients().at(0).number(), 1e-8);
        assertEquals(
                near.coefficients().se(0).number(), far.coefficients().se(0).number(), 1e-8);
        assertEquals(near.deviance().number(), far.deviance().number(), 1e-9);
    }

    @Test
    void countsAreSoManyRows() {
        long[] counts =
                IntStream.range(0, StratifiedRows.N).mapToLong(i -> i % 3).toArray();
        int[] rows = IntStream.range(0, StratifiedRows.N)
                .flatMap(i -> IntStream.range(0, i % 3).map(copy -> i))
                .toArray();
        OrdinalModel counted = OrdinalModel.fit(CumulativeLink.LOGIT, predictors(), StratifiedRows.h(), counts);
        OrdinalModel written = OrdinalModel.fit(
                CumulativeLink.LOGIT,
                IntStream.of(rows).mapToObj(i -> predictors()[i]).toArray(double[][]::new),
                IntStream.of(rows).map(i -> StratifiedRows.h()[i]).toArray(),
                once(rows.length));
        assertEquals(rows.length, counted.n());
        assertEquals(
                written.coefficients().at(0).number(),
                counted.coefficients().at(0).number(),
                1e-9);
        assertEquals(
                written.coefficients().se(3).number(),
                counted.coefficients().se(3).number(),
                1e-9);
    }

    private static Optional<Reason> reason(double[][] predictors, int... answers) {
        return OrdinalModel.fit(CumulativeLink.LOGIT, predictors, answers, once(answers.length))
                .deviance()
                .reason();
    }

    @Test
    void aModelThatCannotBeSaysWhy() {
        assertEquals(Optional.of(Reason.NO_DATA), reason(new double[0][]));
        double[][] six = {{1}, {2}, {3}, {4}, {5}, {6}};
        assertEquals(Optional.of(Reason.NO_VARIATION), reason(six, 3, 3, 3, 3, 3, 3));
        assertEquals(Optional.of(Reason.NOT_CONVERGED), reason(six, 1, 1, 2, 2, 3, 3));
        double[][] constant = {{1}, {1}, {1}, {1}, {1}, {1}};
        assertEquals(Optional.of(Reason.SINGULAR_MATRIX), reason(constant, 1, 2, 1, 2, 3, 3));
        assertEquals(Optional.of(Reason.N_TOO_SMALL), reason(new double[][] {{1}, {2}, {3}}, 1, 2, 3));
    }

    @Test
    void theReasonsOfADesignComeFirst() {
        OrdinalModel alone = OrdinalModel.fit(
                CumulativeLink.LOGIT, StratifiedRows.single(), new boolean[] {true}, new double[][] {{1}}, new int[] {1
                });
        assertEquals(Optional.of(Reason.NO_VARIATION), alone.deviance().reason());
        OrdinalModel none = OrdinalModel.fit(
                CumulativeLink.LOGIT,
                StratifiedRows.sample(),
                new boolean[StratifiedRows.N],
                predictors(),
                StratifiedRows.h());
        assertEquals(
                Optional.of(Reason.NO_DATA),
                none.coefficients().estimates().status().reason());
    }
}
