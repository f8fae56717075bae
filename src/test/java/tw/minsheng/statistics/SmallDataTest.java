package tw.minsheng.statistics;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import tw.minsheng.statistics.compare.Association;
import tw.minsheng.statistics.compare.Group;
import tw.minsheng.statistics.compare.OneWay;
import tw.minsheng.statistics.compare.RankTest;
import tw.minsheng.statistics.compare.TwoGroups;
import tw.minsheng.statistics.distribution.SplitMix64;
import tw.minsheng.statistics.factor.Adequacy;
import tw.minsheng.statistics.factor.Confirmatory;
import tw.minsheng.statistics.factor.FactorModel;
import tw.minsheng.statistics.factor.LikelihoodFactors;
import tw.minsheng.statistics.factor.Omega;
import tw.minsheng.statistics.factor.PrincipalAxis;
import tw.minsheng.statistics.factor.PrincipalComponents;
import tw.minsheng.statistics.factor.SchmidLeiman;
import tw.minsheng.statistics.factor.Sphericity;
import tw.minsheng.statistics.item.CriticalRatio;
import tw.minsheng.statistics.item.ExtremeGroups;
import tw.minsheng.statistics.moments.CrossSums;
import tw.minsheng.statistics.moments.SymmetricMatrix;
import tw.minsheng.statistics.rating.Concordance;
import tw.minsheng.statistics.rating.IntraclassCorrelation;
import tw.minsheng.statistics.rating.Kappa;
import tw.minsheng.statistics.rating.Retest;
import tw.minsheng.statistics.reliability.AlphaBootstrap;
import tw.minsheng.statistics.reliability.AlphaInterval;
import tw.minsheng.statistics.reliability.Guttman;
import tw.minsheng.statistics.reliability.Scale;
import tw.minsheng.statistics.reliability.ScaleReliability;
import tw.minsheng.statistics.reliability.ScaleSums;
import tw.minsheng.statistics.reliability.SplitHalf;

/**
 * Ten thousand small data sets, with constant columns, copies, one row and nothing answered: every number is finite or says why
 * not, and nothing is thrown.
 */
class SmallDataTest {

    private static final int SETS = 10_000;
    /** What goes step by step is tried with each so many sets. */
    private static final int SLOW = 10;

    private static double[][] data(SplitMix64 random) {
        int rows = 1 + (int) (random.nextUniform() * 12);
        int items = 2 + (int) (random.nextUniform() * 5);
        double missing = random.nextUniform() < .5 ? 0 : random.nextUniform() * .5;
        double[][] data = new double[rows][items];
        int constant = (int) (random.nextUniform() * items * 2);
        int copy = (int) (random.nextUniform() * items * 2);
        for (double[] row : data) {
            for (int j = 0; j < items; j++) {
                row[j] = 1 + (int) (random.nextUniform() * 5);
                if (j == constant) {
                    row[j] = 3;
                }
                if (j == copy && j > 0) {
                    row[j] = row[j - 1];
                }
                if (random.nextUniform() < missing) {
                    row[j] = Missing.ANSWER;
                }
            }
        }
        return data;
    }

    @Test
    void everyNumberIsFiniteOrSaysWhyNot() {
        SplitMix64 random = new SplitMix64(20_261_122);
        for (int set = 0; set < SETS; set++) {
            double[][] rows = data(random);
            List<Object> results = new ArrayList<>();
            try {
                ofScale(rows, results);
                ofMatrix(rows, results, set % SLOW == 0);
                ofGroups(rows, results);
                results.forEach(SmallDataTest::check);
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError("set " + set + ": " + Arrays.deepToString(rows), e);
            }
        }
    }

    private static double[][] complete(double[][] rows) {
        return Arrays.stream(rows)
                .filter(row -> Arrays.stream(row).noneMatch(Missing::is))
                .toArray(double[][]::new);
    }

    private static void ofScale(double[][] rows, List<Object> results) {
        List<String> items = new ArrayList<>();
        for (int j = 0; j < rows[0].length; j++) {
            items.add("q" + j);
        }
        for (MissingRule rule : List.of(MissingRule.LISTWISE, MissingRule.PAIRWISE)) {
            ScaleSums sums = new ScaleSums(new Scale(items, 1, 5), rule);
            Arrays.stream(rows).forEach(sums::add);
            results.add(ScaleReliability.of(sums));
        }
        results.add(AlphaBootstrap.of(complete(rows), 20, 1, .95));
    }

    /** Items that vary, as the procedures pass them on. */
    private static void ofMatrix(double[][] rows, List<Object> results, boolean slow) {
        double[][] complete = complete(rows);
        if (complete.length < 3) {
            return;
        }
        CrossSums sums = CrossSums.of(rows[0].length, MissingRule.LISTWISE);
        Arrays.stream(complete).forEach(sums::add);
        SymmetricMatrix all = sums.covariances();
        SymmetricMatrix covariance = all.select(java.util.stream.IntStream.range(0, all.size())
                .filter(i -> all.at(i, i) > 0)
                .toArray());
        if (covariance.size() < 2) {
            return;
        }
        SymmetricMatrix r = covariance.correlation();
        long n = complete.length;
        results.addAll(List.of(
                Guttman.of(covariance),
                Guttman.splits(covariance),
                SplitHalf.firstSecond(covariance),
                SplitHalf.oddEven(covariance),
                AlphaInterval.standardError(covariance, n),
                AlphaInterval.bonett(.5, n, covariance.size(), .95),
                Adequacy.of(r),
                Sphericity.of(r, n),
                PrincipalComponents.of(r, 1),
                PrincipalAxis.of(r, 1)));
        if (slow) {
            results.add(SchmidLeiman.of(r, 2));
            results.add(LikelihoodFactors.of(r, 1));
            results.add(Omega.of(covariance));
            results.add(Confirmatory.of(FactorModel.ofSizes(List.of(covariance.size())), covariance, n));
        }
    }

    private static void ofGroups(double[][] rows, List<Object> results) {
        double[][] complete = complete(rows);
        double[] totals = Arrays.stream(complete)
                .mapToDouble(row -> Arrays.stream(row).sum())
                .toArray();
        double[] first = Arrays.stream(complete).mapToDouble(row -> row[0]).toArray();
        double[] second = Arrays.stream(complete).mapToDouble(row -> row[1]).toArray();
        results.add(Association.pearson(first, second, .95));
        results.add(Association.spearman(first, second));
        results.add(Association.kendall(first, second));
        results.add(RankTest.wilcoxon(first, second));
        results.add(IntraclassCorrelation.of(complete));
        results.add(Concordance.of(complete));
        results.add(Retest.of(first, second));
        long[][] counts = new long[5][5];
        for (int i = 0; i < first.length; i++) {
            counts[(int) first[i] - 1][(int) second[i] - 1]++;
        }
        results.add(Kappa.of(counts, .95));
        results.add(Kappa.fleiss(counts));
        if (first.length == 0) {
            return;
        }
        Group a = Group.of(first);
        Group b = Group.of(second);
        results.add(TwoGroups.pooled(a, b, .95));
        results.add(TwoGroups.welch(a, b, .95));
        results.add(TwoGroups.cohensD(a, b));
        results.add(OneWay.anova(List.of(a, b)));
        results.add(OneWay.welch(List.of(a, b)));
        results.add(OneWay.levene(List.of(first, second)));
        results.add(RankTest.kruskal(List.of(first, second)));
        results.add(CriticalRatio.of(first, second));
        if (totals.length > 1) {
            results.add(ExtremeGroups.of(totals, ExtremeGroups.USUAL));
        }
    }

    /** Every number of a result, however deep. */
    private static void check(Object result) {
        if (result instanceof Double number) {
            assertTrue(Double.isFinite(number), "a number that is none");
        } else if (result instanceof double[] numbers) {
            Arrays.stream(numbers).forEach(number -> assertTrue(Double.isFinite(number)));
        } else if (result instanceof List<?> list) {
            list.forEach(SmallDataTest::check);
        } else if (result instanceof Record made && !(result instanceof Value)) {
            for (RecordComponent part : made.getClass().getRecordComponents()) {
                check(read(made, part));
            }
        }
    }

    private static Object read(Record made, RecordComponent part) {
        try {
            part.getAccessor().setAccessible(true);
            return part.getAccessor().invoke(made);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(e);
        }
    }
}
