package tw.minsheng.chart;

import java.util.List;

/**
 * A table whose cells are coloured by what they hold.
 *
 * @param columns names of the columns, from left to right
 * @param rows from top to bottom
 */
public record HeatData(Words words, List<String> columns, List<Row> rows) {

    /** The colour of a cell. */
    public enum Shade {
        /** no colour: nothing to tell */
        NONE,
        /** far below what is expected */
        FAR_BELOW,
        BELOW,
        ABOVE,
        /** far above what is expected */
        FAR_ABOVE
    }

    /** @param text printed where there is room for it */
    public record Cell(String text, Shade shade) {}

    /** One row; as many cells as there are columns. */
    public record Row(String label, List<Cell> cells) {

        public Row {
            cells = List.copyOf(cells);
        }
    }

    /** @throws IllegalArgumentException when a row has not a cell for each column */
    public HeatData {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        for (Row row : rows) {
            if (row.cells().size() != columns.size()) {
                throw new IllegalArgumentException(
                        row.label() + ": " + row.cells().size() + " cells");
            }
        }
    }
}
