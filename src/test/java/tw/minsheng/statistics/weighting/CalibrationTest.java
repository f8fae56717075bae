package tw.minsheng.statistics.weighting;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;

/** What fitted weights explain, and the borders of margins, grids and groups; worked out on paper. */
class CalibrationTest {

    private static Margin margin(double... targets) {
        return new Margin(
                "m",
                IntStream.range(0, targets.length).mapToObj(i -> "level " + i).toList(),
                IntStream.range(0, targets.length).mapToObj(i -> targets[i]).toList());
    }

    private static Groups groups(int strata, double[]... weights) {
        Groups groups = new Groups(strata, weights.length / strata);
        for (int g = 0; g < weights.length; g++) {
            for (double weight : weights[g]) {
                groups.add(g, weight);
            }
        }
        return groups;
    }

    /**
     * Two strata, two post-strata, the groups in the order 0/0, 0/1, 1/0, 1/1. Of post-stratum 0 the mean of e is
     * (8 + 4)/(1 + 2 + 3) = 2, of the other (5 + 10)/(2 + 3) = 3.
     */
    @Test
    void postStrataExplainTheirWeightedMeans() {
        Groups groups = groups(2, new double[] {1, 2}, new double[] {2}, new double[] {3}, new double[] {3});
        Calibration fitted = Raking.postStratify(groups, new CellGrid(List.of(margin(60, 50))))
                .calibration();
        assertEquals(10, fitted.factor(0), 1e-13);
        assertEquals(10, fitted.factor(3), 1e-13);
        double[] explained = fitted.explanation(groups).explained(new double[4], new double[] {8, 5, 4, 10});
        assertArrayEquals(new double[] {2, 3, 2, 3}, explained, 1e-13);
    }

    /** Trimmed to half, the fitted weights explain half: the residual is w·e − (fitted w)·explained. */
    @Test
    void trimmedWeightsExplainTheirPart() {
        Groups groups = groups(2, new double[] {1, 2}, new double[] {2}, new double[] {3}, new double[] {3});
        Calibration fitted = Raking.postStratify(groups, new CellGrid(List.of(margin(60, 50))))
                .calibration();
        Calibration trimmed = fitted.trimmedTo(new double[] {5, 5, 5, 5});
        assertEquals(5, trimmed.factor(1));
        assertEquals(10, trimmed.fittedFactor(1), 1e-13);
        double[] explained = trimmed.explanation(groups).explained(new double[4], new double[] {8, 5, 4, 10});
        assertArrayEquals(new double[] {1, 1.5, 1, 1.5}, explained, 1e-13);
        Calibration fixed = fitted.asFixed();
        assertArrayEquals(
                new double[4], fixed.explanation(groups).explained(new double[4], new double[] {8, 5, 4, 10}));
        assertEquals(10, fixed.factor(2), 1e-13);
    }

    /** A post-stratum without sample explains nothing; R's partial = TRUE. */
    @Test
    void anEmptyPostStratumExplainsNothing() {
        Groups groups = groups(1, new double[] {1, 1}, new double[] {});
        Weighting partly = Raking.postStratifyPartly(groups, margin(10, 5), new int[] {0, 1});
        double[] explained = partly.calibration().explanation(groups).explained(new double[2], new double[] {4, 0});
        assertArrayEquals(new double[] {2, 0}, explained, 1e-13);
    }

    /**
     * Margins a and b of ±1, with correlation r = .6 (4, 1, 1 and 4 rows), and e = b. Each sweep over both leaves r² of what was
     * left; after ten, as in R's survey, r²⁰·b − r¹⁹·a is left.
     */
    @Test
    void rakedMarginsExplainInTenSweeps() {
        Groups groups =
                groups(1, new double[] {1, 1, 1, 1}, new double[] {1}, new double[] {1}, new double[] {1, 1, 1, 1});
        Calibration fitted = Raking.rake(groups, new CellGrid(List.of(margin(5, 5), margin(5, 5))))
                .calibration();
        assertEquals(Calibration.Kind.RAKED, fitted.kind());
        double[] explained = fitted.explanation(groups).explained(new double[] {-4, 1, -1, 4}, new double[4]);
        int[] a = {-1, -1, 1, 1};
        int[] b = {-1, 1, -1, 1};
        for (int g = 0; g < 4; g++) {
            double left = StrictMath.pow(.6, 20) * b[g] - StrictMath.pow(.6, 19) * a[g];
            assertEquals(b[g] - left, explained[g], 1e-14);
        }
    }

    /** A category without people and without answers explains nothing. */
    @Test
    void aCategoryWithoutRowsExplainsNothing() {
        Groups groups = groups(1, new double[] {1, 1}, new double[] {});
        Weighting raked = Raking.rake(groups, new CellGrid(List.of(margin(10, 0))));
        assertTrue(raked.isDone());
        assertArrayEquals(
                new double[] {2, 0},
                raked.calibration().explanation(groups).explained(new double[] {4, 0}, new double[2]),
                1e-13);
    }

    @Test
    void aGridHasAtMostAMillionCells() {
        Margin thousand = margin(new double[1000]);
        assertEquals(1_000_000, new CellGrid(List.of(thousand, thousand)).cells());
        List<Margin> tooMany = List.of(thousand, thousand, margin(1, 1));
        assertThrows(IllegalArgumentException.class, () -> new CellGrid(tooMany));
        CellGrid grid = new CellGrid(List.of(margin(1, 1)));
        assertThrows(IllegalArgumentException.class, () -> grid.cellOf(-1));
        assertThrows(IllegalArgumentException.class, () -> grid.cellOf(2));
        assertEquals(1, grid.cellOf(1));
    }

    @Test
    void groupsAreStrataTimesCells() {
        Groups groups = new Groups(2, 3);
        assertEquals(5, groups.groupOf(1, 2));
        assertEquals(2, groups.cellOf(5));
        assertThrows(IllegalArgumentException.class, () -> groups.groupOf(2, 0));
        assertThrows(IllegalArgumentException.class, () -> groups.groupOf(0, 3));
        assertThrows(IllegalArgumentException.class, () -> groups.groupOf(-1, 0));
        assertThrows(IllegalArgumentException.class, () -> groups.groupOf(0, -1));
        assertThrows(IllegalArgumentException.class, () -> new Groups(0, 1));
        assertThrows(IllegalArgumentException.class, () -> new Groups(1, 0));
        assertEquals(Optional.of(Reason.NO_DATA), groups.refusal().orElseThrow().reason());
    }

    @Test
    void mergedGroupsKeepTheirExtremes() {
        Groups whole = groups(1, new double[] {2}, new double[] {}, new double[] {4});
        whole.merge(groups(1, new double[] {1, 3}, new double[] {5, 6}, new double[] {}));
        assertEquals(1, whole.leastWeight(0));
        assertEquals(3, whole.greatestWeight(0));
        assertEquals(5, whole.leastWeight(1));
        assertEquals(6, whole.greatestWeight(1));
        assertEquals(4, whole.leastWeight(2));
        assertEquals(4, whole.greatestWeight(2));
        assertEquals(6, whole.rows());
        assertEquals(21, whole.total());
        assertEquals(61, whole.squaredWeight(1));
        assertFalse(whole.isConstantWithinGroups());
    }

    @Test
    void missingWeightsOfPartsAddUp() {
        Groups whole = new Groups(1, 1);
        whole.add(0, tw.minsheng.statistics.Missing.ANSWER);
        Groups part = new Groups(1, 1);
        part.add(0, tw.minsheng.statistics.Missing.ANSWER);
        part.add(0, 1);
        whole.merge(part);
        Value refusal = whole.refusal().orElseThrow();
        assertEquals(Optional.of(Reason.MISSING_WEIGHT), refusal.reason());
        assertEquals(Map.of("n", "2"), refusal.reasonArgs());
        Weighting refused = Weighting.refused(whole, refusal);
        assertSame(refusal, refused.maxMarginError());
        assertEquals(0, refused.iterations());
        assertEquals(1, refused.calibration().factor(0));
    }

    @Test
    void unknownAnswersMayBeNone() {
        assertEquals(List.of(6.0, 4.0, 0.0), margin(6, 4).withUnknown("?", 0).targets());
        assertThrows(IllegalArgumentException.class, () -> margin(6, 4).withUnknown("?", -.1));
        assertEquals(0, margin(6, 4).indexOf("level 0").orElseThrow());
        assertEquals(1, margin(6, 4).indexOf("level 1").orElseThrow());
    }

    @Test
    void marginsHaveTargets() {
        List<String> names = List.of("a");
        assertThrows(IllegalArgumentException.class, () -> new Margin("m", names, List.of()));
        assertThrows(IllegalArgumentException.class, () -> new Margin("m", List.of(), List.of()));
        assertThrows(IllegalArgumentException.class, () -> new Margin("m", names, List.of(-1.0)));
        assertThrows(IllegalArgumentException.class, () -> new Margin("m", names, List.of(Double.POSITIVE_INFINITY)));
    }

    /** Totals may differ by a billionth, which is rounding, and by no more. */
    @Test
    void totalsThatDifferByRoundingAreOneTotal() {
        Groups groups = groups(1, new double[] {1}, new double[] {1}, new double[] {1}, new double[] {1});
        Margin billion = margin(5e8, 5e8);
        assertTrue(Raking.rake(groups, new CellGrid(List.of(billion, margin(5e8, 5e8))))
                .isDone());
        Weighting one = Raking.rake(groups, new CellGrid(List.of(billion, margin(5e8 + 2, 5e8))));
        assertEquals(Optional.of(Reason.MARGINS_DISAGREE), one.maxMarginError().reason());
        assertEquals(
                Map.of("first", "m", "a", "1000000000", "second", "m", "b", "1000000002"),
                one.maxMarginError().reasonArgs());
        Weighting atTheBorder = Raking.rake(groups, new CellGrid(List.of(billion, margin(5e8 + 1, 5e8))));
        assertFalse(atTheBorder.maxMarginError().reason().equals(Optional.of(Reason.MARGINS_DISAGREE)));
        Weighting hundred = Raking.rake(groups, new CellGrid(List.of(margin(50, 50), margin(50 + 1e-8, 50))));
        assertFalse(hundred.maxMarginError().reason().equals(Optional.of(Reason.MARGINS_DISAGREE)));
    }
}
