package tw.minsheng.web.staff;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tw.minsheng.invite.onsite.OnsiteDesk;
import tw.minsheng.invite.onsite.OnsitePlan;
import tw.minsheng.kernel.Problem;
import tw.minsheng.security.Permission;

/** 現場系統抽樣: the sessions of a wave are drawn once, shown with what was counted, and can be proved. */
final class OnsitePages {

    static final String PATH = "/agency/surveys/:survey/onsite";

    private final StaffDoors doors;
    private final StaffSetup setup;
    private final Pages pages;

    OnsitePages(StaffDoors doors, StaffSetup setup, Pages pages) {
        this.doors = doors;
        this.setup = setup;
        this.pages = pages;
    }

    List<StaffRoute> routes() {
        return List.of(
                StaffRoute.get(PATH, Permission.CHANGE_WAVES, this::show),
                StaffRoute.post(PATH, Permission.CHANGE_WAVES, this::draw),
                StaffRoute.get(PATH + "/record.json", Permission.CHANGE_WAVES, this::record),
                StaffRoute.get(PATH + "/frame.csv", Permission.CHANGE_WAVES, request -> proof(request, "frame.csv")),
                StaffRoute.get(
                        PATH + "/selected.csv", Permission.CHANGE_WAVES, request -> proof(request, "selected.csv")),
                StaffRoute.get(PATH + "/audit.json", Permission.CHANGE_WAVES, request -> proof(request, "audit.json")));
    }

    /** Time of the place. */
    static LocalDateTime here(StaffRequest request) {
        return LocalDateTime.ofInstant(request.now(), request.words().zone());
    }

    static String base(StaffRequest request) {
        return "/agency/surveys/" + request.surveyId() + "/onsite";
    }

    private OnsiteDesk desk() {
        return doors.invite().onsite().desk();
    }

    /** The wave in the address, without one the newest of the survey, open or not. */
    static Future<Optional<OnsiteWave>> wave(StaffDoors doors, StaffRequest request) {
        return new DrawnWaves(doors)
                .asked(request)
                .map(found -> found.map(wave -> new OnsiteWave(wave.offer(), wave.past())));
    }

    /**
     * The plan, or, for whatever needs one, the form with which it is drawn. What was typed stands in the address, so that going
     * back does nothing.
     */
    Future<StaffReply> show(StaffRequest request) {
        if (!request.query("step").isEmpty()) {
            return preview(request, request.query("step").equals("confirm"));
        }
        LocalDate today = LocalDate.ofInstant(request.now(), request.words().zone());
        return page(request, 200, OnsiteForm.usual(today), Optional.empty());
    }

    private Future<StaffReply> page(
            StaffRequest request, int status, OnsiteForm form, Optional<OnsiteViews.Preview> preview) {
        return wave(doors, request).compose(wave -> {
            Future<Optional<OnsiteViews.Plan>> plan =
                    wave.map(each -> plan(request, each)).orElseGet(() -> Future.succeededFuture(Optional.empty()));
            return plan.compose(found -> choices(request, wave)
                    .compose(choices ->
                            pages.show(request, status, "onsite", view(request, wave, choices, form, preview, found))));
        });
    }

    private Future<List<ResultPages.Choice>> choices(StaffRequest request, Optional<OnsiteWave> wave) {
        return new DrawnWaves(doors)
                .choices(request, base(request), wave.map(each -> new DrawnWave(each.offer(), each.past())));
    }

    private OnsiteViews.Onsite view(
            StaffRequest request,
            Optional<OnsiteWave> wave,
            List<ResultPages.Choice> choices,
            OnsiteForm form,
            Optional<OnsiteViews.Preview> preview,
            Optional<OnsiteViews.Plan> plan) {
        Words words = request.words();
        Map<String, String> errors = new LinkedHashMap<>();
        form.errors().forEach((field, key) -> errors.put(field, words.say(key)));
        String done = List.of("draw", "count").contains(request.query("done"))
                ? words.say("onsite.done." + request.query("done"))
                : "";
        return new OnsiteViews.Onsite(
                base(request),
                "/agency/surveys/" + request.surveyId() + "/results",
                words.text(request.survey().newest().survey().title()),
                choices,
                wave.map(OnsiteWave::code).orElse(""),
                wave.map(OnsiteWave::query).orElse(""),
                wave.filter(each -> each.past() && plan.isPresent())
                        .map(each -> words.say("onsite.past", Map.of("wave", each.code())))
                        .orElse(""),
                note(words, wave, plan.isPresent()),
                wave.filter(OnsiteWave::isOnsite)
                        .map(each -> facts(words, each))
                        .orElse(List.of()),
                form.typed(),
                errors,
                done,
                preview,
                plan);
    }

    private static String note(Words words, Optional<OnsiteWave> wave, boolean drawn) {
        if (wave.isEmpty()) {
            return words.say("onsite.note.wave");
        }
        if (wave.filter(OnsiteWave::isOnsite).isEmpty()) {
            return words.say("onsite.note.design");
        }
        return wave.get().past() && !drawn
                ? words.say("onsite.note.past", Map.of("wave", wave.get().code()))
                : "";
    }

    private static List<String> facts(Words words, OnsiteWave wave) {
        return List.of(
                words.say(
                        "onsite.fact.counters",
                        Map.of(
                                "counters",
                                String.join(
                                        words.say("list.comma"),
                                        wave.counters(words).values()))),
                words.say(
                        "onsite.fact.sessions",
                        Map.of(
                                "drawn", wave.onsite().drawSessions(),
                                "sessions", wave.onsite().sessions())),
                words.say(
                        "onsite.fact.interval", Map.of("interval", wave.onsite().interval())));
    }

    /** What was typed, with what it would draw as far as it is good. */
    private record Asked(OnsiteForm form, Optional<OnsitePreview> preview) {}

    private Asked asked(StaffRequest request, OnsiteWave wave, OnsiteForm form) {
        if (!form.errors().isEmpty()) {
            return new Asked(form, Optional.empty());
        }
        OnsiteDays days = OnsiteDays.of(doors.cases().calendars().period(form.from(), form.to()), form);
        OnsitePreview preview = new OnsitePreview(request.words(), wave, form, days, request.now());
        return preview.wish()
                .fault()
                .map(fault -> new Asked(form.with("to", "onsite.error." + fault), Optional.empty()))
                .orElseGet(() -> new Asked(form, Optional.of(preview)));
    }

    private Future<StaffReply> preview(StaffRequest request, boolean last) {
        OnsiteForm form = OnsiteForm.of(request::query);
        return wave(doors, request).compose(found -> {
            if (found.filter(OnsiteWave::isOnsite).isEmpty()) {
                return page(request, 200, form, Optional.empty());
            }
            Asked asked = asked(request, found.get(), form);
            return page(
                    request,
                    asked.preview().isPresent() ? 200 : 422,
                    asked.form(),
                    asked.preview().map(each -> each.view(last)));
        });
    }

    private Future<StaffReply> draw(StaffRequest request) {
        OnsiteForm form = OnsiteForm.of(request::field);
        return new DrawnWaves(doors)
                .worked(request)
                .compose(present -> wave(doors, request))
                .compose(found -> {
                    if (found.filter(OnsiteWave::isOnsite).isEmpty()) {
                        return page(request, 422, form, Optional.empty());
                    }
                    Asked asked = asked(request, found.get(), form);
                    if (asked.preview().isEmpty()) {
                        return page(request, 422, asked.form(), Optional.empty());
                    }
                    return draw(request, found.get(), asked.preview().get());
                });
    }

    /** Only what was looked at is drawn: the calendar may have changed since. */
    private Future<StaffReply> draw(StaffRequest request, OnsiteWave wave, OnsitePreview preview) {
        OnsiteForm form = preview.form();
        if (!request.field("frame").equals(OnsitePlan.frameHash(preview.wish()))) {
            return page(request, 422, form.with("", "onsite.error.changed"), Optional.of(preview.view(true)));
        }
        return desk().draw(
                        request.surveyId(),
                        wave.code(),
                        preview.days().period(form),
                        preview.wish(),
                        form.seed(setup.random()),
                        request.actOnSurvey())
                .<StaffReply>map(drawn -> new StaffReply.SeeOther(DrawnWaves.back(request, base(request), "draw")))
                .recover(failure ->
                        failure instanceof Problem problem && problem.code().equals("onsite.drawn")
                                ? page(request, 409, form.with("", "onsite.error.drawn"), Optional.empty())
                                : Future.failedFuture(failure));
    }

    private Future<Optional<OnsiteViews.Plan>> plan(StaffRequest request, OnsiteWave wave) {
        return desk().plans()
                .find(request.surveyId(), wave.code())
                .compose(found -> found.map(plan -> shown(request, wave, plan).map(Optional::of))
                        .orElseGet(() -> Future.succeededFuture(Optional.empty())));
    }

    private Future<OnsiteViews.Plan> shown(StaffRequest request, OnsiteWave wave, OnsitePlan plan) {
        OnsiteProof proof = new OnsiteProof(plan, request.words().zone());
        return desk().plans()
                .states(request.surveyId(), wave.code())
                .map(states -> OnsitePlanView.of(
                        request.words(),
                        wave,
                        plan,
                        states,
                        here(request),
                        proof.isOfTheCommand() ? proof.command() : ""));
    }

    private Future<StaffReply> proof(StaffRequest request, String name) {
        return wave(doors, request)
                .compose(wave -> wave.map(each -> desk().plans().find(request.surveyId(), each.code()))
                        .orElseGet(() -> Future.succeededFuture(Optional.empty())))
                .compose(found -> found.map(
                                plan -> new OnsiteProof(plan, request.words().zone())
                                        .reply(name, doors.invite().draw().aside()))
                        .orElseGet(() -> show(request)));
    }

    /** The audit record (DR4): with it anybody can draw the same sessions. */
    private Future<StaffReply> record(StaffRequest request) {
        return wave(doors, request)
                .compose(wave -> wave.map(each -> desk().plans().find(request.surveyId(), each.code()))
                        .orElseGet(() -> Future.succeededFuture(Optional.empty())))
                .compose(found -> found.<Future<StaffReply>>map(plan -> Future.succeededFuture(new StaffReply.File(
                                "application/json; charset=utf-8",
                                plan.survey() + "-" + plan.wave() + "-sessions.json",
                                Buffer.buffer(json(plan).encodePrettily() + "\n"))))
                        .orElseGet(() -> show(request)));
    }

    private static JsonObject json(OnsitePlan plan) {
        JsonArray sessions = new JsonArray();
        plan.sessions()
                .forEach(session -> sessions.add(new JsonObject()
                        .put("no", session.no())
                        .put("code", session.code())
                        .put("start", session.start())
                        .put("probability", session.probability())));
        JsonArray halfDays = new JsonArray();
        plan.wish().halfDays().forEach(time -> halfDays.add(time.text()));
        return new JsonObject()
                .put("format", "minsheng-draw/1")
                .put("algorithm", "SplitMix64; smallest_64_bit_numbers_within_counters; start_1_to_k")
                .put("algorithm_version", 1)
                .put("seed", plan.seed().value())
                .put("seed_source", plan.seed().source().key())
                .put("survey", plan.survey())
                .put("wave", plan.wave())
                .put("from", plan.period().from().toString())
                .put("to", plan.period().to().toString())
                .put("calendar", plan.period().calendar())
                .put("closed_by_hand", days(plan.period().closed()))
                .put("opened_by_hand", days(plan.period().opened()))
                .put("counters", new JsonArray(plan.wish().counters()))
                .put("half_days", halfDays)
                .put(
                        "frame_rows",
                        plan.wish().counters().size() * plan.wish().halfDays().size())
                .put("frame_sha256", plan.frameHash())
                .put("interval", plan.interval())
                .put("drawn_sha256", plan.drawnHash())
                .put("sessions", sessions)
                .put("by", plan.actor())
                .put("at", plan.at().toString());
    }

    private static JsonArray days(List<LocalDate> days) {
        JsonArray all = new JsonArray();
        days.forEach(day -> all.add(day.toString()));
        return all;
    }
}
