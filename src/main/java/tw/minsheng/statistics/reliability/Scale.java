package tw.minsheng.statistics.reliability;

import java.util.List;

/**
 * The items of one scale or 構面, and the limits of their answers as the questionnaire defines them.
 *
 * @param items names, in the order of the columns
 * @param minimum lowest answer of the scale
 * @param maximum highest answer of the scale
 */
public record Scale(List<String> items, double minimum, double maximum) {

    public Scale {
        items = List.copyOf(items);
        if (items.isEmpty() || !(minimum < maximum)) {
            throw new IllegalArgumentException(
                    "a scale needs items and a range: " + items + " " + minimum + ".." + maximum);
        }
    }

    /** The score of an answer to a reverse item: minimum + maximum − answer, by the scale's limits, never by data. */
    public double reversed(double answer) {
        return minimum + maximum - answer;
    }

    public int size() {
        return items.size();
    }
}
