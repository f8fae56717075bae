package tw.minsheng.chart;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.jfree.chart.LegendItem;
import org.jfree.chart.plot.CategoryPlot;

/** Diverging bars: the middle of the scale lies on one line, so that rows can be compared from it. */
final class LikertChart {

    private static final double WIDTH = 860;
    private static final double BAR = 22;
    private static final double AIR = 10;
    private static final double PRINTED_FROM = 5;
    private static final double VISIBLE = 3;

    private final Theme theme;
    private final LikertData data;
    private final int middle;

    LikertChart(Theme theme, LikertData data) {
        this.theme = theme;
        this.data = data;
        this.middle = data.neutral();
    }

    Sheet sheet(Form form) {
        List<RowText> texts = data.rows().stream().map(LikertChart::texts).toList();
        RowLayout layout = RowLayout.of(theme, texts, form, Sheet.plotWidth(form, WIDTH), 0, BAR, AIR);
        double left = data.rows().stream().mapToDouble(this::leftOf).max().orElse(0);
        double right = data.rows().stream()
                .mapToDouble(row -> sum(row) - leftOf(row))
                .max()
                .orElse(0);
        double least = left + right == 0 ? 1 : 0;
        CategoryPlot plot = Rows.plot(
                layout,
                Rows.hidden(theme, -left - least, right + least),
                List.of(),
                (g, row, zone, x) -> paint(g, row, zone, x, form));
        plot.setRangeGridlinesVisible(false);
        List<LegendItem> legend = IntStream.range(0, data.scale().size())
                .mapToObj(point -> Rows.square(data.scale().get(point), color(point)))
                .toList();
        return Sheet.of(theme, data.words(), form, WIDTH, plot, Math.max(layout.height(), 60), legend);
    }

    private static RowText texts(LikertData.Row row) {
        if (row.shares().isEmpty()) {
            return new RowText(row.label(), row.n(), RowText.Beside.NOTHING, RowText.Beside.NOTHING, false);
        }
        RowText.Beside low = new RowText.Beside(percent(row.low()) + "%", LikertPalette.WORST, true);
        RowText.Beside high = new RowText.Beside(percent(row.high()) + "%", LikertPalette.BEST, true);
        return new RowText(row.label(), row.n(), low, high, false);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f", share);
    }

    private Color color(int point) {
        return LikertPalette.color(point, data.scale().size(), middle);
    }

    /** How far the bar of a row reaches to the left of the centre line, in percent. */
    private double leftOf(LikertData.Row row) {
        int below = middle >= 0 ? middle : data.scale().size() / 2;
        double reach = 0;
        for (int point = 0; point < below && point < row.shares().size(); point++) {
            reach += row.shares().get(point);
        }
        return middle >= 0 && !row.shares().isEmpty() ? reach + row.shares().get(middle) / 2 : reach;
    }

    private static double sum(LikertData.Row row) {
        return row.shares().stream().mapToDouble(Double::doubleValue).sum();
    }

    private void paint(Graphics2D g, int index, Rectangle2D zone, DoubleUnaryOperator x, Form form) {
        LikertData.Row row = data.rows().get(index);
        g.setPaint(Theme.AXIS);
        g.setStroke(Theme.HAIRLINE);
        double centre = x.applyAsDouble(0);
        double reach = form == Form.NARROW ? 3 : AIR / 2;
        g.draw(new Line2D.Double(centre, zone.getMinY() - reach, centre, zone.getMaxY() + reach));
        if (row.shares().isEmpty()) {
            noData(g, zone, centre);
            return;
        }
        double start = -leftOf(row);
        for (int point = 0; point < row.shares().size(); point++) {
            double share = row.shares().get(point);
            double from = x.applyAsDouble(start);
            double to = x.applyAsDouble(start + share);
            segment(g, new Rectangle2D.Double(from, zone.getY(), to - from, zone.getHeight()), point, share);
            start += share;
        }
    }

    private void segment(Graphics2D g, Rectangle2D bar, int point, double share) {
        if (share <= 0) {
            return;
        }
        Color color = color(point);
        g.setPaint(color);
        g.fill(bar);
        String text = percent(share);
        Font font = theme.inside();
        double width = Lines.width(text, font);
        if (share >= PRINTED_FROM && width + 4 <= bar.getWidth()) {
            g.setFont(font);
            g.setPaint(Theme.textOn(color));
            g.drawString(text, (float) (bar.getCenterX() - width / 2), (float) (bar.getCenterY() + 4.2));
        } else if (Theme.contrast(color, Theme.GROUND) < VISIBLE) {
            outline(g, bar);
        }
    }

    /** A pale segment without number needs an edge that can be seen. */
    private static void outline(Graphics2D g, Rectangle2D bar) {
        g.setPaint(Theme.MUTED);
        g.setStroke(Theme.HAIRLINE);
        double width = Math.max(bar.getWidth() - 1, 0.1);
        g.draw(new Rectangle2D.Double(bar.getX() + 0.5, bar.getY() + 0.5, width, bar.getHeight() - 1));
    }

    private void noData(Graphics2D g, Rectangle2D zone, double centre) {
        String text = data.words().noData();
        Font font = theme.inside();
        double width = Lines.width(text, font);
        g.setPaint(Theme.GROUND);
        g.fill(new Rectangle2D.Double(centre - width / 2 - 4, zone.getY(), width + 8, zone.getHeight()));
        g.setFont(font);
        g.setPaint(Theme.MUTED);
        g.drawString(text, (float) (centre - width / 2), (float) (zone.getCenterY() + 4.2));
    }
}
