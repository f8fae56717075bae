package tw.minsheng.document;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;

/** Something that draws itself as vectors, at any place and size. Drawing twice gives the same picture. */
public interface Picture {

    /** What it shows, in one line; read aloud first. */
    String title();

    /** What a reader who cannot see it must know: the main values. */
    String description();

    /** Natural width in CSS pixels. */
    double width();

    /** Natural height in CSS pixels. */
    double height();

    /** Draws into this area, which has the ratio of width to height. */
    void draw(Graphics2D graphics, Rectangle2D area);
}
