package tw.minsheng.chart;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jfree.chart.annotations.AbstractXYAnnotation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.Range;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/**
 * A line over real days with the interval of each wave as an upright stroke and a band. Where the line does not go on there is a gap with
 * its reason, and no line leads through a wave without a value.
 */
final class TrendChart {

    private static final double WIDTH = 760;
    private static final double HEIGHT = 320;
    private static final double NAME_HEIGHT = 20;
    private static final double AXIS_HEIGHT = 36;
    private static final double OVERHANG = 14;
    private static final double DOT = 9;
    private static final double ROOM = .06;
    private static final double NARROW_ROOM = .12;
    private static final double HEAD = .14; // two lines of reasons stand above the highest mark
    private static final double APART = 6;
    private static final BasicStroke LINE = new BasicStroke(2.2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    private static final BasicStroke SPAN = new BasicStroke(1.6f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);

    private final Theme theme;
    private final TrendData data;

    TrendChart(Theme theme, TrendData data) {
        this.theme = theme;
        this.data = data;
    }

    Sheet sheet(Form form) {
        XYSeries series = new XYSeries("");
        data.waves().forEach(wave -> series.add(day(wave), data.axis().from()));
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(false, false);
        renderer.addAnnotation(new Bands(), Layer.BACKGROUND);
        XYPlot plot = new XYPlot(new XYSeriesCollection(series), days(form), values(form), renderer);
        plot.setRangeGridlinePaint(Theme.GRID);
        plot.setRangeGridlineStroke(Theme.HAIRLINE);
        plot.setDomainGridlinesVisible(false);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        plot.addAnnotation(new PanelName(theme, data.share(), ""));
        int gaps = 0;
        for (int wave = 1; wave < data.waves().size(); wave++) {
            if (isBroken(wave)) {
                double middle =
                        (day(data.waves().get(wave - 1)) + day(data.waves().get(wave))) / 2;
                plot.addAnnotation(
                        new MarkerLine(theme, middle, data.waves().get(wave).broken(), gaps % 2));
                gaps++;
            }
        }
        plot.addAnnotation(new Marks());
        Sheet sheet = Sheet.of(theme, data.words(), form, WIDTH, plot, HEIGHT, List.of());
        plot.setInsets(new RectangleInsets(NAME_HEIGHT, 0, AXIS_HEIGHT, OVERHANG));
        return sheet;
    }

    private static double day(TrendData.Wave wave) {
        return wave.day().toEpochDay();
    }

    private boolean isBroken(int wave) {
        return !data.waves().get(wave).broken().isEmpty();
    }

    /** Days without names: the waves have their own below. */
    private NumberAxis days(Form form) {
        double first = data.waves().stream().mapToDouble(TrendChart::day).min().orElse(0);
        double last = data.waves().stream().mapToDouble(TrendChart::day).max().orElse(1);
        double room = Math.max(1, (last - first) * (form == Form.NARROW ? NARROW_ROOM : ROOM));
        return Rows.hidden(theme, first - room, last + room);
    }

    private NumberAxis values(Form form) {
        double from = data.axis().from();
        double to = data.axis().to();
        for (TrendData.Wave wave : data.waves()) {
            from = Math.min(from, wave.mark().least());
            to = Math.max(to, wave.mark().greatest());
        }
        NumberAxis axis =
                Rows.values(theme, "", from, to, data.axis().step(), data.axis().unit(), form);
        boolean broken = IntStream.range(1, data.waves().size()).anyMatch(this::isBroken);
        axis.setRange(new Range(from, to + (broken ? (to - from) * HEAD : 0)), true, false);
        return axis;
    }

    /**
     * Where a wave stands.
     *
     * @param dot height of the value; none or one
     * @param span heights of the lower and upper limit; none or two
     */
    private record Place(double x, List<Double> dot, List<Double> span) {

        static List<Place> of(TrendData data, Rectangle2D area, ValueAxis days, ValueAxis values, XYPlot plot) {
            List<Place> all = new ArrayList<>();
            for (TrendData.Wave wave : data.waves()) {
                List<Double> dot = new ArrayList<>();
                List<Double> span = new ArrayList<>();
                wave.mark().paint(new Mark.Brush() {
                    @Override
                    public void nothing() {
                        // a gap
                    }

                    @Override
                    public void span(double low, double high) {
                        span.add(values.valueToJava2D(low, area, plot.getRangeAxisEdge()));
                        span.add(values.valueToJava2D(high, area, plot.getRangeAxisEdge()));
                    }

                    @Override
                    public void dot(double value) {
                        dot.add(values.valueToJava2D(value, area, plot.getRangeAxisEdge()));
                    }
                });
                all.add(new Place(days.valueToJava2D(day(wave), area, plot.getDomainAxisEdge()), dot, span));
            }
            return all;
        }

        boolean isKnown() {
            return !dot.isEmpty();
        }

        boolean hasSpan() {
            return !span.isEmpty();
        }

        double y() {
            return dot.get(0);
        }

        double low() {
            return span.get(0);
        }

        double high() {
            return span.get(1);
        }

        /** The upper end of what is drawn. */
        double top() {
            double dotTop = y() - DOT / 2;
            return hasSpan() ? Math.min(high(), dotTop) : dotTop;
        }
    }

    /** Between two waves with intervals that are one line. */
    private final class Bands extends AbstractXYAnnotation {

        @Override
        public void draw(
                Graphics2D g,
                XYPlot plot,
                Rectangle2D area,
                ValueAxis days,
                ValueAxis values,
                int index,
                PlotRenderingInfo info) {
            List<Place> places = Place.of(data, area, days, values, plot);
            g.setPaint(Theme.SEQUENTIAL.get(1));
            for (int wave = 1; wave < places.size(); wave++) {
                Place one = places.get(wave - 1);
                Place two = places.get(wave);
                if (!isBroken(wave) && one.hasSpan() && two.hasSpan()) {
                    Path2D band = new Path2D.Double();
                    band.moveTo(one.x(), one.high());
                    band.lineTo(two.x(), two.high());
                    band.lineTo(two.x(), two.low());
                    band.lineTo(one.x(), one.low());
                    band.closePath();
                    g.fill(band);
                }
            }
        }
    }

    /** The line, the intervals, the dots with their values, and the names of the waves under the axis. */
    private final class Marks extends AbstractXYAnnotation {

        @Override
        public void draw(
                Graphics2D g,
                XYPlot plot,
                Rectangle2D area,
                ValueAxis days,
                ValueAxis values,
                int index,
                PlotRenderingInfo info) {
            List<Place> places = Place.of(data, area, days, values, plot);
            g.setPaint(Theme.SERIES.get(0));
            g.setStroke(LINE);
            for (int wave = 1; wave < places.size(); wave++) {
                Place one = places.get(wave - 1);
                Place two = places.get(wave);
                if (!isBroken(wave) && one.isKnown() && two.isKnown()) {
                    g.draw(new Line2D.Double(one.x(), one.y(), two.x(), two.y()));
                }
            }
            for (int wave = 0; wave < places.size(); wave++) {
                mark(g, places.get(wave), data.waves().get(wave).mark());
            }
            names(g, places, area);
        }

        private void mark(Graphics2D g, Place place, Mark mark) {
            g.setPaint(Theme.SERIES.get(0));
            if (place.hasSpan()) {
                g.setStroke(SPAN);
                g.draw(new Line2D.Double(place.x(), place.low(), place.x(), place.high()));
            }
            if (place.isKnown()) {
                g.fill(Rows.dot(place.x(), place.y(), DOT));
                centred(g, mark.text(), theme.direct(), place.x(), place.top() - 5);
            }
        }

        private void centred(Graphics2D g, String text, Font font, double x, double y) {
            g.setFont(font);
            g.setPaint(Theme.INK);
            g.drawString(text, (float) (x - Lines.width(text, font) / 2), (float) y);
        }

        /** From the last wave back, as many as there is room for. */
        private void names(Graphics2D g, List<Place> places, Rectangle2D area) {
            Shape clip = g.getClip();
            g.setClip(null); // the names stand under the axis
            double free = area.getMaxX() + OVERHANG;
            for (int wave = places.size() - 1; wave >= 0; wave--) {
                TrendData.Wave named = data.waves().get(wave);
                double width =
                        Math.max(Lines.width(named.name(), theme.axis()), Lines.width(named.date(), theme.note()));
                double x = Math.min(places.get(wave).x(), area.getMaxX() + OVERHANG - width / 2);
                g.setPaint(Theme.AXIS);
                g.setStroke(Theme.HAIRLINE);
                double tick = places.get(wave).x();
                g.draw(new Line2D.Double(tick, area.getMaxY(), tick, area.getMaxY() + 4));
                if (x + width / 2 <= free) {
                    g.setFont(theme.axis());
                    g.setPaint(Theme.TEXT);
                    text(g, named.name(), theme.axis(), x, area.getMaxY() + 17);
                    g.setFont(theme.note());
                    g.setPaint(Theme.MUTED);
                    text(g, named.date(), theme.note(), x, area.getMaxY() + 31);
                    free = x - width / 2 - APART;
                }
            }
            g.setClip(clip);
        }

        private void text(Graphics2D g, String text, Font font, double x, double y) {
            g.drawString(text, (float) (x - Lines.width(text, font) / 2), (float) y);
        }
    }
}
