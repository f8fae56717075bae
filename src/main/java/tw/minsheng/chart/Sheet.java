package tw.minsheng.chart;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.LegendItemSource;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.block.LengthConstraintType;
import org.jfree.chart.block.RectangleConstraint;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.title.Title;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.Size2D;
import org.jfree.data.Range;

/** A plot with the words around it, as high as both need together. */
final class Sheet implements Chart {

    private static final double PAPER_WIDTH = 680;
    private static final double NARROW_WIDTH = 340;
    private static final RectangleInsets WIDE_PADDING = new RectangleInsets(14, 16, 10, 16);
    private static final RectangleInsets BARE_PADDING = new RectangleInsets(2, 2, 2, 2);
    private static final RectangleInsets PLOT_INSETS = new RectangleInsets(2, 0, 0, 6);

    private final Words words;
    private final JFreeChart chart;
    private final double width;
    private final double height;

    private Sheet(Words words, JFreeChart chart, double width, double height) {
        this.words = words;
        this.chart = chart;
        this.width = width;
        this.height = height;
    }

    /** Width of a chart of this form, in pixels. */
    static double width(Form form, double wide) {
        return switch (form) {
            case WIDE -> wide;
            case PAPER -> PAPER_WIDTH;
            case NARROW -> NARROW_WIDTH;
        };
    }

    /** What is left of the width for the plot. */
    static double plotWidth(Form form, double wide) {
        RectangleInsets padding = padding(form);
        return width(form, wide)
                - padding.getLeft()
                - padding.getRight()
                - PLOT_INSETS.getLeft()
                - PLOT_INSETS.getRight();
    }

    private static RectangleInsets padding(Form form) {
        return form == Form.WIDE ? WIDE_PADDING : BARE_PADDING;
    }

    /**
     * Puts the words around a plot.
     *
     * @param wide width of the wide form
     * @param plotHeight height that the plot needs, with its axes
     * @param legend one square for each entry; none when the marks are named directly
     */
    static Sheet of(
            Theme theme, Words words, Form form, double wide, Plot plot, double plotHeight, List<LegendItem> legend) {
        JFreeChart chart = new JFreeChart(null, theme.title(), plot, false);
        chart.setBackgroundPaint(Theme.GROUND);
        chart.setBorderVisible(false);
        chart.setAntiAlias(true);
        chart.setTextAntiAlias(true);
        chart.setElementHinting(false);
        chart.setPadding(padding(form));
        plot.setBackgroundPaint(Theme.GROUND);
        plot.setOutlineVisible(false);
        plot.setInsets(PLOT_INSETS);
        plot.setNoDataMessage(words.noData());
        plot.setNoDataMessageFont(theme.axis());
        plot.setNoDataMessagePaint(Theme.MUTED);
        if (form == Form.WIDE) {
            addTitles(theme, chart, words);
        }
        if (!legend.isEmpty()) {
            chart.addSubtitle(legend(theme, legend, form));
        }
        if (form == Form.WIDE && !words.note().isEmpty()) {
            chart.addSubtitle(note(theme, words.note()));
        }
        double width = width(form, wide);
        double height = Math.ceil(titleHeight(chart, form, width) + plotHeight + PLOT_INSETS.getTop());
        return new Sheet(words, chart, width, height);
    }

    private static void addTitles(Theme theme, JFreeChart chart, Words words) {
        boolean alone = words.subtitle().isEmpty();
        chart.addSubtitle(text(words.title(), theme.title(), Theme.INK, alone ? 8 : 1));
        if (!alone) {
            chart.addSubtitle(text(words.subtitle(), theme.subtitle(), Theme.MUTED, 8));
        }
    }

    private static TextTitle text(String text, Font font, Color color, double below) {
        TextTitle title = new TextTitle(text, font);
        title.setPaint(color);
        title.setHorizontalAlignment(HorizontalAlignment.LEFT);
        title.setTextAlignment(HorizontalAlignment.LEFT);
        title.setExpandToFitSpace(true);
        title.setPadding(0, 0, below, 0);
        return title;
    }

    private static TextTitle note(Theme theme, String text) {
        TextTitle note = text(text, theme.note(), Theme.MUTED, 0);
        note.setPosition(RectangleEdge.BOTTOM);
        note.setPadding(8, 0, 0, 0);
        return note;
    }

    private static LegendTitle legend(Theme theme, List<LegendItem> items, Form form) {
        LegendItemCollection collection = new LegendItemCollection();
        items.forEach(collection::add);
        LegendItemSource source = () -> collection;
        LegendTitle legend = new LegendTitle(source);
        legend.setItemFont(theme.axis());
        legend.setItemPaint(Theme.TEXT);
        legend.setFrame(BlockBorder.NONE);
        legend.setBackgroundPaint(Theme.GROUND);
        legend.setPosition(RectangleEdge.TOP);
        legend.setHorizontalAlignment(HorizontalAlignment.LEFT);
        legend.setPadding(0, 0, 6, 0);
        legend.setItemLabelPadding(new RectangleInsets(1, 3, 1, form == Form.NARROW ? 5 : 12));
        legend.setLegendItemGraphicPadding(new RectangleInsets(1, 1, 1, 1));
        return legend;
    }

    private static double titleHeight(JFreeChart chart, Form form, double width) {
        Graphics2D scratch = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
        scratch.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        RectangleInsets padding = padding(form);
        double inner = width - padding.getLeft() - padding.getRight();
        RectangleConstraint constraint = new RectangleConstraint(
                inner,
                new Range(0, inner),
                LengthConstraintType.RANGE,
                10_000,
                new Range(0, 10_000),
                LengthConstraintType.RANGE);
        double height = padding.getTop() + padding.getBottom();
        for (Object subtitle : chart.getSubtitles()) {
            Size2D size = ((Title) subtitle).arrange(scratch, constraint);
            height += size.getHeight();
        }
        scratch.dispose();
        return height;
    }

    @Override
    public String title() {
        return words.title();
    }

    @Override
    public String description() {
        return words.description();
    }

    @Override
    public double width() {
        return width;
    }

    @Override
    public double height() {
        return height;
    }

    @Override
    public void draw(Graphics2D graphics, Rectangle2D area) {
        Graphics2D g = (Graphics2D) graphics.create();
        g.translate(area.getX(), area.getY());
        g.scale(area.getWidth() / width, area.getHeight() / height);
        g.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        chart.draw(g, new Rectangle2D.Double(0, 0, width, height));
        g.dispose();
    }
}
