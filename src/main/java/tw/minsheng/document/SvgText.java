package tw.minsheng.document;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;

/** A way to write a line of text. */
interface SvgText {

    /** Metrics without hinting, as the reader's browser sees them. */
    FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

    /**
     * Adds one line.
     *
     * @param at from the text's origin to the page
     * @param attributes colour and clip
     */
    void write(SvgPage page, String text, Font font, AffineTransform at, String attributes);
}
