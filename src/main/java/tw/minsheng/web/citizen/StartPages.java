package tw.minsheng.web.citizen;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import tw.minsheng.collect.DataSet;
import tw.minsheng.collect.Intake;
import tw.minsheng.collect.ResumeCode;
import tw.minsheng.collect.Surveys;
import tw.minsheng.kernel.Problem;
import tw.minsheng.survey.Privacy;
import tw.minsheng.survey.Survey;
import tw.minsheng.web.FormBody;
import tw.minsheng.web.RateLimits;
import tw.minsheng.web.Reply;
import tw.minsheng.web.RequestLanguage;
import tw.minsheng.web.Routes;

/** Before the first question: who asks and why, the privacy notice, the start, and the way back to a draft. */
public final class StartPages implements Routes {

    private final CitizenSetup setup;
    private final Ground ground;
    private final Frames frames;

    public StartPages(CitizenSetup setup, Ground ground) {
        this.setup = setup;
        this.ground = ground;
        this.frames = setup.frames();
    }

    @Override
    public void mount(Router router) {
        router.get(ground.route()).handler(this::start);
        router.post(ground.route()).handler(this::begin);
        router.post(ground.route() + "/resume").handler(this::resume);
        router.get(ground.route() + "/notice").handler(this::notice);
    }

    private void start(RoutingContext context) {
        open(context).onSuccess(offer -> show(context, 200, offer, "", "")).onFailure(context::fail);
    }

    /** Nothing is written yet: the answer gets its code, and with it its address. */
    private void begin(RoutingContext context) {
        FormBody.read(context)
                .compose(form -> guarded(context))
                .onSuccess(offer -> {
                    ResumeCode code = setup.keys().newCode();
                    String part = offer.current().form().parts().get(0).name();
                    String path = ground.path(offer.wave().survey()) + "/a/" + code.inAddress() + "/" + part;
                    Reply.seeOther(context, RequestLanguage.of(context).link(path));
                })
                .onFailure(context::fail);
    }

    private void resume(RoutingContext context) {
        FormBody.read(context)
                .compose(form -> guarded(context).compose(offer -> resume(context, offer, form.first("code"))))
                .onFailure(context::fail);
    }

    private Future<Void> resume(RoutingContext context, Surveys.Offer offer, String typed) {
        Optional<ResumeCode> code = ResumeCode.typed(typed);
        if (code.isEmpty()) {
            show(context, 422, offer, typed, code(context, "resume.malformed"));
            return Future.succeededFuture();
        }
        Intake.Address address =
                new Intake.Address(offer.wave().survey(), offer.wave().set(), code.get(), Optional.empty());
        return setup.intake().isKnown(address).map(known -> {
            if (known) {
                String path = ground.path(address.survey()) + "/a/" + code.get().inAddress();
                Reply.seeOther(context, RequestLanguage.of(context).link(path));
            } else {
                show(context, 422, offer, typed, code(context, "resume.unknown"));
            }
            return null;
        });
    }

    private String code(RoutingContext context, String key) {
        return frames.words(context).say(key);
    }

    private Future<Surveys.Offer> guarded(RoutingContext context) {
        setup.origin().check(context.request());
        setup.limits().take(RateLimits.Kind.PAGES, setup.address().of(context.request()));
        return open(context);
    }

    private Future<Surveys.Offer> open(RoutingContext context) {
        return offer(context).map(offer -> {
            if (offer.isInvitedOnly() && ground.set() != DataSet.TEST) {
                throw Problem.notFound("survey", offer.wave().survey());
            }
            if (!offer.wave().isOpen(setup.clock().instant())) {
                throw Intake.closed(offer.wave(), setup.clock().instant());
            }
            return offer;
        });
    }

    private Future<Surveys.Offer> offer(RoutingContext context) {
        String survey = context.pathParam("survey");
        return setup.surveys().find(survey, ground.set()).map(found -> {
            Surveys.Offer offer = found.orElseThrow(() -> Problem.notFound("survey", survey));
            Frames.about(context, offer);
            return offer;
        });
    }

    private void show(RoutingContext context, int status, Surveys.Offer offer, String typed, String wrong) {
        RequestLanguage language = RequestLanguage.of(context);
        String path = ground.path(offer.wave().survey());
        Words words = frames.words(context);
        Pages.Start page = page(words, offer, language.link(path), language.link(path + "/resume"), typed, wrong);
        String window = wrong.isEmpty() ? page.title() : words.say("error.title", "title", page.title());
        setup.show(context, status, "start", frames.around(context, words, window, ""), page);
    }

    /** @param resume where a resume code is sent to, "" where there is none */
    static Pages.Start page(
            Words words, Surveys.Offer offer, String action, String resume, String typed, String wrong) {
        Survey survey = offer.current().survey();
        return new Pages.Start(
                words.text(survey.title()),
                words.text(survey.intro()).lines().toList(),
                offer.wave().hasPlannedEnd() ? words.lastDay(offer.wave().closes()) : "",
                items(words, survey.privacy().notice()),
                action,
                survey.version().toString(),
                resume,
                typed,
                wrong,
                "",
                "",
                "");
    }

    private void notice(RoutingContext context) {
        offer(context)
                .onSuccess(offer -> {
                    Words words = frames.words(context);
                    Survey survey = offer.current().survey();
                    Pages.Notice page = new Pages.Notice(
                            words.text(survey.title()),
                            items(words, survey.privacy().notice()),
                            survey.privacy().notice().version(),
                            RequestLanguage.of(context).link(ground.path(survey.id())));
                    setup.show(
                            context,
                            200,
                            "notice",
                            frames.around(context, words, words.say("notice.heading"), ""),
                            page);
                })
                .onFailure(context::fail);
    }

    private static List<Pages.Item> items(Words words, Privacy.Notice notice) {
        return List.of(
                new Pages.Item(words.say("notice.agency"), words.text(notice.agency())),
                new Pages.Item(words.say("notice.purpose"), words.text(notice.purpose())),
                new Pages.Item(words.say("notice.categories"), words.text(notice.categories())),
                new Pages.Item(words.say("notice.use"), words.text(notice.use())),
                new Pages.Item(words.say("notice.rights"), words.text(notice.rights())),
                new Pages.Item(words.say("notice.refusal"), words.text(notice.refusal())));
    }
}
