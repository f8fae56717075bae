package tw.minsheng.statistics.sampling;

import java.util.Locale;

/** What a stratum with a single sampled unit adds to a variance (ES7); the default is {@link #ADJUST}. */
public enum LonelyRule {
    /** No variance at all: {@code lonely_stratum}. */
    FAIL,
    /** Nothing. */
    REMOVE,
    /** Nothing: the unit was certain to be drawn. */
    CERTAINTY,
    /** The squared distance from the overall mean instead of the stratum's own. For totals this is too large. */
    ADJUST,
    /** The mean contribution of the other strata. */
    AVERAGE;

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
