package tw.minsheng.statistics;

import java.util.Locale;

/** Why a number does not exist. The list is closed; the words for people stand where pages are made. */
public enum Reason {
    N_TOO_SMALL,
    NO_COMPLETE_ROWS,
    NO_DATA,
    NO_VARIATION,
    ITEM_CONSTANT,
    ITEM_ALL_MISSING,
    TOO_FEW_ITEMS,
    TOO_MANY_SPLITS,
    SINGULAR_MATRIX,
    NOT_PSD,
    NOT_IDENTIFIED,
    HEYWOOD,
    NOT_CONVERGED,
    GROUPS_OVERLAP,
    ZERO_DENOMINATOR,
    MARGINS_DISAGREE,
    CATEGORY_WITHOUT_SAMPLE,
    CATEGORY_WITHOUT_POPULATION,
    ZERO_TARGET,
    CALIBRATION_INFEASIBLE,
    NEGATIVE_WEIGHT,
    MISSING_WEIGHT,
    SINGLE_PSU,
    LONELY_STRATUM,
    SAMPLE_EXCEEDS_POPULATION,
    SPARSE_TABLE,
    INTERVAL_OUTSIDE_RANGE,
    CENSUS,
    NONPROBABILITY,
    SMALL_CELL,
    PART_OF_SCALE,
    NOT_COMPARABLE;

    /** The stable key in JSON and in message files, for example {@code no_complete_rows}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
