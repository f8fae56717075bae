package tw.minsheng.statistics.compare.pairwise;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import tw.minsheng.statistics.Interval;
import tw.minsheng.statistics.Value;

/**
 * Two of several groups compared.
 *
 * @param first index of the earlier group
 * @param second index of the later one
 * @param difference mean of the second minus mean of the first; of ranks with Dunn
 * @param se of the difference
 * @param statistic F with Scheffé, |t| with Games and Howell, q with Tukey, z with Dunn, t with the t tests
 * @param df of the error
 * @param p two-sided; which of the procedures corrects it says the procedure
 * @param interval simultaneous, of the difference
 */
public record Pair(
        int first, int second, Value difference, Value se, Value statistic, Value df, Value p, Interval interval) {

    /** What is found of every two of some groups, the earlier group first: 2−1, 3−1, …, 3−2, …. */
    static <T> List<T> each(int groups, BiFunction<Integer, Integer, T> compared) {
        List<T> pairs = new ArrayList<>();
        for (int i = 0; i < groups; i++) {
            for (int j = i + 1; j < groups; j++) {
                pairs.add(compared.apply(i, j));
            }
        }
        return List.copyOf(pairs);
    }

    static Pair none(int first, int second, Value why, String method, double level) {
        return new Pair(first, second, why, why, why, why, why, Interval.undefined(method, level, why));
    }
}
