package tw.minsheng.report.analysis;

import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import tw.minsheng.dataset.FieldCounts;

/** Why the line of a trend does not go on from one wave to the next. */
enum TrendBreak {
    /** it goes on */
    NONE,
    /** a major version of the survey lies between, or within one of the two */
    VERSION,
    /** other items were answered */
    ITEMS,
    /** most answered in another way than before: still compared, but not drawn as one line */
    MODE;

    static TrendBreak between(FieldCounts earlier, FieldCounts now, boolean sameItems) {
        NavigableSet<Integer> before = earlier.majors();
        NavigableSet<Integer> after = now.majors();
        boolean known = !before.isEmpty() && !after.isEmpty();
        if (known && (!before.equals(after) || after.size() > 1)) {
            return VERSION;
        }
        if (!sameItems) {
            return ITEMS;
        }
        String one = most(earlier);
        String other = most(now);
        return one.isEmpty() || other.isEmpty() || one.equals(other) ? NONE : MODE;
    }

    /** The mode of most answers; "" where it is not known. */
    private static String most(FieldCounts field) {
        return field.modes().entrySet().stream()
                .max(Map.Entry.<String, Long>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(Map.Entry::getKey)
                .orElse("");
    }

    boolean isComparable() {
        return this == NONE || this == MODE;
    }

    /** {@code version}, {@code items}, {@code mode}; "" for none. */
    String key() {
        return this == NONE ? "" : name().toLowerCase(Locale.ROOT);
    }
}
