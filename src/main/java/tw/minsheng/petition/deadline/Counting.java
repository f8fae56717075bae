package tw.minsheng.petition.deadline;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import tw.minsheng.calendar.OfficeDays;
import tw.minsheng.calendar.OfficeTime;

/** How a limit is counted: what differs between the bases. */
sealed interface Counting {

    /** The end of so many days or hours, the day (or moment) of receipt not counted. */
    Due first(LocalDateTime start, int amount);

    /** The due date with the days of a pause left out; the pause begins no later than the due date. */
    Due after(Due due, DaySpan pause);

    /** How many days of the basis a pause takes from the clock. */
    long lost(DaySpan pause);

    /** Days of the basis after {@code from} up to and with {@code until}; calendar days for hours. */
    long days(LocalDate from, LocalDate until);

    /** The last day as it holds: moved when it cannot be a last day. */
    Due held(Due due);

    /** A new end that an extension names. */
    Due named(LocalDateTime until);

    static Counting of(Basis basis, DeadlineRules rules, OfficeDays office) {
        return switch (basis) {
            case WORKING_DAY -> new WorkingDays(office);
            case CALENDAR_DAY -> new CalendarDays(office, rules.rollToNextWorkingDay());
            case HOUR ->
                rules.hours() == DeadlineRules.Hours.CLOCK
                        ? new ClockHours()
                        : new OfficeTimes(new OfficeTime(office, rules.officeHours()));
        };
    }

    /** 工作日: holidays, weekends and local closures do not count. */
    record WorkingDays(OfficeDays office) implements Counting {

        @Override
        public Due first(LocalDateTime start, int amount) {
            return Due.day(office.plus(start.toLocalDate(), amount));
        }

        @Override
        public Due after(Due due, DaySpan pause) {
            long lost = lost(pause);
            return lost == 0 ? due : Due.day(office.plus(due.day(), lost));
        }

        @Override
        public long lost(DaySpan pause) {
            return pause.workingDays(office);
        }

        @Override
        public long days(LocalDate from, LocalDate until) {
            return office.between(from, until);
        }

        @Override
        public Due held(Due due) {
            return office.isWorking(due.day()) ? due : Due.day(office.onOrAfter(due.day()));
        }

        @Override
        public Due named(LocalDateTime until) {
            return Due.day(until.toLocalDate());
        }
    }

    /** 日曆日: every day counts; whether the last may be one that is not worked is a setting. */
    record CalendarDays(OfficeDays office, boolean rolls) implements Counting {

        @Override
        public Due first(LocalDateTime start, int amount) {
            return Due.day(start.toLocalDate().plusDays(amount));
        }

        @Override
        public Due after(Due due, DaySpan pause) {
            return Due.day(due.day().plusDays(pause.days()));
        }

        @Override
        public long lost(DaySpan pause) {
            return pause.days();
        }

        @Override
        public long days(LocalDate from, LocalDate until) {
            return ChronoUnit.DAYS.between(from, until);
        }

        @Override
        public Due held(Due due) {
            return rolls && !office.isWorking(due.day()) ? Due.day(office.onOrAfter(due.day())) : due;
        }

        @Override
        public Due named(LocalDateTime until) {
            return Due.day(until.toLocalDate());
        }
    }

    /** Hours of the clock; a pause takes whole days. */
    record ClockHours() implements Counting {

        @Override
        public Due first(LocalDateTime start, int amount) {
            return Due.moment(start.plusHours(amount));
        }

        @Override
        public Due after(Due due, DaySpan pause) {
            return Due.moment(due.at().plusDays(pause.days()));
        }

        @Override
        public long lost(DaySpan pause) {
            return pause.days();
        }

        @Override
        public long days(LocalDate from, LocalDate until) {
            return ChronoUnit.DAYS.between(from, until);
        }

        @Override
        public Due held(Due due) {
            return due;
        }

        @Override
        public Due named(LocalDateTime until) {
            return Due.moment(until);
        }
    }

    /** Hours in which the offices are open; what was left when a pause began is counted on after it. */
    record OfficeTimes(OfficeTime time) implements Counting {

        @Override
        public Due first(LocalDateTime start, int amount) {
            return Due.moment(time.plus(start, Duration.ofHours(amount)));
        }

        @Override
        public Due after(Due due, DaySpan pause) {
            Duration left = time.between(pause.first().atStartOfDay(), due.at());
            return left.isZero()
                    ? due
                    : Due.moment(time.plus(pause.last().plusDays(1).atStartOfDay(), left));
        }

        @Override
        public long lost(DaySpan pause) {
            return pause.workingDays(time.days());
        }

        @Override
        public long days(LocalDate from, LocalDate until) {
            return ChronoUnit.DAYS.between(from, until);
        }

        @Override
        public Due held(Due due) {
            return due;
        }

        @Override
        public Due named(LocalDateTime until) {
            return Due.moment(until);
        }
    }
}
