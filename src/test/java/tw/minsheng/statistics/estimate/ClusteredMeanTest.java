package tw.minsheng.statistics.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tw.minsheng.statistics.Interval;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.distribution.SplitMix64;
import tw.minsheng.statistics.sampling.LonelyRule;
import tw.minsheng.statistics.sampling.Population;
import tw.minsheng.statistics.sampling.SampleDesign;
import tw.minsheng.statistics.sampling.Stratum;
import tw.minsheng.statistics.weighting.Calibration;
import tw.minsheng.statistics.weighting.Groups;

/** Expected numbers are from R 4.2.2 with survey 4.1-1: {@code svydesign(ids = ~u, strata = ~h, weights = ~w)}. */
class ClusteredMeanTest {

    private static final int[] UNIT = {0, 0, 1, 1, 1, 2, 3, 3, 4, 4, 4};
    private static final double[] WEIGHT = {2, 2, 3, 3, 3, 5, 1.5, 1.5, 4, 4, 4};
    private static final double[] Y = {1, 0, 1, 1, 0, 1, 0, 0, 1, 0, 1};

    private static SampleDesign design(List<Integer> strataOfUnits) {
        int strata = Collections.max(strataOfUnits) + 1;
        return SampleDesign.clustered(
                IntStream.range(0, strata)
                        .mapToObj(h -> new Stratum("h" + h, Population.unlimited()))
                        .toList(),
                strataOfUnits);
    }

    private static MeanEstimate mean(SampleDesign design, int[] units, double[] weights, double[] y) {
        Groups groups = new Groups(design.places(), 1);
        VariableSums sums = new VariableSums(groups);
        for (int i = 0; i < y.length; i++) {
            groups.add(units[i], weights[i]);
            sums.add(units[i], weights[i], y[i]);
        }
        return new MeanEstimator(design, groups, Calibration.none(groups.size())).mean(sums);
    }

    @Test
    void unitsInTheirStrataMakeTheVariance() {
        MeanEstimate mean = mean(design(List.of(0, 0, 0, 1, 1)), UNIT, WEIGHT, Y);
        assertEquals(0.6363636363636364, mean.mean().number(), 1e-15);
        assertEquals(0.09333925259557806, mean.se().number(), 1e-15);
        assertEquals(0.3764921946740129, mean.deffReplace().number(), 1e-12);
        assertEquals(3, mean.df());
        Interval t = mean.tInterval(.95);
        assertEquals(0.339316476802896, t.lower().number(), 1e-12);
        assertEquals(0.933410795924376, t.upper().number(), 1e-12);
        Interval logit = mean.logitInterval(.95);
        assertEquals(0.326501265003062, logit.lower().number(), 1e-12);
        assertEquals(0.863336622278963, logit.upper().number(), 1e-12);
    }

    /** Kept by row and kept by sums, the same sample has the same error. */
    @Test
    void sumsPerUnitSayWhatRowsSay() {
        for (int seed = 0; seed < 50; seed++) {
            SplitMix64 random = new SplitMix64(seed);
            int n = 60;
            int[] units = new int[n];
            double[] weights = new double[n];
            double[] y = new double[n];
            for (int i = 0; i < n; i++) {
                units[i] = i < 12 ? i : (int) (random.nextUniform() * 12);
                weights[i] = 1 + 5 * random.nextUniform();
                y[i] = units[i] + 10 * random.nextUniform();
            }
            List<Integer> strata = IntStream.range(0, 12).mapToObj(u -> u % 3).toList();
            List<Integer> unitOfRow = IntStream.of(units).boxed().toList();
            Stage stage = new Stage(
                    unitOfRow.stream().map(strata::get).toList(),
                    unitOfRow,
                    Collections.nCopies(n, Population.unlimited()));
            RowSample rows = RowSample.of(weights, List.of(stage), LonelyRule.ADJUST);
            MeanEstimate mean = mean(design(strata), units, weights, y);
            VectorEstimate byRow = new RowEstimator(rows).means(y);
            assertEquals(
                    byRow.se(0).number(), mean.se().number(), 1e-12 * mean.se().number());
            assertEquals(rows.df(), mean.df());
        }
    }

    /** R: svydesign(ids = ~1, weights = ~w); the same as one stratum of rows. */
    @Test
    void ignoringTheUnitsGivesTheErrorOfRows() {
        SampleDesign design = design(List.of(0, 0, 0, 1, 1));
        Groups groups = new Groups(5, 1);
        VariableSums sums = new VariableSums(groups);
        for (int i = 0; i < Y.length; i++) {
            groups.add(UNIT[i], WEIGHT[i]);
            sums.add(UNIT[i], WEIGHT[i], Y[i]);
        }
        MeanEstimate blind = new MeanEstimator(design, groups, Calibration.none(5))
                .ignoringUnits()
                .mean(sums);
        MeanEstimate rows = mean(
                design(java.util.stream.IntStream.range(0, 11).mapToObj(i -> 0).toList()),
                java.util.stream.IntStream.range(0, 11).toArray(),
                WEIGHT,
                Y);
        assertEquals(rows.se().number(), blind.se().number(), 1e-15);
        assertEquals(10, blind.df());
        assertEquals(rows.mean().number(), blind.mean().number(), 1e-15);
    }

    @Test
    void oneUnitHasNoVarianceAndALoneOneIsNamed() {
        MeanEstimate one = mean(design(List.of(0)), new int[3], new double[] {1, 2, 1}, new double[] {1, 2, 4});
        assertEquals(Optional.of(Reason.SINGLE_PSU), one.se().reason());
        assertEquals(2.25, one.mean().number(), 1e-15);
        MeanEstimate lone = mean(design(List.of(0, 0, 1)), new int[] {0, 0, 1, 1, 2, 2}, ones(6), ramp(6));
        assertEquals(List.of("h1"), lone.lonelyStrata());
        assertTrue(lone.se().isKnown());
        MeanEstimate failed =
                mean(design(List.of(0, 0, 1)).with(LonelyRule.FAIL), new int[] {0, 0, 1, 1, 2, 2}, ones(6), ramp(6));
        assertEquals(Optional.of(Reason.LONELY_STRATUM), failed.se().reason());
        assertEquals("h1", failed.se().reasonArgs().get("stratum"));
    }

    /** A unit of which nobody answered is not a unit of the variance: of it there is nothing to compare. */
    @Test
    void unitWithoutRowsIsNotCounted() {
        MeanEstimate with = mean(design(List.of(0, 0, 0, 1, 1, 1)), UNIT, WEIGHT, Y);
        assertEquals(0.09333925259557806, with.se().number(), 1e-15);
        assertEquals(3, with.df());
    }

    @Test
    void unitsLieInStrata() {
        assertThrows(IllegalArgumentException.class, () -> SampleDesign.clustered(List.of(), List.of()));
        List<Stratum> one = List.of(new Stratum("", Population.unlimited()));
        assertThrows(IllegalArgumentException.class, () -> SampleDesign.clustered(one, List.of()));
        assertThrows(IllegalArgumentException.class, () -> SampleDesign.clustered(one, List.of(1)));
        assertFalse(SampleDesign.stratified(one).isClustered());
        Groups two = new Groups(2, 1);
        SampleDesign single = SampleDesign.clustered(one, List.of(0));
        assertThrows(IllegalArgumentException.class, () -> new MeanEstimator(single, two, Calibration.none(2)));
    }

    private static double[] ones(int n) {
        return IntStream.range(0, n).mapToDouble(i -> 1).toArray();
    }

    private static double[] ramp(int n) {
        return IntStream.range(0, n).mapToDouble(i -> i).toArray();
    }
}
