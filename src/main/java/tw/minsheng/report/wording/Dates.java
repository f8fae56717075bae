package tw.minsheng.report.wording;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import tw.minsheng.kernel.Language;
import tw.minsheng.kernel.RepublicYear;
import tw.minsheng.kernel.Texts;

/** Days as people read them: 民國 years in Chinese, ordinary years in English. */
public final class Dates {

    private static final Texts TEXTS = Texts.of(Dates.class);

    private Dates() {}

    /** 民國114年9月15日; 15 September 2025. */
    public static String full(Language language, LocalDate day) {
        return TEXTS.text(language, "date.full", args(language, day));
    }

    /** 114年9月15日; 15 Sep 2025. */
    public static String plain(Language language, LocalDate day) {
        return TEXTS.text(language, "date.plain", args(language, day));
    }

    /** 9/15 on the axis of a chart. */
    public static String axis(LocalDate day) {
        return day.getMonthValue() + "/" + day.getDayOfMonth();
    }

    /** First and last day; one day when they are the same. */
    public static String span(Language language, LocalDate from, LocalDate to) {
        return from.equals(to)
                ? full(language, from)
                : TEXTS.text(language, "date.span", Map.of("from", full(language, from), "to", full(language, to)));
    }

    private static Map<String, String> args(Language language, LocalDate day) {
        String month = TEXTS.text(language, "month." + day.getMonthValue());
        DayOfWeek weekday = day.getDayOfWeek();
        int year = language.equals(Language.EN) ? day.getYear() : RepublicYear.of(day);
        return Map.of(
                "year", Integer.toString(year),
                "month", month,
                "day", Integer.toString(day.getDayOfMonth()),
                "weekday", TEXTS.text(language, "weekday." + weekday.getValue()));
    }
}
