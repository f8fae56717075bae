package tw.minsheng.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How a table that is too wide for the page shares its width: numbers stay on one line, texts share the rest by their
 * lengths. Without it, an engine gives one column everything, because Chinese can be broken anywhere.
 */
final class ColumnWidths {

    private static final double PADDING = 1.2;
    private static final double PADDING_OF_MANY = 0.85;
    private static final int MOST_COLUMNS = 8;
    private static final double LEAST_TEXT = 5;
    private static final double LEAST_HEADER = 3.3;
    private static final double HEADER_BOLD = 1.1;

    private static final double LONG_TEXT = 32;

    /** A table that would fill nearly all of the width fills all of it. */
    private static final double NEARLY_ALL = 82;

    private static final double LEAST_SHARE = 40;
    private static final double AIRY = 1.3;
    private static final double ROUNDING = 0.05;
    private static final double LONGEST_WORD = 15;
    private static final String WIDE_SIGNS = "±×÷‘’“”…·•≥≤≠≈√→";
    private static final String WIDE_LETTERS = "mwMW%@—";
    private static final String NARROW_LETTERS = "ijltfrI.,:;'|!()[]/- ";
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^A-Za-z0-9_.%<>≥≤()-]+");

    private ColumnWidths() {}

    /**
     * Widths in percent of the table, in order; empty when every cell fits on one line anyway.
     *
     * @param room width of the page in units of the font size
     */
    static Optional<List<Double>> of(Table table, double room) {
        int columns = table.columns().size();
        if (onOneLine(table) <= room) {
            return Optional.empty();
        }
        List<Double> wanted = IntStream.range(0, columns)
                .mapToObj(column -> wanted(table, column))
                .toList();
        List<Double> least = IntStream.range(0, columns)
                .mapToObj(column -> least(table, column, wanted.get(column)))
                .toList();
        return Optional.of(shares(wanted, least, room));
    }

    /**
     * How much of the page a table takes, in percent: a small one is not stretched over the whole width, where its numbers
     * would stand far from the names of their rows.
     */
    static double share(Table table, double room) {
        double groups = table.rows().stream()
                .filter(row -> row.kind() == Table.RowKind.GROUP)
                .mapToDouble(row ->
                        padding(table) + HEADER_BOLD * width(row.cells().get(0).text()))
                .max()
                .orElse(0);
        double wanted = 100 * (AIRY * Math.max(onOneLine(table), groups)) / room;
        return wanted > NEARLY_ALL ? 100 : Math.max(LEAST_SHARE, wanted);
    }

    private static double onOneLine(Table table) {
        return IntStream.range(0, table.columns().size())
                .mapToDouble(column -> padding(table) + Math.max(cells(table, column), header(table, column)))
                .sum();
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

    /** Of a cell, on both sides together. */
    private static double padding(Table table) {
        return isMany(table) ? PADDING_OF_MANY : PADDING;
    }

    /** Whether a table has so many columns that it is set smaller. */
    static boolean isMany(Table table) {
        return table.columns().size() > MOST_COLUMNS;
    }

    private static double sum(List<Double> widths) {
        return widths.stream().mapToDouble(Double::doubleValue).sum();
    }

    private static double wanted(Table table, int column) {
        double cells = cells(table, column);
        double cut = Math.min(header(table, column), isNumber(table, column) ? LEAST_HEADER : LEAST_TEXT);
        double header = Math.max(cut, headerWord(table, column));
        return padding(table) + Math.min(Math.max(cells, header), LONG_TEXT);
    }

    private static double least(Table table, int column, double wanted) {
        return isNumber(table, column)
                ? wanted
                : Math.min(
                        wanted,
                        padding(table)
                                + Math.max(LEAST_TEXT, Math.max(word(table, column), headerWord(table, column))));
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
        return longest(table.rows().stream()
                .filter(row -> row.kind() != Table.RowKind.GROUP)
                .map(row -> row.cells().get(column).text()));
    }

    private static double headerWord(Table table, int column) {
        return HEADER_BOLD
                * longest(Stream.of(table.columns().get(column).header().replace('-', ' ')));
    }

    private static double longest(Stream<String> texts) {
        return texts.flatMap(BETWEEN_WORDS::splitAsStream)
                .mapToDouble(ColumnWidths::width)
                .filter(width -> width <= LONGEST_WORD)
                .max()
                .orElse(0);
    }

    /** In units of the font size, as the typeface has it; some signs that Chinese and English share are wide in it. */
    static double width(String text) {
        return text.codePoints().mapToDouble(ColumnWidths::width).sum();
    }

    private static double width(int code) {
        if (code >= 0x2E80 || WIDE_SIGNS.indexOf(code) >= 0) {
            return 1;
        }
        if (NARROW_LETTERS.indexOf(code) >= 0) {
            return 0.36;
        }
        if (WIDE_LETTERS.indexOf(code) >= 0) {
            return 0.92;
        }
        return Character.isUpperCase(code) ? 0.66 : 0.57;
    }

    /**
     * The head of a column in lines of equal length, where Chinese words would else leave a single sign on the last line;
     * one line when it fits or has other words in it.
     *
     * @param share width of the column in percent
     */
    static List<String> headLines(Table table, int column, double share, double room) {
        String header = table.columns().get(column).header();
        double line = (share * room / 100 - padding(table)) / HEADER_BOLD + ROUNDING;
        boolean chinese = header.codePoints().allMatch(code -> code >= 0x2E80);
        int signs = (int) header.codePoints().count();
        if (!chinese || signs <= line || line < 2) {
            return List.of(header);
        }
        int lines = (int) Math.ceil(signs / Math.floor(line));
        int each = (int) Math.ceil((double) signs / lines);
        List<String> cut = new ArrayList<>();
        for (int from = 0; from < signs; from += each) {
            int begin = header.offsetByCodePoints(0, from);
            int end = header.offsetByCodePoints(0, Math.min(signs, from + each));
            cut.add(header.substring(begin, end));
        }
        return List.copyOf(cut);
    }
}
