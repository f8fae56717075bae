package tw.minsheng.web.staff;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import tw.minsheng.kernel.Language;
import tw.minsheng.kernel.LocalizedText;
import tw.minsheng.kernel.Texts;
import tw.minsheng.web.Dates;

/** The words of the staff pages in one language, with dates and numbers as that language writes them. */
public final class Words {

    private static final Texts TEXTS = Texts.of(Words.class);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final Language language;
    private final ZoneId zone;

    /** @param zone decides which day it is */
    public Words(Language language, ZoneId zone) {
        this.language = language;
        this.zone = zone;
    }

    public Language language() {
        return language;
    }

    public ZoneId zone() {
        return zone;
    }

    public String say(String key) {
        return TEXTS.text(language, key);
    }

    public String say(String key, Map<String, ?> args) {
        return TEXTS.text(language, key, args);
    }

    /** The first key that has words: for codes that come from elsewhere. */
    public String sayOr(String key, String other, Map<String, ?> args) {
        return say(TEXTS.has(key) ? key : other, args);
    }

    /** Whether there are words under this key. */
    public boolean has(String key) {
        return TEXTS.has(key);
    }

    /** With thousands separators. */
    public String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /** In the years of the Republic with the weekday (115年11月20日（五）), or as English writes it. */
    public String day(LocalDate day) {
        return new Dates(language).brief(day);
    }

    /** Day and minute in the time zone of the installation. */
    public String moment(Instant at) {
        ZonedDateTime local = at.atZone(zone);
        return day(local.toLocalDate()) + " " + CLOCK.format(local);
    }

    /** Day and minute of a time of the place. */
    public String local(LocalDateTime at) {
        return day(at.toLocalDate()) + " " + CLOCK.format(at);
    }

    public String clock(Instant at) {
        return CLOCK.format(at.atZone(zone));
    }

    public String text(LocalizedText text) {
        return text.in(language);
    }

    /** The tag that HTML understands as the script too. */
    public String htmlLang() {
        return isChinese() ? "zh-Hant-TW" : language.tag();
    }

    private boolean isChinese() {
        return language.equals(Language.ZH_TW);
    }
}
