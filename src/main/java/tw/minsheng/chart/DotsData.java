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
     * The value axis. It shows at least what the rows need, never more than from {@code from} to {@code to}.
     *
     * @param label name and unit; "" for none
     * @param from smallest possible value
     * @param to largest possible value
     * @param step distance of grid lines
     * @param unit printed after each number on the axis, for example {@code %}; "" for none
     */
    public record Axis(String label, double from, double to, double step, String unit) {

        public Axis {
            if (!(from < to) || !(step > 0)) {
                throw new IllegalArgumentException("axis from " + from + " to " + to + " by " + step);
            }
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
