package tw.minsheng.statistics.driver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tw.minsheng.statistics.Missing;
import tw.minsheng.statistics.MissingRule;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.distribution.SplitMix64;
import tw.minsheng.statistics.estimate.StratifiedRows;
import tw.minsheng.statistics.moments.CrossSums;

/** R: β and Johnson's weights by {@code solve} and {@code eigen}. */
class KeyDriversTest {

    private static CrossSums sums(double[] weights, double[]... columns) {
        CrossSums sums = CrossSums.of(columns.length, MissingRule.LISTWISE);
        for (int i = 0; i < columns[0].length; i++) {
            int row = i;
            sums.add(Arrays.stream(columns).mapToDouble(column -> column[row]).toArray(), weights[i]);
        }
        return sums;
    }

    private static double[] ones(int n) {
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        return ones;
    }

    private static KeyDrivers small() {
        double[] g = Arrays.stream(StratifiedRows.g()).asDoubleStream().toArray();
        return KeyDrivers.of(sums(ones(24), StratifiedRows.x(), g, StratifiedRows.b(), StratifiedRows.y()));
    }

    private static double sum(List<Value> values) {
        return values.stream().mapToDouble(Value::number).sum();
    }

    @Test
    void coefficientsAndRelativeWeights() {
        KeyDrivers found = small();
        double[] beta = {0.8919272912093064, 0.04811895929024398, 0.05346551032249343};
        double[] relative = {0.5982723805489775, 0.09094721385978738, 0.2182940532339158};
        for (int j = 0; j < 3; j++) {
            assertEquals(beta[j], found.beta().get(j).number(), 1e-12);
            assertEquals(relative[j], found.relative().get(j).number(), 1e-12);
        }
        assertEquals(0.9075136476426803, found.r2().number(), 1e-12);
        assertEquals(24, found.n());
    }

    @Test
    void partsAddUpToTheWhole() {
        SplitMix64 random = new SplitMix64(7);
        int p = 8;
        double[][] columns = new double[p + 1][60];
        for (int i = 0; i < 60; i++) {
            double all = 0;
            for (int j = 0; j < p; j++) {
                columns[j][i] = random.nextUniform() + (j > 0 ? columns[j - 1][i] / 2 : 0);
                all += columns[j][i] * (j - 2);
            }
            columns[p][i] = all + random.nextUniform() * 3;
        }
        double[] weights = new double[60];
        Arrays.setAll(weights, i -> 1 + i % 4);
        KeyDrivers found = KeyDrivers.of(sums(weights, columns));
        assertEquals(found.r2().number(), sum(found.lmg()), 1e-12);
        assertEquals(found.r2().number(), sum(found.relative()), 1e-12);
        assertEquals(found.r2().number(), sum(found.pratt()), 1e-12);
        double percent = 0;
        for (int j = 0; j < p; j++) {
            percent += found.lmgPercent(j).number();
            assertTrue(found.lmg().get(j).number() >= 0);
        }
        assertEquals(100, percent, 1e-10);
    }

    @Test
    void uncorrelatedPredictorsHaveOneImportance() {
        double[] a = {1, 1, -1, -1, 1, 1, -1, -1};
        double[] b = {1, -1, 1, -1, 1, -1, 1, -1};
        double[] y = {5, 3, 1, 0, 6, 2, 2, -1};
        KeyDrivers found = KeyDrivers.of(sums(ones(8), a, b, y));
        for (int j = 0; j < 2; j++) {
            double first = found.first().get(j).number();
            assertEquals(first, found.lmg().get(j).number(), 1e-14);
            assertEquals(first, found.last().get(j).number(), 1e-14);
            assertEquals(first, found.relative().get(j).number(), 1e-14);
            assertEquals(first, found.pratt().get(j).number(), 1e-14);
        }
    }

    @Test
    void twoPredictorsShareByTheMeanOfFirstAndLast() {
        KeyDrivers found = KeyDrivers.of(sums(ones(24), StratifiedRows.x(), StratifiedRows.b(), StratifiedRows.y()));
        for (int j = 0; j < 2; j++) {
            double mean = (found.first().get(j).number() + found.last().get(j).number()) / 2;
            assertEquals(mean, found.lmg().get(j).number(), 1e-13);
        }
    }

    @Test
    void driversThatCannotBeSayWhy() {
        double[] x = StratifiedRows.x();
        double[] y = StratifiedRows.y();
        double[] turned = Arrays.stream(x).map(one -> -one).toArray();
        KeyDrivers singular = KeyDrivers.of(sums(ones(24), x, turned, y));
        assertEquals(Optional.of(Reason.SINGULAR_MATRIX), singular.lmg().get(0).reason());
        assertEquals(Optional.of(Reason.SINGULAR_MATRIX), singular.lmgPercent(0).reason());
        assertTrue(singular.first().get(0).isKnown());
        double[] four = new double[24];
        Arrays.fill(four, 4);
        assertEquals(
                Optional.of(Reason.NO_VARIATION),
                KeyDrivers.of(sums(ones(24), x, four)).r2().reason());
        double[] missing = new double[24];
        Arrays.fill(missing, Missing.ANSWER);
        assertEquals(
                Optional.of(Reason.NO_COMPLETE_ROWS),
                KeyDrivers.of(sums(ones(24), x, missing)).r2().reason());
        assertEquals(
                Optional.of(Reason.TOO_FEW_ITEMS),
                KeyDrivers.of(sums(ones(24), y)).r2().reason());
        double[] two = {1, 2};
        assertEquals(
                Optional.of(Reason.N_TOO_SMALL),
                KeyDrivers.of(sums(ones(2), two, two)).relative().get(0).reason());
        CrossSums many = CrossSums.of(KeyDrivers.MOST + 2, MissingRule.LISTWISE);
        assertThrows(IllegalArgumentException.class, () -> KeyDrivers.of(many));
    }

    private static double[][] rows() {
        double[][] rows = new double[24][];
        Arrays.setAll(rows, i -> new double[] {StratifiedRows.x()[i], StratifiedRows.g()[i]});
        return rows;
    }

    /** R: 1 − deviance/null deviance of {@code glm(b ~ x + g)}. */
    @Test
    void partsOfALogitAddUp() {
        LogitDrivers found = LogitDrivers.of(rows(), StratifiedRows.b());
        assertEquals(1 - 18.40018666513149 / 33.27106466687737, found.mcFadden().number(), 1e-12);
        assertEquals(found.mcFadden().number(), sum(found.shares()), 1e-12);
        assertTrue(found.shares().get(0).number() > found.shares().get(1).number());
    }

    @Test
    void logitDriversThatCannotBeSayWhy() {
        assertEquals(
                Optional.of(Reason.NO_COMPLETE_ROWS),
                LogitDrivers.of(new double[0][], new double[0]).mcFadden().reason());
        assertEquals(
                Optional.of(Reason.TOO_FEW_ITEMS),
                LogitDrivers.of(new double[][] {{}, {}}, new double[] {0, 1})
                        .mcFadden()
                        .reason());
        LogitDrivers constant = LogitDrivers.of(rows(), new double[24]);
        assertEquals(Optional.of(Reason.NO_VARIATION), constant.shares().get(1).reason());
        assertThrows(
                IllegalArgumentException.class,
                () -> LogitDrivers.of(new double[][] {new double[16]}, new double[] {1}));
    }

    @Test
    void itemsFallIntoFourFields() {
        double[] overall = {1, 2, 3, 4, 5, 5, 2, 4};
        double[][] items = {
            {1, 2, 3, 4, 5, 5, 2, 4}, {1, 1, 2, 2, 3, 3, 1, 2}, {5, 4, 5, 4, 5, 5, 5, 4}, {1, 2, 1, 2, 1, 1, 2, 2}
        };
        ImportancePerformance found = ImportancePerformance.of(items, overall);
        assertEquals(Optional.of(Quadrant.KEEP_UP), found.items().get(0).quadrant());
        assertEquals(
                Optional.of(Quadrant.CONCENTRATE_HERE), found.items().get(1).quadrant());
        assertEquals(
                Optional.of(Quadrant.POSSIBLE_OVERKILL), found.items().get(2).quadrant());
        assertEquals(Optional.of(Quadrant.LOW_PRIORITY), found.items().get(3).quadrant());
        assertEquals("concentrate_here", Quadrant.CONCENTRATE_HERE.key());
        assertEquals(1, found.items().get(0).importance().number(), 1e-15);
        assertEquals(3.25, found.items().get(0).performance().number(), 1e-15);
        assertEquals((3.25 + 1.875 + 4.625 + 1.5) / 4, found.crossPerformance().number(), 1e-14);
    }

    /** R: {@code cov.wt(cbind(item, overall), wt, cor = TRUE)}; without weights the ranks stay as they are. */
    @Test
    void weightedItemsAreThoseOfR() {
        double[][] items = {{3, 5, 4, 2, 5, 4, 1, 3}, {1, 4, 4, 3, 5, 2, 2, 3}, {5, 4, 1, 2, 2, 3, 3, 1}};
        double[] overall = {2, 5, 3, 2, 3, 1, 2, 4};
        double[] weights = {2, 1, 3, 1, 2, 1, 1, 4};
        ImportancePerformance found = ImportancePerformance.weighted(items, overall, weights);
        double[] performance = {3.466666666666667, 3.1333333333333333, 2.2};
        double[] importance = {.2968348063412361, .4826355939675577, -.40808039068688157};
        for (int i = 0; i < items.length; i++) {
            ImportancePerformance.Item item = found.items().get(i);
            assertEquals(performance[i], item.performance().number(), 1e-12);
            assertEquals(importance[i], item.importance().number(), 1e-12);
            assertEquals(8, item.n());
            assertEquals(
                    ImportancePerformance.of(items, overall)
                            .items()
                            .get(i)
                            .rankImportance()
                            .number(),
                    item.rankImportance().number());
        }
        assertEquals(8.8 / 3, found.crossPerformance().number(), 1e-12);
    }

    @Test
    void anItemAtTheCrossBelongsAbove() {
        double[] overall = {1, 2, 3, 4};
        double[][] same = {{1, 2, 3, 4}, {1, 2, 3, 4}, {1, 2, 3, 4}};
        ImportancePerformance found = ImportancePerformance.of(same, overall);
        found.items().forEach(item -> assertEquals(Optional.of(Quadrant.KEEP_UP), item.quadrant()));
    }

    @Test
    void itemsWithoutANumberStayOutsideTheCross() {
        double[] overall = {1, 2, 3, 4, Missing.ANSWER};
        double[][] items = {
            {1, 2, 3, 4, 5},
            {2, 2, 3, 4, 1},
            {4, 1, 2, 2, 1},
            {3, 3, 3, 3, 3},
            {Missing.ANSWER, Missing.ANSWER, Missing.ANSWER, Missing.ANSWER, Missing.ANSWER}
        };
        ImportancePerformance found = ImportancePerformance.of(items, overall);
        assertEquals(
                Optional.of(Reason.NO_VARIATION),
                found.items().get(3).importance().reason());
        assertEquals(Optional.empty(), found.items().get(3).quadrant());
        assertEquals(
                Optional.of(Reason.NO_DATA), found.items().get(4).performance().reason());
        assertEquals(4, found.items().get(0).n());
        assertEquals((3 + 2.4 + 2) / 3, found.crossPerformance().number(), 1e-14);
        ImportancePerformance two = ImportancePerformance.of(Arrays.copyOf(items, 2), overall);
        assertEquals(Optional.of(Reason.TOO_FEW_ITEMS), two.crossImportance().reason());
        assertEquals(Optional.empty(), two.items().get(0).quadrant());
    }
}
