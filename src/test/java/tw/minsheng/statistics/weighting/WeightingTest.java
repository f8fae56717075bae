package tw.minsheng.statistics.weighting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tw.minsheng.statistics.Missing;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.distribution.SplitMix64;

class WeightingTest {

    private static final Margin SEX = new Margin("sex", List.of("f", "m"), List.of(60.0, 40.0));
    private static final Margin AGE = new Margin("age", List.of("y", "m", "o"), List.of(30.0, 30.0, 40.0));

    private static Groups people(CellGrid grid, int n, boolean equal) {
        Groups groups = new Groups(1, grid.cells());
        SplitMix64 random = new SplitMix64(99);
        for (int i = 0; i < n; i++) {
            int cell = (int) (random.nextUniform() * random.nextUniform() * grid.cells());
            groups.add(groups.groupOf(0, cell), equal ? 1 : .5 + random.nextUniform());
        }
        for (int cell = 0; cell < grid.cells(); cell++) {
            groups.add(cell, 1);
        }
        return groups;
    }

    private static void assertRefused(Reason reason, Weighting weighting) {
        assertEquals(Optional.of(reason), weighting.maxMarginError().reason());
        assertFalse(weighting.isDone());
        assertEquals(Calibration.Kind.NONE, weighting.calibration().kind());
    }

    @Test
    void weightsThatAreNegativeOrMissingAreCountedAndRefused() {
        CellGrid grid = new CellGrid(List.of(SEX));
        Groups groups = people(grid, 10, true);
        groups.add(0, -1);
        groups.add(1, -2);
        assertRefused(Reason.NEGATIVE_WEIGHT, Raking.postStratify(groups, grid));
        assertEquals("2", groups.refusal().orElseThrow().reasonArgs().get("n"));
        groups.add(0, Missing.ANSWER);
        assertRefused(Reason.MISSING_WEIGHT, Raking.postStratify(groups, grid));
    }

    @Test
    void allWeightsZeroHaveNoSum() {
        Groups groups = new Groups(1, 2);
        groups.add(0, 0);
        groups.add(1, 0);
        assertRefused(Reason.ZERO_DENOMINATOR, Raking.rake(groups, new CellGrid(List.of(SEX))));
    }

    /** Section 4, row 1. */
    @Test
    void marginsWithDifferentTotalsAreRefusedBeforehand() {
        CellGrid grid = new CellGrid(List.of(SEX, new Margin("age", List.of("o", "y"), List.of(40.0, 80.0))));
        Weighting weighting = Raking.rake(people(grid, 20, true), grid);
        assertRefused(Reason.MARGINS_DISAGREE, weighting);
        assertEquals("100", weighting.maxMarginError().reasonArgs().get("a"));
        assertEquals("120", weighting.maxMarginError().reasonArgs().get("b"));
    }

    /** Section 4, row 2: two cases on the diagonal. */
    @Test
    void diagonalTableDoesNotConverge() {
        Groups groups = new Groups(1, 4);
        groups.add(0, 1);
        groups.add(3, 1);
        CellGrid grid = new CellGrid(List.of(
                new Margin("a", List.of("1", "2"), List.of(60.0, 40.0)),
                new Margin("b", List.of("1", "2"), List.of(40.0, 60.0))));
        Weighting weighting = Raking.rake(groups, grid);
        assertRefused(Reason.NOT_CONVERGED, weighting);
        assertEquals(
                20, Double.parseDouble(weighting.maxMarginError().reasonArgs().get("error")), 1e-9);
        assertEquals(1000, weighting.iterations());
    }

    /** Section 4, row 4. */
    @Test
    void categoriesWithoutSampleOrPopulationAreNamed() {
        Margin three = new Margin("sex", List.of("f", "m", "x"), List.of(45.0, 45.0, 10.0));
        Groups groups = new Groups(1, 3);
        groups.add(0, 1);
        groups.add(1, 1);
        Weighting empty = Raking.postStratify(groups, new CellGrid(List.of(three)));
        assertRefused(Reason.CATEGORY_WITHOUT_SAMPLE, empty);
        assertEquals("x", empty.maxMarginError().reasonArgs().get("category"));
        Margin zero = new Margin("sex", List.of("f", "m", "x"), List.of(90.0, 0.0, 10.0));
        groups.add(2, 1);
        Weighting none = Raking.postStratify(groups, new CellGrid(List.of(zero)));
        assertRefused(Reason.ZERO_TARGET, none);
        assertEquals("1", none.maxMarginError().reasonArgs().get("n"));
        assertTrue(three.indexOf("z").isEmpty());
        assertEquals(
                Optional.of(Reason.CATEGORY_WITHOUT_POPULATION),
                Margin.withoutPopulation("z").reason());
    }

    @Test
    void emptyPostStratumIsPassedOverOnlyOnRequest() {
        Margin three = new Margin("sex", List.of("f", "m", "x"), List.of(45.0, 45.0, 10.0));
        Groups groups = new Groups(1, 3);
        groups.add(0, 3);
        groups.add(1, 2);
        Weighting partly = Raking.postStratifyPartly(groups, three, new int[] {0, 1, 2});
        assertTrue(partly.isDone());
        assertEquals(15, partly.calibration().factor(0), 1e-12);
        assertEquals(22.5, partly.calibration().factor(1), 1e-12);
    }

    @Test
    void rakingOnOneMarginIsPostStratification() {
        CellGrid grid = new CellGrid(List.of(AGE));
        Groups groups = people(grid, 50, false);
        Weighting raked = Raking.rake(groups, grid);
        Weighting post = Raking.postStratify(groups, grid);
        assertEquals(1, raked.iterations());
        for (int g = 0; g < groups.size(); g++) {
            assertEquals(post.calibration().factor(g), raked.calibration().factor(g), 1e-15);
        }
    }

    @Test
    void rakedMarginsMatchThePopulation() {
        CellGrid grid = new CellGrid(List.of(SEX, AGE));
        Groups groups = people(grid, 80, false);
        Weighting raked = Raking.rake(groups, grid);
        assertTrue(raked.isDone());
        assertTrue(raked.maxMarginError().number() <= 1e-10 * 100);
        for (int level = 0; level < 3; level++) {
            double sum = 0;
            for (int g = 0; g < groups.size(); g++) {
                sum += grid.levelOf(1, groups.cellOf(g)) == level
                        ? groups.weight(g) * raked.calibration().factor(g)
                        : 0;
            }
            assertEquals(AGE.target(level), sum, 1e-8);
        }
    }

    @Test
    void sizeOfTheDesignWeightsDoesNotMatter() {
        CellGrid grid = new CellGrid(List.of(SEX, AGE));
        Groups small = people(grid, 80, true);
        Groups large = new Groups(1, grid.cells());
        for (int g = 0; g < small.size(); g++) {
            for (int i = 0; i < small.rows(g); i++) {
                large.add(g, 1e6);
            }
        }
        double one = Raking.rake(small, grid).calibration().factor(2);
        double other = Raking.rake(large, grid).calibration().factor(2) * 1e6;
        assertEquals(one, other, 1e-12 * one);
    }

    @Test
    void unknownAnswersKeepTheirShare() {
        Margin known = SEX.withUnknown("", .1);
        assertEquals(100, known.total(), 1e-12);
        assertEquals(54, known.target(0), 1e-12);
        assertEquals(10, known.target(2), 1e-12);
        assertThrows(IllegalArgumentException.class, () -> SEX.withUnknown("", 1));
    }

    @Test
    void gridNumbersItsCells() {
        CellGrid grid = new CellGrid(List.of(SEX, AGE));
        for (int cell = 0; cell < grid.cells(); cell++) {
            assertEquals(cell, grid.cellOf(grid.levelOf(0, cell), grid.levelOf(1, cell)));
        }
        assertEquals(1, new CellGrid(List.of()).cells());
        assertThrows(IllegalArgumentException.class, () -> grid.cellOf(0, 3));
        assertThrows(IllegalArgumentException.class, () -> grid.cellOf(0));
    }

    @Test
    void limitsThatCannotHoldTheTotalAreRefused() {
        CellGrid grid = new CellGrid(List.of(SEX));
        Groups groups = people(grid, 10, true);
        Weighting fitted = Raking.postStratify(groups, grid);
        Trimming trimming = Trimming.of(fitted, groups, 0, 1, true);
        assertEquals(
                Optional.of(Reason.CALIBRATION_INFEASIBLE),
                trimming.weighting().maxMarginError().reason());
    }

    @Test
    void weightsThatDifferWithinAGroupAreNotTrimmedAsOne() {
        Groups groups = new Groups(1, 1);
        groups.add(0, 1);
        groups.add(0, 2);
        Weighting none = Weighting.none(groups);
        assertThrows(IllegalArgumentException.class, () -> Trimming.of(none, groups, .5, 1.5, true));
    }

    /** Weights 1, 2, 9 of one row each, cut at 6: the excess of 3 goes in equal parts to the others. */
    @Test
    void excessIsSpreadEqually() {
        double[] weights = {1, 2, 9};
        long[] rows = {1, 1, 1};
        assertEquals(List.of(2.5, 3.5, 6.0), Trimming.cut(weights, rows, 0, 6, false));
        // cut at 4.2 the others get 2.4 each: 3.4 and 4.4, so once more
        List<Double> strict = Trimming.cut(weights, rows, 0, 4.2, true);
        assertEquals(3.6, strict.get(0), 1e-12);
        assertEquals(4.2, strict.get(1), 1e-12);
        assertEquals(12, strict.stream().mapToDouble(Double::doubleValue).sum(), 1e-12);
    }

    @Test
    void trimmingTellsTheNewMarginError() {
        CellGrid grid = new CellGrid(List.of(SEX));
        Groups groups = new Groups(1, 2);
        for (int i = 0; i < 9; i++) {
            groups.add(0, 1);
        }
        groups.add(1, 1);
        Trimming trimming = Trimming.ofMultiples(Raking.postStratify(groups, grid), groups, .3, 3);
        assertEquals(1, trimming.trimmed());
        assertEquals(10, trimming.weighting().maxMarginError().number(), 1e-9); // 40 became 30
        assertEquals(.1, trimming.weighting().relativeMarginError().number(), 1e-12);
    }

    @Test
    void reportOfWeightsByHand() {
        Groups groups = new Groups(1, 2);
        groups.add(0, 1);
        groups.add(1, 3);
        WeightReport report = WeightReport.of(groups, Calibration.none(2));
        assertEquals(1.25, report.deffKish().number(), 1e-15); // 2·10/16
        assertEquals(1.6, report.nEffective().number(), 1e-15);
        assertEquals(.8, report.efficiency().number(), 1e-15);
        assertEquals(3, report.ratioGreatestToLeast().number());
        assertEquals(1.5, report.ratioGreatestToMean().number());
        assertTrue(report.warnings().isEmpty());
    }

    @Test
    void unevenWeightsAreWarnedOf() {
        Groups groups = new Groups(1, 10);
        for (int g = 0; g < 10; g++) {
            groups.add(g, g == 0 ? 100 : 1);
        }
        assertEquals(
                List.of("weight_over_5_times_mean", "effective_n_below_half"),
                WeightReport.of(groups, Calibration.none(10)).warnings().stream()
                        .map(warning -> warning.code())
                        .toList());
    }

    @Test
    void mergedGroupsGiveTheWhole() {
        Groups one = new Groups(1, 2);
        one.add(0, 2);
        Groups other = new Groups(1, 2);
        other.add(0, 3);
        other.add(1, 1);
        one.merge(other);
        assertEquals(5, one.weight(0));
        assertEquals(13, one.squaredWeight(0));
        assertEquals(3, one.rows());
        assertFalse(one.isConstantWithinGroups());
        assertThrows(IllegalArgumentException.class, () -> one.merge(new Groups(1, 3)));
    }
}
