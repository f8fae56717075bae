package tw.minsheng.statistics;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Which groups of people are too small to be shown (小細格隱藏). A group of 1 … least − 1 people is hidden, because who knows
 * one of them learns what they said. Totals are printed, so one hidden group could be found by subtraction: the next smallest
 * groups are hidden too, until two or more are hidden and together they are {@code least} people or more (complementary
 * suppression; Hundepool et al. 2012, Statistical Disclosure Control, section 4.1). Whoever knows this rule knows that no
 * hidden group beside the small one is larger than the smallest that is shown: when that alone gives the small one away,
 * one more is hidden. An empty group shows nobody and stays,
 * unless there are too few people to hide anybody among: then every group is hidden.
 *
 * <p>This keeps a hidden count from being found by adding and subtracting, no more: of two hidden groups the sum stays known.
 */
public final class SmallCells {

    private SmallCells() {}

    /**
     * The places of the hidden groups; none when no group is small.
     *
     * @param least smallest number of people that is shown
     * @param counts people in each group; every person is in one of them. Of equal groups the first is hidden first
     */
    public static Set<Integer> hidden(long least, List<Long> counts) {
        return hiddenInAll(least, List.of(counts));
    }

    /**
     * The same for groups that several tables count over different people: what one of them would hide is hidden in all.
     *
     * @param views one list of counts for each table, all in the same order of groups
     * @throws IllegalArgumentException when the lists are of different length or a count is negative
     */
    public static Set<Integer> hiddenInAll(long least, List<List<Long>> views) {
        int groups = views.isEmpty() ? 0 : views.get(0).size();
        Set<Integer> hidden = new TreeSet<>();
        for (List<Long> counts : views) {
            if (counts.size() != groups || counts.stream().anyMatch(n -> n < 0)) {
                throw new IllegalArgumentException("not the counts of " + groups + " groups: " + counts);
            }
            IntStream.range(0, groups)
                    .filter(group -> counts.get(group) > 0 && counts.get(group) < least)
                    .forEach(hidden::add);
        }
        while (!hidden.isEmpty() && hidden.size() < groups) {
            Optional<List<Long>> open = views.stream()
                    .filter(counts -> !isSafe(least, counts, hidden))
                    .findFirst();
            if (open.isEmpty()) {
                break;
            }
            next(open.orElseThrow(), hidden)
                    .ifPresentOrElse(
                            hidden::add, () -> IntStream.range(0, groups).forEach(hidden::add));
        }
        return Set.copyOf(hidden);
    }

    private static boolean isSafe(long least, List<Long> counts, Set<Integer> hidden) {
        long sum = hidden.stream().mapToLong(counts::get).sum();
        return hidden.size() > 1 && sum >= least && !(hidden.size() == 2 && isOnlyOneWay(least, counts, hidden, sum));
    }

    /** The small one of two is at least their sum without the smallest shown, and at most {@code least} − 1. */
    private static boolean isOnlyOneWay(long least, List<Long> counts, Set<Integer> hidden, long sum) {
        return next(counts, hidden)
                .map(counts::get)
                .filter(shown -> sum - shown >= least - 1)
                .isPresent();
    }

    /** The smallest group that is still shown and not empty, the first of equal ones. */
    private static Optional<Integer> next(List<Long> counts, Set<Integer> hidden) {
        return IntStream.range(0, counts.size())
                .boxed()
                .filter(group -> counts.get(group) > 0 && !hidden.contains(group))
                .min(Comparator.comparing(counts::get));
    }
}
