package tw.minsheng.document;

import java.util.Map;
import tw.minsheng.kernel.Texts;

/** Blocks as HTML for screens: charts with real text, tables that scroll in their own frame, data under the figures. */
final class WebBody extends Body {

    private static final int MANY_COLUMNS = 9;

    private final Texts texts;
    private final boolean standalone;

    /** @param standalone true when the page has its contents at the side */
    WebBody(Document document, Texts texts, boolean standalone) {
        super(document);
        this.texts = texts;
        this.standalone = standalone;
    }

    @Override
    int topLevel() {
        return 2;
    }

    @Override
    String text(String raw) {
        return Markup.escape(raw);
    }

    @Override
    String groupScope() {
        return "rowgroup";
    }

    /** Many columns are set closer, in smaller letters. */
    @Override
    String layout(Table table) {
        return table.columns().size() < MANY_COLUMNS ? "" : " class=\"many\"";
    }

    @Override
    String width(Table table, int column) {
        return ""; // a table that is too wide scrolls
    }

    private String word(String key) {
        return text(texts.text(document().language(), key, Map.of()));
    }

    void cover() {
        Cover cover = document().cover();
        add("<header class=\"cover\">\n");
        if (!document().draftMark().isEmpty()) {
            add("<p class=\"draft\">" + text(document().draftMark()) + "</p>\n");
        }
        add("<p class=\"owner\">" + text(cover.owner()) + "</p>\n<h1>" + text(cover.title()) + "</h1>\n");
        if (!cover.subtitle().isEmpty()) {
            add("<p class=\"subtitle\">" + text(cover.subtitle()) + "</p>\n");
        }
        if (!cover.lines().isEmpty()) {
            add("<dl class=\"facts\">\n");
            cover.lines()
                    .forEach(line ->
                            add("<div><dt>" + text(line.label()) + "</dt><dd>" + text(line.value()) + "</dd></div>\n"));
            add("</dl>\n");
        }
        add("</header>\n");
    }

    void navigation() {
        add("<nav class=\"contents\" aria-labelledby=\"contents-title\">\n<p id=\"contents-title\">" + word("contents")
                + "</p>\n");
        list(Contents.Kind.HEADINGS);
        add("</nav>\n");
    }

    private void list(Contents.Kind kind) {
        add("<ul>\n");
        for (Entry entry : entries(document(), kind)) {
            add("<li class=\"level-" + entry.level() + "\"><a href=\"#" + entry.key() + "\">" + text(entry.text())
                    + "</a></li>\n");
        }
        add("</ul>\n");
    }

    @Override
    public void contents(Contents contents) {
        boolean shown = standalone && contents.kind() == Contents.Kind.HEADINGS;
        if (!shown && !entries(document(), contents.kind()).isEmpty()) {
            add("<details class=\"list\"><summary>" + text(contents.title()) + "</summary>\n");
            list(contents.kind());
            add("</details>\n");
        }
    }

    @Override
    public void pageBreak(PageBreak pageBreak) {
        add("<hr class=\"page\">\n");
    }

    @Override
    public void table(Table table) {
        table(table, table.key());
        note(table.note());
    }

    private void table(Table table, String id) {
        add("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-labelledby=\"" + id + "-caption\">\n");
        grid(table, id);
        add("</div>\n");
    }

    @Override
    public void figure(Figure figure) {
        add("<figure id=\"" + figure.key() + "\">\n<figcaption>" + text(figure.full()) + "</figcaption>\n");
        if (!figure.paper().title().equals(figure.caption())) {
            add("<p class=\"conclusion\">" + text(figure.paper().title()) + "</p>\n");
        }
        String id = figure.key().replace('.', '-');
        add("<div class=\"plate\">\n<div class=\"wide\">"
                + SvgWriter.svg(figure.paper(), id + "-w", SvgWriter.TextMode.TEXT));
        add("</div>\n<div class=\"narrow\">" + SvgWriter.svg(figure.narrow(), id + "-n", SvgWriter.TextMode.TEXT)
                + "</div>\n</div>\n");
        note(figure.note());
        data(figure);
        add("</figure>\n");
    }

    private void data(Figure figure) {
        for (Table table : figure.data()) {
            add("<details><summary>" + word("data") + "</summary>\n");
            table(table, figure.key() + "-data");
            note(table.note());
            add("</details>\n");
        }
        if (isSafe(figure.dataAddress())) {
            add("<p class=\"download\"><a href=\"" + text(figure.dataAddress()) + "\">" + word("download")
                    + "<span class=\"unseen\"> " + text(figure.full()) + "</span></a></p>\n");
        }
    }

    @Override
    public void keyFigures(KeyFigures figures) {
        add("<dl class=\"tiles\">\n");
        for (KeyFigures.KeyFigure figure : figures.figures()) {
            add("<div><dt>" + text(figure.label()) + "</dt><dd class=\"value\">" + text(figure.value())
                    + "</dd><dd class=\"detail\">" + text(figure.detail()) + "</dd></div>\n");
        }
        add("</dl>\n");
    }
}
