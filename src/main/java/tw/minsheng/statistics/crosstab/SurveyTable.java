package tw.minsheng.statistics.crosstab;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import tw.minsheng.statistics.Missing;
import tw.minsheng.statistics.estimate.CrossEstimator;
import tw.minsheng.statistics.estimate.CrossSums;
import tw.minsheng.statistics.estimate.DesignedSample;
import tw.minsheng.statistics.estimate.GroupedSample;
import tw.minsheng.statistics.estimate.RowEstimator;
import tw.minsheng.statistics.estimate.VectorEstimate;

/**
 * A cross table of two questions under a sample design (XT1): the weighted share of each cell with the number of people
 * behind it. A level that nobody in the domain chose is left out, so rows and columns are those that occur.
 */
public final class SurveyTable {

    private final List<Integer> rowLevels;
    private final List<Integer> columnLevels;
    private final List<Long> counts;
    private final VectorEstimate shares;
    private final Supplier<VectorEstimate> totals;
    private final long scale;
    private final long df;

    private SurveyTable(DesignedSample sample, Codes codes) {
        this.rowLevels = codes.levels(codes.rows);
        this.columnLevels = codes.levels(codes.columns);
        List<double[]> indicators = new ArrayList<>();
        List<Long> people = new ArrayList<>();
        for (int row : rowLevels) {
            for (int column : columnLevels) {
                double[] indicator = codes.indicator(row, column);
                indicators.add(indicator);
                people.add(IntStream.range(0, indicator.length)
                        .filter(i -> indicator[i] == 1)
                        .count());
            }
        }
        this.counts = List.copyOf(people);
        RowEstimator estimator = new RowEstimator(sample);
        this.shares = indicators.isEmpty()
                ? estimator.means(missing(sample.size()))
                : estimator.means(indicators.toArray(double[][]::new));
        this.totals = () -> estimator.totals(indicators.toArray(double[][]::new));
        this.scale = sample.isCalibrated()
                ? sample.size()
                : IntStream.range(0, sample.size())
                        .filter(i -> codes.domain()[i])
                        .count();
        this.df = sample.tableDf(codes.domain());
    }

    private SurveyTable(GroupedSample sample, CrossSums cross) {
        CrossEstimator estimator = new CrossEstimator(sample, cross);
        this.rowLevels = cross.codes();
        this.columnLevels = cross.levels();
        this.counts = Arrays.stream(cross.counts()).boxed().toList();
        this.shares = estimator.shares();
        this.totals = estimator::totals;
        this.scale = sample.isCalibrated() ? sample.groups().rows() : estimator.n();
        this.df = sample.isCalibrated() ? sample.df() : estimator.df();
    }

    /**
     * @param domain the rows that are looked at
     * @param rows by row of the sample, the level of the one question from 0; −1 where there is no answer
     * @param columns the same of the other
     * @throws IllegalArgumentException when lengths differ
     */
    public static SurveyTable of(DesignedSample sample, boolean[] domain, int[] rows, int[] columns) {
        if (domain.length != sample.size() || rows.length != sample.size() || columns.length != sample.size()) {
            throw new IllegalArgumentException("one answer of each question per row");
        }
        return new SurveyTable(sample, new Codes(domain.clone(), rows.clone(), columns.clone()));
    }

    /**
     * The table of those who have both answers, from sums per group.
     *
     * @throws IllegalArgumentException for sums of other groups
     */
    public static SurveyTable of(GroupedSample sample, CrossSums cross) {
        return new SurveyTable(sample, cross);
    }

    /** The answers by row. */
    private static final class Codes {
        private final boolean[] domain;
        private final int[] rows;
        private final int[] columns;

        Codes(boolean[] domain, int[] rows, int[] columns) {
            this.domain = domain;
            this.rows = rows;
            this.columns = columns;
        }

        boolean[] domain() {
            return domain;
        }

        boolean answers(int i) {
            return domain[i] && rows[i] >= 0 && columns[i] >= 0;
        }

        List<Integer> levels(int[] of) {
            return IntStream.range(0, of.length)
                    .filter(this::answers)
                    .map(i -> of[i])
                    .distinct()
                    .sorted()
                    .boxed()
                    .toList();
        }

        double[] indicator(int row, int column) {
            double[] indicator = new double[rows.length];
            for (int i = 0; i < indicator.length; i++) {
                boolean here = rows[i] == row && columns[i] == column;
                indicator[i] = answers(i) ? (here ? 1 : 0) : Missing.ANSWER;
            }
            return indicator;
        }
    }

    private static double[] missing(int n) {
        double[] missing = new double[n];
        Arrays.fill(missing, Missing.ANSWER);
        return missing;
    }

    /** Levels of the rows that occur, rising. */
    public List<Integer> rowLevels() {
        return rowLevels;
    }

    public List<Integer> columnLevels() {
        return columnLevels;
    }

    /** Weighted shares of all cells, row by row, with their covariances; undefined with its reason. */
    public VectorEstimate shares() {
        return shares;
    }

    /** People in a cell, without weights. */
    public long count(int row, int column) {
        return counts.get(row * columnLevels.size() + column);
    }

    /** Cells without anybody. */
    public long emptyCells() {
        return counts.stream().filter(n -> n == 0).count();
    }

    /** Weighted share of a cell. Ask {@link #shares} first whether there are any. */
    public double share(int row, int column) {
        return shares.estimates().get(row * columnLevels.size() + column).number();
    }

    public double rowShare(int row) {
        double sum = 0;
        for (int column = 0; column < columnLevels.size(); column++) {
            sum += share(row, column);
        }
        return sum;
    }

    public double columnShare(int column) {
        double sum = 0;
        for (int row = 0; row < rowLevels.size(); row++) {
            sum += share(row, column);
        }
        return sum;
    }

    /** Rows that the test scales its table to (S6): those of the domain, or all when weights were fitted to the population. */
    public long scale() {
        return scale;
    }

    long df() {
        return df;
    }

    VectorEstimate totals() {
        return totals.get();
    }
}
