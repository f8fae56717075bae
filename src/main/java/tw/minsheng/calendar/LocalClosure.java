package tw.minsheng.calendar;

import java.time.LocalDate;

/**
 * A place where the offices stay closed on a day that is worked elsewhere, after a typhoon for example (颱風停班).
 *
 * @param district as the case names it; {@link #EVERYWHERE} for the whole city
 * @param name why, in Chinese
 */
public record LocalClosure(String district, LocalDate date, Part part, String name) {

    public static final String EVERYWHERE = "";

    /** How much of the day. */
    public enum Part {
        MORNING,
        AFTERNOON,
        DAY
    }

    boolean concerns(String place) {
        return district.equals(EVERYWHERE) || district.equals(place);
    }
}
