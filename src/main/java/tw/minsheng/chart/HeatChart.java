package tw.minsheng.chart;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.jfree.chart.plot.CategoryPlot;

/** Rows of coloured cells under the names of their columns. */
final class HeatChart {

    private static final double WIDTH = 760;
    private static final double CELL = 24;
    private static final double AIR = 4;
    private static final double LINE = 13;
    private static final int LINES = 3;
    private static final double HEAD = LINE * LINES + 6;
    private static final double SEAM = 1;
    private static final double AROUND = 4;

    private final Theme theme;
    private final HeatData data;

    HeatChart(Theme theme, HeatData data) {
        this.theme = theme;
        this.data = data;
    }

    Sheet sheet(Form form) {
        List<RowText> texts = data.rows().stream()
                .map(row -> new RowText(row.label(), "", RowText.Beside.NOTHING, RowText.Beside.NOTHING, false))
                .toList();
        RowLayout layout = RowLayout.of(theme, texts, form, Sheet.plotWidth(form, WIDTH), HEAD, CELL, AIR);
        double columns = Math.max(1, data.columns().size());
        CategoryPlot plot = Rows.plot(
                layout,
                Rows.hidden(theme, 0, columns),
                List.of(),
                (g, index, zone, x) -> paint(g, index, zone, x, layout));
        plot.setRangeGridlinesVisible(false);
        return Sheet.of(theme, data.words(), form, WIDTH, plot, Math.max(layout.height(), 60), List.of());
    }

    private void paint(Graphics2D g, int index, Rectangle2D zone, DoubleUnaryOperator x, RowLayout layout) {
        if (index == 0) {
            Rectangle2D whole = new Rectangle2D.Double(0, 0, zone.getWidth(), 0);
            head(g, zone.getY() - layout.zone(0, whole).getY(), x);
        }
        List<HeatData.Cell> cells = data.rows().get(index).cells();
        for (int column = 0; column < cells.size(); column++) {
            cell(g, cells.get(column), x.applyAsDouble(column), x.applyAsDouble(column + 1.0), zone);
        }
    }

    private void head(Graphics2D g, double top, DoubleUnaryOperator x) {
        g.setFont(theme.note());
        g.setPaint(Theme.TEXT);
        for (int column = 0; column < data.columns().size(); column++) {
            double from = x.applyAsDouble(column);
            double width = x.applyAsDouble(column + 1.0) - from;
            List<String> lines = Lines.wrap(data.columns().get(column), theme.note(), width - 2, LINES);
            for (int line = 0; line < lines.size(); line++) {
                double y = top + HEAD - AROUND - LINE * (lines.size() - 1 - line);
                double start = from + (width - Lines.width(lines.get(line), theme.note())) / 2;
                g.drawString(lines.get(line), (float) start, (float) y);
            }
        }
    }

    private void cell(Graphics2D g, HeatData.Cell cell, double from, double to, Rectangle2D zone) {
        Color ground = ground(cell.shade());
        g.setPaint(ground);
        g.fill(new Rectangle2D.Double(from + SEAM, zone.getY(), to - from - 2 * SEAM, zone.getHeight()));
        Font font = theme.note();
        double width = Lines.width(cell.text(), font);
        if (width + 2 * SEAM <= to - from) {
            g.setFont(font);
            g.setPaint(Theme.textOn(ground));
            g.drawString(cell.text(), (float) ((from + to - width) / 2), (float) zone.getCenterY() + 4);
        }
    }

    private static Color ground(HeatData.Shade shade) {
        return switch (shade) {
            case NONE -> Theme.GROUND;
            case FAR_BELOW -> LikertPalette.WORST;
            case BELOW -> LikertPalette.BAD;
            case ABOVE -> LikertPalette.GOOD;
            case FAR_ABOVE -> LikertPalette.BEST;
        };
    }
}
