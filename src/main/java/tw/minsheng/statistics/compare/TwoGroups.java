package tw.minsheng.statistics.compare;

import java.util.Map;
import tw.minsheng.statistics.Interval;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.distribution.StudentT;

/**
 * A t test of the means of two groups; {@code t.test} of R.
 *
 * @param t difference over its standard error
 * @param df degrees of freedom, with Welch not whole
 * @param p two-sided
 * @param interval of the difference, first minus second
 */
public record TwoGroups(Value t, Value df, Value p, Interval interval) {

    /** With one variance for both groups; {@code var.equal = TRUE}. Each group needs 2 numbers, else {@code n_too_small}. */
    public static TwoGroups pooled(Group first, Group second, double level) {
        double df = first.n() + second.n() - 2.0;
        double variance = (first.squares() + second.squares()) / StrictMath.max(1, df);
        return of(first, second, variance * (1.0 / first.n() + 1.0 / second.n()), df, level);
    }

    /** Each group with its own variance: Welch 1947. */
    public static TwoGroups welch(Group first, Group second, double level) {
        double a = first.variance() / first.n();
        double b = second.variance() / second.n();
        double df = (a + b) * (a + b) / (a * a / (first.n() - 1) + b * b / (second.n() - 1));
        return of(first, second, a + b, df, level);
    }

    /** Paired: of the differences of each pair; {@code paired = TRUE}. 2 pairs or more. */
    public static TwoGroups paired(Group differences, double level) {
        return tested(
                differences.mean(),
                differences.variance() / differences.n(),
                differences.n() - 1.0,
                differences.n() > 1,
                level);
    }

    private static TwoGroups of(Group first, Group second, double square, double df, double level) {
        return tested(first.mean() - second.mean(), square, df, first.n() > 1 && second.n() > 1, level);
    }

    private static TwoGroups tested(double difference, double square, double df, boolean enough, double level) {
        if (!enough) {
            return none(Value.undefined(Reason.N_TOO_SMALL, Map.of("n", "1")), level);
        }
        if (square <= 0) {
            return none(Value.undefined(Reason.NO_VARIATION), level);
        }
        double error = StrictMath.sqrt(square);
        double t = difference / error;
        double width = StudentT.halfWidth(level, df) * error;
        return new TwoGroups(
                Value.of(t),
                Value.of(df),
                Value.of(StudentT.twoSided(t, df)),
                Interval.of("t", level, difference - width, difference + width));
    }

    private static TwoGroups none(Value why, double level) {
        return new TwoGroups(why, why, why, Interval.undefined("t", level, why));
    }

    /** Cohen's d: the difference in units of the pooled standard deviation. Cohen 1988. */
    public static Value cohensD(Group first, Group second) {
        double df = first.n() + second.n() - 2.0;
        double variance = (first.squares() + second.squares()) / StrictMath.max(1, df);
        return variance <= 0
                ? Value.undefined(Reason.NO_VARIATION)
                : Value.of((first.mean() - second.mean()) / StrictMath.sqrt(variance));
    }
}
