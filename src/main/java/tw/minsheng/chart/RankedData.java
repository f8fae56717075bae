package tw.minsheng.chart;

import java.util.List;

/**
 * Counts or shares as horizontal bars from zero.
 *
 * @param rows from top to bottom, in the order wanted
 */
public record RankedData(Words words, List<Row> rows) {

    /**
     * One bar.
     *
     * @param value not negative
     * @param text the value as printed
     * @param rest true for 其他 and the like, drawn in grey
     */
    public record Row(String label, double value, String text, boolean rest) {

        public Row {
            if (!(value >= 0) || value == Double.POSITIVE_INFINITY) {
                throw new IllegalArgumentException(label + ": " + value);
            }
        }
    }

    public RankedData {
        rows = List.copyOf(rows);
    }
}
