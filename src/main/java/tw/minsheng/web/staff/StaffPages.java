package tw.minsheng.web.staff;

import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tw.minsheng.kernel.Problem;
import tw.minsheng.petition.CaseNumber;
import tw.minsheng.security.AgencyTree;
import tw.minsheng.security.Permission;
import tw.minsheng.security.Rights;
import tw.minsheng.security.Visit;
import tw.minsheng.web.FormBody;
import tw.minsheng.web.RequestLanguage;
import tw.minsheng.web.Routes;
import tw.minsheng.web.Uploads;

/**
 * The routes of the staff and of reviewers. One way for every request: who is it, may they, on this object, does the
 * form come from our own page; only then its step answers.
 */
public final class StaffPages implements Routes {

    private static final FormBody NO_FORM = new FormBody(Map.of());

    private static final StaffReply ADMITTED = new StaffReply.SeeOther("");

    private final StaffDoors doors;
    private final StaffSetup setup;
    private final Entry entry;
    private final SignInPages signIn;
    private final List<StaffRoute> routes;

    public StaffPages(StaffDoors doors, StaffSetup setup) {
        this.doors = doors;
        this.setup = setup;
        this.entry = new Entry(setup.settings().secure(), setup.random());
        Shells shells = new Shells(setup.assets());
        Pages pages = new Pages(setup.templates(), shells);
        this.signIn = new SignInPages(doors, pages, shells, entry);
        CasePages cases = new CasePages(doors, pages);
        ResultPages results = new ResultPages(doors, setup, pages);
        OnsitePages onsite = new OnsitePages(doors, setup, pages);
        this.routes = Stream.of(
                        signIn.routes(),
                        new OwnPages(doors, pages, shells, entry).routes(),
                        new SurveyPages(doors, setup, pages).routes(),
                        new PlanPages(pages).routes(),
                        new LinkPages(setup, pages).routes(),
                        new WavePages(doors, pages).routes(),
                        new InvitationPages(doors, pages).routes(),
                        new DrawPages(doors, setup, pages).routes(),
                        new FieldworkPages(doors, pages).routes(),
                        onsite.routes(),
                        new OnsitePaperPages(doors, setup, pages, onsite).routes(),
                        new OnsiteCountPages(doors, pages, onsite).routes(),
                        new CaseSurveyPages(doors, pages).routes(),
                        new CallPages(doors, pages).routes(),
                        new AnswerAgePages(doors, pages).routes(),
                        results.routes(),
                        new WeightingPages(doors, setup, pages, results).routes(),
                        new PanelPages(doors, setup, pages).routes(),
                        new PanelExpertPages(doors, pages).routes(),
                        new DecisionPages(doors, setup, pages).routes(),
                        new RetestPages(doors, setup, pages).routes(),
                        new ReviewPages(doors, pages).routes(),
                        new AccountPages(doors, setup, pages).routes(),
                        new AuditPages(doors, pages).routes(),
                        new CaseListPages(doors, pages).routes(),
                        new NoticePages(doors, pages).routes(),
                        new DeputyPages(doors, pages).routes(),
                        new FigurePages(doors, pages).routes(),
                        new DutyPages(doors, pages).routes(),
                        new FlowPages(doors, pages).routes(),
                        new CaseAnalysisPages(doors, pages).routes(),
                        new ThemePages(doors, pages).routes(),
                        new CheckPages(doors, setup, pages).routes(),
                        new CodingPages(doors, setup, pages).routes(),
                        new CodingSheetPages(doors, pages).routes(),
                        new CalendarPages(doors, pages).routes(),
                        new RetentionPages(doors, pages).routes(),
                        new TemplatePages(doors, pages).routes(),
                        new KeyInPages(doors, setup, pages).routes(),
                        new SlipPages(doors, setup, pages, cases).routes(),
                        new BoardPages(doors, pages).routes(),
                        new CaseFiles(doors, setup, cases).routes(),
                        cases.routes())
                .flatMap(List::stream)
                .toList();
    }

    List<StaffRoute> routes() {
        return routes;
    }

    @Override
    public void mount(Router router) {
        for (StaffRoute row : routes) {
            router.route(HttpMethod.valueOf(row.method()), row.path()).handler(context -> answer(row, context));
        }
    }

    private void answer(StaffRoute row, RoutingContext context) {
        context.response().putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (row.takesFiles() && Uploads.isMultipart(context)) {
            answerWithFiles(row, context);
            return;
        }
        Future<FormBody> form = row.changes() ? FormBody.read(context) : Future.succeededFuture(NO_FORM);
        form.compose(sent -> reply(row, context, sent))
                .compose(reply -> reply.send(context.response()))
                .onFailure(context::fail);
    }

    /** Files of nobody are read and forgotten; what was typed beside them waits for the sign-in. */
    private void answerWithFiles(StaffRoute row, RoutingContext context) {
        context.request().pause();
        recognise(context)
                .onFailure(failure -> context.response().putHeader(HttpHeaders.CONNECTION, "close"))
                .compose(visit -> uploads(row)
                        .read(
                                context,
                                () -> setup.origin().check(context.request()),
                                visit.filter(each -> Rights.has(each.account(), row.permission()))
                                        .isPresent(),
                                form -> reply(row, context, form).compose(reply -> reply.send(context.response()))))
                .onFailure(context::fail);
    }

    /** A frame is larger than any file of a case. */
    private Uploads uploads(StaffRoute row) {
        return row.files() == StaffRoute.Files.FRAME
                ? doors.invite().draw().uploads()
                : doors.cases().uploads();
    }

    private Future<StaffReply> reply(StaffRoute row, RoutingContext context, FormBody form) {
        if (row.changes()) {
            setup.origin().check(context.request());
        }
        return recognise(context)
                .compose(visit -> doors.security().agencies().tree().compose(tree -> {
                    StaffRequest request = request(context, form, tree, visit);
                    if (row.permission() == Permission.SIGNED_OUT) {
                        return row.step().answer(request);
                    }
                    return visit.isEmpty()
                            ? signIn.instead(request, row.changes())
                            : allowed(row, request, visit.get());
                }));
    }

    /**
     * Whether the person may do this on the survey in the address, for pages that lie under the staff's and are not
     * theirs. Completes with false when the answer was given here: the way to the sign-in; fails with not found.
     */
    Future<Boolean> admit(Permission permission, RoutingContext context) {
        StaffRoute row = StaffRoute.get("/:survey", permission, request -> Future.succeededFuture(ADMITTED));
        return recognise(context)
                .compose(visit -> doors.security().agencies().tree().compose(tree -> {
                    StaffRequest request = request(context, NO_FORM, tree, visit);
                    return visit.isEmpty() ? signIn.instead(request, false) : allowed(row, request, visit.get());
                }))
                .compose(reply -> reply == ADMITTED
                        ? Future.succeededFuture(true)
                        : reply.send(context.response()).map(false));
    }

    private Future<StaffReply> allowed(StaffRoute row, StaffRequest request, Visit visit) {
        boolean mayStay = row.path().equals("/agency/password") || row.path().equals("/logout");
        if (visit.change() && !mayStay) {
            return Future.succeededFuture(new StaffReply.SeeOther("/agency/password"));
        }
        if (!Rights.has(visit.account(), row.permission())) {
            return Future.failedFuture(Problem.notFound("page", ""));
        }
        if (row.changes() && !visit.token().acceptsCsrf(request.field("csrf"))) {
            return Future.failedFuture(Problem.of(Problem.Kind.FORBIDDEN, "request.stale"));
        }
        if (row.isAboutCase()) {
            return caseFile(row, request).compose(row.step()::answer);
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

    /** The request with its case; a wrong number, one that nobody has and a foreign one fail alike. */
    private Future<StaffRequest> caseFile(StaffRoute row, StaffRequest request) {
        Problem notFound = Problem.notFound("case", request.path("case"));
        return CaseNumber.typed(request.path("case"))
                .map(number -> doors.cases()
                        .cases()
                        .find(number)
                        .recover(failure -> Future.failedFuture(isNotFound(failure) ? notFound : failure))
                        .map(file -> {
                            if (!Rights.mayCase(
                                    request.account(), row.permission(), file.agency(), file.unit(), request.tree())) {
                                throw notFound;
                            }
                            return request.about(file);
                        }))
                .orElseGet(() -> Future.failedFuture(notFound));
    }

    static boolean isNotFound(Throwable failure) {
        return failure instanceof Problem problem && problem.kind() == Problem.Kind.NOT_FOUND;
    }

    private StaffRequest request(RoutingContext context, FormBody form, AgencyTree tree, Optional<Visit> visit) {
        Words words = new Words(
                RequestLanguage.of(context).language(), setup.settings().zone());
        return new StaffRequest(
                context,
                form,
                words,
                setup.address().of(context.request()),
                setup.clock().instant(),
                tree,
                visit.orElse(null),
                null,
                null);
    }

    private Future<Optional<Visit>> recognise(RoutingContext context) {
        return entry.session(context)
                .map(token -> doors.desk().recognise(token))
                .orElseGet(() -> Future.succeededFuture(Optional.empty()));
    }
}
