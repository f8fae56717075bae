package tw.minsheng.web;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Map;
import tw.minsheng.kernel.Language;
import tw.minsheng.kernel.RepublicYear;
import tw.minsheng.kernel.Texts;

/** Days as people write them: in the years of the Republic (民國), or as English does. */
public record Dates(Language language) {

    private static final Texts TEXTS = Texts.of(Dates.class);

    /** With the weekday in full: for one day in a sentence. */
    public String full(LocalDate day) {
        return say("date.full", day);
    }

    /** As short as it can be with the weekday: for tables. */
    public String brief(LocalDate day) {
        return say("date.brief", day);
    }

    /** A year as both calendars count it. */
    public String year(int year) {
        return TEXTS.text(language, "date.year", Map.of("republic", RepublicYear.of(year), "year", year));
    }

    /** A month without a day. */
    public String month(YearMonth month) {
        return say("date.month", month.atDay(1));
    }

    private String say(String key, LocalDate day) {
        Locale locale = language.tag().startsWith("en") ? Locale.ENGLISH : Locale.TRADITIONAL_CHINESE;
        return TEXTS.text(
                language,
                key,
                Map.of(
                        "republic", RepublicYear.of(day),
                        "year", day.getYear(),
                        "month", day.getMonthValue(),
                        "month_name", day.getMonth().getDisplayName(TextStyle.FULL, locale),
                        "month_short", day.getMonth().getDisplayName(TextStyle.SHORT, locale),
                        "day", day.getDayOfMonth(),
                        "weekday", day.getDayOfWeek().getDisplayName(TextStyle.FULL, locale),
                        "weekday_short", day.getDayOfWeek().getDisplayName(TextStyle.SHORT, locale),
                        "weekday_letter", day.getDayOfWeek().getDisplayName(TextStyle.NARROW, locale)));
    }
}
