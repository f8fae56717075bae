package tw.minsheng.statistics.estimate;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A closed question crossed with something that all rows of a group share, such as their district: for each combination that
 * occurs, the sums of its rows. A code or level that nobody has is left out.
 */
public final class CrossSums {

    private final CodeSums sums;
    private final int[] codes;
    private final int[] levels;
    private final int[] columns;

    /**
     * @param sums of the question
     * @param levelOfGroup by group, the level from 0; −1 where its rows have none
     * @throws IllegalArgumentException for another number of groups than that of the sums
     */
    public CrossSums(CodeSums sums, int[] levelOfGroup) {
        if (levelOfGroup.length != sums.groups()) {
            throw new IllegalArgumentException("one level per group");
        }
        this.sums = sums;
        int[] inside = IntStream.range(0, levelOfGroup.length)
                .filter(g -> levelOfGroup[g] >= 0 && sums.rows(g) > 0)
                .toArray();
        this.codes = IntStream.range(0, sums.codes())
                .filter(code -> Arrays.stream(inside).anyMatch(g -> sums.rows(g, code) > 0))
                .toArray();
        this.levels = Arrays.stream(inside)
                .map(g -> levelOfGroup[g])
                .distinct()
                .sorted()
                .toArray();
        this.columns = new int[levelOfGroup.length];
        Arrays.fill(columns, -1);
        for (int g : inside) {
            columns[g] = Arrays.binarySearch(levels, levelOfGroup[g]);
        }
    }

    /** Codes that occur, rising: the rows of the table. */
    public List<Integer> codes() {
        return Arrays.stream(codes).boxed().toList();
    }

    /** Levels that occur, rising: its columns. */
    public List<Integer> levels() {
        return Arrays.stream(levels).boxed().toList();
    }

    /** Rows of the table. */
    int height() {
        return codes.length;
    }

    /** Cells of the table, counted row by row. */
    int cells() {
        return codes.length * levels.length;
    }

    int groups() {
        return columns.length;
    }

    /** Whether somebody of the group has a level and an answer. */
    boolean isInside(int group) {
        return columns[group] >= 0;
    }

    /** The cell of a row of the table in the column of a group that is inside. */
    int cellOf(int row, int group) {
        return row * levels.length + columns[group];
    }

    /** The row of the table of a cell. */
    int rowOf(int cell) {
        return cell / levels.length;
    }

    /** People of a group in a row of the table. */
    long rows(int group, int row) {
        return sums.rows(group, codes[row]);
    }

    /** Σd. */
    double weight(int group, int row) {
        return sums.weight(group, codes[row]);
    }

    /** Σd². */
    double squaredWeight(int group, int row) {
        return sums.squaredWeight(group, codes[row]);
    }

    /** People by cell, without weights. */
    public long[] counts() {
        long[] counts = new long[cells()];
        for (int g = 0; g < columns.length; g++) {
            for (int row = 0; isInside(g) && row < codes.length; row++) {
                counts[cellOf(row, g)] += rows(g, row);
            }
        }
        return counts;
    }
}
