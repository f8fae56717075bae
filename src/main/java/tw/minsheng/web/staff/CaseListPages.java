package tw.minsheng.web.staff;

import io.vertx.core.Future;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tw.minsheng.kernel.Language;
import tw.minsheng.kernel.Problem;
import tw.minsheng.petition.CaseFile;
import tw.minsheng.petition.CaseNumber;
import tw.minsheng.petition.Cases;
import tw.minsheng.petition.State;
import tw.minsheng.petition.WorkPlaces;
import tw.minsheng.petition.deadline.Deadline;
import tw.minsheng.security.Account;
import tw.minsheng.security.AgencyTree;
import tw.minsheng.security.Permission;
import tw.minsheng.security.Rights;

/** The list of cases: what is open first, by the day on which it is due. */
final class CaseListPages {

    private static final int ROWS = 50;
    private static final int MOST_OF_A_NAME = 60;

    private final StaffDoors doors;
    private final Pages pages;
    private final CaseBulk bulk;

    CaseListPages(StaffDoors doors, Pages pages) {
        this.doors = doors;
        this.pages = pages;
        this.bulk = new CaseBulk(doors);
    }

    List<StaffRoute> routes() {
        return List.of(
                StaffRoute.get("/agency/cases", Permission.SEE_CASES, this::show),
                StaffRoute.post("/agency/cases", Permission.WORK_CASES, this::assign),
                StaffRoute.post("/agency/cases/filters", Permission.SEE_CASES, this::keep));
    }

    private Future<StaffReply> assign(StaffRequest request) {
        return Future.succeededFuture(request)
                .compose(bulk::assign)
                .map(count -> (StaffReply)
                        new StaffReply.SeeOther(CaseAsked.sent(request).address() + "&done=assign&count=" + count))
                .recover(failure -> failure instanceof Problem problem && isSaid(problem)
                        ? page(request, problem.kind() == Problem.Kind.CONFLICT ? 409 : 422, said(request, problem))
                        : Future.failedFuture(failure));
    }

    private static boolean isSaid(Problem problem) {
        return problem.kind() == Problem.Kind.INVALID || problem.kind() == Problem.Kind.CONFLICT;
    }

    private Map<String, String> said(StaffRequest request, Problem problem) {
        Language language = request.words().language();
        Map<String, String> said = new LinkedHashMap<>();
        problem.faults()
                .forEach(fault -> said.put(fault.place(), doors.cases().words().of(language, fault)));
        if (said.isEmpty()) {
            said.put("", doors.cases().words().of(language, problem));
        }
        return said;
    }

    private Future<StaffReply> show(StaffRequest request) {
        CaseAsked asked = CaseAsked.of(request);
        Optional<CaseNumber> number = CaseNumber.typed(asked.text());
        if (number.isPresent()) {
            return Future.succeededFuture(
                    new StaffReply.SeeOther("/agency/cases/" + number.get().text()));
        }
        return page(request, 200, Map.of());
    }

    /** A form says in itself which list it came from, so that nothing is lost when it is refused. */
    private Future<StaffReply> page(StaffRequest request, int status, Map<String, String> errors) {
        boolean sent = request.form().containsKey("scope");
        return page(request, sent ? CaseAsked.sent(request) : CaseAsked.of(request), status, errors);
    }

    private Future<StaffReply> page(StaffRequest request, CaseAsked asked, int status, Map<String, String> errors) {
        LocalDateTime now = doors.cases().desk().now();
        String own = request.account().name();
        Set<String> reach = Rights.reach(request.account(), Permission.SEE_CASES, request.tree());
        WorkPlaces places = doors.cases().places();
        return places.standsInFor(own, now.toLocalDate())
                .compose(others -> found(asked, asked.filter(reach, own, others, now)))
                .compose(found -> bulk.handlers(request)
                        .compose(handlers -> places.saved(own)
                                .compose(saved -> pages.show(
                                        request,
                                        status,
                                        "cases",
                                        listed(request, asked, found, handlers, saved, errors)))));
    }

    /** @param isCut whether more cases that are over have the words than the list shows */
    private record Found(List<CaseFile> cases, boolean isCut) {}

    private Future<Found> found(CaseAsked asked, Cases.Filter filter) {
        Cases cases = doors.cases().cases();
        return cases.list(filter, asked.page() * ROWS, ROWS + 1)
                .compose(found -> isAmongOpen(found)
                        ? Future.succeededFuture(new Found(found, false))
                        : cases.isCut(filter).map(cut -> new Found(found, cut)));
    }

    /** A page of open cases is whole, whatever else has the words. */
    private static boolean isAmongOpen(List<CaseFile> found) {
        return found.size() > ROWS
                && found.stream().noneMatch(file -> file.state().isOver());
    }

    private Future<StaffReply> keep(StaffRequest request) {
        CaseAsked asked = CaseAsked.sent(request);
        String name = request.field("name").strip();
        String own = request.account().name();
        WorkPlaces places = doors.cases().places();
        if (!request.field("forget").isEmpty()) {
            return places.forget(own, request.field("forget")).map(done -> new StaffReply.SeeOther("/agency/cases"));
        }
        if (name.isEmpty() || name.length() > MOST_OF_A_NAME) {
            return page(request, 422, Map.of("name", request.words().say("cases.save.error")));
        }
        return places.save(own, new WorkPlaces.Saved(name, asked.query()))
                .map(done -> (StaffReply) new StaffReply.SeeOther("/agency/cases?" + asked.query()))
                .recover(failure -> failure instanceof Problem problem && isSaid(problem)
                        ? page(request, 409, said(request, problem))
                        : Future.failedFuture(failure));
    }

    private CaseViews.Listed listed(
            StaffRequest request,
            CaseAsked asked,
            Found found,
            List<Account> handlers,
            List<WorkPlaces.Saved> saved,
            Map<String, String> errors) {
        Words words = request.words();
        return new CaseViews.Listed(
                asked.text(),
                CaseAsked.SCOPES.stream()
                        .map(scope -> new CaseViews.Choice(
                                scope, words.say("cases.scope." + scope), scope.equals(asked.scope())))
                        .toList(),
                states(words, asked.state()),
                found.cases().stream()
                        .limit(ROWS)
                        .map(file -> row(request, file))
                        .collect(Collectors.toUnmodifiableList()),
                asked.page() > 0 ? asked.address(asked.page() - 1) : "",
                found.cases().size() > ROWS ? asked.address(asked.page() + 1) : "",
                done(request),
                asked.isFiltered(),
                Rights.has(request.account(), Permission.WORK_CASES),
                Rights.has(request.account(), Permission.DECIDE_CASES),
                units(request),
                people(request, handlers),
                saved.stream()
                        .map(each -> new CaseViews.Saved(each.name(), "/agency/cases?" + each.query()))
                        .toList(),
                new CaseViews.Keep(asked.scope(), asked.state(), asked.text(), asked.page()),
                request.field("name"),
                CalendarPages.warning(request, doors.cases()),
                found.isCut() ? words.say("cases.cut", Map.of("n", words.number(Cases.MOST_FOUND))) : "",
                errors);
    }

    private static List<CaseViews.Choice> units(StaffRequest request) {
        return Stream.concat(
                        Stream.of(new CaseViews.Choice("", request.words().say("cases.choose.unit"), false)),
                        Rights.reach(request.account(), Permission.WORK_CASES, request.tree()).stream()
                                .filter(key -> !key.equals(AgencyTree.ROOT))
                                .map(key -> new CaseViews.Choice(
                                        key,
                                        Shells.agencyName(request.tree(), key, request.words()),
                                        key.equals(request.field("unit")))))
                .toList();
    }

    private static List<CaseViews.Choice> people(StaffRequest request, List<Account> handlers) {
        return Stream.concat(
                        Stream.of(new CaseViews.Choice("", request.words().say("cases.choose.handler"), false)),
                        handlers.stream()
                                .map(Account::name)
                                .map(name -> new CaseViews.Choice(name, name, name.equals(request.field("handler")))))
                .toList();
    }

    private static String done(StaffRequest request) {
        String done = request.query("done");
        String count = request.query("count");
        if (done.equals("assign") && count.matches("\\d{1,3}")) {
            return request.words().say("cases.done.assign_many", Map.of("count", count));
        }
        return CaseMoves.isWork(done) || CaseMoves.isDecision(done)
                ? request.words().say("cases.done." + done)
                : "";
    }

    private static List<CaseViews.Choice> states(Words words, String chosen) {
        List<CaseViews.Choice> states = new ArrayList<>();
        states.add(new CaseViews.Choice("", words.say("cases.state.any"), false));
        Arrays.stream(State.values())
                .map(state -> new CaseViews.Choice(
                        state.key(),
                        words.say("cases.state." + state.key()),
                        state.key().equals(chosen)))
                .forEach(states::add);
        return states;
    }

    private CaseViews.Row row(StaffRequest request, CaseFile file) {
        Words words = request.words();
        Deadline deadline = doors.cases().desk().deadline(file);
        boolean overdue = CasePage.isOverdue(file, deadline, doors.cases());
        return new CaseViews.Row(
                "/agency/cases/" + file.number().text(),
                file.number().text(),
                doors.cases().type(file, words),
                words.say("cases.state." + file.state().key()),
                CasePage.tone(file, overdue),
                file.unit().isEmpty() ? "" : Shells.agencyName(request.tree(), file.unit(), words),
                file.handler(),
                file.state().isOver() ? "" : CasePage.day(words, deadline),
                overdue,
                !overdue && doors.cases().desk().isHalfway(file),
                file.locked(),
                CaseBulk.pick(request, file),
                request.fields("case").contains(CaseBulk.pick(request, file)));
    }
}
