package tw.minsheng.web.staff;

import io.vertx.core.Future;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tw.minsheng.kernel.Fault;
import tw.minsheng.kernel.Language;
import tw.minsheng.kernel.Problem;
import tw.minsheng.panel.Evidence;
import tw.minsheng.panel.Expert;
import tw.minsheng.panel.ItemDecision;
import tw.minsheng.panel.PanelDesk;
import tw.minsheng.panel.PanelItem;
import tw.minsheng.panel.PanelRound;
import tw.minsheng.panel.Seat;
import tw.minsheng.report.ItemProposal;
import tw.minsheng.report.ResultTable;
import tw.minsheng.report.expert.ContentProposal;
import tw.minsheng.report.expert.PanelTables;
import tw.minsheng.security.AuditEntry;
import tw.minsheng.security.Permission;
import tw.minsheng.security.Rights;
import tw.minsheng.survey.Survey;
import tw.minsheng.web.TypedDay;

/**
 * 專家效度: an analyst opens rounds, asks experts and decides about items; whoever reads the report sees the list of experts, the
 * figures, the comments without names, and the decisions. What each expert said is for the analyst alone.
 */
public final class PanelPages {

    static final String PATH = "/agency/surveys/:survey/panel";
    private static final int USUAL_DAYS = 14;

    private final StaffDoors doors;
    private final StaffSetup setup;
    private final Pages pages;

    PanelPages(StaffDoors doors, StaffSetup setup, Pages pages) {
        this.doors = doors;
        this.setup = setup;
        this.pages = pages;
    }

    List<StaffRoute> routes() {
        return List.of(
                StaffRoute.get(PATH, Permission.SEE_REPORT, request -> rounds(request, 200, Map.of())),
                StaffRoute.post(PATH, Permission.DECIDE_ITEMS, this::open),
                StaffRoute.get(PATH + "/:round", Permission.SEE_REPORT, this::show),
                StaffRoute.post(PATH + "/:round", Permission.DECIDE_ITEMS, this::change),
                StaffRoute.get(PATH + "/:round/items.csv", Permission.SEE_REPORT, this::itemFile),
                StaffRoute.get(PATH + "/:round/ratings", Permission.SEE_RATINGS, this::ratings),
                StaffRoute.get(PATH + "/:round/ratings.csv", Permission.SEE_RATINGS, this::ratingFile));
    }

    private PanelDesk desk() {
        return doors.panel().desk();
    }

    static String base(StaffRequest request) {
        return "/agency/surveys/" + request.surveyId() + "/panel";
    }

    static boolean may(StaffRequest request) {
        return Rights.has(request.account(), Permission.DECIDE_ITEMS);
    }

    private Future<StaffReply> rounds(StaffRequest request, int status, Map<String, String> errors) {
        return desk().evidence(request.surveyId())
                .compose(evidence -> pages.show(
                        request,
                        status,
                        "panel",
                        new PanelWords(request).rounds(base(request), evidence, usual(request), errors)));
    }

    private static String usual(StaffRequest request) {
        String typed = request.field("last");
        return typed.isEmpty()
                ? LocalDate.ofInstant(request.now(), request.words().zone())
                        .plusDays(USUAL_DAYS)
                        .toString()
                : typed;
    }

    /** The end of the last day; fails with {@code panel.faults} for what is no day. */
    private static Future<Instant> end(StaffRequest request) {
        try {
            return Future.succeededFuture(TypedDay.parse(request.field("last").strip())
                    .plusDays(1)
                    .atStartOfDay(request.words().zone())
                    .toInstant());
        } catch (DateTimeException noDay) {
            return Future.failedFuture(
                    Problem.invalid("panel.faults", List.of(Fault.of("last", "panel.fault.no_day"))));
        }
    }

    private static PanelRound asked(StaffRequest request, Instant closes) {
        Survey survey = request.survey().newest().survey();
        return new PanelRound(
                0,
                survey.id(),
                survey.version().toString(),
                0,
                new PanelRound.Asker(
                        survey.title(),
                        survey.privacy().notice().agency(),
                        survey.owner().contact(),
                        survey.owner().phone()),
                request.field("essential").equals("1"),
                request.account().name(),
                request.now(),
                closes,
                PanelItem.of(survey));
    }

    private Future<StaffReply> open(StaffRequest request) {
        return end(request)
                .compose(closes -> desk().open(asked(request, closes), request.actOnSurvey()))
                .map(opened -> (StaffReply) new StaffReply.SeeOther(base(request) + "/" + opened.id()))
                .recover(failure -> said(doors, request, failure)
                        .map(errors -> rounds(request, status(failure), errors))
                        .orElseGet(() -> Future.failedFuture(failure)));
    }

    static int status(Throwable failure) {
        return failure instanceof Problem problem ? problem.kind().status() : 500;
    }

    /** The faults of a refused form in words, by field; empty when it failed for another reason. */
    static Optional<Map<String, String>> said(StaffDoors doors, StaffRequest request, Throwable failure) {
        if (!(failure instanceof Problem problem)
                || !Set.of(Problem.Kind.INVALID, Problem.Kind.CONFLICT).contains(problem.kind())) {
            return Optional.empty();
        }
        Map<String, String> said = new LinkedHashMap<>();
        for (Fault fault : problem.faults()) {
            said.put(
                    place(request, fault),
                    doors.panel().words().of(request.words().language(), fault));
        }
        if (said.isEmpty()) {
            said.put("", doors.panel().words().of(request.words().language(), problem));
        }
        return Optional.of(said);
    }

    /** The field of a fault; those of decisions carry the item in their names, because a page has many such forms. */
    static String place(StaffRequest request, Fault fault) {
        boolean decides = fault.place().equals("reason") || fault.place().equals("choice");
        return decides ? fault.place() + "-" + request.field("item") : fault.place();
    }

    /** A round of this survey with all that is known of it. */
    private record Known(Evidence evidence, Evidence.Round round) {}

    private Future<Known> known(StaffRequest request) {
        return desk().evidence(request.surveyId())
                .map(evidence -> new Known(
                        evidence,
                        evidence.rounds().stream()
                                .filter(each -> Long.toString(each.round().id()).equals(request.path("round")))
                                .findFirst()
                                .orElseThrow(() -> Problem.notFound("panel", request.path("round")))));
    }

    private Future<StaffReply> show(StaffRequest request) {
        String done = request.query("done");
        boolean told = List.of("until", "close", "edit", "withdraw", "decide").contains(done);
        return page(request, 200, Map.of(), told ? request.words().say("panel.done." + done) : "");
    }

    private Future<StaffReply> page(StaffRequest request, int status, Map<String, String> errors, String done) {
        return known(request)
                .compose(known -> pages.show(
                        request,
                        status,
                        "panelround",
                        new PanelWords(request).round(base(request), known.evidence(), known.round(), errors, done)));
    }

    private Future<StaffReply> change(StaffRequest request) {
        return known(request)
                .compose(known -> switch (request.field("act")) {
                    case "add" -> add(request, known.round().round());
                    case "renew" -> renew(request, known.round());
                    case "until" ->
                        end(request)
                                .compose(closes -> desk().until(known.round().round(), closes, request.actOnSurvey()))
                                .map(back(request, "until"));
                    case "close" ->
                        desk().close(known.round().round(), request.actOnSurvey())
                                .map(back(request, "close"));
                    case "decide" -> decide(request, known.round());
                    default -> Future.<StaffReply>failedFuture(Problem.of(Problem.Kind.BAD_REQUEST, "request.bad"));
                })
                .recover(failure -> said(doors, request, failure)
                        .map(errors -> page(request, status(failure), errors, ""))
                        .orElseGet(() -> Future.failedFuture(failure)));
    }

    private static StaffReply back(StaffRequest request, String done) {
        String item = request.field("item").matches("[a-z0-9_]{1,64}") ? "#item-" + request.field("item") : "";
        return new StaffReply.SeeOther(base(request) + "/" + request.path("round") + "?done=" + done + item);
    }

    private static long expert(StaffRequest request) {
        String id = request.field("expert");
        return id.matches("[0-9]{1,18}") ? Long.parseLong(id) : 0;
    }

    private Future<StaffReply> add(StaffRequest request, PanelRound round) {
        Expert expert = Expert.asked(request.field("name"), request.field("affiliation"), request.field("email"));
        return desk().add(round, expert, facts(request, round, expert.name()), request.actOnSurvey())
                .compose(path -> link(request, round, expert, path));
    }

    private Future<StaffReply> renew(StaffRequest request, Evidence.Round round) {
        Expert expert = round.seats().stream()
                .map(Seat::expert)
                .filter(each -> each.id() == expert(request))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("expert", request.field("expert")));
        Map<String, String> facts = facts(request, round.round(), expert.name());
        return desk().renew(round.round(), expert.id(), facts, request.actOnSurvey())
                .compose(path -> link(request, round.round(), expert, path));
    }

    /** What her mail says; in Chinese, as nobody knows yet which language she reads. */
    private static Map<String, String> facts(StaffRequest request, PanelRound round, String name) {
        Words words = new Words(Language.ZH_TW, request.words().zone());
        PanelRound.Asker asker = round.asker();
        return Map.of(
                "name", name,
                "title", words.text(asker.title()),
                "agency", words.text(asker.agency()),
                "n", Integer.toString(round.items().size()),
                "until", words.day(lastDay(round, words)),
                "ask", asker.phone() + " " + asker.contact());
    }

    private static LocalDate lastDay(PanelRound round, Words words) {
        return LocalDate.ofInstant(round.closes().minusNanos(1), words.zone());
    }

    private Future<StaffReply> link(StaffRequest request, PanelRound round, Expert expert, String path) {
        Words words = request.words();
        String address = request.absolute(setup.settings().publicUrl(), path);
        String letter = words.say(
                "panel.letter",
                Map.of(
                        "name", expert.name(),
                        "title", words.text(round.asker().title()),
                        "agency", words.text(round.asker().agency()),
                        "n", round.items().size(),
                        "last", words.day(lastDay(round, words)),
                        "address", address,
                        "contact", round.asker().contact()));
        return pages.show(
                request,
                "panellink",
                new PanelViews.Link(
                        base(request) + "/" + round.id(), expert.name(), address, letter, mailed(words, expert)));
    }

    /** Whether her address gets the link, too; "" where she has none. */
    private String mailed(Words words, Expert expert) {
        String key = desk().mails() ? "panel.link.mailed" : "panel.link.unmailed";
        return expert.email().isEmpty() ? "" : words.say(key, Map.of("email", expert.email()));
    }

    private Future<StaffReply> decide(StaffRequest request, Evidence.Round shown) {
        PanelRound round = shown.round();
        PanelItem item =
                round.item(request.field("item")).orElseThrow(() -> Problem.notFound("item", request.field("item")));
        ItemDecision.Choice choice = ItemDecision.Choice.of(request.field("choice"))
                .orElseThrow(() -> Problem.invalid("panel.faults", List.of(Fault.of("choice", "panel.fault.choice"))));
        ItemProposal proposal =
                ContentProposal.of(shown, item.id(), request.words().language());
        ItemDecision decision = new ItemDecision(
                round.survey(),
                round.version(),
                ItemDecision.Basis.PANEL,
                Integer.toString(round.number()),
                item.id(),
                proposal.proposal(),
                proposal.rules(),
                choice,
                request.field("reason").strip(),
                request.account().name(),
                request.now());
        return desk().decide(decision, request.actOnSurvey()).map(back(request, "decide"));
    }

    private Future<StaffReply> itemFile(StaffRequest request) {
        return known(request)
                .map(known -> file(
                        request,
                        known.round(),
                        "items",
                        PanelTables.items(
                                known.round().figures(), request.words().language())));
    }

    private static StaffReply file(StaffRequest request, Evidence.Round round, String what, ResultTable table) {
        String name = request.surveyId() + "-panel-" + round.round().number() + "-" + what + ".csv";
        return StaffReply.csv(
                name,
                table.columns(),
                csv -> table.rows().forEach(row -> {
                    row.forEach(entry -> entry.to(csv));
                    csv.endRow();
                }));
    }

    private Future<Known> audited(StaffRequest request, String what) {
        return known(request)
                .compose(known -> doors.security()
                        .audit()
                        .write(AuditEntry.done(
                                request.actOnSurvey(),
                                what,
                                request.surveyId() + " " + known.round().round().number()))
                        .map(known));
    }

    private Future<StaffReply> ratingFile(StaffRequest request) {
        return audited(request, "panel.export")
                .map(known -> file(request, known.round(), "ratings", PanelTables.ratings(known.round())));
    }

    private Future<StaffReply> ratings(StaffRequest request) {
        return audited(request, "panel.read").compose(known -> {
            Evidence.Round round = known.round();
            Words words = request.words();
            List<PanelViews.Compared> rows = new ArrayList<>();
            for (PanelItem item : round.round().items()) {
                Stream<String> cells = round.counted().stream()
                        .map(seat -> seat.sheet().of(item.id()))
                        .map(rating -> rating.isRated() ? Integer.toString(rating.relevance()) : "—");
                rows.add(new PanelViews.Compared(words.text(item.text()), cells.toList()));
            }
            return pages.show(
                    request,
                    "panelratings",
                    new PanelViews.Ratings(
                            base(request) + "/" + round.round().id(),
                            words.say("panel.round", Map.of("n", round.round().number())),
                            base(request) + "/" + round.round().id() + "/ratings.csv",
                            round.counted().stream()
                                    .map(seat -> seat.expert().name())
                                    .toList(),
                            rows));
        });
    }
}
