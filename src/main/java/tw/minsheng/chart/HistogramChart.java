package tw.minsheng.chart;

import java.util.List;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.StandardXYBarPainter;
import org.jfree.chart.renderer.xy.XYBarRenderer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.Range;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;

/** Bars of counts over an axis of measured values; bins and counts both begin at zero. */
final class HistogramChart {

    private static final double WIDTH = 760;
    private static final double HEIGHT = 250;
    private static final double NAME_HEIGHT = 20;
    private static final double HEAD_ROOM = 1.3; // two names of lines stand above the highest bar
    private static final double GAP = 0.06;

    private final Theme theme;
    private final HistogramData data;

    HistogramChart(Theme theme, HistogramData data) {
        this.theme = theme;
        this.data = data;
    }

    Sheet sheet(Form form) {
        XYIntervalSeries series = new XYIntervalSeries("");
        for (HistogramData.Bin bin : data.bins()) {
            double middle = (bin.from() + bin.to()) / 2;
            series.add(middle, bin.from(), bin.to(), (double) bin.count(), 0, (double) bin.count());
        }
        XYIntervalSeriesCollection bins = new XYIntervalSeriesCollection();
        bins.addSeries(series);
        XYPlot plot = new XYPlot(bins, values(form), counts(), bars());
        plot.setRangeGridlinePaint(Theme.GRID);
        plot.setRangeGridlineStroke(Theme.HAIRLINE);
        plot.setDomainGridlinesVisible(false);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        plot.addAnnotation(new PanelName(theme, data.counted(), ""));
        for (int line = 0; line < data.references().size(); line++) {
            DotsData.Reference reference = data.references().get(line);
            plot.addAnnotation(new MarkerLine(theme, reference.value(), reference.label(), line % 2));
        }
        Sheet sheet = Sheet.of(theme, data.words(), form, WIDTH, plot, HEIGHT, List.of());
        plot.setInsets(new RectangleInsets(NAME_HEIGHT, 0, 0, 6));
        return sheet;
    }

    private NumberAxis values(Form form) {
        double from =
                data.bins().stream().mapToDouble(HistogramData.Bin::from).min().orElse(0);
        double to =
                data.bins().stream().mapToDouble(HistogramData.Bin::to).max().orElse(1);
        for (DotsData.Reference reference : data.references()) {
            to = Math.max(to, reference.value());
        }
        double step = data.bins().isEmpty()
                ? 1
                : data.bins().get(0).to() - data.bins().get(0).from();
        return Rows.values(theme, data.axis(), from, to, step, "", form);
    }

    private NumberAxis counts() {
        double most =
                data.bins().stream().mapToLong(HistogramData.Bin::count).max().orElse(1);
        NumberAxis axis = new NumberAxis();
        Rows.dress(theme, axis);
        axis.setRange(new Range(0, Math.max(most, 1) * (data.references().isEmpty() ? 1.06 : HEAD_ROOM)), true, false);
        axis.setTickUnit(new NumberTickUnit(Rows.roundStep(Math.max(most, 1)), Rows.format("")), false, true);
        return axis;
    }

    private static XYBarRenderer bars() {
        XYBarRenderer renderer = new XYBarRenderer(GAP);
        renderer.setBarPainter(new StandardXYBarPainter());
        renderer.setShadowVisible(false);
        renderer.setDrawBarOutline(false);
        renderer.setUseYInterval(true);
        renderer.setSeriesPaint(0, Theme.SERIES.get(0));
        return renderer;
    }
}
