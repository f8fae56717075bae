package tw.minsheng.chart;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** Finds a place beside its point for each label, where it touches nothing that was drawn before. */
final class PointLabels {

    static final BasicStroke EDGE = new BasicStroke(1.6f);

    private static final double LINE = 14;
    private static final double GAP = 4;
    /** Steps away from the point that are tried, as multiples of the gap. */
    private static final double[] STEPS = {1, 3, 6};
    /** right, left, above, below, and the corners */
    private static final double[][] SIDES = {{1, 0}, {-1, 0}, {0, -1}, {0, 1}, {1, -1}, {-1, -1}, {1, 1}, {-1, 1}};

    private final Font font;
    private final Rectangle2D area;
    private final List<Rectangle2D> taken = new ArrayList<>();

    PointLabels(Font font, Rectangle2D area) {
        this.font = font;
        this.area = area;
    }

    void avoid(Rectangle2D rectangle) {
        taken.add(rectangle);
    }

    /** Draws a label beside the point at x, y; at the place where it covers least when every place is taken. */
    void draw(Graphics2D g, String label, double x, double y, double dot) {
        if (label.isEmpty()) {
            return;
        }
        double width = Lines.width(label, font);
        Rectangle2D best = place(x, y, width, dot, SIDES[0], GAP);
        double least = Double.POSITIVE_INFINITY;
        for (double step : STEPS) {
            for (double[] side : SIDES) {
                Rectangle2D tried = place(x, y, width, dot, side, GAP * step);
                double covered = covered(tried);
                if (covered < least) {
                    least = covered;
                    best = tried;
                }
            }
        }
        taken.add(best);
        g.setFont(font);
        g.setPaint(Theme.INK);
        g.drawString(label, (float) best.getX(), (float) (best.getY() + LINE - 3.5));
    }

    private static Rectangle2D place(double x, double y, double width, double dot, double[] side, double gap) {
        double across = side[0] == 0 ? -width / 2 : side[0] > 0 ? dot / 2 + gap : -dot / 2 - gap - width;
        double down = side[1] == 0 ? -LINE / 2 : side[1] > 0 ? dot / 2 + gap / 2 : -dot / 2 - gap / 2 - LINE;
        return new Rectangle2D.Double(x + across, y + down, width, LINE);
    }

    /** How much of what is there it would cover; outside of the area counts threefold. */
    private double covered(Rectangle2D tried) {
        double covered = 3 * (tried.getWidth() * tried.getHeight() - common(tried, area));
        for (Rectangle2D other : taken) {
            covered += common(tried, other);
        }
        return covered;
    }

    private static double common(Rectangle2D one, Rectangle2D other) {
        Rectangle2D both = one.createIntersection(other);
        return both.isEmpty() ? 0 : both.getWidth() * both.getHeight();
    }
}
