package tw.minsheng.web.staff;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import tw.minsheng.kernel.Fault;
import tw.minsheng.kernel.Problem;
import tw.minsheng.petition.CaseFile;
import tw.minsheng.petition.CaseIntake;
import tw.minsheng.petition.State;
import tw.minsheng.petition.attach.Attachment;
import tw.minsheng.petition.attach.AttachmentDesk;
import tw.minsheng.petition.attach.Attachments;
import tw.minsheng.security.AuditEntry;
import tw.minsheng.security.Permission;
import tw.minsheng.web.FileSize;
import tw.minsheng.web.ShownFiles;

/** Files of a case: read by those who may read the case, added by those who work on it. Each reading is written down. */
final class CaseFiles {

    private static final String PATH = "/agency/cases/:case/attachments";
    private static final String FILES = "files";
    private static final String DROP = "drop_file";
    private static final String KEEP_PLACE = "keep_place";
    private static final Set<String> TOO_LARGE = Set.of("attachment.large", "attachment.total");
    private static final int KEY_BYTES = 16;

    private final StaffDoors doors;
    private final SecureRandom random;
    private final CasePages cases;

    CaseFiles(StaffDoors doors, StaffSetup setup, CasePages cases) {
        this.doors = doors;
        this.random = setup.random();
        this.cases = cases;
    }

    List<StaffRoute> routes() {
        return List.of(
                StaffRoute.get(PATH + "/:file", Permission.SEE_CASES, this::read),
                StaffRoute.upload(PATH, Permission.WORK_CASES, this::add),
                StaffRoute.post(PATH + "/:file/remove", Permission.WORK_CASES, this::remove));
    }

    private Future<StaffReply> read(StaffRequest request) {
        CaseFile file = request.caseFile();
        AttachmentDesk desk = doors.cases().files();
        AuditEntry line = AuditEntry.done(
                request.act(file.agency()), "case.attachment", file.number().text());
        return desk.find(file.number(), request.path("file"))
                .compose(found -> doors.security()
                        .audit()
                        .write(line)
                        .map(written -> new StaffReply.Attached(
                                found.kind().type(),
                                found.name(),
                                found.bytes(),
                                response -> send(response, desk.attachments(), found, 0))));
    }

    /** One piece after the other, at the pace of whoever reads. */
    private static Future<Void> send(HttpServerResponse response, Attachments files, Attachment file, int number) {
        if ((long) number * Attachments.PIECE >= file.bytes()) {
            return Future.succeededFuture();
        }
        return files.read(file.id(), number)
                .compose(piece -> response.write(Buffer.buffer(piece)))
                .compose(sent -> send(response, files, file, number + 1));
    }

    private Future<StaffReply> add(StaffRequest request) {
        CaseFile file = request.caseFile();
        AttachmentDesk desk = doors.cases().files();
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        String form =
                CaseIntake.filesOfStaff(Base64.getUrlEncoder().withoutPadding().encodeToString(key));
        if (file.state() == State.EXPIRED) {
            return Future.failedFuture(Problem.notFound("page", ""));
        }
        return desk.ofStaff(file.number())
                .compose(there -> desk.take(sending(request, form, there)))
                .compose(faults -> desk.waiting(form).compose(waiting -> {
                    if (!faults.isEmpty() || request.arrived(FILES).isEmpty()) {
                        List<Fault> all = faults.isEmpty() ? List.of(Fault.of("", "attachment.none")) : faults;
                        return Future.failedFuture(Problem.invalid("case.faults", said(all)));
                    }
                    if (waiting.isEmpty()) {
                        // sent twice: the case has them
                        return Future.succeededFuture(file);
                    }
                    return doors.cases().desk().attach(file, form, waiting.size(), request.act(file.agency()));
                }))
                .<StaffReply>map(written ->
                        new StaffReply.SeeOther("/agency/cases/" + file.number().text() + "?done=attach"))
                .recover(failure -> failure instanceof Problem problem
                        ? cases.again(request, problem)
                        : Future.failedFuture(failure));
    }

    /** A file that came to the wrong case, or tells more than it may; what is left is its line of the history. */
    private Future<StaffReply> remove(StaffRequest request) {
        CaseFile file = request.caseFile();
        return doors.cases()
                .files()
                .find(file.number(), request.path("file"))
                .map(found -> allowed(request, file, found))
                .compose(found -> doors.cases()
                        .desk()
                        .detach(
                                file,
                                found.id(),
                                found.name(),
                                AttachmentDesk.isOfPetitioner(found),
                                request.field("reason").strip(),
                                request.act(file.agency())))
                .<StaffReply>map(written ->
                        new StaffReply.SeeOther("/agency/cases/" + file.number().text() + "?done=detach"))
                .recover(failure -> failure instanceof Problem problem && problem.kind() == Problem.Kind.INVALID
                        ? cases.again(request, problem)
                        : Future.failedFuture(failure));
    }

    /** What she sent is her evidence: a head takes it out, nobody alone who works on it. */
    static boolean mayRemove(StaffRequest request, CaseFile file, Attachment found) {
        return !AttachmentDesk.isOfPetitioner(found) || CaseMoves.may(request, Permission.DECIDE_CASES, file);
    }

    private static Attachment allowed(StaffRequest request, CaseFile file, Attachment found) {
        if (!mayRemove(request, file, found)) {
            throw Problem.invalid("case.faults", List.of(Fault.of("", "attachment.of_petitioner")));
        }
        return found;
    }

    /** They belong to no form of the page. */
    private static List<Fault> said(List<Fault> faults) {
        return faults.stream()
                .map(fault -> new Fault("", fault.code(), fault.args()))
                .toList();
    }

    static AttachmentDesk.Sending sending(StaffRequest request, String form, List<Attachment> before) {
        return new AttachmentDesk.Sending(
                form,
                ShownFiles.read(request.fields(ShownFiles.FIELD)),
                Set.copyOf(request.fields(DROP)),
                request.arrived(FILES),
                !request.field(KEEP_PLACE).isEmpty(),
                before,
                request.account().name());
    }

    static int status(List<Fault> faults) {
        return faults.stream().anyMatch(fault -> TOO_LARGE.contains(fault.code())) ? 413 : 422;
    }

    /**
     * @param base address under which they are read, "" while they wait
     * @param removable whether this person may take it out of the case
     */
    static List<CaseViews.Attached> rows(
            Words words, String base, List<Attachment> files, Predicate<Attachment> removable) {
        return files.stream()
                .map(file -> new CaseViews.Attached(
                        file.id().toString(),
                        base.isEmpty() ? "" : base + "/attachments/" + file.id(),
                        file.name(),
                        FileSize.of(file.bytes()),
                        file.location() == Attachment.Location.NONE
                                ? ""
                                : words.say(
                                        "cases.files.place." + file.location().key()),
                        file.sha256(),
                        file.by().equals(CaseIntake.CITIZEN) ? words.say("cases.petitioner") : file.by(),
                        words.moment(file.at()),
                        removable.test(file)))
                .toList();
    }

    /**
     * The part of a form that takes files.
     *
     * @param waiting those that came before and are kept
     */
    static CaseViews.Attaching attaching(
            Words words, AttachmentDesk desk, List<Attachment> waiting, boolean keepPlace, String said) {
        return new CaseViews.Attaching(rows(words, "", waiting, file -> false), hint(words, desk), keepPlace, said);
    }

    private static String hint(Words words, AttachmentDesk desk) {
        Map<String, String> args = new LinkedHashMap<>();
        args.put("number", Integer.toString(desk.limits().number()));
        args.put("each", FileSize.of(desk.limits().fileBytes()));
        args.put("all", FileSize.of(desk.limits().caseBytes()));
        return words.say("cases.files.hint", args);
    }
}
