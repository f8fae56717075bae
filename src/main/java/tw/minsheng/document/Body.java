package tw.minsheng.document;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Blocks as XHTML: what pages on screen and pages on paper have in common. */
abstract class Body implements BlockVisitor {

    private final StringBuilder out = new StringBuilder(32_768);
    private final Document document;
    private final Set<String> keys = new HashSet<>();

    Body(Document document) {
        this.document = document;
        document.blocks().forEach(block -> keys.add(block.key()));
    }

    /** The element of a heading of level 1. */
    abstract int topLevel();

    /** A text of the document, ready to stand in markup. */
    abstract String text(String raw);

    final Document document() {
        return document;
    }

    final void add(String markup) {
        out.append(markup);
    }

    final String markup() {
        return out.toString();
    }

    @Override
    public void heading(Heading heading) {
        String element = "h" + Math.min(6, heading.level() + topLevel() - 1);
        add("<" + element + " id=\"" + heading.key() + "\">" + text(heading.full()) + "</" + element + ">\n");
    }

    @Override
    public void paragraph(Paragraph paragraph) {
        add("<p>" + runs(paragraph) + "</p>\n");
    }

    @Override
    public void bulletList(BulletList list) {
        String element = list.numbered() ? "ol" : "ul";
        add("<" + element + ">\n");
        list.items().forEach(item -> add("<li>" + runs(item) + "</li>\n"));
        add("</" + element + ">\n");
    }

    @Override
    public void notice(Notice notice) {
        add("<div class=\"notice " + (notice.tone() == Notice.Tone.WARNING ? "warning" : "information") + "\">\n");
        if (!notice.title().isEmpty()) {
            add("<p class=\"lead\">" + text(notice.title()) + "</p>\n");
        }
        notice.paragraphs().forEach(this::paragraph);
        add("</div>\n");
    }

    /** Attributes of a whole table. */
    abstract String layout(Table table);

    /** Attributes of the head of a column that say how wide it is. */
    abstract String width(Table table, int column);

    /** The table alone, with its caption. */
    final void grid(Table table, String id) {
        add("<table id=\"" + id + "\"" + layout(table) + ">\n<caption id=\"" + id + "-caption\">" + text(table.full())
                + "</caption>\n");
        add("<thead><tr>");
        for (int i = 0; i < table.columns().size(); i++) {
            Table.Column column = table.columns().get(i);
            add("<th scope=\"col\"" + align(column) + width(table, i) + ">" + head(table, i) + "</th>");
        }
        add("</tr></thead>\n<tbody>\n");
        for (int i = 0; i < table.rows().size(); i++) {
            Table.Row row = table.rows().get(i);
            if (row.kind() == Table.RowKind.GROUP && i > 0 && groupScope().equals("rowgroup")) {
                add("</tbody>\n<tbody>\n");
            }
            row(table, row, rowMark(table, i), i == 0 ? " id=\"" + firstRow(id) + "\"" : rowId(table, i));
        }
        add("</tbody></table>\n");
    }

    /** The head of a column, ready to stand in markup. */
    String head(Table table, int column) {
        return text(table.columns().get(column).header());
    }

    /** A class of a row; "" for none. */
    String rowMark(Table table, int row) {
        return "";
    }

    /** The id attribute of a row behind the first; "" for none. */
    String rowId(Table table, int row) {
        return "";
    }

    /** The id of the first row of a table with this id. */
    static String firstRow(String id) {
        return id + "-first";
    }

    private void row(Table table, Table.Row row, String mark, String id) {
        String kind = switch (row.kind()) {
            case GROUP -> "group";
            case TOTAL -> "total";
            case BODY -> "";
        };
        String classes = (kind + " " + mark).strip();
        String names = classes.isEmpty() ? "" : " class=\"" + classes + "\"";
        if (row.kind() == Table.RowKind.GROUP) {
            add("<tr" + names + id + "><th scope=\"" + groupScope() + "\" colspan=\""
                    + table.columns().size() + "\">" + text(row.cells().get(0).text()) + "</th></tr>\n");
            return;
        }
        add("<tr" + names + id + ">");
        for (int i = 0; i < row.cells().size(); i++) {
            Table.Column column = table.columns().get(i);
            String cell = text(row.cells().get(i).text());
            if (i == 0) {
                add("<th scope=\"row\"" + align(column) + ">" + cell + "</th>");
            } else {
                add("<td" + align(column) + ">" + cell + "</td>");
            }
        }
        add("</tr>\n");
    }

    /** How the head of a group of rows says what it heads. */
    abstract String groupScope();

    private static String align(Table.Column column) {
        return switch (column.align()) {
            case LEFT -> "";
            case RIGHT -> " class=\"n\"";
            case CENTRE -> " class=\"c\"";
        };
    }

    final void note(String note) {
        if (!note.isEmpty()) {
            add("<p class=\"note\">" + text(note) + "</p>\n");
        }
    }

    String runs(Paragraph paragraph) {
        StringBuilder line = new StringBuilder();
        paragraph.runs().forEach(run -> line.append(run(run)));
        return line.toString();
    }

    private String run(Run run) {
        String text = text(run.text());
        return switch (run.style()) {
            case PLAIN -> text;
            case STRONG -> "<strong>" + text + "</strong>";
            case CODE -> "<code>" + text + "</code>";
            case REFERENCE ->
                keys.contains(run.target())
                        ? "<a href=\"#" + run.target() + "\">" + text + "</a>"
                        : text; // the part it points to is left out of this document
            case LINK ->
                isSafe(run.target()) ? "<a href=\"" + Markup.escape(run.target()) + "\">" + text + "</a>" : text;
        };
    }

    /** Addresses of the web and files beside the document; never a script. */
    static boolean isSafe(String address) {
        int colon = address.indexOf(':');
        boolean relative = colon < 0 || address.substring(0, colon).contains("/");
        return !address.isEmpty()
                && (relative || Arrays.asList("https", "http", "mailto", "tel").contains(address.substring(0, colon)));
    }

    /** Headings of the first levels, in order. */
    static List<Heading> headings(Document document, int deepest) {
        return document.blocks().stream()
                .filter(Heading.class::isInstance)
                .map(Heading.class::cast)
                .filter(heading -> heading.level() <= deepest)
                .toList();
    }

    /** What a list of contents points to. */
    static List<Entry> entries(Document document, Contents.Kind kind) {
        return switch (kind) {
            case HEADINGS ->
                headings(document, 2).stream()
                        .map(heading -> new Entry(heading.key(), heading.full(), heading.level()))
                        .toList();
            case FIGURES ->
                document.blocks().stream()
                        .filter(Figure.class::isInstance)
                        .map(Figure.class::cast)
                        .map(figure -> new Entry(figure.key(), figure.full(), 1))
                        .toList();
            case TABLES ->
                document.blocks().stream()
                        .filter(Table.class::isInstance)
                        .map(Table.class::cast)
                        .map(table -> new Entry(table.key(), table.full(), 1))
                        .toList();
        };
    }

    /** One line of a list of contents. */
    record Entry(String key, String text, int level) {}
}
