package tw.minsheng.web.staff;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import tw.minsheng.invite.draw.DrawnFrame;
import tw.minsheng.invite.draw.SampleDraw;
import tw.minsheng.invite.draw.SampleDraws;
import tw.minsheng.kernel.Problem;
import tw.minsheng.report.draw.DrawOrder;
import tw.minsheng.report.draw.FrameDesk;
import tw.minsheng.survey.SamplingPlan;
import tw.minsheng.web.FileSize;

/** The page about frame and draw. */
final class DrawSheet {

    private static final List<String> DONE = List.of("frame", "draw", "discard", "same", "other", "invited");

    private final StaffDoors doors;
    private final Pages pages;
    private final DrawnWaves waves;

    DrawSheet(StaffDoors doors, Pages pages) {
        this.doors = doors;
        this.pages = pages;
        this.waves = new DrawnWaves(doors);
    }

    /** What a request has brought, in the form of the frame or in that of the draw. */
    record Said(Optional<FrameForm> frame, Optional<DrawForm> draw, Map<String, String> errors, List<String> faults) {

        static final Said NOTHING = new Said(Optional.empty(), Optional.empty(), Map.of(), List.of());

        static Said of(FrameForm form) {
            return new Said(Optional.of(form), Optional.empty(), Map.of(), List.of());
        }

        static Said of(DrawForm form) {
            return new Said(Optional.empty(), Optional.of(form), Map.of(), List.of());
        }

        Said with(Map<String, String> found) {
            return new Said(frame, draw, found, faults);
        }

        /** With what is wrong in the file, cell by cell. */
        Said in(List<String> cells) {
            return new Said(frame, draw, errors, cells);
        }
    }

    static String base(StaffRequest request) {
        return "/agency/surveys/" + request.surveyId() + "/sample";
    }

    DrawnWaves waves() {
        return waves;
    }

    /** The wave that is looked at. */
    Future<Optional<DrawnWave>> wave(StaffRequest request) {
        return waves.asked(request);
    }

    /** All draws of the wave that is looked at, the newest first. */
    Future<List<SampleDraw>> all(StaffRequest request) {
        return wave(request)
                .compose(wave -> wave.map(each -> doors.invite().draw().draws().all(each.of()))
                        .orElseGet(() -> Future.succeededFuture(List.of())));
    }

    Future<Optional<SampleDraw>> standing(StaffRequest request) {
        return all(request).map(DrawSheet::standing);
    }

    static Optional<SampleDraw> standing(List<SampleDraw> all) {
        return all.stream()
                .filter(draw -> draw.state() != SampleDraw.State.DISCARDED)
                .findFirst();
    }

    /** The draw as it was ordered. */
    static DrawOrder order(SampleDraw draw) {
        SampleDraw.Rule rule = draw.rule();
        return new DrawOrder(
                rule.design(),
                rule.share(),
                rule.size(),
                rule.least(),
                rule.seed().value(),
                draw.frame().id(),
                rule.group(),
                rule.measure());
    }

    Future<StaffReply> show(StaffRequest request) {
        return page(request, 200, Said.NOTHING);
    }

    Future<StaffReply> page(StaffRequest request, int status, Said said) {
        return wave(request)
                .compose(wave -> waves.choices(request, base(request), wave)
                        .compose(choices -> wave.filter(DrawnWave::isDrawn)
                                .map(each -> drawn(request, each, said, choices))
                                .orElseGet(() -> Future.succeededFuture(none(request, wave, choices))))
                        .compose(page -> pages.show(request, status, "sample", page)));
    }

    private Future<DrawViews.Page> drawn(
            StaffRequest request, DrawnWave wave, Said said, List<ResultPages.Choice> choices) {
        SampleDraws draws = doors.invite().draw().draws();
        return draws.frame(wave.of())
                .compose(frame -> draws.all(wave.of()).map(all -> view(request, wave, frame, all, said, choices)));
    }

    private static DrawViews.Page none(
            StaffRequest request, Optional<DrawnWave> wave, List<ResultPages.Choice> choices) {
        Words words = request.words();
        String note = wave.map(
                        each -> "sample.note." + each.plan().design().name().toLowerCase(Locale.ROOT))
                .orElse("sample.note.wave");
        return new DrawViews.Page(
                base(request),
                words.text(request.survey().newest().survey().title()),
                choices,
                wave.map(DrawnWave::code).orElse(""),
                "",
                "",
                words.say(note),
                List.of(),
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                "",
                Map.of(),
                List.of());
    }

    private DrawViews.Page view(
            StaffRequest request,
            DrawnWave wave,
            Optional<DrawnFrame> frame,
            List<SampleDraw> all,
            Said said,
            List<ResultPages.Choice> choices) {
        Words words = request.words();
        Optional<SampleDraw> standing = standing(all);
        String done = said.errors().isEmpty() ? done(request) : "";
        SamplingPlan.Frame declared = wave.plan().frame();
        FrameForm given = said.frame()
                .orElseGet(() -> FrameForm.usual(
                        declared.name(), declared.isGiven() ? declared.asOf().toString() : ""));
        return new DrawViews.Page(
                base(request),
                words.text(wave.survey().title()),
                choices,
                wave.code(),
                wave.query(),
                DrawnWaves.past(words, wave),
                wave.past() && standing.isEmpty() ? words.say("sample.note.past", Map.of("wave", wave.code())) : "",
                standing.map(SampleDraw::frame)
                        .or(() -> frame)
                        .map(found -> facts(words, wave, found))
                        .orElse(List.of()),
                given.typed(),
                frame.filter(found -> standing.isEmpty() && !wave.past())
                        .map(found -> form(words, wave.plan(), found, said.draw())),
                standing.map(draw -> new DrawnView(words, wave, draw).view()),
                all.stream()
                        .filter(draw -> draw.state() == SampleDraw.State.DISCARDED)
                        .map(draw -> discarded(words, draw))
                        .toList(),
                done,
                said.errors(),
                said.faults());
    }

    private static String done(StaffRequest request) {
        Map<String, String> args = new LinkedHashMap<>();
        for (String name : List.of("n", "of", "unwilling", "refused")) {
            args.put(name, request.query(name).matches("\\d{1,9}") ? request.query(name) : "0");
        }
        return DONE.contains(request.query("done"))
                ? request.words().say("sample.done." + request.query("done"), args)
                : "";
    }

    private static List<List<String>> facts(Words words, DrawnWave wave, DrawnFrame frame) {
        List<List<String>> facts = new ArrayList<>(List.of(
                List.of(words.say("sample.frame.name"), frame.name()),
                List.of(words.say("sample.frame.asof"), words.day(frame.asOf())),
                List.of(words.say("sample.frame.rows"), words.number(frame.rows())),
                List.of(words.say("sample.frame.file.fact"), frame.file() + "　" + FileSize.of(frame.bytes())),
                List.of(words.say("sample.frame.columns"), String.join(words.say("list.comma"), frame.columns())),
                List.of(words.say("sample.frame.id"), frame.id()),
                List.of("SHA-256", frame.sha256()),
                List.of(words.say("sample.frame.by"), frame.actor() + "　" + words.moment(frame.at()))));
        SamplingPlan.Frame declared = wave.plan().frame();
        if (declared.isGiven() && declared.size() != frame.rows()) {
            facts.add(List.of(
                    words.say("sample.frame.declared"),
                    words.say(
                            "sample.frame.differs",
                            Map.of("declared", words.number(declared.size()), "rows", words.number(frame.rows())))));
        }
        return facts;
    }

    private static DrawViews.Form form(Words words, SamplingPlan plan, DrawnFrame frame, Optional<DrawForm> said) {
        DrawForm form = said.orElseGet(() -> DrawForm.usual(plan, frame));
        return new DrawViews.Form(
                form.typed(),
                select(words, "design", DrawForm.designs(plan), "sample.design.", form),
                select(words, "share", DrawOrder.shares(), "sample.share.", form),
                Stream.of("group", "measure")
                        .map(name -> column(words, name, frame, form))
                        .toList(),
                DrawForm.CONTACTS.stream()
                        .map(name -> column(words, name, frame, form))
                        .toList());
    }

    private static DrawViews.Select select(Words words, String name, List<String> keys, String prefix, DrawForm form) {
        return new DrawViews.Select(
                name,
                words.say("sample." + name),
                "",
                keys.stream()
                        .map(key -> new CaseViews.Choice(
                                key,
                                words.say(prefix + key),
                                key.equals(form.typed().get(name))))
                        .toList());
    }

    private static DrawViews.Select column(Words words, String name, DrawnFrame frame, DrawForm form) {
        List<CaseViews.Choice> choices = new ArrayList<>();
        choices.add(new CaseViews.Choice("", words.say("sample.column.none"), false));
        frame.columns().stream()
                .filter(column -> !column.equals(frame.id()))
                .forEach(column -> choices.add(new CaseViews.Choice(
                        column, column, column.equals(form.typed().get(name)))));
        return new DrawViews.Select(name, words.say("sample." + name), words.say("sample." + name + ".hint"), choices);
    }

    private static String discarded(Words words, SampleDraw draw) {
        return words.say(
                "sample.discarded",
                Map.of(
                        "no", draw.no(),
                        "at", words.moment(draw.at()),
                        "n", words.number(draw.rows()),
                        "seed", draw.rule().seed().value(),
                        "who", draw.actor(),
                        "reason", draw.reason()));
    }

    /** What is wrong with a file or a draw, beside its field; what is no fault of whoever asks stays a failure. */
    Future<StaffReply> refused(StaffRequest request, Said said, String field, Throwable failure) {
        if (!(failure instanceof Problem problem)
                || (problem.kind() != Problem.Kind.INVALID && problem.kind() != Problem.Kind.CONFLICT)) {
            return Future.failedFuture(failure);
        }
        String code = "sample.wrong." + problem.code();
        String words = request.words().has(code)
                ? request.words().say(code, counted(request.words(), problem.args()))
                : doors.invite().words().of(request.words().language(), problem);
        String place = problem.code().startsWith("draw.") ? "size" : field;
        List<String> faults = problem.faults().stream()
                .map(fault ->
                        request.words().say("sample.wrong." + fault.code(), counted(request.words(), fault.args())))
                .toList();
        return page(request, 422, said.with(Map.of(place, words)).in(faults));
    }

    /** Numbers of people and cells as people read them; a row stays as a spreadsheet counts it. */
    private static Map<String, String> counted(Words words, Map<String, String> args) {
        Map<String, String> said = new LinkedHashMap<>(args);
        for (String name : List.of("n", "more", "size", "most", "sum")) {
            said.computeIfPresent(
                    name, (key, value) -> value.matches("\\d{1,18}") ? words.number(Long.parseLong(value)) : value);
        }
        return said;
    }

    /** Words of what is wrong with a file, with the limits. */
    String size(Words words, String key) {
        return words.say(
                key, Map.of("mb", FrameDesk.MOST_BYTES / 1_000_000, "rows", words.number(FrameDesk.MOST_ROWS)));
    }

    String strangers(StaffRequest request, DrawnWave wave, String names) {
        Map<String, String> args = new LinkedHashMap<>();
        args.put("names", names);
        args.put("variable", wave.plan().strata().variable());
        args.put("codes", String.join(request.words().say("list.comma"), new TreeSet<>(wave.strata())));
        return request.words().say("sample.error.strata", args);
    }
}
