package tw.minsheng.chart;

import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.jfree.chart.plot.CategoryPlot;

/** One row for each panel: small bars of its weeks on a scale that all rows share, and in words what the last one is. */
final class WeeksChart {

    private static final double WIDTH = 760;
    private static final double PANEL = 44;
    private static final double AIR = 30;
    private static final double GAP = .25;

    private final Theme theme;
    private final WeeksData data;

    WeeksChart(Theme theme, WeeksData data) {
        this.theme = theme;
        this.data = data;
    }

    Sheet sheet(Form form) {
        List<RowText> texts = data.panels().stream()
                .map(panel -> new RowText(
                        panel.name(),
                        "",
                        RowText.Beside.NOTHING,
                        new RowText.Beside(panel.end(), Theme.ALERT, true),
                        false))
                .toList();
        RowLayout layout = RowLayout.of(theme, texts, form, Sheet.plotWidth(form, WIDTH), 0, PANEL, AIR);
        CategoryPlot plot = Rows.plot(layout, Rows.hidden(theme, 0, 1), List.of(), this::paint);
        plot.setRangeGridlinesVisible(false);
        return Sheet.of(theme, data.words(), form, WIDTH, plot, Math.max(layout.height(), 60), List.of());
    }

    private void paint(Graphics2D g, int index, Rectangle2D zone, DoubleUnaryOperator x) {
        WeeksData.Panel panel = data.panels().get(index);
        double most = data.panels().stream()
                .flatMap(each -> each.counts().stream())
                .mapToLong(Long::longValue)
                .max()
                .orElse(1);
        double width = zone.getWidth() / Math.max(panel.counts().size(), 1);
        for (int week = 0; week < panel.counts().size(); week++) {
            double height = zone.getHeight() * panel.counts().get(week) / Math.max(most, 1);
            g.setPaint(week == panel.counts().size() - 1 ? Theme.ALERT : Theme.REST);
            g.fill(new Rectangle2D.Double(
                    zone.getX() + week * width + width * GAP / 2, zone.getMaxY() - height, width * (1 - GAP), height));
        }
        g.setPaint(Theme.AXIS);
        g.setStroke(Theme.HAIRLINE);
        g.draw(new Line2D.Double(zone.getX(), zone.getMaxY(), zone.getMaxX(), zone.getMaxY()));
        g.setFont(theme.note());
        g.setPaint(Theme.MUTED);
        float y = (float) zone.getMaxY() + 12;
        g.drawString(panel.first(), (float) zone.getX(), y);
        double end = Lines.width(panel.last(), theme.note());
        g.drawString(panel.last(), (float) (zone.getMaxX() - end), y);
    }
}
