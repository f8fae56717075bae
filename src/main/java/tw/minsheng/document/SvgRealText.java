package tw.minsheng.document;

import java.awt.Font;
import java.awt.geom.AffineTransform;

/** Text as text; its length is fixed, so that the layout holds when the reader has another font. */
final class SvgRealText implements SvgText {

    @Override
    public void write(SvgPage page, String text, Font font, AffineTransform at, String attributes) {
        double scale = Math.sqrt(Math.abs(at.getDeterminant()));
        double turn = StrictMath.toDegrees(StrictMath.atan2(at.getShearY(), at.getScaleX()));
        String x = SvgNumbers.number(at.getTranslateX());
        String y = SvgNumbers.number(at.getTranslateY());
        double length = font.getStringBounds(text, CONTEXT).getWidth() * scale;
        StringBuilder out = new StringBuilder("<text x=\"")
                .append(x)
                .append("\" y=\"")
                .append(y)
                .append('"');
        out.append(" font-size=\"")
                .append(SvgNumbers.number(font.getSize2D() * scale))
                .append('"');
        out.append(weight(font));
        if (Math.abs(turn) > 0.01) {
            out.append(" transform=\"rotate(").append(SvgNumbers.number(turn)).append(' ');
            out.append(x).append(' ').append(y).append(")\"");
        }
        out.append(" textLength=\"").append(SvgNumbers.number(length)).append('"');
        page.add(out + attributes + ">" + Markup.escape(text) + "</text>");
    }

    private static String weight(Font font) {
        if (font.isBold()) {
            return " font-weight=\"700\"";
        }
        return font.getFamily().endsWith("Medium") ? " font-weight=\"500\"" : "";
    }
}
