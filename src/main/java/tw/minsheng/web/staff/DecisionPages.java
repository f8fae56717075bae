package tw.minsheng.web.staff;

import io.vertx.core.Future;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tw.minsheng.collect.DataSet;
import tw.minsheng.collect.Wave;
import tw.minsheng.kernel.Fault;
import tw.minsheng.kernel.Problem;
import tw.minsheng.panel.Evidence;
import tw.minsheng.panel.ItemDecision;
import tw.minsheng.panel.PanelItem;
import tw.minsheng.report.ItemProposal;
import tw.minsheng.security.Permission;

/**
 * Decisions on items (IA4): the rules propose, a person confirms 保留／刪除／修正 with a reason that is kept for ever. Whoever reads
 * the report reads them, too.
 */
public final class DecisionPages {

    private static final String PATH = "/agency/surveys/:survey/decisions";

    private final StaffDoors doors;
    private final StaffSetup setup;
    private final Pages pages;

    DecisionPages(StaffDoors doors, StaffSetup setup, Pages pages) {
        this.doors = doors;
        this.setup = setup;
        this.pages = pages;
    }

    /**
     * One item.
     *
     * @param proposal in words, with its {@code tone}
     * @param decided the decision that counts, then those before it
     * @param choices none for whoever may only read
     */
    public record Row(
            String id,
            String text,
            String construct,
            String proposal,
            String tone,
            List<String> rules,
            List<PanelViews.Decided> decided,
            List<CaseViews.Choice> choices,
            String reason,
            String error) {}

    /**
     * @param set of the answers, {@code wave} of them, to go on with them
     * @param shown which answers these are, where there are several sets; "" elsewhere
     * @param computed whether any proposal was computed
     * @param log every decision about items of this survey, of experts' rounds too, the newest in front
     */
    public record Decisions(
            String base,
            String set,
            String wave,
            String shown,
            List<ResultPages.Choice> waves,
            boolean computed,
            List<Row> rows,
            List<PanelViews.Decided> log,
            String done,
            Map<String, String> errors) {}

    List<StaffRoute> routes() {
        return List.of(
                StaffRoute.get(PATH, Permission.SEE_REPORT, this::show),
                StaffRoute.post(PATH, Permission.DECIDE_ITEMS, this::decide),
                StaffRoute.get(PATH + ".csv", Permission.SEE_REPORT, this::file));
    }

    private static String base(StaffRequest request) {
        return "/agency/surveys/" + request.surveyId() + "/decisions";
    }

    private record Asked(SurveyReports.Selection selection, List<Wave> waves) {

        String set() {
            return selection.set().code();
        }
    }

    /** The wave and the set in the address or the form, else the newest wave and what the reliability page shows. */
    private Future<Asked> asked(StaffRequest request) {
        return ShownSets.of(request, doors, setup).compose(sets -> {
            String named = typed(request, "set");
            DataSet set = sets.stream()
                    .filter(each -> each.code().equals(named))
                    .findFirst()
                    .orElse(sets.get(0));
            return asked(request, set);
        });
    }

    private static String typed(StaffRequest request, String field) {
        return request.form().containsKey(field) ? request.field(field) : request.query(field);
    }

    private Future<Asked> asked(StaffRequest request, DataSet set) {
        String typed = typed(request, "wave");
        return doors.waves().of(request.surveyId(), set).map(waves -> {
            Optional<Wave> named =
                    waves.stream().filter(wave -> wave.code().equals(typed)).findFirst();
            if (!typed.isEmpty() && named.isEmpty()) {
                throw Problem.notFound("wave", typed);
            }
            String wave =
                    named.or(() -> waves.stream().findFirst()).map(Wave::code).orElse("");
            return new Asked(new SurveyReports.Selection(request.surveyId(), wave, set), waves);
        });
    }

    private Future<StaffReply> show(StaffRequest request) {
        String done = request.query("done").equals("decide") ? request.words().say("panel.done.decide") : "";
        return page(request, 200, Map.of(), done);
    }

    private Future<StaffReply> page(StaffRequest request, int status, Map<String, String> errors, String done) {
        return asked(request)
                .compose(asked -> doors.reports()
                        .proposals(asked.selection(), request.words().language())
                        .compose(proposals -> doors.panel()
                                .desk()
                                .evidence(request.surveyId())
                                .map(evidence -> evidence.ofSet(asked.set()))
                                .compose(evidence -> pages.show(
                                        request,
                                        status,
                                        "decisions",
                                        view(request, asked, proposals, evidence, errors, done)))));
    }

    private static Decisions view(
            StaffRequest request,
            Asked asked,
            List<ItemProposal> proposals,
            Evidence evidence,
            Map<String, String> errors,
            String done) {
        DecisionWords decisions = new DecisionWords(request.words());
        String wave = asked.selection().wave();
        return new Decisions(
                base(request),
                asked.set(),
                wave,
                asked.selection().set() == DataSet.LIVE ? "" : request.words().say("set." + asked.set()),
                waves(request, asked),
                proposals.stream().anyMatch(each -> !each.proposal().isEmpty()),
                proposals.stream()
                        .map(each -> row(request, decisions, each, wave, evidence, errors))
                        .toList(),
                evidence.decisions().stream()
                        .map(each -> decisions.decided(each, text(request, evidence, each.item())))
                        .toList(),
                done,
                errors);
    }

    private static List<ResultPages.Choice> waves(StaffRequest request, Asked asked) {
        if (asked.waves().size() < 2) {
            return List.of();
        }
        return asked.waves().stream()
                .map(wave -> new ResultPages.Choice(
                        request.words().say("wave.named", Map.of("wave", wave.code())),
                        base(request) + "?set=" + asked.set() + "&wave=" + wave.code(),
                        wave.code().equals(asked.selection().wave())))
                .toList();
    }

    private static Row row(
            StaffRequest request,
            DecisionWords decisions,
            ItemProposal proposal,
            String wave,
            Evidence evidence,
            Map<String, String> errors) {
        Words words = request.words();
        boolean sent = request.field("item").equals(proposal.item()) && !errors.isEmpty();
        List<PanelViews.Decided> decided = evidence.decisions().stream()
                .filter(each -> each.basis() == ItemDecision.Basis.ANALYSIS
                        && each.stand().equals(wave)
                        && each.item().equals(proposal.item()))
                .map(each -> decisions.decided(each, ""))
                .toList();
        String key = proposal.proposal().isEmpty() ? "none" : proposal.proposal();
        return new Row(
                proposal.item(),
                proposal.label(),
                proposal.construct(),
                words.say("decision.proposal." + key),
                key.equals("delete") ? "bad" : key.equals("keep") ? "good" : "open",
                proposal.grounds(),
                decided,
                PanelPages.may(request) ? decisions.choices(sent ? request.field("choice") : "") : List.of(),
                sent ? request.field("reason") : "",
                sent ? String.join(" ", errors.values()) : "");
    }

    /** The words of an item: of the survey as it stands, else as the experts saw it, else its id. */
    private static String text(StaffRequest request, Evidence evidence, String item) {
        return request.survey()
                .newest()
                .survey()
                .variable(item)
                .map(variable -> variable.label())
                .or(() -> evidence.rounds().stream()
                        .flatMap(round -> round.round().item(item).map(PanelItem::text).stream())
                        .findFirst())
                .map(request.words()::text)
                .orElse(item);
    }

    private Future<StaffReply> decide(StaffRequest request) {
        return asked(request)
                .compose(asked -> doors.reports()
                        .proposals(asked.selection(), request.words().language())
                        .compose(proposals -> decide(request, asked, proposals)))
                .recover(failure -> failure instanceof Problem problem && problem.kind() == Problem.Kind.INVALID
                        ? page(request, 422, said(request, problem), "")
                        : Future.failedFuture(failure));
    }

    private Future<StaffReply> decide(StaffRequest request, Asked asked, List<ItemProposal> proposals) {
        ItemProposal proposal = proposals.stream()
                .filter(each -> each.item().equals(request.field("item")))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("item", request.field("item")));
        ItemDecision.Choice choice = ItemDecision.Choice.of(request.field("choice"))
                .orElseThrow(() -> Problem.invalid("panel.faults", List.of(Fault.of("choice", "panel.fault.choice"))));
        String wave = asked.selection().wave();
        ItemDecision decision = new ItemDecision(
                request.surveyId(),
                request.survey().newest().survey().version().toString(),
                ItemDecision.Basis.ANALYSIS,
                ItemDecision.stand(asked.set(), wave),
                proposal.item(),
                proposal.proposal(),
                proposal.grounds(),
                choice,
                request.field("reason").strip(),
                request.account().name(),
                request.now());
        return doors.panel()
                .desk()
                .decide(decision, request.actOnSurvey())
                .map(new StaffReply.SeeOther(base(request) + "?done=decide&set=" + asked.set() + "&wave=" + wave
                        + "#item-" + proposal.item()));
    }

    private Map<String, String> said(StaffRequest request, Problem problem) {
        Map<String, String> said = new LinkedHashMap<>();
        problem.faults()
                .forEach(fault -> said.put(
                        PanelPages.place(request, fault),
                        doors.panel().words().of(request.words().language(), fault)));
        return said;
    }

    private Future<StaffReply> file(StaffRequest request) {
        return doors.panel()
                .desk()
                .decisions(request.surveyId())
                .map(all -> StaffReply.csv(
                        request.surveyId() + "-decisions.csv",
                        List.of(
                                "at",
                                "actor",
                                "version",
                                "basis",
                                "stand",
                                "item",
                                "proposal",
                                "rules",
                                "decision",
                                "reason"),
                        csv -> all.forEach(each -> csv.text(each.at().toString())
                                .text(each.actor())
                                .text(each.version())
                                .text(each.basis().key())
                                .text(each.stand())
                                .text(each.item())
                                .text(each.proposal())
                                .text(String.join("；", each.rules()))
                                .text(each.choice().key())
                                .text(each.reason())
                                .endRow())));
    }
}
