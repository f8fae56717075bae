package tw.minsheng.web.citizen;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import tw.minsheng.kernel.Language;
import tw.minsheng.kernel.LocalizedText;
import tw.minsheng.kernel.Texts;
import tw.minsheng.petition.deadline.Due;
import tw.minsheng.web.Dates;

/** Words and dates of the citizens' pages in one language. */
public record Words(Language language, ZoneId zone) {

    private static final Texts TEXTS = Texts.of(Words.class);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    /** A language named in itself. */
    static String nameOf(String tag) {
        return TEXTS.text(new Language(tag), "language.name");
    }

    public String say(String key) {
        return TEXTS.text(language, key);
    }

    public String say(String key, Map<String, ?> args) {
        return TEXTS.text(language, key, args);
    }

    public String say(String key, String name, Object value) {
        return TEXTS.text(language, key, Map.of(name, value));
    }

    public String text(LocalizedText text) {
        return text.in(language);
    }

    /** 民國 with weekday, or the English date. */
    public String date(LocalDate day) {
        return new Dates(language).full(day);
    }

    public String date(Instant moment) {
        return date(LocalDate.ofInstant(moment, zone));
    }

    /** A month as both calendars count it. */
    public String month(YearMonth month) {
        return new Dates(language).month(month);
    }

    /** The last day of a limit, with the time when the limit is in hours. */
    public String due(Due due) {
        return due.timed()
                ? say("due.timed", Map.of("date", date(due.day()), "time", CLOCK.format(due.at())))
                : date(due.day());
    }

    /** The last day before this moment. */
    public String lastDay(Instant end) {
        return date(end.minusNanos(1));
    }

    /** A year as both calendars count it. */
    public String year(int year) {
        return new Dates(language).year(year);
    }
}
