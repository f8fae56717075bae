package tw.minsheng.chart;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;

/**
 * Finished answers by day.
 *
 * @param perDay name of the upper panel, for example 每日完成份數
 * @param cumulative name of the lower panel, for example 累計完成份數
 * @param days one entry for each day with answers, in any order; days between are drawn as 0
 * @param events reminders and the like, marked on their day
 * @param plan how many answers are wanted in all; none or one
 * @param dayText how a day is printed on the axis
 * @param countText how a number is printed
 */
public record FieldworkData(
        Words words,
        String perDay,
        String cumulative,
        List<Day> days,
        List<Event> events,
        List<Plan> plan,
        Function<LocalDate, String> dayText,
        Function<Long, String> countText) {

    /** One day. */
    public record Day(LocalDate date, long count) {}

    /** A number that all answers together should reach, as the line says it. */
    public record Plan(long count, String label) {}

    /** Something that happened in the field. */
    public record Event(LocalDate date, String label) {}

    public FieldworkData {
        days = List.copyOf(days);
        events = List.copyOf(events);
        plan = List.copyOf(plan);
    }
}
