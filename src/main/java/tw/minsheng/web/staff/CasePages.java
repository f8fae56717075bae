package tw.minsheng.web.staff;

import io.vertx.core.Future;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tw.minsheng.kernel.Act;
import tw.minsheng.kernel.Fault;
import tw.minsheng.kernel.Problem;
import tw.minsheng.petition.CaseFile;
import tw.minsheng.petition.CaseNumber;
import tw.minsheng.petition.CaseStep;
import tw.minsheng.petition.Cases;
import tw.minsheng.petition.Duplicates;
import tw.minsheng.petition.Move;
import tw.minsheng.petition.Reply;
import tw.minsheng.petition.ReplyTemplate;
import tw.minsheng.petition.deadline.MergeKind;
import tw.minsheng.security.Account;
import tw.minsheng.security.AuditEntry;
import tw.minsheng.security.Permission;
import tw.minsheng.security.Rights;

/** One case (陳情案件): what was written, by when it has to be answered and why, its history, and what can be done now. */
final class CasePages {

    private final StaffDoors doors;
    private final Pages pages;

    CasePages(StaffDoors doors, Pages pages) {
        this.doors = doors;
        this.pages = pages;
    }

    List<StaffRoute> routes() {
        return List.of(
                StaffRoute.get("/agency/cases/:case", Permission.SEE_CASES, this::show),
                StaffRoute.post("/agency/cases/:case", Permission.WORK_CASES, this::work),
                StaffRoute.post("/agency/cases/:case/decide", Permission.DECIDE_CASES, this::decide));
    }

    private Future<StaffReply> show(StaffRequest request) {
        String done = request.query("done");
        boolean known =
                done.equals("attach") || done.equals("detach") || CaseMoves.isWork(done) || CaseMoves.isDecision(done);
        String said = known ? request.words().say("cases.done." + done) : "";
        return page(request, 200, Map.of(), said);
    }

    /** Whoever reads a case is written down before it is shown. */
    private Future<StaffReply> page(StaffRequest request, int status, Map<String, String> errors, String done) {
        CaseFile file = request.caseFile();
        AuditEntry read = AuditEntry.done(
                request.act(file.agency()), "case.read", file.number().text());
        return doors.security()
                .audit()
                .write(read)
                .compose(written -> doors.cases().cases().history(file.number()))
                .compose(history -> handlers(request, file)
                        .compose(handlers -> begun(request, file)
                                .compose(begun -> told(request)
                                        .compose(page -> pages.show(
                                                request,
                                                status,
                                                "case",
                                                page.of(
                                                        history,
                                                        new CaseForms(
                                                                request,
                                                                file,
                                                                history,
                                                                handlers,
                                                                isLate(file),
                                                                begun,
                                                                errors),
                                                        errors,
                                                        done))))));
    }

    /** The template with which the answer begins; of another agency it is none. */
    private Future<Reply> begun(StaffRequest request, CaseFile file) {
        String id = request.query("template");
        return id.matches("[1-9][0-9]{0,17}")
                ? doors.cases()
                        .templates()
                        .find(Long.parseLong(id), TemplatePages.usable(file, request.tree()))
                        .map(found -> found.filter(
                                        each -> each.isFor(file.petition().type()))
                                .map(ReplyTemplate::reply)
                                .orElse(Reply.NONE))
                : Future.succeededFuture(Reply.NONE);
    }

    /** Those with which an answer may begin, while one may be proposed. */
    private Future<List<ReplyTemplate>> templates(StaffRequest request, CaseFile file) {
        return CaseMoves.possible(request, file).contains("propose")
                ? doors.cases().templates().of(file, TemplatePages.usable(file, request.tree()))
                : Future.succeededFuture(List.of());
    }

    private boolean isLate(CaseFile file) {
        return CasePage.isOverdue(file, doors.cases().desk().deadline(file), doors.cases());
    }

    /** The page with what is stored beside the case. */
    private Future<CasePage> told(StaffRequest request) {
        CaseFile file = request.caseFile();
        Cases cases = doors.cases().cases();
        Set<String> reach = Rights.reach(request.account(), Permission.SEE_CASES, request.tree());
        String number = file.number().text();
        return cases.closings(file.number())
                .compose(closings -> cases.related(file, reach)
                        .compose(related -> likely(file, reach)
                                .compose(likely -> deputy(request, file)
                                        .compose(deputy -> doors.cases()
                                                .notices()
                                                .log()
                                                .of(number)
                                                .compose(notices -> doors.cases()
                                                        .files()
                                                        .of(file.number())
                                                        .compose(files -> templates(request, file)
                                                                .map(templates -> new CasePage(
                                                                        doors.cases(),
                                                                        request,
                                                                        file,
                                                                        closings,
                                                                        related,
                                                                        likely,
                                                                        deputy,
                                                                        notices,
                                                                        files,
                                                                        templates))))))));
    }

    /** Who stands in for the handler today, "" when she is there. */
    private Future<String> deputy(StaffRequest request, CaseFile file) {
        LocalDate today = doors.cases().desk().now().toLocalDate();
        return file.handler().isEmpty()
                ? Future.succeededFuture("")
                : doors.cases()
                        .places()
                        .deputies(Set.of(file.handler()), today)
                        .map(found -> found.stream()
                                .filter(each -> each.isThere(today))
                                .map(each -> request.words()
                                        .say(
                                                "cases.deputy",
                                                Map.of(
                                                        "name",
                                                        each.deputy(),
                                                        "day",
                                                        request.words().day(each.until()))))
                                .findFirst()
                                .orElse(""));
    }

    /** While something can be done about it. */
    private Future<List<Duplicates.Suggestion>> likely(CaseFile file, Set<String> reach) {
        return file.state().isOver()
                ? Future.succeededFuture(List.of())
                : doors.cases().desk().likely(file, reach);
    }

    /** Those who may be given the case: of its agency, of what stands under it, and of those above it. */
    private Future<List<Account>> handlers(StaffRequest request, CaseFile file) {
        Set<String> keys = new LinkedHashSet<>(request.tree().subtree(file.agency()));
        request.tree().subtree("").stream()
                .filter(key -> request.tree().isWithin(file.agency(), key))
                .forEach(keys::add);
        return doors.security()
                .accounts()
                .within(keys)
                .map(all -> all.stream()
                        .filter(account -> account.state() == Account.State.ACTIVE)
                        .filter(account -> Rights.has(account, Permission.WORK_CASES))
                        .toList());
    }

    private Future<StaffReply> work(StaffRequest request) {
        return act(request, CaseMoves.isWork(request.field("act")));
    }

    private Future<StaffReply> decide(StaffRequest request) {
        return act(request, CaseMoves.isDecision(request.field("act")));
    }

    private Future<StaffReply> act(StaffRequest request, boolean allowed) {
        if (!allowed) {
            return Future.failedFuture(Problem.of(Problem.Kind.BAD_REQUEST, "request.bad"));
        }
        return Future.succeededFuture(request.caseFile())
                .compose(file -> changed(request, file))
                .map(file -> after(request, file))
                .recover(failure -> failure instanceof Problem problem ? again(request, problem) : failed(failure));
    }

    private static Future<StaffReply> failed(Throwable failure) {
        return Future.failedFuture(failure);
    }

    private Future<CaseFile> changed(StaffRequest request, CaseFile file) {
        String act = request.field("act");
        Act by = request.act(file.agency());
        if (!request.field("revision").equals(Integer.toString(file.revision()))) {
            return Future.failedFuture(Problem.of(
                    Problem.Kind.CONFLICT,
                    "case.changed",
                    Map.of("number", file.number().text())));
        }
        CaseSteps steps = new CaseSteps(request, file, doors.cases().desk().now());
        if (act.equals(CaseMoves.NOTE)) {
            CaseSteps.Note note = steps.note();
            return doors.cases().desk().note(file, note.reason(), note.told(), by);
        }
        if (act.equals(CaseMoves.UNDO)) {
            return doors.cases().desk().undo(file, by);
        }
        if (act.equals(CaseMoves.LOCK) || act.equals(CaseMoves.UNLOCK)) {
            return doors.cases()
                    .desk()
                    .lock(
                            file,
                            act.equals(CaseMoves.LOCK),
                            request.field("reason").strip(),
                            by);
        }
        if (act.equals(CaseMoves.EXTEND)) {
            return doors.cases().desk().extend(file, steps.extension(), by);
        }
        if (act.equals(CaseMoves.OVERDUE)) {
            return doors.cases().desk().overdue(file, steps.overdue(), by);
        }
        Move move = Move.of(act).orElseThrow();
        if (move == Move.MERGE) {
            return merged(request, file, by);
        }
        if (move == Move.UNMERGE) {
            return unmerged(request, file, by);
        }
        CaseStep step =
                steps.step(move, doors.cases().rules(file), doors.cases().desk().secondReply(file));
        return isGivenToSomebody(request, file)
                .compose(checked -> doors.cases().desk().step(file, file.revision(), step, by));
    }

    /** A case that is not there and one that this person may not decide are told alike. */
    private Future<CaseFile> merged(StaffRequest request, CaseFile file, Act by) {
        Problem none = Problem.invalid("case.faults", List.of(Fault.of("parent", "case.parent")));
        MergeKind kind = MergeKind.of(request.field("kind")).orElse(MergeKind.NONE);
        return CaseNumber.typed(request.field("parent").strip())
                .map(number -> doors.cases().cases().find(number))
                .orElseGet(() -> Future.failedFuture(none))
                .recover(failure -> Future.failedFuture(StaffPages.isNotFound(failure) ? none : failure))
                .compose(parent -> CaseMoves.may(request, Permission.DECIDE_CASES, parent)
                        ? doors.cases().desk().merge(file, parent, kind, by)
                        : Future.failedFuture(none));
    }

    /** It changes both cases, so both have to be this person's to decide. */
    private Future<CaseFile> unmerged(StaffRequest request, CaseFile file, Act by) {
        return CaseNumber.typed(file.parent())
                .map(number -> doors.cases().cases().find(number))
                .orElseGet(() -> Future.failedFuture(Problem.notFound("case", file.parent())))
                .compose(parent -> CaseMoves.may(request, Permission.DECIDE_CASES, parent)
                        ? doors.cases()
                                .desk()
                                .unmerge(file, parent, request.field("reason").strip(), by)
                        : Future.failedFuture(
                                Problem.invalid("case.faults", List.of(Fault.of("reason", "case.parent_elsewhere")))));
    }

    /** Fails when the case would go to somebody who could not open it. */
    private Future<Void> isGivenToSomebody(StaffRequest request, CaseFile file) {
        String handler = request.field("handler").strip();
        String unit = request.field("unit").strip();
        if (handler.isEmpty()) {
            return Future.succeededFuture();
        }
        return handlers(request, file)
                .map(all -> all.stream()
                        .filter(account -> account.name().equals(handler))
                        .anyMatch(account ->
                                Rights.mayCase(account, Permission.WORK_CASES, file.agency(), unit, request.tree())))
                .compose(found -> found
                        ? Future.succeededFuture()
                        : Future.failedFuture(
                                Problem.invalid("case.faults", List.of(Fault.of("handler", "case.handler")))));
    }

    /** Back to the case, or to the list when it has gone out of reach. */
    private static StaffReply after(StaffRequest request, CaseFile file) {
        String base = "/agency/cases"
                + (CaseMoves.may(request, Permission.SEE_CASES, file)
                        ? "/" + file.number().text()
                        : "");
        return new StaffReply.SeeOther(base + "?done=" + request.field("act"));
    }

    /** The same page with what was typed: beside the fields what is wrong, or above all that somebody was faster. */
    Future<StaffReply> again(StaffRequest request, Problem problem) {
        if (problem.kind() == Problem.Kind.INVALID) {
            Map<String, String> errors = new LinkedHashMap<>();
            problem.faults()
                    .forEach(fault -> errors.put(
                            fault.place(),
                            doors.cases().words().of(request.words().language(), fault)));
            return page(request, CaseFiles.status(problem.faults()), errors, "");
        }
        if (problem.kind() != Problem.Kind.CONFLICT) {
            return Future.failedFuture(problem);
        }
        return doors.cases().cases().find(request.caseFile().number()).compose(newest -> {
            String said = request.words()
                    .say("cases.changed", Map.of("number", newest.number().text()));
            return CaseMoves.may(request, Permission.SEE_CASES, newest)
                    ? page(request.about(newest), 409, Map.of("", said), "")
                    : Future.failedFuture(problem);
        });
    }
}
