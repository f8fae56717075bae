package tw.minsheng.chart;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.function.DoubleUnaryOperator;

/** A dashed line under the rows, named above the first row; the line ends below its name. */
record ReferenceLine(Theme theme, double value, String label) implements RowRenderer.Under {

    /** Room that the name needs above the first row. */
    static final double HEAD = 20;

    private static final double NAME_HEIGHT = 18;

    @Override
    public void paint(Graphics2D g, Rectangle2D area, DoubleUnaryOperator place) {
        double x = place.applyAsDouble(value);
        g.setPaint(Theme.GROUND);
        g.fill(new Rectangle2D.Double(area.getX(), area.getY(), area.getWidth(), NAME_HEIGHT));
        g.setPaint(Theme.MUTED);
        g.setStroke(Theme.DASHED);
        g.draw(new Line2D.Double(x, area.getY() + NAME_HEIGHT, x, area.getMaxY()));
        Font font = theme.inside();
        double width = Lines.width(label, font);
        double left = Math.max(area.getX(), Math.min(x - width / 2, area.getMaxX() - width));
        g.setFont(font);
        g.setPaint(Theme.TEXT);
        g.drawString(label, (float) left, (float) area.getY() + 12);
    }
}
