package tw.minsheng.report;

import java.util.List;
import java.util.OptionalDouble;
import tw.minsheng.format.CsvWriter;
import tw.minsheng.format.JsonWriter;

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

        /** Writes the entry as a JSON value. */
        void to(JsonWriter json);

        /** Adds the entry as a cell to a row of CSV. */
        void to(CsvWriter csv);

        /** As written in CSV; full precision. */
        String plain();

        OptionalDouble asNumber();
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

    /** The number in this field; 0 where there is none. */
    public double number(int row, String column) {
        return entry(row, column).asNumber().orElse(0);
    }

    public long count(int row, String column) {
        return Math.round(number(row, column));
    }
}
