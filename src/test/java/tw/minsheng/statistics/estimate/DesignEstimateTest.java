package tw.minsheng.statistics.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tw.minsheng.statistics.Interval;
import tw.minsheng.statistics.Missing;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.distribution.SplitMix64;
import tw.minsheng.statistics.sampling.LonelyRule;
import tw.minsheng.statistics.sampling.Population;
import tw.minsheng.statistics.sampling.SampleDesign;
import tw.minsheng.statistics.sampling.Stratum;
import tw.minsheng.statistics.weighting.Calibration;
import tw.minsheng.statistics.weighting.CellGrid;
import tw.minsheng.statistics.weighting.Groups;
import tw.minsheng.statistics.weighting.Margin;
import tw.minsheng.statistics.weighting.Raking;
import tw.minsheng.statistics.weighting.Weighting;

class DesignEstimateTest {

    private static final SampleDesign SIMPLE = SampleDesign.simple(Population.unlimited());

    private static MeanEstimate simple(SampleDesign design, double[] weights, double[] y) {
        Groups groups = new Groups(1, 1);
        VariableSums sums = new VariableSums(groups);
        for (int i = 0; i < y.length; i++) {
            groups.add(0, weights[i]);
            sums.add(0, weights[i], y[i]);
        }
        return new MeanEstimator(design, groups, Calibration.none(1)).mean(sums);
    }

    private static MeanEstimate simple(double... y) {
        return simple(SIMPLE, ones(y.length), y);
    }

    private static double[] ones(int n) {
        return IntStream.range(0, n).mapToDouble(i -> 1).toArray();
    }

    @Test
    void partsOfAnotherDesignAreRefused() {
        Groups groups = new Groups(2, 1);
        assertThrows(IllegalArgumentException.class, () -> new MeanEstimator(SIMPLE, groups, Calibration.none(2)));
        VariableSums sums = new VariableSums(groups);
        assertThrows(IllegalArgumentException.class, () -> sums.merge(new VariableSums(new Groups(1, 1))));
    }

    /** Section 4, row 6. */
    @Test
    void domainWithoutAnswersIsNoData() {
        MeanEstimate none = simple(Missing.ANSWER, Missing.ANSWER);
        assertEquals(Optional.of(Reason.NO_DATA), none.mean().reason());
        assertEquals(Optional.of(Reason.NO_DATA), none.se().reason());
        assertFalse(none.normalInterval(.95).isKnown());
        assertFalse(none.logitInterval(.95).isKnown());
    }

    /** Section 4, row 10. */
    @Test
    void oneAnswerKeepsItsEstimate() {
        MeanEstimate one = simple(4);
        assertEquals(4, one.mean().number());
        assertEquals(Optional.of(Reason.SINGLE_PSU), one.se().reason());
        assertFalse(one.normalInterval(.95).isKnown());
    }

    @Test
    void moreAnswersThanPeopleAreRefused() {
        MeanEstimate over =
                simple(SampleDesign.simple(Population.of(5)), ones(8), new double[] {3, 4, 5, 2, 4, 4, 1, 5});
        assertEquals(Optional.of(Reason.SAMPLE_EXCEEDS_POPULATION), over.mean().reason());
    }

    /** Section 4, row 9; 16:census. */
    @Test
    void censusHasNoError() {
        MeanEstimate all =
                simple(SampleDesign.simple(Population.of(8)), ones(8), new double[] {3, 4, 5, 2, 4, 4, 1, 5});
        assertEquals(3.5, all.mean().number(), 1e-15);
        assertEquals(0, all.se().number());
        assertEquals(Optional.of(Reason.CENSUS), all.deff().reason());
        assertTrue(all.isCensus());
    }

    /** Section 4, row 7: six of six. */
    @Test
    void sharesOfEverybodyGetExactLimits() {
        MeanEstimate six = simple(SIMPLE, new double[] {1, 2, 3, 4, 5, 6}, new double[] {1, 1, 1, 1, 1, 1});
        assertEquals(0, six.se().number());
        assertEquals(Optional.of(Reason.NO_VARIATION), six.deff().reason());
        for (DesignProportionInterval method : DesignProportionInterval.values()) {
            Interval interval = method.around(six, .95);
            assertEquals(StrictMath.pow(.025, 1 / 6.0), interval.lower().number(), 1e-12);
            assertEquals(1, interval.upper().number());
        }
    }

    /** SE .71983531566223 with the zero-weight rows, .745100339605255 without: 16:zero_weight, made by R. */
    @Test
    void rowsWithWeightZeroStayInTheDesign() {
        double[] w = {1, 2, 0, 1, 3, 0, 2};
        double[] y = {1, 2, 3, 4, 5, 3, 4};
        assertEquals(.71983531566223, simple(SIMPLE, w, y).se().number(), 1e-12);
        assertEquals(
                .745100339605255,
                simple(SIMPLE, new double[] {1, 2, 1, 3, 2}, new double[] {1, 2, 4, 5, 4})
                        .se()
                        .number(),
                1e-12);
    }

    @Test
    void sizeOfTheWeightsDoesNotMatter() {
        double[] w = {1, 2, 0, 1, 3, 0, 2};
        double[] y = {1, 2, 3, 4, 5, 3, 4};
        for (double factor : new double[] {1e6, 1e15}) {
            double[] large =
                    IntStream.range(0, w.length).mapToDouble(i -> factor * w[i]).toArray();
            assertEquals(
                    simple(SIMPLE, w, y).se().number(),
                    simple(SIMPLE, large, y).se().number(),
                    1e-12);
            assertEquals(
                    simple(SIMPLE, w, y).mean().number(),
                    simple(SIMPLE, large, y).mean().number(),
                    1e-12);
        }
    }

    /** Σ(y−3)²/4 = 2.5, SE = √(2.5/5); with 10 people in all √(2.5/5·½). */
    @Test
    void simpleSampleByHand() {
        MeanEstimate mean = simple(1, 2, 3, 4, 5);
        assertEquals(3, mean.mean().number());
        assertEquals(StrictMath.sqrt(2.5), mean.sd().number(), 1e-15);
        assertEquals(StrictMath.sqrt(.5), mean.se().number(), 1e-15);
        assertEquals(4, mean.df());
        assertEquals(1, mean.deffReplace().number(), 1e-14);
        assertEquals(5, mean.nEffective().number(), 1e-13);
        assertEquals(Optional.of(Reason.ZERO_DENOMINATOR), mean.deff().reason()); // weights add up to n
        MeanEstimate half = simple(
                SampleDesign.simple(Population.of(10)), new double[] {2, 2, 2, 2, 2}, new double[] {1, 2, 3, 4, 5});
        assertEquals(.5, half.se().number(), 1e-15);
        assertEquals(1, half.deff().number(), 1e-14);
    }

    /** Strata of 1, 3 and 5, 9 with weights 1: means 2 and 7, variance (2 + 8)·2/16 = 1.25. */
    @Test
    void stratifiedSampleByHand() {
        Groups groups = new Groups(2, 1);
        VariableSums sums = new VariableSums(groups);
        double[][] strata = {{1, 3}, {5, 9}};
        for (int h = 0; h < 2; h++) {
            for (double y : strata[h]) {
                groups.add(groups.groupOf(h, 0), 1);
                sums.add(groups.groupOf(h, 0), 1, y);
            }
        }
        SampleDesign design = SampleDesign.stratified(
                List.of(new Stratum("a", Population.unlimited()), new Stratum("b", Population.unlimited())));
        MeanEstimate mean = new MeanEstimator(design, groups, Calibration.none(2)).mean(sums);
        assertEquals(4.5, mean.mean().number());
        assertEquals(StrictMath.sqrt(1.25), mean.se().number(), 1e-15);
        assertEquals(2, mean.df());
    }

    @Test
    void stratumVariableHasNoErrorAtAll() {
        Groups groups = new Groups(2, 1);
        VariableSums sums = new VariableSums(groups);
        for (int i = 0; i < 70; i++) {
            int g = i % 7 == 0 ? 1 : 0;
            groups.add(g, 1.7 + g);
            sums.add(g, 1.7 + g, g);
        }
        SampleDesign design = SampleDesign.stratified(
                List.of(new Stratum("a", Population.of(500)), new Stratum("b", Population.of(90))));
        assertEquals(
                0,
                new MeanEstimator(design, groups, Calibration.none(2))
                        .mean(sums)
                        .se()
                        .number());
    }

    @Test
    void lonelyStratumIsNamedAndCanFail() {
        Groups groups = new Groups(2, 1);
        VariableSums sums = new VariableSums(groups);
        double[] y = {1, 2, 4};
        for (int i = 0; i < 3; i++) {
            groups.add(i / 2, 1);
            sums.add(i / 2, 1, y[i]);
        }
        SampleDesign design = SampleDesign.stratified(
                List.of(new Stratum("a", Population.unlimited()), new Stratum("茂林", Population.unlimited())));
        MeanEstimate mean = new MeanEstimator(design, groups, Calibration.none(2)).mean(sums);
        assertEquals(List.of("茂林"), mean.lonelyStrata());
        assertTrue(mean.se().isKnown());
        MeanEstimate failed = new MeanEstimator(design.with(LonelyRule.FAIL), groups, Calibration.none(2)).mean(sums);
        assertEquals(Optional.of(Reason.LONELY_STRATUM), failed.se().reason());
        assertEquals("茂林", failed.se().reasonArgs().get("stratum"));
    }

    /** A sample with strata, cells and weights, held in both ways. */
    @SuppressWarnings("ArrayRecordComponent") // the answers of one check, never compared
    private record Sample(
            CellGrid grid, SampleDesign design, Groups groups, VariableSums sums, RowSample rows, double[] y) {

        static Sample of(List<Margin> margins, int n) {
            CellGrid grid = new CellGrid(margins);
            SampleDesign design = SampleDesign.stratified(
                    List.of(new Stratum("a", Population.of(5000)), new Stratum("b", Population.of(900))));
            Groups groups = new Groups(2, grid.cells());
            VariableSums sums = new VariableSums(groups);
            SplitMix64 random = new SplitMix64(11);
            double[] y = new double[n];
            double[] weights = new double[n];
            Integer[] strata = new Integer[n];
            Integer[] units = new Integer[n];
            Population[] sizes = new Population[n];
            int[] cells = new int[n];
            for (int i = 0; i < n; i++) {
                strata[i] = random.nextUniform() < .3 ? 1 : 0;
                units[i] = i;
                cells[i] = (int) (random.nextUniform() * grid.cells());
                weights[i] = strata[i] == 0 ? 20 + 5 * random.nextUniform() : 6;
                sizes[i] = design.strata().get(strata[i]).population();
                y[i] = random.nextUniform() < .05 ? Missing.ANSWER : 1 + StrictMath.floor(5 * random.nextUniform());
                int group = groups.groupOf(strata[i], cells[i]);
                groups.add(group, weights[i]);
                sums.add(group, weights[i], y[i]);
            }
            Stage stage = new Stage(List.of(strata), List.of(units), List.of(sizes));
            RowSample rows = RowSample.of(weights, List.of(stage), LonelyRule.ADJUST);
            int[][] levels = new int[margins.size()][n];
            for (int m = 0; m < levels.length; m++) {
                for (int i = 0; i < n; i++) {
                    levels[m][i] = grid.levelOf(m, cells[i]);
                }
            }
            Weighting weighting = margins.isEmpty()
                    ? Weighting.none(rows.groups())
                    : margins.size() == 1
                            ? Raking.postStratify(rows.groups(), margins.get(0), levels[0])
                            : Raking.rake(rows.groups(), margins, levels);
            return new Sample(grid, design, groups, sums, rows.with(weighting.calibration()), y);
        }

        MeanEstimate streamed() {
            Weighting weighting = grid.margins().isEmpty()
                    ? Weighting.none(groups)
                    : grid.margins().size() == 1 ? Raking.postStratify(groups, grid) : Raking.rake(groups, grid);
            return new MeanEstimator(design, groups, weighting.calibration()).mean(sums);
        }
    }

    private static final Margin SEX = new Margin("sex", List.of("f", "m"), List.of(3100.0, 2800.0));
    private static final Margin AGE = new Margin("age", List.of("y", "m", "o"), List.of(1900.0, 2100.0, 1900.0));

    /** Two ways to one number: sums per group in one pass, and rows kept with their influences. */
    @Test
    void sumsPerGroupGiveWhatTheRowsGive() {
        for (List<Margin> margins : List.of(List.<Margin>of(), List.of(SEX), List.of(SEX, AGE))) {
            Sample sample = Sample.of(margins, 400);
            MeanEstimate streamed = sample.streamed();
            VectorEstimate rows = new RowEstimator(sample.rows()).means(sample.y());
            assertEquals(rows.estimates().get(0).number(), streamed.mean().number(), 1e-10);
            assertEquals(rows.se(0).number(), streamed.se().number(), 1e-10);
            assertEquals(rows.n(), streamed.n());
            assertEquals(sample.rows().df(), streamed.df());
        }
    }

    @Test
    void rakingOnOneMarginHasTheErrorOfPostStratification() {
        Sample sample = Sample.of(List.of(SEX), 300);
        double post = sample.streamed().se().number();
        Weighting raked = Raking.rake(sample.groups(), sample.grid());
        double one = new MeanEstimator(sample.design(), sample.groups(), raked.calibration())
                .mean(sample.sums())
                .mean()
                .number();
        assertEquals(sample.streamed().mean().number(), one, 1e-13);
        assertTrue(post > 0);
    }

    @Test
    void fixedWeightsHaveAnErrorOfTheirOwn() {
        MeanEstimate raked = Sample.of(List.of(SEX, AGE), 400).streamed();
        assertTrue(raked.seFixed().number() > 0);
        assertFalse(raked.se().number() == raked.seFixed().number());
        MeanEstimate plain = Sample.of(List.of(), 400).streamed();
        assertEquals(plain.se(), plain.seFixed());
    }

    @Test
    void mergedSumsGiveTheWhole() {
        Groups groups = new Groups(1, 2);
        VariableSums whole = new VariableSums(groups);
        VariableSums first = new VariableSums(groups);
        VariableSums second = new VariableSums(groups);
        double[] y = {3, 1, 4, 1, 5, 9, 2, 6};
        for (int i = 0; i < y.length; i++) {
            groups.add(i % 2, 1 + i);
            whole.add(i % 2, 1 + i, y[i]);
            (i < 3 ? first : second).add(i % 2, 1 + i, y[i]);
        }
        VariableSums merged = new VariableSums(groups);
        merged.merge(first);
        merged.merge(second);
        MeanEstimator estimator = new MeanEstimator(SIMPLE, groups, Calibration.none(2));
        assertEquals(
                estimator.mean(whole).se().number(), estimator.mean(merged).se().number(), 1e-14);
        assertEquals(
                estimator.mean(whole).sd().number(), estimator.mean(merged).sd().number(), 1e-14);
    }

    @Test
    void countedCodesGiveWhatTheirValuesGive() {
        Groups groups = new Groups(1, 1);
        CodeSums codes = new CodeSums(groups, 5);
        VariableSums values = new VariableSums(groups);
        int[] answers = {0, 4, 3, 3, 2, 4, 4};
        for (int i = 0; i < answers.length; i++) {
            groups.add(0, 1 + i);
            codes.add(0, 1 + i, answers[i]);
            values.add(0, 1 + i, answers[i] + 1);
        }
        groups.add(0, 2); // a row without an answer
        MeanEstimator estimator = new MeanEstimator(SIMPLE, groups, Calibration.none(1));
        MeanEstimate direct = estimator.mean(values);
        MeanEstimate counted = estimator.mean(codes.as(code -> code + 1));
        assertEquals(direct.mean().number(), counted.mean().number(), 1e-14);
        assertEquals(direct.se().number(), counted.se().number(), 1e-14);
        assertEquals(7, counted.n());
        assertEquals(8, counted.rows());
        MeanEstimate share = estimator.mean(codes.as(code -> code >= 3 ? 1 : 0));
        assertEquals(24 / 28.0, share.mean().number() - 1e-17, .1);
        assertEquals(3, codes.count(4));
        assertThrows(IllegalArgumentException.class, () -> codes.add(0, 1, 5));
    }

    @Test
    void largeSharesStayBelowOne() {
        Interval interval = simple(1, 1, 1, 1, 1, 1, 1, 1, 1, 0).logitInterval(.95);
        assertTrue(interval.lower().number() > 0);
        assertTrue(interval.upper().number() < 1);
        assertTrue(interval.lower().number() < .9 && interval.upper().number() > .9);
    }

    @Test
    void weightedMedianIsWhereHalfIsReached() {
        double[] values = {1, 2, 3, 4, 5};
        assertEquals(
                3, Quantile.MATH.of(values, new double[] {1, 1, 1, 1, 1}, .5).number());
        assertEquals(
                2, Quantile.MATH.of(values, new double[] {1, 1, 1, 1, 0}, .5).number());
        assertEquals(
                2.5,
                Quantile.SCHOOL.of(values, new double[] {1, 1, 1, 1, 0}, .5).number());
        assertEquals(
                5, Quantile.MATH.of(values, new double[] {1, 1, 1, 1, 9}, .5).number());
        assertEquals(
                Optional.of(Reason.NO_DATA),
                Quantile.MATH.of(values, new double[5], .5).reason());
    }
}
