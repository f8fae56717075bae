package tw.minsheng.chart;

import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.annotations.AbstractXYAnnotation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;

/** A dashed upright line at a value of the lower axis, with its name above it. */
final class MarkerLine extends AbstractXYAnnotation {

    private static final double NAME_HEIGHT = 15;

    private final transient Theme theme;
    private final double place;
    private final String label;
    private final int level;

    /**
     * @param level 0 or 1, so that the names of neighbours stand one below the other
     * @param label "" in panels below the one that carries the name
     */
    MarkerLine(Theme theme, double place, String label, int level) {
        this.level = level;
        this.theme = theme;
        this.place = place;
        this.label = label;
    }

    @Override
    public void draw(
            Graphics2D g,
            XYPlot plot,
            Rectangle2D area,
            ValueAxis values,
            ValueAxis counts,
            int index,
            PlotRenderingInfo info) {
        double x = values.valueToJava2D(place, area, plot.getDomainAxisEdge());
        double top = area.getY() + level * NAME_HEIGHT;
        g.setPaint(Theme.MUTED);
        g.setStroke(Theme.DASHED);
        g.draw(new Line2D.Double(x, label.isEmpty() ? area.getY() : top + NAME_HEIGHT, x, area.getMaxY()));
        double width = Lines.width(label, theme.inside());
        double left = Math.max(area.getX(), Math.min(x - width / 2, area.getMaxX() - width));
        if (width > 0) {
            g.setPaint(Theme.GROUND);
            g.fill(new Rectangle2D.Double(left - 3, top, width + 6, NAME_HEIGHT));
        }
        g.setFont(theme.inside());
        g.setPaint(Theme.TEXT);
        g.drawString(label, (float) left, (float) top + 11);
    }
}
