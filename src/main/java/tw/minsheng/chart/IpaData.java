package tw.minsheng.chart;

import java.util.List;

/**
 * Importance against performance, cut into four by a cross.
 *
 * @param importance name of the lower axis
 * @param performance name of the left axis
 * @param cross where the lines cross
 * @param quadrants names of the four parts: keep up (upper right), possible overkill (upper left), low priority (lower left), concentrate
 *     here (lower right)
 * @param points in any order
 */
public record IpaData(
        Words words, String importance, String performance, Cross cross, List<String> quadrants, List<Point> points) {

    private static final int PARTS = 4;

    /** The cross, in units of the axes. */
    public record Cross(double importance, double performance) {

        public Cross {
            Finite.check(importance);
            Finite.check(performance);
        }
    }

    /**
     * One item.
     *
     * @param label written beside it
     * @param near whether it is so near the cross that its part may be chance: drawn hollow
     */
    public record Point(double importance, double performance, String label, boolean near) {

        public Point {
            Finite.check(importance);
            Finite.check(performance);
        }
    }

    /** @throws IllegalArgumentException when there are not four names */
    public IpaData {
        quadrants = List.copyOf(quadrants);
        points = List.copyOf(points);
        if (quadrants.size() != PARTS) {
            throw new IllegalArgumentException("four parts, not " + quadrants.size());
        }
    }
}
