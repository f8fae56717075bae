package tw.minsheng.statistics.draw;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

/** Against R's {@code sampling} 2.9: the first ten municipalities of MU284 by their population of 1985, four drawn. */
class SizeDrawTest {

    private static final double[] SIZES = {33, 19, 26, 19, 56, 16, 70, 66, 12, 60};

    private static double[] probabilities(SizeDraw draw) {
        return draw.probabilities().stream().mapToDouble(Double::doubleValue).toArray();
    }

    @Test
    void probabilitiesAgreeWithR() {
        double[] expected = {
            0.350132625994695, 0.20159151193634, 0.275862068965517, 0.20159151193634, 0.594164456233422,
            0.169761273209549, 0.742705570291777, 0.70026525198939, 0.127320954907162, 0.636604774535809
        };
        assertArrayEquals(expected, probabilities(SizeDraw.of(SIZES, 4)), 1e-14);
        assertArrayEquals(new int[0], SizeDraw.of(SIZES, 4).certain());
    }

    /** A unit of 1.4 shares is certain; then one of 1.03 is, too, and two are left for one place. */
    @Test
    void whatReachesOneIsCertainAndTheRestIsSharedAgain() {
        SizeDraw draw = SizeDraw.of(new double[] {1, 1, 1, 7}, 2);
        assertArrayEquals(new double[] {1 / 3.0, 1 / 3.0, 1 / 3.0, 1}, probabilities(draw), 1e-15);
        assertArrayEquals(new int[] {3}, draw.certain());
        SizeDraw twice = SizeDraw.of(new double[] {1, 3, 12, 1}, 3);
        assertArrayEquals(new double[] {.5, 1, 1, .5}, probabilities(twice), 1e-15);
        assertArrayEquals(new int[] {1, 2, 3}, twice.draw(.6));
        assertArrayEquals(new int[] {0, 1, 2}, twice.draw(.3));
        assertArrayEquals(new double[] {1, 1}, probabilities(SizeDraw.of(new double[] {1, 5}, 2)), 0);
    }

    @Test
    void everyUnitComesWithItsProbability() {
        SizeDraw draw = SizeDraw.of(SIZES, 4);
        int[] counts = new int[SIZES.length];
        int starts = 37_700;
        for (int start = 0; start < starts; start++) {
            int[] drawn = draw.draw((start + .5) / starts);
            assertEquals(4, drawn.length);
            for (int unit : drawn) {
                counts[unit]++;
            }
        }
        for (int unit = 0; unit < counts.length; unit++) {
            assertEquals(draw.probabilities().get(unit), (double) counts[unit] / starts, 1e-4);
        }
    }

    /** {@code UPsystematicpi2}. */
    @Test
    void jointProbabilitiesAgreeWithR() {
        double[][] joint = SizeDraw.of(SIZES, 4).joint();
        double[] first = {
            0.350132625994695,
            0,
            0,
            0.0291777188328912,
            0.320954907161804,
            0,
            0.350132625994695,
            0.236074270557029,
            0.114058355437666,
            0
        };
        double[] last = {
            0,
            0.188328912466843,
            0.275862068965517,
            0.172413793103448,
            0.259946949602122,
            0.169761273209549,
            0.379310344827586,
            0.464190981432361,
            0,
            0.636604774535809
        };
        assertArrayEquals(first, joint[0], 1e-12);
        assertArrayEquals(last, joint[9], 1e-12);
    }

    @Test
    void impossiblePlansAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> SizeDraw.of(SIZES, 0));
        assertThrows(IllegalArgumentException.class, () -> SizeDraw.of(SIZES, 11));
        assertThrows(IllegalArgumentException.class, () -> SizeDraw.of(new double[] {1, 0}, 1));
        assertThrows(IllegalArgumentException.class, () -> SizeDraw.of(new double[] {1, Double.POSITIVE_INFINITY}, 1));
        SizeDraw draw = SizeDraw.of(SIZES, 4);
        assertThrows(IllegalArgumentException.class, () -> draw.draw(1));
        assertThrows(IllegalArgumentException.class, () -> draw.draw(-.01));
    }
}
