package tw.minsheng.web.staff;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import tw.minsheng.kernel.Problem;
import tw.minsheng.security.Account;
import tw.minsheng.security.AccountPolicy;
import tw.minsheng.security.Permission;
import tw.minsheng.security.SecretToken;
import tw.minsheng.security.SetupLink;

/** The accounts of an administrator's subtree: list, open, change, suspend, close, reset. */
public final class AccountPages {

    private final StaffDoors doors;
    private final StaffSetup setup;
    private final Pages pages;
    private final AccountForms forms;

    AccountPages(StaffDoors doors, StaffSetup setup, Pages pages) {
        this.doors = doors;
        this.setup = setup;
        this.pages = pages;
        this.forms = new AccountForms(doors.surveys());
    }

    public record Row(
            String name,
            String href,
            String roles,
            String agency,
            String state,
            String tone,
            String until,
            String used) {}

    /** @param active how many may be used now */
    public record Accounts(long active, long idle, List<Row> rows, AccountForms.Form form) {}

    public record One(
            String name, String state, String tone, boolean active, boolean own, String used, AccountForms.Form form) {}

    /** @param address of the one-time link, shown this once */
    public record Link(String name, String address, String expires) {}

    List<StaffRoute> routes() {
        return List.of(
                StaffRoute.get("/agency/accounts", Permission.MANAGE_ACCOUNTS, this::list),
                StaffRoute.post("/agency/accounts", Permission.MANAGE_ACCOUNTS, this::open),
                StaffRoute.get("/agency/accounts/:account", Permission.MANAGE_ACCOUNTS, this::one),
                StaffRoute.post("/agency/accounts/:account", Permission.MANAGE_ACCOUNTS, this::change));
    }

    private Future<StaffReply> list(StaffRequest request) {
        return forms.empty(request).compose(form -> listPage(request, 200, form));
    }

    private Future<StaffReply> listPage(StaffRequest request, int status, AccountForms.Form form) {
        return doors.office().list(request.account()).compose(accounts -> {
            List<Row> rows =
                    accounts.stream().map(account -> row(request, account)).toList();
            long active = accounts.stream()
                    .filter(account -> AccountPolicy.isUsable(account, request.now()))
                    .count();
            long idle = accounts.stream()
                    .filter(account ->
                            account.state() == Account.State.ACTIVE && AccountPolicy.isIdle(account, request.now()))
                    .count();
            return pages.show(request, status, "accounts", new Accounts(active, idle, rows, form));
        });
    }

    private static Row row(StaffRequest request, Account account) {
        Words words = request.words();
        String roles = account.roles().stream()
                .sorted()
                .map(role -> words.say("role." + role.key()))
                .collect(Collectors.joining(words.say("list.comma")));
        return new Row(
                account.name(),
                "/agency/accounts/" + account.name(),
                roles,
                Shells.agencyName(request.tree(), account.agency(), words),
                words.say(state(account, request.now())),
                AccountPolicy.isUsable(account, request.now()) ? "good" : "bad",
                until(account, words),
                account.used().equals(Instant.EPOCH) ? words.say("accounts.never") : words.moment(account.used()));
    }

    private static String state(Account account, Instant now) {
        return switch (account.state()) {
            case SUSPENDED -> "account.state.suspended";
            case DISABLED -> "account.state.disabled";
            case ACTIVE ->
                AccountPolicy.isUsable(account, now)
                        ? "account.state.active"
                        : AccountPolicy.isIdle(account, now) ? "account.state.idle" : "account.state.ended";
        };
    }

    private static String until(Account account, Words words) {
        return account.until().equals(Account.FOREVER)
                ? words.say("accounts.forever")
                : words.day(AccountForms.lastDay(account, words));
    }

    private Future<StaffReply> open(StaffRequest request) {
        String name = StaffRequest.checked(request.field("name"), 200);
        return doors.office()
                .open(request.account(), name, AccountForms.grant(request), request.from())
                .compose(link -> linkPage(request, AccountPolicy.name(name), link))
                .recover(failure -> OwnPages.errors(request.words(), failure)
                        .map(errors -> forms.typed(request, name, errors).compose(form -> listPage(request, 422, form)))
                        .orElseGet(() -> Future.failedFuture(failure)));
    }

    private Future<StaffReply> one(StaffRequest request) {
        return doors.office()
                .find(request.account(), request.path("account"))
                .compose(account -> forms.of(request, account).compose(form -> onePage(request, 200, account, form)));
    }

    private Future<StaffReply> onePage(StaffRequest request, int status, Account account, AccountForms.Form form) {
        Row row = row(request, account);
        boolean active = AccountPolicy.isUsable(account, request.now());
        boolean own = account.name().equals(request.account().name());
        return pages.show(
                request,
                status,
                "account",
                new One(account.name(), row.state(), row.tone(), active, own, row.used(), form));
    }

    private Future<StaffReply> change(StaffRequest request) {
        String name = request.path("account");
        Account by = request.account();
        Future<StaffReply> done = switch (request.field("act")) {
            case "rights" ->
                doors.office()
                        .changeRights(by, name, AccountForms.grant(request), request.from())
                        .map(changed -> back(name));
            case "suspend" -> doors.office().suspend(by, name, request.from()).map(changed -> back(name));
            case "disable" -> doors.office().disable(by, name, request.from()).map(changed -> back(name));
            case "reopen" -> doors.office().reopen(by, name, request.from()).map(changed -> back(name));
            case "reset" ->
                doors.office().reset(by, name, request.from()).compose(link -> linkPage(request, name, link));
            default -> Future.failedFuture(Problem.of(Problem.Kind.BAD_REQUEST, "request.bad"));
        };
        return done.recover(failure -> OwnPages.errors(request.words(), failure)
                .map(errors -> doors.office()
                        .find(by, name)
                        .compose(account -> forms.typed(request, name, errors)
                                .compose(form -> onePage(request, 422, account, form))))
                .orElseGet(() -> Future.failedFuture(failure)));
    }

    private Future<StaffReply> linkPage(StaffRequest request, String name, SecretToken link) {
        String address = request.absolute(setup.settings().publicUrl(), "/setup/" + link.reveal());
        Instant expires = request.now().plus(SetupLink.Purpose.PASSWORD.life());
        return pages.show(
                request, "account_link", new Link(name, address, request.words().moment(expires)));
    }

    private static StaffReply back(String name) {
        return new StaffReply.SeeOther("/agency/accounts/" + name);
    }
}
