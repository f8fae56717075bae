package tw.minsheng.chart;

import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.annotations.AbstractXYAnnotation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;

/** A dashed line at a day on which something happened, with its name where there is room. */
final class DayLine extends AbstractXYAnnotation {

    private static final double NAME_HEIGHT = 15;

    private final transient Theme theme;
    private final long day;
    private final String label;
    private final int level;

    /**
     * @param level 0 or 1, so that the names of neighbours stand one below the other
     * @param named false in panels below the one that carries the name
     */
    DayLine(Theme theme, FieldworkData.Event event, int level, boolean named) {
        this.level = level;
        this.theme = theme;
        this.day = event.date().toEpochDay();
        this.label = named ? event.label() : "";
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
        double x = days.valueToJava2D(day - 0.5, area, plot.getDomainAxisEdge());
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
