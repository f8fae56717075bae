package tw.minsheng.statistics.weighting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;

/** The report of weights and the trimming of three people, worked out on paper. */
class WeightFiguresTest {

    private static Groups people(double[] first, double[] second) {
        Groups groups = new Groups(1, 2);
        for (double weight : first) {
            groups.add(0, weight);
        }
        for (double weight : second) {
            groups.add(1, weight);
        }
        return groups;
    }

    private static Weighting fitted(Groups groups, double first, double second) {
        Margin margin = new Margin("sex", List.of("f", "m"), List.of(first, second));
        return Raking.postStratify(groups, new CellGrid(List.of(margin)));
    }

    /** Weights 1, 2 and 4 become 2, 4 and 3. */
    @Test
    void reportTakesTheFinalWeights() {
        Groups groups = people(new double[] {1, 2}, new double[] {4});
        WeightReport report = WeightReport.of(groups, fitted(groups, 6, 3).calibration());
        assertEquals(9, report.sum().number(), 1e-12);
        assertEquals(81 / 29.0, report.nEffective().number(), 1e-12);
        assertEquals(3 * 29 / 81.0, report.deffKish().number(), 1e-12);
        assertEquals(27 / 29.0, report.efficiency().number(), 1e-12);
        assertEquals(2, report.least().number(), 1e-12);
        assertEquals(4, report.greatest().number(), 1e-12);
        assertEquals(2, report.ratioGreatestToLeast().number(), 1e-12);
        assertEquals(4 / 3.0, report.ratioGreatestToMean().number(), 1e-12);
        assertEquals(List.of(), report.warnings());
    }

    @Test
    void nobodyHasNoReport() {
        WeightReport report = WeightReport.of(new Groups(1, 2), Calibration.none(2));
        assertEquals(Optional.of(Reason.NO_DATA), report.sum().reason());
        assertEquals(Optional.of(Reason.NO_DATA), report.ratioGreatestToLeast().reason());
        assertEquals(Optional.of(Reason.NO_DATA), report.ratioGreatestToMean().reason());
    }

    /** Exactly five times the mean, and exactly half of the people, are no reason to warn. */
    @Test
    void warningsBeginBeyondTheirBorders() {
        double[] small = new double[5];
        Arrays.fill(small, 1);
        Groups six = people(small, new double[] {25});
        WeightReport five = WeightReport.of(six, Calibration.none(2));
        assertEquals(5, five.ratioGreatestToMean().number(), 1e-12);
        assertEquals(1, five.warnings().size()); // 900/630 of six people are below half
        Groups two = people(new double[] {1}, new double[] {0});
        WeightReport half = WeightReport.of(two, Calibration.none(2));
        assertEquals(1, half.nEffective().number(), 1e-12);
        assertEquals(List.of(), half.warnings());
        assertEquals(
                Optional.of(Reason.ZERO_DENOMINATOR),
                half.ratioGreatestToLeast().reason());
    }

    /** Weights 2, 2, 2 are fitted to 1, 1, 6 and cut to twice their mean: 4/3, 4/3, 16/3. */
    @Test
    void trimmingCountsInMeansOfTheFittedWeights() {
        Groups groups = people(new double[] {2, 2}, new double[] {2});
        Trimming cut = Trimming.ofMultiples(fitted(groups, 2, 6), groups, .1, 2);
        assertEquals(1, cut.trimmed());
        assertEquals(2 / 3.0, cut.weighting().calibration().factor(0), 1e-12);
        assertEquals(8 / 3.0, cut.weighting().calibration().factor(1), 1e-12);
        assertEquals(2 / 3.0, cut.weighting().maxMarginError().number(), 1e-12);
    }

    @Test
    void weightsAtTheLimitsStay() {
        assertEquals(List.of(1.0, 4.0), Trimming.cut(new double[] {1, 4}, new long[] {1, 1}, 1, 4, true));
        assertEquals(List.of(2.0, 3.0, 4.0), Trimming.cut(new double[] {1, 3, 5}, new long[] {1, 1, 1}, 2, 4, true));
    }

    @Test
    void mergedPartsKeepWhatWasRefused() {
        Groups part = people(new double[] {-1}, new double[] {});
        Groups whole = people(new double[] {-1, 2}, new double[] {1});
        whole.merge(part);
        Value refusal = whole.refusal().orElseThrow();
        assertEquals(Optional.of(Reason.NEGATIVE_WEIGHT), refusal.reason());
        assertEquals("2", refusal.reasonArgs().get("n"));
    }

    /** Weights 2, 2, 2 and 18 between half and three times their mean 6: three are raised to 3, the last pays; 18 is no cut. */
    @Test
    void smallWeightsAreRaisedAtTheCostOfOthers() {
        Groups groups = people(new double[] {2, 2, 2}, new double[] {18});
        Trimming cut = Trimming.ofMultiples(Weighting.none(groups), groups, .5, 3);
        assertEquals(3, cut.trimmed());
        assertEquals(1.5, cut.weighting().calibration().factor(0), 1e-12);
        assertEquals(15 / 18.0, cut.weighting().calibration().factor(1), 1e-12);
        assertEquals(
                0,
                Trimming.ofMultiples(Weighting.none(groups), groups, 2 / 6.0, 3).trimmed());
    }

    /** What weighs nothing cannot be raised, and takes nothing from the others. */
    @Test
    void weightsOfNothingStay() {
        Groups groups = new Groups(1, 3);
        groups.add(0, 0);
        for (int i = 0; i < 3; i++) {
            groups.add(1, 2);
        }
        groups.add(2, 18);
        Trimming cut = Trimming.of(Weighting.none(groups), groups, 3, 20, true);
        double sum = 0;
        for (int g = 0; g < 3; g++) {
            sum += groups.weight(g) * cut.weighting().calibration().factor(g);
        }
        assertEquals(24, sum, 1e-12);
        assertEquals(3, cut.trimmed());
        assertEquals(0, cut.weighting().calibration().factor(0));
    }

    /** As R's trimWeights: a weight at the limit is not outside, and takes its part of the excess. */
    @Test
    void weightsAtTheLimitsTakeTheirPart() {
        long[] rows = {1, 1, 1};
        assertEquals(List.of(8.0, 4.0, 6.0), Trimming.cut(new double[] {6, 2, 10}, rows, 0, 6, false));
        assertEquals(List.of(1.5, 2.0, 8.5), Trimming.cut(new double[] {2, 1, 9}, rows, 2, 20, false));
    }

    /** Limits that are short of the total by a ten-billionth are short by rounding. */
    @Test
    void totalsMayDifferByRounding() {
        Groups groups = people(new double[] {1000, 1000}, new double[] {1000, 1000});
        assertTrue(Trimming.of(Weighting.none(groups), groups, 1, 1000 - 1e-7, true)
                .weighting()
                .isDone());
        assertFalse(Trimming.of(Weighting.none(groups), groups, 1, 1000 - 1e-5, true)
                .weighting()
                .isDone());
    }

    @Test
    void theWarningSaysHowManyTimesTheMean() {
        double[] ones = new double[9];
        Arrays.fill(ones, 1);
        Groups groups = people(ones, new double[] {91});
        WeightReport report = WeightReport.of(groups, Calibration.none(2));
        assertEquals("9.1", report.warnings().get(0).args().get("ratio")); // 91 of a mean of 10
    }
}
