package tw.minsheng.web.staff;

import io.vertx.core.Future;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tw.minsheng.kernel.Problem;
import tw.minsheng.security.Account;
import tw.minsheng.security.Permission;
import tw.minsheng.security.Rights;
import tw.minsheng.security.SecretToken;
import tw.minsheng.security.Visit;

/** Signing in and out. */
public final class SignInPages {

    private static final Pattern NEXT = Pattern.compile("/(agency|reports)/[A-Za-z0-9._~/@?&=%:-]{0,300}");

    private final StaffDoors doors;
    private final Pages pages;
    private final Shells shells;
    private final Entry entry;

    SignInPages(StaffDoors doors, Pages pages, Shells shells, Entry entry) {
        this.doors = doors;
        this.pages = pages;
        this.shells = shells;
        this.entry = entry;
    }

    /**
     * @param name as typed
     * @param next where to go afterwards, "" for the person's first page
     * @param kept the form that waits
     * @param error what went wrong in words, "" when nothing did
     * @param ended whether the person was signed out for being idle
     */
    public record Form(String name, String next, KeptForm kept, String error, boolean ended) {}

    /** @param cancel where to go instead */
    public record Again(KeptForm kept, String cancel) {}

    List<StaffRoute> routes() {
        return List.of(
                StaffRoute.get("/login", Permission.SIGNED_OUT, this::form),
                StaffRoute.post("/login", Permission.SIGNED_OUT, this::enter),
                StaffRoute.post("/logout", Permission.OWN_ACCOUNT, this::leave));
    }

    private Future<StaffReply> form(StaffRequest request) {
        if (request.visitor().isPresent()) {
            return see(target(request.query("next"), request.visit()));
        }
        String next = safe(request.query("next")).orElse("");
        return page(request, 200, new Form("", next, KeptForm.NONE, "", !next.isEmpty()));
    }

    /** The sign-in page in place of a page that needs a session; what was sent waits in it. */
    Future<StaffReply> instead(StaffRequest request, boolean sent) {
        if (!sent) {
            String next = safe(request.uri()).orElse("");
            return see(next.isEmpty() ? "/login" : "/login?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8));
        }
        KeptForm kept = KeptForm.of(request.pathOnly(), request.form());
        return page(request, 401, new Form("", "", kept, "", true));
    }

    private Future<StaffReply> enter(StaffRequest request) {
        String name = request.field("name");
        String next = safe(request.field("next")).orElse("");
        KeptForm kept = KeptForm.read(request.field("kept_action"), request.field("kept"));
        if (!entry.holds(request.context(), request.field("csrf"))) {
            return page(request, 422, new Form(name, next, kept, request.words().say("sign_in.stale"), false));
        }
        return doors.signIn()
                .enter(
                        StaffRequest.checked(name, 200),
                        StaffRequest.checked(request.field("password"), 1000),
                        request.from(),
                        request.header("User-Agent"))
                .compose(visit -> entered(request, visit, next, kept))
                .recover(failure -> refused(request, failure, new Form(name, next, kept, "", false)));
    }

    private Future<StaffReply> entered(StaffRequest request, Visit visit, String next, KeptForm kept) {
        entry.startSession(request.context(), visit.token());
        if (kept.isKept() && !visit.change()) {
            return Future.succeededFuture(new StaffReply.Page(
                    200, pages.html(shells.around(request.signedIn(visit)), "again", new Again(kept, "/agency/"))));
        }
        return see(target(next, visit));
    }

    private Future<StaffReply> refused(StaffRequest request, Throwable failure, Form form) {
        if (failure instanceof Problem problem
                && (problem.kind() == Problem.Kind.INVALID || problem.kind() == Problem.Kind.TOO_MANY)) {
            String error = request.words().sayOr(problem.code(), "sign_in.wrong", Map.of());
            return page(
                    request, problem.kind().status(), new Form(form.name(), form.next(), form.kept(), error, false));
        }
        return Future.failedFuture(failure);
    }

    private Future<StaffReply> leave(StaffRequest request) {
        return doors.desk().leave(request.visit(), request.from()).compose(left -> {
            entry.endSession(request.context());
            return see("/login");
        });
    }

    private Future<StaffReply> page(StaffRequest request, int status, Form form) {
        SecretToken token = entry.entry(request.context());
        return Future.succeededFuture(
                new StaffReply.Page(status, pages.html(shells.entry(request, token), "login", form)));
    }

    /** Where a person goes after signing in: where they wanted to go, else to the first page they may see. */
    static String target(String next, Visit visit) {
        if (visit.change()) {
            return "/agency/password";
        }
        return safe(next).orElseGet(() -> first(visit.account()));
    }

    private static String first(Account account) {
        if (Rights.has(account, Permission.SEE_SURVEY)) {
            return "/agency/";
        }
        if (Rights.has(account, Permission.SEE_CASES)) {
            return "/agency/cases";
        }
        return Rights.has(account, Permission.SEE_REPORT) ? "/reports/" : "/agency/me";
    }

    /** Only addresses of the staff pages: nobody is sent elsewhere. */
    private static Optional<String> safe(String next) {
        return NEXT.matcher(next).matches() && !next.contains("//") && !next.contains("..")
                ? Optional.of(next)
                : Optional.empty();
    }

    private static Future<StaffReply> see(String path) {
        return Future.succeededFuture(new StaffReply.SeeOther(path));
    }
}
