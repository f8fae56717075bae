package tw.minsheng.chart;

import java.awt.Color;
import java.util.List;
import java.util.stream.IntStream;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.Range;

/** Stacked bars: the darker, the older. */
final class AgesChart {

    private static final double WIDTH = 760;
    private static final double HEIGHT = 270;
    private static final double NAME_HEIGHT = 20;
    private static final int NAMES = 12;
    private static final int NARROW_NAMES = 5;
    private static final List<Color> COLOURS =
            List.of(Theme.SEQUENTIAL.get(1), Theme.SEQUENTIAL.get(2), Theme.SEQUENTIAL.get(4), Theme.SEQUENTIAL.get(6));

    private final Theme theme;
    private final AgesData data;

    AgesChart(Theme theme, AgesData data) {
        this.theme = theme;
        this.data = data;
    }

    Sheet sheet(Form form) {
        Bars bars = new Bars(data.bands().size());
        for (int place = 0; place < data.periods().size(); place++) {
            double from = 0;
            List<Long> counts = data.periods().get(place).counts();
            for (int band = 0; band < counts.size(); band++) {
                bars.add(band, place, from, from + counts.get(band));
                from += counts.get(band);
            }
        }
        List<String> names = data.periods().stream().map(AgesData.Period::name).toList();
        MonthAxis months = new MonthAxis(theme, names, form == Form.NARROW ? NARROW_NAMES : NAMES);
        XYPlot plot = new XYPlot(bars.dataset(), months, counts(), Bars.renderer(COLOURS));
        plot.setRangeGridlinePaint(Theme.GRID);
        plot.setRangeGridlineStroke(Theme.HAIRLINE);
        plot.setDomainGridlinesVisible(false);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        plot.addAnnotation(new PanelName(theme, data.counted(), ""));
        Sheet sheet = Sheet.of(
                theme,
                data.words(),
                form,
                WIDTH,
                plot,
                HEIGHT,
                IntStream.range(0, data.bands().size())
                        .mapToObj(band -> Rows.square(data.bands().get(band), COLOURS.get(band)))
                        .toList());
        plot.setInsets(new RectangleInsets(NAME_HEIGHT, 0, 0, MonthAxis.OVERHANG));
        return sheet;
    }

    private NumberAxis counts() {
        double most =
                data.periods().stream().mapToLong(AgesData.Period::total).max().orElse(1);
        NumberAxis axis = new NumberAxis();
        Rows.dress(theme, axis);
        axis.setRange(new Range(0, Math.max(most, 1) * 1.06), true, false);
        axis.setTickUnit(new NumberTickUnit(Rows.roundStep(Math.max(most, 1)), Rows.format("")), false, true);
        return axis;
    }
}
