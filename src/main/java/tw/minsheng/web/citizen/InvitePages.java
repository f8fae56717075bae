package tw.minsheng.web.citizen;

import io.vertx.core.Future;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tw.minsheng.collect.Intake;
import tw.minsheng.collect.SamplePlace;
import tw.minsheng.collect.Step;
import tw.minsheng.collect.Surveys;
import tw.minsheng.invite.Invitation;
import tw.minsheng.invite.Invitations;
import tw.minsheng.invite.InviteKeys;
import tw.minsheng.kernel.Problem;
import tw.minsheng.web.FormBody;
import tw.minsheng.web.RateLimits;
import tw.minsheng.web.Reply;
import tw.minsheng.web.RequestLanguage;
import tw.minsheng.web.Routes;

/**
 * The way in for invited people: {@code /s/{survey}/i/{token}}. The token moves into a cookie at once and the address
 * changes to one that opens nothing, so that the token stays in no history and no log; the same link leads back to an
 * unfinished answer, on any device. A browser that takes no cookies is led on by its forms, which carry the token, and by
 * addresses with a pass that soon ends. No sign-in, and no answer is chosen beforehand.
 */
public final class InvitePages implements Routes, Doorkeeper {

    /** What an address carries for a browser without cookies. */
    static final String PASS = "pass";

    private static final String COOKIE = "minsheng_invited";
    /** Between the link of the mail and the first page. */
    private static final Duration ARRIVAL = Duration.ofMinutes(2);
    /** Between two pages; who takes longer goes on by the button of the page, or opens the link of the mail again. */
    private static final Duration ON_THE_WAY = Duration.ofHours(1);

    private final CitizenSetup setup;
    private final Invitations invitations;
    private final InviteKeys keys;
    private final Frames frames;
    private final AnswerPages answers;

    public InvitePages(CitizenSetup setup, Invitations invitations, InviteKeys keys) {
        this.setup = setup;
        this.invitations = invitations;
        this.keys = keys;
        this.frames = setup.frames();
        this.answers = new AnswerPages(setup, Ground.INVITED, this);
    }

    @Override
    public void mount(Router router) {
        router.get(Ground.INVITED.route()).handler(this::arrive);
        router.post(Ground.INVITED.route()).handler(this::begin);
        router.post(Ground.INVITED.route() + "/no").handler(this::refuse);
        answers.mount(router);
    }

    /** An invitation that may be looked at, answered or not. */
    private record Known(String token, Surveys.Offer offer, Invitation invitation) {}

    /**
     * By what somebody has come in.
     *
     * @param pass what her addresses have to carry, "" for a browser that keeps the cookie
     */
    private record Ticket(String token, String pass) {

        String carried(String address) {
            return pass.isEmpty() ? address : address + (address.contains("?") ? "&" : "?") + PASS + "=" + pass;
        }
    }

    /** A link of a mail, or the page to which it leads. */
    private void arrive(RoutingContext context) {
        context.response().putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        Optional<String> token = InviteKeys.typed(String.valueOf(context.pathParam("handle")));
        Future<Void> answered = token.map(typed -> follow(context, typed)).orElseGet(() -> start(context));
        answered.onFailure(context::fail);
    }

    private Future<Void> follow(RoutingContext context, String token) {
        setup.limits().take(RateLimits.Kind.PAGES, setup.address().of(context.request()));
        return known(context, token)
                .compose(known -> invitations.opened(InviteKeys.hash(token)).map(known))
                .map(known -> {
                    keep(context, token);
                    Ticket ticket = new Ticket(token, keys.pass(token, now().plus(ARRIVAL)));
                    Reply.seeOther(
                            context, ticket.carried(RequestLanguage.of(context).link(path(known))));
                    return null;
                });
    }

    private Future<Void> start(RoutingContext context) {
        Ticket ticket = ticket(context, "");
        return known(context, ticket.token()).compose(known -> {
            if (known.invitation().state() == Invitation.State.SPENT) {
                answered(context);
                return Future.succeededFuture();
            }
            if (ticket.pass().isEmpty() && !typedPass(context).isEmpty()) {
                Reply.seeOther(context, RequestLanguage.of(context).link(path(known)));
                return Future.succeededFuture();
            }
            return setup.intake().isKnown(address(known)).map(begun -> {
                if (begun) {
                    Reply.seeOther(
                            context, ticket.carried(RequestLanguage.of(context).link(path(known) + "/a")));
                } else {
                    show(context, known);
                }
                return null;
            });
        });
    }

    private void show(RoutingContext context, Known known) {
        Words words = frames.words(context);
        RequestLanguage language = RequestLanguage.of(context);
        Pages.Start page = StartPages.page(words, known.offer(), language.link(path(known)), "", "", "")
                .invited(known.token(), language.link(path(known) + "/no"));
        setup.show(context, 200, "start", frames.around(context, words, page.title(), ""), page);
    }

    private void begin(RoutingContext context) {
        guarded(context)
                .compose(ticket -> known(context, ticket.token()).map(known -> {
                    String part = known.offer().current().form().parts().get(0).name();
                    String address = RequestLanguage.of(context).link(path(known) + "/a/" + part);
                    Reply.seeOther(context, ticket.carried(address));
                    return known;
                }))
                .onFailure(context::fail);
    }

    private Future<Ticket> guarded(RoutingContext context) {
        return FormBody.read(context).map(form -> {
            setup.origin().check(context.request());
            setup.limits().take(RateLimits.Kind.PAGES, setup.address().of(context.request()));
            return ticket(context, form.first(SentForm.INVITED));
        });
    }

    /** She wants no more invitations; that holds also when this one is answered, or too old. */
    private void refuse(RoutingContext context) {
        context.response().putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        guarded(context)
                .compose(ticket -> found(context, ticket.token()))
                .compose(known -> invitations.refuse(InviteKeys.hash(known.token()), keys))
                .onSuccess(done -> {
                    Words words = frames.words(context);
                    Pages.Message page = new Pages.Message(
                            words.say("refused.heading"), List.of(words.say("refused.text")), List.of());
                    setup.show(context, 200, "message", frames.around(context, words, page.heading(), ""), page);
                })
                .onFailure(context::fail);
    }

    private Instant now() {
        return setup.clock().instant();
    }

    @Override
    public Future<Entry> enter(RoutingContext context, Surveys.Offer offer, String form) {
        context.response().putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        Ticket ticket = ticket(context, form);
        return known(context, ticket.token()).compose(known -> {
            if (!form.isEmpty()) {
                keep(context, known.token());
            }
            Entry entry = entry(known, ticket);
            return known.invitation().state() == Invitation.State.SPENT
                    ? setup.intake().stand(address(known)).map(step -> told(step, entry))
                    : Future.succeededFuture(entry);
        });
    }

    /** An invitation that was spent on another way takes nothing more. */
    private static Entry told(Step step, Entry entry) {
        if (!(step instanceof Step.Done)) {
            throw Problem.of(Problem.Kind.GONE, "invitation.spent");
        }
        return entry;
    }

    private Entry entry(Known known, Ticket ticket) {
        String start = path(known);
        return new Entry(
                address(known).code(),
                start,
                start + "/a",
                InviteKeys.hash(known.token()),
                known.token(),
                ticket.pass(),
                SamplePlace.NONE,
                true);
    }

    private Intake.Address address(Known known) {
        String survey = known.offer().wave().survey();
        return new Intake.Address(
                survey,
                known.offer().wave().set(),
                keys.code(survey, known.token()),
                Optional.empty(),
                InviteKeys.hash(known.token()));
    }

    private static String typedPass(RoutingContext context) {
        return Optional.ofNullable(context.request().getParam(PASS)).orElse("");
    }

    /** The token of the cookie that belongs to this address, else that of the form or the pass; it must be the one of the address. */
    private Ticket ticket(RoutingContext context, String form) {
        String handle = String.valueOf(context.pathParam("handle"));
        Optional<Ticket> kept = context.request().cookies(COOKIE).stream()
                .map(Cookie::getValue)
                .flatMap(typed -> own(typed, handle))
                .findFirst()
                .map(token -> new Ticket(token, ""));
        return kept.or(() -> Stream.concat(
                                own(form, handle),
                                keys.opened(typedPass(context), now()).stream().flatMap(typed -> own(typed, handle)))
                        .findFirst()
                        .map(token -> onItsWay(context, token)))
                .orElseThrow(() -> Problem.of(Problem.Kind.FORBIDDEN, "invitation.link"));
    }

    private static Stream<String> own(String typed, String handle) {
        return InviteKeys.typed(typed).stream()
                .filter(token -> InviteKeys.handle(token).equals(handle));
    }

    private Ticket onItsWay(RoutingContext context, String token) {
        Ticket ticket = new Ticket(token, keys.pass(token, now().plus(ON_THE_WAY)));
        Frames.carry(context, PASS + "=" + ticket.pass());
        return ticket;
    }

    /** Survey, wave and end are those of the invitation; what is not so is unknown, and told alike. */
    private Future<Known> known(RoutingContext context, String token) {
        return found(context, token).map(known -> {
            checkTime(known.invitation(), known.offer());
            return known;
        });
    }

    private Future<Known> found(RoutingContext context, String token) {
        String survey = String.valueOf(context.pathParam("survey"));
        Problem unknown = Problem.notFound("survey", survey);
        return invitations.find(InviteKeys.hash(token)).compose(found -> {
            Invitation invitation =
                    found.filter(each -> each.survey().equals(survey)).orElseThrow(() -> unknown);
            return setup.surveys()
                    .find(survey, Ground.INVITED.set())
                    .map(offers -> offers.orElseThrow(() -> unknown))
                    .map(offer -> {
                        Frames.about(context, offer);
                        return new Known(token, offer, invitation);
                    });
        });
    }

    /** Whoever has answered is told so also when it is too late. */
    private void checkTime(Invitation invitation, Surveys.Offer offer) {
        if (invitation.state() == Invitation.State.SPENT) {
            return;
        }
        if (invitation.isExpired(now())) {
            throw Problem.of(Problem.Kind.GONE, "invitation.expired");
        }
        if (!invitation.wave().equals(offer.wave().code()) || !offer.wave().isOpen(now())) {
            throw Intake.closed(offer.wave(), now());
        }
    }

    private void answered(RoutingContext context) {
        Words words = frames.words(context);
        Pages.Message page =
                new Pages.Message(words.say("answered.heading"), List.of(words.say("answered.text")), List.of());
        setup.show(context, 200, "message", frames.around(context, words, page.heading(), ""), page);
    }

    private static String path(Known known) {
        return path(known.offer().wave().survey(), known.token());
    }

    private static String path(String survey, String token) {
        return "/s/" + survey + "/i/" + InviteKeys.handle(token);
    }

    /** For this invitation only, and until the browser is closed. */
    private void keep(RoutingContext context, String token) {
        Cookie cookie = Cookie.cookie(COOKIE, token)
                .setPath(path(String.valueOf(context.pathParam("survey")), token))
                .setHttpOnly(true)
                .setSecure(setup.settings().secure())
                .setSameSite(CookieSameSite.LAX);
        context.response().addCookie(cookie);
    }
}
