package tw.minsheng.document;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tw.minsheng.kernel.Language;
import tw.minsheng.typeface.Printable;

/** Blocks as XHTML for the PDF engine: charts are objects that are drawn later, contents have page numbers. */
final class PaperBody extends Body {

    /** Width of the text on the page. */
    static final double WIDTH_MM = 174;
    /** The line that says what a figure shows; the picture makes room for it. */
    private static final double CONCLUSION_MM = 8;

    /** Tables of so few rows are not divided. */
    static final int WHOLE_ROWS = 8;

    private static final Pattern OPENED = Pattern.compile("([（(])(<a [^>]*>)");
    private static final Pattern CLOSED = Pattern.compile("</a>([）)])");
    private static final Pattern CURLY = Pattern.compile("[‘’“”]");
    private static final Pattern CURLY_IN_LATIN = Pattern.compile("(?<=[!-~])[‘’“”]|[‘’“”](?=[!-~])");

    private final Printable printable;
    private final PaperPlan plan;

    PaperBody(Document document, Printable printable, PaperPlan plan) {
        super(document);
        this.printable = printable;
        this.plan = plan;
    }

    @Override
    int topLevel() {
        return 1;
    }

    @Override
    String text(String raw) {
        return Markup.escape(printable.text(quotes(raw)));
    }

    /** The typeface draws curly quotes as wide as an ideograph: beside Latin letters the straight ones stand. */
    private String quotes(String raw) {
        Pattern curly = document().language().equals(Language.EN) ? CURLY : CURLY_IN_LATIN;
        return curly.matcher(raw).replaceAll(quote -> "‘’".contains(quote.group()) ? "'" : "\"");
    }

    @Override
    String groupScope() {
        return "col";
    }

    @Override
    String layout(Table table) {
        return ColumnWidths.of(table, room(table)).isPresent()
                ? " class=\"fixed\""
                : String.format(Locale.ROOT, " style=\"width:%.0f%%\"", ColumnWidths.share(table, room(table)));
    }

    @Override
    String head(Table table, int column) {
        String header = table.columns().get(column).header();
        return ColumnWidths.of(table, room(table))
                .map(widths -> ColumnWidths.headLines(table, column, widths.get(column), room(table)))
                .orElse(List.of(header))
                .stream()
                .map(this::text)
                .collect(Collectors.joining("<br/>"));
    }

    @Override
    String rowMark(Table table, int row) {
        return plan.beginsPage(table, row) ? "begin" : "";
    }

    @Override
    String rowId(Table table, int row) {
        return " id=\"" + PaperPlan.row(table, row) + "\"";
    }

    @Override
    String width(Table table, int column) {
        return ColumnWidths.of(table, room(table))
                .map(widths -> String.format(Locale.ROOT, " style=\"width:%.2f%%\"", widths.get(column)))
                .orElse("");
    }

    /** Width of the page in units of the table's font size, padding of the cells taken off. */
    private static double room(Table table) {
        double points = ColumnWidths.isMany(table) ? 8 : 9.5;
        return WIDTH_MM / (points * 25.4 / 72);
    }

    void write() {
        cover();
        List<Block> blocks = plan.blocks();
        String chapter = "";
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            chapter = PaperPlan.opensChapter(block) ? block.key() : chapter;
            add("<div id=\"" + PaperPlan.place(i) + "\"" + keeping(block, plan.isTight(chapter)) + ">");
            block.accept(this);
            add("</div>\n");
        }
    }

    /** Chapters open a page, other headings stay with what follows, figures and boxes stay whole. */
    private String keeping(Block block, boolean tight) {
        String classes = (keeping(block) + (tight ? " tight" : "")).strip();
        return classes.isEmpty() ? "" : " class=\"" + classes + "\"";
    }

    private String keeping(Block block) {
        if (plan.beginsPage(block)) {
            return "begin";
        }
        if (block instanceof Heading heading) {
            return heading.level() == 1 ? "chapter" : "heading";
        }
        boolean contents = block instanceof Contents list && list.kind() == Contents.Kind.HEADINGS;
        boolean small = block instanceof Table table && table.rows().size() <= WHOLE_ROWS;
        boolean whole = block instanceof Figure || block instanceof Notice || block instanceof KeyFigures || small;
        return contents ? "chapter" : whole ? "whole" : "";
    }

    private void cover() {
        Cover cover = document().cover();
        add("<div class=\"cover\"><div class=\"band\"></div>\n");
        add("<p class=\"owner\">" + text(cover.owner()) + "</p>\n");
        add("<p class=\"title\">" + text(cover.title()) + "</p>\n");
        if (!cover.subtitle().isEmpty()) {
            add("<p class=\"subtitle\">" + text(cover.subtitle()) + "</p>\n");
        }
        if (!document().draftMark().isEmpty()) {
            add("<p class=\"draft\">" + text(document().draftMark()) + "</p>\n");
        }
        add("<div class=\"facts\">\n");
        cover.lines()
                .forEach(line -> add(
                        "<p><span class=\"label\">" + text(line.label()) + "</span>" + text(line.value()) + "</p>\n"));
        add("</div></div>\n");
    }

    @Override
    public void contents(Contents contents) {
        List<Entry> entries = entries(document(), contents.kind());
        if (entries.isEmpty()) {
            return;
        }
        String element = contents.kind() == Contents.Kind.HEADINGS ? "h1" : "h2";
        add("<" + element + ">" + text(contents.title()) + "</" + element + ">\n<div class=\"contents\">\n");
        for (Entry entry : entries) {
            add("<p class=\"level-" + entry.level() + "\"><a href=\"#" + entry.key() + "\">" + text(entry.text())
                    + "</a></p>\n");
        }
        add("</div>\n");
    }

    /** Brackets stay with the reference inside them. */
    @Override
    String runs(Paragraph paragraph) {
        String runs = OPENED.matcher(super.runs(paragraph)).replaceAll("$2$1");
        return CLOSED.matcher(runs).replaceAll("$1</a>");
    }

    @Override
    public void pageBreak(PageBreak pageBreak) {
        add("<div class=\"break\"></div>\n");
    }

    @Override
    public void table(Table table) {
        add("<div class=\"table" + (ColumnWidths.isMany(table) ? " many" : "") + "\">\n");
        grid(table, table.key());
        add("<div id=\"" + PaperPlan.note(table) + "\">");
        note(table.note());
        add("</div></div>\n");
    }

    @Override
    public void figure(Figure figure) {
        boolean concluded = !figure.paper().title().equals(figure.caption());
        double shape = figure.paper().height() / figure.paper().width();
        double height = WIDTH_MM * plan.scale(figure) * shape - (concluded ? CONCLUSION_MM : 0);
        double width = height / shape;
        String alternative = text(figure.full()
                + (document().language().equals(Language.EN) ? ". " : "。")
                + figure.paper().description());
        add("<div class=\"figure\" id=\"" + figure.key() + "\">\n<p class=\"caption\">" + text(figure.full())
                + "</p>\n");
        if (concluded) {
            add("<p class=\"conclusion\">" + text(figure.paper().title()) + "</p>\n");
        }
        add("<object type=\"" + PdfPictures.TYPE + "\" data=\"" + figure.key() + "\" title=\"" + alternative
                + "\" alt=\"" + alternative + "\" style=\"width:" + millimetres(width) + ";height:"
                + millimetres(height) + ";margin-left:" + millimetres((WIDTH_MM - width) / 2) + "\"></object>\n");
        note(figure.note());
        add("</div>\n");
    }

    private static String millimetres(double value) {
        return String.format(Locale.ROOT, "%.2fmm", value);
    }

    @Override
    public void keyFigures(KeyFigures figures) {
        add("<div class=\"tiles\">\n");
        for (KeyFigures.KeyFigure figure : figures.figures()) {
            add("<div class=\"tile\"><p class=\"label\">" + text(figure.label()) + "</p><p class=\"value\">"
                    + text(figure.value()) + "</p><p class=\"detail\">" + text(figure.detail()) + "</p></div>");
        }
        add("</div>\n");
    }
}
