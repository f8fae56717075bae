package tw.minsheng.statistics.compare;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.distribution.ChiSquare;
import tw.minsheng.statistics.distribution.Normal;

/**
 * Tests by ranks, for numbers whose distances mean little.
 *
 * @param statistic H, W or χ²
 * @param df degrees of freedom, 0 where the normal distribution is used
 */
public record RankTest(Value statistic, int df, Value p) {

    /** Kruskal and Wallis 1952 with correction for ties; {@code kruskal.test}. 2 groups or more, else {@code n_too_small}. */
    public static RankTest kruskal(List<double[]> groups) {
        double[] all = groups.stream().flatMapToDouble(Arrays::stream).toArray();
        int df = groups.size() - 1;
        double n = all.length;
        if (df < 1 || groups.stream().anyMatch(g -> g.length == 0)) {
            return none(df, Value.undefined(Reason.N_TOO_SMALL, Map.of("n", Integer.toString(all.length))));
        }
        Ranks ranks = Ranks.of(all);
        double correction = 1 - ranks.ties() / (n * n * n - n);
        if (correction <= 0) {
            return none(df, Value.undefined(Reason.NO_VARIATION));
        }
        double sum = 0;
        int next = 0;
        for (double[] group : groups) {
            double ofGroup = 0;
            for (int i = 0; i < group.length; i++) {
                ofGroup += ranks.at(next++);
            }
            sum += ofGroup * ofGroup / group.length;
        }
        double h = (12 * sum / (n * (n + 1)) - 3 * (n + 1)) / correction;
        return new RankTest(Value.of(h), df, Value.of(ChiSquare.upperTail(h, df)));
    }

    /**
     * Wilcoxon's rank sum (Mann–Whitney) with continuity correction and ties; {@code wilcox.test(exact = FALSE)}.
     *
     * @param first 1 number or more
     * @param second 1 number or more
     */
    public static RankTest wilcoxon(double[] first, double[] second) {
        if (first.length == 0 || second.length == 0) {
            return none(0, Value.undefined(Reason.N_TOO_SMALL, Map.of("n", "0")));
        }
        double[] all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        Ranks ranks = Ranks.of(all);
        double sum = 0;
        for (int i = 0; i < first.length; i++) {
            sum += ranks.at(i);
        }
        double x = first.length;
        double y = second.length;
        double n = x + y;
        double w = sum - x * (x + 1) / 2;
        double variance = x * y / 12 * (n + 1 - ranks.ties() / (n * (n - 1)));
        if (variance <= 0) {
            return none(0, Value.undefined(Reason.NO_VARIATION));
        }
        double off = w - x * y / 2;
        double z = (off - StrictMath.signum(off) * .5) / StrictMath.sqrt(variance);
        return new RankTest(
                Value.of(w),
                0,
                Value.of(StrictMath.min(1, 2 * StrictMath.min(Normal.lowerTail(z), Normal.upperTail(z)))));
    }

    private static RankTest none(int df, Value why) {
        return new RankTest(why, df, why);
    }
}
