package tw.minsheng.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * How a table that is too wide for the page shares its width: numbers stay on one line, texts share the rest by their
 * lengths. Without it, an engine gives one column everything, because Chinese can be broken anywhere.
 */
final class ColumnWidths {

    private static final double PADDING = 1.2;
    private static final double LEAST_TEXT = 5;
    private static final double LEAST_HEADER = 3.3;
    private static final double HEADER_BOLD = 1.05;
    private static final double LONG_TEXT = 32;

    private static final double LONGEST_WORD = 12;
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^A-Za-z0-9_.%<>≥≤-]+");

    private ColumnWidths() {}

    /**
     * Widths in percent of the table, in order; empty when every cell fits on one line anyway.
     *
     * @param room width of the page in units of the font size
     */
    static Optional<List<Double>> of(Table table, double room) {
        int columns = table.columns().size();
        List<Double> wanted = IntStream.range(0, columns)
                .mapToObj(column -> wanted(table, column))
                .toList();
        double onOneLine = IntStream.range(0, columns)
                .mapToDouble(column -> PADDING + Math.max(cells(table, column), header(table, column)))
                .sum();
        if (onOneLine <= room) {
            return Optional.empty();
        }
        List<Double> least = IntStream.range(0, columns)
                .mapToObj(column -> least(table, column, wanted.get(column)))
                .toList();
        return Optional.of(shares(wanted, least, room));
    }

    /** Each column gets its least width, and its part of the rest by what it still wants. */
    private static List<Double> shares(List<Double> wanted, List<Double> least, double room) {
        double rest = Math.max(0, room - sum(least));
        double open = sum(wanted) - sum(least);
        double all = Math.max(room, sum(least));
        List<Double> shares = new ArrayList<>();
        for (int column = 0; column < wanted.size(); column++) {
            double more = open <= 0 ? 0 : rest * (wanted.get(column) - least.get(column)) / open;
            shares.add(100 * (least.get(column) + more) / all);
        }
        return List.copyOf(shares);
    }

    private static double sum(List<Double> widths) {
        return widths.stream().mapToDouble(Double::doubleValue).sum();
    }

    private static double wanted(Table table, int column) {
        double cells = cells(table, column);
        double header = Math.min(header(table, column), isNumber(table, column) ? LEAST_HEADER : LEAST_TEXT);
        return PADDING + Math.min(Math.max(cells, header), LONG_TEXT);
    }

    private static double least(Table table, int column, double wanted) {
        return isNumber(table, column) ? wanted : Math.min(wanted, PADDING + Math.max(LEAST_TEXT, word(table, column)));
    }

    private static boolean isNumber(Table table, int column) {
        return table.columns().get(column).align() == Table.Align.RIGHT;
    }

    private static double header(Table table, int column) {
        return HEADER_BOLD * width(table.columns().get(column).header());
    }

    private static double cells(Table table, int column) {
        return table.rows().stream()
                .filter(row -> row.kind() != Table.RowKind.GROUP)
                .mapToDouble(row -> width(row.cells().get(column).text()))
                .max()
                .orElse(0);
    }

    /** The longest piece that should not be broken, such as a code, up to a limit. */
    private static double word(Table table, int column) {
        return table.rows().stream()
                .filter(row -> row.kind() != Table.RowKind.GROUP)
                .flatMap(row ->
                        BETWEEN_WORDS.splitAsStream(row.cells().get(column).text()))
                .mapToDouble(ColumnWidths::width)
                .filter(width -> width <= LONGEST_WORD)
                .max()
                .orElse(0);
    }

    /** Chinese signs count as one, others as a good half. */
    static double width(String text) {
        return text.codePoints().mapToDouble(code -> code < 0x2E80 ? 0.58 : 1).sum();
    }
}
