package tw.minsheng.chart;

import java.util.List;

/**
 * Values on one axis, row by row, with or without intervals.
 *
 * @param axis the value axis
 * @param references labelled lines across the rows, such as a target; mostly none or one
 * @param rows from top to bottom, in the order wanted
 */
public record DotsData(Words words, Axis axis, List<Reference> references, List<Row> rows) {

    /**
     * The value axis.
     *
     * @param label name and unit; "" for none
     * @param from value at the left end; the subtitle says so when it is not the smallest possible one
     * @param to value at the right end
     * @param step distance of grid lines
     * @param unit printed after each number on the axis, for example {@code %}; "" for none
     */
    public record Axis(String label, double from, double to, double step, String unit) {

        public Axis {
            if (!(from < to) || !(step > 0)) {
                throw new IllegalArgumentException("axis from " + from + " to " + to + " by " + step);
            }
        }

        /** The same axis, cut at the grid lines around these marks; unchanged when no mark has a value. */
        public Axis around(List<Mark> marks) {
            double least = marks.stream().mapToDouble(Mark::least).min().orElse(Double.POSITIVE_INFINITY);
            double most = marks.stream().mapToDouble(Mark::greatest).max().orElse(Double.NEGATIVE_INFINITY);
            if (least > most) {
                return this;
            }
            double first = Math.max(from, from + step * Math.floor((least - from) / step - 0.1));
            double last = Math.min(to, from + step * Math.ceil((most - from) / step + 0.1));
            return new Axis(label, first, last, step, unit);
        }
    }

    /** A labelled line. */
    public record Reference(double value, String label) {}

    /**
     * One row.
     *
     * @param n as printed; "" for none
     */
    public record Row(String label, String n, Mark mark) {}

    public DotsData {
        references = List.copyOf(references);
        rows = List.copyOf(rows);
    }
}
