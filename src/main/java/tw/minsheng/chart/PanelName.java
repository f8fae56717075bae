package tw.minsheng.chart;

import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.annotations.AbstractXYAnnotation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;

/** The name of a panel above its top left corner, its last value above the right one, and its ground line. */
final class PanelName extends AbstractXYAnnotation {

    private final transient Theme theme;
    private final String name;
    private final String end;

    PanelName(Theme theme, String name, String end) {
        this.theme = theme;
        this.name = name;
        this.end = end;
    }

    @Override
    public void draw(
            Graphics2D g,
            XYPlot plot,
            Rectangle2D area,
            ValueAxis days,
            ValueAxis values,
            int index,
            PlotRenderingInfo info) {
        Shape clip = g.getClip();
        g.setClip(null); // the name stands above the area of the data
        g.setPaint(Theme.AXIS);
        g.setStroke(Theme.HAIRLINE);
        g.draw(new Line2D.Double(area.getMinX(), area.getMaxY(), area.getMaxX(), area.getMaxY()));
        g.setFont(theme.axis());
        g.setPaint(Theme.MUTED);
        float y = (float) area.getY() - 6;
        g.drawString(name, (float) area.getX(), y);
        g.setFont(theme.direct());
        g.setPaint(Theme.SERIES.get(0));
        g.drawString(end, (float) (area.getMaxX() - Lines.width(end, theme.direct())), y);
        g.setClip(clip);
    }
}
