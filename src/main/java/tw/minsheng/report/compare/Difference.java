package tw.minsheng.report.compare;

import java.util.List;
import tw.minsheng.report.Uncertainty;
import tw.minsheng.statistics.Value;

/**
 * Whether a score differs between groups.
 *
 * @param groups that were compared, in the order of the question
 * @param leftOut codes of groups with too few people
 * @param method {@code welch_t, welch_anova, design_t, design_wald_f}
 * @param statistic t of the first less the second group, or F
 * @param df1 of F; of t the only one, and {@code df2} is undefined
 * @param effect Cohen's d with two groups, η² with more
 * @param omega2 ω², of plain rows only
 * @param levene p of Brown and Forsythe's test of equal spread; unweighted
 * @param pairs every two groups, where there are more than two
 */
record Difference(
        Scored score,
        Grouping by,
        List<Group> groups,
        List<String> leftOut,
        String method,
        Value statistic,
        Value df1,
        Value df2,
        Value p,
        Value effect,
        Value omega2,
        Value levene,
        List<Pair> pairs) {

    Difference {
        groups = List.copyOf(groups);
        leftOut = List.copyOf(leftOut);
        pairs = List.copyOf(pairs);
    }

    /**
     * One group.
     *
     * @param place of the group in its question
     * @param mean weighted where the survey is
     * @param variance Σw(y − ȳ)²/Σw·n/(n − 1)
     * @param weight Σw
     * @param sure how sure the mean is
     */
    record Group(int place, long n, double mean, double variance, double weight, Uncertainty sure) {

        Group with(Uncertainty other) {
            return new Group(place, n, mean, variance, weight, other);
        }
    }

    /**
     * Two groups.
     *
     * @param first place of the group that comes first in the question
     * @param difference mean of the first less that of the second
     * @param scheffe p by Scheffé, {@code gamesHowell} by Games and Howell: of plain rows
     * @param holm p of the t test of the design, adjusted by Holm over the pairs: under a design
     */
    record Pair(int first, int second, double difference, Value scheffe, Value gamesHowell, Value holm) {

        /** The p that counts: that which does not take the spread of the groups to be one. */
        Value p() {
            return gamesHowell.isKnown() ? gamesHowell : holm;
        }
    }

    boolean isOfTwo() {
        return groups.size() == 2;
    }

    long n() {
        return groups.stream().mapToLong(Group::n).sum();
    }
}
