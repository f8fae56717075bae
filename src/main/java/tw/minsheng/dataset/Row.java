package tw.minsheng.dataset;

import java.util.OptionalInt;

/**
 * One answer as codes, in the order of the {@link Layout}. A valid answer is the place of its value in the variable
 * (0, 1, …), or 0/1 of a flag, or the rank; a missing one is its SPSS number, −1 to −9.
 */
public final class Row {

    private final int[] codes;
    private final double[] numbers;
    private final Origin origin;

    /**
     * @param codes one for each column
     * @param numbers the value of each numeric column, by column; other entries mean nothing
     */
    Row(int[] codes, double[] numbers, Origin origin) {
        this.codes = codes;
        this.numbers = numbers;
        this.origin = origin;
    }

    public int code(Column column) {
        return codes[column.index()];
    }

    /** The number of a numeric column whose code is not missing. */
    public double number(Column column) {
        return numbers[column.index()];
    }

    public Origin origin() {
        return origin;
    }

    /** The same answer to this major version of the survey; empty when it is not known. */
    public Row of(OptionalInt major) {
        return new Row(codes, numbers, origin.of(major));
    }
}
