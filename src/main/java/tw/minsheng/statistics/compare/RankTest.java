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
 * @param statistic H, W, V or χ²
 * @param df degrees of freedom, 0 where the normal distribution is used
 */
public record RankTest(Value statistic, int df, Value p) {

    private static final double CORRECTION = .5;

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
        return wilcoxon(first, second, CORRECTION);
    }

    /** The same without continuity correction; {@code correct = FALSE}. */
    public static RankTest uncorrectedWilcoxon(double[] first, double[] second) {
        return wilcoxon(first, second, 0);
    }

    private static RankTest wilcoxon(double[] first, double[] second, double correction) {
        if (first.length == 0 || second.length == 0) {
            return none(0, Value.undefined(Reason.N_TOO_SMALL, Map.of("n", "0")));
        }
        Ranks ranks = Ranks.of(joined(first, second));
        double x = first.length;
        double y = second.length;
        double n = x + y;
        double w = rankSum(ranks, first.length) - x * (x + 1) / 2;
        double variance = x * y / 12 * (n + 1 - ranks.ties() / (n * (n - 1)));
        if (variance <= 0) {
            return none(0, Value.undefined(Reason.NO_VARIATION));
        }
        return normal(w, w - x * y / 2, variance, correction);
    }

    private static double[] joined(double[] first, double[] second) {
        double[] all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }

    private static double rankSum(Ranks ranks, int many) {
        double sum = 0;
        for (int i = 0; i < many; i++) {
            sum += ranks.at(i);
        }
        return sum;
    }

    private static RankTest normal(double statistic, double off, double variance, double correction) {
        double z = (off - StrictMath.signum(off) * correction) / StrictMath.sqrt(variance);
        return new RankTest(
                Value.of(statistic),
                0,
                Value.of(StrictMath.min(1, 2 * StrictMath.min(Normal.lowerTail(z), Normal.upperTail(z)))));
    }

    /**
     * The rank sum with p from all ways to choose the ranks of the first group; {@code wilcox.test(exact = TRUE)}. For small groups: time
     * grows with the cube of n. Ties have no such p: they are left to {@link #wilcoxon}.
     *
     * @throws IllegalArgumentException when there are ties
     */
    public static RankTest exactWilcoxon(double[] first, double[] second) {
        if (first.length == 0 || second.length == 0) {
            return none(0, Value.undefined(Reason.N_TOO_SMALL, Map.of("n", "0")));
        }
        Ranks ranks = Ranks.of(joined(first, second));
        if (ranks.ties() > 0) {
            throw new IllegalArgumentException("ties have no exact rank test");
        }
        int w = (int) StrictMath.rint(rankSum(ranks, first.length) - first.length * (first.length + 1) / 2.0);
        double[] chances = chances(first.length, second.length);
        double below = Arrays.stream(chances, 0, w + 1).sum();
        double above = Arrays.stream(chances, w, chances.length).sum();
        return new RankTest(Value.of((double) w), 0, Value.of(StrictMath.min(1, 2 * StrictMath.min(below, above))));
    }

    /** P(W = w): the largest number belongs to the first group with chance x/(x + y), and then stands above all y of the second. */
    private static double[] chances(int x, int y) {
        double[][] ofFirst = new double[x + 1][];
        for (int i = 0; i <= x; i++) {
            ofFirst[i] = new double[] {1};
        }
        for (int j = 1; j <= y; j++) {
            double[][] next = new double[x + 1][];
            next[0] = new double[] {1};
            for (int i = 1; i <= x; i++) {
                next[i] = new double[i * j + 1];
                for (int w = 0; w <= i * j; w++) {
                    double first = w >= j ? next[i - 1][w - j] : 0;
                    double second = w < ofFirst[i].length ? ofFirst[i][w] : 0;
                    next[i][w] = (i * first + j * second) / (i + j);
                }
            }
            ofFirst = next;
        }
        return ofFirst[x];
    }

    /**
     * Wilcoxon's signed ranks of the differences of pairs, with continuity correction and ties; differences of 0 are left out; {@code
     * wilcox.test(paired = TRUE, exact = FALSE)}. {@code no_variation} when all are 0, {@code n_too_small} without pairs.
     */
    public static RankTest signedRank(double... differences) {
        if (differences.length == 0) {
            return none(0, Value.undefined(Reason.N_TOO_SMALL, Map.of("n", "0")));
        }
        double[] moved = Arrays.stream(differences).filter(d -> d != 0).toArray();
        if (moved.length == 0) {
            return none(0, Value.undefined(Reason.NO_VARIATION));
        }
        Ranks ranks = Ranks.of(Arrays.stream(moved).map(StrictMath::abs).toArray());
        double v = 0;
        for (int i = 0; i < moved.length; i++) {
            v += moved[i] > 0 ? ranks.at(i) : 0;
        }
        double n = moved.length;
        double variance = n * (n + 1) * (2 * n + 1) / 24 - ranks.ties() / 48;
        return normal(v, v - n * (n + 1) / 4, variance, CORRECTION);
    }

    private static RankTest none(int df, Value why) {
        return new RankTest(why, df, why);
    }
}
