package tw.minsheng.document;

import java.util.List;

/**
 * A table. Its first column names the row.
 *
 * @param key stable key such as {@code T2.5}
 * @param number printed number such as {@code 表 2-5}; "" for none
 * @param note n, what is weighted, method, missing rule and source; "" for none
 */
public record Table(String key, String number, String caption, List<Column> columns, List<Row> rows, String note)
        implements Block {

    /** Where the text of a column stands. */
    public enum Align {
        LEFT,
        RIGHT,
        CENTRE
    }

    /** The head of one column. */
    public record Column(String header, Align align) {

        public static Column text(String header) {
            return new Column(header, Align.LEFT);
        }

        public static Column number(String header) {
            return new Column(header, Align.RIGHT);
        }
    }

    /** What a row is for. */
    public enum RowKind {
        BODY,
        /** names the rows below it: one cell over the whole width */
        GROUP,
        /** a sum or mean of the rows above */
        TOTAL
    }

    /** One row; a group row has one cell, every other row one cell for each column. */
    public record Row(RowKind kind, List<Cell> cells) {

        public Row {
            cells = List.copyOf(cells);
        }

        public static Row of(Cell... cells) {
            return new Row(RowKind.BODY, List.of(cells));
        }

        public static Row of(List<Cell> cells) {
            return new Row(RowKind.BODY, cells);
        }

        public static Row group(String name) {
            return new Row(RowKind.GROUP, List.of(Cell.text(name)));
        }

        public static Row total(List<Cell> cells) {
            return new Row(RowKind.TOTAL, cells);
        }
    }

    /** @throws IllegalArgumentException when a row does not have a cell for each column */
    public Table {
        Keys.check(key);
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        for (Row row : rows) {
            int expected = row.kind() == RowKind.GROUP ? 1 : columns.size();
            if (row.cells().size() != expected) {
                throw new IllegalArgumentException(
                        key + ": a row of " + row.cells().size() + " cells, expected " + expected);
            }
        }
    }

    /** Number and caption on one line. */
    public String full() {
        return number.isEmpty() ? caption : number + "　" + caption;
    }

    @Override
    public void accept(BlockVisitor visitor) {
        visitor.table(this);
    }
}
