package tw.minsheng.web.staff;

import io.vertx.core.Future;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import tw.minsheng.kernel.Problem;
import tw.minsheng.petition.CaseFile;
import tw.minsheng.petition.CaseType;
import tw.minsheng.petition.Outcome;
import tw.minsheng.petition.Reply;
import tw.minsheng.petition.ReplyTemplate;
import tw.minsheng.petition.TemplateDesk;
import tw.minsheng.security.AgencyTree;
import tw.minsheng.security.Permission;
import tw.minsheng.security.Rights;

/** 答復範本: heads write them for their agency; whoever answers a case of it, or of one below, may begin with one. */
public final class TemplatePages {

    private static final String PATH = "/agency/cases/templates";
    private static final int MOST_LETTERS = 8_000;

    private final StaffDoors doors;
    private final Pages pages;

    TemplatePages(StaffDoors doors, Pages pages) {
        this.doors = doors;
        this.pages = pages;
    }

    /** @param edit address of its form, "" for whoever may only use it */
    public record Row(String id, String name, String type, String agency, String text, String edit) {}

    /**
     * @param id of the template in the form, "0" for a new one
     * @param fields of the form, none for whoever may only use templates
     */
    public record View(
            List<Row> rows,
            String id,
            List<CaseViews.Field> fields,
            boolean may,
            String done,
            Map<String, String> errors) {}

    List<StaffRoute> routes() {
        return List.of(
                StaffRoute.get(PATH, Permission.WORK_CASES, this::show),
                StaffRoute.post(PATH, Permission.DECIDE_CASES, this::change));
    }

    private TemplateDesk desk() {
        return doors.cases().templates();
    }

    /** Those that may be used with a case: of its agency, of the unit that holds it, and of all above them. */
    static Set<String> usable(CaseFile file, AgencyTree tree) {
        Set<String> keys = new TreeSet<>(Set.of(AgencyTree.ROOT));
        tree.all().stream()
                .map(each -> each.key())
                .filter(key -> tree.isWithin(file.agency(), key)
                        || (!file.unit().isEmpty() && tree.isWithin(file.unit(), key)))
                .forEach(keys::add);
        return keys;
    }

    private static Set<String> seen(StaffRequest request) {
        String own = request.account().agency();
        Set<String> keys = new TreeSet<>(Rights.reach(request.account(), Permission.WORK_CASES, request.tree()));
        keys.add(AgencyTree.ROOT);
        request.tree().all().stream()
                .map(each -> each.key())
                .filter(key -> request.tree().isWithin(own, key))
                .forEach(keys::add);
        return keys;
    }

    private static Set<String> changed(StaffRequest request) {
        return Rights.reach(request.account(), Permission.DECIDE_CASES, request.tree());
    }

    private Future<StaffReply> show(StaffRequest request) {
        String done = request.query("done");
        boolean known = Set.of("put", "drop").contains(done);
        return page(
                request,
                200,
                request.query("edit"),
                Map.of(),
                known ? request.words().say("templates.done." + done) : "");
    }

    private Future<StaffReply> page(
            StaffRequest request, int status, String edit, Map<String, String> errors, String done) {
        Future<Optional<ReplyTemplate>> asked = edit.matches("[1-9][0-9]{0,17}")
                ? desk().find(Long.parseLong(edit), changed(request))
                : Future.succeededFuture(Optional.empty());
        return asked.compose(found -> desk().of(seen(request))
                .compose(all -> pages.show(request, status, "templates", view(request, all, found, errors, done))));
    }

    private View view(
            StaffRequest request,
            List<ReplyTemplate> all,
            Optional<ReplyTemplate> edited,
            Map<String, String> errors,
            String done) {
        boolean may = Rights.has(request.account(), Permission.DECIDE_CASES);
        return new View(
                all.stream().map(each -> row(request, each)).toList(),
                edited.map(each -> Long.toString(each.id())).orElse("0"),
                may ? fields(request, edited, errors) : List.of(),
                may,
                done,
                errors);
    }

    private Row row(StaffRequest request, ReplyTemplate template) {
        return new Row(
                Long.toString(template.id()),
                template.name(),
                template.type().isEmpty() ? request.words().say("templates.all") : type(request, template.type()),
                Shells.agencyName(request.tree(), template.agency(), request.words()),
                template.reply().text(),
                changed(request).contains(template.agency()) ? PATH + "?edit=" + template.id() : "");
    }

    private String type(StaffRequest request, String id) {
        return doors.cases()
                .catalogue()
                .get()
                .type(id)
                .map(CaseType::label)
                .map(request.words()::text)
                .orElse(id);
    }

    private List<CaseViews.Field> fields(
            StaffRequest request, Optional<ReplyTemplate> edited, Map<String, String> errors) {
        Reply reply = edited.map(ReplyTemplate::reply).orElse(Reply.NONE);
        String type = edited.map(ReplyTemplate::type).orElse("");
        Stream<CaseViews.Choice> types = doors.cases().catalogue().get().types().stream()
                .map(each -> new CaseViews.Choice(
                        each.id(), request.words().text(each.label()), each.id().equals(given(request, "type", type))));
        Stream<CaseViews.Choice> outcomes = Stream.of(Outcome.values())
                .filter(Outcome::isOfAReply)
                .map(each -> new CaseViews.Choice(
                        each.key(),
                        request.words().say("cases.outcome." + each.key()),
                        each.key()
                                .equals(given(
                                        request, "outcome", reply.outcome().key()))));
        return List.of(
                field(request, "name", "text", edited.map(ReplyTemplate::name).orElse(""), errors),
                select(request, "type", request.words().say("templates.all"), types, errors),
                select(request, "outcome", request.words().say("cases.choose.outcome"), outcomes, errors),
                field(request, "text", "area", reply.text(), errors),
                field(request, "ground", "area", reply.ground(), errors),
                field(request, "nextStep", "area", reply.nextStep(), errors),
                field(request, "contactName", "text", reply.contactName(), errors),
                field(request, "contactPhone", "text", reply.contactPhone(), errors));
    }

    private static String given(StaffRequest request, String name, String before) {
        return request.form().containsKey(name) ? request.field(name) : before;
    }

    private static String label(StaffRequest request, String name) {
        return request.words().sayOr("templates." + name, "cases.field." + name, Map.of());
    }

    private static CaseViews.Field field(
            StaffRequest request, String name, String kind, String before, Map<String, String> errors) {
        return new CaseViews.Field(
                name,
                name,
                kind,
                label(request, name),
                given(request, name, before),
                List.of(),
                errors.getOrDefault(name, ""));
    }

    private static CaseViews.Field select(
            StaffRequest request,
            String name,
            String none,
            Stream<CaseViews.Choice> choices,
            Map<String, String> errors) {
        List<CaseViews.Choice> all = Stream.concat(Stream.of(new CaseViews.Choice("", none, false)), choices)
                .toList();
        return new CaseViews.Field(name, name, "select", label(request, name), "", all, errors.getOrDefault(name, ""));
    }

    private Future<StaffReply> change(StaffRequest request) {
        return switch (request.field("act")) {
            case "put" -> put(request);
            case "drop" -> drop(request);
            default -> Future.failedFuture(Problem.of(Problem.Kind.BAD_REQUEST, "request.bad"));
        };
    }

    private Future<StaffReply> drop(StaffRequest request) {
        return desk().drop(
                        id(request),
                        changed(request),
                        request.act(request.account().agency()))
                .map(new StaffReply.SeeOther(PATH + "?done=drop"));
    }

    private static long id(StaffRequest request) {
        String id = request.field("id");
        return id.matches("[0-9]{1,18}") ? Long.parseLong(id) : 0;
    }

    /** A changed template stays with the agency that wrote it. */
    private Future<StaffReply> put(StaffRequest request) {
        long id = id(request);
        Future<String> agency = id == 0
                ? Future.succeededFuture(request.account().agency())
                : desk().find(id, changed(request))
                        .map(found -> found.map(ReplyTemplate::agency)
                                .orElseThrow(() -> Problem.notFound("template", Long.toString(id))));
        return agency.compose(owner -> desk().put(sent(request, id, owner), request.act(owner)))
                .map(done -> (StaffReply) new StaffReply.SeeOther(PATH + "?done=put"))
                .recover(failure -> failure instanceof Problem problem && isSaid(problem)
                        ? page(request, problem.kind().status(), Long.toString(id), said(request, problem), "")
                        : Future.failedFuture(failure));
    }

    private static boolean isSaid(Problem problem) {
        return problem.kind() == Problem.Kind.INVALID || problem.kind() == Problem.Kind.CONFLICT;
    }

    private static ReplyTemplate sent(StaffRequest request, long id, String agency) {
        Reply reply = new Reply(
                Outcome.of(request.field("outcome")).filter(Outcome::isOfAReply).orElse(Outcome.NONE),
                text(request, "text"),
                text(request, "ground"),
                text(request, "nextStep"),
                text(request, "contactName"),
                text(request, "contactPhone"));
        return new ReplyTemplate(id, agency, request.field("type"), text(request, "name"), reply);
    }

    private static String text(StaffRequest request, String name) {
        return request.typed(name, MOST_LETTERS);
    }

    private Map<String, String> said(StaffRequest request, Problem problem) {
        Map<String, String> said = new LinkedHashMap<>();
        problem.faults()
                .forEach(fault -> said.put(
                        fault.place(), doors.cases().words().of(request.words().language(), fault)));
        if (said.isEmpty()) {
            said.put("", doors.cases().words().of(request.words().language(), problem));
        }
        return said;
    }
}
