package tw.minsheng.statistics.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import tw.minsheng.statistics.Missing;
import tw.minsheng.statistics.weighting.Groups;

/** Sums about a center, counted row by row. */
class VariableSumsTest {

    private static final double[][] ROWS = {{0, 2, 3}, {1, 1, 7}, {0, 0, 4}, {0, 5, -1}, {1, 3, 2}, {0, 4, 6}};

    private static void add(VariableSums sums, int from, int to) {
        for (int i = from; i < to; i++) {
            sums.add((int) ROWS[i][0], ROWS[i][1], ROWS[i][2]);
        }
    }

    /** All the sums of both groups about a center. */
    private static void assertWhole(VariableSums sums) {
        double center = 2.5;
        for (int g = 0; g < 2; g++) {
            long valid = 0;
            long weighted = 0;
            double[] expected = new double[6];
            for (double[] row : ROWS) {
                if (row[0] == g) {
                    double w = row[1];
                    double e = row[2] - center;
                    valid++;
                    weighted += w > 0 ? 1 : 0;
                    double[] terms = {e, w, w * e, w * e * e, w * w * e, w * w * e * e};
                    for (int k = 0; k < terms.length; k++) {
                        expected[k] += terms[k];
                    }
                }
            }
            double fromOrigin = center - sums.origin();
            assertEquals(valid, sums.valid(g));
            assertEquals(weighted, sums.weighted(g));
            assertEquals(expected[0], sums.centered(g, fromOrigin), 1e-12);
            assertEquals(expected[1], sums.weight(g), 1e-12);
            assertEquals(expected[2], sums.weightedCentered(g, fromOrigin), 1e-12);
            assertEquals(expected[3], sums.weightedSquares(g, fromOrigin), 1e-12);
            assertEquals(expected[4], sums.squareWeightedCentered(g, fromOrigin), 1e-12);
            assertEquals(expected[5], sums.squareWeightedSquares(g, fromOrigin), 1e-12);
        }
    }

    private final Groups groups = new Groups(1, 2);

    @Test
    void sumsAreThoseOfTheRows() {
        VariableSums sums = new VariableSums(groups);
        sums.add(0, 9, Missing.ANSWER);
        add(sums, 0, 6);
        assertWhole(sums);
        assertEquals(3, sums.origin());
    }

    /** Each part starts at a value of its own. */
    @Test
    void partsAreMovedToOneOrigin() {
        VariableSums first = new VariableSums(groups);
        VariableSums second = new VariableSums(groups);
        add(first, 0, 3);
        add(second, 3, 6);
        first.merge(second);
        assertWhole(first);
        assertEquals(3, first.origin());
    }

    @Test
    void partsWithoutRowsChangeNothing() {
        VariableSums empty = new VariableSums(groups);
        VariableSums whole = new VariableSums(groups);
        add(whole, 0, 6);
        whole.merge(new VariableSums(groups));
        assertWhole(whole);
        empty.merge(whole);
        assertWhole(empty);
        assertEquals(3, empty.origin());
    }
}
