package tw.minsheng.dataset.weights;

import java.util.List;

/**
 * Closed questions on one scale of whole numbers.
 *
 * @param items columns, at least one
 * @param lowest answer, {@code highest} answer
 */
public record ItemColumns(List<String> items, int lowest, int highest) {

    /** Answers of one scale. */
    public static final int MOST_ANSWERS = 100;

    /** @throws IllegalArgumentException without an item, or without two answers, or with more than a hundred */
    public ItemColumns {
        items = List.copyOf(items);
        if (items.isEmpty() || highest <= lowest || highest - lowest >= MOST_ANSWERS) {
            throw new IllegalArgumentException("no scale: " + items + ", " + lowest + " to " + highest);
        }
    }

    /** Number of answers; they are numbered from 0. */
    public int codes() {
        return highest - lowest + 1;
    }
}
