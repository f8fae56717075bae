package tw.minsheng.petition.imports;

import java.util.Locale;

/** What a taken row lacks or contradicts; each is counted and told, none is mended in silence. */
public enum Note {
    NO_DUE,
    NO_CLOSED,
    NO_TYPE,
    NO_CHANNEL,
    NO_UNIT,
    NO_DISTRICT,
    NO_STATUS,
    NO_PLACE,
    /** whole degrees: not used as a point */
    COARSE_PLACE,
    /** a status that says the case repeats another; it is counted like every row */
    DUPLICATE_STATUS,
    /** not used for times to closing */
    CLOSED_BEFORE_RECEIVED,
    /** closed in the second of its receipt: mostly by a machine */
    CLOSED_AT_ONCE,
    DUE_BEFORE_RECEIVED,
    /** counted as closed, but without a time to closing */
    CLOSED_WITHOUT_TIME,
    /** counted as open; the closing time is not used */
    OPEN_WITH_CLOSING_TIME;

    /** The name in results, for example {@code no_due}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
