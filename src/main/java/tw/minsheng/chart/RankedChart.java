package tw.minsheng.chart;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.jfree.chart.plot.CategoryPlot;

/** Horizontal bars from zero with their values at the end. */
final class RankedChart {

    private static final double WIDTH = 760;
    private static final double BAR = 20;
    private static final double AIR = 12;

    private final Theme theme;
    private final RankedData data;

    RankedChart(Theme theme, RankedData data) {
        this.theme = theme;
        this.data = data;
    }

    Sheet sheet(Form form) {
        List<RowText> texts = data.rows().stream()
                .map(row -> new RowText(
                        row.label(),
                        "",
                        RowText.Beside.NOTHING,
                        new RowText.Beside(row.text(), Theme.INK, false),
                        false))
                .toList();
        RowLayout layout = RowLayout.of(theme, texts, form, Sheet.plotWidth(form, WIDTH), 0, BAR, AIR);
        double most =
                data.rows().stream().mapToDouble(RankedData.Row::value).max().orElse(0);
        CategoryPlot plot = Rows.plot(layout, Rows.hidden(theme, 0, most > 0 ? most : 1), List.of(), this::paint);
        plot.setRangeGridlinesVisible(false);
        return Sheet.of(theme, data.words(), form, WIDTH, plot, Math.max(layout.height(), 60), List.of());
    }

    private void paint(Graphics2D g, int index, Rectangle2D zone, DoubleUnaryOperator x) {
        RankedData.Row row = data.rows().get(index);
        double from = x.applyAsDouble(0);
        double to = x.applyAsDouble(row.value());
        g.setPaint(row.rest() ? Theme.REST : Theme.SERIES.get(0));
        g.fill(new Rectangle2D.Double(from, zone.getY(), to - from, zone.getHeight()));
        if (row.text().isEmpty()) {
            Font font = theme.inside();
            g.setFont(font);
            g.setPaint(Theme.MUTED);
            g.drawString(data.words().noData(), (float) from + 6, (float) zone.getCenterY() + 4.2f);
        }
    }
}
