package tw.minsheng.report.chapter;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import tw.minsheng.chart.Chart;
import tw.minsheng.document.Picture;

/** A chart as a picture of a document. */
record ChartPicture(Chart chart) implements Picture {

    @Override
    public String title() {
        return chart.title();
    }

    @Override
    public String description() {
        return chart.description();
    }

    @Override
    public double width() {
        return chart.width();
    }

    @Override
    public double height() {
        return chart.height();
    }

    @Override
    public void draw(Graphics2D graphics, Rectangle2D area) {
        chart.draw(graphics, area);
    }
}
