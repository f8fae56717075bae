package tw.minsheng.chart;

import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.annotations.AbstractXYAnnotation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;

/** A dashed lying line at a value of the upright axis, with its name above its left end. */
final class LevelLine extends AbstractXYAnnotation {

    private static final double ABOVE = 5;

    private final transient Theme theme;
    private final double place;
    private final String label;

    LevelLine(Theme theme, double place, String label) {
        this.theme = theme;
        this.place = place;
        this.label = label;
    }

    @Override
    public void draw(
            Graphics2D g,
            XYPlot plot,
            Rectangle2D area,
            ValueAxis across,
            ValueAxis upright,
            int index,
            PlotRenderingInfo info) {
        double y = upright.valueToJava2D(place, area, plot.getRangeAxisEdge());
        g.setPaint(Theme.SECOND_TEXT);
        g.setStroke(Theme.DASHED);
        g.draw(new Line2D.Double(area.getMinX(), y, area.getMaxX(), y));
        double left = area.getX() + 4;
        double high = theme.inside().getSize2D();
        // bars and lines pass behind the name
        g.setPaint(Theme.GROUND);
        g.fill(new Rectangle2D.Double(
                left - 2, y - ABOVE - high, Lines.width(label, theme.inside()) + 4, high + ABOVE - 1));
        g.setPaint(Theme.SECOND_TEXT);
        g.setFont(theme.inside());
        g.drawString(label, (float) left, (float) (y - ABOVE));
    }
}
