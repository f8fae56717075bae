package tw.minsheng.invite;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import tw.minsheng.collect.Surveys;
import tw.minsheng.kernel.Language;
import tw.minsheng.kernel.RepublicYear;
import tw.minsheng.survey.Survey;

/** What mails say of a survey: its title, who asks, until when, and whom to ask. */
public final class InviteLetters {

    private static final DateTimeFormatter ENGLISH = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    private final ZoneId zone;

    /** @param zone decides which day it is */
    public InviteLetters(ZoneId zone) {
        this.zone = zone;
    }

    /** @param expires first moment at which no answer is taken any longer */
    public Invitations.Letter of(Surveys.Offer offer, Instant expires) {
        Instant end = offer.wave().closes().isBefore(expires) ? offer.wave().closes() : expires;
        Survey survey = offer.current().survey();
        Map<String, Map<String, String>> facts = new LinkedHashMap<>();
        for (Language language : survey.languages()) {
            facts.put(language.tag(), facts(survey, language, end));
        }
        return new Invitations.Letter(facts, end);
    }

    private Map<String, String> facts(Survey survey, Language language, Instant end) {
        String agency = survey.privacy().notice().agency().in(language);
        return Map.of(
                "title",
                survey.title().in(language),
                "agency",
                agency.isEmpty() ? survey.owner().agency() : agency,
                "until",
                day(language, LocalDate.ofInstant(end.minusNanos(1), zone)),
                "ask",
                survey.owner().phone() + " " + survey.owner().contact());
    }

    private static String day(Language language, LocalDate day) {
        return language.equals(Language.ZH_TW)
                ? RepublicYear.of(day) + " 年 " + day.getMonthValue() + " 月 " + day.getDayOfMonth() + " 日"
                : ENGLISH.format(day);
    }
}
