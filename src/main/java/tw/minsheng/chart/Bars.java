package tw.minsheng.chart;

import java.awt.Color;
import java.util.List;
import java.util.stream.IntStream;
import org.jfree.chart.renderer.xy.StandardXYBarPainter;
import org.jfree.chart.renderer.xy.XYBarRenderer;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;

/** Upright bars at the places 0, 1, 2 …, each from one value to another; the bars of several series can stand on each other. */
final class Bars {

    private static final double HALF = .39;

    private final List<XYIntervalSeries> series;

    Bars(int count) {
        series = IntStream.range(0, count)
                .mapToObj(each -> new XYIntervalSeries(Integer.valueOf(each)))
                .toList();
    }

    void add(int which, int place, double from, double to) {
        series.get(which).add(place, place - HALF, place + HALF, to, from, to);
    }

    XYIntervalSeriesCollection dataset() {
        XYIntervalSeriesCollection all = new XYIntervalSeriesCollection();
        series.forEach(all::addSeries);
        return all;
    }

    /** @param colours one for each series */
    static XYBarRenderer renderer(List<Color> colours) {
        XYBarRenderer renderer = new XYBarRenderer();
        renderer.setBarPainter(new StandardXYBarPainter());
        renderer.setShadowVisible(false);
        renderer.setDrawBarOutline(false);
        renderer.setUseYInterval(true);
        for (int each = 0; each < colours.size(); each++) {
            renderer.setSeriesPaint(each, colours.get(each));
        }
        return renderer;
    }
}
