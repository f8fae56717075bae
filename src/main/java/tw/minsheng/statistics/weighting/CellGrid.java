package tw.minsheng.statistics.weighting;

import java.util.List;

/**
 * All combinations of the categories of some margins, numbered; no margins give one cell. Raking and its variances need
 * only sums per cell, so the answers need not be kept.
 */
public record CellGrid(List<Margin> margins) {

    private static final long MOST_CELLS = 1_000_000;

    /** @throws IllegalArgumentException over a million cells: give fewer or coarser margins */
    public CellGrid {
        margins = List.copyOf(margins);
        long cells = 1;
        for (Margin margin : margins) {
            cells *= margin.size();
            if (cells > MOST_CELLS) {
                throw new IllegalArgumentException("too many cells: " + cells);
            }
        }
    }

    public int cells() {
        int cells = 1;
        for (Margin margin : margins) {
            cells *= margin.size();
        }
        return cells;
    }

    /** The cell of one category per margin, in the order of the margins. */
    public int cellOf(int... levels) {
        if (levels.length != margins.size()) {
            throw new IllegalArgumentException("one category per margin: " + levels.length);
        }
        int cell = 0;
        for (int m = 0; m < levels.length; m++) {
            if (levels[m] < 0 || levels[m] >= margins.get(m).size()) {
                throw new IllegalArgumentException(
                        "no category " + levels[m] + " in " + margins.get(m).variable());
            }
            cell = cell * margins.get(m).size() + levels[m];
        }
        return cell;
    }

    /** The category of a margin that a cell belongs to. */
    public int levelOf(int margin, int cell) {
        int rest = cell;
        for (int m = margins.size() - 1; m > margin; m--) {
            rest /= margins.get(m).size();
        }
        return rest % margins.get(margin).size();
    }

    /**
     * By margin, the category of each group.
     *
     * @throws IllegalArgumentException when the groups were made with another number of cells
     */
    public int[][] levels(Groups groups) {
        if (groups.cells() != cells()) {
            throw new IllegalArgumentException("groups of another grid");
        }
        int[][] levels = new int[margins.size()][groups.size()];
        for (int m = 0; m < levels.length; m++) {
            for (int g = 0; g < groups.size(); g++) {
                levels[m][g] = levelOf(m, groups.cellOf(g));
            }
        }
        return levels;
    }
}
