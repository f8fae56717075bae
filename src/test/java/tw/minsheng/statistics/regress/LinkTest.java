package tw.minsheng.statistics.regress;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.estimate.StratifiedRows;
import tw.minsheng.statistics.moments.LeastSquares;

/** The parts that models of numbers, yes and no, and ordered answers are made of. */
class LinkTest {

    private static final List<Integer> ROWS =
            IntStream.range(0, StratifiedRows.N).boxed().toList();

    private static double[][] line() {
        double[][] rows = new double[StratifiedRows.N][];
        Arrays.setAll(rows, i -> new double[] {1, StratifiedRows.x()[i]});
        return rows;
    }

    private static double[] coefficients(Optional<LeastSquares> found) {
        LeastSquares fit = found.orElseThrow();
        return IntStream.range(0, fit.size()).mapToDouble(fit::coefficient).toArray();
    }

    @Test
    void devianceOfOneRow() {
        assertEquals(4, Link.IDENTITY.deviance(3, 1));
        assertEquals(4, Link.IDENTITY.deviance(1, 3));
        assertEquals(-2 * StrictMath.log(.2), Link.LOGIT.deviance(1, .2), 1e-15);
        assertEquals(-2 * StrictMath.log(.8), Link.LOGIT.deviance(0, .2), 1e-15);
        assertEquals(0, Link.LOGIT.deviance(.25, .25), 1e-15);
        assertEquals(
                -2 * (.25 * StrictMath.log(2) + .75 * StrictMath.log(.5 / .75)), Link.LOGIT.deviance(.25, .5), 1e-15);
    }

    /** Twice the weight is a row written twice; weights of any scale leave the coefficients. */
    @Test
    void weightsAreSoManyRows() {
        double[] weights =
                IntStream.range(0, StratifiedRows.N).mapToDouble(i -> i % 3).toArray();
        int[] copies = IntStream.range(0, StratifiedRows.N)
                .flatMap(i -> IntStream.range(0, i % 3).map(copy -> i))
                .toArray();
        double[][] x = IntStream.of(copies).mapToObj(i -> line()[i]).toArray(double[][]::new);
        double[] y =
                IntStream.of(copies).mapToDouble(i -> StratifiedRows.b()[i]).toArray();
        double[] once = LinearModel.ones(y.length);
        double[] written = coefficients(Link.LOGIT.fit(x, y, once));
        assertArrayEquals(written, coefficients(Link.LOGIT.fit(line(), StratifiedRows.b(), weights)), 1e-11);
        double[] small = Arrays.stream(weights).map(w -> w * 1e-6).toArray();
        assertArrayEquals(written, coefficients(Link.LOGIT.fit(line(), StratifiedRows.b(), small)), 1e-11);
    }

    @Test
    void somebodyFarAwayWithoutWeightDoesNotSeparate() {
        double[][] x = line();
        x[0] = new double[] {1, 1e6};
        double[] weights = LinearModel.ones(StratifiedRows.N);
        weights[0] = 0;
        double[] without = coefficients(Link.LOGIT.fit(
                Arrays.copyOfRange(x, 1, x.length),
                Arrays.copyOfRange(StratifiedRows.b(), 1, x.length),
                LinearModel.ones(x.length - 1)));
        assertArrayEquals(without, coefficients(Link.LOGIT.fit(x, StratifiedRows.b(), weights)), 1e-11);
        double[][] apart = {{1, 0}, {1, 1}, {1, 2}, {1, 3}};
        assertTrue(Link.LOGIT
                .fit(apart, new double[] {0, 0, 1, 1}, LinearModel.ones(4))
                .isEmpty());
    }

    @Test
    void coefficientsFollowFromWeights() {
        ModelStatistic model = new ModelStatistic(Link.IDENTITY, ROWS, line(), StratifiedRows.y());
        double[] plain = model.of(LinearModel.ones(StratifiedRows.N)).orElseThrow();
        assertEquals(2, plain.length);
        assertArrayEquals(
                coefficients(LeastSquares.fit(line(), StratifiedRows.y(), LinearModel.ones(StratifiedRows.N))), plain);
        double[] heavier = LinearModel.ones(StratifiedRows.N);
        heavier[3] += 1e-6;
        double[] moved = model.of(heavier).orElseThrow();
        double[] influence = model.influences(LinearModel.ones(StratifiedRows.N))[3];
        for (int j = 0; j < 2; j++) {
            assertEquals(influence[j], (moved[j] - plain[j]) / 1e-6, 1e-6);
        }
        assertTrue(model.of(new double[StratifiedRows.N]).isEmpty());
    }

    @Test
    void thresholdsFollowFromWeights() {
        double[][] x = IntStream.range(0, StratifiedRows.N)
                .mapToObj(i -> new double[] {StratifiedRows.x()[i]})
                .toArray(double[][]::new);
        OrdinalStatistic model = new OrdinalStatistic(CumulativeLink.LOGIT, ROWS, x, StratifiedRows.h(), 3);
        double[] ones = LinearModel.ones(StratifiedRows.N);
        double[] plain = model.of(ones).orElseThrow();
        assertEquals(3, plain.length);
        double[] heavier = ones.clone();
        heavier[5] += 1e-5;
        double[] moved = model.of(heavier).orElseThrow();
        double[] influence = model.influences(ones)[5];
        for (int j = 0; j < 3; j++) {
            assertEquals(influence[j], (moved[j] - plain[j]) / 1e-5, 1e-5);
        }
        double[] nobodyAnsweredTwo = IntStream.of(StratifiedRows.h())
                .mapToDouble(h -> h == 2 ? 0 : 1)
                .toArray();
        assertEquals(
                Optional.of(Reason.NOT_CONVERGED),
                model.top(nobodyAnsweredTwo).height().reason());
        assertTrue(model.of(nobodyAnsweredTwo).isEmpty());
    }

    @Test
    void somebodyFarAwayWithoutWeightMovesNoThreshold() {
        double[][] x = IntStream.range(0, StratifiedRows.N)
                .mapToObj(i -> new double[] {i == 0 ? 1e6 : StratifiedRows.x()[i]})
                .toArray(double[][]::new);
        double[] weights = LinearModel.ones(StratifiedRows.N);
        weights[0] = 0;
        OrdinalSearch.Top far = new OrdinalSearch(CumulativeLink.LOGIT, x, StratifiedRows.h(), 3, weights).climb();
        x[0][0] = 3;
        OrdinalSearch.Top near = new OrdinalSearch(CumulativeLink.LOGIT, x, StratifiedRows.h(), 3, weights).climb();
        assertArrayEquals(near.parameters(), far.parameters(), 1e-10);
        assertEquals(near.height().number(), far.height().number(), 1e-10);
    }

    /** R: {@code glm(y ~ x, binomial)}; somebody far away is no proof that the answers are told apart. */
    @Test
    void somebodyFarAwayHasATop() {
        assertFarAway(50, -4.568830, 2.026919);
        assertFarAway(5, -4.599802, 2.111286);
        assertFarAway(2, -5.140084, 3.540198);
    }

    private static void assertFarAway(double far, double constant, double slope) {
        double[][] x = IntStream.range(0, 200)
                .mapToObj(i -> new double[] {i == 0 ? far : i % 7 * .1})
                .toArray(double[][]::new);
        double[][] withConstant =
                Arrays.stream(x).map(row -> new double[] {1, row[0]}).toArray(double[][]::new);
        int[] answers = IntStream.range(0, 200).map(i -> i % 40 == 0 ? 1 : 0).toArray();
        double[] outcome = Arrays.stream(answers).asDoubleStream().toArray();
        double[] logit = coefficients(Link.LOGIT.fit(withConstant, outcome, LinearModel.ones(200)));
        assertArrayEquals(new double[] {constant, slope}, logit, 1e-6);
        double[] ordered = new OrdinalSearch(CumulativeLink.LOGIT, x, answers, 2, LinearModel.ones(200))
                .climb()
                .parameters();
        assertArrayEquals(new double[] {logit[1], -logit[0]}, ordered, 1e-8);
    }

    @Test
    void smallPartsKeepTheirDigits() {
        assertEquals(
                StrictMath.exp(-40) * (1 - StrictMath.exp(-1)),
                CumulativeLink.LOGIT.between(40, 41),
                1e-15 * StrictMath.exp(-40));
        for (CumulativeLink link : CumulativeLink.values()) {
            assertEquals(link.between(-41, -40), link.between(40, 41));
            assertTrue(link.between(20, 21) > 0);
            assertEquals(1, link.between(-.3, .7) + link.lowerTail(-.3) + link.lowerTail(-.7), 1e-15);
            for (double share : new double[] {.01, .3, .5, .99}) {
                assertEquals(share, link.lowerTail(link.quantile(share)), 1e-15);
            }
        }
        assertEquals(StrictMath.log(3), CumulativeLink.LOGIT.quantile(.75), 1e-15);
    }
}
