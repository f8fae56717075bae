package tw.minsheng.web.staff;

import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import tw.minsheng.kernel.Language;
import tw.minsheng.kernel.Problem;
import tw.minsheng.security.AgencyTree;
import tw.minsheng.security.Permission;
import tw.minsheng.security.Rights;
import tw.minsheng.security.Visit;

/**
 * The routes of the staff and of reviewers. One way for every request: who is it, may they, on this object, does the
 * form come from our own page; only then its step answers.
 */
public final class StaffPages {

    private static final long FORM = 65_536;

    private final StaffDoors doors;
    private final StaffSettings settings;
    private final Clock clock;
    private final Function<HttpServerRequest, String> address;
    private final Function<RoutingContext, Language> language;
    private final Entry entry;
    private final SignInPages signIn;
    private final List<StaffRoute> routes;

    /**
     * @param address of the browser, proxies taken into account
     * @param language in which the browser is answered
     */
    public StaffPages(
            StaffDoors doors,
            StaffSettings settings,
            SecureRandom random,
            Clock clock,
            Function<HttpServerRequest, String> address,
            Function<RoutingContext, Language> language) {
        this.doors = doors;
        this.settings = settings;
        this.clock = clock;
        this.address = address;
        this.language = language;
        this.entry = new Entry(settings.secure(), random);
        Shells shells = new Shells();
        Pages pages = new Pages(shells);
        this.signIn = new SignInPages(doors, pages, shells, entry);
        this.routes = Stream.of(
                        signIn.routes(),
                        new OwnPages(doors, pages, shells, entry).routes(),
                        new SurveyPages(doors, settings, pages).routes(),
                        new LinkPages(settings, pages).routes(),
                        new WavePages(doors, pages).routes(),
                        new ResultPages(doors, settings, pages).routes(),
                        new ReviewPages(doors, pages).routes(),
                        new AccountPages(doors, settings, pages).routes(),
                        new AuditPages(doors, pages).routes())
                .flatMap(List::stream)
                .toList();
    }

    List<StaffRoute> routes() {
        return routes;
    }

    /** Adds the routes; failures go to the router's own failure handler. */
    public void mount(Router router) {
        for (StaffRoute row : routes) {
            Route route = router.route(HttpMethod.valueOf(row.method()), row.path());
            if (row.changes()) {
                route.handler(BodyHandler.create(false).setBodyLimit(FORM));
            }
            route.handler(context -> answer(row, context));
        }
    }

    private void answer(StaffRoute row, RoutingContext context) {
        context.response().putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        reply(row, context)
                .compose(reply -> reply.send(context.response()))
                .onFailure(failure -> fail(context, failure));
    }

    private Future<Reply> reply(StaffRoute row, RoutingContext context) {
        if (row.changes() && isForeign(context.request())) {
            return Future.failedFuture(Problem.of(Problem.Kind.FORBIDDEN, "request.foreign"));
        }
        return recognise(context)
                .compose(visit -> doors.security().agencies().tree().compose(tree -> {
                    StaffRequest request = request(context, tree, visit);
                    if (row.permission() == Permission.SIGNED_OUT) {
                        return row.step().answer(request);
                    }
                    return visit.isEmpty()
                            ? signIn.instead(request, row.changes())
                            : allowed(row, request, visit.get());
                }));
    }

    private Future<Reply> allowed(StaffRoute row, StaffRequest request, Visit visit) {
        boolean mayStay = row.path().equals("/agency/password") || row.path().equals("/logout");
        if (visit.change() && !mayStay) {
            return Future.succeededFuture(new Reply.SeeOther("/agency/password"));
        }
        if (!Rights.has(visit.account(), row.permission())) {
            return Future.failedFuture(Problem.notFound("page", ""));
        }
        if (row.changes() && !visit.token().acceptsCsrf(request.field("csrf"))) {
            return Future.failedFuture(Problem.of(Problem.Kind.FORBIDDEN, "request.stale"));
        }
        if (!row.isAboutSurvey()) {
            return row.step().answer(request);
        }
        return survey(row, request).compose(row.step()::answer);
    }

    /** The request with its survey; fails alike for a survey that does not exist and for one that may not be seen. */
    private Future<StaffRequest> survey(StaffRoute row, StaffRequest request) {
        String id = request.path("survey");
        return doors.surveys()
                .all()
                .map(all -> all.stream()
                        .filter(listed -> listed.newest().survey().id().equals(id))
                        .filter(listed -> Rights.may(
                                request.account(),
                                row.permission(),
                                listed.newest().agency(),
                                id,
                                request.tree()))
                        .findFirst()
                        .map(request::about)
                        .orElseThrow(() -> Problem.notFound("survey", id)));
    }

    private StaffRequest request(RoutingContext context, AgencyTree tree, Optional<Visit> visit) {
        Words words = new Words(language.apply(context), settings.zone());
        return new StaffRequest(
                context, words, address.apply(context.request()), clock.instant(), tree, visit.orElse(null), null);
    }

    private Future<Optional<Visit>> recognise(RoutingContext context) {
        return entry.session(context)
                .map(token -> doors.desk().recognise(token))
                .orElseGet(() -> Future.succeededFuture(Optional.empty()));
    }

    /** Whether a browser says that another site sent the form; the token of the session is checked in any case. */
    private static boolean isForeign(HttpServerRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        return site != null && !site.equals("same-origin") && !site.equals("none");
    }

    private static void fail(RoutingContext context, Throwable failure) {
        if (context.response().headWritten()) {
            context.response().reset();
        } else if (failure instanceof Problem problem) {
            context.fail(problem.kind().status(), problem);
        } else {
            context.fail(failure);
        }
    }
}
