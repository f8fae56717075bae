package tw.minsheng.calendar;

import java.time.LocalDate;

/**
 * A day on which the offices do not do what its weekday lets expect, for explanations.
 *
 * @param name why, in Chinese; "" when the calendar says nothing
 */
public record SpecialDay(LocalDate date, Kind kind, String name) {

    /** What is special. */
    public enum Kind {
        /** 放假 on a weekday */
        OFF,
        /** 補行上班 on a weekend */
        WORK,
        /** 停班 here, the whole day */
        CLOSED,
        /** 停班 here, in the morning: the day still counts */
        CLOSED_MORNING,
        /** 停班 here, in the afternoon: the day still counts */
        CLOSED_AFTERNOON
    }
}
