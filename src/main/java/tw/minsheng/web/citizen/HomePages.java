package tw.minsheng.web.citizen;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import tw.minsheng.collect.Surveys;
import tw.minsheng.survey.Survey;
import tw.minsheng.web.RequestLanguage;
import tw.minsheng.web.Routes;

/** The first page: which surveys are open, and where to find help. */
public final class HomePages implements Routes {

    private final CitizenSetup setup;
    private final boolean petitions;
    private final Frames frames;

    /** @param petitions whether petitions are taken here */
    public HomePages(CitizenSetup setup, boolean petitions) {
        this.setup = setup;
        this.petitions = petitions;
        this.frames = setup.frames();
    }

    @Override
    public void mount(Router router) {
        router.get("/")
                .handler(context -> setup.surveys()
                        .open()
                        .onSuccess(open -> show(context, open))
                        .onFailure(context::fail));
    }

    private void show(RoutingContext context, List<Surveys.Offer> open) {
        Words words = frames.words(context);
        RequestLanguage language = RequestLanguage.of(context);
        Pages.Home page = new Pages.Home(
                open.stream()
                        .filter(offer -> !offer.isInvitedOnly())
                        .map(offer -> row(words, language, offer))
                        .toList(),
                petitions
                        ? List.of(
                                new PartPage.Link(words.say("home.petition.send"), language.link(PetitionPages.PATH)),
                                new PartPage.Link(words.say("home.petition.ask"), language.link(CasePages.PATH)),
                                new PartPage.Link(words.say("home.petition.board"), language.link(BoardPages.PATH)))
                        : List.of());
        setup.show(context, 200, "home", frames.around(context, words, words.say("home.title"), ""), page);
    }

    private static Pages.Open row(Words words, RequestLanguage language, Surveys.Offer offer) {
        Survey survey = offer.current().survey();
        return new Pages.Open(
                words.text(survey.title()),
                words.text(survey.privacy().notice().agency()),
                offer.wave().hasPlannedEnd() ? words.lastDay(offer.wave().closes()) : "",
                language.link(Ground.OPEN.path(survey.id())));
    }
}
