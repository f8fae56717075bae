package tw.minsheng.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tech.tablesaw.aggregate.AggregateFunctions;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * Result tables, built from typed values and summarised with Tablesaw. The only class that knows that library: it guesses
 * types when it reads files, so it never reads one.
 */
public final class Tables {

    private final Table table;

    private Tables(Table table) {
        this.table = table;
    }

    /** An empty table with this stable key. */
    public static Tables named(String key) {
        return new Tables(Table.create(key));
    }

    /** Adds a column of words. */
    public Tables words(String name, List<String> values) {
        table.addColumns(StringColumn.create(name, values));
        return this;
    }

    /** Adds a column of counts. */
    public Tables counts(String name, List<Long> values) {
        LongColumn column = LongColumn.create(name);
        values.forEach(column::append);
        table.addColumns(column);
        return this;
    }

    /** Adds a column of numbers; empty where there is none. */
    public Tables numbers(String name, List<Optional<Double>> values) {
        DoubleColumn column = DoubleColumn.create(name);
        values.forEach(value -> value.ifPresentOrElse(column::append, column::appendMissing));
        table.addColumns(column);
        return this;
    }

    /** The rows by falling values of this column; rows without a value come last. */
    public Tables falling(String column) {
        return new Tables(table.sortDescendingOn(column));
    }

    /** The sums of a column of counts for each value of another column, in the order of its first appearance. */
    public Tables sumBy(String count, String group) {
        Table sums = table.summarize(count, AggregateFunctions.sum).by(group);
        LongColumn column = LongColumn.create(count);
        List<String> order = new ArrayList<>();
        table.stringColumn(group).forEach(name -> {
            if (!order.contains(name)) {
                order.add(name);
            }
        });
        for (String name : order) {
            double sum = sums.where(sums.stringColumn(group).isEqualTo(name))
                    .doubleColumn(1)
                    .getDouble(0);
            column.append(Math.round(sum));
        }
        return new Tables(Table.create(table.name(), StringColumn.create(group, order), column));
    }

    /** The sum of a column of counts. */
    public long sum(String count) {
        return Math.round(table.longColumn(count).sum());
    }

    /** The table as data. */
    public ResultTable result() {
        List<List<ResultTable.Entry>> rows = new ArrayList<>();
        for (int row = 0; row < table.rowCount(); row++) {
            List<ResultTable.Entry> entries = new ArrayList<>();
            for (Column<?> column : table.columns()) {
                entries.add(entry(column, row));
            }
            rows.add(entries);
        }
        return new ResultTable(table.name(), table.columnNames(), rows);
    }

    private static ResultTable.Entry entry(Column<?> column, int row) {
        if (column instanceof StringColumn words) {
            return ResultTable.Entry.text(words.getString(row));
        }
        if (column.isMissing(row)) {
            return ResultTable.Entry.none();
        }
        return column instanceof LongColumn counts
                ? ResultTable.Entry.count(counts.getLong(row))
                : ResultTable.Entry.number(((DoubleColumn) column).getDouble(row));
    }
}
