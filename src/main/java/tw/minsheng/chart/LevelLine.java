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
        g.setFont(theme.inside());
        g.drawString(label, (float) area.getX() + 4, (float) (y - ABOVE));
    }
}
