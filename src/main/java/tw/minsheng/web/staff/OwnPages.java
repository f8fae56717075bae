package tw.minsheng.web.staff;

import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tw.minsheng.kernel.Fault;
import tw.minsheng.kernel.Problem;
import tw.minsheng.petition.Contact;
import tw.minsheng.petition.alert.Alerts;
import tw.minsheng.security.PasswordRules;
import tw.minsheng.security.Permission;
import tw.minsheng.security.Rights;
import tw.minsheng.security.SecretToken;
import tw.minsheng.security.SetupLink;

/** My account: my password, my sessions, and the one-time link with which I choose a password. */
public final class OwnPages {

    private static final int MOST_LETTERS = 254;

    private final StaffDoors doors;
    private final Pages pages;
    private final Shells shells;
    private final Entry entry;

    OwnPages(StaffDoors doors, Pages pages, Shells shells, Entry entry) {
        this.doors = doors;
        this.pages = pages;
        this.shells = shells;
        this.entry = entry;
    }

    /** One of my sessions. */
    public record Seat(String id, String device, String started, String used, boolean here) {}

    /**
     * @param roles in words
     * @param reminded whether this person works cases, and may be reminded of their due dates
     * @param email where the reminders go, "" for nowhere, or what was typed
     * @param errors by field, in words
     */
    public record Me(
            List<String> roles,
            String agency,
            List<Seat> seats,
            boolean reminded,
            String email,
            String done,
            Map<String, String> errors) {}

    /**
     * @param forced whether nothing else may be done before
     * @param errors by field, in words
     */
    public record Password(boolean forced, int shortest, Map<String, String> errors) {}

    /**
     * @param token of the link
     * @param account whose password it sets, "" when a name must be chosen too
     * @param name as typed
     */
    public record Setup(String token, String account, String name, int shortest, Map<String, String> errors) {}

    List<StaffRoute> routes() {
        return List.of(
                StaffRoute.get("/agency/me", Permission.OWN_ACCOUNT, this::me),
                StaffRoute.post("/agency/me/alerts", Permission.OWN_ACCOUNT, this::remind),
                StaffRoute.post("/agency/me/end", Permission.OWN_ACCOUNT, this::end),
                StaffRoute.post("/agency/me/end-others", Permission.OWN_ACCOUNT, this::endOthers),
                StaffRoute.get("/agency/password", Permission.OWN_ACCOUNT, this::password),
                StaffRoute.post("/agency/password", Permission.OWN_ACCOUNT, this::changePassword),
                StaffRoute.get("/setup/:token", Permission.SIGNED_OUT, this::setup),
                StaffRoute.post("/setup/:token", Permission.SIGNED_OUT, this::redeem));
    }

    private Future<StaffReply> me(StaffRequest request) {
        String done = request.query("done").equals("alerts") ? request.words().say("me.alerts.done") : "";
        return doors.cases()
                .alerts()
                .address(request.account().name())
                .compose(known ->
                        me(request, 200, known.map(Alerts.Address::email).orElse(""), done, Map.of()));
    }

    /** Where reminders of due dates go; an empty address ends them. */
    private Future<StaffReply> remind(StaffRequest request) {
        String email = request.field("email").strip();
        if (email.length() > MOST_LETTERS || (!email.isEmpty() && !Contact.isEmail(email))) {
            return me(request, 422, email, "", Map.of("email", request.words().say("me.alerts.wrong")));
        }
        Alerts.Address address = new Alerts.Address(email, request.words().language());
        return doors.cases()
                .alerts()
                .address(
                        request.account().name(),
                        address,
                        request.act(request.account().agency()))
                .map(new StaffReply.SeeOther("/agency/me?done=alerts"));
    }

    private Future<StaffReply> me(
            StaffRequest request, int status, String email, String done, Map<String, String> errors) {
        Words words = request.words();
        return doors.desk().mine(request.visit()).compose(sessions -> {
            List<Seat> seats = sessions.stream()
                    .map(session -> new Seat(
                            session.idHash(),
                            Devices.name(session.device(), words),
                            words.moment(session.started()),
                            words.moment(session.used()),
                            session.idHash().equals(request.visit().session().idHash())))
                    .toList();
            List<String> roles = request.account().roles().stream()
                    .sorted()
                    .map(role -> words.say("role." + role.key()))
                    .toList();
            String agency = Shells.agencyName(request.tree(), request.account().agency(), words);
            boolean reminded = Rights.has(request.account(), Permission.SEE_CASES);
            return pages.show(request, status, "me", new Me(roles, agency, seats, reminded, email, done, errors));
        });
    }

    private Future<StaffReply> end(StaffRequest request) {
        return doors.desk()
                .end(request.visit(), request.field("id"), request.from())
                .map(new StaffReply.SeeOther("/agency/me"));
    }

    private Future<StaffReply> endOthers(StaffRequest request) {
        return doors.desk().endOthers(request.visit(), request.from()).map(new StaffReply.SeeOther("/agency/me"));
    }

    private Future<StaffReply> password(StaffRequest request) {
        return pages.show(request, "password", form(request, Map.of()));
    }

    private static Password form(StaffRequest request, Map<String, String> errors) {
        return new Password(request.visit().change(), PasswordRules.SHORTEST, errors);
    }

    private Future<StaffReply> changePassword(StaffRequest request) {
        String chosen = StaffRequest.checked(request.field("password"), 1000);
        if (!chosen.equals(request.field("password_again"))) {
            return pages.show(request, 422, "password", form(request, differ(request.words())));
        }
        return doors.enrolment()
                .changePassword(
                        request.visit(),
                        StaffRequest.checked(request.field("password_present"), 1000),
                        chosen,
                        request.from())
                .<StaffReply>map(new StaffReply.SeeOther("/agency/me"))
                .recover(failure -> errors(request.words(), failure)
                        .map(errors -> pages.show(request, status(failure), "password", form(request, errors)))
                        .orElseGet(() -> Future.failedFuture(failure)));
    }

    private Future<StaffReply> setup(StaffRequest request) {
        return token(request)
                .compose(token ->
                        doors.enrolment().link(token).compose(link -> setupPage(request, 200, link, "", Map.of())));
    }

    private Future<StaffReply> setupPage(
            StaffRequest request, int status, SetupLink link, String name, Map<String, String> errors) {
        SecretToken cookie = entry.entry(request.context());
        Setup page = new Setup(request.path("token"), link.account(), name, PasswordRules.SHORTEST, errors);
        return Future.succeededFuture(
                new StaffReply.Page(status, pages.html(shells.entry(request, cookie), "setup", page)));
    }

    private Future<StaffReply> redeem(StaffRequest request) {
        Words words = request.words();
        String name = StaffRequest.checked(request.field("name"), 200);
        String chosen = StaffRequest.checked(request.field("password"), 1000);
        return token(request)
                .compose(token -> doors.enrolment().link(token).compose(link -> {
                    if (!entry.holds(request.context(), request.field("csrf"))) {
                        return setupPage(request, 422, link, name, Map.of("", words.say("sign_in.stale")));
                    }
                    if (!chosen.equals(request.field("password_again"))) {
                        return setupPage(request, 422, link, name, differ(words));
                    }
                    return doors.enrolment()
                            .redeem(token, name, chosen, request.from())
                            .<StaffReply>map(done -> new StaffReply.SeeOther("/login"))
                            .recover(failure -> errors(words, failure)
                                    .map(errors -> setupPage(request, status(failure), link, name, errors))
                                    .orElseGet(() -> Future.failedFuture(failure)));
                }));
    }

    private static Future<SecretToken> token(StaffRequest request) {
        return SecretToken.read(request.path("token"))
                .map(Future::succeededFuture)
                .orElseGet(() -> Future.failedFuture(Problem.notFound("link", "")));
    }

    private static Map<String, String> differ(Words words) {
        return Map.of("password_again", words.say("password.differ"));
    }

    private static int status(Throwable failure) {
        return failure instanceof Problem problem ? problem.kind().status() : 500;
    }

    /** The faults of a refused form in words, by field; empty when it failed for another reason. */
    static Optional<Map<String, String>> errors(Words words, Throwable failure) {
        if (!(failure instanceof Problem problem)) {
            return Optional.empty();
        }
        return switch (problem.kind()) {
            case INVALID ->
                Optional.of(problem.faults().stream()
                        .collect(Collectors.toMap(
                                fault -> place(fault), fault -> words.say(fault.code(), fault.args()), (a, b) -> a)));
            case CONFLICT, TOO_MANY ->
                Optional.of(Map.of("", words.sayOr(problem.code(), "problem.conflict", Map.of())));
            default -> Optional.empty();
        };
    }

    private static String place(Fault fault) {
        return fault.place().equals("present") ? "password_present" : fault.place();
    }
}
