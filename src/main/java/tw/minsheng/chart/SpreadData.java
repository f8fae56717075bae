package tw.minsheng.chart;

import java.util.List;

/**
 * How the answers to many items on one scale are spread: one small panel each, all on the same height.
 *
 * @param points names of the points of the scale, lowest first, as they stand under the bars
 */
public record SpreadData(Words words, List<String> points, List<Panel> panels) {

    /**
     * One item.
     *
     * @param name the item
     * @param beside n and the like, smaller
     * @param shares in percent, one for each point, lowest first; empty where nobody answered
     */
    public record Panel(String name, String beside, List<Double> shares) {

        public Panel {
            shares = List.copyOf(shares);
            shares.forEach(Finite::check);
        }
    }

    public SpreadData {
        points = List.copyOf(points);
        panels = List.copyOf(panels);
        for (Panel panel : panels) {
            if (!panel.shares().isEmpty() && panel.shares().size() != points.size()) {
                throw new IllegalArgumentException(
                        panel.name() + ": " + panel.shares().size() + " shares for " + points.size() + " points");
            }
        }
    }
}
