package tw.minsheng.statistics.weighting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/** The categories of all margins under one numbering: those of the first margin first. */
final class Categories {

    private final int[][] traits;
    private final int[] first;

    private Categories(int[][] traits, int[] first) {
        this.traits = traits;
        this.first = first;
    }

    /** @param levels by margin, the category of each group */
    static Categories of(int[][] levels) {
        int[] first = new int[levels.length + 1];
        int[][] traits = new int[levels.length == 0 ? 0 : levels[0].length][levels.length];
        for (int m = 0; m < levels.length; m++) {
            for (int g = 0; g < traits.length; g++) {
                traits[g][m] = first[m] + levels[m][g];
            }
            first[m + 1] = first[m] + Arrays.stream(levels[m]).max().orElse(-1) + 1;
        }
        return new Categories(traits, first);
    }

    /** By group, its category in each margin. */
    int[][] traits() {
        return traits;
    }

    List<Integer> of(int group) {
        List<Integer> all = new ArrayList<>();
        for (int trait : traits[group]) {
            all.add(trait);
        }
        return all;
    }

    int size() {
        return first[first.length - 1];
    }

    /** The first category of a margin. */
    int first(int margin) {
        return first[margin];
    }

    /** The category behind the last of a margin that any group is in. */
    int end(int margin) {
        return first[margin + 1];
    }

    /** By two categories, what the groups that have both add up to. */
    double[][] shared(IntToDoubleFunction amount) {
        double[][] shared = new double[size()][size()];
        for (int g = 0; g < traits.length; g++) {
            for (int a : traits[g]) {
                for (int b : traits[g]) {
                    shared[a][b] += amount.applyAsDouble(g);
                }
            }
        }
        return shared;
    }
}
