package tw.minsheng.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.annotations.AbstractXYAnnotation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.Range;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** Months as dots on a line, the limits as short strokes around each, months outside larger and in the colour of alarm. */
final class ControlChart {

    private static final double WIDTH = 760;
    private static final double HEIGHT = 280;
    private static final double NAME_HEIGHT = 20;
    private static final double HALF = .5;
    private static final double DOT = 6;
    private static final double OUTSIDE = 10;
    private static final int NAMES = 12;
    private static final int NARROW_NAMES = 5;
    private static final BasicStroke LINE = new BasicStroke(1.6f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);

    private final Theme theme;
    private final ControlData data;

    ControlChart(Theme theme, ControlData data) {
        this.theme = theme;
        this.data = data;
    }

    Sheet sheet(Form form) {
        XYSeries series = new XYSeries("");
        for (int place = 0; place < data.months().size(); place++) {
            series.add(place, data.months().get(place).share());
        }
        List<String> names = data.months().stream().map(ControlData.Month::name).toList();
        MonthAxis months = new MonthAxis(theme, names, form == Form.NARROW ? NARROW_NAMES : NAMES);
        XYLineAndShapeRenderer line = new XYLineAndShapeRenderer(true, false);
        line.setSeriesPaint(0, Theme.REST);
        line.setSeriesStroke(0, LINE);
        XYPlot plot = new XYPlot(new XYSeriesCollection(series), months, shares(), line);
        plot.setRangeGridlinePaint(Theme.GRID);
        plot.setRangeGridlineStroke(Theme.HAIRLINE);
        plot.setDomainGridlinesVisible(false);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        plot.addAnnotation(new PanelName(theme, data.share(), data.centre()));
        plot.addAnnotation(new Marks());
        Sheet sheet = Sheet.of(theme, data.words(), form, WIDTH, plot, HEIGHT, List.of());
        plot.setInsets(new RectangleInsets(NAME_HEIGHT, 0, 0, MonthAxis.OVERHANG));
        return sheet;
    }

    private NumberAxis shares() {
        double most = data.months().stream()
                .mapToDouble(month -> Math.max(month.share(), month.high()))
                .max()
                .orElse(1);
        NumberAxis axis = new NumberAxis();
        Rows.dress(theme, axis);
        axis.setRange(new Range(0, Math.max(most, 1) * 1.06), true, false);
        axis.setTickUnit(new NumberTickUnit(Rows.roundStep(Math.max(most, 1)), Rows.format("%")), false, true);
        return axis;
    }

    /** The middle, the limits of each month, and the dots. */
    private final class Marks extends AbstractXYAnnotation {

        @Override
        public void draw(
                Graphics2D g,
                XYPlot plot,
                Rectangle2D area,
                ValueAxis months,
                ValueAxis shares,
                int index,
                PlotRenderingInfo info) {
            double middle = shares.valueToJava2D(data.middle(), area, plot.getRangeAxisEdge());
            g.setPaint(Theme.SERIES.get(0));
            g.setStroke(Theme.DASHED);
            g.draw(new Line2D.Double(area.getMinX(), middle, area.getMaxX(), middle));
            for (int place = 0; place < data.months().size(); place++) {
                ControlData.Month month = data.months().get(place);
                double left = months.valueToJava2D(place - HALF, area, plot.getDomainAxisEdge());
                double right = months.valueToJava2D(place + HALF, area, plot.getDomainAxisEdge());
                g.setPaint(Theme.MUTED);
                g.setStroke(Theme.HAIRLINE);
                if (month.low() < month.high()) {
                    limit(g, shares.valueToJava2D(month.low(), area, plot.getRangeAxisEdge()), left, right);
                    limit(g, shares.valueToJava2D(month.high(), area, plot.getRangeAxisEdge()), left, right);
                }
                double y = shares.valueToJava2D(month.share(), area, plot.getRangeAxisEdge());
                Color colour = month.isOutside() ? Theme.ALERT : Theme.SERIES.get(0);
                g.setPaint(colour);
                g.fill(Rows.dot((left + right) / 2, y, month.isOutside() ? OUTSIDE : DOT));
            }
        }

        private void limit(Graphics2D g, double y, double left, double right) {
            g.draw(new Line2D.Double(left, y, right, y));
        }
    }
}
