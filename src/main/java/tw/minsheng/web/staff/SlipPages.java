package tw.minsheng.web.staff;

import io.vertx.core.Future;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tw.minsheng.kernel.Fault;
import tw.minsheng.kernel.Problem;
import tw.minsheng.petition.CaseAccess;
import tw.minsheng.petition.CaseFile;
import tw.minsheng.petition.Origin;
import tw.minsheng.petition.QueryCode;
import tw.minsheng.petition.deadline.Deadline;
import tw.minsheng.petition.deadline.StepWords;
import tw.minsheng.security.AuditEntry;
import tw.minsheng.security.Permission;
import tw.minsheng.web.QrCode;

/** The receipt over the counter, and a new query code for a petitioner who has lost hers and shows who she is. */
final class SlipPages {

    /** By what a petitioner shows who she is, or for whom she comes. */
    static final List<String> PROOFS = List.of("identity_card", "health_card", "passport", "licence", "warrant");

    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{22}");

    private final StaffDoors doors;
    private final StaffSetup setup;
    private final Pages pages;
    private final CasePages cases;

    SlipPages(StaffDoors doors, StaffSetup setup, Pages pages, CasePages cases) {
        this.doors = doors;
        this.setup = setup;
        this.pages = pages;
        this.cases = cases;
    }

    List<StaffRoute> routes() {
        return List.of(
                StaffRoute.get("/agency/cases/:case/receipt", Permission.WORK_CASES, this::show),
                StaffRoute.post("/agency/cases/:case/code", Permission.WORK_CASES, this::giveCode));
    }

    /** With the code only for whoever has just keyed the case in: the key in the address is hers alone. */
    private Future<StaffReply> show(StaffRequest request) {
        CaseFile file = request.caseFile();
        String key = request.query("key");
        Future<Optional<QueryCode>> code = KEY.matcher(key).matches()
                ? doors.cases()
                        .intake()
                        .receiptOfStaff(key)
                        .map(receipt -> receipt.number().equals(file.number())
                                ? Optional.of(receipt.code())
                                : Optional.<QueryCode>empty())
                : Future.succeededFuture(Optional.empty());
        AuditEntry read = AuditEntry.done(
                request.act(file.agency()), "case.receipt", file.number().text());
        return doors.security()
                .audit()
                .write(read)
                .compose(written -> code.otherwise(Optional.empty()))
                .compose(known -> pages.show(request, "casereceipt", slip(request, file, known)));
    }

    private CaseViews.Slip slip(StaffRequest request, CaseFile file, Optional<QueryCode> code) {
        Words words = request.words();
        Deadline deadline = doors.cases().desk().deadline(file);
        boolean open = !file.state().isOver();
        return new CaseViews.Slip(
                file.number().text(),
                code.map(QueryCode::grouped).orElse(""),
                code.map(known -> qr(request, file, known)).stream().toList(),
                open ? CasePage.day(words, deadline) : "",
                open ? new StepWords(words.language()).of(deadline.steps()) : List.of(),
                file.locked(),
                another(file),
                "/agency/cases/" + file.number().text());
    }

    private QrCode qr(StaffRequest request, CaseFile file, QueryCode code) {
        String path = tw.minsheng.web.citizen.CasePages.SLIP
                + doors.cases().intake().slip(new CaseAccess(file.number(), code));
        return QrCode.of(request.absolute(setup.settings().publicUrl(), path));
    }

    private static String another(CaseFile file) {
        Origin origin = file.origin();
        if (!origin.isOfMeeting()) {
            return "";
        }
        return "/agency/cases/new?channel=meeting&meeting="
                + URLEncoder.encode(origin.meeting(), StandardCharsets.UTF_8) + "&day=" + origin.day() + "&received="
                + file.time().startedAt();
    }

    private Future<StaffReply> giveCode(StaffRequest request) {
        CaseFile file = request.caseFile();
        String proof = request.field("proof");
        if (!PROOFS.contains(proof)) {
            return cases.again(request, Problem.invalid("case.faults", List.of(Fault.of("proof", "keyed.proof"))));
        }
        if (!request.field("revision").equals(Integer.toString(file.revision()))) {
            return cases.again(request, Problem.of(Problem.Kind.CONFLICT, "case.changed"));
        }
        QueryCode code = QueryCode.random(setup.random());
        return doors.cases()
                .desk()
                .giveCode(file, code, proof, request.act(file.agency()))
                .compose(coded -> pages.show(request, "casereceipt", slip(request, coded, Optional.of(code))));
    }
}
