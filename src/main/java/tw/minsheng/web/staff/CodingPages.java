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
import java.util.stream.Stream;
import tw.minsheng.kernel.Fault;
import tw.minsheng.kernel.Problem;
import tw.minsheng.panel.coding.CodingDesk;
import tw.minsheng.panel.coding.CodingRound;
import tw.minsheng.panel.coding.Codings;
import tw.minsheng.report.ResultTable;
import tw.minsheng.report.expert.CodingTables;
import tw.minsheng.security.Account;
import tw.minsheng.security.Permission;
import tw.minsheng.security.Rights;
import tw.minsheng.web.TypedDay;

/**
 * 編碼者一致性: a head or the control office draws petitions, colleagues put each into a theme without seeing the choices of the others,
 * and the page tells how far they agree.
 */
public final class CodingPages {

    static final String PATH = "/agency/cases/coding";

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
                        request -> file(request, "differing", CodingTables::differing)));
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
            all = all.compose(before -> desk().coded(round).map(coded -> {
                List<CodingViews.Row> more = new ArrayList<>(before);
                more.add(row(request, round, coded.own(request.account().name()).size()));
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
                    List<Account> coders = people.stream()
                            .filter(each -> request.fields("coder").contains(each.name()))
                            .toList();
                    CodingRound round = asked(request, coders);
                    String n = request.field("n").strip();
                    Codings.Period period = new Codings.Period(
                            reach(request),
                            coders.stream()
                                    .map(each -> Rights.reach(each, Permission.SEE_CASES, request.tree()))
                                    .toList(),
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
                        ? list(request, 422, days(request, said(doors, request, problem)), "")
                        : Future.failedFuture(failure));
    }

    /** What is no day is said to be none, and not that the period ends before it begins. */
    private Map<String, String> days(StaffRequest request, Map<String, String> said) {
        List<String> none = Stream.of("from", "until")
                .filter(name -> day(request.field(name)).isEmpty())
                .toList();
        if (none.isEmpty()) {
            return said;
        }
        Map<String, String> all = new LinkedHashMap<>(said);
        all.remove("until");
        none.forEach(name -> all.put(name, request.words().say("coding.no_day")));
        return all;
    }

    private CodingRound asked(StaffRequest request, List<Account> coders) {
        List<String> themes = request.field("themes")
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
                request.field("name").strip(),
                themes,
                coders.stream().map(Account::name).toList(),
                setup.random().nextInt(Integer.MAX_VALUE),
                known ? from.get() : LocalDate.of(2000, 1, 2),
                known ? until.get() : LocalDate.of(2000, 1, 1),
                0,
                request.account().name(),
                request.now(),
                List.of());
    }

    static Map<String, String> said(StaffDoors doors, StaffRequest request, Problem problem) {
        Map<String, String> said = new LinkedHashMap<>();
        for (Fault fault : problem.faults()) {
            said.put(fault.place(), doors.panel().words().of(request.words().language(), fault));
        }
        if (said.isEmpty()) {
            said.put("", doors.panel().words().of(request.words().language(), problem));
        }
        return said;
    }

    private Future<CodingRound> found(StaffRequest request, Set<String> agencies) {
        return desk().find(request.path("coding"), agencies, request.account().name());
    }

    private Future<StaffReply> result(StaffRequest request) {
        return found(request, reach(request))
                .compose(round -> desk().coded(round)
                        .compose(coded -> pages.show(request, "codingresult", CodingResult.of(request, coded))));
    }

    private Future<StaffReply> file(StaffRequest request, String what, Function<CodingTables, ResultTable> table) {
        return found(request, reach(request))
                .compose(round -> desk().coded(round).map(coded -> {
                    boolean blind = coded.isBlind(request.account().name());
                    ResultTable made = table.apply(CodingTables.of(round, blind ? List.of() : coded.codes()));
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
