package tw.minsheng.dataset.weights;

import java.util.ArrayList;
import java.util.List;
import tw.minsheng.statistics.estimate.CodeSums;
import tw.minsheng.statistics.weighting.Groups;

/**
 * Answers to some items, counted by the cells of the margins: rows with the same categories are one group. The memory does not depend
 * on the number of rows. Not safe for several threads.
 */
public final class CountedSample {

    /** Sums of so many answers of groups are as much as a small machine can hold. */
    private static final long MOST_SUMS = 4_000_000;

    private final List<KnownMargin> margins;
    private final int[] sizes;
    private final Groups groups;
    private final List<CodeSums> items = new ArrayList<>();

    private CountedSample(List<KnownMargin> margins, int[] sizes, int cells) {
        this.margins = List.copyOf(margins);
        this.sizes = sizes;
        this.groups = new Groups(1, cells);
    }

    /** Whether the sums of these margins and items are few enough to be kept. */
    public static boolean isFeasible(List<KnownMargin> margins, ItemColumns items) {
        long sums = (long) items.codes() * items.items().size();
        for (KnownMargin margin : margins) {
            sums = Math.min(MOST_SUMS + 1, sums * (margin.levels().size() + 1));
        }
        return sums <= MOST_SUMS;
    }

    /** @throws IllegalArgumentException when it is not {@link #isFeasible feasible} */
    static CountedSample empty(List<KnownMargin> margins, ItemColumns columns) {
        if (!isFeasible(margins, columns)) {
            throw new IllegalArgumentException("too many cells");
        }
        int[] sizes =
                margins.stream().mapToInt(margin -> margin.levels().size() + 1).toArray();
        int cells = 1;
        for (int size : sizes) {
            cells *= size;
        }
        CountedSample sample = new CountedSample(margins, sizes, cells);
        for (int item = 0; item < columns.items().size(); item++) {
            sample.items.add(new CodeSums(sample.groups, columns.codes()));
        }
        return sample;
    }

    /**
     * Adds a row.
     *
     * @param codes by margin the category, the number behind the last where it is not told; then by item the answer from 0, −1
     *     where there is none
     */
    void add(int[] codes, double weight) {
        int group = group(codes);
        groups.add(group, weight);
        for (int item = 0; item < items.size(); item++) {
            int code = codes[sizes.length + item];
            if (code >= 0) {
                items.get(item).add(group, weight, code);
            }
        }
    }

    /** The group of a row of codes. */
    int group(int[] codes) {
        int group = 0;
        for (int m = 0; m < sizes.length; m++) {
            group = group * sizes[m] + codes[m];
        }
        return group;
    }

    public long rows() {
        return groups.rows();
    }

    public List<KnownMargin> margins() {
        return margins;
    }

    public Groups groups() {
        return groups;
    }

    /** Sums of an item, counted from 0. */
    public CodeSums item(int item) {
        return items.get(item);
    }

    /** By group, the category of a margin; −1 where it is not told. */
    public int[] levelOfGroup(int margin) {
        int[] levels = new int[groups.size()];
        for (int g = 0; g < levels.length; g++) {
            int level = level(margin, g);
            levels[g] = level == sizes[margin] - 1 ? -1 : level;
        }
        return levels;
    }

    private int level(int margin, int group) {
        int rest = group;
        for (int m = sizes.length - 1; m > margin; m--) {
            rest /= sizes[m];
        }
        return rest % sizes[margin];
    }

    /** @param plan its margins are those of the sample, in the same order */
    public FittedWeights weighted(tw.minsheng.survey.Weighting plan) {
        int[][] levels = new int[sizes.length][groups.size()];
        for (int m = 0; m < sizes.length; m++) {
            for (int g = 0; g < groups.size(); g++) {
                // a group of nobody may stand anywhere
                levels[m][g] = groups.rows(g) == 0 ? 0 : level(m, g);
            }
        }
        return FittedWeights.of(groups, levels, margins, plan);
    }
}
