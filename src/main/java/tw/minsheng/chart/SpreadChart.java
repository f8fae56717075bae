package tw.minsheng.chart;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.jfree.chart.plot.CategoryPlot;

/** Small upright bars, panel beside panel, so that a shape that differs is seen at once. */
final class SpreadChart {

    private static final double WIDTH = 760;
    private static final double PANEL = 134;
    private static final double NAME = 46;
    private static final double FOOT = 16;
    private static final double VALUE = 13;
    private static final double GAP = .18;
    private static final double BETWEEN = 22;
    private static final double LINE = 14;
    private static final int WIDE_COLUMNS = 4;
    private static final int NARROW_COLUMNS = 2;

    private final Theme theme;
    private final SpreadData data;

    SpreadChart(Theme theme, SpreadData data) {
        this.theme = theme;
        this.data = data;
    }

    Sheet sheet(Form form) {
        int columns = form == Form.NARROW ? NARROW_COLUMNS : WIDE_COLUMNS;
        int rows = Math.max(1, (data.panels().size() + columns - 1) / columns);
        double width = Sheet.plotWidth(form, WIDTH);
        List<RowText> none = List.of(new RowText("", "", RowText.Beside.NOTHING, RowText.Beside.NOTHING, false));
        RowLayout layout = RowLayout.of(theme, none, Form.WIDE, width, 0, rows * PANEL, 0);
        CategoryPlot plot =
                Rows.plot(layout, Rows.hidden(theme, 0, 1), List.of(), (g, row, zone, x) -> paint(g, zone, columns, x));
        plot.setRangeGridlinesVisible(false);
        return Sheet.of(theme, data.words(), form, WIDTH, plot, rows * PANEL, List.of());
    }

    private void paint(Graphics2D g, Rectangle2D zone, int columns, DoubleUnaryOperator x) {
        double left = x.applyAsDouble(0);
        double width = (x.applyAsDouble(1) - left + BETWEEN) / columns;
        for (int panel = 0; panel < data.panels().size(); panel++) {
            int line = panel / columns;
            double top = zone.getY() + line * PANEL;
            double from = left + (panel % columns) * width;
            panel(g, data.panels().get(panel), new Rectangle2D.Double(from, top, width - BETWEEN, PANEL));
        }
    }

    private void panel(Graphics2D g, SpreadData.Panel panel, Rectangle2D area) {
        name(g, panel, area);
        double floor = area.getMaxY() - FOOT - 8;
        double height = floor - area.getY() - NAME - VALUE;
        g.setPaint(Theme.AXIS);
        g.setStroke(Theme.HAIRLINE);
        g.draw(new Line2D.Double(area.getX(), floor, area.getMaxX(), floor));
        if (panel.shares().isEmpty()) {
            g.setFont(theme.inside());
            g.setPaint(Theme.MUTED);
            g.drawString(data.words().noData(), (float) area.getX(), (float) floor - 6);
            return;
        }
        double step = area.getWidth() / data.points().size();
        for (int point = 0; point < data.points().size(); point++) {
            double share = panel.shares().get(point);
            double from = area.getX() + point * step;
            double tall = height * share / most();
            g.setPaint(Theme.SERIES.get(0));
            g.fill(new Rectangle2D.Double(from + step * GAP / 2, floor - tall, step * (1 - GAP), tall));
            middle(g, theme.note(), Math.round(share) + "%", from + step / 2, floor - tall - 3, step);
            middle(g, theme.note(), data.points().get(point), from + step / 2, floor + 12, step);
        }
    }

    private void name(Graphics2D g, SpreadData.Panel panel, Rectangle2D area) {
        List<String> lines = Lines.wrap(panel.name(), theme.inside(), area.getWidth(), 2);
        g.setFont(theme.inside());
        g.setPaint(Theme.TEXT);
        for (int line = 0; line < lines.size(); line++) {
            g.drawString(lines.get(line), (float) area.getX(), (float) (area.getY() + 12 + LINE * line));
        }
        g.setFont(theme.note());
        g.setPaint(Theme.MUTED);
        g.drawString(panel.beside(), (float) area.getX(), (float) (area.getY() + 12 + LINE * lines.size()));
    }

    /** Text around a place; none where it does not fit. */
    private static void middle(Graphics2D g, Font font, String text, double at, double y, double room) {
        double width = Lines.width(text, font);
        if (width > room + 2) {
            return;
        }
        g.setFont(font);
        g.setPaint(Theme.MUTED);
        g.drawString(text, (float) (at - width / 2), (float) y);
    }

    private double most() {
        return data.panels().stream()
                .flatMap(panel -> panel.shares().stream())
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(1);
    }
}
