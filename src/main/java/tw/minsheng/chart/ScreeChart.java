package tw.minsheng.chart;

import java.awt.BasicStroke;
import java.awt.geom.Line2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.LegendItem;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.Range;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** A line of eigenvalues over a dashed line of chance: what lies above it is worth keeping. */
final class ScreeChart {

    private static final double WIDTH = 640;
    private static final double HEIGHT = 300;
    private static final BasicStroke LINE = new BasicStroke(2.2f);
    private static final BasicStroke DASHES =
            new BasicStroke(1.8f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10f, new float[] {5, 4}, 0);
    private static final double EDGE = .5;
    private static final double HEAD_ROOM = 1.05;
    private static final int MOST_TICKS = 20;
    private static final int MOST_TICKS_NARROW = 10;

    private final Theme theme;
    private final ScreeData data;

    ScreeChart(Theme theme, ScreeData data) {
        this.theme = theme;
        this.data = data;
    }

    Sheet sheet(Form form) {
        XYSeriesCollection lines = new XYSeriesCollection();
        lines.addSeries(series("", data.eigenvalues()));
        lines.addSeries(series("chance", data.chance()));
        XYPlot plot = new XYPlot(lines, components(form), eigenvalues(), renderer());
        plot.setRangeGridlinePaint(Theme.GRID);
        plot.setRangeGridlineStroke(Theme.HAIRLINE);
        plot.setDomainGridlinesVisible(false);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        return Sheet.of(theme, data.words(), form, WIDTH, plot, HEIGHT, legend());
    }

    private static XYSeries series(String key, List<Double> values) {
        XYSeries series = new XYSeries(key);
        for (int component = 0; component < values.size(); component++) {
            series.add(component + 1.0, values.get(component));
        }
        return series;
    }

    private static XYLineAndShapeRenderer renderer() {
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, true);
        renderer.setSeriesPaint(0, Theme.SERIES.get(0));
        renderer.setSeriesStroke(0, LINE);
        renderer.setSeriesShape(0, Rows.dot(0, 0, 8));
        renderer.setSeriesPaint(1, Theme.SERIES.get(1));
        renderer.setSeriesStroke(1, DASHES);
        renderer.setSeriesShapesVisible(1, false);
        renderer.setDrawSeriesLineAsPath(true);
        return renderer;
    }

    private List<LegendItem> legend() {
        List<LegendItem> legend = new ArrayList<>();
        legend.add(Rows.circle(data.eigenvalue(), Theme.SERIES.get(0), Theme.SERIES.get(0)));
        if (!data.chance().isEmpty()) {
            legend.add(new LegendItem(
                    data.random(), null, null, null, new Line2D.Double(-10, 0, 10, 0), DASHES, Theme.SERIES.get(1)));
        }
        return legend;
    }

    private NumberAxis components(Form form) {
        int count = Math.max(data.eigenvalues().size(), 1);
        NumberAxis axis = new NumberAxis(data.axis());
        Rows.dress(theme, axis);
        axis.setAxisLineVisible(true);
        axis.setRange(new Range(EDGE, count + EDGE), true, false);
        int most = form == Form.NARROW ? MOST_TICKS_NARROW : MOST_TICKS;
        axis.setTickUnit(new NumberTickUnit(Math.ceil((double) count / most), Rows.format("")), false, true);
        return axis;
    }

    private NumberAxis eigenvalues() {
        double most = Math.max(
                data.eigenvalues().stream()
                        .mapToDouble(Double::doubleValue)
                        .max()
                        .orElse(1),
                data.chance().stream().mapToDouble(Double::doubleValue).max().orElse(1));
        double least = data.eigenvalues().stream()
                .mapToDouble(Double::doubleValue)
                .min()
                .orElse(0);
        NumberAxis axis = new NumberAxis(data.eigenvalue());
        Rows.dress(theme, axis);
        axis.setRange(new Range(Math.min(0, least), Math.max(most, 1) * HEAD_ROOM), true, false);
        axis.setTickUnit(new NumberTickUnit(Rows.roundStep(most), Rows.format("")), false, true);
        return axis;
    }
}
