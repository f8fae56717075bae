package tw.minsheng.web.staff;

import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import tw.minsheng.kernel.Problem;
import tw.minsheng.panel.coding.Coded;
import tw.minsheng.panel.coding.CodingDesk;
import tw.minsheng.panel.coding.CodingRound;
import tw.minsheng.petition.CaseFile;
import tw.minsheng.petition.CaseNumber;
import tw.minsheng.security.AuditEntry;
import tw.minsheng.security.Permission;
import tw.minsheng.security.Rights;

/** One petition after the other is put into a theme. Nobody codes a petition that she may not read. */
final class CodingSheetPages {

    private final StaffDoors doors;
    private final Pages pages;

    CodingSheetPages(StaffDoors doors, Pages pages) {
        this.doors = doors;
        this.pages = pages;
    }

    List<StaffRoute> routes() {
        String path = CodingPages.PATH + "/:coding/code";
        return List.of(
                StaffRoute.get(path, Permission.SEE_CASES, request -> sheet(request, 200, Map.of())),
                StaffRoute.post(path, Permission.SEE_CASES, this::code));
    }

    private CodingDesk desk() {
        return doors.panel().coding();
    }

    /** Fails with not found for whoever is no coder of it. */
    private Future<CodingRound> ofCoder(StaffRequest request) {
        return desk().find(request.path("coding"), Set.of(), request.account().name());
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
                .compose(round -> desk().coded(round)
                        .compose(coded -> next(request, left(request, coded), 0)
                                .compose(next -> read(request, next)
                                        .compose(written -> pages.show(
                                                request,
                                                status,
                                                "codingsheet",
                                                sheet(request, coded, next, errors))))));
    }

    /** The cases that are still to be coded; none for whoever has finished. */
    private static List<CaseNumber> left(StaffRequest request, Coded coded) {
        String coder = request.account().name();
        Map<CaseNumber, Integer> own = coded.own(coder);
        return coded.isFinished(coder)
                ? List.of()
                : coded.round().cases().stream()
                        .filter(number -> !own.containsKey(number))
                        .toList();
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

    private CodingViews.Sheet sheet(StaffRequest request, Coded coded, Next next, Map<String, String> errors) {
        Words words = request.words();
        CodingRound round = coded.round();
        String coder = request.account().name();
        List<CaseViews.Choice> themes = IntStream.range(0, round.themes().size())
                .mapToObj(i ->
                        new CaseViews.Choice(Integer.toString(i), round.themes().get(i), false))
                .toList();
        return new CodingViews.Sheet(
                CodingPages.PATH + "/" + round.id() + "/code",
                round.name(),
                words.say(
                        "coding.progress",
                        Map.of(
                                "done", coded.own(coder).size(),
                                "n", round.cases().size())),
                next.file().map(file -> file.number().text()).orElse(""),
                next.file().map(file -> doors.cases().type(file, words)).orElse(""),
                next.file().map(file -> file.petition().text()).orElse(""),
                themes,
                next.hidden() == 0 ? "" : words.say("coding.hidden", Map.of("n", next.hidden())),
                coded.isFinished(coder),
                errors);
    }

    private Future<StaffReply> code(StaffRequest request) {
        if (request.field("act").equals("finish")) {
            return finish(request);
        }
        CaseNumber number = CaseNumber.typed(request.field("number"))
                .orElseThrow(() -> Problem.notFound("case", request.field("number")));
        String theme = request.field("theme");
        Optional<Integer> chosen = theme.matches("[0-9]{1,2}") ? Optional.of(Integer.valueOf(theme)) : Optional.empty();
        return ofCoder(request)
                .compose(round -> readable(request, number)
                        .compose(file -> file.isEmpty()
                                ? Future.<Void>failedFuture(Problem.notFound("case", number.text()))
                                : desk().code(round, number, chosen, request.act(round.agency()))))
                .map(done -> back(request))
                .recover(failure -> failure instanceof Problem problem
                                && Set.of(Problem.Kind.INVALID, Problem.Kind.CONFLICT)
                                        .contains(problem.kind())
                        ? sheet(request, problem.kind().status(), CodingPages.said(doors, request, problem))
                        : Future.failedFuture(failure));
    }

    private static StaffReply back(StaffRequest request) {
        return new StaffReply.SeeOther(CodingPages.PATH + "/" + request.path("coding") + "/code");
    }

    /** Only when no case is left that she may read; else the next one is shown. */
    private Future<StaffReply> finish(StaffRequest request) {
        return ofCoder(request)
                .compose(round -> desk().coded(round)
                        .compose(coded -> next(request, left(request, coded), 0))
                        .compose(next -> next.file().isPresent()
                                ? Future.<Void>succeededFuture()
                                : desk().finish(round, request.act(round.agency()))))
                .map(done -> back(request));
    }
}
