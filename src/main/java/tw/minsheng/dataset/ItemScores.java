package tw.minsheng.dataset;

import java.util.List;
import tw.minsheng.survey.Scale;

/** Scored answers of some people to some items on one scale: what the statistics of rows read. */
public final class ItemScores {

    private final ItemRows rows;
    private final List<Column> items;
    private final List<Integer> places;
    private final Scale scale;
    private final int[] chosen;

    ItemScores(ItemRows rows, List<Column> items, List<Integer> places, Scale scale, int[] chosen) {
        this.rows = rows;
        this.items = List.copyOf(items);
        this.places = List.copyOf(places);
        this.scale = scale;
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
        return ConstructTally.score(items.get(item), scale, rows.code(chosen[row], places.get(item)));
    }
}
