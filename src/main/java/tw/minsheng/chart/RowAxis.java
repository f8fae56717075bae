package tw.minsheng.chart;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.ui.RectangleEdge;

/** The axis of rows: writes name, n and the texts beside the marks, and says where the marks stand. */
final class RowAxis extends CategoryAxis {

    private static final double BASELINE = 0.36; // of the font size, from the middle of a line to its baseline

    private static final double SIDE = 8;

    private final transient RowLayout layout;

    RowAxis(RowLayout layout) {
        super(null);
        this.layout = layout;
    }

    RowLayout layout() {
        return layout;
    }

    @Override
    public AxisSpace reserveSpace(Graphics2D g, Plot plot, Rectangle2D area, RectangleEdge edge, AxisSpace space) {
        space.add(layout.nameWidth() + layout.leftWidth(), RectangleEdge.LEFT);
        space.add(layout.rightWidth(), RectangleEdge.RIGHT);
        return space;
    }

    @Override
    public double getCategoryStart(int row, int count, Rectangle2D area, RectangleEdge edge) {
        return layout.zone(row, area).getMinY();
    }

    @Override
    public double getCategoryEnd(int row, int count, Rectangle2D area, RectangleEdge edge) {
        return layout.zone(row, area).getMaxY();
    }

    @Override
    public double getCategoryMiddle(int row, int count, Rectangle2D area, RectangleEdge edge) {
        return layout.zone(row, area).getCenterY();
    }

    @Override
    public AxisState draw(
            Graphics2D g,
            double cursor,
            Rectangle2D plotArea,
            Rectangle2D dataArea,
            RectangleEdge edge,
            PlotRenderingInfo info) {
        for (int row = 0; row < layout.rows().size(); row++) {
            drawRow(g, row, dataArea);
        }
        return new AxisState(cursor);
    }

    private void drawRow(Graphics2D g, int row, Rectangle2D area) {
        RowText text = layout.rows().get(row);
        if (!layout.narrow()) {
            drawNameAtLeft(g, row, text, area);
        }
        double middle = layout.zone(row, area).getCenterY();
        Font leftFont = RowLayout.besideFont(layout.theme(), text.left());
        double leftEdge = area.getX() - SIDE - Lines.width(text.left().text(), leftFont);
        drawBeside(g, text.left(), leftEdge, middle);
        Font rightFont = RowLayout.besideFont(layout.theme(), text.right());
        double rightEdge =
                area.getMaxX() + layout.rightWidth() - Lines.width(text.right().text(), rightFont);
        drawBeside(g, text.right(), rightEdge, middle);
    }

    private void drawBeside(Graphics2D g, RowText.Beside beside, double x, double middle) {
        Font font = RowLayout.besideFont(layout.theme(), beside);
        g.setFont(font);
        g.setPaint(beside.color());
        g.drawString(beside.text(), (float) x, (float) (middle + BASELINE * font.getSize2D()));
    }

    private void drawNameAtLeft(Graphics2D g, int row, RowText text, Rectangle2D area) {
        double width = layout.nameWidth() - layout.countWidth() - RowLayout.GAP;
        double edge = area.getX() - layout.leftWidth() - RowLayout.GAP;
        double right = edge - layout.countWidth();
        double middle = layout.zone(row, area).getCenterY();
        List<String> lines = layout.name(row, width);
        double y = middle - RowLayout.LINE * (lines.size() - 1) / 2;
        Font font = RowLayout.nameFont(layout.theme(), text);
        for (String line : lines) {
            double x = text.heading() ? right - width : right - Lines.width(line, font);
            line(g, line, font, text.heading() ? Theme.INK : Theme.TEXT, x, y);
            y += RowLayout.LINE;
        }
        Font note = layout.theme().note();
        line(g, text.n(), note, Theme.MUTED, edge - Lines.width(text.n(), note), middle);
    }

    /** Draws the name of a row on a narrow sheet; called after the grid, which it covers. */
    void drawNameAbove(Graphics2D g, int row, Rectangle2D area) {
        RowText text = layout.rows().get(row);
        double left = area.getX() - layout.leftWidth();
        double width = area.getWidth() + layout.leftWidth() + layout.rightWidth();
        List<String> lines = layout.name(row, width);
        boolean behind = layout.nBehind(row, width);
        int count = lines.size() + (text.n().isEmpty() || behind ? 0 : 1);
        double y = layout.zone(row, area).getMinY() - 3 - RowLayout.LINE * (count - 0.5);
        Font font = RowLayout.nameFont(layout.theme(), text);
        double end = left;
        for (String line : lines) {
            ground(g, left, y, Lines.width(line, font));
            line(g, line, font, text.heading() ? Theme.INK : Theme.TEXT, left, y);
            end = left + Lines.width(line, font) + RowLayout.GAP;
            y += RowLayout.LINE;
        }
        double x = behind ? end : left;
        double middle = behind ? y - RowLayout.LINE : y;
        ground(g, x, middle, Lines.width(text.n(), layout.theme().note()));
        line(g, text.n(), layout.theme().note(), Theme.MUTED, x, middle);
    }

    private static void ground(Graphics2D g, double x, double middle, double width) {
        if (width > 0) {
            g.setPaint(Theme.GROUND);
            g.fill(new Rectangle2D.Double(x - 2, middle - RowLayout.LINE / 2, width + 4, RowLayout.LINE));
        }
    }

    private static void line(Graphics2D g, String text, Font font, Color color, double x, double middle) {
        g.setFont(font);
        g.setPaint(color);
        g.drawString(text, (float) x, (float) (middle + BASELINE * font.getSize2D()));
    }
}
