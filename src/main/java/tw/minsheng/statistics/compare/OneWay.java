package tw.minsheng.statistics.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.distribution.FisherF;

/**
 * Whether the means of several groups differ.
 *
 * @param f ratio of variances
 * @param df1 of the groups
 * @param df2 of the rest; with Welch not whole
 */
public record OneWay(Value f, Value df1, Value df2, Value p) {

    /** What of the spread lies between the groups. */
    public record Variance(OneWay test, double between, double within, Value eta2, Value omega2) {

        /** ε² = (SSB − df1·MSW)/SST, Kelley 1935. */
        public Value epsilon2() {
            return test.df2().map(df2 -> (between - test.df1().number() * within / df2) / (between + within));
        }

        /** Cohen's f = √(SSB/SSW), Cohen 1988. */
        public Value cohensF() {
            return test.f().map(f -> StrictMath.sqrt(between / within));
        }
    }

    /**
     * 變異數分析: one variance for all; {@code aov}. η² = SSB/SST; ω² = (SSB − df1·MSW)/(SST + MSW), Hays 1963.
     *
     * @param groups 2 or more, one of them with 2 numbers, else {@code n_too_small}
     */
    public static Variance anova(List<Group> groups) {
        long n = groups.stream().mapToLong(Group::n).sum();
        double mean = groups.stream().mapToDouble(g -> g.n() * g.mean()).sum() / n;
        double between = groups.stream()
                .mapToDouble(g -> g.n() * (g.mean() - mean) * (g.mean() - mean))
                .sum();
        double within = groups.stream().mapToDouble(Group::squares).sum();
        double df1 = groups.size() - 1.0;
        double df2 = n - groups.size();
        if (df1 < 1 || df2 < 1) {
            Value why = tooSmall(n);
            return new Variance(none(why), between, within, why, why);
        }
        if (within <= 0) {
            Value why = Value.undefined(Reason.NO_VARIATION);
            return new Variance(none(why), between, within, why, why);
        }
        double ms = within / df2;
        return new Variance(
                tested(between / df1 / ms, df1, df2),
                between,
                within,
                Value.of(between / (between + within)),
                Value.of((between - df1 * ms) / (between + within + ms)));
    }

    /** Each group with its own variance: Welch 1951; {@code oneway.test}. Every group needs 2 numbers and some variance. */
    public static OneWay welch(List<Group> groups) {
        if (groups.size() < 2 || groups.stream().anyMatch(g -> g.n() < 2)) {
            return none(tooSmall(groups.stream().mapToLong(Group::n).min().orElse(0)));
        }
        if (groups.stream().anyMatch(g -> g.variance() <= 0)) {
            return none(Value.undefined(Reason.NO_VARIATION));
        }
        double k = groups.size();
        double weights = groups.stream().mapToDouble(g -> g.n() / g.variance()).sum();
        double mean = groups.stream()
                        .mapToDouble(g -> g.n() / g.variance() * g.mean())
                        .sum()
                / weights;
        double loss = 0;
        double between = 0;
        for (Group group : groups) {
            double weight = group.n() / group.variance();
            loss += (1 - weight / weights) * (1 - weight / weights) / (group.n() - 1);
            between += weight * (group.mean() - mean) * (group.mean() - mean);
        }
        loss /= k * k - 1;
        return tested(between / ((k - 1) * (1 + 2 * (k - 2) * loss)), k - 1, 1 / (3 * loss));
    }

    /** Levene 1960: the analysis of variance of the distances from the mean of each group. */
    public static OneWay levene(List<double[]> groups) {
        return ofDistances(groups, values -> Group.of(values).mean());
    }

    /** Brown and Forsythe 1974: Levene's test about the median of each group; {@code car::leveneTest}. */
    public static OneWay brownForsythe(List<double[]> groups) {
        return ofDistances(groups, Spread::median);
    }

    private static OneWay ofDistances(List<double[]> groups, ToDoubleFunction<double[]> centre) {
        List<Group> distances = new ArrayList<>();
        for (double[] values : groups) {
            double middle = centre.applyAsDouble(values);
            double[] away = new double[values.length];
            for (int i = 0; i < values.length; i++) {
                away[i] = StrictMath.abs(values[i] - middle);
            }
            distances.add(Group.of(away));
        }
        return anova(distances).test();
    }

    private static Value tooSmall(long n) {
        return Value.undefined(Reason.N_TOO_SMALL, Map.of("n", Long.toString(n)));
    }

    private static OneWay tested(double f, double df1, double df2) {
        return new OneWay(Value.of(f), Value.of(df1), Value.of(df2), Value.of(FisherF.upperTail(f, df1, df2)));
    }

    private static OneWay none(Value why) {
        return new OneWay(why, why, why, why);
    }
}
