package tw.minsheng.web.staff;

import io.vertx.core.Future;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tw.minsheng.petition.CaseFile;
import tw.minsheng.petition.CaseNumber;
import tw.minsheng.petition.Cases;
import tw.minsheng.petition.State;
import tw.minsheng.petition.deadline.Deadline;
import tw.minsheng.security.Permission;
import tw.minsheng.security.Rights;

/** The list of cases: what is open first, by the day on which it is due. */
final class CaseListPages {

    private static final int ROWS = 50;
    private static final int MOST_PAGES = 10_000;

    private final StaffDoors doors;
    private final Pages pages;

    CaseListPages(StaffDoors doors, Pages pages) {
        this.doors = doors;
        this.pages = pages;
    }

    /** What was asked for, as the address says it. */
    private record Asked(String scope, String state, String text, int page) {
        String address(int other) {
            return "/agency/cases?scope=" + scope + "&state=" + state + "&text="
                    + URLEncoder.encode(text, StandardCharsets.UTF_8) + "&page=" + other;
        }

        boolean isFiltered() {
            return !scope.equals("all") || !state.isEmpty() || !text.isEmpty();
        }
    }

    List<StaffRoute> routes() {
        return List.of(StaffRoute.get("/agency/cases", Permission.SEE_CASES, this::show));
    }

    private Future<StaffReply> show(StaffRequest request) {
        Asked asked = asked(request);
        Optional<CaseNumber> number = CaseNumber.typed(asked.text());
        if (number.isPresent()) {
            return Future.succeededFuture(
                    new StaffReply.SeeOther("/agency/cases/" + number.get().text()));
        }
        return doors.cases()
                .cases()
                .list(filter(request, asked), asked.page() * ROWS, ROWS + 1)
                .compose(found -> pages.show(request, "cases", listed(request, asked, found)));
    }

    private static Asked asked(StaffRequest request) {
        String scope = request.query("scope");
        String page = request.query("page");
        return new Asked(
                Set.of("mine", "overdue").contains(scope) ? scope : "all",
                State.of(request.query("state")).map(State::key).orElse(""),
                StaffRequest.checked(request.query("text").strip(), 200),
                page.matches("\\d{1,4}") ? Math.min(Integer.parseInt(page), MOST_PAGES) : 0);
    }

    private Cases.Filter filter(StaffRequest request, Asked asked) {
        boolean overdue = asked.scope().equals("overdue");
        Set<State> states = EnumSet.allOf(State.class);
        if (overdue) {
            states.removeIf(state -> !state.isOpen() || state == State.WAITING_CITIZEN);
        }
        State.of(asked.state()).ifPresent(only -> states.retainAll(EnumSet.of(only)));
        LocalDateTime before = overdue ? doors.cases().desk().now() : CaseFile.NOT_ENDED;
        Set<String> reach = Rights.reach(request.account(), Permission.SEE_CASES, request.tree());
        String handler = asked.scope().equals("mine") ? request.account().name() : "";
        // no state at all would ask for every one: a state that cannot be overdue gives an empty list
        return states.isEmpty()
                ? new Cases.Filter(Set.of(), Set.of(), handler, asked.text(), before)
                : new Cases.Filter(reach, states, handler, asked.text(), before);
    }

    private CaseViews.Listed listed(StaffRequest request, Asked asked, List<CaseFile> found) {
        Words words = request.words();
        String done = request.query("done");
        return new CaseViews.Listed(
                asked.text(),
                Stream.of("all", "mine", "overdue")
                        .map(scope -> new CaseViews.Choice(
                                scope, words.say("cases.scope." + scope), scope.equals(asked.scope())))
                        .toList(),
                states(words, asked.state()),
                found.stream().limit(ROWS).map(file -> row(request, file)).collect(Collectors.toUnmodifiableList()),
                asked.page() > 0 ? asked.address(asked.page() - 1) : "",
                found.size() > ROWS ? asked.address(asked.page() + 1) : "",
                CaseMoves.isWork(done) || CaseMoves.isDecision(done) ? words.say("cases.done." + done) : "",
                asked.isFiltered(),
                Rights.has(request.account(), Permission.WORK_CASES));
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
                file.locked());
    }
}
