package tw.minsheng.panel;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What one expert has said so far.
 *
 * @param ratings by id of the item
 * @param comment about the whole
 */
public record Sheet(Map<String, Rating> ratings, String comment) {

    public static final Sheet EMPTY = new Sheet(Map.of(), "");
    /** Longest comment. */
    public static final int MOST_LETTERS = 2_000;

    private static final Pattern BREAKS = Pattern.compile("\\s*\\R\\s*");

    public Sheet {
        ratings = Collections.unmodifiableMap(new LinkedHashMap<>(ratings));
    }

    /** What was written in several lines, in one. */
    public static String line(String comment) {
        return BREAKS.matcher(comment).replaceAll(" ").strip();
    }

    public Rating of(String item) {
        return ratings.getOrDefault(item, Rating.NONE);
    }

    /** The items whose relevance, or Lawshe's question where it is asked, is not answered. */
    public List<PanelItem> missing(PanelRound round) {
        return round.items().stream()
                .filter(item -> !of(item.id()).isRated()
                        || (round.essential() && of(item.id()).essential() == Rating.Essential.NONE))
                .toList();
    }
}
