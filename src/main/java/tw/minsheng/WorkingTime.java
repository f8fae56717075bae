package tw.minsheng;

import java.time.LocalDate;
import tw.minsheng.calendar.OfficeDays;
import tw.minsheng.dataset.cases.DayCounts;
import tw.minsheng.dataset.cases.Durations;
import tw.minsheng.dataset.cases.Measure;

/** Working days of the office calendar after the day of receipt, up to and with the other day. */
record WorkingTime(OfficeDays office) implements Measure {

    private static final long DAY = 86_400;

    @Override
    public String unit() {
        return "working_days";
    }

    @Override
    public long between(long received, long until) {
        return Math.max(0, office.between(day(received), day(until)));
    }

    /** @param until the first second of the day after */
    @Override
    public long days(long received, long until) {
        return between(received, until - 1);
    }

    @Override
    public Durations durations() {
        return new DayCounts();
    }

    private static LocalDate day(long second) {
        return LocalDate.ofEpochDay(Math.floorDiv(second, DAY));
    }
}
