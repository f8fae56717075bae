package tw.minsheng.statistics.compare.pairwise;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tw.minsheng.statistics.Interval;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.cases.MultipleTesting;
import tw.minsheng.statistics.compare.Group;
import tw.minsheng.statistics.distribution.Normal;

/**
 * Letters under the columns of a table (WV4): a column bears the letters of those that it stands significantly above.
 *
 * @param pairs of every two columns, later minus earlier
 * @param corrected p by pair, corrected for the number of pairs
 * @param above by column, the columns below it by more than chance
 */
public record ColumnLetters(List<Pair> pairs, List<Value> corrected, List<List<Integer>> above) {

    private static final int ALPHABET = 26;

    public ColumnLetters {
        pairs = List.copyOf(pairs);
        corrected = List.copyOf(corrected);
        above = above.stream().map(List::copyOf).toList();
    }

    /**
     * Shares: z with one share for both columns, corrected by Bonferroni. Two columns in which all or nobody says so have {@code
     * no_variation}, an empty one {@code no_data}; they take no part in the correction.
     *
     * @param yes by column
     * @param n by column
     * @param alpha corrected p below it is significant
     */
    public static ColumnLetters ofShares(long[] yes, long[] n, double alpha) {
        List<Pair> pairs = Pair.each(n.length, (i, j) -> shares(yes, n, i, j, alpha));
        List<Value> p = pairs.stream().map(Pair::p).toList();
        return of(pairs, PairwiseRanks.corrected(p, MultipleTesting.BONFERRONI), n.length, alpha);
    }

    /**
     * Means: Tukey and Kramer's test, which corrects by itself.
     *
     * @param columns as for {@link PostHoc#TUKEY}
     */
    public static ColumnLetters ofMeans(List<Group> columns, double alpha) {
        List<Pair> pairs = PostHoc.TUKEY.of(columns, 1 - alpha);
        return of(pairs, pairs.stream().map(Pair::p).toList(), columns.size(), alpha);
    }

    private static Pair shares(long[] yes, long[] n, int i, int j, double alpha) {
        double level = 1 - alpha;
        if (n[i] == 0 || n[j] == 0) {
            return Pair.none(i, j, Value.undefined(Reason.NO_DATA), "pooled", level);
        }
        double both = (double) (yes[i] + yes[j]) / (n[i] + n[j]);
        double se = StrictMath.sqrt(both * (1 - both) * (1.0 / n[i] + 1.0 / n[j]));
        if (se <= 0) {
            return Pair.none(i, j, Value.undefined(Reason.NO_VARIATION), "pooled", level);
        }
        double difference = (double) yes[j] / n[j] - (double) yes[i] / n[i];
        double z = difference / se;
        return new Pair(
                i,
                j,
                Value.of(difference),
                Value.of(se),
                Value.of(z),
                Value.undefined(Reason.NO_DATA),
                Value.of(Normal.twoSided(z)),
                Interval.undefined("pooled", level, Reason.NO_DATA));
    }

    private static ColumnLetters of(List<Pair> pairs, List<Value> corrected, int columns, double alpha) {
        List<List<Integer>> above = new ArrayList<>();
        for (int column = 0; column < columns; column++) {
            above.add(new ArrayList<>());
        }
        for (int i = 0; i < pairs.size(); i++) {
            Pair pair = pairs.get(i);
            Value p = corrected.get(i);
            if (p.isKnown() && p.number() < alpha) {
                boolean later = pair.difference().number() > 0;
                above.get(later ? pair.second() : pair.first()).add(later ? pair.first() : pair.second());
            }
        }
        return new ColumnLetters(pairs, corrected, above);
    }

    /** What stands under a column, for example {@code A C}; empty when it is above none. */
    public String letters(int column) {
        return above.get(column).stream().map(ColumnLetters::letter).collect(Collectors.joining(" "));
    }

    /** The name of a column: A … Z, AA, AB …. */
    public static String letter(int column) {
        String last = Character.toString((char) ('A' + column % ALPHABET));
        return column < ALPHABET ? last : letter(column / ALPHABET - 1) + last;
    }
}
