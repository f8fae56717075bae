package tw.minsheng.dataset.weights;

import tw.minsheng.statistics.estimate.CodeSums;
import tw.minsheng.statistics.weighting.Groups;

/**
 * Rows without design weights, only counted: of each group its rows and the answers to all items side by side, so that a row touches
 * memory once for each item and nearby. Sums are made of the counts at the end.
 */
final class PlainCounts {

    private final CountedSample sample;
    private final int margins;
    private final int items;
    /** for each item as many as there are answers, and one for none */
    private final int width;

    private final long[] answers;
    private final long[] rows;

    /** @param sample still empty; it tells groups */
    PlainCounts(CountedSample sample, int margins, ItemColumns columns) {
        this.sample = sample;
        this.margins = margins;
        this.items = columns.items().size();
        this.width = columns.codes() + 1;
        this.rows = new long[sample.groups().size()];
        this.answers = new long[rows.length * items * width];
    }

    /** @param codes as {@link CountedSample#add} takes them */
    void add(int[] codes) {
        int group = sample.group(codes);
        rows[group]++;
        int none = group * items * width;
        for (int item = margins; item < codes.length; item++) {
            answers[none + 1 + codes[item]]++;
            none += width;
        }
    }

    /** Hands all rows to the sample, once. */
    void pour() {
        Groups groups = sample.groups();
        for (int group = 0; group < rows.length; group++) {
            groups.add(group, 1, rows[group]);
            for (int item = 0; item < items; item++) {
                CodeSums codes = sample.item(item);
                for (int code = 0; code < width - 1; code++) {
                    codes.add(group, 1, code, answers[(group * items + item) * width + 1 + code]);
                }
            }
        }
    }
}
