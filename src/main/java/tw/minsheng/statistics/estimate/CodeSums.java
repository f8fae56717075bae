package tw.minsheng.statistics.estimate;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import tw.minsheng.statistics.weighting.Calibration;
import tw.minsheng.statistics.weighting.Groups;

/**
 * A closed question counted: for each group and each answer code the number of rows, Σd and Σd². Every share, mean,
 * median and index of the question comes out of it. Not safe for several threads; parts can be merged.
 */
public final class CodeSums {

    private final int codes;
    private final long[] rows;
    private final long[] weighted;
    private final double[] weights;
    private final double[] squares;

    /** @param codes number of valid answers; they are numbered from 0 */
    public CodeSums(Groups groups, int codes) {
        this(groups.size(), codes);
    }

    private CodeSums(int groups, int codes) {
        if (codes < 1) {
            throw new IllegalArgumentException("a closed question has an answer");
        }
        this.codes = codes;
        int size = StrictMath.multiplyExact(groups, codes);
        rows = new long[size];
        weighted = new long[size];
        weights = new double[size];
        squares = new double[size];
    }

    /** Adds an answer of a row that {@link Groups#add} got too. Rows without a valid answer are not added. */
    public void add(int group, double weight, int code) {
        add(group, weight, code, 1);
    }

    /**
     * Adds the same answer of rows of the same weight.
     *
     * @param n of them
     */
    public void add(int group, double weight, int code, long n) {
        if (code < 0 || code >= codes) {
            throw new IllegalArgumentException("no code " + code);
        }
        int cell = group * codes + code;
        rows[cell] += n;
        weighted[cell] += weight == 0 ? 0 : n;
        weights[cell] += n * weight;
        squares[cell] += n * weight * weight;
    }

    public void merge(CodeSums other) {
        if (codes != other.codes || rows.length != other.rows.length) {
            throw new IllegalArgumentException("counts of another question cannot be merged");
        }
        add(other, 0);
    }

    /** The groups of all parts, those of the first part first; of one part, the part itself. */
    public static CodeSums stacked(List<CodeSums> parts) {
        if (parts.size() == 1) {
            return parts.get(0);
        }
        int codes = parts.stream().mapToInt(part -> part.codes).max().orElse(0);
        CodeSums all = new CodeSums(parts.stream().mapToInt(CodeSums::groups).sum(), codes);
        int offset = 0;
        for (CodeSums part : parts) {
            if (part.codes != codes) {
                throw new IllegalArgumentException("counts of another question cannot be stacked");
            }
            all.add(part, offset);
            offset += part.rows.length;
        }
        return all;
    }

    private void add(CodeSums other, int offset) {
        for (int from = 0; from < other.rows.length; from++) {
            int to = offset + from;
            rows[to] += other.rows[from];
            weighted[to] += other.weighted[from];
            weights[to] += other.weights[from];
            squares[to] += other.squares[from];
        }
    }

    /** Rows with this answer, unweighted. */
    public long count(int code) {
        long sum = 0;
        for (int g = 0; g < groups(); g++) {
            sum += rows[g * codes + code];
        }
        return sum;
    }

    /** Sum of the final weights of the rows with this answer. */
    public double weight(int code, Calibration calibration) {
        double sum = 0;
        for (int g = 0; g < groups(); g++) {
            sum += weights[g * codes + code] * calibration.factor(g);
        }
        return sum;
    }

    int groups() {
        return rows.length / codes;
    }

    /** Valid answers, numbered from 0. */
    int codes() {
        return codes;
    }

    /** Valid answers of a group. */
    long rows(int group) {
        return Arrays.stream(rows, group * codes, (group + 1) * codes).sum();
    }

    long rows(int group, int code) {
        return rows[group * codes + code];
    }

    /** Σd. */
    double weight(int group, int code) {
        return weights[group * codes + code];
    }

    /** Σd². */
    double squaredWeight(int group, int code) {
        return squares[group * codes + code];
    }

    /**
     * The question as a number: scores, 0–100 values, or 1 for the answers of a box and 0 for the others.
     *
     * @param valueOfCode {@link tw.minsheng.statistics.Missing#ANSWER} leaves an answer out
     */
    public VariableSums as(IntToDoubleFunction valueOfCode) {
        VariableSums sums = new VariableSums(groups());
        for (int cell = 0; cell < rows.length; cell++) {
            sums.addSums(
                    cell / codes,
                    valueOfCode.applyAsDouble(cell % codes),
                    rows[cell],
                    weighted[cell],
                    weights[cell],
                    squares[cell]);
        }
        return sums;
    }
}
