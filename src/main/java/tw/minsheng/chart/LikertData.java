package tw.minsheng.chart;

import java.util.List;

/**
 * Answers on one scale, row by row, for a diverging bar chart.
 *
 * @param scale labels of the scale points from worst to best, 2 to 11
 * @param neutral index of the middle point that is split on the centre line; -1 for none
 * @param rows from top to bottom, in the order wanted
 */
public record LikertData(Words words, List<String> scale, int neutral, List<Row> rows) {

    /**
     * One item.
     *
     * @param n number of answers as printed, for example {@code n＝1,068}; "" for none
     * @param shares per scale point, in percent, unrounded; empty when nobody answered
     * @param low share of the dissatisfied in percent, unrounded; ignored when shares are empty
     * @param high share of the satisfied in percent, unrounded; ignored when shares are empty
     */
    public record Row(String label, String n, List<Double> shares, double low, double high) {

        public Row {
            shares = List.copyOf(shares);
        }
    }

    /** @throws IllegalArgumentException when the scale has fewer than 2 or more than 11 points, or a row does not fit it */
    public LikertData {
        scale = List.copyOf(scale);
        rows = List.copyOf(rows);
        int points = scale.size();
        if (points < 2 || points > 11 || neutral >= points) {
            throw new IllegalArgumentException("a scale of " + points + " points with " + neutral + " as its middle");
        }
        for (Row row : rows) {
            if (!row.shares().isEmpty() && row.shares().size() != points) {
                throw new IllegalArgumentException(
                        row.label() + ": " + row.shares().size() + " shares");
            }
        }
    }
}
