package tw.minsheng.document;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tw.minsheng.kernel.Texts;
import tw.minsheng.typeface.Printable;

/** The whole XHTML page from which a PDF is made: style with running lines, bookmarks, body. */
final class PaperPage {

    private static final Pattern PLACE = Pattern.compile("\\{(pages?)}");

    private final Document document;
    private final PaperBody body;
    private final Printable printable;
    private final Texts texts;
    private final String style;

    PaperPage(Document document, PaperPlan plan, Printable printable, Texts texts, String style) {
        this.document = document;
        this.body = new PaperBody(document, printable, plan);
        this.printable = printable;
        this.texts = texts;
        this.style = style;
    }

    String markup() {
        body.write();
        Document.Meta meta = document.meta();
        return "<html lang=\"" + HtmlWriter.tag(document.language())
                + "\" xmlns=\"http://www.w3.org/1999/xhtml\"><head>"
                + "<title>" + body.text(meta.title()) + "</title>" + meta("author", meta.author())
                + meta("subject", meta.subject()) + meta("description", meta.subject())
                + meta("keywords", String.join(", ", meta.keywords())) + "<style>" + styled()
                + "</style>\n<bookmarks>" + bookmarks() + "</bookmarks></head>\n<body>" + body.markup()
                + "</body></html>";
    }

    private String meta(String name, String content) {
        return "<meta name=\"" + name + "\" content=\"" + body.text(content) + "\"/>";
    }

    /** The style with the words of this document in the margins. */
    private String styled() {
        return style.replace("\"{title}\"", string(document.runningTitle()))
                .replace("\"{owner}\"", string(document.runningOwner()))
                .replace("\"{draft}\"", string(document.draftMark()))
                .replace("\"{pages}\"", pageNumber(texts.text(document.language(), "page")));
    }

    /** CSS content for words with the places {@code {page}} and {@code {pages}}. */
    private String pageNumber(String words) {
        StringBuilder content = new StringBuilder();
        Matcher place = PLACE.matcher(words);
        int end = 0;
        while (place.find()) {
            content.append(string(words.substring(end, place.start())));
            content.append(" counter(").append(place.group(1)).append(") ");
            end = place.end();
        }
        return content.append(string(words.substring(end))).toString();
    }

    /** A CSS string in which every sign that could mean something to CSS or XML is written as its number. */
    private String string(String raw) {
        StringBuilder out = new StringBuilder("\"");
        printable.text(raw).codePoints().forEach(code -> {
            if (Character.isLetterOrDigit(code) || code == ' ') {
                out.appendCodePoint(code);
            } else {
                out.append(String.format(Locale.ROOT, "\\%06x", code));
            }
        });
        return out.append('"').toString();
    }

    private String bookmarks() {
        StringBuilder out = new StringBuilder();
        List<Heading> headings = Body.headings(document, 3);
        int open = 0;
        for (Heading heading : headings) {
            int level = Math.min(heading.level(), open + 1);
            for (; open >= level; open--) {
                out.append("</bookmark>");
            }
            out.append("<bookmark name=\"")
                    .append(body.text(heading.full()))
                    .append("\" href=\"#")
                    .append(heading.key())
                    .append("\">");
            open = level;
        }
        return out.append("</bookmark>".repeat(open)).toString();
    }
}
