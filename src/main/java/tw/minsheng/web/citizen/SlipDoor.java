package tw.minsheng.web.citizen;

import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Optional;
import tw.minsheng.collect.Intake;
import tw.minsheng.collect.SamplePlace;
import tw.minsheng.collect.Surveys;
import tw.minsheng.invite.onsite.Slip;
import tw.minsheng.invite.onsite.SlipKeys;
import tw.minsheng.kernel.Problem;
import tw.minsheng.web.FormBody;
import tw.minsheng.web.RateLimits;
import tw.minsheng.web.Reply;
import tw.minsheng.web.RequestLanguage;
import tw.minsheng.web.Routes;

/**
 * The way in for visitors who were handed a slip in a drawn session: {@code /s/{survey}/t/{slip}}. The address names the session and a
 * number, and nobody; it leads back to an unfinished answer, and takes one answer.
 */
public final class SlipDoor implements Routes, Doorkeeper {

    private final CitizenSetup setup;
    private final SlipKeys keys;
    private final Frames frames;
    private final AnswerPages answers;

    public SlipDoor(CitizenSetup setup, SlipKeys keys) {
        this.setup = setup;
        this.keys = keys;
        this.frames = setup.frames();
        this.answers = new AnswerPages(setup, Ground.SLIP, this);
    }

    @Override
    public void mount(Router router) {
        router.get(Ground.SLIP.route()).handler(this::start);
        router.post(Ground.SLIP.route()).handler(this::begin);
        answers.mount(router);
    }

    private void start(RoutingContext context) {
        context.response().putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        offer(context)
                .compose(offer -> {
                    Slip slip = slip(context, offer);
                    return setup.intake().isKnown(address(offer, slip)).map(begun -> {
                        if (begun) {
                            Reply.seeOther(context, RequestLanguage.of(context).link(keys.path(slip) + "/a"));
                        } else {
                            show(context, offer, slip);
                        }
                        return slip;
                    });
                })
                .onFailure(context::fail);
    }

    private void show(RoutingContext context, Surveys.Offer offer, Slip slip) {
        Words words = frames.words(context);
        String action = RequestLanguage.of(context).link(keys.path(slip));
        Pages.Start page = StartPages.page(words, offer, action, "", "", "").saying(outside(words, slip));
        setup.show(context, 200, "start", frames.around(context, words, page.title(), ""), page);
    }

    /** An answer that cannot be that of a visitor of the session is taken, and not as drawn. */
    private String outside(Words words, Slip slip) {
        return switch (slip.time(now())) {
            case GOOD -> "";
            case EARLY -> words.say("start.slip.early", "day", words.date(slip.day()));
            case LATE -> words.say("start.slip.late", Map.of("day", words.date(slip.day()), "days", Slip.DAYS));
        };
    }

    /** Nothing is written yet. */
    private void begin(RoutingContext context) {
        FormBody.read(context)
                .compose(form -> {
                    setup.origin().check(context.request());
                    setup.limits().take(RateLimits.Kind.PAGES, setup.address().of(context.request()));
                    return offer(context);
                })
                .map(offer -> {
                    String part = offer.current().form().parts().get(0).name();
                    String path = keys.path(slip(context, offer)) + "/a/" + part;
                    Reply.seeOther(context, RequestLanguage.of(context).link(path));
                    return offer;
                })
                .onFailure(context::fail);
    }

    @Override
    public Future<Entry> enter(RoutingContext context, Surveys.Offer offer, String ticket) {
        context.response().putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        Slip slip = slip(context, offer);
        String start = keys.path(slip);
        return Future.succeededFuture(new Entry(keys.code(slip), start, start + "/a", "", "", "", place(slip), true));
    }

    /** Where the wave takes no answers that is said first: a slip of another wave is not known in this one. */
    private Slip slip(RoutingContext context, Surveys.Offer offer) {
        Optional<Slip> slip =
                keys.opened(offer.wave().survey(), offer.wave().code(), String.valueOf(context.pathParam("slip")));
        return slip.orElseThrow(() -> Problem.of(Problem.Kind.FORBIDDEN, "slip.unknown"));
    }

    private LocalDateTime now() {
        return LocalDateTime.ofInstant(setup.clock().instant(), setup.settings().zone());
    }

    private SamplePlace place(Slip slip) {
        return slip.place(now());
    }

    private Intake.Address address(Surveys.Offer offer, Slip slip) {
        return new Intake.Address(
                offer.wave().survey(), offer.wave().set(), keys.code(slip), Optional.empty(), "", place(slip));
    }

    private Future<Surveys.Offer> offer(RoutingContext context) {
        String survey = String.valueOf(context.pathParam("survey"));
        return setup.surveys().find(survey, Ground.SLIP.set()).map(found -> {
            Surveys.Offer offer = found.orElseThrow(() -> Problem.notFound("survey", survey));
            Frames.about(context, offer);
            if (!offer.wave().isOpen(setup.clock().instant())) {
                throw Intake.closed(offer.wave(), setup.clock().instant());
            }
            return offer;
        });
    }
}
