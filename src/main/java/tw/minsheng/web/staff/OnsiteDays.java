package tw.minsheng.web.staff;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import tw.minsheng.invite.onsite.OnsitePlan;
import tw.minsheng.invite.onsite.OnsiteSession;
import tw.minsheng.petition.OfficePeriod;

/**
 * The half-days of a period that can be drawn: what the office calendar says, and above it what was typed.
 *
 * @param halfDays in their order
 * @param out days that fall out, {@code in} that come in, though their weekday says otherwise
 * @param weekends Saturdays and Sundays that fall out
 * @param idle typed days that change nothing: they lie outside, or the calendar says so already
 */
record OnsiteDays(
        String calendar,
        boolean covered,
        List<OnsitePlan.HalfDay> halfDays,
        List<Day> out,
        List<Day> in,
        int weekends,
        List<LocalDate> idle) {

    OnsiteDays {
        halfDays = List.copyOf(halfDays);
        out = List.copyOf(out);
        in = List.copyOf(in);
        idle = List.copyOf(idle);
    }

    /**
     * A day that is not what its weekday lets expect.
     *
     * @param half the only half concerned, "" where it is the whole day
     * @param why {@code off}, {@code closed}, {@code made_up} or {@code typed}
     * @param name why, as the calendar says it; "" when it says nothing
     */
    record Day(LocalDate date, String half, String why, String name) {}

    static OnsiteDays of(OfficePeriod period, OnsiteForm form) {
        Gathered gathered = new Gathered(form);
        period.days().forEach(gathered::add);
        List<LocalDate> idle = new ArrayList<>(form.closed());
        idle.addAll(form.opened());
        idle.removeAll(gathered.used);
        return new OnsiteDays(
                period.version(),
                period.covered(),
                gathered.halfDays,
                gathered.out,
                gathered.in,
                gathered.weekends.size(),
                idle.stream().sorted().toList());
    }

    /** Different days on which something can be drawn. */
    long days() {
        return halfDays.stream().map(OnsitePlan.HalfDay::day).distinct().count();
    }

    OnsitePlan.Period period(OnsiteForm form) {
        return new OnsitePlan.Period(form.from(), form.to(), calendar, form.closed(), form.opened());
    }

    /** Goes through the days of a period, one after the other. */
    private static final class Gathered {
        private final OnsiteForm form;
        private final List<OnsitePlan.HalfDay> halfDays = new ArrayList<>();
        private final List<Day> out = new ArrayList<>();
        private final List<Day> in = new ArrayList<>();
        private final List<LocalDate> used = new ArrayList<>();
        private final List<LocalDate> weekends = new ArrayList<>();

        Gathered(OnsiteForm form) {
            this.form = form;
        }

        void add(OfficePeriod.Day day) {
            List<OnsiteSession.Half> open =
                    form.halves().stream().filter(half -> isOpen(day, half)).toList();
            boolean whole = open.size() == form.halves().size();
            if (form.opened().contains(day.date()) && !whole) {
                used.add(day.date());
                in.add(new Day(day.date(), "", "typed", day.name()));
                draw(day.date(), form.halves());
            } else if (form.closed().contains(day.date()) && !open.isEmpty()) {
                used.add(day.date());
                out.add(new Day(day.date(), "", "typed", ""));
            } else {
                asTheCalendarSays(day, open, whole);
                draw(day.date(), open);
            }
        }

        private static boolean isOpen(OfficePeriod.Day day, OnsiteSession.Half half) {
            return half == OnsiteSession.Half.AM ? day.morning() : day.afternoon();
        }

        private void asTheCalendarSays(OfficePeriod.Day day, List<OnsiteSession.Half> open, boolean whole) {
            if (day.why() == OfficePeriod.Why.WEEKEND) {
                weekends.add(day.date());
            } else if (day.why() == OfficePeriod.Why.MADE_UP) {
                in.add(new Day(day.date(), "", "made_up", day.name()));
            } else if (!whole) {
                String half = open.isEmpty() ? "" : closed(open.get(0));
                out.add(new Day(day.date(), half, day.why() == OfficePeriod.Why.OFF ? "off" : "closed", day.name()));
            }
        }

        private static String closed(OnsiteSession.Half open) {
            return open == OnsiteSession.Half.AM ? OnsiteSession.Half.PM.key() : OnsiteSession.Half.AM.key();
        }

        private void draw(LocalDate day, List<OnsiteSession.Half> halves) {
            halves.forEach(half -> halfDays.add(new OnsitePlan.HalfDay(day, half)));
        }
    }
}
