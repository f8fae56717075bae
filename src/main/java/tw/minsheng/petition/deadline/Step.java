package tw.minsheng.petition.deadline;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Map;
import tw.minsheng.calendar.OfficeCalendar;
import tw.minsheng.calendar.OfficeDays;
import tw.minsheng.calendar.SpecialDay;

/**
 * One line of the explanation of a due date, as data: a message key of this room and what fills its words. In order they
 * lead an auditor by hand from the receipt to the due date.
 */
public sealed interface Step {

    /** Message key without its prefix {@code step.}. */
    String key();

    /** Dates, moments, numbers, texts and constants for the words. */
    Map<String, Object> args();

    /** From which receipt it is counted. */
    record Received(CaseStart start, boolean timed) implements Step {
        @Override
        public String key() {
            return "received." + word(start.kind());
        }

        @Override
        public Map<String, Object> args() {
            LocalDateTime at = start.counted().at();
            Object day = timed ? at : at.toLocalDate();
            return Map.of("at", day, "number", start.counted().number(), "cases", start.numbers());
        }
    }

    /** The limit, and the first day that counts. */
    record Limited(TimeLimit limit, DeadlineRules.Hours hours, LocalDate first) implements Step {
        @Override
        public String key() {
            return "limit." + (limit.basis() == Basis.HOUR ? "hour_" + word(hours) : word(limit.basis()));
        }

        @Override
        public Map<String, Object> args() {
            return Map.of("n", limit.amount(), "first", first);
        }
    }

    /** A day that does not do what its weekday lets expect. */
    record Special(SpecialDay day) implements Step {
        @Override
        public String key() {
            return "special." + word(day.kind()) + (day.name().isEmpty() ? "" : "_named");
        }

        @Override
        public Map<String, Object> args() {
            return Map.of("day", day.date(), "name", day.name());
        }
    }

    /** The sum of the working days of a span: all − weekends − off + made up. */
    record WorkingDays(LocalDate from, LocalDate until, long all, long weekends, long off, long madeUp)
            implements Step {

        /** The sum over the days after {@code after} up to and with {@code until}. */
        static WorkingDays after(LocalDate after, LocalDate until, OfficeDays office) {
            long all = new DaySpan(after.plusDays(1), until).days();
            long weekdays = OfficeDays.weekdaysBetween(after, until);
            long worked = office.between(after, until);
            long madeUp = 0;
            for (SpecialDay day : office.special(after, until)) {
                boolean weekend = day.date().getDayOfWeek().getValue() > 5;
                madeUp += weekend && office.isWorking(day.date()) ? 1 : 0;
            }
            return new WorkingDays(after.plusDays(1), until, all, all - weekdays, weekdays + madeUp - worked, madeUp);
        }

        long counted() {
            return all - weekends - off + madeUp;
        }

        @Override
        public String key() {
            return off + madeUp == 0 ? "sum.plain" : "sum.full";
        }

        @Override
        public Map<String, Object> args() {
            return Map.of(
                    "from", from,
                    "until", until,
                    "all", all,
                    "weekends", weekends,
                    "off", off,
                    "made_up", madeUp,
                    "counted", counted());
        }
    }

    /** Every day of a span counts. */
    record AllDays(LocalDate from, LocalDate until, long n) implements Step {
        @Override
        public String key() {
            return "sum.all";
        }

        @Override
        public Map<String, Object> args() {
            return Map.of("from", from, "until", until, "n", n);
        }
    }

    /** A pause moved the due date. */
    record Paused(Pause pause, DaySpan span, Basis basis, long lost, Due before, Due after) implements Step {
        @Override
        public String key() {
            return "pause." + (pause.isOpen() ? "open_" : "answered_") + word(pause.cause());
        }

        @Override
        public Map<String, Object> args() {
            return Map.of(
                    "requested", pause.requested(),
                    "end", pause.end(),
                    "reason", pause.reason(),
                    "first", span.first(),
                    "last", span.last(),
                    "lost", lost,
                    "unit", basis == Basis.HOUR ? Basis.CALENDAR_DAY : basis,
                    "before", before,
                    "after", after);
        }
    }

    /** A pause was longer than the clock may stand. */
    record PauseCapped(Pause pause, int most) implements Step {
        @Override
        public String key() {
            return "pause.capped";
        }

        @Override
        public Map<String, Object> args() {
            return Map.of("requested", pause.requested(), "most", most);
        }
    }

    /** A pause that did not move the due date: no day lay between, or the case was due before. */
    record PauseIdle(Pause pause, boolean tooLate, Due due) implements Step {
        @Override
        public String key() {
            return tooLate ? "pause.too_late" : "pause.no_day";
        }

        @Override
        public Map<String, Object> args() {
            return Map.of("requested", pause.requested(), "end", pause.end(), "due", due);
        }
    }

    /** An extension names a later due date. */
    record Extended(Extension extension, Basis basis, long length, Due before, Due after) implements Step {
        @Override
        public String key() {
            return "extended";
        }

        @Override
        public Map<String, Object> args() {
            return Map.of(
                    "decided", extension.day(),
                    "reason", extension.reason(),
                    "approver", extension.approver(),
                    "channel", extension.notice().channel(),
                    "sent", extension.notice().sentAt().toLocalDate(),
                    "reference", extension.notice().reference(),
                    "length", length,
                    "unit", basis == Basis.HOUR ? Basis.CALENDAR_DAY : basis,
                    "before", before,
                    "after", after);
        }
    }

    /** The last day is not worked and moves. */
    record Moved(LocalDate from, LocalDate until) implements Step {
        @Override
        public String key() {
            return "moved";
        }

        @Override
        public Map<String, Object> args() {
            return Map.of("from", from, "until", until);
        }
    }

    /** The extended case takes longer than the days that ask for special control. */
    record UnderControl(long days, int most) implements Step {
        @Override
        public String key() {
            return "special_control";
        }

        @Override
        public Map<String, Object> args() {
            return Map.of("days", days, "most", most);
        }
    }

    /** Due by a time of day, each day anew. */
    record ClockTime(LocalTime at, boolean workingDaysOnly) implements Step {
        @Override
        public String key() {
            return workingDaysOnly ? "clock.working_day" : "clock.every_day";
        }

        @Override
        public Map<String, Object> args() {
            return Map.of("time", at.toString());
        }
    }

    /** The due date. */
    record End(Due due) implements Step {
        @Override
        public String key() {
            return due.timed() ? "end.moment" : "end.day";
        }

        @Override
        public Map<String, Object> args() {
            return Map.of("due", due);
        }
    }

    /** By which calendar. */
    record KnownDays(OfficeDays office) implements Step {
        @Override
        public String key() {
            return "calendar";
        }

        @Override
        public Map<String, Object> args() {
            OfficeCalendar calendar = office.calendar();
            return Map.of("version", office.version(), "from", calendar.coversFrom(), "until", calendar.coversUntil());
        }
    }

    /** Part of the days is not covered by the calendar: weekends only (暫算). */
    record Provisional(LocalDate from, LocalDate until) implements Step {
        @Override
        public String key() {
            return "provisional";
        }

        @Override
        public Map<String, Object> args() {
            return Map.of("from", from, "until", until);
        }
    }

    /** Counted again by another calendar. */
    record Recounted(String before, String after) implements Step {
        @Override
        public String key() {
            return "change.calendar";
        }

        @Override
        public Map<String, Object> args() {
            return Map.of("before", before, "after", after);
        }
    }

    /** A day that the other calendar sees differently. */
    record DayChanged(LocalDate day, boolean worked) implements Step {
        @Override
        public String key() {
            return worked ? "change.day_worked" : "change.day_off";
        }

        @Override
        public Map<String, Object> args() {
            return Map.of("day", day);
        }
    }

    /** The due date by both calendars. */
    record DueChanged(Due before, Due after) implements Step {
        @Override
        public String key() {
            return before.equals(after) ? "change.same" : "change.moved";
        }

        @Override
        public Map<String, Object> args() {
            return Map.of("before", before, "after", after);
        }
    }

    /** A constant as keys of messages have it. */
    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
