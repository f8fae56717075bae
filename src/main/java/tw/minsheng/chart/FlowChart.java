package tw.minsheng.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.text.DecimalFormat;
import java.util.List;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.Range;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** In above the line, out below it, the difference as a line: all on one scale. */
final class FlowChart {

    private static final double WIDTH = 760;
    private static final double HEIGHT = 300;
    private static final int NAMES = 12;
    private static final int NARROW_NAMES = 5;
    private static final BasicStroke LINE = new BasicStroke(1.6f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    private static final List<Color> COLOURS = List.of(Theme.SERIES.get(0), Theme.SERIES.get(1));

    private final Theme theme;
    private final FlowData data;

    FlowChart(Theme theme, FlowData data) {
        this.theme = theme;
        this.data = data;
    }

    Sheet sheet(Form form) {
        Bars bars = new Bars(2);
        XYSeries net = new XYSeries("");
        for (int place = 0; place < data.periods().size(); place++) {
            FlowData.Period period = data.periods().get(place);
            bars.add(0, place, 0, (double) period.in());
            bars.add(1, place, (double) -period.out(), 0);
            net.add((double) place, (double) (period.in() - period.out()));
        }
        List<String> names = data.periods().stream().map(FlowData.Period::name).toList();
        MonthAxis months = new MonthAxis(theme, names, form == Form.NARROW ? NARROW_NAMES : NAMES);
        XYPlot plot = new XYPlot(bars.dataset(), months, counts(), Bars.renderer(COLOURS));
        plot.setDataset(1, new XYSeriesCollection(net));
        plot.setRenderer(1, line());
        plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
        plot.setRangeGridlinePaint(Theme.GRID);
        plot.setRangeGridlineStroke(Theme.HAIRLINE);
        plot.setDomainGridlinesVisible(false);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        plot.setRangeZeroBaselineVisible(true);
        plot.setRangeZeroBaselinePaint(Theme.AXIS);
        plot.setRangeZeroBaselineStroke(Theme.HAIRLINE);
        Sheet sheet = Sheet.of(
                theme,
                data.words(),
                form,
                WIDTH,
                plot,
                HEIGHT,
                List.of(
                        Rows.square(data.in(), COLOURS.get(0)),
                        Rows.square(data.out(), COLOURS.get(1)),
                        Rows.square(data.net(), Theme.INK)));
        plot.setInsets(new RectangleInsets(2, 0, 0, MonthAxis.OVERHANG));
        return sheet;
    }

    private static XYLineAndShapeRenderer line() {
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
        renderer.setSeriesPaint(0, Theme.INK);
        renderer.setSeriesStroke(0, LINE);
        return renderer;
    }

    /** Both directions are counts: the lower half has no minus signs. */
    private NumberAxis counts() {
        double up = data.periods().stream().mapToLong(FlowData.Period::in).max().orElse(1);
        double down =
                data.periods().stream().mapToLong(FlowData.Period::out).max().orElse(1);
        NumberAxis axis = new NumberAxis();
        Rows.dress(theme, axis);
        axis.setRange(new Range(-Math.max(down, 1) * 1.06, Math.max(up, 1) * 1.06), true, false);
        DecimalFormat format = Rows.format("");
        format.setNegativePrefix("");
        axis.setTickUnit(new NumberTickUnit(Rows.roundStep(Math.max(Math.max(up, down), 1)), format), false, true);
        return axis;
    }
}
