package tw.minsheng.document;

import java.awt.geom.Rectangle2D;
import java.util.regex.Pattern;

/** Writes a picture as one SVG element, which is also a complete file. */
public final class SvgWriter {

    /** How text is written. */
    public enum TextMode {
        /** as text, for pages: small, searchable; looks right with any Chinese font of the reader */
        TEXT,
        /** as shapes, for files whose reader is unknown: looks the same without any font */
        OUTLINES
    }

    private static final Pattern PREFIX = Pattern.compile("[A-Za-z][A-Za-z0-9_-]*");
    private static final String FONTS =
            "'Noto Sans TC','Noto Sans CJK TC','PingFang TC','Microsoft JhengHei',sans-serif";

    private SvgWriter() {}

    /** At the picture's own size. */
    public static String svg(Picture picture, String idPrefix, TextMode mode) {
        return svg(picture, picture.width(), picture.height(), idPrefix, mode);
    }

    /**
     * Draws the picture.
     *
     * @param width in CSS pixels
     * @param height in CSS pixels
     * @param idPrefix begins every id, because several pictures stand in one page: a letter, then letters, digits, - and _
     */
    public static String svg(Picture picture, double width, double height, String idPrefix, TextMode mode) {
        if (!PREFIX.matcher(idPrefix).matches()) {
            throw new IllegalArgumentException("not a prefix of ids: " + idPrefix);
        }
        SvgPage page = new SvgPage(width, height, idPrefix);
        SvgGraphics graphics = new SvgGraphics(page, mode == TextMode.TEXT ? new SvgRealText() : new SvgOutlineText());
        picture.draw(graphics, new Rectangle2D.Double(0, 0, width, height));
        String size = SvgNumbers.number(width) + " " + SvgNumbers.number(height);
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + SvgNumbers.number(width) + "\" height=\""
                + SvgNumbers.number(height) + "\" viewBox=\"0 0 " + size + "\" role=\"img\" aria-labelledby=\""
                + idPrefix + "-t " + idPrefix + "-d\" font-family=\"" + FONTS + "\">\n<title id=\"" + idPrefix
                + "-t\">" + Markup.escape(picture.title()) + "</title>\n<desc id=\"" + idPrefix + "-d\">"
                + Markup.escape(picture.description()) + "</desc>\n" + page.content() + "</svg>\n";
    }
}
