package tw.minsheng.web.staff;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tw.minsheng.petition.CaseEvent;
import tw.minsheng.petition.CaseFile;
import tw.minsheng.petition.DeclineGround;
import tw.minsheng.petition.Outcome;
import tw.minsheng.petition.Reply;
import tw.minsheng.petition.deadline.Basis;
import tw.minsheng.petition.deadline.Extension;
import tw.minsheng.petition.deadline.MergeKind;
import tw.minsheng.petition.deadline.PhoneCall;
import tw.minsheng.security.Account;

/**
 * The forms of a case page, with what was typed into the one that was sent.
 *
 * @param handlers who may be chosen
 * @param late whether the case is overdue
 * @param begun the template that was asked for, {@link Reply#NONE} for none
 * @param errors in words, by field of the form that was sent
 */
record CaseForms(
        StaffRequest request,
        CaseFile file,
        List<CaseEvent> history,
        List<Account> handlers,
        boolean late,
        Reply begun,
        Map<String, String> errors) {

    CaseForms {
        history = List.copyOf(history);
        handlers = List.copyOf(handlers);
        errors = Map.copyOf(errors);
    }

    /** The form that was sent, "" when the page was only asked for. */
    String sent() {
        return request.field("act");
    }

    List<CaseViews.Form> all() {
        return CaseMoves.possible(request, file, history, late).stream()
                .map(this::form)
                .toList();
    }

    static String id(String act, String field) {
        return field.isEmpty() ? "" : act + "-" + field;
    }

    private CaseViews.Form form(String act) {
        String base = "/agency/cases/" + file.number().text();
        boolean mine = act.equals(sent());
        return new CaseViews.Form(
                base + tail(act),
                act,
                say("cases.do." + act),
                say("cases.do." + act + ".text"),
                fields(act),
                (mine && !errors.isEmpty())
                        || (act.equals("merge") && !asked().isEmpty())
                        || (act.equals("propose") && !begun.text().isEmpty()),
                act.equals("decline") || act.equals("withdraw") || act.equals("transfer"));
    }

    private static String tail(String act) {
        if (act.equals(CaseMoves.CODE)) {
            return "/code";
        }
        return CaseMoves.isDecision(act) ? "/decide" : "";
    }

    private List<CaseViews.Field> fields(String act) {
        return switch (act) {
            case "assign" -> List.of(units(act), people(act));
            case "reassign" -> List.of(units(act), people(act), field(act, "siteVisit", "check"), area(act, "reason"));
            case "ask" -> List.of(area(act, "question"), channels(act));
            case "resume" -> List.of(area(act, "answer"), area(act, "reason"));
            case "propose" -> reply(act);
            case "merge" ->
                List.of(field(act, "parent", "text", value(act, "parent", asked()), List.of()), mergeKinds(act));
            case "follow" -> List.of(area(act, "promise"));
            case "release" -> List.of(area(act, "told"));
            case "withdraw", "send_back", "unmerge", "reopen", CaseMoves.LOCK, CaseMoves.UNLOCK ->
                List.of(area(act, "reason"));
            case CaseMoves.CODE -> List.of(proofs(act));
            case "transfer" -> List.of(field(act, "to", "text"), area(act, "told"), area(act, "remedies"));
            case "decline" -> List.of(grounds(act), area(act, "told"));
            case CaseMoves.EXTEND -> extension(act);
            case CaseMoves.OVERDUE ->
                List.of(area(act, "reason"), area(act, "progress"), field(act, "expected", "date"), calls(act));
            case CaseMoves.NOTE -> List.of(area(act, "reason"), area(act, "told"));
            default -> List.of();
        };
    }

    private List<CaseViews.Field> extension(String act) {
        List<CaseViews.Field> fields = new ArrayList<>();
        fields.add(field(act, "until", "date"));
        if (file.time().limit().basis() == Basis.HOUR) {
            fields.add(field(act, "untilTime", "time"));
        }
        fields.add(area(act, "reason"));
        fields.add(area(act, "progress"));
        fields.add(select(
                act,
                "approver",
                Arrays.stream(Extension.Approver.values())
                        .map(each -> choice(act, "approver", each.key(), say("cases.approver." + each.key())))));
        fields.add(channels(act));
        fields.add(field(act, "document", "text"));
        return fields;
    }

    private CaseViews.Field calls(String act) {
        return select(
                act,
                "called",
                Arrays.stream(PhoneCall.Result.values())
                        .map(each -> choice(act, "called", each.key(), say("cases.called." + each.key()))));
    }

    private CaseViews.Field units(String act) {
        Stream<CaseViews.Choice> units = request.tree().subtree(file.agency()).stream()
                .map(key -> choice(act, "unit", key, Shells.agencyName(request.tree(), key, request.words())));
        return select(act, "unit", units);
    }

    private CaseViews.Field people(String act) {
        Stream<CaseViews.Choice> people =
                handlers.stream().map(Account::name).map(name -> choice(act, "handler", name, name));
        return select(act, "handler", people);
    }

    private CaseViews.Field channels(String act) {
        return select(
                act,
                "channel",
                Stream.of("phone", "mail", "letter")
                        .map(key -> choice(act, "channel", key, say("cases.notice." + key))));
    }

    private CaseViews.Field mergeKinds(String act) {
        return select(
                act,
                "kind",
                Stream.of(MergeKind.JOINED, MergeKind.COLLECTED)
                        .map(kind -> choice(act, "kind", kind.key(), say("cases.merge." + kind.key()))));
    }

    /** The case into which a suggestion leads. */
    private String asked() {
        return StaffRequest.checked(request.query("parent"), 40);
    }

    private CaseViews.Field proofs(String act) {
        return select(
                act,
                "proof",
                SlipPages.PROOFS.stream().map(key -> choice(act, "proof", key, say("cases.proof." + key))));
    }

    private CaseViews.Field grounds(String act) {
        return select(
                act,
                "ground",
                Arrays.stream(DeclineGround.values())
                        .map(ground -> choice(act, "ground", ground.key(), say("cases.ground." + ground.key()))));
    }

    private List<CaseViews.Field> reply(String act) {
        Reply before = begun.text().isEmpty() ? file.reply() : begun;
        Stream<CaseViews.Choice> outcomes = Arrays.stream(Outcome.values())
                .filter(Outcome::isOfAReply)
                .map(outcome -> new CaseViews.Choice(
                        outcome.key(),
                        say("cases.outcome." + outcome.key()),
                        value(act, "outcome", before.outcome().key()).equals(outcome.key())));
        return List.of(
                select(act, "outcome", outcomes),
                field(act, "text", "area", value(act, "text", before.text()), List.of()),
                field(act, "ground", "area", value(act, "ground", before.ground()), List.of()),
                field(act, "nextStep", "area", value(act, "nextStep", before.nextStep()), List.of()),
                field(act, "contactName", "text", value(act, "contactName", before.contactName()), List.of()),
                field(act, "contactPhone", "text", value(act, "contactPhone", before.contactPhone()), List.of()));
    }

    private CaseViews.Choice choice(String act, String name, String value, String label) {
        return new CaseViews.Choice(value, label, value(act, name, "").equals(value));
    }

    /** With an empty choice in front: nothing is chosen before somebody chooses. */
    private CaseViews.Field select(String act, String name, Stream<CaseViews.Choice> choices) {
        List<CaseViews.Choice> all = new ArrayList<>();
        all.add(new CaseViews.Choice("", say("cases.choose." + name), false));
        all.addAll(choices.toList());
        return field(act, name, "select", "", all);
    }

    private CaseViews.Field area(String act, String name) {
        return field(act, name, "area");
    }

    private CaseViews.Field field(String act, String name, String kind) {
        return field(act, name, kind, value(act, name, ""), List.of());
    }

    private CaseViews.Field field(String act, String name, String kind, String value, List<CaseViews.Choice> choices) {
        Words words = request.words();
        String key = "cases.field." + act + "." + name;
        String error = act.equals(sent()) ? errors.getOrDefault(name, "") : "";
        return new CaseViews.Field(
                id(act, name), name, kind, words.sayOr(key, "cases.field." + name, Map.of()), value, choices, error);
    }

    /** What was typed into this very form, else what stands there from the start. */
    private String value(String act, String name, String before) {
        return act.equals(sent()) ? request.field(name) : before;
    }

    private String say(String key) {
        return request.words().say(key);
    }
}
