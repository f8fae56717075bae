package tw.minsheng.web.citizen;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import tw.minsheng.kernel.Language;
import tw.minsheng.kernel.LocalizedText;
import tw.minsheng.kernel.RepublicYear;
import tw.minsheng.kernel.Texts;

/** Words and dates of the citizens' pages in one language. */
public record Words(Language language, ZoneId zone) {

    private static final Texts TEXTS = Texts.of(Words.class);
    private static final DateTimeFormatter ENGLISH = DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.ENGLISH);
    private static final String WEEK = "一二三四五六日";

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
        if (language.tag().startsWith("en")) {
            return ENGLISH.format(day);
        }
        return RepublicYear.of(day) + " 年 " + day.getMonthValue() + " 月 " + day.getDayOfMonth() + " 日（星期"
                + WEEK.charAt(day.getDayOfWeek().getValue() - 1) + "）";
    }

    public String date(Instant moment) {
        return date(LocalDate.ofInstant(moment, zone));
    }

    /** The last day before this moment. */
    public String lastDay(Instant end) {
        return date(end.minusNanos(1));
    }

    /** A year as both calendars count it. */
    public String year(int year) {
        return language.tag().startsWith("en") ? Integer.toString(year) : RepublicYear.of(year) + " 年（" + year + "）";
    }
}
