package tw.minsheng.chart;

import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.renderer.category.AbstractCategoryItemRenderer;
import org.jfree.chart.renderer.category.CategoryItemRendererState;
import org.jfree.data.category.CategoryDataset;

/** Draws the marks of rows; what differs between charts is one method. */
final class RowRenderer extends AbstractCategoryItemRenderer {

    /** Draws what lies under all rows, such as a reference line. */
    interface Under {

        void paint(Graphics2D g, Rectangle2D area, DoubleUnaryOperator x);
    }

    /** Draws all marks of one row. */
    interface RowPainter {

        /**
         * Draws.
         *
         * @param zone where the marks stand, as wide as the data area
         * @param x from a value to its place
         */
        void paint(Graphics2D g, int row, Rectangle2D zone, DoubleUnaryOperator x);
    }

    private final transient RowAxis axis;
    private final transient List<Under> under;
    private final transient RowPainter painter;

    RowRenderer(RowAxis axis, List<Under> under, RowPainter painter) {
        this.axis = axis;
        this.under = under;
        this.painter = painter;
    }

    @Override
    public void drawItem(
            Graphics2D g,
            CategoryItemRendererState state,
            Rectangle2D area,
            CategoryPlot plot,
            CategoryAxis rows,
            ValueAxis values,
            CategoryDataset data,
            int series,
            int row,
            int pass) {
        DoubleUnaryOperator x = value -> values.valueToJava2D(value, area, plot.getRangeAxisEdge());
        if (row == 0) {
            under.forEach(each -> each.paint(g, area, x));
        }
        if (axis.layout().narrow()) {
            Shape clip = g.getClip();
            g.setClip(null); // names may reach beyond the area of the data
            axis.drawNameAbove(g, row, area);
            g.setClip(clip);
        }
        painter.paint(g, row, axis.layout().zone(row, area), x);
    }
}
