package tw.minsheng.web.staff;

import io.vertx.core.Future;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tw.minsheng.kernel.LocalizedText;
import tw.minsheng.kernel.Problem;
import tw.minsheng.petition.RetentionDesk;
import tw.minsheng.petition.Retentions;
import tw.minsheng.security.Permission;
import tw.minsheng.security.Rights;

/** 保存年限與去識別化: which ended cases have run out, by what reference they may be erased, and erasing them. */
public final class RetentionPages {

    private static final String PATH = "/agency/cases/retention";
    private static final int SHOWN = 100;
    private static final int FILE_ROWS = 50_000;
    /** One press ends within seconds; the page says how many are left. */
    private static final int AT_ONCE = 1_000;

    private static final int IMPORTED_AT_ONCE = 20_000;

    private final StaffDoors doors;
    private final Pages pages;

    RetentionPages(StaffDoors doors, Pages pages) {
        this.doors = doors;
        this.pages = pages;
    }

    /** One case that has run out. */
    public record Row(String number, String type, String ended, String until, String reference) {}

    /** One class with its years, in words. */
    public record Period(String label, String years) {}

    /**
     * @param ready how many may be erased, in words
     * @param imported cases of other systems that still hold words, in words
     * @param mayErase whether there is one
     * @param typed numbers as they were typed
     * @param grounds to choose from
     * @param errors in words by field
     */
    public record View(
            List<Period> periods,
            String ready,
            String blocked,
            String erased,
            String imported,
            boolean mayErase,
            List<Row> rows,
            String more,
            List<CaseViews.Choice> grounds,
            String typed,
            String reference,
            String csv,
            String done,
            Map<String, String> errors) {}

    List<StaffRoute> routes() {
        return List.of(
                StaffRoute.get(PATH, Permission.DECIDE_CASES, this::show),
                StaffRoute.get(PATH + ".csv", Permission.DECIDE_CASES, this::file),
                StaffRoute.post(PATH, Permission.DECIDE_CASES, this::change));
    }

    private RetentionDesk desk() {
        return doors.cases().retention();
    }

    private static Set<String> reach(StaffRequest request) {
        return Rights.reach(request.account(), Permission.DECIDE_CASES, request.tree());
    }

    private Future<StaffReply> show(StaffRequest request) {
        Words words = request.words();
        String done = request.query("done");
        boolean known = Set.of("file", "erase").contains(done);
        Map<String, String> numbers =
                Map.of("n", number(words, request.query("n")), "imported", number(words, request.query("imported")));
        String said = known ? words.say("retention.done." + done, numbers) : "";
        return page(request, 200, Map.of(), said);
    }

    private static String number(Words words, String asked) {
        return words.number(asked.matches("[0-9]{1,9}") ? Long.parseLong(asked) : 0);
    }

    private Future<StaffReply> page(StaffRequest request, int status, Map<String, String> errors, String done) {
        return desk().count(reach(request))
                .compose(counts -> desk().list(reach(request), 0, SHOWN)
                        .compose(rows ->
                                pages.show(request, status, "retention", view(request, counts, rows, errors, done))));
    }

    private View view(
            StaffRequest request,
            Retentions.Counts counts,
            List<Retentions.Aged> rows,
            Map<String, String> errors,
            String done) {
        Words words = request.words();
        long all = counts.ready() + counts.blocked();
        boolean mayErase = counts.ready() > 0 || counts.imported() > 0;
        boolean left = mayErase && !done.isEmpty() && request.query("done").equals("erase");
        return new View(
                desk().periods().stream()
                        .map(each -> new Period(
                                each.label().equals(LocalizedText.NONE)
                                        ? words.say("retention.usual")
                                        : words.text(each.label()),
                                words.say("retention.years", Map.of("n", words.number(each.years())))))
                        .toList(),
                words.number(counts.ready()),
                words.number(counts.blocked()),
                words.number(counts.erased()),
                imported(words, counts),
                mayErase,
                rows.stream().map(each -> row(words, each)).toList(),
                all > SHOWN
                        ? words.say("retention.more", Map.of("shown", words.number(SHOWN), "n", words.number(all)))
                        : "",
                grounds(request),
                request.field("numbers"),
                request.field("reference"),
                PATH + ".csv",
                left ? done + " " + words.say("retention.left") : done,
                errors);
    }

    private static String imported(Words words, Retentions.Counts counts) {
        String number = words.number(counts.imported());
        return counts.isOpenEnded() ? words.say("retention.many", Map.of("n", number)) : number;
    }

    private Row row(Words words, Retentions.Aged aged) {
        String type = doors.cases()
                .catalogue()
                .get()
                .type(aged.type())
                .map(each -> words.text(each.label()))
                .orElse(aged.type());
        return new Row(
                aged.number().text(),
                type,
                words.day(aged.ended()),
                words.day(desk().period(aged.type()).keptUntil(aged.ended())),
                aged.reference());
    }

    private static List<CaseViews.Choice> grounds(StaffRequest request) {
        Words words = request.words();
        return Stream.concat(
                        Stream.of(new CaseViews.Choice("", words.say("cases.new.choose"), false)),
                        Stream.of(Retentions.Ground.values())
                                .map(each -> new CaseViews.Choice(
                                        each.key(),
                                        words.say("retention.ground." + each.key()),
                                        each.key().equals(request.field("ground")))))
                .toList();
    }

    private Future<StaffReply> change(StaffRequest request) {
        return switch (request.field("act")) {
            case "file" -> references(request);
            case "erase" -> erase(request);
            default -> Future.failedFuture(Problem.of(Problem.Kind.BAD_REQUEST, "request.bad"));
        };
    }

    private Future<StaffReply> references(StaffRequest request) {
        Optional<Retentions.Ground> ground = Retentions.Ground.of(request.field("ground"));
        if (ground.isEmpty()) {
            return page(request, 422, Map.of("ground", request.words().say("retention.error.ground")), "");
        }
        return desk().file(
                        request.field("numbers"),
                        ground.get(),
                        request.field("reference"),
                        reach(request),
                        request.act(request.account().agency()))
                .map(n -> (StaffReply) new StaffReply.SeeOther(PATH + "?done=file&n=" + n))
                .recover(failure -> failure instanceof Problem problem && problem.kind() == Problem.Kind.INVALID
                        ? page(request, 422, said(request, problem), "")
                        : Future.failedFuture(failure));
    }

    /** All that is wrong with one field, one after the other. */
    private Map<String, String> said(StaffRequest request, Problem problem) {
        Map<String, String> said = new LinkedHashMap<>();
        problem.faults()
                .forEach(fault -> said.merge(
                        fault.place(),
                        doors.cases().words().of(request.words().language(), fault),
                        (one, other) -> one + " " + other));
        return said;
    }

    /** What is erased does not come back, so that it is said twice. */
    private Future<StaffReply> erase(StaffRequest request) {
        if (!request.field("sure").equals("1")) {
            return page(request, 422, Map.of("sure", request.words().say("retention.error.sure")), "");
        }
        return desk().erase(
                        reach(request),
                        AT_ONCE,
                        IMPORTED_AT_ONCE,
                        request.act(request.account().agency()))
                .map(erased -> new StaffReply.SeeOther(
                        PATH + "?done=erase&n=" + erased.cases() + "&imported=" + erased.imported()));
    }

    private Future<StaffReply> file(StaffRequest request) {
        return desk().list(reach(request), 0, FILE_ROWS).map(this::csv);
    }

    private StaffReply csv(List<Retentions.Aged> rows) {
        List<String> heads = List.of("number", "agency", "type", "class", "ended", "kept_until", "reference", "state");
        return StaffReply.csv("cases-retention.csv", heads, csv -> {
            for (Retentions.Aged each : rows) {
                csv.text(each.number().text())
                        .text(each.agency())
                        .text(each.type())
                        .text(desk().period(each.type()).key())
                        .text(each.ended().toString())
                        .text(desk().period(each.type()).keptUntil(each.ended()).toString())
                        .text(each.reference())
                        .text(each.reference().isEmpty() ? "blocked" : "ready");
                csv.endRow();
            }
        });
    }
}
