package tw.minsheng.collect;

import java.util.Locale;

/** How an attempt to answer ended (disposition). */
public enum Outcome {
    COMPLETE,
    /** a choice ended the survey; only what came before it is kept */
    SCREENED_OUT,
    /** a quota was full; no answers are kept */
    QUOTA_FULL;

    /** The word in the API and in tables: {@code complete}, {@code screened_out}, {@code quota_full}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException when there is no such outcome */
    public static Outcome of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
