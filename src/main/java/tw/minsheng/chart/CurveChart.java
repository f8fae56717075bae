package tw.minsheng.chart;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jfree.chart.annotations.AbstractXYAnnotation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYStepRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.Range;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** Steps over a band; the numbers that are still watched stand under the axis. */
final class CurveChart {

    private static final double WIDTH = 760;
    private static final double HEIGHT = 340;
    private static final double NAME_HEIGHT = 20;
    private static final double NUMBERS_HEIGHT = 40;
    private static final double AXIS_HEIGHT = 40;
    private static final BasicStroke LINE = new BasicStroke(2.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER);

    private final Theme theme;
    private final CurveData data;

    CurveChart(Theme theme, CurveData data) {
        this.theme = theme;
        this.data = data;
    }

    Sheet sheet(Form form) {
        XYSeries series = new XYSeries("");
        data.steps().forEach(step -> series.add(step.at(), step.share()));
        XYStepRenderer renderer = new XYStepRenderer();
        renderer.setSeriesPaint(0, Theme.SERIES.get(0));
        renderer.setSeriesStroke(0, LINE);
        renderer.addAnnotation(new Band(), Layer.BACKGROUND);
        XYPlot plot = new XYPlot(new XYSeriesCollection(series), values(form), shares(), renderer);
        plot.setRangeGridlinePaint(Theme.GRID);
        plot.setRangeGridlineStroke(Theme.HAIRLINE);
        plot.setDomainGridlinesVisible(false);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        plot.addAnnotation(new PanelName(theme, data.share(), ""));
        plot.addAnnotation(new Numbers(form == Form.NARROW ? 2 : 1));
        for (int line = 0; line < data.references().size(); line++) {
            DotsData.Reference reference = data.references().get(line);
            plot.addAnnotation(new MarkerLine(theme, reference.value(), reference.label(), line % 2));
        }
        Sheet sheet = Sheet.of(theme, data.words(), form, WIDTH, plot, HEIGHT, List.of());
        plot.setInsets(new RectangleInsets(NAME_HEIGHT, 0, NUMBERS_HEIGHT, 14));
        return sheet;
    }

    private NumberAxis values(Form form) {
        double to = data.steps().stream().mapToDouble(CurveData.Step::at).max().orElse(1);
        double step = data.numbers().size() > 1
                ? data.numbers().get(1).at() - data.numbers().get(0).at()
                : Rows.roundStep(Math.max(to, 1));
        return Rows.values(theme, data.axis(), 0, Math.max(to, step), step, "", form);
    }

    private NumberAxis shares() {
        NumberAxis axis = new NumberAxis();
        Rows.dress(theme, axis);
        axis.setRange(new Range(0, 100), true, false);
        axis.setTickUnit(new NumberTickUnit(25, Rows.format("%")), false, true);
        return axis;
    }

    /** The band under the curve, in steps like it. */
    private final class Band extends AbstractXYAnnotation {

        @Override
        public void draw(
                Graphics2D g,
                XYPlot plot,
                Rectangle2D area,
                ValueAxis values,
                ValueAxis shares,
                int index,
                PlotRenderingInfo info) {
            if (data.steps().isEmpty()) {
                return;
            }
            Path2D band = new Path2D.Double();
            List<double[]> upper = corners(CurveData.Step::high);
            List<double[]> lower = corners(CurveData.Step::low);
            Collections.reverse(lower);
            upper.addAll(lower);
            for (int corner = 0; corner < upper.size(); corner++) {
                double x = values.valueToJava2D(upper.get(corner)[0], area, plot.getDomainAxisEdge());
                double y = shares.valueToJava2D(upper.get(corner)[1], area, plot.getRangeAxisEdge());
                if (corner == 0) {
                    band.moveTo(x, y);
                } else {
                    band.lineTo(x, y);
                }
            }
            band.closePath();
            g.setPaint(Theme.SEQUENTIAL.get(1));
            g.fill(band);
        }

        private List<double[]> corners(ToDoubleFunction<CurveData.Step> limit) {
            List<double[]> corners = new ArrayList<>();
            double before = 0;
            for (CurveData.Step step : data.steps()) {
                double now = limit.applyAsDouble(step);
                if (!corners.isEmpty()) {
                    corners.add(new double[] {step.at(), before});
                }
                corners.add(new double[] {step.at(), now});
                before = now;
            }
            return corners;
        }
    }

    /** The numbers under the axis, and what they are. */
    private final class Numbers extends AbstractXYAnnotation {
        private final int every;

        /** @param every second or third number only, where there is little room */
        Numbers(int every) {
            this.every = every;
        }

        @Override
        public void draw(
                Graphics2D g,
                XYPlot plot,
                Rectangle2D area,
                ValueAxis values,
                ValueAxis shares,
                int index,
                PlotRenderingInfo info) {
            Shape clip = g.getClip();
            g.setClip(null); // the numbers stand under the axis
            g.setFont(theme.axis());
            float top = (float) (area.getMaxY() + AXIS_HEIGHT);
            g.setPaint(Theme.MUTED);
            g.drawString(data.watched(), (float) area.getX(), top + 14);
            g.setPaint(Theme.TEXT);
            for (int number = 0; number < data.numbers().size(); number += every) {
                CurveData.Watched watched = data.numbers().get(number);
                double x = values.valueToJava2D(watched.at(), area, plot.getDomainAxisEdge());
                double width = Lines.width(watched.text(), theme.axis());
                double left = Math.max(area.getX(), Math.min(x - width / 2, area.getMaxX() + 14 - width));
                g.drawString(watched.text(), (float) left, top + 31);
            }
            g.setClip(clip);
        }
    }
}
