package tw.minsheng.chart;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.CategoryPlot;

/** Dots with intervals, one row each. */
final class DotsChart {

    private static final double WIDTH = 760;
    private static final double ROW = 18;
    private static final double AIR = 8;
    private static final double DOT = 9;
    private static final BasicStroke SPAN = new BasicStroke(2.4f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);

    private final Theme theme;
    private final DotsData data;

    DotsChart(Theme theme, DotsData data) {
        this.theme = theme;
        this.data = data;
    }

    Sheet sheet(Form form) {
        double head = data.references().isEmpty() ? 0 : ReferenceLine.HEAD;
        List<RowText> texts = data.rows().stream().map(DotsChart::texts).toList();
        RowLayout layout = RowLayout.of(theme, texts, form, Sheet.plotWidth(form, WIDTH), head, ROW, AIR);
        NumberAxis values = axis(form);
        List<RowRenderer.Under> lines = data.references().stream()
                .<RowRenderer.Under>map(line -> new ReferenceLine(theme, line.value(), line.label()))
                .toList();
        CategoryPlot plot = Rows.plot(layout, values, lines, this::paint);
        double height = Math.max(layout.height(), 60)
                + Rows.axisHeight(!data.axis().label().isEmpty());
        return Sheet.of(theme, data.words(), form, WIDTH, plot, height, List.of());
    }

    private static RowText texts(DotsData.Row row) {
        String value = row.mark().text();
        RowText.Beside right = value.isEmpty() ? RowText.Beside.NOTHING : new RowText.Beside(value, Theme.INK, true);
        return new RowText(row.label(), row.n(), RowText.Beside.NOTHING, right, false);
    }

    /** The axis as given, longer only when a mark would fall off. */
    private NumberAxis axis(Form form) {
        DotsData.Axis axis = data.axis();
        double from = axis.from();
        double to = axis.to();
        for (DotsData.Row row : data.rows()) {
            from = Math.min(from, row.mark().least());
            to = Math.max(to, row.mark().greatest());
        }
        return Rows.values(theme, axis.label(), from, to, axis.step(), axis.unit(), form);
    }

    private void paint(Graphics2D g, int row, Rectangle2D zone, DoubleUnaryOperator x) {
        Mark mark = data.rows().get(row).mark();
        mark.paint(new Mark.Brush() {
            @Override
            public void nothing() {
                g.setFont(theme.inside());
                g.setPaint(Theme.MUTED);
                g.drawString(data.words().noData(), (float) zone.getX() + 8, (float) zone.getCenterY() + 4.2f);
            }

            @Override
            public void span(double low, double high) {
                g.setPaint(Theme.SERIES.get(0));
                g.setStroke(SPAN);
                double y = zone.getCenterY();
                g.draw(new Line2D.Double(x.applyAsDouble(low), y, x.applyAsDouble(high), y));
            }

            @Override
            public void dot(double value) {
                g.setPaint(Theme.SERIES.get(0));
                g.fill(Rows.dot(x.applyAsDouble(value), zone.getCenterY(), DOT));
            }
        });
    }
}
