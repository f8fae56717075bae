package tw.minsheng.statistics.rating;

import java.util.Arrays;
import java.util.stream.LongStream;
import tw.minsheng.statistics.Interval;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.distribution.Normal;

/**
 * Agreement of two raters beyond chance. Cohen 1960, 1968; variance of Fleiss, Cohen and Everitt 1969; {@code psych::cohen.kappa}.
 *
 * @param agreement share of cases on which both agree
 * @param kappa unweighted
 * @param variance of κ in large samples
 * @param interval of κ, not above 1
 * @param linear with weights 1 − |i − j|/(m − 1) by the order of the categories
 * @param quadratic with weights 1 − (i − j)²/(m − 1)²
 */
public record Kappa(Value agreement, Value kappa, Value variance, Interval interval, Value linear, Value quadratic) {

    /** How much of an agreement two categories are. */
    @FunctionalInterface
    private interface Weight {
        double of(int i, int j);
    }

    /**
     * @param counts m × m: how many cases the first rater put into i and the second into j; m ≥ 2
     * @return {@code no_data} without cases, {@code no_variation} when both used one category only
     */
    public static Kappa of(long[][] counts, double level) {
        int m = counts.length;
        double n = 0;
        for (long[] row : counts) {
            for (long count : row) {
                n += count;
            }
        }
        if (n == 0) {
            return none(Value.undefined(Reason.NO_DATA), Value.undefined(Reason.NO_DATA), level);
        }
        double[] first = new double[m];
        double[] second = new double[m];
        double[][] shares = new double[m][m];
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < m; j++) {
                shares[i][j] = counts[i][j] / n;
                first[i] += shares[i][j];
                second[j] += shares[i][j];
            }
        }
        return new Table(shares, first, second, n).kappa(level);
    }

    private static Kappa none(Value agreement, Value why, double level) {
        return new Kappa(agreement, why, why, Interval.undefined("kappa", level, why), why, why);
    }

    /** Shares of all cases, with the margins of both raters. */
    private static final class Table {

        private final double[][] shares;
        private final double[] first;
        private final double[] second;
        private final double n;

        Table(double[][] shares, double[] first, double[] second, double n) {
            this.shares = shares;
            this.first = first;
            this.second = second;
            this.n = n;
        }

        private Kappa kappa(double level) {
            int m = first.length;
            double observed = 0;
            double expected = 0;
            for (int i = 0; i < m; i++) {
                observed += shares[i][i];
                expected += first[i] * second[i];
            }
            if (expected >= 1) {
                return none(Value.of(observed), Value.undefined(Reason.NO_VARIATION), level);
            }
            double kappa = (observed - expected) / (1 - expected);
            double variance = variance(observed, expected);
            double width = Normal.halfWidth(level) * StrictMath.sqrt(variance);
            return new Kappa(
                    Value.of(observed),
                    Value.of(kappa),
                    Value.of(variance),
                    Interval.of("kappa", level, kappa - width, StrictMath.min(1, kappa + width)),
                    weighted((i, j) -> 1 - StrictMath.abs(i - j) / (m - 1.0)),
                    weighted((i, j) -> 1 - (i - j) * (i - j) / ((m - 1.0) * (m - 1.0))));
        }

        private Value weighted(Weight weight) {
            double observed = 0;
            double expected = 0;
            for (int i = 0; i < first.length; i++) {
                for (int j = 0; j < first.length; j++) {
                    observed += weight.of(i, j) * shares[i][j];
                    expected += weight.of(i, j) * first[i] * second[j];
                }
            }
            return expected >= 1
                    ? Value.undefined(Reason.NO_VARIATION)
                    : Value.of((observed - expected) / (1 - expected));
        }

        private double variance(double observed, double expected) {
            double same = 0;
            double others = 0;
            for (int i = 0; i < first.length; i++) {
                double diagonal = 1 - expected - (first[i] + second[i]) * (1 - observed);
                same += shares[i][i] * diagonal * diagonal;
                for (int j = 0; j < first.length; j++) {
                    double sum = second[i] + first[j];
                    others += i == j ? 0 : shares[i][j] * sum * sum;
                }
            }
            double rest = observed * expected - 2 * expected + observed;
            double above = same + (1 - observed) * (1 - observed) * others - rest * rest;
            return StrictMath.max(0, above) / (n * StrictMath.pow(1 - expected, 4));
        }
    }

    /**
     * κ of three or more raters, who need not be the same for each case. Fleiss 1971.
     *
     * @param counts one row for each case: how many raters chose each category; every row has the same sum m ≥ 2, else
     *     {@code n_too_small}
     */
    public static Value fleiss(long[][] counts) {
        if (counts.length == 0) {
            return Value.undefined(Reason.NO_DATA);
        }
        double raters = LongStream.of(counts[0]).sum();
        boolean alike = Arrays.stream(counts).allMatch(row -> LongStream.of(row).sum() == raters);
        if (raters < 2 || !alike) {
            return Value.undefined(Reason.N_TOO_SMALL);
        }
        double[] categories = new double[counts[0].length];
        double agreement = 0;
        for (long[] row : counts) {
            double squares = 0;
            for (int j = 0; j < row.length; j++) {
                categories[j] += row[j] / (raters * counts.length);
                squares += (double) row[j] * row[j];
            }
            agreement += (squares - raters) / (raters * (raters - 1)) / counts.length;
        }
        double chance = 0;
        for (double share : categories) {
            chance += share * share;
        }
        return chance >= 1 ? Value.undefined(Reason.NO_VARIATION) : Value.of((agreement - chance) / (1 - chance));
    }
}
