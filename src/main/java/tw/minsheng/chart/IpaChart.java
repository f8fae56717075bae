package tw.minsheng.chart;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
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

/** Points in four named parts. What may be in its part by chance is hollow; names keep away from points and from the cross. */
final class IpaChart {

    private static final double WIDTH = 720;
    private static final double HEIGHT = 470;
    private static final double NARROW_HEIGHT = 380;
    private static final double DOT = 9;
    private static final double AIR = .08;
    private static final double TICKS = 6;
    private static final double PART_INSET = 8;

    private final Theme theme;
    private final IpaData data;

    IpaChart(Theme theme, IpaData data) {
        this.theme = theme;
        this.data = data;
    }

    Sheet sheet(Form form) {
        XYSeries series = new XYSeries("", false);
        data.points().forEach(point -> series.add(point.importance(), point.performance()));
        XYLineAndShapeRenderer hidden = new XYLineAndShapeRenderer(false, false);
        NumberAxis importance =
                axis(data.importance(), IpaData.Point::importance, data.cross().importance());
        NumberAxis performance = axis(
                data.performance(), IpaData.Point::performance, data.cross().performance());
        XYPlot plot = new XYPlot(new XYSeriesCollection(series), importance, performance, hidden);
        plot.setRangeGridlinesVisible(false);
        plot.setDomainGridlinesVisible(false);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        plot.addAnnotation(new Field());
        double height = form == Form.NARROW ? NARROW_HEIGHT : HEIGHT;
        return Sheet.of(theme, data.words(), form, WIDTH, plot, height, List.of());
    }

    private NumberAxis axis(String name, ToDoubleFunction<IpaData.Point> value, double cross) {
        double least =
                Math.min(cross, data.points().stream().mapToDouble(value).min().orElse(cross));
        double most =
                Math.max(cross, data.points().stream().mapToDouble(value).max().orElse(cross));
        double air = Math.max((most - least) * AIR, .01);
        NumberAxis axis = new NumberAxis(name);
        Rows.dress(theme, axis);
        axis.setRange(new Range(least - air, most + air), true, false);
        axis.setTickUnit(new NumberTickUnit(step((most - least) / TICKS), Rows.format("")), false, true);
        return axis;
    }

    /** The round step next above. */
    private static double step(double least) {
        double power = .01;
        while (power * 10 <= least) {
            power *= 10;
        }
        for (double times : new double[] {1, 2, 5}) {
            if (power * times >= least) {
                return power * times;
            }
        }
        return power * 10;
    }

    /** Grounds, cross, names of the parts, points and their names. */
    private final class Field extends AbstractXYAnnotation {

        @Override
        public void draw(
                Graphics2D g,
                XYPlot plot,
                Rectangle2D area,
                ValueAxis importance,
                ValueAxis performance,
                int index,
                PlotRenderingInfo info) {
            double x = importance.valueToJava2D(data.cross().importance(), area, plot.getDomainAxisEdge());
            double y = performance.valueToJava2D(data.cross().performance(), area, plot.getRangeAxisEdge());
            grounds(g, area, x, y);
            g.setPaint(Theme.MUTED);
            g.setStroke(Theme.DASHED);
            g.draw(new Line2D.Double(x, area.getY(), x, area.getMaxY()));
            g.draw(new Line2D.Double(area.getX(), y, area.getMaxX(), y));
            PointLabels labels = new PointLabels(theme.inside(), area);
            labels.avoid(new Rectangle2D.Double(x - 1, area.getY(), 2, area.getHeight()));
            labels.avoid(new Rectangle2D.Double(area.getX(), y - 1, area.getWidth(), 2));
            names(g, area).forEach(labels::avoid);
            List<double[]> places = new ArrayList<>();
            for (IpaData.Point point : data.points()) {
                double px = importance.valueToJava2D(point.importance(), area, plot.getDomainAxisEdge());
                double py = performance.valueToJava2D(point.performance(), area, plot.getRangeAxisEdge());
                places.add(new double[] {px, py});
                labels.avoid(new Rectangle2D.Double(px - DOT / 2, py - DOT / 2, DOT, DOT));
            }
            for (int i = 0; i < places.size(); i++) {
                dot(g, data.points().get(i), places.get(i)[0], places.get(i)[1]);
            }
            for (int i = 0; i < places.size(); i++) {
                labels.draw(g, data.points().get(i).label(), places.get(i)[0], places.get(i)[1], DOT);
            }
        }

        private void grounds(Graphics2D g, Rectangle2D area, double x, double y) {
            g.setPaint(Theme.QUIET);
            g.fill(area);
            g.setPaint(Theme.KEEP);
            g.fill(new Rectangle2D.Double(x, area.getY(), area.getMaxX() - x, y - area.getY()));
            g.setPaint(Theme.IMPROVE);
            g.fill(new Rectangle2D.Double(x, y, area.getMaxX() - x, area.getMaxY() - y));
        }

        /** Writes the names into the corners; where they stand. */
        private List<Rectangle2D> names(Graphics2D g, Rectangle2D area) {
            List<Rectangle2D> taken = new ArrayList<>();
            for (int part = 0; part < data.quadrants().size(); part++) {
                boolean right = part == 0 || part == 3;
                boolean upper = part < 2;
                String name = data.quadrants().get(part);
                double width = Lines.width(name, theme.direct());
                double left = right ? area.getMaxX() - width - PART_INSET : area.getX() + PART_INSET;
                double base = upper ? area.getY() + 18 : area.getMaxY() - PART_INSET;
                g.setFont(theme.direct());
                g.setPaint(part == 0 ? Theme.SERIES.get(0) : part == 3 ? Theme.POOR : Theme.MUTED);
                g.drawString(name, (float) left, (float) base);
                taken.add(new Rectangle2D.Double(left, base - 13, width, 17));
            }
            return taken;
        }

        private void dot(Graphics2D g, IpaData.Point point, double x, double y) {
            boolean important = point.importance() >= data.cross().importance();
            boolean good = point.performance() >= data.cross().performance();
            Color colour = !important ? Theme.OTHER : good ? Theme.SERIES.get(0) : Theme.POOR;
            g.setPaint(point.near() ? Theme.GROUND : colour);
            g.fill(Rows.dot(x, y, DOT));
            g.setPaint(colour);
            g.setStroke(PointLabels.EDGE);
            g.draw(Rows.dot(x, y, DOT));
        }
    }
}
