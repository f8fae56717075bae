package tw.minsheng.web.staff;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tw.minsheng.kernel.Act;
import tw.minsheng.kernel.Problem;
import tw.minsheng.kernel.Sha256;
import tw.minsheng.petition.CaseFile;
import tw.minsheng.petition.Redaction;
import tw.minsheng.security.AuditEntry;
import tw.minsheng.security.Permission;

/**
 * A head shows a case to the public in words of her own (公開案件), after a second look at what they may tell of somebody,
 * and takes it back.
 */
public final class BoardPages {

    private static final String PATH = "/agency/cases/:case/board";
    private static final String SUMMARY = "summary";

    private final StaffDoors doors;
    private final Pages pages;
    private final Redaction redaction = Redaction.shipped();

    BoardPages(StaffDoors doors, Pages pages) {
        this.doors = doors;
        this.pages = pages;
    }

    /**
     * A piece of the summary.
     *
     * @param kind in words what it may tell of somebody, "" when it is found to tell nothing
     */
    public record Piece(String text, String kind) {}

    /**
     * @param shown whether the public sees the case now
     * @param barred why nothing may be released, "" when it may
     * @param looked hash of the summary that is looked at a second time, "" before
     * @param pieces of that summary, with what was found
     * @param kinds that were found, in words
     */
    public record Board(
            String number,
            int revision,
            String text,
            String summary,
            boolean shown,
            String barred,
            String looked,
            List<Piece> pieces,
            Set<String> kinds,
            String done,
            Map<String, String> errors) {}

    List<StaffRoute> routes() {
        return List.of(
                StaffRoute.get(PATH, Permission.DECIDE_CASES, this::show),
                StaffRoute.post(PATH, Permission.DECIDE_CASES, this::change));
    }

    private Future<StaffReply> show(StaffRequest request) {
        String done = request.query("done");
        boolean known = Set.of("release", "withdraw").contains(done);
        CaseFile file = request.caseFile();
        AuditEntry read = AuditEntry.done(
                request.act(file.agency()), "case.read", file.number().text());
        return doors.security()
                .audit()
                .write(read)
                .compose(written -> doors.cases().board().summary(file.number()))
                .compose(summary -> page(
                        request,
                        200,
                        summary,
                        summary.orElse(""),
                        false,
                        known ? request.words().say("board.done." + done) : "",
                        Map.of()));
    }

    private Future<StaffReply> change(StaffRequest request) {
        String go = request.field("go");
        CaseFile file = request.caseFile();
        Act act = request.act(file.agency());
        String typed = request.field(SUMMARY).strip();
        Future<CaseFile> changed;
        if (!request.field("revision").equals(Integer.toString(file.revision()))) {
            changed = Future.failedFuture(Problem.of(
                    Problem.Kind.CONFLICT,
                    "case.changed",
                    Map.of("number", file.number().text())));
        } else if (go.equals("withdraw")) {
            // what is not shown needs no line in the history that it was taken back
            changed = doors.cases()
                    .board()
                    .summary(file.number())
                    .compose(shown -> shown.isPresent()
                            ? doors.cases().desk().unpublish(file, act)
                            : Future.succeededFuture(file));
        } else if (go.equals("release") && request.field("looked").equals(Sha256.hex(typed))) {
            changed = Future.succeededFuture()
                    .compose(ready -> doors.cases().desk().publish(file, typed, act));
        } else {
            // also what was changed after the look is looked at again
            return look(request, typed);
        }
        return changed.<StaffReply>map(written ->
                        new StaffReply.SeeOther("/agency/cases/" + file.number().text() + "/board?done=" + go))
                .recover(failure -> failure instanceof Problem problem
                        ? again(request, typed, problem)
                        : Future.failedFuture(failure));
    }

    private Future<StaffReply> look(StaffRequest request, String typed) {
        try {
            doors.cases().desk().requirePublishable(request.caseFile(), typed);
        } catch (Problem problem) {
            return again(request, typed, problem);
        }
        return doors.cases()
                .board()
                .summary(request.caseFile().number())
                .compose(before -> page(request, 200, before, typed, true, "", Map.of()));
    }

    private Future<StaffReply> again(StaffRequest request, String typed, Problem problem) {
        Map<String, String> errors = new LinkedHashMap<>();
        if (problem.kind() == Problem.Kind.CONFLICT) {
            errors.put(
                    "",
                    request.words()
                            .say(
                                    "cases.changed",
                                    Map.of("number", request.caseFile().number().text())));
        } else if (problem.kind() == Problem.Kind.INVALID) {
            problem.faults()
                    .forEach(fault -> errors.put(
                            fault.place(),
                            doors.cases().words().of(request.words().language(), fault)));
        } else {
            return Future.failedFuture(problem);
        }
        return doors.cases()
                .cases()
                .find(request.caseFile().number())
                .compose(newest -> doors.cases()
                        .board()
                        .summary(newest.number())
                        .compose(before -> page(
                                request.about(newest), problem.kind().status(), before, typed, false, "", errors)));
    }

    private Future<StaffReply> page(
            StaffRequest request,
            int status,
            Optional<String> before,
            String summary,
            boolean look,
            String done,
            Map<String, String> errors) {
        CaseFile file = request.caseFile();
        Words words = request.words();
        List<Redaction.Find> finds =
                look ? redaction.finds(summary, file.petition().contact()) : List.of();
        Set<String> kinds = new LinkedHashSet<>();
        finds.forEach(find -> kinds.add(word(words, find)));
        return pages.show(
                request,
                status,
                "board",
                new Board(
                        file.number().text(),
                        file.revision(),
                        file.petition().text(),
                        summary,
                        before.isPresent(),
                        file.isBarredFromPublic() ? words.say("board.barred") : "",
                        look ? Sha256.hex(summary) : "",
                        look ? pieces(words, summary, finds) : List.of(),
                        kinds,
                        done,
                        errors));
    }

    private static List<Piece> pieces(Words words, String summary, List<Redaction.Find> finds) {
        List<Piece> pieces = new ArrayList<>();
        int at = 0;
        for (Redaction.Find find : finds) {
            pieces.add(new Piece(summary.substring(at, find.from()), ""));
            pieces.add(new Piece(summary.substring(find.from(), find.to()), word(words, find)));
            at = find.to();
        }
        pieces.add(new Piece(summary.substring(at), ""));
        return pieces.stream().filter(piece -> !piece.text().isEmpty()).toList();
    }

    private static String word(Words words, Redaction.Find find) {
        return words.say("board.find." + find.kind().key());
    }
}
