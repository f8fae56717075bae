package tw.minsheng.petition.imports;

import java.util.Map;
import tw.minsheng.kernel.Fault;

/**
 * Why a row is not taken.
 *
 * @param row in the file, as a spreadsheet counts
 * @param column their header, or our field where the file has no such column
 * @param value as it stands there, shortened
 */
public record Refusal(long row, String column, String value, Reason reason) {

    private static final int LONGEST = 40;

    /** What can be wrong with a row. The words stand in the messages under {@code cases.refused.…}. */
    public enum Reason {
        NO_NUMBER,
        DUPLICATE_NUMBER,
        NO_RECEIVED,
        NO_TIME,
        YEAR_OUT_OF_RANGE,
        UNKNOWN_VALUE,
        NO_COORDINATE,
        OFF_THE_MAP,
        /** a word by which cases are counted is no text */
        LONG_WORD;

        /** The name in results, for example {@code unknown_value}. */
        public String key() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    public Refusal {
        value = value.codePointCount(0, value.length()) <= LONGEST
                ? value
                : value.substring(0, value.offsetByCodePoints(0, LONGEST)) + "…";
    }

    /** As a fault with its words. */
    public Fault in(String file) {
        Map<String, String> args = Map.of("file", file, "row", Long.toString(row), "column", column, "value", value);
        return new Fault(file + ":" + row, "cases.refused." + reason.key(), args);
    }
}
