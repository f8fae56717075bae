package tw.minsheng.petition.deadline;

import java.util.Locale;

/** In what a limit is counted. */
public enum Basis {
    /** 工作日: petitions */
    WORKING_DAY,
    /** 日曆日: applications (申請) */
    CALENDAR_DAY,
    /** 小時: repairs (派工); of the clock or of the office, by {@link DeadlineRules.Hours} */
    HOUR;

    /** As commands and files write it: {@code working-day}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public String toString() {
        return word();
    }
}
