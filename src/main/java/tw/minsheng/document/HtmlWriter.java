package tw.minsheng.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import tw.minsheng.kernel.Language;
import tw.minsheng.kernel.Texts;

/** Writes a document as HTML: a page that needs nothing else, or a part for another page. Safe for many threads. */
public final class HtmlWriter {

    private final Texts texts = Texts.of(HtmlWriter.class);
    private final String style = resource("report.css");

    /**
     * A complete page with its style inside; it needs no network and no script.
     *
     * @throws IOException when it cannot be written
     */
    public void write(Document document, Appendable out) throws IOException {
        WebBody body = new WebBody(document, texts, true);
        body.navigation();
        body.add("<main id=\"content\" class=\"report\">\n");
        body.cover();
        document.blocks().forEach(block -> block.accept(body));
        body.add("</main>\n");
        out.append("<!DOCTYPE html>\n<html lang=\"")
                .append(tag(document.language()))
                .append("\">\n<head>\n");
        out.append("<meta charset=\"utf-8\">\n");
        out.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        out.append("<meta name=\"color-scheme\" content=\"light dark\">\n");
        meta(out, document.meta());
        out.append("<style>\n").append(style).append("</style>\n</head>\n<body class=\"standalone\">\n");
        out.append("<a class=\"skip\" href=\"#content\">");
        out.append(Markup.escape(texts.text(document.language(), "skip", Map.of())));
        out.append("</a>\n<div class=\"page\">\n").append(body.markup()).append("</div>\n</body>\n</html>\n");
    }

    private static void meta(Appendable out, Document.Meta meta) throws IOException {
        out.append("<title>").append(Markup.escape(meta.title())).append("</title>\n");
        String[][] entries = {
            {"author", meta.author()},
            {"description", meta.subject()},
            {"keywords", String.join(", ", meta.keywords())},
            {"date", meta.date().toString()}
        };
        for (String[] entry : entries) {
            out.append("<meta name=\"").append(entry[0]).append("\" content=\"");
            out.append(Markup.escape(entry[1])).append("\">\n");
        }
    }

    /**
     * The blocks alone, to stand inside a page that has an {@code h1} and {@link #style()}: chapters are {@code h2}. No
     * style attributes and no script, so that it stands under a strict content policy.
     */
    public String fragment(Document document) {
        WebBody body = new WebBody(document, texts, false);
        body.add("<div class=\"report\">\n");
        document.blocks().forEach(block -> block.accept(body));
        body.add("</div>\n");
        return body.markup();
    }

    /** The style sheet of pages and parts. */
    public String style() {
        return style;
    }

    /** The language of HTML and PDF: Chinese of Taiwan names its script. */
    static String tag(Language language) {
        return language.equals(Language.ZH_TW) ? "zh-Hant-TW" : language.tag();
    }

    static String resource(String name) {
        try (InputStream in = HtmlWriter.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the class path has no " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
