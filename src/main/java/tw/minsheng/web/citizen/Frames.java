package tw.minsheng.web.citizen;

import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import tw.minsheng.collect.DataSet;
import tw.minsheng.collect.Surveys;
import tw.minsheng.kernel.Language;
import tw.minsheng.survey.Survey;
import tw.minsheng.web.Assets;
import tw.minsheng.web.RequestLanguage;

/** Builds what stands around a page. */
final class Frames {

    private static final String OFFER = "offer";
    private static final String CARRIED = "carried";

    private final Assets assets;
    private final Clock clock;
    private final ZoneId zone;

    Frames(Assets assets, Clock clock, ZoneId zone) {
        this.assets = assets;
        this.clock = clock;
        this.zone = zone;
    }

    /** Remembers what a request is about, so that every page of it says whom to call. */
    static void about(RoutingContext context, Surveys.Offer offer) {
        context.put(OFFER, offer);
    }

    /** What the addresses of the page have to carry, so that they lead on without a cookie. */
    static void carry(RoutingContext context, String query) {
        context.put(CARRIED, query);
    }

    private static String path(RoutingContext context) {
        String carried = context.get(CARRIED, "");
        return context.request().path() + (carried.isEmpty() ? "" : "?" + carried);
    }

    Words words(RoutingContext context) {
        return new Words(language(context), zone);
    }

    /** What the reader wants, among the languages that the survey speaks. */
    static Language language(RoutingContext context) {
        Language wanted = RequestLanguage.of(context).language();
        List<Language> spoken = Optional.ofNullable(context.<Surveys.Offer>get(OFFER))
                .map(offer -> offer.current().survey().languages())
                .orElse(List.of(wanted));
        return spoken.contains(wanted) ? wanted : spoken.get(0);
    }

    /** @param form id of the form whose contents the language switch keeps, "" for none */
    Frame around(RoutingContext context, Words words, String title, String form) {
        Optional<Surveys.Offer> offer = Optional.ofNullable(context.<Surveys.Offer>get(OFFER));
        Optional<Survey> survey = offer.map(found -> found.current().survey());
        List<Language> languages = survey.map(Survey::languages).orElse(List.of(Language.ZH_TW, Language.EN));
        String path = path(context);
        return new Frame(
                words,
                title,
                survey.map(found -> agency(words, found)).orElse(""),
                survey.map(Survey::owner).orElse(Frame.NOBODY),
                form,
                languages.stream()
                        .filter(each -> !each.equals(words.language()))
                        .map(each -> Frame.toLanguage(each.tag(), path))
                        .toList(),
                offer.map(found -> RequestLanguage.of(context)
                                .link(Ground.of(found.wave().set())
                                                .path(found.wave().survey()) + "/notice"))
                        .orElse(""),
                words.date(clock.instant()),
                assets.url("site.css"),
                assets.url("site.js"),
                offer.map(found -> found.wave().set() == DataSet.TEST).orElse(false));
    }

    /** The agency as the privacy notice names it in this language; the owner's name is Chinese only. */
    private static String agency(Words words, Survey survey) {
        String named = words.text(survey.privacy().notice().agency());
        return named.isEmpty() ? survey.owner().agency() : named;
    }
}
