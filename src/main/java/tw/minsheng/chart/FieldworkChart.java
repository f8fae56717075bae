package tw.minsheng.chart;

import java.awt.BasicStroke;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.StandardXYBarPainter;
import org.jfree.chart.renderer.xy.XYBarRenderer;
import org.jfree.chart.renderer.xy.XYItemRenderer;
import org.jfree.chart.renderer.xy.XYStepRenderer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.Range;
import org.jfree.data.xy.XYBarDataset;
import org.jfree.data.xy.XYDataset;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** Answers by day above, all answers so far below, on one axis of days: two panels, never two scales in one. */
final class FieldworkChart {

    private static final double WIDTH = 760;
    private static final double HEIGHT = 320;
    private static final double BAR = 0.76;
    private static final double NAME_HEIGHT = 20;
    private static final double HEAD_ROOM = 1.42; // two names of events stand above the highest bar
    private static final double PLAN_ROOM = 1.16; // the name of the plan stands above its line
    private static final BasicStroke LINE = new BasicStroke(2.2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);

    private final Theme theme;
    private final FieldworkData data;
    private final TreeMap<Long, Long> counts = new TreeMap<>();

    FieldworkChart(Theme theme, FieldworkData data) {
        this.theme = theme;
        this.data = data;
        for (FieldworkData.Day day : data.days()) {
            counts.merge(day.date().toEpochDay(), day.count(), Long::sum);
        }
    }

    Sheet sheet(Form form) {
        CombinedDomainXYPlot both = new CombinedDomainXYPlot(dayAxis(form));
        both.setGap(16);
        XYPlot upper = panel(daily(), bars(), data.perDay(), "", true);
        String total = counts.isEmpty() ? "" : data.countText().apply(total());
        XYPlot lower = panel(cumulative(), steps(), data.cumulative(), total, false);
        data.plan().forEach(plan -> lower.addAnnotation(new LevelLine(theme, plan.count(), plan.label())));
        for (XYPlot panel : List.of(upper, lower)) {
            both.add(panel, 1);
            panel.setInsets(new RectangleInsets(NAME_HEIGHT, 0, 0, 0)); // adding a panel takes its insets away
        }
        return Sheet.of(theme, data.words(), form, WIDTH, both, HEIGHT, List.of());
    }

    private long total() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    private long wanted() {
        return data.plan().stream().mapToLong(FieldworkData.Plan::count).max().orElse(0);
    }

    private NumberAxis dayAxis(Form form) {
        long first = counts.isEmpty() ? 0 : counts.firstKey();
        long last = counts.isEmpty() ? 0 : counts.lastKey();
        for (FieldworkData.Event event : data.events()) {
            first = counts.isEmpty() ? first : Math.min(first, event.date().toEpochDay());
            last = counts.isEmpty() ? last : Math.max(last, event.date().toEpochDay());
        }
        DayAxis axis = new DayAxis(first, last, form == Form.NARROW ? 4 : 9, this::dayText);
        Rows.dress(theme, axis);
        axis.setAxisLineVisible(true);
        axis.setTickLabelsVisible(!counts.isEmpty());
        return axis;
    }

    private String dayText(long epochDay) {
        return data.dayText().apply(LocalDate.ofEpochDay(epochDay));
    }

    private XYDataset daily() {
        XYSeries series = new XYSeries("");
        counts.forEach((day, count) -> series.add((double) day, (double) count));
        return new XYBarDataset(new XYSeriesCollection(series), BAR);
    }

    private XYDataset cumulative() {
        XYSeries series = new XYSeries("");
        long sum = 0;
        for (Map.Entry<Long, Long> entry : counts.entrySet()) {
            series.add(entry.getKey() - 0.5, (double) sum);
            sum += entry.getValue();
            series.add((double) entry.getKey(), (double) sum);
        }
        if (!counts.isEmpty()) {
            series.add(counts.lastKey() + 0.5, (double) sum);
        }
        return new XYSeriesCollection(series);
    }

    private static XYItemRenderer bars() {
        XYBarRenderer renderer = new XYBarRenderer();
        renderer.setBarPainter(new StandardXYBarPainter());
        renderer.setShadowVisible(false);
        renderer.setDrawBarOutline(false);
        renderer.setSeriesPaint(0, Theme.SERIES.get(0));
        return renderer;
    }

    private static XYItemRenderer steps() {
        XYStepRenderer renderer = new XYStepRenderer();
        renderer.setSeriesPaint(0, Theme.SERIES.get(0));
        renderer.setSeriesStroke(0, LINE);
        return renderer;
    }

    private XYPlot panel(XYDataset dataset, XYItemRenderer renderer, String name, String end, boolean named) {
        NumberAxis values = new NumberAxis();
        Rows.dress(theme, values);
        double most = counts.isEmpty()
                ? 1
                : named
                        ? counts.values().stream()
                                .mapToLong(Long::longValue)
                                .max()
                                .orElse(1)
                        : Math.max(total(), wanted());
        double step = Rows.roundStep(Math.max(most, 1));
        boolean crowned = named && !data.events().isEmpty();
        double room = crowned ? HEAD_ROOM : wanted() > 0 ? PLAN_ROOM : 1.06;
        values.setRange(new Range(0, Math.max(most, 1) * room), true, false);
        values.setTickUnit(new NumberTickUnit(step, Rows.format("")), false, true);
        XYPlot panel = new XYPlot(dataset, null, values, renderer);
        panel.setBackgroundPaint(Theme.GROUND);
        panel.setOutlineVisible(false);
        panel.setRangeGridlinePaint(Theme.GRID);
        panel.setRangeGridlineStroke(Theme.HAIRLINE);
        panel.setDomainGridlinesVisible(false);
        panel.setAxisOffset(RectangleInsets.ZERO_INSETS);
        panel.setNoDataMessage(data.words().noData());
        panel.setNoDataMessageFont(theme.axis());
        panel.setNoDataMessagePaint(Theme.MUTED);
        panel.addAnnotation(new PanelName(theme, name, end));
        for (int event = 0; event < data.events().size(); event++) {
            FieldworkData.Event happened = data.events().get(event);
            double begin = happened.date().toEpochDay() - 0.5;
            panel.addAnnotation(new MarkerLine(theme, begin, named ? happened.label() : "", event % 2));
        }
        return panel;
    }
}
