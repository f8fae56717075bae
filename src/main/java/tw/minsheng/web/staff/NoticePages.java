package tw.minsheng.web.staff;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import tw.minsheng.kernel.Fault;
import tw.minsheng.kernel.Problem;
import tw.minsheng.notify.NoticeLog;
import tw.minsheng.petition.CaseFile;
import tw.minsheng.security.AuditEntry;
import tw.minsheng.security.Permission;
import tw.minsheng.security.Rights;

/** What petitioners are told: the notices that somebody still has to deliver, and each of them to read and to print. */
final class NoticePages {

    static final List<String> WAYS = List.of("letter", "phone", "counter", "unreachable");

    /** Which leave something behind by which they can be found again. */
    private static final Set<String> WRITTEN = Set.of("letter", "unreachable");

    private static final int ROWS = 100;
    private static final int MOST_LETTERS = 200;

    private final StaffDoors doors;
    private final Pages pages;

    NoticePages(StaffDoors doors, Pages pages) {
        this.doors = doors;
        this.pages = pages;
    }

    List<StaffRoute> routes() {
        return List.of(
                StaffRoute.get("/agency/notices", Permission.SEE_CASES, this::owed),
                StaffRoute.get("/agency/cases/:case/notices/:notice", Permission.SEE_CASES, this::show),
                StaffRoute.post("/agency/cases/:case/notices/:notice", Permission.WORK_CASES, this::deal));
    }

    private NoticeDoors notices() {
        return doors.cases().notices();
    }

    private Future<StaffReply> owed(StaffRequest request) {
        Set<String> reach = Rights.reach(request.account(), Permission.SEE_CASES, request.tree());
        return notices().log().owed(reach, notices().stuck(), 0, ROWS + 1).compose(found -> {
            List<NoticeViews.Row> rows =
                    found.stream().limit(ROWS).map(each -> row(request, each)).toList();
            String said =
                    found.size() > ROWS ? request.words().say("notices.more", Map.of("n", Integer.toString(ROWS))) : "";
            return pages.show(request, "notices", new NoticeViews.Listed(rows, noMail(request, notices()), said));
        });
    }

    /** What the pages say while no server takes mail, "" when one does. */
    static String noMail(StaffRequest request, NoticeDoors notices) {
        boolean stuck = notices.stuck().contains(tw.minsheng.notify.Channel.MAIL);
        return stuck ? request.words().say("notices.no_mail") : "";
    }

    NoticeViews.Row row(StaffRequest request, NoticeLog.Entry entry) {
        return row(request, notices(), entry);
    }

    static NoticeViews.Row row(StaffRequest request, NoticeDoors notices, NoticeLog.Entry entry) {
        Words words = request.words();
        boolean owed = notices.isOwed(entry);
        boolean sent = entry.state() == NoticeLog.State.SENT;
        String way = sent ? entry.way() : entry.notice().channel().key();
        return new NoticeViews.Row(
                "/agency/cases/" + entry.number() + "/notices/" + entry.id(),
                entry.number(),
                words.say("notices.kind." + entry.notice().kind().key()),
                words.say("notices.way." + way),
                words.say("notices.state." + entry.state().name().toLowerCase(java.util.Locale.ROOT)),
                owed ? "bad" : sent ? "good" : "open",
                words.moment(sent ? entry.sent() : entry.made()),
                entry.trouble());
    }

    private Future<NoticeLog.Entry> found(StaffRequest request) {
        String number = request.caseFile().number().text();
        String id = request.path("notice");
        Problem unknown = Problem.notFound("notice", id);
        if (!id.matches("[0-9]{1,18}")) {
            return Future.failedFuture(unknown);
        }
        return notices()
                .log()
                .find(number, Long.parseLong(id))
                .compose(entry -> entry.map(Future::succeededFuture).orElseGet(() -> Future.failedFuture(unknown)));
    }

    private Future<StaffReply> show(StaffRequest request) {
        return found(request).compose(entry -> page(request, 200, entry, Map.of()));
    }

    /** It holds what the petitioner is told, so that reading it is written down as reading the case. */
    private Future<StaffReply> page(
            StaffRequest request, int status, NoticeLog.Entry entry, Map<String, String> errors) {
        CaseFile file = request.caseFile();
        AuditEntry read = AuditEntry.done(
                request.act(file.agency()), "case.read", file.number().text());
        Words words = request.words();
        boolean may = CaseMoves.may(request, Permission.WORK_CASES, file);
        boolean owed = notices().isOwed(entry) && may;
        List<CaseViews.Choice> ways = new ArrayList<>();
        ways.add(new CaseViews.Choice("", words.say("cases.choose.channel"), false));
        WAYS.stream()
                .map(way -> new CaseViews.Choice(
                        way,
                        words.say("notices.way." + way),
                        request.field("way").equals(way)))
                .forEach(ways::add);
        NoticeViews.One one = new NoticeViews.One(
                row(request, entry),
                entry.notice().language().tag().startsWith("en") ? "en" : "zh-Hant-TW",
                notices().wording(entry),
                new ArrayList<>(facts(request, entry)),
                owed,
                owed && entry.state() == NoticeLog.State.FAILED,
                ways,
                request.field("reference"),
                errors);
        return doors.security().audit().write(read).compose(written -> pages.show(request, status, "notice", one));
    }

    private static List<CaseViews.Fact> facts(StaffRequest request, NoticeLog.Entry entry) {
        Words words = request.words();
        boolean sent = entry.state() == NoticeLog.State.SENT;
        return Stream.of(
                        new CaseViews.Fact(words.say("notices.made"), words.moment(entry.made())),
                        new CaseViews.Fact(words.say("notices.sent"), sent ? words.moment(entry.sent()) : ""),
                        new CaseViews.Fact(words.say("notices.by"), entry.by()),
                        new CaseViews.Fact(
                                words.say("notices.to"),
                                entry.state() == NoticeLog.State.VOID
                                        ? ""
                                        : entry.notice().address()),
                        new CaseViews.Fact(words.say("notices.reference"), entry.reference()),
                        new CaseViews.Fact(
                                words.say("notices.tries"), entry.tries() == 0 ? "" : words.number(entry.tries())),
                        new CaseViews.Fact(words.say("notices.trouble"), entry.trouble()))
                .filter(fact -> !fact.value().isEmpty())
                .toList();
    }

    private Future<StaffReply> deal(StaffRequest request) {
        return found(request).compose(entry -> switch (request.field("act")) {
            case "again" ->
                done(
                        request,
                        notices()
                                .log()
                                .again(entry, request.act(request.caseFile().agency())));
            case "handed" -> handed(request, entry);
            default -> Future.failedFuture(Problem.of(Problem.Kind.BAD_REQUEST, "request.bad"));
        });
    }

    private Future<StaffReply> handed(StaffRequest request, NoticeLog.Entry entry) {
        String way = request.field("way");
        String reference = request.field("reference").strip();
        List<Fault> faults = new ArrayList<>();
        if (reference.length() > MOST_LETTERS) {
            faults.add(StaffRequest.tooLong("reference", MOST_LETTERS));
        }
        if (!WAYS.contains(way)) {
            faults.add(Fault.of("way", "notice.way"));
        }
        if (reference.isEmpty() && WRITTEN.contains(way)) {
            faults.add(Fault.of("reference", "notice.document"));
        }
        if (!faults.isEmpty()) {
            Map<String, String> errors = new LinkedHashMap<>();
            faults.forEach(fault -> errors.put(
                    fault.place(), doors.cases().words().of(request.words().language(), fault)));
            return page(request, 422, entry, errors);
        }
        NoticeLog.Handed handed = new NoticeLog.Handed(way, reference, notices().wording(entry));
        return done(
                request,
                notices()
                        .log()
                        .handed(entry, handed, request.act(request.caseFile().agency())));
    }

    private static Future<StaffReply> done(StaffRequest request, Future<Void> written) {
        String number = request.caseFile().number().text();
        return written.map(new StaffReply.SeeOther("/agency/cases/" + number + "#notices"));
    }
}
