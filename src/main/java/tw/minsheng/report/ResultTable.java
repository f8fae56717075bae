package tw.minsheng.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;
import tw.minsheng.format.CsvWriter;
import tw.minsheng.format.JsonWriter;
import tw.minsheng.statistics.Reason;

/**
 * A table of results as data: codes and unrounded numbers, the same for JSON, CSV and the printed table.
 *
 * @param key stable key of report and figure, for example {@code T3.3.env_clean}
 * @param columns stable names, snake_case
 */
public record ResultTable(String key, List<String> columns, List<List<Entry>> rows) {

    /** What stands in one field. */
    public sealed interface Entry {

        static Entry text(String text) {
            return new Words(text);
        }

        static Entry count(long n) {
            return new Count(n);
        }

        /** @throws IllegalArgumentException when it is NaN or infinite */
        static Entry number(double number) {
            return new Amount(number);
        }

        static Entry none() {
            return new Nothing();
        }

        /** A figure that is not given, and why; the figure itself is nowhere. */
        static Entry withheld(Reason reason) {
            return new Withheld(reason);
        }

        /** Writes the entry as a JSON value. */
        void to(JsonWriter json);

        /** Adds the entry as a cell to a row of CSV. */
        void to(CsvWriter csv);

        /** As written in CSV; full precision. */
        String plain();

        OptionalDouble asNumber();

        /** Why there is no figure where there could be one. */
        default Optional<Reason> reason() {
            return Optional.empty();
        }
    }

    record Words(String text) implements Entry {
        @Override
        public void to(JsonWriter json) {
            json.text(text);
        }

        @Override
        public void to(CsvWriter csv) {
            csv.text(text);
        }

        @Override
        public String plain() {
            return text;
        }

        @Override
        public OptionalDouble asNumber() {
            return OptionalDouble.empty();
        }
    }

    record Count(long n) implements Entry {
        @Override
        public void to(JsonWriter json) {
            json.number(n);
        }

        @Override
        public void to(CsvWriter csv) {
            csv.number(n);
        }

        @Override
        public String plain() {
            return Long.toString(n);
        }

        @Override
        public OptionalDouble asNumber() {
            return OptionalDouble.of((double) n);
        }
    }

    record Amount(double number) implements Entry {
        public Amount {
            if (!Double.isFinite(number)) {
                throw new IllegalArgumentException("not a number for a table: " + number);
            }
            number = number + 0.0; // −0.0 becomes 0.0
        }

        @Override
        public void to(JsonWriter json) {
            json.number(number);
        }

        @Override
        public void to(CsvWriter csv) {
            csv.number(number);
        }

        @Override
        public String plain() {
            return Double.toString(number);
        }

        @Override
        public OptionalDouble asNumber() {
            return OptionalDouble.of(number);
        }
    }

    /** A field without a value. */
    record Nothing() implements Entry {
        @Override
        public void to(JsonWriter json) {
            json.nothing();
        }

        @Override
        public void to(CsvWriter csv) {
            csv.empty();
        }

        @Override
        public String plain() {
            return "";
        }

        @Override
        public OptionalDouble asNumber() {
            return OptionalDouble.empty();
        }
    }

    /** A figure that must not be seen. */
    record Withheld(Reason cause) implements Entry {
        @Override
        public void to(JsonWriter json) {
            json.nothing();
        }

        @Override
        public void to(CsvWriter csv) {
            csv.text(cause.key());
        }

        @Override
        public String plain() {
            return cause.key();
        }

        @Override
        public OptionalDouble asNumber() {
            return OptionalDouble.empty();
        }

        @Override
        public Optional<Reason> reason() {
            return Optional.of(cause);
        }
    }

    /** @throws IllegalArgumentException when a row does not have an entry for each column */
    public ResultTable {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        for (List<Entry> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException(key + ": a row of " + row.size() + " of " + columns.size());
            }
        }
    }

    /** The entry of a row in the column of this name. */
    public Entry entry(int row, String column) {
        int place = columns.indexOf(column);
        if (place < 0) {
            throw new IllegalArgumentException("no column " + column + " in " + key);
        }
        return rows.get(row).get(place);
    }

    public String text(int row, String column) {
        return entry(row, column).plain();
    }

    /**
     * The number in this field; 0 where there is none.
     *
     * @throws IllegalStateException when it is withheld: ask {@link Entry#reason} first
     */
    public double number(int row, String column) {
        Entry entry = entry(row, column);
        if (entry.reason().isPresent()) {
            throw new IllegalStateException(key + ", row " + row + ", " + column + " is withheld");
        }
        return entry.asNumber().orElse(0);
    }

    /** Whether any figure of this column is withheld. */
    public boolean isWithheld(String column) {
        return IntStream.range(0, rows.size())
                .anyMatch(row -> entry(row, column).reason().isPresent());
    }

    /** Whether any figure is withheld. */
    public boolean isWithheld() {
        return columns.stream().anyMatch(this::isWithheld);
    }

    /** The same table without the figures of these columns in these rows; where there was none there is none. */
    public ResultTable without(Set<Integer> hiddenRows, List<String> hiddenColumns, Reason reason) {
        List<List<Entry>> left = IntStream.range(0, rows.size())
                .mapToObj(
                        row -> hiddenRows.contains(row) ? without(rows.get(row), hiddenColumns, reason) : rows.get(row))
                .toList();
        return new ResultTable(key, columns, left);
    }

    private List<Entry> without(List<Entry> row, List<String> hiddenColumns, Reason reason) {
        List<Entry> left = new ArrayList<>(row);
        for (String column : hiddenColumns) {
            int place = columns.indexOf(column);
            if (row.get(place).asNumber().isPresent()) {
                left.set(place, Entry.withheld(reason));
            }
        }
        return left;
    }

    public long count(int row, String column) {
        return Math.round(number(row, column));
    }
}
