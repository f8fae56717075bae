package tw.minsheng.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;

/** A chart that is ready to be drawn; its size follows from its rows and words. Not for two threads at a time. */
public interface Chart {

    /** The conclusion, in one line. */
    String title();

    /** The main values, for readers who cannot see the chart. */
    String description();

    /** Natural width in CSS pixels. */
    double width();

    /** Natural height in CSS pixels. */
    double height();

    /** Draws into this area, which has the ratio of width to height. */
    void draw(Graphics2D graphics, Rectangle2D area);
}
