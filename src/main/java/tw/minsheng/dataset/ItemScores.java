package tw.minsheng.dataset;

import java.util.List;
import tw.minsheng.survey.Scale;

/** Scored answers of some people to some items: what the statistics of rows read. */
public final class ItemScores {

    private final ItemRows rows;
    private final List<Column> items;
    private final List<Integer> places;
    private final List<Scale> scales;
    private final int[] chosen;

    ItemScores(ItemRows rows, List<Column> items, List<Integer> places, List<Scale> scales, int[] chosen) {
        this.rows = rows;
        this.items = List.copyOf(items);
        this.places = List.copyOf(places);
        this.scales = List.copyOf(scales);
        this.chosen = chosen;
    }

    public int rows() {
        return chosen.length;
    }

    public int items() {
        return items.size();
    }

    /** The score, {@link tw.minsheng.statistics.Missing#ANSWER} where there is none. */
    public double at(int row, int item) {
        return ConstructTally.score(items.get(item), scales.get(item), rows.code(chosen[row], places.get(item)));
    }
}
