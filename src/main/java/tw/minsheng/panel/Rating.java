package tw.minsheng.panel;

import java.util.Locale;

/**
 * What one expert says of one item.
 *
 * @param relevance 1 to 4, 0 while not rated
 * @param essential Lawshe's question
 */
public record Rating(int relevance, Essential essential, String comment) {

    public static final int LOWEST = 1;
    public static final int HIGHEST = 4;
    public static final Rating NONE = new Rating(0, Essential.NONE, "");

    /** Whether an item is essential to its construct. Lawshe 1975. */
    public enum Essential {
        /** not said */
        NONE,
        ESSENTIAL,
        /** useful, but not essential */
        USEFUL,
        NOT_NECESSARY;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** {@link #NONE} for what is none of them. */
        public static Essential of(String key) {
            for (Essential each : values()) {
                if (each.key().equals(key)) {
                    return each;
                }
            }
            return NONE;
        }
    }

    public boolean isRated() {
        return relevance >= LOWEST && relevance <= HIGHEST;
    }

    /** 3 or 4 of 4. */
    public boolean isRelevant() {
        return relevance >= 3;
    }
}
