package tw.minsheng.statistics.compare;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.distribution.ChiSquare;
import tw.minsheng.statistics.distribution.Normal;

/**
 * Whether the variances of several groups differ (PT1), by a statistic that is about χ².
 *
 * @param df groups − 1
 */
public record Spread(Value chiSquare, int df, Value p) {

    /**
     * Bartlett 1937: ((n − k) ln s² − Σ(nᵢ − 1) ln sᵢ²)/(1 + (Σ1/(nᵢ − 1) − 1/(n − k))/(3(k − 1))); {@code bartlett.test}.
     *
     * @param groups 2 or more of 2 numbers or more, else {@code n_too_small}; each varies, else {@code no_variation}
     */
    public static Spread bartlett(List<Group> groups) {
        int df = groups.size() - 1;
        long least = groups.stream().mapToLong(Group::n).min().orElse(0);
        if (df < 1 || least < 2) {
            return none(df, tooSmall(least));
        }
        if (groups.stream().anyMatch(g -> g.variance() <= 0)) {
            return none(df, Value.undefined(Reason.NO_VARIATION));
        }
        double rest = groups.stream().mapToDouble(g -> g.n() - 1.0).sum();
        double pooled = groups.stream().mapToDouble(Group::squares).sum() / rest;
        double logs = 0;
        double inverse = 0;
        for (Group group : groups) {
            logs += (group.n() - 1) * StrictMath.log(group.variance());
            inverse += 1 / (group.n() - 1.0);
        }
        double correction = 1 + (inverse - 1 / rest) / (3.0 * df);
        return tested((rest * StrictMath.log(pooled) - logs) / correction, df);
    }

    /**
     * Fligner and Killeen 1976, about medians: normal scores of the ranks of the distances; {@code fligner.test}.
     *
     * @param groups 2 or more, none empty, else {@code n_too_small}
     */
    public static Spread fligner(List<double[]> groups) {
        int df = groups.size() - 1;
        if (df < 1 || groups.stream().anyMatch(g -> g.length == 0)) {
            return none(df, tooSmall(0));
        }
        double[] distances = groups.stream()
                .flatMapToDouble(group -> {
                    double median = median(group);
                    return Arrays.stream(group).map(x -> StrictMath.abs(x - median));
                })
                .toArray();
        Ranks ranks = Ranks.of(distances);
        int n = distances.length;
        double[] scores = new double[n];
        Arrays.setAll(scores, i -> Normal.quantile((1 + ranks.at(i) / (n + 1)) / 2));
        Group all = Group.of(scores);
        if (all.variance() <= 0) {
            return none(df, Value.undefined(Reason.NO_VARIATION));
        }
        double sum = 0;
        int from = 0;
        for (double[] group : groups) {
            int to = from + group.length;
            double off = Group.of(Arrays.copyOfRange(scores, from, to)).mean() - all.mean();
            sum += group.length * off * off;
            from = to;
        }
        return tested(sum / all.variance(), df);
    }

    /** The middle number, or the mean of the two in the middle. */
    static double median(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    private static Value tooSmall(long n) {
        return Value.undefined(Reason.N_TOO_SMALL, Map.of("n", Long.toString(n)));
    }

    private static Spread tested(double chiSquare, int df) {
        return new Spread(Value.of(chiSquare), df, Value.of(ChiSquare.upperTail(chiSquare, df)));
    }

    private static Spread none(int df, Value why) {
        return new Spread(why, df, why);
    }
}
