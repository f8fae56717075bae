package tw.minsheng.statistics.reference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A data frame of the interpreter: named columns of one length. */
record Frame(Map<String, Vector> columns) {

    Frame {
        int rows = columns.values().stream().mapToInt(Vector::size).max().orElse(0);
        Map<String, Vector> full = new LinkedHashMap<>();
        columns.forEach((name, column) -> full.put(name, recycled(column, rows)));
        columns = full;
    }

    private static Vector recycled(Vector column, int rows) {
        return column.size() == rows || column.size() == 0
                ? column
                : column.pick(IntStream.range(0, rows)
                        .mapToObj(i -> i % column.size())
                        .toList());
    }

    static Frame read(CsvTable table) {
        Map<String, Vector> columns = new LinkedHashMap<>();
        table.columns().forEach((name, cells) -> columns.put(name, column(cells)));
        return new Frame(columns);
    }

    private static Vector column(List<String> cells) {
        List<Double> numbers = new ArrayList<>();
        for (String cell : cells) {
            try {
                numbers.add(CsvTable.isMissing(cell) ? Double.NaN : Double.parseDouble(cell));
            } catch (NumberFormatException e) {
                return Vector.strings(
                        cells.stream().map(c -> CsvTable.isMissing(c) ? "" : c).toList());
            }
        }
        return new Vector(Vector.Kind.NUMBER, numbers, List.of(), List.of());
    }

    int rows() {
        return columns.values().stream().mapToInt(Vector::size).max().orElse(0);
    }

    Vector column(String name) {
        Vector column = columns.get(name);
        if (column == null) {
            throw new NotCovered("no column " + name);
        }
        return column;
    }

    Frame with(String name, Vector column) {
        Map<String, Vector> copy = new LinkedHashMap<>(columns);
        copy.put(name, column);
        return new Frame(copy);
    }

    Frame renamed(int index, String name) {
        Map<String, Vector> copy = new LinkedHashMap<>();
        int i = 0;
        for (Map.Entry<String, Vector> column : columns.entrySet()) {
            copy.put(i++ == index ? name : column.getKey(), column.getValue());
        }
        return new Frame(copy);
    }

    Frame pick(List<Integer> rows) {
        Map<String, Vector> copy = new LinkedHashMap<>();
        columns.forEach((name, column) -> copy.put(name, column.pick(rows)));
        return new Frame(copy);
    }
}
