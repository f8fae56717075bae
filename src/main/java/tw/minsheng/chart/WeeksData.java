package tw.minsheng.chart;

import java.util.List;

/**
 * Weeks in small panels.
 *
 * @param panels at most {@link #MOST_PANELS}, from top to bottom
 */
public record WeeksData(Words words, List<Panel> panels) {

    static final int MOST_PANELS = 8;

    /**
     * One panel.
     *
     * @param name what is counted
     * @param end said of the last week, for example 紅 12 件
     * @param counts the weeks from left to right; the last one stands out
     * @param first name of the first week
     * @param last name of the last week
     */
    public record Panel(String name, String end, List<Long> counts, String first, String last) {

        public Panel {
            counts = List.copyOf(counts);
        }
    }

    /** @throws IllegalArgumentException when there are too many panels */
    public WeeksData {
        panels = List.copyOf(panels);
        if (panels.size() > MOST_PANELS) {
            throw new IllegalArgumentException(panels.size() + " panels");
        }
    }
}
