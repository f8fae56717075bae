package tw.minsheng.web.staff;

import io.vertx.core.Future;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tw.minsheng.kernel.Problem;
import tw.minsheng.petition.WorkPlaces;
import tw.minsheng.security.Account;
import tw.minsheng.security.Permission;
import tw.minsheng.security.Rights;
import tw.minsheng.web.TypedDay;

/** Who stands in for whom (代理制度): a handler for herself, a head for everybody within reach. */
public final class DeputyPages {

    private static final String PATH = "/agency/cases/deputies";
    private static final int MOST_DAYS = 366;

    private final StaffDoors doors;
    private final Pages pages;
    private final CaseBulk people;

    DeputyPages(StaffDoors doors, Pages pages) {
        this.doors = doors;
        this.pages = pages;
        this.people = new CaseBulk(doors);
    }

    /** One who is away. */
    public record Row(String account, String deputy, String from, String until, boolean mine) {}

    /**
     * @param accounts for whom this person may appoint a deputy
     * @param errors by field, in words
     */
    public record Deputies(
            List<Row> rows,
            List<CaseViews.Choice> accounts,
            List<CaseViews.Choice> deputies,
            String from,
            String until,
            String done,
            Map<String, String> errors) {}

    List<StaffRoute> routes() {
        return List.of(
                StaffRoute.get(PATH, Permission.WORK_CASES, this::show),
                StaffRoute.post(PATH, Permission.WORK_CASES, this::change));
    }

    private Future<StaffReply> show(StaffRequest request) {
        String done = request.query("done");
        boolean known = Set.of("appoint", "dismiss").contains(done);
        return page(request, 200, Map.of(), known ? request.words().say("deputies.done." + done) : "");
    }

    private Future<StaffReply> page(StaffRequest request, int status, Map<String, String> errors, String done) {
        return people.handlers(request)
                .compose(handlers -> doors.cases()
                        .places()
                        .deputies(names(handlers), today(request))
                        .compose(found -> pages.show(
                                request,
                                status,
                                "deputies",
                                new Deputies(
                                        found.stream()
                                                .map(each -> row(request, handlers, each))
                                                .toList(),
                                        choices(request, "account", ours(request, handlers)),
                                        choices(request, "deputy", handlers),
                                        given(request, "from", today(request).toString()),
                                        given(request, "until", ""),
                                        done,
                                        errors))));
    }

    private static String given(StaffRequest request, String name, String before) {
        return request.field(name).isEmpty() ? before : request.field(name);
    }

    private static Row row(StaffRequest request, List<Account> handlers, WorkPlaces.Deputy deputy) {
        Words words = request.words();
        return new Row(
                deputy.account(),
                deputy.deputy(),
                words.day(deputy.from()),
                words.day(deputy.until()),
                names(ours(request, handlers)).contains(deputy.account()));
    }

    private static List<CaseViews.Choice> choices(StaffRequest request, String field, List<Account> accounts) {
        String chosen = request.field(field);
        return Stream.concat(
                        Stream.of(new CaseViews.Choice("", request.words().say("deputies.choose"), false)),
                        accounts.stream()
                                .map(Account::name)
                                .map(name -> new CaseViews.Choice(name, name, name.equals(chosen))))
                .toList();
    }

    private static List<Account> ours(StaffRequest request, List<Account> handlers) {
        boolean head = Rights.has(request.account(), Permission.DECIDE_CASES);
        return handlers.stream()
                .filter(account ->
                        head || account.name().equals(request.account().name()))
                .toList();
    }

    private static Set<String> names(List<Account> accounts) {
        return accounts.stream().map(Account::name).collect(Collectors.toSet());
    }

    private static LocalDate today(StaffRequest request) {
        return LocalDate.ofInstant(request.now(), request.words().zone());
    }

    private Future<StaffReply> change(StaffRequest request) {
        return people.handlers(request).compose(handlers -> switch (request.field("act")) {
            case "appoint" -> appoint(request, handlers);
            case "dismiss" -> dismiss(request, handlers);
            default -> Future.failedFuture(Problem.of(Problem.Kind.BAD_REQUEST, "request.bad"));
        });
    }

    private Future<StaffReply> appoint(StaffRequest request, List<Account> handlers) {
        String account = request.field("account");
        String deputy = request.field("deputy");
        Map<String, String> errors = new LinkedHashMap<>();
        if (!names(ours(request, handlers)).contains(account)) {
            errors.put("account", request.words().say("deputies.error.account"));
        }
        if (!names(handlers).contains(deputy) || deputy.equals(account)) {
            errors.put("deputy", request.words().say("deputies.error.deputy"));
        } else if (!reaches(request, handlers, account, deputy)) {
            errors.put("deputy", request.words().say("deputies.error.reach"));
        }
        LocalDate from = day(request.field("from"));
        LocalDate until = day(request.field("until"));
        if (from.equals(LocalDate.MIN)) {
            errors.put("from", request.words().say("deputies.error.from"));
        }
        if (until.isBefore(today(request)) || until.isBefore(from) || isTooLong(from, until)) {
            errors.put("until", request.words().say("deputies.error.until"));
        }
        if (!errors.isEmpty()) {
            return page(request, 422, errors, "");
        }
        return doors.cases()
                .places()
                .appoint(new WorkPlaces.Deputy(account, deputy, from, until), act(request))
                .map(done -> new StaffReply.SeeOther(PATH + "?done=appoint"));
    }

    /** Whether the deputy can open what the other holds: of the same unit, or of one above it. */
    private static boolean reaches(StaffRequest request, List<Account> handlers, String account, String deputy) {
        String away = agency(handlers, account);
        return request.tree().isWithin(away, agency(handlers, deputy));
    }

    private static String agency(List<Account> handlers, String name) {
        return handlers.stream()
                .filter(each -> each.name().equals(name))
                .map(Account::agency)
                .findFirst()
                .orElse("");
    }

    private Future<StaffReply> dismiss(StaffRequest request, List<Account> handlers) {
        String account = request.field("account");
        if (!names(ours(request, handlers)).contains(account)) {
            return Future.failedFuture(Problem.notFound("account", account));
        }
        return doors.cases()
                .places()
                .dismiss(account, act(request))
                .map(done -> new StaffReply.SeeOther(PATH + "?done=dismiss"));
    }

    private static tw.minsheng.kernel.Act act(StaffRequest request) {
        return request.act(request.account().agency());
    }

    private static boolean isTooLong(LocalDate from, LocalDate until) {
        return !from.equals(LocalDate.MIN) && from.plusDays(MOST_DAYS).isBefore(until);
    }

    /** {@link LocalDate#MIN} when it is none. */
    private static LocalDate day(String typed) {
        try {
            return TypedDay.parse(typed);
        } catch (DateTimeException noDay) {
            return LocalDate.MIN;
        }
    }
}
