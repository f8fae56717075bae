package tw.minsheng.statistics;

import java.util.Locale;

/** What happens to a row that lacks an answer. */
public enum MissingRule {
    /** 整列刪除: only rows that answer every item. */
    LISTWISE,
    /** 成對刪除: each pair of items uses the rows that answer both. */
    PAIRWISE,
    /** Outside the domain: the row keeps its place in the design and counts as zero (design-based estimates). */
    DOMAIN,
    /** Nothing can be missing, for example counts of a plan. */
    NONE;

    /** The stable key in JSON, for example {@code listwise}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
