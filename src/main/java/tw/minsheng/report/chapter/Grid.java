package tw.minsheng.report.chapter;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import tw.minsheng.document.Cell;
import tw.minsheng.document.Table;
import tw.minsheng.report.ResultTable;
import tw.minsheng.report.wording.Printed;

/** A printed table in the making: heads first, then rows. */
public final class Grid {

    private final String key;
    private final String caption;
    private final List<Table.Column> columns = new ArrayList<>();
    private final List<Table.Row> rows = new ArrayList<>();

    public Grid(String key, String caption) {
        this.key = key;
        this.caption = caption;
    }

    @CanIgnoreReturnValue
    public Grid words(String header) {
        columns.add(Table.Column.text(header));
        return this;
    }

    @CanIgnoreReturnValue
    public Grid numbers(String header) {
        columns.add(Table.Column.number(header));
        return this;
    }

    public void row(Cell... cells) {
        rows.add(Table.Row.of(cells));
    }

    public void row(List<Cell> cells) {
        rows.add(Table.Row.of(cells));
    }

    public void group(String name) {
        rows.add(Table.Row.group(name));
    }

    public void total(List<Cell> cells) {
        rows.add(Table.Row.total(cells));
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    public Table done(String note) {
        return new Table(key, "", caption, columns, rows, note);
    }

    public static Cell text(String text) {
        return Cell.text(text);
    }

    public static Cell count(long n) {
        return Cell.number((double) n, Printed.count(n));
    }

    /** An entry of a result table as it is printed; the word for no value where there is none. */
    public static Cell of(ResultTable.Entry entry, DoubleFunction<String> print, String none) {
        return entry.asNumber().isPresent()
                ? Cell.number(
                        entry.asNumber().getAsDouble(),
                        print.apply(entry.asNumber().getAsDouble()))
                : Cell.text(none);
    }
}
