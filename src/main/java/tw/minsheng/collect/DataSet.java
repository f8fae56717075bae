package tw.minsheng.collect;

import java.util.Locale;

/** Sets of answers that never mix: the set is part of every key. */
public enum DataSet {
    LIVE,
    /** draft surveys and test links */
    TEST,
    /** seeded by the demonstration */
    DEMO;

    /** The word in files, addresses and tables: {@code live}, {@code test}, {@code demo}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException when there is no such set */
    public static DataSet of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
