package tw.minsheng.document;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Composite;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.NoninvertibleTransformException;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Draws onto an SVG page. Transforms are worked into the coordinates, so that elements stay short. It has the state that
 * {@link Graphics2D} demands, and nothing else changes. Colours and alpha are kept; gradients are not.
 */
final class SvgGraphics extends VectorGraphics {

    private static final int SIMPLE = AffineTransform.TYPE_TRANSLATION | AffineTransform.TYPE_UNIFORM_SCALE;

    private final SvgPage page;
    private final SvgText writer;
    private final Graphics2D metrics;
    private AffineTransform transform = new AffineTransform();
    private @Nullable Shape clip;
    private Paint paint = Color.BLACK;
    private Color background = Color.WHITE;
    private Stroke stroke = new BasicStroke(1f);
    private Font font = new Font("SansSerif", Font.PLAIN, 12);
    private float alpha = 1f;

    SvgGraphics(SvgPage page, SvgText writer) {
        this.page = page;
        this.writer = writer;
        this.metrics = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
        metrics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        metrics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    }

    private SvgGraphics(SvgGraphics from) {
        this.page = from.page;
        this.writer = from.writer;
        this.metrics = from.metrics;
        this.transform = new AffineTransform(from.transform);
        this.clip = from.clip;
        this.paint = from.paint;
        this.background = from.background;
        this.stroke = from.stroke;
        this.font = from.font;
        this.alpha = from.alpha;
    }

    @Override
    public Graphics create() {
        return new SvgGraphics(this);
    }

    @Override
    public void fill(Shape shape) {
        Shape placed = transform.createTransformedShape(shape);
        String style = colour("fill") + clipFor(placed);
        if (shape instanceof Rectangle2D && (transform.getType() & ~SIMPLE) == 0) {
            Rectangle2D box = placed.getBounds2D();
            if (box.getWidth() > 0 && box.getHeight() > 0) {
                page.add("<rect x=\"" + SvgNumbers.number(box.getX()) + "\" y=\"" + SvgNumbers.number(box.getY())
                        + "\" width=\"" + SvgNumbers.number(box.getWidth()) + "\" height=\""
                        + SvgNumbers.number(box.getHeight()) + "\"" + style + "/>");
            }
            return;
        }
        String path = SvgNumbers.path(placed);
        if (!path.isEmpty()) {
            page.add("<path d=\"" + path + "\"" + style + "/>");
        }
    }

    @Override
    public void draw(Shape shape) {
        if (!(stroke instanceof BasicStroke line)) {
            fill(stroke.createStrokedShape(shape));
            return;
        }
        Shape placed = transform.createTransformedShape(shape);
        String path = SvgNumbers.path(placed);
        if (!path.isEmpty()) {
            double scale = Math.sqrt(Math.abs(transform.getDeterminant()));
            page.add("<path d=\"" + path + "\" fill=\"none\"" + colour("stroke") + stroke(line, scale) + clipFor(placed)
                    + "/>");
        }
    }

    private static String stroke(BasicStroke line, double scale) {
        StringBuilder out = new StringBuilder();
        String width = SvgNumbers.number(line.getLineWidth() * scale);
        out.append(width.equals("1") ? "" : " stroke-width=\"" + width + "\"");
        if (line.getEndCap() != BasicStroke.CAP_BUTT) {
            out.append(" stroke-linecap=\"")
                    .append(line.getEndCap() == BasicStroke.CAP_ROUND ? "round" : "square")
                    .append('"');
        }
        if (line.getLineJoin() != BasicStroke.JOIN_MITER) {
            out.append(" stroke-linejoin=\"")
                    .append(line.getLineJoin() == BasicStroke.JOIN_ROUND ? "round" : "bevel")
                    .append('"');
        }
        float[] dashes = line.getDashArray();
        if (dashes != null) {
            out.append(" stroke-dasharray=\"");
            for (int i = 0; i < dashes.length; i++) {
                out.append(i == 0 ? "" : " ").append(SvgNumbers.number(dashes[i] * scale));
            }
            out.append('"');
        }
        return out.toString();
    }

    @Override
    public void drawString(String text, float x, float y) {
        if (text.isBlank()) {
            return;
        }
        AffineTransform at = new AffineTransform(transform);
        at.translate(x, y);
        Rectangle2D box = font.getStringBounds(text, SvgText.CONTEXT);
        writer.write(page, text, font, at, colour("fill") + clipFor(at.createTransformedShape(box)));
    }

    private String colour(String attribute) {
        Color color = getColor();
        double opacity = color.getAlpha() / 255.0 * alpha;
        String hex =
                Integer.toHexString((color.getRGB() & 0xFFFFFF) | 0x1000000).substring(1);
        return " " + attribute + "=\"#" + hex + "\""
                + (opacity < 0.999 ? " " + attribute + "-opacity=\"" + SvgNumbers.number(opacity) + "\"" : "");
    }

    /** The clip attribute, only where the shape would really be cut. */
    private String clipFor(Shape placed) {
        Shape limit = clip;
        if (limit == null || limit.contains(placed.getBounds2D())) {
            return "";
        }
        Rectangle2D box = limit.getBounds2D();
        boolean whole = limit instanceof Rectangle2D
                && box.contains(0.5, 0.5, Math.max(page.width() - 1, 0.1), Math.max(page.height() - 1, 0.1));
        return whole ? "" : " clip-path=\"url(#" + page.clip(SvgNumbers.path(limit)) + ")\"";
    }

    @Override
    public void clip(@Nullable Shape shape) {
        if (shape == null) {
            clip = null;
            return;
        }
        Shape placed = transform.createTransformedShape(shape);
        if (shape instanceof Rectangle2D && (transform.getType() & ~SIMPLE) == 0) {
            placed = placed.getBounds2D();
        }
        Shape old = clip;
        if (old == null) {
            clip = placed;
        } else if (old instanceof Rectangle2D one && placed instanceof Rectangle2D two) {
            clip = one.createIntersection(two);
        } else {
            Area both = new Area(old);
            both.intersect(new Area(placed));
            clip = both;
        }
    }

    @Override
    public void setClip(@Nullable Shape shape) {
        clip = null;
        if (shape != null) {
            clip(shape);
        }
    }

    @Override
    public @Nullable Shape getClip() {
        Shape placed = clip;
        if (placed == null || transform.isIdentity()) {
            return placed;
        }
        try {
            Shape here = transform.createInverse().createTransformedShape(placed);
            return placed instanceof Rectangle2D && (transform.getType() & ~SIMPLE) == 0 ? here.getBounds2D() : here;
        } catch (NoninvertibleTransformException e) {
            throw new IllegalStateException("drawing at size zero", e);
        }
    }

    @Override
    public FontRenderContext getFontRenderContext() {
        return SvgText.CONTEXT;
    }

    @Override
    public FontMetrics getFontMetrics(Font measured) {
        return metrics.getFontMetrics(measured);
    }

    @Override
    public Font getFont() {
        return font;
    }

    @Override
    public void setFont(@Nullable Font wanted) {
        if (wanted != null) {
            font = wanted;
        }
    }

    @Override
    public Paint getPaint() {
        return paint;
    }

    @Override
    public void setPaint(@Nullable Paint wanted) {
        if (wanted != null) {
            paint = wanted;
        }
    }

    @Override
    public Stroke getStroke() {
        return stroke;
    }

    @Override
    public void setStroke(Stroke wanted) {
        stroke = wanted;
    }

    @Override
    public Color getBackground() {
        return background;
    }

    @Override
    public void setBackground(Color wanted) {
        background = wanted;
    }

    @Override
    public Composite getComposite() {
        return AlphaComposite.getInstance(AlphaComposite.SRC_OVER, alpha);
    }

    @Override
    public void setComposite(Composite wanted) {
        alpha = wanted instanceof AlphaComposite known ? known.getAlpha() : 1f;
    }

    @Override
    public AffineTransform getTransform() {
        return new AffineTransform(transform);
    }

    @Override
    public void setTransform(AffineTransform wanted) {
        transform = new AffineTransform(wanted);
    }

    @Override
    public void transform(AffineTransform more) {
        transform.concatenate(more);
    }

    @Override
    public void translate(int x, int y) {
        transform.translate(x, y);
    }

    @Override
    public void translate(double x, double y) {
        transform.translate(x, y);
    }

    @Override
    public void rotate(double angle) {
        transform.rotate(angle);
    }

    @Override
    public void rotate(double angle, double x, double y) {
        transform.rotate(angle, x, y);
    }

    @Override
    public void scale(double x, double y) {
        transform.scale(x, y);
    }

    @Override
    public void shear(double x, double y) {
        transform.shear(x, y);
    }

    @Override
    public @Nullable Object getRenderingHint(RenderingHints.Key key) {
        return metrics.getRenderingHint(key);
    }

    @Override
    public void setRenderingHint(RenderingHints.Key key, @Nullable Object value) {
        // a reader renders as it can
    }

    @Override
    public void setRenderingHints(Map<?, ?> hints) {
        // a reader renders as it can
    }

    @Override
    public void addRenderingHints(Map<?, ?> hints) {
        // a reader renders as it can
    }

    @Override
    public RenderingHints getRenderingHints() {
        return new RenderingHints(Map.of());
    }
}
