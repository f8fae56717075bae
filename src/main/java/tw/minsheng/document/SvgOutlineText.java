package tw.minsheng.document;

import java.awt.Font;
import java.awt.Shape;
import java.awt.font.GlyphVector;
import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;

/** Text as shapes; each glyph of a font and size is written once. */
final class SvgOutlineText implements SvgText {

    @Override
    public void write(SvgPage page, String text, Font font, AffineTransform at, String attributes) {
        GlyphVector glyphs = font.createGlyphVector(CONTEXT, text);
        boolean moved = (at.getType() & ~AffineTransform.TYPE_TRANSLATION) == 0;
        StringBuilder out = new StringBuilder("<g aria-label=\"")
                .append(Markup.escape(text))
                .append('"')
                .append(moved ? "" : matrix(at))
                .append(attributes)
                .append('>');
        for (int i = 0; i < glyphs.getNumGlyphs(); i++) {
            Point2D place = glyphs.getGlyphPosition(i);
            Shape shape = glyphs.getGlyphOutline(i, (float) -place.getX(), (float) -place.getY());
            String path = SvgNumbers.path(shape);
            if (!path.isEmpty()) {
                double x = place.getX() + (moved ? at.getTranslateX() : 0);
                double y = place.getY() + (moved ? at.getTranslateY() : 0);
                out.append("<use href=\"#").append(page.glyph(path));
                out.append("\" x=\"").append(SvgNumbers.number(x));
                out.append("\" y=\"").append(SvgNumbers.number(y)).append("\"/>");
            }
        }
        page.add(out.append("</g>").toString());
    }

    private static String matrix(AffineTransform at) {
        double[] numbers = new double[6];
        at.getMatrix(numbers);
        StringBuilder out = new StringBuilder(" transform=\"matrix(");
        for (int i = 0; i < numbers.length; i++) {
            // four decimals for turning and scaling: an error there grows with the distance
            out.append(i == 0 ? "" : " ")
                    .append(i < 4 ? Math.round(numbers[i] * 1e4) / 1e4 : SvgNumbers.number(numbers[i]));
        }
        return out.append(")\"").toString();
    }
}
