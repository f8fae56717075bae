package tw.minsheng.web.staff;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tw.minsheng.kernel.Fault;
import tw.minsheng.kernel.Problem;
import tw.minsheng.petition.CaseFile;
import tw.minsheng.petition.CaseNumber;
import tw.minsheng.petition.CaseStep;
import tw.minsheng.petition.Move;
import tw.minsheng.security.Account;
import tw.minsheng.security.Permission;
import tw.minsheng.security.Rights;

/** Gives the cases that were ticked in the list to one unit: all or none. */
final class CaseBulk {

    /** More than one page of the list shows. */
    private static final int MOST = 100;

    private final StaffDoors doors;

    CaseBulk(StaffDoors doors) {
        this.doors = doors;
    }

    /** What stands in the box of a row: the case as it was seen; "" where it cannot be assigned. */
    static String pick(StaffRequest request, CaseFile file) {
        boolean can = Move.ASSIGN.isPossibleFrom(file.state()) && CaseMoves.may(request, Permission.WORK_CASES, file);
        return can ? file.number().text() + ":" + file.revision() : "";
    }

    /** Those who may be given cases of one's own agencies. */
    Future<List<Account>> handlers(StaffRequest request) {
        Set<String> reach = Rights.reach(request.account(), Permission.WORK_CASES, request.tree());
        return doors.security()
                .accounts()
                .within(new LinkedHashSet<>(reach))
                .map(all -> all.stream()
                        .filter(account -> account.state() == Account.State.ACTIVE)
                        .filter(account -> Rights.has(account, Permission.WORK_CASES))
                        .toList());
    }

    /** @return the number of cases; fails with {@code case.faults} or with {@code case.changed} and the number of the case */
    Future<Integer> assign(StaffRequest request) {
        List<String> picked = request.fields("case");
        CaseStep.Assign step = new CaseStep.Assign(
                request.field("unit").strip(), request.field("handler").strip());
        if (picked.isEmpty() || picked.size() > MOST) {
            return Future.failedFuture(Problem.invalid("case.faults", List.of(Fault.of("case", "case.picked"))));
        }
        return handlers(request)
                .compose(handlers -> found(request, picked)
                        .map(files -> {
                            files.forEach(file -> check(request, file, step, handlers));
                            return files;
                        })
                        .compose(files -> doors.cases().desk().assign(files, step, request::act))
                        .map(List::size));
    }

    private Future<List<CaseFile>> found(StaffRequest request, List<String> picked) {
        Future<List<CaseFile>> all = Future.succeededFuture(new ArrayList<>());
        for (String each : picked) {
            all = all.compose(before -> found(request, each).map(file -> {
                before.add(file);
                return before;
            }));
        }
        return all;
    }

    /** A case out of reach and one that is not there fail alike. */
    private Future<CaseFile> found(StaffRequest request, String pick) {
        String[] parts = pick.split(":", 2);
        Problem none = Problem.notFound("case", parts[0]);
        return CaseNumber.typed(parts[0])
                .map(number -> doors.cases().cases().find(number))
                .orElseGet(() -> Future.failedFuture(none))
                .map(file -> {
                    if (!CaseMoves.may(request, Permission.WORK_CASES, file)) {
                        throw none;
                    }
                    if (parts.length < 2 || !parts[1].equals(Integer.toString(file.revision()))) {
                        throw Problem.of(Problem.Kind.CONFLICT, "case.changed", Map.of("number", parts[0]));
                    }
                    return file;
                });
    }

    private static void check(StaffRequest request, CaseFile file, CaseStep.Assign step, List<Account> handlers) {
        if (!request.tree().subtree(file.agency()).contains(step.unit())) {
            throw Problem.invalid("case.faults", List.of(Fault.of("unit", "case.unit")));
        }
        boolean known = step.handler().isEmpty()
                || handlers.stream()
                        .filter(account -> account.name().equals(step.handler()))
                        .anyMatch(account -> Rights.mayCase(
                                account, Permission.WORK_CASES, file.agency(), step.unit(), request.tree()));
        if (!known) {
            throw Problem.invalid("case.faults", List.of(Fault.of("handler", "case.handler")));
        }
    }
}
