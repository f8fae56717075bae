package tw.minsheng.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.jfree.chart.LegendItem;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.CategoryPlot;

/**
 * Lying bars from zero, those of one row below each other in shades that are told apart in grey. The value stands at the foot of its bar,
 * the interval as a stroke with a white edge at its end.
 */
final class GroupedChart {

    private static final double WIDTH = 760;
    private static final double BAR = 18;
    private static final double SEAM = 2;
    private static final double AIR = 14;
    private static final double CAP = 3.5;
    private static final double FOOT = 6;
    private static final double ROOM = 1.05; // for half of the last number
    private static final BasicStroke EDGE = new BasicStroke(4.4f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    private static final BasicStroke SPAN = new BasicStroke(1.6f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);

    /** Dark, light and in between, so that neighbours differ most. */
    private static final List<Color> SHADES =
            List.of(Theme.SEQUENTIAL.get(5), Theme.SEQUENTIAL.get(2), Theme.SEQUENTIAL.get(4));

    private final Theme theme;
    private final GroupedData data;

    GroupedChart(Theme theme, GroupedData data) {
        this.theme = theme;
        this.data = data;
    }

    Sheet sheet(Form form) {
        List<RowText> texts = data.rows().stream()
                .map(row -> new RowText(row.label(), row.n(), RowText.Beside.NOTHING, RowText.Beside.NOTHING, false))
                .toList();
        double mark = data.groups().size() * (BAR + SEAM) - SEAM;
        RowLayout layout = RowLayout.of(theme, texts, form, Sheet.plotWidth(form, WIDTH), 0, mark, AIR);
        NumberAxis values = Rows.values(theme, data.axis(), 0, data.to() * ROOM, data.step(), data.unit(), form);
        CategoryPlot plot = Rows.plot(layout, values, List.of(), this::paint);
        List<LegendItem> legend = data.groups().size() < 2
                ? List.of()
                : IntStream.range(0, data.groups().size())
                        .mapToObj(group -> Rows.square(data.groups().get(group), SHADES.get(group)))
                        .toList();
        double height =
                Math.max(layout.height(), 60) + Rows.axisHeight(!data.axis().isEmpty());
        return Sheet.of(theme, data.words(), form, WIDTH, plot, height, legend);
    }

    private void paint(Graphics2D g, int row, Rectangle2D zone, DoubleUnaryOperator x) {
        List<Mark> marks = data.rows().get(row).marks();
        for (int group = 0; group < marks.size(); group++) {
            double top = zone.getY() + group * (BAR + SEAM);
            new Bar(g, new Rectangle2D.Double(zone.getX(), top, zone.getWidth(), BAR), x, group)
                    .paint(marks.get(group));
        }
    }

    /** One bar. */
    private final class Bar {
        private final Graphics2D g;
        private final Rectangle2D zone;
        private final DoubleUnaryOperator x;
        private final Color shade;

        Bar(Graphics2D g, Rectangle2D zone, DoubleUnaryOperator x, int group) {
            this.g = g;
            this.zone = zone;
            this.x = x;
            this.shade = SHADES.get(group);
        }

        void paint(Mark mark) {
            if (mark.text().isEmpty()) {
                g.setFont(theme.inside());
                g.setPaint(Theme.MUTED);
                g.drawString(data.words().noData(), (float) (zone.getX() + FOOT), text());
                return;
            }
            mark.paint(new Mark.Brush() {
                @Override
                public void nothing() {
                    // has no text
                }

                @Override
                public void span(double low, double high) {
                    // drawn over the bar
                }

                @Override
                public void dot(double value) {
                    bar(value, Math.max(value, mark.greatest()), mark.text());
                }
            });
            if (mark instanceof Mark.Interval interval) {
                span(interval.low(), interval.high());
            }
        }

        private float text() {
            return (float) (zone.getCenterY() + 4.2);
        }

        private void bar(double value, double end, String text) {
            double from = x.applyAsDouble(0);
            double to = x.applyAsDouble(value);
            g.setPaint(shade);
            g.fill(new Rectangle2D.Double(from, zone.getY(), to - from, zone.getHeight()));
            boolean inside = Lines.width(text, theme.inside()) + 2 * FOOT <= to - from;
            g.setFont(theme.inside());
            g.setPaint(inside ? Theme.textOn(shade) : Theme.INK);
            g.drawString(text, (float) (inside ? from + FOOT : x.applyAsDouble(end) + FOOT), text());
        }

        private void span(double low, double high) {
            double from = x.applyAsDouble(Math.max(0, low));
            double to = x.applyAsDouble(Math.min(data.to(), high));
            double y = zone.getCenterY();
            g.setPaint(Theme.GROUND);
            g.setStroke(EDGE);
            lines(from, to, y);
            g.setPaint(Theme.INK);
            g.setStroke(SPAN);
            lines(from, to, y);
        }

        private void lines(double from, double to, double y) {
            g.draw(new Line2D.Double(from, y, to, y));
            g.draw(new Line2D.Double(from, y - CAP, from, y + CAP));
            g.draw(new Line2D.Double(to, y - CAP, to, y + CAP));
        }
    }
}
