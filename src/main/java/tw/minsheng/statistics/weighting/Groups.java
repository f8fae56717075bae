package tw.minsheng.statistics.weighting;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;

/**
 * Rows of a sample gathered into groups that share a stratum and a cell of the margins; with one row per group it is the
 * sample itself. Holds number of rows and sums of the design weights d. Not safe for several threads; parts can be merged.
 */
public final class Groups {

    private final int strata;
    private final int cells;
    private final long[] rows;
    private final double[] weights;
    private final double[] squares;
    private final double[] least;
    private final double[] greatest;
    private long negative;
    private long missing;

    /** Empty groups: every stratum crossed with every cell, both counted from 0. */
    public Groups(int strata, int cells) {
        if (strata < 1 || cells < 1) {
            throw new IllegalArgumentException("at least one stratum and one cell");
        }
        this.strata = strata;
        this.cells = cells;
        int size = StrictMath.multiplyExact(strata, cells);
        rows = new long[size];
        weights = new double[size];
        squares = new double[size];
        least = new double[size];
        greatest = new double[size];
    }

    /**
     * The strata of all parts, those of the first part first; of one part, the part itself.
     *
     * @param parts one or more, with the same cells
     * @throws IllegalArgumentException when there is none, or their cells differ
     */
    public static Groups stacked(List<Groups> parts) {
        if (parts.size() == 1) {
            return parts.get(0);
        }
        Groups all = new Groups(
                parts.stream().mapToInt(Groups::strata).sum(),
                parts.stream().mapToInt(Groups::cells).max().orElse(0));
        int offset = 0;
        for (Groups part : parts) {
            if (part.cells != all.cells) {
                throw new IllegalArgumentException("groups of another design cannot be stacked");
            }
            all.add(part, offset);
            offset += part.size();
        }
        return all;
    }

    /** The number of the group of a stratum and a cell. */
    public int groupOf(int stratum, int cell) {
        if (stratum < 0 || stratum >= strata || cell < 0 || cell >= cells) {
            throw new IllegalArgumentException("no group of stratum " + stratum + " and cell " + cell);
        }
        return stratum * cells + cell;
    }

    /**
     * Adds a row, whether it answers anything or not. A negative weight, or {@link tw.minsheng.statistics.Missing#ANSWER}
     * for a weight that is not there, is counted and makes {@link #refusal} speak.
     */
    public void add(int group, double weight) {
        add(group, weight, 1);
    }

    /**
     * Adds rows of the same weight.
     *
     * @param n of them; 0 adds nothing
     */
    public void add(int group, double weight, long n) {
        if (tw.minsheng.statistics.Missing.is(tw.minsheng.statistics.Missing.checked(weight))) {
            missing += n;
            return;
        }
        if (weight < 0) {
            negative += n;
            return;
        }
        if (n == 0) {
            return;
        }
        least[group] = rows[group] == 0 ? weight : StrictMath.min(least[group], weight);
        greatest[group] = StrictMath.max(greatest[group], weight);
        rows[group] += n;
        weights[group] += n * weight;
        squares[group] += n * weight * weight;
    }

    /** Adds the rows of another part. */
    public void merge(Groups other) {
        if (strata != other.strata || cells != other.cells) {
            throw new IllegalArgumentException("groups of another design cannot be merged");
        }
        add(other, 0);
    }

    /**
     * The same rows in other groups of one stratum, their weights times {@code scale}.
     *
     * @param to by group, its new one; below 0 where its rows are left out
     */
    Groups gathered(int[] to, int size, double scale) {
        Groups gathered = new Groups(1, StrictMath.max(1, size));
        for (int from = 0; from < rows.length; from++) {
            if (to[from] < 0 || rows[from] == 0) {
                continue;
            }
            int at = to[from];
            boolean isFirst = gathered.rows[at] == 0;
            gathered.least[at] =
                    isFirst ? scale * least[from] : StrictMath.min(gathered.least[at], scale * least[from]);
            gathered.greatest[at] = StrictMath.max(gathered.greatest[at], scale * greatest[from]);
            gathered.rows[at] += rows[from];
            gathered.weights[at] += scale * weights[from];
            gathered.squares[at] += scale * scale * squares[from];
        }
        return gathered;
    }

    private void add(Groups other, int offset) {
        for (int from = 0; from < other.rows.length; from++) {
            if (other.rows[from] == 0) {
                continue;
            }
            int to = offset + from;
            least[to] = rows[to] == 0 ? other.least[from] : StrictMath.min(least[to], other.least[from]);
            greatest[to] = StrictMath.max(greatest[to], other.greatest[from]);
            rows[to] += other.rows[from];
            weights[to] += other.weights[from];
            squares[to] += other.squares[from];
        }
        negative += other.negative;
        missing += other.missing;
    }

    /** Why these weights cannot be used: {@code missing_weight}, {@code negative_weight}, {@code no_data}, all zero. */
    public Optional<Value> refusal() {
        if (missing > 0) {
            return Optional.of(Value.undefined(Reason.MISSING_WEIGHT, Map.of("n", Long.toString(missing))));
        }
        if (negative > 0) {
            return Optional.of(Value.undefined(Reason.NEGATIVE_WEIGHT, Map.of("n", Long.toString(negative))));
        }
        if (rows() == 0) {
            return Optional.of(Value.undefined(Reason.NO_DATA));
        }
        return total() > 0 ? Optional.empty() : Optional.of(Value.undefined(Reason.ZERO_DENOMINATOR));
    }

    public int size() {
        return rows.length;
    }

    public int strata() {
        return strata;
    }

    public int cells() {
        return cells;
    }

    public int cellOf(int group) {
        return group % cells;
    }

    public long rows(int group) {
        return rows[group];
    }

    /** Σd. */
    public double weight(int group) {
        return weights[group];
    }

    /** Σd². */
    public double squaredWeight(int group) {
        return squares[group];
    }

    public double leastWeight(int group) {
        return least[group];
    }

    public double greatestWeight(int group) {
        return greatest[group];
    }

    public long rows() {
        long sum = 0;
        for (long count : rows) {
            sum += count;
        }
        return sum;
    }

    public long rowsOfStratum(int stratum) {
        long sum = 0;
        for (int g = stratum * cells; g < (stratum + 1) * cells; g++) {
            sum += rows[g];
        }
        return sum;
    }

    public double total() {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        return sum;
    }

    /** Whether all rows of each group have one weight, so that trimming may work on groups. */
    public boolean isConstantWithinGroups() {
        for (int g = 0; g < rows.length; g++) {
            if (least[g] != greatest[g]) {
                return false;
            }
        }
        return true;
    }
}
