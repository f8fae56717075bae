package tw.minsheng.document;

import com.openhtmltopdf.extend.FSObjectDrawer;
import com.openhtmltopdf.extend.FSObjectDrawerFactory;
import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.render.RenderingContext;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** Draws the pictures of a document where its objects stand, as vectors. */
final class PdfPictures implements FSObjectDrawerFactory, FSObjectDrawer {

    static final String TYPE = "picture";

    private final Map<String, Picture> pictures = new HashMap<>();

    PdfPictures(Document document) {
        for (Block block : document.blocks()) {
            if (block instanceof Figure figure) {
                pictures.put(figure.key(), figure.paper());
            }
        }
    }

    @Override
    public boolean isReplacedObject(Element element) {
        return element.getTagName().equals("object")
                && element.getAttribute("type").equals(TYPE);
    }

    @Override
    public FSObjectDrawer createDrawer(Element element) {
        return this;
    }

    @Override
    @SuppressWarnings("NullAway") // the engine takes null for "no links in the picture"
    public @Nullable Map<Shape, String> drawObject(
            Element element,
            double x,
            double y,
            double width,
            double height,
            OutputDevice device,
            RenderingContext context,
            int dotsPerPixel) {
        Picture picture = pictures.get(element.getAttribute("data"));
        if (picture != null) {
            double w = width / dotsPerPixel;
            double h = height / dotsPerPixel;
            device.drawWithGraphics(
                    (float) x,
                    (float) y,
                    (float) w,
                    (float) h,
                    g -> picture.draw(g, new Rectangle2D.Double(0, 0, w, h)));
        }
        return null;
    }
}
