package tw.minsheng.chart;

import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.jfree.chart.LegendItem;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.CategoryPlot;

/** Dots for the distance of the sample from the population, grey before and coloured after weighting. */
final class BalanceChart {

    private static final double WIDTH = 760;
    private static final double ROW = 16;
    private static final double AIR = 8;
    private static final double DOT = 9;

    private final Theme theme;
    private final BalanceData data;
    private final List<Line> lines;
    private final boolean weighted;

    /** One row of the chart: the name of a margin, or a category. */
    private record Line(RowText text, List<BalanceData.Row> row) {}

    BalanceChart(Theme theme, BalanceData data) {
        this.theme = theme;
        this.data = data;
        this.weighted = !data.after().isEmpty();
        this.lines = lines(data);
    }

    private static List<Line> lines(BalanceData data) {
        List<Line> lines = new ArrayList<>();
        for (BalanceData.Group group : data.groups()) {
            RowText.Beside nothing = RowText.Beside.NOTHING;
            lines.add(new Line(new RowText(group.name(), "", nothing, nothing, true), List.of()));
            for (BalanceData.Row row : group.rows()) {
                RowText.Beside right = new RowText.Beside(row.text(), Theme.INK, false);
                lines.add(new Line(new RowText(row.label(), "", nothing, right, false), List.of(row)));
            }
        }
        return lines;
    }

    Sheet sheet(Form form) {
        List<RowText> texts = lines.stream().map(Line::text).toList();
        RowLayout layout = RowLayout.of(theme, texts, form, Sheet.plotWidth(form, WIDTH), ReferenceLine.HEAD, ROW, AIR);
        double reach = lines.stream()
                .flatMap(line -> line.row().stream())
                .mapToDouble(row -> Math.max(Math.abs(row.before()), Math.abs(row.after())))
                .max()
                .orElse(1);
        double step = step(reach);
        double end = step * Math.ceil(reach * 1.04 / step + 1e-9);
        NumberAxis values = Rows.values(theme, data.axisLabel(), -end, end, step, "", form);
        ReferenceLine population = new ReferenceLine(theme, 0, data.population());
        CategoryPlot plot = Rows.plot(layout, values, List.of(population), this::paint);
        double height = Math.max(layout.height(), 60)
                + Rows.axisHeight(!data.axisLabel().isEmpty());
        return Sheet.of(theme, data.words(), form, WIDTH, plot, height, legend());
    }

    private List<LegendItem> legend() {
        LegendItem before = weighted
                ? Rows.circle(data.before(), Theme.REST, Theme.MUTED)
                : Rows.circle(data.before(), Theme.SERIES.get(0), Theme.SERIES.get(0));
        return weighted
                ? List.of(before, Rows.circle(data.after(), Theme.SERIES.get(0), Theme.SERIES.get(0)))
                : List.of(before);
    }

    /** A round distance of grid lines: 1, 2 or 5 times a power of ten, about three to each side. */
    private static double step(double reach) {
        double power = 0.01;
        while (power * 10 <= reach) {
            power *= 10;
        }
        double times = reach / power;
        return times <= 2 ? power / 2 : times <= 5 ? power : power * 2;
    }

    private void paint(Graphics2D g, int index, Rectangle2D zone, DoubleUnaryOperator x) {
        for (BalanceData.Row row : lines.get(index).row()) {
            double y = zone.getCenterY();
            double before = x.applyAsDouble(row.before());
            double after = x.applyAsDouble(row.after());
            g.setStroke(Theme.HAIRLINE);
            if (weighted) {
                g.setPaint(Theme.AXIS);
                g.draw(new Line2D.Double(before, y, after, y));
                g.setPaint(Theme.REST);
                g.fill(Rows.dot(before, y, DOT));
                g.setPaint(Theme.MUTED);
                g.draw(Rows.dot(before, y, DOT));
            }
            g.setPaint(Theme.SERIES.get(0));
            g.fill(Rows.dot(after, y, DOT));
        }
    }
}
