package tw.minsheng.statistics.regress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tw.minsheng.statistics.MissingRule;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.estimate.StratifiedRows;
import tw.minsheng.statistics.moments.CrossSums;

/** R 4.2.2: {@code lm}, {@code glm}; variance inflation by regressions of each predictor on the others. */
class PlainModelsTest {

    private static double[][] predictors() {
        double[][] rows = new double[StratifiedRows.N][];
        Arrays.setAll(rows, i -> new double[] {1, StratifiedRows.x()[i], StratifiedRows.g()[i]});
        return rows;
    }

    private static final double EXACT = 1e-10;
    /** R takes the errors of a logit from the step before the last. */
    private static final double ONE_STEP = 3e-7;

    private static void row(Coefficients found, double within, int index, double... expected) {
        assertEquals(expected[0], found.at(index).number(), 1e-9);
        assertEquals(expected[1], found.se(index).number(), within);
        assertEquals(expected[2], found.statistic(index).number(), within);
        assertEquals(expected[3], found.p(index).number(), within);
    }

    @Test
    void aNumberIsRegressed() {
        LinearModel model = LinearModel.fit(predictors(), StratifiedRows.y());
        row(
                model.coefficients(),
                EXACT,
                0,
                0.6868421052631516,
                0.5354205177330058,
                1.2828087129930537,
                0.2135376017645164);
        row(
                model.coefficients(),
                EXACT,
                1,
                1.7073684210526325,
                0.1377674516330153,
                12.393118990113262,
                4.009198812709322e-11);
        row(
                model.coefficients(),
                EXACT,
                2,
                0.3698245614035086,
                0.5605553534654347,
                0.6597467299477194,
                0.5165873793123203);
        assertEquals(0.9060425754211833, model.rSquared().number(), 1e-12);
        assertEquals(0.8970942492708198, model.adjusted().number(), 1e-12);
        assertEquals(1.225794884723869, model.sigma().number(), 1e-12);
        assertEquals(101.2527438312447, model.f().number(), 1e-9);
        assertEquals(1.643526051099967e-11, model.fP().number(), 1e-19);
        assertEquals(
                1.4208653212837627,
                model.coefficients().interval(1, .95).lower().number(),
                1e-10);
        assertEquals(
                1.993871520821502, model.coefficients().interval(1, .95).upper().number(), 1e-10);
        assertEquals("t", model.coefficients().interval(1, .95).method());
        assertEquals(24, model.n());
    }

    @Test
    void yesAndNoAreRegressed() {
        LogitModel model = LogitModel.fit(predictors(), StratifiedRows.b());
        row(
                model.coefficients(),
                ONE_STEP,
                0,
                -4.387864047286106,
                1.7051173387179583,
                -2.5733502015675054,
                0.01007192368030279);
        row(
                model.coefficients(),
                ONE_STEP,
                1,
                1.3302916313336117,
                0.5870337186622114,
                2.2661247370341986,
                0.02344374706964718);
        row(
                model.coefficients(),
                ONE_STEP,
                2,
                -0.8059579805673679,
                1.5605919505324313,
                -0.5164437637220909,
                0.6055445065153027);
        assertEquals(18.40018666513149, model.deviance().number(), 1e-11);
        assertEquals(33.27106466687737, model.nullDeviance().number(), 1e-11);
        assertEquals(24.40018666513149, model.aic().number(), 1e-11);
        assertEquals(1 - 18.40018666513149 / 33.27106466687737, model.mcFadden().number(), 1e-12);
        assertEquals(3.7821462190966395, model.coefficients().oddsRatio(1).number(), 1e-8);
        assertEquals(
                1.196890190424786,
                model.coefficients().oddsInterval(1, .95).lower().number(),
                1e-6);
        assertEquals(
                11.95149741978433,
                model.coefficients().oddsInterval(1, .95).upper().number(),
                1e-5);
        assertEquals("normal", model.coefficients().interval(1, .95).method());
    }

    @Test
    void unitsOfAPredictorChangeOnlyItsCoefficient() {
        double[][] thousands = predictors();
        for (double[] row : thousands) {
            row[1] *= 1000;
        }
        LinearModel plain = LinearModel.fit(predictors(), StratifiedRows.y());
        LinearModel scaled = LinearModel.fit(thousands, StratifiedRows.y());
        assertEquals(
                plain.coefficients().at(1).number() / 1000,
                scaled.coefficients().at(1).number(),
                1e-14);
        assertEquals(
                plain.coefficients().p(1).number(), scaled.coefficients().p(1).number(), 1e-16);
        assertEquals(plain.rSquared().number(), scaled.rSquared().number(), 1e-13);
    }

    @Test
    void aModelThatCannotBeSaysWhy() {
        double[][] none = {};
        assertEquals(
                Optional.of(Reason.NO_DATA),
                LinearModel.fit(none, new double[0]).rSquared().reason());
        double[][] three = Arrays.copyOf(predictors(), 3);
        assertEquals(
                Optional.of(Reason.N_TOO_SMALL),
                LinearModel.fit(three, new double[] {1, 2, 4})
                        .coefficients()
                        .at(0)
                        .reason());
        double[][] twice = new double[StratifiedRows.N][];
        Arrays.setAll(twice, i -> new double[] {1, StratifiedRows.x()[i], 2 * StratifiedRows.x()[i]});
        assertEquals(
                Optional.of(Reason.SINGULAR_MATRIX),
                LinearModel.fit(twice, StratifiedRows.y()).f().reason());
        assertEquals(
                Optional.of(Reason.SINGULAR_MATRIX),
                LogitModel.fit(twice, StratifiedRows.b()).deviance().reason());
        double[] yes = new double[StratifiedRows.N];
        Arrays.fill(yes, 1);
        assertEquals(
                Optional.of(Reason.NO_VARIATION),
                LogitModel.fit(predictors(), yes).mcFadden().reason());
        double[] apart =
                Arrays.stream(StratifiedRows.x()).map(x -> x > 3 ? 1 : 0).toArray();
        assertEquals(
                Optional.of(Reason.NOT_CONVERGED),
                LogitModel.fit(predictors(), apart).coefficients().p(1).reason());
        assertEquals(
                Optional.of(Reason.NO_DATA),
                LogitModel.fit(none, new double[0]).aic().reason());
    }

    @Test
    void constantAndPerfectOutcomesHaveNoTest() {
        double[] constant = new double[StratifiedRows.N];
        Arrays.fill(constant, 4);
        LinearModel flat = LinearModel.fit(predictors(), constant);
        assertEquals(4, flat.coefficients().at(0).number(), 1e-12);
        assertEquals(Optional.of(Reason.NO_VARIATION), flat.rSquared().reason());
        assertEquals(Optional.of(Reason.NO_VARIATION), flat.f().reason());
        double[] line = Arrays.stream(StratifiedRows.x()).map(x -> 2 + 3 * x).toArray();
        LinearModel exact = LinearModel.fit(predictors(), line);
        assertEquals(1, exact.rSquared().number(), 1e-12);
        assertEquals(0, exact.sigma().number());
        assertEquals(
                Optional.of(Reason.NO_VARIATION),
                exact.coefficients().statistic(1).reason());
        double[][] constantOnly = new double[StratifiedRows.N][];
        Arrays.setAll(constantOnly, i -> new double[] {1});
        assertEquals(
                Optional.of(Reason.NO_VARIATION),
                LinearModel.fit(constantOnly, StratifiedRows.y()).f().reason());
    }

    private static CrossSums sums(double[]... columns) {
        CrossSums sums = CrossSums.of(columns.length, MissingRule.LISTWISE);
        for (int i = 0; i < columns[0].length; i++) {
            int row = i;
            sums.add(Arrays.stream(columns).mapToDouble(column -> column[row]).toArray());
        }
        return sums;
    }

    @Test
    void inflationIsOneOverWhatTheOthersLeave() {
        double[] g = Arrays.stream(StratifiedRows.g()).asDoubleStream().toArray();
        List<Value> found = Collinearity.vif(sums(StratifiedRows.x(), g, StratifiedRows.b()));
        double[] expected = {2.167272727272727, 1.255909090909091, 1.943181818181818};
        IntStream.range(0, 3)
                .forEach(j -> assertEquals(expected[j], found.get(j).number(), 1e-12));
        assertEquals(1, Collinearity.vif(sums(g)).get(0).number(), 1e-15);
    }

    @Test
    void inflationThatCannotBeSaysWhy() {
        double[] x = StratifiedRows.x();
        double[] four = new double[x.length];
        Arrays.fill(four, 4);
        assertEquals(
                Optional.of(Reason.NO_VARIATION),
                Collinearity.vif(sums(x, four)).get(0).reason());
        assertEquals(
                Optional.of(Reason.SINGULAR_MATRIX),
                Collinearity.vif(sums(x, Arrays.stream(x).map(one -> 1 - one).toArray()))
                        .get(1)
                        .reason());
        double[] three = {1, 2, 4};
        assertEquals(
                Optional.of(Reason.N_TOO_SMALL),
                Collinearity.vif(sums(three, new double[] {1, 0, 1})).get(0).reason());
        assertTrue(Collinearity.vif(sums(new double[] {1, 2, 4, 3}, new double[] {1, 0, 1, 1}))
                .get(0)
                .isKnown());
    }
}
