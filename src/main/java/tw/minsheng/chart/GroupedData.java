package tw.minsheng.chart;

import java.util.List;

/**
 * Bars of a few groups beside each other, row by row, all from zero.
 *
 * @param to right end of the value axis
 * @param unit printed after each number on the axis; "" for none
 * @param groups names of the bars of each row, from the first down; one to three
 * @param rows from top to bottom
 */
public record GroupedData(
        Words words, String axis, double to, double step, String unit, List<String> groups, List<Row> rows) {

    /** More are not told apart in grey. */
    public static final int MOST_GROUPS = 3;

    /**
     * One row.
     *
     * @param n as printed; "" for none
     * @param marks one for each group
     */
    public record Row(String label, String n, List<Mark> marks) {

        public Row {
            marks = List.copyOf(marks);
        }
    }

    /** @throws IllegalArgumentException when there are no groups or too many, or a row has not a mark for each */
    public GroupedData {
        groups = List.copyOf(groups);
        rows = List.copyOf(rows);
        if (groups.isEmpty() || groups.size() > MOST_GROUPS) {
            throw new IllegalArgumentException(groups.size() + " groups");
        }
        for (Row row : rows) {
            if (row.marks().size() != groups.size()) {
                throw new IllegalArgumentException(
                        row.label() + ": " + row.marks().size() + " marks");
            }
        }
    }
}
