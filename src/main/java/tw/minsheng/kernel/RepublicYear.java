package tw.minsheng.kernel;

import java.time.LocalDate;

/** Years as people write them here (民國): year 1 is 1912. */
public final class RepublicYear {

    /** The year before the first. */
    private static final int BEFORE = 1911;

    private RepublicYear() {}

    /** 115 for a day of 2026; 0 and less before 1912. */
    public static int of(LocalDate day) {
        return of(day.getYear());
    }

    /** 115 for 2026; 0 and less before 1912. */
    public static int of(int commonYear) {
        return commonYear - BEFORE;
    }

    /** 2026 for 115. */
    public static int toCommon(int year) {
        return year + BEFORE;
    }
}
