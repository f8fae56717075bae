package tw.minsheng.web.staff;

import io.vertx.core.Future;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tw.minsheng.kernel.Problem;
import tw.minsheng.petition.CaseControl;
import tw.minsheng.petition.CaseNumber;
import tw.minsheng.petition.ReplyCheck;
import tw.minsheng.petition.ReplyChecks;
import tw.minsheng.security.Permission;
import tw.minsheng.security.Rights;
import tw.minsheng.web.TypedDay;

/** 抽查: a head or the control office draws answered cases of each unit and scores the answers; never those of one's own hand. */
public final class CheckPages {

    private static final String PATH = "/agency/cases/checks";
    private static final int MOST_PER_UNIT = 50;
    private static final int MOST_LETTERS = 2_000;
    private static final int STEP = 5;
    private static final int MOST_DAYS = 366;
    private static final int FIRST_YEAR = 2000;

    private final StaffDoors doors;
    private final StaffSetup setup;
    private final Pages pages;

    CheckPages(StaffDoors doors, StaffSetup setup, Pages pages) {
        this.doors = doors;
        this.setup = setup;
        this.pages = pages;
    }

    /** One check of the list. */
    public record Row(String href, String period, String drawn) {}

    /**
     * One drawn case with its sheet.
     *
     * @param why it is not this person's to score, "" when it is
     */
    public record Sheet(
            String number,
            String unit,
            String total,
            List<CaseViews.Field> fields,
            String note,
            String actor,
            String why) {}

    /** Mean of a unit. */
    public record Mean(String unit, String mean, String n) {}

    /**
     * @param id of the check that is shown, "" while none is
     * @param how the check was drawn, in words
     * @param errors by field, in words
     */
    public record Checks(
            List<Row> rows,
            String id,
            String how,
            List<Sheet> sheets,
            List<Mean> means,
            String from,
            String until,
            String perUnit,
            String done,
            Map<String, String> errors) {}

    List<StaffRoute> routes() {
        return List.of(
                StaffRoute.get(PATH, Permission.SEE_CASE_FIGURES, this::show),
                StaffRoute.post(PATH, Permission.SEE_CASE_FIGURES, this::change));
    }

    private ReplyChecks checks() {
        return doors.cases().checks();
    }

    /** Whose texts this person may read: nobody scores what may not be read. */
    private static Set<String> reach(StaffRequest request) {
        return Rights.reach(request.account(), Permission.SEE_CASES, request.tree());
    }

    private Future<StaffReply> show(StaffRequest request) {
        String done = request.query("done");
        boolean known = Set.of("draw", "score").contains(done);
        return page(
                request,
                200,
                Map.of(),
                request.query("id"),
                known ? request.words().say("checks.done." + done) : "");
    }

    private Future<StaffReply> page(
            StaffRequest request, int status, Map<String, String> errors, String id, String done) {
        Future<Optional<ReplyCheck>> shown = id.matches("\\d{1,18}")
                ? checks().find(
                                Long.parseLong(id),
                                reach(request),
                                request.account().name())
                        .map(Optional::of)
                : Future.succeededFuture(Optional.empty());
        return shown.compose(check -> checks().checks(reach(request))
                .compose(all -> pages.show(request, status, "checks", view(request, all, check, errors, done))));
    }

    private static Checks view(
            StaffRequest request,
            List<ReplyCheck> all,
            Optional<ReplyCheck> shown,
            Map<String, String> errors,
            String done) {
        LocalDate today = LocalDate.ofInstant(request.now(), request.words().zone());
        List<ReplyCheck.Item> items = shown.map(ReplyCheck::items).orElse(List.of());
        return new Checks(
                all.stream().map(check -> row(request.words(), check)).toList(),
                shown.map(check -> Long.toString(check.id())).orElse(""),
                shown.map(check -> how(request.words(), check)).orElse(""),
                items.stream().map(item -> sheet(request, item)).toList(),
                means(request, items),
                typed(request, "from", today.withDayOfMonth(1).toString()),
                typed(request, "until", today.toString()),
                typed(request, "perUnit", "3"),
                done,
                errors);
    }

    private static String typed(StaffRequest request, String name, String before) {
        return request.field(name).isEmpty() ? before : request.field(name);
    }

    private static Row row(Words words, ReplyCheck check) {
        return new Row(
                PATH + "?id=" + check.id(),
                words.day(check.from()) + " – " + words.day(check.until()),
                words.moment(check.at()) + " " + check.actor());
    }

    private static String how(Words words, ReplyCheck check) {
        return words.say(
                "checks.how",
                Map.of(
                        "period", words.day(check.from()) + " – " + words.day(check.until()),
                        "population", words.number(check.population()),
                        "per", words.number(check.perUnit()),
                        "drawn", words.number(check.items().size()),
                        "seed", Long.toString(check.seed())));
    }

    private static Sheet sheet(StaffRequest request, ReplyCheck.Item item) {
        Words words = request.words();
        // a sheet that was refused comes back as it was typed
        boolean sent = item.isFor(request.account().name())
                && request.field("number").equals(item.number().text());
        List<CaseViews.Field> fields = ReplyCheck.CRITERIA.stream()
                .map(name -> new CaseViews.Field(
                        name + "-" + item.number().text(),
                        name,
                        "select",
                        words.say("checks." + name),
                        "",
                        points(
                                words,
                                sent
                                        ? typed(request.field(name))
                                        : item.scores().getOrDefault(name, -1)),
                        ""))
                .toList();
        return new Sheet(
                item.number().text(),
                unit(request, item.unit()),
                item.isScored() ? Integer.toString(item.total()) : "",
                fields,
                sent ? request.field("note") : item.note(),
                item.actor(),
                item.isFor(request.account().name()) ? "" : words.say(item.own() ? "checks.own" : "checks.scored"));
    }

    private static int typed(String points) {
        return points.matches("0|5|10|15|20") ? Integer.parseInt(points) : -1;
    }

    private static String unit(StaffRequest request, String key) {
        return key.isEmpty()
                ? request.words().say("cases.nobody")
                : Shells.agencyName(request.tree(), key, request.words());
    }

    /** 0, 5, 10, 15, 20; nothing is chosen before somebody chooses. */
    private static List<CaseViews.Choice> points(Words words, int chosen) {
        return IntStream.rangeClosed(-1, ReplyCheck.MOST_POINTS / STEP)
                .mapToObj(step -> step < 0
                        ? new CaseViews.Choice("", words.say("cases.new.choose"), chosen < 0)
                        : new CaseViews.Choice(
                                Integer.toString(step * STEP), Integer.toString(step * STEP), chosen == step * STEP))
                .toList();
    }

    private static List<Mean> means(StaffRequest request, List<ReplyCheck.Item> items) {
        Map<String, List<ReplyCheck.Item>> units = items.stream()
                .filter(ReplyCheck.Item::isScored)
                .collect(Collectors.groupingBy(ReplyCheck.Item::unit, LinkedHashMap::new, Collectors.toList()));
        return units.entrySet().stream()
                .map(each -> new Mean(
                        unit(request, each.getKey()),
                        String.format(
                                java.util.Locale.ROOT,
                                "%.1f",
                                each.getValue().stream()
                                        .mapToInt(ReplyCheck.Item::total)
                                        .average()
                                        .orElse(0)),
                        Integer.toString(each.getValue().size())))
                .toList();
    }

    private Future<StaffReply> change(StaffRequest request) {
        return switch (request.field("act")) {
            case "draw" -> draw(request);
            case "score" -> score(request);
            default -> Future.failedFuture(Problem.of(Problem.Kind.BAD_REQUEST, "request.bad"));
        };
    }

    private Future<StaffReply> draw(StaffRequest request) {
        Map<String, String> errors = new LinkedHashMap<>();
        Optional<LocalDate> from = day(request.field("from"));
        Optional<LocalDate> until = day(request.field("until"));
        String per = request.field("perUnit").strip();
        boolean isNumber = per.matches("[1-9]\\d?") && Integer.parseInt(per) <= MOST_PER_UNIT;
        if (from.isEmpty()) {
            errors.put("from", request.words().say("deputies.error.from"));
        }
        if (until.isEmpty()
                || from.filter(first -> isNoPeriod(first, until.get())).isPresent()) {
            errors.put("until", request.words().say("checks.error.until"));
        }
        if (!isNumber) {
            errors.put("perUnit", request.words().say("checks.error.per"));
        }
        if (!errors.isEmpty()) {
            return page(request, 422, errors, "", "");
        }
        CaseControl.Period period = new CaseControl.Period(
                reach(request),
                from.orElseThrow(),
                until.orElseThrow(),
                request.words().zone(),
                doors.cases().desk().now());
        int perUnit = Integer.parseInt(per);
        long seed = setup.random().nextInt(Integer.MAX_VALUE);
        return checks().draw(period, perUnit, seed, request.account().name())
                .compose(drawn -> keep(request, period, perUnit, seed, drawn))
                .map(id -> new StaffReply.SeeOther(PATH + "?id=" + id + "&done=draw"));
    }

    private static boolean isNoPeriod(LocalDate from, LocalDate until) {
        return until.isBefore(from) || until.isAfter(from.plusDays(MOST_DAYS));
    }

    private Future<Long> keep(
            StaffRequest request, CaseControl.Period period, int perUnit, long seed, ReplyCheck.Drawn drawn) {
        ReplyCheck check = new ReplyCheck(
                0,
                request.account().agency(),
                request.account().name(),
                request.now(),
                seed,
                period.from(),
                period.until(),
                perUnit,
                drawn.population(),
                List.of());
        return checks().keep(check, drawn.cases(), request.act(request.account().agency()));
    }

    private Future<StaffReply> score(StaffRequest request) {
        String id = request.field("id");
        Optional<CaseNumber> number = CaseNumber.typed(request.field("number"));
        if (!id.matches("\\d{1,18}") || number.isEmpty()) {
            return Future.failedFuture(Problem.of(Problem.Kind.BAD_REQUEST, "request.bad"));
        }
        Map<String, Integer> scores = new LinkedHashMap<>();
        ReplyCheck.CRITERIA.stream()
                .filter(name -> typed(request.field(name)) >= 0)
                .forEach(name -> scores.put(name, typed(request.field(name))));
        String note = request.field("note").strip();
        if (note.length() > MOST_LETTERS) {
            String said =
                    doors.cases().words().of(request.words().language(), StaffRequest.tooLong("note", MOST_LETTERS));
            return page(request, 422, Map.of("", said), id, "");
        }
        if (scores.size() < ReplyCheck.CRITERIA.size()) {
            return page(request, 422, Map.of("", request.words().say("checks.error.points")), id, "");
        }
        Set<String> reach = reach(request);
        return checks().find(Long.parseLong(id), reach, request.account().name())
                .compose(check ->
                        checks().score(check.id(), number.get(), scores, note, reach, request.act(check.agency())))
                .map(done -> (StaffReply) new StaffReply.SeeOther(PATH + "?id=" + id + "&done=score"))
                .recover(failure -> failure instanceof Problem problem && problem.kind() == Problem.Kind.CONFLICT
                        ? page(request, 409, Map.of("", said(request, problem)), id, "")
                        : Future.failedFuture(failure));
    }

    private String said(StaffRequest request, Problem problem) {
        return doors.cases().words().of(request.words().language(), problem);
    }

    private static Optional<LocalDate> day(String typed) {
        try {
            return Optional.of(TypedDay.parse(typed)).filter(day -> day.getYear() >= FIRST_YEAR);
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }
}
