package tw.minsheng.document;

import java.util.LinkedHashMap;
import java.util.Map;

/** What was drawn so far: elements in order, and the definitions that they share. */
final class SvgPage {

    private final double width;
    private final double height;
    private final String prefix;
    private final StringBuilder body = new StringBuilder(8192);
    private final Map<String, String> clips = new LinkedHashMap<>();
    private final Map<String, String> glyphs = new LinkedHashMap<>();

    SvgPage(double width, double height, String prefix) {
        this.width = width;
        this.height = height;
        this.prefix = prefix;
    }

    double width() {
        return width;
    }

    double height() {
        return height;
    }

    void add(String element) {
        body.append(element).append('\n');
    }

    /** The id of a clip with this path. */
    String clip(String path) {
        return clips.computeIfAbsent(path, key -> prefix + "-c" + clips.size());
    }

    /** The id of a glyph with this path. */
    String glyph(String path) {
        return glyphs.computeIfAbsent(path, key -> prefix + "-g" + glyphs.size());
    }

    String content() {
        StringBuilder out = new StringBuilder(body.length() + 1024);
        if (!clips.isEmpty() || !glyphs.isEmpty()) {
            out.append("<defs>");
            clips.forEach((path, id) -> out.append("<clipPath id=\"")
                    .append(id)
                    .append("\"><path d=\"")
                    .append(path)
                    .append("\"/></clipPath>"));
            glyphs.forEach((path, id) -> out.append("<path id=\"")
                    .append(id)
                    .append("\" d=\"")
                    .append(path)
                    .append("\"/>"));
            out.append("</defs>\n");
        }
        return out.append(body).toString();
    }
}
