package tw.minsheng.statistics.battery;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tw.minsheng.statistics.Interval;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.factor.FactorMatrix;
import tw.minsheng.statistics.moments.SymmetricMatrix;

/** What a statistic looks like: a number, several, a table. Numbers that do not exist carry their reasons. */
public sealed interface Shape {

    /** Every number in it, in order. */
    Stream<Value> values();

    /** Why there is nothing: the first reason when it holds numbers and none of them exists. */
    default Optional<Value> refusal() {
        List<Value> all = values().toList();
        return all.stream().anyMatch(Value::isKnown)
                ? Optional.empty()
                : all.stream().findFirst();
    }

    /** One number. */
    @SuppressWarnings("JavaLangClash") // never imported: always Shape.Number
    record Number(Value value) implements Shape {
        @Override
        public Stream<Value> values() {
            return Stream.of(value);
        }
    }

    /** Numbers in an order that says what they are. */
    record Series(List<Value> numbers) implements Shape {
        public Series {
            numbers = List.copyOf(numbers);
        }

        @Override
        public Stream<Value> values() {
            return numbers.stream();
        }
    }

    /** Parts by name, in their order. */
    record Named(Map<String, Shape> parts) implements Shape {
        public Named {
            parts = Collections.unmodifiableMap(new LinkedHashMap<>(parts));
        }

        @Override
        public Stream<Value> values() {
            return parts.values().stream().flatMap(Shape::values);
        }
    }

    /** Rows and columns by name; as many cells in each row as there are columns. */
    record Table(List<String> rows, List<String> columns, List<List<Value>> cells) implements Shape {
        public Table {
            rows = List.copyOf(rows);
            columns = List.copyOf(columns);
            cells = cells.stream().map(List::copyOf).toList();
        }

        @Override
        public Stream<Value> values() {
            return cells.stream().flatMap(List::stream);
        }
    }

    /** Yes or no. */
    record Truth(boolean truth) implements Shape {
        @Override
        public Stream<Value> values() {
            return Stream.empty();
        }
    }

    /** A word of the closed lists, such as {@code keep}. */
    record Text(String text) implements Shape {
        @Override
        public Stream<Value> values() {
            return Stream.empty();
        }
    }

    static Shape of(Value value) {
        return new Number(value);
    }

    static Shape of(double number) {
        return new Number(Value.of(number));
    }

    static Shape series(double... numbers) {
        return new Series(Arrays.stream(numbers).mapToObj(Value::of).toList());
    }

    static Shape series(List<Double> numbers) {
        return new Series(numbers.stream().map(Value::of).toList());
    }

    /** {lower, upper}. */
    static Shape limits(Interval interval) {
        return limits(interval, "lower", "upper");
    }

    static Shape limits(Interval interval, String lower, String upper) {
        Map<String, Shape> parts = new LinkedHashMap<>();
        parts.put(lower, of(interval.lower()));
        parts.put(upper, of(interval.upper()));
        return new Named(parts);
    }

    /** One number for each name. */
    static Shape byName(List<String> names, IntFunction<Value> value) {
        Map<String, Shape> parts = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            parts.put(names.get(i), of(value.apply(i)));
        }
        return new Named(parts);
    }

    /** One cell of a table by its row and column. */
    @FunctionalInterface
    interface Cell {
        Value at(int row, int column);
    }

    static Shape table(List<String> rows, List<String> columns, Cell cell) {
        List<List<Value>> cells = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            int row = i;
            cells.add(IntStream.range(0, columns.size())
                    .mapToObj(j -> cell.at(row, j))
                    .toList());
        }
        return new Table(rows, columns, cells);
    }

    static Shape table(List<String> names, SymmetricMatrix matrix) {
        return table(names, names, (i, j) -> Value.of(matrix.at(i, j)));
    }

    /** Columns are the numbers of the factors from 1. */
    static Shape table(List<String> rows, FactorMatrix matrix) {
        return table(rows, numbers(matrix.columns()), (i, j) -> Value.of(matrix.at(i, j)));
    }

    /** "1", "2", … */
    static List<String> numbers(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(Integer::toString).toList();
    }
}
