package tw.minsheng.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tw.minsheng.statistics.compare.design.DesignRanks;
import tw.minsheng.statistics.compare.design.DesignTest;
import tw.minsheng.statistics.compare.design.RankScore;
import tw.minsheng.statistics.crosstab.GoodnessOfFit;
import tw.minsheng.statistics.crosstab.RaoScott;
import tw.minsheng.statistics.crosstab.SurveyTable;
import tw.minsheng.statistics.crosstab.WaldIndependence;
import tw.minsheng.statistics.distribution.SplitMix64;
import tw.minsheng.statistics.driver.KeyDrivers;
import tw.minsheng.statistics.estimate.DesignProportionInterval;
import tw.minsheng.statistics.estimate.MeanEstimate;
import tw.minsheng.statistics.estimate.MeanEstimator;
import tw.minsheng.statistics.estimate.Quantile;
import tw.minsheng.statistics.estimate.QuantileEstimator;
import tw.minsheng.statistics.estimate.QuantileInterval;
import tw.minsheng.statistics.estimate.RowEstimator;
import tw.minsheng.statistics.estimate.RowSample;
import tw.minsheng.statistics.estimate.Stage;
import tw.minsheng.statistics.estimate.VariableSums;
import tw.minsheng.statistics.estimate.VectorEstimate;
import tw.minsheng.statistics.moments.CrossSums;
import tw.minsheng.statistics.regress.CumulativeLink;
import tw.minsheng.statistics.regress.DesignRegression;
import tw.minsheng.statistics.regress.Link;
import tw.minsheng.statistics.regress.OrdinalModel;
import tw.minsheng.statistics.replicate.Replication;
import tw.minsheng.statistics.sampling.LonelyRule;
import tw.minsheng.statistics.sampling.Population;
import tw.minsheng.statistics.sampling.SampleDesign;
import tw.minsheng.statistics.sampling.Stratum;
import tw.minsheng.statistics.weighting.CalibrationDistance;
import tw.minsheng.statistics.weighting.CellGrid;
import tw.minsheng.statistics.weighting.Groups;
import tw.minsheng.statistics.weighting.Margin;
import tw.minsheng.statistics.weighting.MarginCalibration;
import tw.minsheng.statistics.weighting.Raking;
import tw.minsheng.statistics.weighting.Trimming;
import tw.minsheng.statistics.weighting.WeightReport;
import tw.minsheng.statistics.weighting.Weighting;

/**
 * Designs as bad as a field can make them: strata that are empty or have one unit, weights of 0, missing or below 0, answers that are
 * missing or all the same, more units than the population has. A {@link Value} cannot hold NaN, so whatever comes back is a number or
 * has a reason; nothing may be thrown.
 */
class DesignFuzzTest {

    private static final int DESIGNS = 5_000;
    private static final double LEVEL = .95;

    @Test
    void everyDesignHasNumbersOrReasons() {
        List<String> thrown = new ArrayList<>();
        for (int seed = 0; seed < DESIGNS && thrown.size() < 5; seed++) {
            try {
                new Field(seed).visit();
            } catch (RuntimeException e) {
                List<StackTraceElement> where = List.of(e.getStackTrace());
                thrown.add("design " + seed + ": " + e + " at " + where.subList(0, StrictMath.min(6, where.size())));
            }
        }
        assertEquals(List.of(), thrown);
    }

    /** The fuzz is worth something only where both outcomes occur. */
    @Test
    void someDesignsHaveNumbersAndSomeHaveReasons() {
        long known = IntStream.range(0, 300)
                .filter(seed -> new Field(seed).mean().se(0).isKnown())
                .count();
        assertTrue(known > 60 && known < 280, "with an error: " + known);
    }

    /** One survey that went wrong somewhere. */
    private static final class Field {
        private final SplitMix64 random;
        private final int n;
        private final int strata;
        private final int[] stratum;
        private final double[] weights;
        private final double[] answers;
        private final double[] others;
        private final int[] groups;
        private final List<Population> populations;
        private final RowSample sample;
        private final LonelyRule lonely;

        Field(int seed) {
            this.random = new SplitMix64(seed);
            this.n = 1 + pick(seed % 3 == 0 ? 5 : 13);
            this.strata = 1 + pick(4);
            this.stratum = each(i -> pick(strata));
            int missing = pick(3);
            int steps = 1 + pick(5);
            this.weights = weights(pick(6));
            this.answers = answers(steps, missing);
            this.others = answers(1 + pick(5), missing);
            this.groups = each(i -> pick(8) == 0 ? -1 : pick(1 + strata));
            this.populations = populations(pick(4));
            this.lonely = any(LonelyRule.values());
            int units = 1 + pick(n);
            boolean clusters = pick(2) == 0;
            List<Integer> ids = IntStream.range(0, n)
                    .mapToObj(i -> clusters ? pick(units) : i)
                    .toList();
            List<Integer> homes = Arrays.stream(stratum).boxed().toList();
            Stage stage = new Stage(homes, ids, populations);
            this.sample = RowSample.of(weights, List.of(stage), lonely);
        }

        private int pick(int many) {
            return (int) (random.nextUniform() * many);
        }

        private <T> T any(T[] things) {
            return List.of(things).get(pick(things.length));
        }

        private int[] each(IntUnaryOperator value) {
            int[] each = new int[n];
            Arrays.setAll(each, value);
            return each;
        }

        private double[] weights(int kind) {
            double[] made = new double[n];
            Arrays.setAll(made, i -> switch (kind) {
                case 0 -> 1;
                case 1 -> pick(2) * 3;
                case 2 -> pick(12) == 0 && n > 3 ? -1 : 2;
                case 3 -> pick(40) == 0 ? 0 : 1e12 * random.nextUniform();
                case 4 -> pick(30) == 0 ? Missing.ANSWER : 1 + random.nextUniform();
                default -> .1 + 9 * random.nextUniform();
            });
            return made;
        }

        private double[] answers(int steps, int missing) {
            double[] made = new double[n];
            Arrays.setAll(made, i -> pick(6) < missing ? Missing.ANSWER : pick(steps));
            return made;
        }

        private List<Population> populations(int kind) {
            return Arrays.stream(stratum)
                    .mapToObj(h -> switch (kind) {
                        case 0 -> Population.of(n);
                        case 1 -> Population.of(1 + h * 7.0);
                        case 2 -> Population.of(1000);
                        default -> Population.unlimited();
                    })
                    .toList();
        }

        private boolean[] everybody() {
            boolean[] all = new boolean[n];
            Arrays.fill(all, true);
            return all;
        }

        private int[] codes(double[] from) {
            return each(i -> Missing.is(from[i]) ? -1 : (int) from[i]);
        }

        private double[] zerosAndOnes() {
            return Arrays.stream(answers)
                    .map(x -> Missing.is(x) ? Missing.ANSWER : x > 0 ? 1 : 0)
                    .toArray();
        }

        VectorEstimate mean() {
            return new RowEstimator(sample).means(answers);
        }

        void visit() {
            estimates();
            quantiles();
            tables();
            tests();
            models();
            replicates();
            weighting();
            trimming();
        }

        private void estimates() {
            RowEstimator rows = new RowEstimator(sample);
            VectorEstimate mean = rows.means(answers);
            mean.se(0);
            mean.normalInterval(0, LEVEL);
            rows.means(answers, others).contrast(1, -1);
            VectorEstimate totals = rows.totals(answers);
            rows.totalDesignEffect(totals, 0, answers, true);
            rows.designEffect(mean, 0, answers, rows.valid(answers), false);
            rows.ratio(answers, others).se(0);
            rows.covariances(answers, others).correlation(0, 1);
            rows.domainMeans(answers, groups, strata + 1);
            boolean[] domain = new boolean[n];
            IntStream.range(0, n).forEach(i -> domain[i] = groups[i] == 0);
            new RowEstimator(sample.lonelyWithin(domain)).means(answers).se(0);
        }

        private void quantiles() {
            QuantileEstimator quantiles = new QuantileEstimator(sample, LEVEL);
            QuantileInterval kind = any(QuantileInterval.values());
            quantiles.of(answers, .5, any(Quantile.values()), kind);
        }

        private void tables() {
            SurveyTable table = SurveyTable.of(sample, everybody(), codes(answers), codes(others));
            RaoScott.of(table);
            WaldIndependence.of(table);
            WaldIndependence.adjusted(table);
            double[] population = {3, 2, pick(2), 1, 1};
            GoodnessOfFit.of(sample, codes(answers), population);
        }

        private void tests() {
            DesignTest.ofMean(sample, answers, LEVEL);
            int[] two = each(i -> groups[i] > 0 ? 1 : groups[i]);
            DesignTest.ofGroups(sample, answers, two, LEVEL);
            DesignRanks.of(sample, answers, groups, any(RankScore.values()));
        }

        private void models() {
            boolean[] valid = new RowEstimator(sample).valid(answers, others);
            double[][] predictors = new double[n][];
            Arrays.setAll(predictors, i -> new double[] {1, others[i]});
            DesignRegression line =
                    DesignRegression.fit(sample, Link.IDENTITY, everybody(), valid, predictors, answers);
            line.p(1);
            line.interval(1, LEVEL);
            line.term(1);
            DesignRegression.fit(sample, Link.LOGIT, everybody(), valid, predictors, zerosAndOnes())
                    .t(0);
            if (pick(4) == 0) {
                ordered(valid);
            }
            if (sample.refusal().isEmpty()) {
                drivers();
            }
        }

        /** Now and then only: where answers are told apart without error the search goes its whole way. */
        private void ordered(boolean[] valid) {
            double[][] slopes = new double[n][];
            Arrays.setAll(slopes, i -> new double[] {others[i]});
            OrdinalModel ordered = OrdinalModel.fit(CumulativeLink.LOGIT, sample, valid, slopes, codes(answers));
            IntStream.range(0, ordered.coefficients().size())
                    .forEach(j -> ordered.coefficients().p(j));
        }

        private void drivers() {
            CrossSums sums = CrossSums.of(3, MissingRule.LISTWISE);
            for (int i = 0; i < n; i++) {
                sums.add(new double[] {answers[i], others[i], stratum[i]}, weights[i]);
            }
            KeyDrivers.of(sums).lmgPercent(0);
        }

        private void replicates() {
            for (Replication kind : Replication.values()) {
                kind.of(sample, pick(2) == 0)
                        .ifPresent(replicated ->
                                new RowEstimator(replicated).means(answers).se(0));
            }
        }

        /** The way of reports: sums per stratum and cell, raked, trimmed and told of. */
        private void weighting() {
            CellGrid grid = new CellGrid(List.of(
                    new Margin("a", List.of("0", "1"), List.of(60.0, 40.0 + pick(2))),
                    new Margin("b", List.of("0", "1", "2"), List.of(30.0, 30.0, 10.0 * pick(3) + 20.0))));
            Groups sums = new Groups(strata, grid.cells());
            VariableSums shares = new VariableSums(sums);
            double[] ones = zerosAndOnes();
            for (int i = 0; i < n; i++) {
                int group = sums.groupOf(stratum[i], grid.cellOf(pick(2), pick(3)));
                sums.add(group, weights[i]);
                if (!Missing.is(ones[i])) {
                    shares.add(group, weights[i], ones[i]);
                }
            }
            SampleDesign design = SampleDesign.stratified(IntStream.range(0, strata)
                            .mapToObj(h -> new Stratum("h" + h, size(h)))
                            .toList())
                    .with(lonely);
            for (Weighting weighting : List.of(
                    Weighting.none(sums),
                    Raking.rake(sums, grid),
                    calibrated(sums, grid, CalibrationDistance.of(CalibrationDistance.Kind.LINEAR)),
                    calibrated(sums, grid, new CalibrationDistance(CalibrationDistance.Kind.LOGIT, .2, 4)))) {
                if (weighting.isDone()) {
                    told(design, sums, shares, weighting);
                }
            }
        }

        private static Weighting calibrated(Groups sums, CellGrid grid, CalibrationDistance distance) {
            return MarginCalibration.fit(sums, grid.margins(), grid.levels(sums), distance);
        }

        private Population size(int h) {
            Optional<Population> found = IntStream.range(0, n)
                    .filter(i -> stratum[i] == h)
                    .mapToObj(populations::get)
                    .findFirst();
            return found.orElse(Population.of(12));
        }

        private static void told(SampleDesign design, Groups sums, VariableSums shares, Weighting weighting) {
            WeightReport.of(sums, weighting.calibration());
            MeanEstimate mean = new MeanEstimator(design, sums, weighting.calibration()).mean(shares);
            mean.nEffective();
            mean.cv();
            for (DesignProportionInterval method : DesignProportionInterval.values()) {
                method.around(mean, LEVEL);
            }
        }

        /** By rows, because weights differ within groups. */
        private void trimming() {
            Groups rows = sample.groups();
            Margin margin = new Margin("a", List.of("0", "1"), List.of(60.0, 40.0));
            int[] levels = each(i -> pick(2));
            for (Weighting weighting : List.of(Weighting.none(rows), Raking.postStratify(rows, margin, levels))) {
                if (weighting.isDone()) {
                    Trimming cut = Trimming.ofMultiples(weighting, rows, .3, 3);
                    if (cut.weighting().isDone()) {
                        WeightReport.of(rows, cut.weighting().calibration());
                        new RowEstimator(sample.with(weighting.calibration()))
                                .means(answers)
                                .se(0);
                    }
                }
            }
        }
    }
}
