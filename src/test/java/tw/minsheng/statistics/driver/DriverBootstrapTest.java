package tw.minsheng.statistics.driver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tw.minsheng.statistics.Interval;
import tw.minsheng.statistics.MissingRule;
import tw.minsheng.statistics.distribution.SplitMix64;
import tw.minsheng.statistics.moments.CrossSums;

class DriverBootstrapTest {

    private static final int N = 200;

    /** Two predictors, the first with twice the coefficient of the second. */
    private static double[][] rows() {
        SplitMix64 random = new SplitMix64(3);
        double[][] rows = new double[N][];
        Arrays.setAll(rows, i -> {
            double a = random.nextUniform();
            double b = random.nextUniform();
            return new double[] {a, b, 2 * a + b + random.nextUniform()};
        });
        return rows;
    }

    private static DriverBootstrap of(double[][] rows, List<Integer> strata, List<Integer> units) {
        double[] weights = new double[rows.length];
        Arrays.fill(weights, 1);
        return new DriverBootstrap(rows, weights, strata, units);
    }

    private static final List<Integer> ONE = Collections.nCopies(N, 0);
    private static final List<Integer> EACH = IntStream.range(0, N).boxed().toList();

    @Test
    void intervalsLieAboutTheParts() {
        double[][] rows = rows();
        CrossSums sums = CrossSums.of(3, MissingRule.LISTWISE);
        Arrays.stream(rows).forEach(sums::add);
        KeyDrivers found = KeyDrivers.of(sums);
        List<Interval> intervals = of(rows, ONE, EACH).intervals(300, 1, .95);
        for (int j = 0; j < 2; j++) {
            assertTrue(intervals.get(j).lower().number() < found.lmgPercent(j).number());
            assertTrue(intervals.get(j).upper().number() > found.lmgPercent(j).number());
        }
        assertTrue(intervals.get(0).lower().number() > intervals.get(1).upper().number());
    }

    @Test
    void sameSeedGivesTheSameAndAnotherOneAnother() {
        double[][] rows = rows();
        assertEquals(
                of(rows, ONE, EACH).intervals(50, 1, .95), of(rows, ONE, EACH).intervals(50, 1, .95));
        assertFalse(of(rows, ONE, EACH)
                .intervals(50, 1, .95)
                .equals(of(rows, ONE, EACH).intervals(50, 1_000, .95)));
    }

    /** Draw by draw: n − 1 units of each stratum with replacement, weights n/(n − 1), and R's type 7 of the parts. */
    @Test
    void intervalsAreQuantilesOfTheDraws() {
        double[][] rows = rows();
        int draws = 50;
        int border = 80;
        List<Integer> strata =
                IntStream.range(0, N).map(i -> i < border ? 0 : 1).boxed().toList();
        double[] parts = new double[draws];
        for (int r = 0; r < draws; r++) {
            SplitMix64 random = SplitMix64.replicate(7, r);
            int[] times = new int[N];
            for (int draw = 0; draw < border - 1; draw++) {
                times[(int) (random.nextUniform() * border)]++;
            }
            for (int draw = 0; draw < N - border - 1; draw++) {
                times[border + (int) (random.nextUniform() * (N - border))]++;
            }
            CrossSums sums = CrossSums.of(3, MissingRule.LISTWISE);
            for (int i = 0; i < N; i++) {
                sums.add(
                        rows[i], times[i] * (i < border ? border / (border - 1.0) : (N - border) / (N - border - 1.0)));
            }
            parts[r] = KeyDrivers.of(sums).lmgPercent(0).number();
        }
        Arrays.sort(parts);
        Interval found = of(rows, strata, EACH).intervals(draws, 7, .95).get(0);
        // of 50 sorted numbers the quantile .025 lies at 1.225 and .975 at 47.775, counted from 0
        assertEquals(parts[1] + .225 * (parts[2] - parts[1]), found.lower().number(), 1e-9);
        assertEquals(parts[47] + .775 * (parts[48] - parts[47]), found.upper().number(), 1e-9);
        assertTrue(of(rows, strata, EACH).intervals(20, 7, .95).get(0).isKnown(), "20 draws are enough");
        assertFalse(of(rows, strata, EACH).intervals(19, 7, .95).get(0).isKnown());
    }

    /** Five people who always come together are one piece of knowledge, not five. */
    @Test
    void unitsThatAreDrawnTogetherWidenTheInterval() {
        double[][] rows = rows();
        double[][] fivefold = IntStream.range(0, N).mapToObj(i -> rows[i / 5]).toArray(double[][]::new);
        List<Integer> units = IntStream.range(0, N).map(i -> i / 5).boxed().toList();
        Interval together = of(fivefold, ONE, units).intervals(300, 1, .95).get(0);
        Interval apart = of(fivefold, ONE, EACH).intervals(300, 1, .95).get(0);
        assertTrue(width(together) > 1.5 * width(apart), width(together) + " " + width(apart));
    }

    @Test
    void loneUnitsLeaveNothingToDraw() {
        Interval only = of(rows(), EACH, EACH).intervals(50, 1, .95).get(0);
        assertEquals(0, width(only), 1e-12);
    }

    @Test
    void tooManyPredictorsHaveNone() {
        double[][] wide = new double[30][DriverBootstrap.MOST + 2];
        List<Interval> none =
                of(wide, Collections.nCopies(30, 0), EACH.subList(0, 30)).intervals(50, 1, .95);
        assertEquals(DriverBootstrap.MOST + 1, none.size());
        assertFalse(none.get(0).lower().isKnown());
        double[][] constant = new double[30][3];
        assertFalse(of(constant, Collections.nCopies(30, 0), EACH.subList(0, 30))
                .intervals(50, 1, .95)
                .get(0)
                .lower()
                .isKnown());
    }

    private static double width(Interval interval) {
        return interval.upper().number() - interval.lower().number();
    }
}
