package tw.minsheng.web.staff;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tw.minsheng.kernel.Language;
import tw.minsheng.notify.NoticeLog;
import tw.minsheng.petition.CaseEvent;
import tw.minsheng.petition.CaseFile;
import tw.minsheng.petition.CaseIntake;
import tw.minsheng.petition.Contact;
import tw.minsheng.petition.Duplicates;
import tw.minsheng.petition.Petition;
import tw.minsheng.petition.Place;
import tw.minsheng.petition.Reply;
import tw.minsheng.petition.ReplyTemplate;
import tw.minsheng.petition.State;
import tw.minsheng.petition.attach.Attachment;
import tw.minsheng.petition.deadline.ClosingFigures;
import tw.minsheng.petition.deadline.Deadline;
import tw.minsheng.petition.deadline.Due;
import tw.minsheng.petition.deadline.StepWords;
import tw.minsheng.petition.deadline.UnitClock;
import tw.minsheng.security.Permission;

/** Puts the page of one case together. */
record CasePage(
        CaseDoors doors,
        StaffRequest request,
        CaseFile file,
        List<ClosingFigures> closings,
        List<CaseFile> related,
        List<Duplicates.Suggestion> likely,
        String deputy,
        List<NoticeLog.Entry> notices,
        List<Attachment> files,
        List<ReplyTemplate> templates) {

    CasePage {
        closings = List.copyOf(closings);
        related = List.copyOf(related);
        likely = List.copyOf(likely);
        notices = List.copyOf(notices);
        files = List.copyOf(files);
        templates = List.copyOf(templates);
    }

    private static final Set<String> NOT_TYPED = Set.of("csrf", "act", "revision");

    CaseViews.One of(List<CaseEvent> history, CaseForms forms, Map<String, String> errors, String done) {
        List<CaseViews.Form> offered = forms.all();
        Deadline deadline = doors.desk().deadline(file);
        boolean open = !file.state().isOver();
        boolean overdue = isOverdue(file, deadline, doors);
        return new CaseViews.One(
                file.number().text(),
                file.revision(),
                say("cases.state." + file.state().key()),
                tone(file, overdue),
                file.locked(),
                open ? day(request.words(), deadline) : "",
                overdue,
                open ? new StepWords(language()).of(deadline.steps()) : List.of(),
                facts(history),
                file.petition().text(),
                reply(),
                closings.stream().map(this::closing).toList(),
                related.stream().map(this::kin).toList(),
                new CaseLikes(request.words())
                        .of(file, likely, CaseMoves.possible(request, file).contains("merge")),
                notices.stream()
                        .map(each -> NoticePages.row(request, doors.notices(), each))
                        .toList(),
                NoticePages.noMail(request, doors.notices()),
                overdue && !CaseFile.isToldOfDelay(history),
                history.stream().map(this::line).toList(),
                offered,
                templates.stream().map(this::template).toList(),
                CaseFiles.rows(
                        request.words(),
                        "/agency/cases/" + file.number().text(),
                        files,
                        each -> mayAttach() && CaseFiles.mayRemove(request, file, each)),
                mayAttach() ? "/agency/cases/" + file.number().text() + "/attachments" : "",
                CaseFiles.attaching(request.words(), doors.files(), List.of(), false, ""),
                CaseMoves.may(request, Permission.DECIDE_CASES, file)
                        ? "/agency/cases/" + file.number().text() + "/board"
                        : "",
                summary(offered, errors, forms.sent()),
                kept(offered, forms.sent()),
                done);
    }

    private CaseViews.Begin template(ReplyTemplate template) {
        return new CaseViews.Begin(
                "/agency/cases/" + file.number().text() + "?template=" + template.id() + "#do-propose",
                template.name());
    }

    static String day(Words words, Deadline deadline) {
        String day = day(words, deadline.due());
        return deadline.provisional() ? words.say("cases.provisional", Map.of("day", day)) : day;
    }

    private static String day(Words words, Due due) {
        return words.day(due.day()) + (due.timed() ? " " + due.at().toLocalTime() : "");
    }

    static boolean isOverdue(CaseFile file, Deadline deadline, CaseDoors doors) {
        return file.state().isOpen() && deadline.due().isPassedAt(doors.desk().now());
    }

    static String tone(CaseFile file, boolean overdue) {
        if (overdue) {
            return "bad";
        }
        return file.state().isOver() ? "good" : "open";
    }

    private boolean mayAttach() {
        return file.state() != State.EXPIRED && CaseMoves.may(request, Permission.WORK_CASES, file);
    }

    private Language language() {
        return request.words().language();
    }

    private String say(String key) {
        return request.words().say(key);
    }

    private List<CaseViews.Fact> facts(List<CaseEvent> history) {
        Petition petition = file.petition();
        Contact contact = petition.contact();
        Place place = petition.place();
        String unit = file.unit().isEmpty()
                ? say("cases.nobody")
                : Shells.agencyName(request.tree(), file.unit(), request.words());
        return given(
                fact("type", doors.type(file, request.words())),
                fact("kind", say("cases.kind." + petition.kind().key())),
                fact("by", say("cases.channel." + petition.channel().key())),
                fact("agency", Shells.agencyName(request.tree(), file.agency(), request.words())),
                fact("unit", unit),
                fact("handler", file.handler()),
                fact("deputy", deputy),
                fact("move_by", moveBy(history)),
                fact("held", held(history)),
                fact("district", doors.district(file, request.words())),
                fact("address", place.address()),
                fact(
                        "point",
                        place.point().given()
                                ? place.point().latitude() + ", "
                                        + place.point().longitude()
                                : ""),
                fact("name", contact.name()),
                fact("phone", contact.phone()),
                fact("email", contact.email()),
                fact("helper", contact.helper()),
                fact("locked", file.locked() ? say("cases.locked.text") : ""),
                fact("meeting", file.origin().meeting()),
                fact("day", file.origin().day()),
                fact("former", file.origin().former()),
                fact("confidential", petition.confidential() ? say("cases.yes") : ""),
                fact("outcome", file.state().isOver() ? outcome() : ""));
    }

    /** Who had it how long, once it has been with more than one. */
    private String held(List<CaseEvent> history) {
        List<UnitClock.Held> held = doors.desk().held(file, history).stream()
                .filter(each -> each.workingDays() > 0 || !each.unit().isEmpty())
                .toList();
        return held.size() < 2
                ? ""
                : held.stream()
                        .map(each -> request.words()
                                .say(
                                        "cases.held",
                                        Map.of(
                                                "unit",
                                                each.unit().isEmpty() ? say("cases.nobody") : agency(each.unit()),
                                                "days",
                                                request.words().number(each.workingDays()))))
                        .collect(Collectors.joining(say("cases.held.between")));
    }

    /** By when a wrong assignment has to be moved on, while the case is only assigned. */
    private String moveBy(List<CaseEvent> history) {
        if (file.state() != State.ASSIGNED) {
            return "";
        }
        return history.stream()
                .filter(CasePage::isAssignment)
                .reduce((one, other) -> other)
                .map(event -> request.words()
                        .say(
                                "cases.move_by",
                                Map.of(
                                        "day",
                                        request.words()
                                                .day(doors.desk()
                                                        .moveBy(
                                                                file,
                                                                event.act().at(),
                                                                false)),
                                        "visit",
                                        request.words()
                                                .day(doors.desk()
                                                        .moveBy(
                                                                file,
                                                                event.act().at(),
                                                                true)))))
                .orElse("");
    }

    private static boolean isAssignment(CaseEvent event) {
        boolean comes = event.to() == State.ASSIGNED && event.from() != State.ASSIGNED;
        return comes || event.what().equals("reassign");
    }

    private String outcome() {
        return say("cases.outcome." + file.outcome().key());
    }

    private List<CaseViews.Fact> reply() {
        Reply reply = file.reply();
        return reply.isGiven()
                ? given(
                        fact("outcome", say("cases.outcome." + reply.outcome().key())),
                        fact("text", reply.text()),
                        fact("ground", reply.ground()),
                        fact("nextStep", reply.nextStep()),
                        fact("contactName", reply.contactName()),
                        fact("contactPhone", reply.contactPhone()))
                : List.of();
    }

    private CaseViews.Kin kin(CaseFile other) {
        return new CaseViews.Kin(
                say("cases.kin." + how(other)),
                "/agency/cases/" + other.number().text(),
                other.number().text(),
                doors.type(other, request.words()),
                say("cases.state." + other.state().key()));
    }

    private String how(CaseFile other) {
        if (other.parent().equals(file.number().text())) {
            return "child";
        }
        if (other.number().text().equals(file.parent())) {
            return "parent";
        }
        if (other.number().text().equals(file.origin().former())) {
            return "former";
        }
        if (other.origin().former().equals(file.number().text())) {
            return "later";
        }
        return file.parent().isEmpty() || !file.parent().equals(other.parent()) ? "meeting" : "sister";
    }

    /** As they were stored, whatever the calendar says today. */
    private List<CaseViews.Fact> closing(ClosingFigures figures) {
        Words words = request.words();
        return given(
                fact("closed_at", words.local(figures.closedAt())),
                fact("on_time", say("cases.on_time." + figures.onTime().key())),
                fact("due_at_close", day(words, figures.dueAtClose())),
                fact("used_working", words.number(figures.usedWorkingDays())),
                fact("used_calendar", words.number(figures.usedCalendarDays())),
                fact("paused", words.number(figures.pausedDays())),
                fact("extended", words.number(figures.extendedDays())),
                fact("calendar", figures.calendar()));
    }

    private CaseViews.Line line(CaseEvent event) {
        List<CaseViews.Fact> facts =
                new ArrayList<>(given(fact("note.reason", event.reason()), fact("told", event.told())));
        facts.addAll(given(
                fact("unit", agency(event.details().getOrDefault("unit", ""))),
                fact("handler", event.details().getOrDefault("handler", "")),
                fact("answer", event.details().getOrDefault("answer", "")),
                fact("to", event.details().getOrDefault("to", "")),
                fact("remedies", event.details().getOrDefault("remedies", "")),
                fact("parent", event.details().getOrDefault("parent", "")),
                fact("child", event.details().getOrDefault("child", "")),
                fact("outcome", said("cases.outcome.", event, "outcome")),
                fact("text", event.details().getOrDefault("text", "")),
                fact("proof", said("cases.proof.", event, "proof")),
                fact("locked", event.details().containsKey("locked") ? say("cases.locked.text") : ""),
                fact("read_back", event.details().containsKey("read_back") ? say("cases.yes") : ""),
                fact("signed", said("cases.signed.", event, "signed")),
                fact("correction", event.details().getOrDefault("correction", "")),
                fact("ground", said("cases.ground.", event, "ground"))));
        facts.addAll(given(
                fact("file", event.details().getOrDefault("file", "")),
                fact("progress", event.details().getOrDefault("progress", "")),
                fact("approver", said("cases.approver.", event, "approver")),
                fact("until", moment(event, "until")),
                fact("expected", moment(event, "expected")),
                fact("called", said("cases.called.", event, "phone_result")),
                fact("was_due", moment(event, "was")),
                fact("new_due", moment(event, "due")),
                fact("calendar", event.details().getOrDefault("calendar", ""))));
        return new CaseViews.Line(
                request.words().moment(event.act().at()),
                event.act().actor().equals(CaseIntake.CITIZEN)
                        ? say("cases.petitioner")
                        : event.act().actor(),
                request.words().sayOr("cases.event." + event.what(), "cases.event", Map.of("what", event.what())),
                facts,
                event.visible());
    }

    /** A day, or the time of a limit in hours, as the event keeps it. */
    private String moment(CaseEvent event, String name) {
        String at = event.details().getOrDefault(name, "");
        if (at.isEmpty()) {
            return "";
        }
        LocalDate day = LocalDate.parse(at.substring(0, 10));
        return at.length() > 10 && !at.endsWith("T00:00")
                ? request.words().local(LocalDateTime.parse(at))
                : request.words().day(day);
    }

    private String agency(String key) {
        return key.isEmpty() ? "" : Shells.agencyName(request.tree(), key, request.words());
    }

    /** In words what the event keeps under this name as a key. */
    private String said(String words, CaseEvent event, String name) {
        String key = event.details().getOrDefault(name, "");
        return key.isEmpty() ? "" : say(words + key);
    }

    private CaseViews.Fact fact(String name, String value) {
        return new CaseViews.Fact(say("cases.field." + name), value);
    }

    private static List<CaseViews.Fact> given(CaseViews.Fact... facts) {
        return Stream.of(facts).filter(fact -> !fact.value().isEmpty()).toList();
    }

    /** In the order of the fields, each leading to its own; what belongs to no field stands last. */
    private static Map<String, String> summary(List<CaseViews.Form> offered, Map<String, String> errors, String sent) {
        Map<String, String> summary = new LinkedHashMap<>();
        List<CaseViews.Field> fields = offered.stream()
                .filter(form -> form.act().equals(sent))
                .flatMap(form -> form.fields().stream())
                .toList();
        fields.stream()
                .filter(field -> !field.error().isEmpty())
                .forEach(field -> summary.put(field.id(), field.error()));
        Set<String> shown = fields.stream().map(CaseViews.Field::name).collect(Collectors.toSet());
        errors.forEach((place, said) -> {
            if (!shown.contains(place)) {
                summary.put("", said);
            }
        });
        return summary;
    }

    /** Typed words are not lost because somebody else moved the case on. */
    private List<CaseViews.Fact> kept(List<CaseViews.Form> offered, String sent) {
        boolean shown = offered.stream().anyMatch(form -> form.act().equals(sent));
        if (shown || sent.isEmpty()) {
            return List.of();
        }
        return request.form().keySet().stream()
                .filter(name -> !NOT_TYPED.contains(name))
                .filter(name -> !request.field(name).isBlank())
                .map(name -> new CaseViews.Fact(
                        request.words().sayOr("cases.field." + name, "cases.field.other", Map.of()),
                        request.field(name)))
                .toList();
    }
}
