package tw.minsheng.web.staff;

import io.vertx.core.Future;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tw.minsheng.kernel.Fault;
import tw.minsheng.kernel.Problem;
import tw.minsheng.panel.coding.CodingDesk;
import tw.minsheng.panel.coding.CodingRound;
import tw.minsheng.panel.coding.Codings;
import tw.minsheng.petition.CaseFile;
import tw.minsheng.petition.CaseNumber;
import tw.minsheng.report.ResultTable;
import tw.minsheng.report.expert.CodingTables;
import tw.minsheng.security.Account;
import tw.minsheng.security.AuditEntry;
import tw.minsheng.security.Permission;
import tw.minsheng.security.Rights;
import tw.minsheng.web.TypedDay;

/**
 * 編碼者一致性: a head or the control office draws petitions, colleagues put each into a theme without seeing the choices of the others,
 * and the page tells how far they agree. Nobody codes a petition that she may not read.
 */
public final class CodingPages {

    static final String PATH = "/agency/cases/coding";
    private static final int MOST_LETTERS = 4_000;

    private final StaffDoors doors;
    private final StaffSetup setup;
    private final Pages pages;

    CodingPages(StaffDoors doors, StaffSetup setup, Pages pages) {
        this.doors = doors;
        this.setup = setup;
        this.pages = pages;
    }

    List<StaffRoute> routes() {
        return List.of(
                StaffRoute.get(PATH, Permission.SEE_CASES, this::list),
                StaffRoute.post(PATH, Permission.SEE_CASE_FIGURES, this::draw),
                StaffRoute.get(PATH + "/:coding", Permission.SEE_CASE_FIGURES, this::result),
                StaffRoute.get(
                        PATH + "/:coding/pairs.csv",
                        Permission.SEE_CASE_FIGURES,
                        request -> file(request, "pairs", CodingTables::pairs)),
                StaffRoute.get(
                        PATH + "/:coding/differing.csv",
                        Permission.SEE_CASE_FIGURES,
                        request -> file(request, "differing", CodingTables::differing)),
                StaffRoute.get(PATH + "/:coding/code", Permission.SEE_CASES, request -> sheet(request, 200, Map.of())),
                StaffRoute.post(PATH + "/:coding/code", Permission.SEE_CASES, this::code));
    }

    private CodingDesk desk() {
        return doors.panel().coding();
    }

    private static Set<String> reach(StaffRequest request) {
        return Rights.reach(request.account(), Permission.SEE_CASES, request.tree());
    }

    private static boolean may(StaffRequest request) {
        return Rights.has(request.account(), Permission.SEE_CASE_FIGURES);
    }

    private Future<StaffReply> list(StaffRequest request) {
        return list(
                request,
                200,
                Map.of(),
                request.query("done").equals("draw") ? request.words().say("coding.done") : "");
    }

    /** Those who may read cases of one's own agencies. */
    private Future<List<Account>> people(StaffRequest request) {
        return doors.security()
                .accounts()
                .within(reach(request))
                .map(all -> all.stream()
                        .filter(account -> account.state() == Account.State.ACTIVE)
                        .filter(account -> Rights.has(account, Permission.SEE_CASES))
                        .toList());
    }

    private Future<StaffReply> list(StaffRequest request, int status, Map<String, String> errors, String done) {
        String name = request.account().name();
        return people(request)
                .compose(people -> desk().of(may(request) ? reach(request) : Set.of(), name)
                        .compose(rounds -> rows(request, rounds)
                                .compose(rows -> pages.show(
                                        request, status, "coding", view(request, people, rows, errors, done)))));
    }

    private Future<List<CodingViews.Row>> rows(StaffRequest request, List<CodingRound> rounds) {
        Future<List<CodingViews.Row>> all = Future.succeededFuture(List.of());
        for (CodingRound round : rounds) {
            all = all.compose(before -> desk().own(round, request.account().name())
                    .map(own -> {
                        List<CodingViews.Row> more = new ArrayList<>(before);
                        more.add(row(request, round, own.size()));
                        return more;
                    }));
        }
        return all;
    }

    private static CodingViews.Row row(StaffRequest request, CodingRound round, int own) {
        Words words = request.words();
        boolean codes = round.coders().contains(request.account().name());
        return new CodingViews.Row(
                round.name(),
                words.say(
                        "coding.about",
                        Map.of(
                                "n", words.number(round.cases().size()),
                                "population", words.number(round.population()),
                                "from", words.day(round.from()),
                                "until", words.day(round.until()))),
                String.join(words.say("list.comma"), round.coders()),
                codes ? own + " / " + round.cases().size() : "",
                codes ? PATH + "/" + round.id() + "/code" : "",
                may(request) ? PATH + "/" + round.id() : "");
    }

    private static CodingViews.Rounds view(
            StaffRequest request,
            List<Account> people,
            List<CodingViews.Row> rows,
            Map<String, String> errors,
            String done) {
        LocalDate today = LocalDate.ofInstant(request.now(), request.words().zone());
        List<CaseViews.Choice> choices = people.stream()
                .map(Account::name)
                .map(name ->
                        new CaseViews.Choice(name, name, request.fields("coder").contains(name)))
                .toList();
        return new CodingViews.Rounds(
                rows,
                may(request),
                may(request) ? choices : List.of(),
                request.field("name"),
                request.field("themes"),
                given(request, "from", today.minusDays(90).toString()),
                given(request, "until", today.toString()),
                given(request, "n", "50"),
                done,
                errors);
    }

    private static String given(StaffRequest request, String name, String before) {
        return request.form().containsKey(name) ? request.field(name) : before;
    }

    private static Optional<LocalDate> day(String typed) {
        try {
            return Optional.of(TypedDay.parse(typed.strip()));
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }

    private Future<StaffReply> draw(StaffRequest request) {
        return people(request)
                .compose(people -> {
                    Set<String> names = people.stream().map(Account::name).collect(Collectors.toSet());
                    CodingRound round = asked(request, names);
                    String n = request.field("n").strip();
                    Codings.Period period = new Codings.Period(
                            reach(request),
                            round.from().atStartOfDay(request.words().zone()).toInstant(),
                            round.until()
                                    .plusDays(1)
                                    .atStartOfDay(request.words().zone())
                                    .toInstant());
                    return desk().draw(
                                    round,
                                    period,
                                    n.matches("[0-9]{1,4}") ? Integer.parseInt(n) : 0,
                                    request.act(round.agency()));
                })
                .map(id -> (StaffReply) new StaffReply.SeeOther(PATH + "?done=draw"))
                .recover(failure -> failure instanceof Problem problem && problem.kind() == Problem.Kind.INVALID
                        ? list(request, 422, said(request, problem), "")
                        : Future.failedFuture(failure));
    }

    private CodingRound asked(StaffRequest request, Set<String> names) {
        List<String> themes = StaffRequest.checked(request.field("themes"), MOST_LETTERS)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        Optional<LocalDate> from = day(request.field("from"));
        Optional<LocalDate> until = day(request.field("until"));
        boolean known = from.isPresent() && until.isPresent();
        return new CodingRound(
                0,
                request.account().agency(),
                StaffRequest.checked(request.field("name").strip(), MOST_LETTERS),
                themes,
                request.fields("coder").stream().filter(names::contains).toList(),
                setup.random().nextInt(Integer.MAX_VALUE),
                known ? from.get() : LocalDate.of(2000, 1, 2),
                known ? until.get() : LocalDate.of(2000, 1, 1),
                0,
                request.account().name(),
                request.now(),
                List.of());
    }

    private Map<String, String> said(StaffRequest request, Problem problem) {
        Map<String, String> said = new LinkedHashMap<>();
        for (Fault fault : problem.faults()) {
            said.put(fault.place(), doors.panel().words().of(request.words().language(), fault));
        }
        return said;
    }

    private Future<CodingRound> found(StaffRequest request, Set<String> agencies) {
        return desk().find(request.path("coding"), agencies, request.account().name());
    }

    /** Fails with not found for whoever is no coder of it. */
    private Future<CodingRound> ofCoder(StaffRequest request) {
        return found(request, Set.of());
    }

    /** The next case that this coder has not coded and may read, and how many she may not read. */
    private record Next(Optional<CaseFile> file, int hidden) {}

    private Future<Next> next(StaffRequest request, List<CaseNumber> left, int hidden) {
        if (left.isEmpty()) {
            return Future.succeededFuture(new Next(Optional.empty(), hidden));
        }
        return readable(request, left.get(0))
                .compose(file -> file.isPresent()
                        ? Future.succeededFuture(new Next(file, hidden))
                        : next(request, left.subList(1, left.size()), hidden + 1));
    }

    private Future<Optional<CaseFile>> readable(StaffRequest request, CaseNumber number) {
        return doors.cases()
                .cases()
                .find(number)
                .map(file -> Optional.of(file)
                        .filter(each -> !each.petition().text().isEmpty()
                                && !each.locked()
                                && Rights.mayCase(
                                        request.account(),
                                        Permission.SEE_CASES,
                                        each.agency(),
                                        each.unit(),
                                        request.tree())))
                .recover(failure -> StaffPages.isNotFound(failure)
                        ? Future.succeededFuture(Optional.empty())
                        : Future.failedFuture(failure));
    }

    private Future<StaffReply> sheet(StaffRequest request, int status, Map<String, String> errors) {
        return ofCoder(request)
                .compose(round -> desk().own(round, request.account().name()).compose(own -> {
                    List<CaseNumber> left = round.cases().stream()
                            .filter(number -> !own.containsKey(number))
                            .toList();
                    return next(request, left, 0)
                            .compose(next -> read(request, next)
                                    .compose(written -> pages.show(
                                            request,
                                            status,
                                            "codingsheet",
                                            sheet(request, round, own.size(), next, errors))));
                }));
    }

    /** Whoever reads a case is written down before it is shown. */
    private Future<Void> read(StaffRequest request, Next next) {
        return next.file()
                .map(file -> doors.security()
                        .audit()
                        .write(AuditEntry.done(
                                request.act(file.agency()),
                                "case.read",
                                file.number().text())))
                .orElseGet(Future::succeededFuture);
    }

    private CodingViews.Sheet sheet(
            StaffRequest request, CodingRound round, int own, Next next, Map<String, String> errors) {
        Words words = request.words();
        List<CaseViews.Choice> themes = IntStream.range(0, round.themes().size())
                .mapToObj(i ->
                        new CaseViews.Choice(Integer.toString(i), round.themes().get(i), false))
                .toList();
        return new CodingViews.Sheet(
                PATH + "/" + round.id() + "/code",
                round.name(),
                words.say(
                        "coding.progress",
                        Map.of("done", own, "n", round.cases().size())),
                next.file().map(file -> file.number().text()).orElse(""),
                next.file().map(file -> doors.cases().type(file, words)).orElse(""),
                next.file().map(file -> file.petition().text()).orElse(""),
                themes,
                next.hidden() == 0 ? "" : words.say("coding.hidden", Map.of("n", next.hidden())),
                own == round.cases().size(),
                errors);
    }

    private Future<StaffReply> code(StaffRequest request) {
        CaseNumber number = CaseNumber.typed(request.field("number"))
                .orElseThrow(() -> Problem.notFound("case", request.field("number")));
        String theme = request.field("theme");
        Optional<Integer> chosen = theme.matches("[0-9]{1,2}") ? Optional.of(Integer.valueOf(theme)) : Optional.empty();
        return ofCoder(request)
                .compose(round -> readable(request, number)
                        .compose(file -> file.isEmpty()
                                ? Future.<Void>failedFuture(Problem.notFound("case", number.text()))
                                : desk().code(round, number, chosen, request.act(round.agency()))))
                .map(done -> (StaffReply) new StaffReply.SeeOther(PATH + "/" + request.path("coding") + "/code"))
                .recover(failure -> failure instanceof Problem problem && problem.kind() == Problem.Kind.INVALID
                        ? sheet(request, 422, said(request, problem))
                        : Future.failedFuture(failure));
    }

    private Future<StaffReply> result(StaffRequest request) {
        return found(request, reach(request))
                .compose(round -> desk().codes(round)
                        .compose(codes -> pages.show(request, "codingresult", CodingResult.of(request, round, codes))));
    }

    private Future<StaffReply> file(StaffRequest request, String what, Function<CodingTables, ResultTable> table) {
        return found(request, reach(request))
                .compose(round -> desk().codes(round).map(codes -> {
                    boolean blind =
                            CodingDesk.isBlind(round, codes, request.account().name());
                    ResultTable made = table.apply(CodingTables.of(round, blind ? List.of() : codes));
                    return StaffReply.csv(
                            "coding-" + round.id() + "-" + what + ".csv",
                            made.columns(),
                            csv -> made.rows().forEach(row -> {
                                row.forEach(entry -> entry.to(csv));
                                csv.endRow();
                            }));
                }));
    }
}
