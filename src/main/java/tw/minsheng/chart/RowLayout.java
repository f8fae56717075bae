package tw.minsheng.chart;

import java.awt.Font;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Where names, side texts and marks of the rows stand. On a wide sheet the names have a column at the left, and n one behind
 * it; on a narrow sheet they stand above their marks.
 *
 * @param head height above the first row, for labels of reference lines
 * @param nameWidth width of the columns of names and n, 0 on a narrow sheet
 * @param countWidth width of the column of n in it
 * @param leftWidth width of the column before the marks
 * @param rightWidth width of the column behind the marks
 * @param tops distance of each row from the top of the first one, and at last the height of all
 * @param mark height of the marks
 */
record RowLayout(
        Theme theme,
        List<RowText> rows,
        boolean narrow,
        double head,
        double nameWidth,
        double countWidth,
        double leftWidth,
        double rightWidth,
        List<Double> tops,
        double mark) {

    static final double LINE = 16;
    static final double GAP = 10;
    private static final double AROUND_NAMES = 8;
    private static final double TICK_ROOM = 14; // half of a tick label under the left end of a narrow sheet
    private static final double UNDER_NAME = 3;
    private static final double NAMES = 0.36; // of the width, at most
    private static final int NAME_LINES = 3;

    /**
     * Measures the texts.
     *
     * @param width of the whole plot
     * @param mark height of the marks
     * @param air height that rows need besides their marks or names
     */
    static RowLayout of(
            Theme theme, List<RowText> rows, Form form, double width, double head, double mark, double air) {
        boolean narrow = form == Form.NARROW;
        double left = Math.max(column(theme, rows, RowText::left), narrow ? TICK_ROOM : 0);
        double right = column(theme, rows, RowText::right);
        double widest = rows.stream()
                .mapToDouble(row -> Lines.width(row.label(), nameFont(theme, row)))
                .max()
                .orElse(0);
        double count = rows.stream()
                .mapToDouble(row -> Lines.width(row.n(), theme.note()))
                .max()
                .orElse(0);
        double counts = narrow || count == 0 ? 0 : Math.ceil(count) + GAP;
        double names = narrow ? 0 : Math.min(Math.ceil(widest) + 1, width * NAMES) + GAP;
        double measure = narrow ? width : names - GAP;
        List<Double> tops = new ArrayList<>(List.of(0.0));
        for (RowText row : rows) {
            double height = narrow
                    ? nameHeight(theme, row, measure) + (row.heading() ? 0 : UNDER_NAME + mark) + air
                    : Math.max(mark + air, lines(theme, row, measure) * LINE + AROUND_NAMES);
            tops.add(tops.get(tops.size() - 1) + height);
        }
        return new RowLayout(theme, rows, narrow, head, names + counts, counts, left, right, List.copyOf(tops), mark);
    }

    private static double column(Theme theme, List<RowText> rows, Function<RowText, RowText.Beside> part) {
        double widest = rows.stream()
                .map(part)
                .mapToDouble(beside -> Lines.width(beside.text(), besideFont(theme, beside)))
                .max()
                .orElse(0);
        return widest == 0 ? 0 : Math.ceil(widest) + GAP;
    }

    static Font besideFont(Theme theme, RowText.Beside beside) {
        return beside.bold() ? theme.sum() : theme.axis();
    }

    static Font nameFont(Theme theme, RowText row) {
        return row.heading() ? theme.group() : theme.axis();
    }

    private static int lines(Theme theme, RowText row, double width) {
        return Lines.wrap(row.label(), nameFont(theme, row), width, NAME_LINES).size();
    }

    /** On a narrow sheet. */
    private static double nameHeight(Theme theme, RowText row, double width) {
        int lines = lines(theme, row, width);
        boolean ownLine = !row.n().isEmpty() && !nOnLastLine(theme, row, width);
        return LINE * (lines + (ownLine ? 1 : 0));
    }

    private static boolean nOnLastLine(Theme theme, RowText row, double width) {
        List<String> lines = Lines.wrap(row.label(), nameFont(theme, row), width, NAME_LINES);
        String last = lines.isEmpty() ? "" : lines.get(lines.size() - 1);
        return Lines.width(last, nameFont(theme, row)) + GAP + Lines.width(row.n(), theme.note()) <= width;
    }

    /** The lines of the name of a row. */
    List<String> name(int row, double width) {
        return Lines.wrap(rows.get(row).label(), nameFont(theme, rows.get(row)), width, NAME_LINES);
    }

    /** True when n stands behind the name on a narrow sheet, because there is room. */
    boolean nBehind(int row, double width) {
        return narrow && nOnLastLine(theme, rows.get(row), width);
    }

    double height() {
        return head + tops.get(rows.size());
    }

    private double rowHeight(int row) {
        return tops.get(row + 1) - tops.get(row);
    }

    /** Where the marks of a row stand, as wide as the data area. */
    Rectangle2D zone(int row, Rectangle2D area) {
        double top = area.getY() + head + tops.get(row);
        double free = rowHeight(row) - mark;
        double nameHeight = nameHeight(theme, rows.get(row), area.getWidth() + leftWidth + rightWidth);
        double y = narrow ? top + nameHeight + UNDER_NAME : top + free / 2;
        return new Rectangle2D.Double(area.getX(), y, area.getWidth(), mark);
    }

    /** The height of a whole row around its marks. */
    Rectangle2D band(int row, Rectangle2D area) {
        return new Rectangle2D.Double(area.getX(), area.getY() + head + tops.get(row), area.getWidth(), rowHeight(row));
    }
}
