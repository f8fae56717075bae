package tw.minsheng.chart;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import org.jfree.chart.LegendItem;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.Range;
import org.jfree.data.category.DefaultCategoryDataset;

/** What the charts of rows have in common. */
final class Rows {

    private static final double TICKS_WIDE = 11;
    private static final double TICKS_NARROW = 6;

    private Rows() {}

    /** A plot of rows with the values from left to right. */
    static CategoryPlot plot(
            RowLayout layout, NumberAxis values, List<RowRenderer.Under> under, RowRenderer.RowPainter painter) {
        DefaultCategoryDataset data = new DefaultCategoryDataset();
        for (int row = 0; row < layout.rows().size(); row++) {
            data.addValue(0, "", Integer.valueOf(row));
        }
        RowAxis axis = new RowAxis(layout);
        CategoryPlot plot = new CategoryPlot(data, axis, values, new RowRenderer(axis, under, painter));
        plot.setOrientation(PlotOrientation.HORIZONTAL);
        plot.setRangeAxisLocation(AxisLocation.BOTTOM_OR_LEFT);
        plot.setRangeGridlinePaint(Theme.GRID);
        plot.setRangeGridlineStroke(Theme.HAIRLINE);
        plot.setDomainGridlinesVisible(false);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        plot.setRangeZeroBaselineVisible(false);
        return plot;
    }

    /** An axis without line and ticks, for charts whose marks carry their values. */
    static NumberAxis hidden(Theme theme, double from, double to) {
        NumberAxis axis = new NumberAxis();
        dress(theme, axis); // the fonts are asked for all the same
        axis.setRange(new Range(from, to), true, false);
        axis.setVisible(false);
        return axis;
    }

    /** A value axis with grid lines at round values. */
    static NumberAxis values(Theme theme, String label, double from, double to, double step, String unit, Form form) {
        NumberAxis axis = new NumberAxis(label.isEmpty() ? null : label);
        dress(theme, axis);
        axis.setRange(new Range(from, to), true, false);
        double wanted = step;
        while ((to - from) / wanted > (form == Form.NARROW ? TICKS_NARROW : TICKS_WIDE)) {
            wanted *= 2;
        }
        axis.setTickUnit(new NumberTickUnit(wanted, format(unit)), false, true);
        return axis;
    }

    static void dress(Theme theme, NumberAxis axis) {
        axis.setTickLabelFont(theme.axis());
        axis.setTickLabelPaint(Theme.TEXT);
        axis.setLabelFont(theme.axis());
        axis.setLabelPaint(Theme.MUTED);
        axis.setTickMarksVisible(false);
        axis.setAxisLineVisible(false);
        axis.setAxisLinePaint(Theme.AXIS);
        axis.setAxisLineStroke(Theme.HAIRLINE);
    }

    /** Up to two decimals, a true minus sign, then the unit. */
    static DecimalFormat format(String unit) {
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
        symbols.setMinusSign('−');
        DecimalFormat format = new DecimalFormat("#,##0.##", symbols);
        format.setPositiveSuffix(unit);
        format.setNegativeSuffix(unit);
        return format;
    }

    /** Height of the value axis below the rows. */
    static double axisHeight(boolean labelled) {
        return labelled ? 44 : 24;
    }

    static LegendItem square(String label, Color color) {
        return new LegendItem(label, null, null, null, new Rectangle2D.Double(-5.5, -5.5, 11, 11), color);
    }

    static LegendItem circle(String label, Color color, Color edge) {
        return new LegendItem(label, null, null, null, dot(0, 0, 9), color, Theme.HAIRLINE, edge);
    }

    static Shape dot(double x, double y, double diameter) {
        return new Ellipse2D.Double(x - diameter / 2, y - diameter / 2, diameter, diameter);
    }

    /** A whole, round distance of grid lines, three or four of them. */
    static double roundStep(double most) {
        double power = 1;
        while (power * 10 <= most) {
            power *= 10;
        }
        double times = most / power;
        double step = times <= 2 ? power / 2 : times <= 5 ? power : power * 2;
        return Math.max(1, Math.rint(step));
    }
}
