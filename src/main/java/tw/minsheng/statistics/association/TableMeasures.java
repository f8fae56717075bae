package tw.minsheng.statistics.association;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.commons.math3.util.FastMath;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.distribution.ChiSquare;

/**
 * How strongly rows and columns of a table of counts go together (PT3). Rows and columns without any case are left out; fewer than two
 * of either are {@code no_variation}, a table without cases {@code no_data}. The order of rows and columns counts for γ, τ and d
 * only.
 */
public final class TableMeasures {

    private final double[][] counts;
    private final double[] rows;
    private final double[] columns;
    private final double n;

    private TableMeasures(double[][] counts) {
        this.counts = counts;
        this.rows = Arrays.stream(counts)
                .mapToDouble(row -> Arrays.stream(row).sum())
                .toArray();
        this.columns = new double[counts.length == 0 ? 0 : counts[0].length];
        for (double[] row : counts) {
            for (int j = 0; j < columns.length; j++) {
                columns[j] += row[j];
            }
        }
        this.n = Arrays.stream(rows).sum();
    }

    /** @param table rows of equal length, no count negative */
    public static TableMeasures of(long[][] table) {
        int width = table.length == 0 ? 0 : table[0].length;
        int[] used = IntStream.range(0, width)
                .filter(j -> Arrays.stream(table).anyMatch(row -> row[j] > 0))
                .toArray();
        return new TableMeasures(Arrays.stream(table)
                .filter(row -> Arrays.stream(row).anyMatch(count -> count > 0))
                .map(row ->
                        Arrays.stream(used).mapToDouble(j -> (double) row[j]).toArray())
                .toArray(double[][]::new));
    }

    private Value when(double number) {
        if (n == 0) {
            return Value.undefined(Reason.NO_DATA);
        }
        return rows.length < 2 || columns.length < 2 ? Value.undefined(Reason.NO_VARIATION) : Value.of(number);
    }

    private double squares(double least) {
        double sum = 0;
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < columns.length; j++) {
                double expected = rows[i] * columns[j] / n;
                double off = StrictMath.abs(counts[i][j] - expected);
                double kept = off - StrictMath.min(least, off);
                sum += kept * kept / expected;
            }
        }
        return sum;
    }

    private int smaller() {
        return StrictMath.min(rows.length, columns.length);
    }

    private double degrees() {
        return (rows.length - 1.0) * (columns.length - 1.0);
    }

    /** χ² = Σ(o − e)²/e. */
    public Value chiSquare() {
        return when(n == 0 ? 0 : squares(0));
    }

    /** χ² of a table of 2 × 2 with Yates' correction (1934): ½ less in each cell; χ² itself for larger tables. */
    public Value corrected() {
        return when(n == 0 ? 0 : squares(smaller() == 2 && degrees() == 1 ? .5 : 0));
    }

    /** P of a χ² this large or larger. */
    public Value p(Value chiSquare) {
        return chiSquare.map(x2 -> ChiSquare.upperTail(x2, degrees()));
    }

    /** G² = 2Σo·ln(o/e), the likelihood ratio. */
    public Value likelihoodRatio() {
        double sum = 0;
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < columns.length; j++) {
                double o = counts[i][j];
                sum += o > 0 ? 2 * o * FastMath.log(o / (rows[i] * columns[j] / n)) : 0;
            }
        }
        return when(sum);
    }

    /** φ = √(χ²/n). */
    public Value phi() {
        return chiSquare().map(x2 -> StrictMath.sqrt(x2 / n));
    }

    /** Pearson's C = √(χ²/(χ² + n)), always below 1. */
    public Value contingency() {
        return chiSquare().map(x2 -> StrictMath.sqrt(x2 / (x2 + n)));
    }

    /** Cramér's V = √(χ²/(n(min(r, c) − 1))). */
    public Value cramersV() {
        return chiSquare().map(x2 -> StrictMath.sqrt(x2 / n / (smaller() - 1)));
    }

    /** V without what chance alone gives (Bergsma 2013); {@code n_too_small} where n leaves none of the rows or columns. */
    public Value cramersVCorrected() {
        double r = less(rows.length);
        double c = less(columns.length);
        double least = StrictMath.min(r, c) - 1;
        if (chiSquare().isKnown() && !(least > 0)) {
            return Value.undefined(Reason.N_TOO_SMALL, Map.of("n", Long.toString((long) n)));
        }
        return chiSquare().map(x2 -> StrictMath.sqrt(StrictMath.max(0, x2 / n - degrees() / (n - 1)) / least));
    }

    private double less(int many) {
        return many - (many - 1.0) * (many - 1.0) / (n - 1);
    }

    /** Concordant less discordant pairs of cases, and their sum. */
    private double[] pairs() {
        double concordant = 0;
        double discordant = 0;
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < columns.length; j++) {
                for (int below = i + 1; below < rows.length; below++) {
                    for (int other = 0; other < columns.length; other++) {
                        double both = counts[i][j] * counts[below][other];
                        concordant += other > j ? both : 0;
                        discordant += other < j ? both : 0;
                    }
                }
            }
        }
        return new double[] {concordant - discordant, concordant + discordant};
    }

    private static double untied(double n, double[] sums) {
        return n * n - Arrays.stream(sums).map(sum -> sum * sum).sum();
    }

    /** Goodman and Kruskal's γ = (C − D)/(C + D) (1954); {@code zero_denominator} when every pair is tied. */
    public Value gamma() {
        Value known = when(0);
        double[] pairs = pairs();
        return known.isKnown() ? Value.ratio(pairs[0], pairs[1]) : known;
    }

    /** Kendall's τ-b: ties on both sides taken out. */
    public Value tauB() {
        return when(0).map(zero -> 2 * pairs()[0] / StrictMath.sqrt(untied(n, rows) * untied(n, columns)));
    }

    /** Stuart's τ-c = 2m(C − D)/(n²(m − 1)), m the smaller side (1953). */
    public Value tauC() {
        return when(0).map(zero -> 2 * pairs()[0] * smaller() / (n * n * (smaller() - 1)));
    }

    /** Somers' d of the columns given the rows (1962). */
    public Value somersColumns() {
        return when(0).map(zero -> 2 * pairs()[0] / untied(n, rows));
    }

    /** Somers' d of the rows given the columns. */
    public Value somersRows() {
        return when(0).map(zero -> 2 * pairs()[0] / untied(n, columns));
    }

    /** λ: by how much knowing the row makes fewer errors in naming the column (Goodman and Kruskal 1954). */
    public Value lambdaColumns() {
        double greatest = Arrays.stream(columns).max().orElse(0);
        double right = Arrays.stream(counts)
                .mapToDouble(row -> Arrays.stream(row).max().orElse(0))
                .sum();
        Value known = when(0);
        return known.isKnown() ? Value.ratio(right - greatest, n - greatest) : known;
    }
}
