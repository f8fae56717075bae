package tw.minsheng.statistics.crosstab;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import tw.minsheng.statistics.Missing;
import tw.minsheng.statistics.estimate.DesignedSample;
import tw.minsheng.statistics.estimate.RowEstimator;
import tw.minsheng.statistics.estimate.VectorEstimate;

/**
 * A cross table of two questions under a sample design (XT1): the weighted share of each cell with the number of people
 * behind it. A level that nobody in the domain chose is left out, so rows and columns are those that occur.
 */
public final class SurveyTable {

    private final DesignedSample sample;
    private final List<Integer> rowLevels;
    private final List<Integer> columnLevels;
    private final List<double[]> indicators;
    private final List<Long> counts;
    private final boolean[] domain;
    private final VectorEstimate shares;

    private SurveyTable(DesignedSample sample, Codes codes) {
        this.sample = sample;
        this.domain = codes.domain();
        this.rowLevels = codes.levels(codes.rows);
        this.columnLevels = codes.levels(codes.columns);
        this.indicators = new ArrayList<>();
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
        this.shares = indicators.isEmpty()
                ? new RowEstimator(sample).means(missing(sample.size()))
                : new RowEstimator(sample).means(indicators.toArray(double[][]::new));
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
        if (sample.isCalibrated()) {
            return sample.size();
        }
        return IntStream.range(0, domain.length).filter(i -> domain[i]).count();
    }

    long df() {
        return sample.tableDf(domain);
    }

    VectorEstimate totals() {
        return new RowEstimator(sample).totals(indicators.toArray(double[][]::new));
    }
}
