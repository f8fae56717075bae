package tw.minsheng.statistics.compare.pairwise;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import tw.minsheng.statistics.Interval;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.cases.MultipleTesting;
import tw.minsheng.statistics.compare.RankTest;
import tw.minsheng.statistics.compare.Ranks;
import tw.minsheng.statistics.distribution.Normal;

/** Every two of several groups compared by ranks, after Kruskal and Wallis. */
public final class PairwiseRanks {

    private static final double LEVEL = .95;

    private PairwiseRanks() {}

    /**
     * Dunn 1964: z = difference of the mean ranks among all over √((n(n+1)/12 − Σ(t³ − t)/(12(n − 1)))(1/nᵢ + 1/nⱼ)), p not corrected.
     *
     * @param groups none empty, else {@code n_too_small}; numbers all equal give {@code no_variation}
     */
    public static List<Pair> dunn(List<double[]> groups) {
        double[] all = groups.stream().flatMapToDouble(Arrays::stream).toArray();
        Ranks ranks = Ranks.of(all);
        double n = all.length;
        double variance = n < 2 ? 0 : n * (n + 1) / 12 - ranks.ties() / (12 * (n - 1));
        double[] means = meanRanks(groups, ranks);
        return Pair.each(groups.size(), (i, j) -> {
            int a = groups.get(i).length;
            int b = groups.get(j).length;
            if (a == 0 || b == 0) {
                return none(i, j, Value.undefined(Reason.N_TOO_SMALL, Map.of("n", "0")));
            }
            if (variance <= 0) {
                return none(i, j, Value.undefined(Reason.NO_VARIATION));
            }
            double error = StrictMath.sqrt(variance * (1.0 / a + 1.0 / b));
            double z = (means[j] - means[i]) / error;
            return new Pair(
                    i,
                    j,
                    Value.of(means[j] - means[i]),
                    Value.of(error),
                    Value.of(z),
                    Value.undefined(Reason.NO_DATA),
                    Value.of(Normal.twoSided(z)),
                    Interval.undefined("dunn", LEVEL, Reason.NO_DATA));
        });
    }

    private static double[] meanRanks(List<double[]> groups, Ranks ranks) {
        double[] means = new double[groups.size()];
        int next = 0;
        for (int g = 0; g < means.length; g++) {
            int size = groups.get(g).length;
            double sum = 0;
            for (int i = 0; i < size; i++) {
                sum += ranks.at(next++);
            }
            means[g] = size == 0 ? 0 : sum / size;
        }
        return means;
    }

    private static Pair none(int first, int second, Value why) {
        return Pair.none(first, second, why, "dunn", LEVEL);
    }

    /** p of {@link RankTest#wilcoxon} of every two groups, in the order of {@link Pair}, not corrected; {@code pairwise.wilcox.test}. */
    public static List<Value> wilcoxon(List<double[]> groups) {
        return Pair.each(
                groups.size(),
                (i, j) -> RankTest.wilcoxon(groups.get(j), groups.get(i)).p());
    }

    /** Corrected for as many tests as have a p; a missing one stays missing. */
    public static List<Value> corrected(List<Value> p, MultipleTesting rule) {
        double[] known =
                p.stream().filter(Value::isKnown).mapToDouble(Value::number).toArray();
        double[] adjusted = rule.adjusted(known);
        int[] places = new int[p.size()];
        int next = 0;
        for (int i = 0; i < places.length; i++) {
            places[i] = p.get(i).isKnown() ? next++ : 0;
        }
        Value[] values = new Value[p.size()];
        Arrays.setAll(values, i -> p.get(i).map(x -> adjusted[places[i]]));
        return List.of(values);
    }
}
