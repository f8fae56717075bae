package tw.minsheng.web.staff;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tw.minsheng.kernel.Problem;
import tw.minsheng.security.Account;
import tw.minsheng.security.AccountOffice;
import tw.minsheng.security.AccountPolicy;
import tw.minsheng.security.AgencyTree;
import tw.minsheng.security.Permission;
import tw.minsheng.security.Role;
import tw.minsheng.security.SecretToken;
import tw.minsheng.security.SetupLink;

/** The accounts of an administrator's subtree: list, open, change, suspend, close, reset. */
public final class AccountPages {

    private static final List<Role> ROLES = List.of(Role.ADMIN, Role.ANALYST, Role.REVIEWER);

    private final StaffDoors doors;
    private final StaffSettings settings;
    private final Pages pages;

    AccountPages(StaffDoors doors, StaffSettings settings, Pages pages) {
        this.doors = doors;
        this.settings = settings;
        this.pages = pages;
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
    public record Accounts(long active, long idle, List<Row> rows, Form form) {}

    public record AgencyChoice(String key, String name, boolean chosen) {}

    public record RoleChoice(String key, String label, String hint, boolean chosen) {}

    /** What stands in the fields. */
    public record Form(
            String name,
            List<RoleChoice> roles,
            List<AgencyChoice> agencies,
            String survey,
            String until,
            Map<String, String> errors) {}

    public record One(String name, String state, String tone, boolean active, boolean own, String used, Form form) {}

    /** @param address of the one-time link, shown this once */
    public record Link(String name, String address, String expires) {}

    List<StaffRoute> routes() {
        return List.of(
                StaffRoute.get("/agency/accounts", Permission.MANAGE_ACCOUNTS, this::list),
                StaffRoute.post("/agency/accounts", Permission.MANAGE_ACCOUNTS, this::open),
                StaffRoute.get("/agency/accounts/:account", Permission.MANAGE_ACCOUNTS, this::one),
                StaffRoute.post("/agency/accounts/:account", Permission.MANAGE_ACCOUNTS, this::change));
    }

    private Future<Reply> list(StaffRequest request) {
        Form empty = form(request, "", Set.of(), request.account().agency(), "", "", Map.of());
        return listPage(request, 200, empty);
    }

    private Future<Reply> listPage(StaffRequest request, int status, Form form) {
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
                : words.day(lastDay(account, words));
    }

    private static LocalDate lastDay(Account account, Words words) {
        return LocalDate.ofInstant(account.until(), words.zone()).minusDays(1);
    }

    private Future<Reply> open(StaffRequest request) {
        String name = StaffRequest.checked(request.field("name"), 200);
        return doors.office()
                .open(request.account(), name, grant(request), request.from())
                .compose(link -> linkPage(request, AccountPolicy.name(name), link))
                .recover(failure -> OwnPages.errors(request.words(), failure)
                        .map(errors -> listPage(request, 422, typed(request, name, errors)))
                        .orElseGet(() -> Future.failedFuture(failure)));
    }

    private Future<Reply> one(StaffRequest request) {
        return doors.office().find(request.account(), request.path("account")).compose(account -> {
            String until = account.until().equals(Account.FOREVER)
                    ? ""
                    : lastDay(account, request.words()).toString();
            Form form =
                    form(request, account.name(), account.roles(), account.agency(), account.survey(), until, Map.of());
            return onePage(request, 200, account, form);
        });
    }

    private Future<Reply> onePage(StaffRequest request, int status, Account account, Form form) {
        Row row = row(request, account);
        boolean active = AccountPolicy.isUsable(account, request.now());
        boolean own = account.name().equals(request.account().name());
        return pages.show(
                request,
                status,
                "account",
                new One(account.name(), row.state(), row.tone(), active, own, row.used(), form));
    }

    private Future<Reply> change(StaffRequest request) {
        String name = request.path("account");
        Account by = request.account();
        Future<Reply> done = switch (request.field("act")) {
            case "rights" ->
                doors.office()
                        .changeRights(by, name, grant(request), request.from())
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
                        .compose(account -> onePage(request, 422, account, typed(request, name, errors))))
                .orElseGet(() -> Future.failedFuture(failure)));
    }

    private Future<Reply> linkPage(StaffRequest request, String name, SecretToken link) {
        String address = settings.publicUrl() + "/setup/" + link.reveal();
        Instant expires = request.now().plus(SetupLink.Purpose.PASSWORD.life());
        return pages.show(
                request, "account_link", new Link(name, address, request.words().moment(expires)));
    }

    private static Reply back(String name) {
        return new Reply.SeeOther("/agency/accounts/" + name);
    }

    private static AccountOffice.Grant grant(StaffRequest request) {
        return new AccountOffice.Grant(
                roles(request), request.field("agency"), request.field("survey").strip(), until(request));
    }

    private static Set<Role> roles(StaffRequest request) {
        EnumSet<Role> roles = EnumSet.noneOf(Role.class);
        request.fields("role")
                .forEach(key -> Role.of(key).filter(ROLES::contains).ifPresent(roles::add));
        return roles;
    }

    /** The end of the last day; a day that cannot be read counts as past, which is refused in words. */
    private static Instant until(StaffRequest request) {
        String typed = request.field("until").strip();
        if (typed.isEmpty()) {
            return Account.FOREVER;
        }
        try {
            return LocalDate.parse(typed)
                    .plusDays(1)
                    .atStartOfDay(request.words().zone())
                    .toInstant();
        } catch (DateTimeParseException noDay) {
            return Instant.EPOCH;
        }
    }

    private static Form typed(StaffRequest request, String name, Map<String, String> errors) {
        return form(
                request,
                name,
                roles(request),
                request.field("agency"),
                request.field("survey"),
                request.field("until"),
                errors);
    }

    private static Form form(
            StaffRequest request,
            String name,
            Set<Role> chosen,
            String agency,
            String survey,
            String until,
            Map<String, String> errors) {
        Words words = request.words();
        List<RoleChoice> roles = ROLES.stream()
                .map(role -> new RoleChoice(
                        role.key(),
                        words.say("role." + role.key()),
                        words.say("role." + role.key() + ".hint"),
                        chosen.contains(role)))
                .toList();
        AgencyTree tree = request.tree();
        List<AgencyChoice> agencies = tree.subtree(request.account().agency()).stream()
                .sorted(Comparator.comparing(
                        (String key) -> !key.equals(request.account().agency())))
                .map(key -> new AgencyChoice(key, Shells.agencyName(tree, key, words), key.equals(agency)))
                .toList();
        return new Form(name, roles, agencies, survey, until, errors);
    }
}
