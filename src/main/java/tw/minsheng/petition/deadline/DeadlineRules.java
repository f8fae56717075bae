package tw.minsheng.petition.deadline;

import tw.minsheng.calendar.OfficeHours;

/**
 * The settings of a case type that decide how its limit is counted; docs/deadlines.md says which are unconfirmed.
 *
 * @param rollToNextWorkingDay whether a last day that is not worked moves to the next that is (行政程序法 48); counting in
 *     calendar days only
 * @param hours which hours count when the limit is in hours
 */
public record DeadlineRules(
        boolean rollToNextWorkingDay,
        Hours hours,
        OfficeHours officeHours,
        PauseRules pauses,
        ExtensionRules extensions) {

    /** No rolling, hours of the clock. */
    public static final DeadlineRules DEFAULT =
            new DeadlineRules(false, Hours.CLOCK, OfficeHours.DEFAULT, PauseRules.DEFAULT, ExtensionRules.DEFAULT);

    /** Which hours count. */
    public enum Hours {
        /** every hour */
        CLOCK,
        /** those in which the offices are open */
        OFFICE
    }

    public DeadlineRules rolling() {
        return new DeadlineRules(true, hours, officeHours, pauses, extensions);
    }

    public DeadlineRules inOfficeHours() {
        return new DeadlineRules(rollToNextWorkingDay, Hours.OFFICE, officeHours, pauses, extensions);
    }
}
