package tw.minsheng.web.staff;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tw.minsheng.collect.DataSet;
import tw.minsheng.invite.onsite.OnsiteDesk;
import tw.minsheng.invite.onsite.OnsitePlan;
import tw.minsheng.invite.onsite.OnsiteSession;
import tw.minsheng.invite.onsite.SessionCounts;
import tw.minsheng.invite.onsite.SessionState;
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
                StaffRoute.get(PATH + "/record.json", Permission.CHANGE_WAVES, this::record));
    }

    static String base(StaffRequest request) {
        return "/agency/surveys/" + request.surveyId() + "/onsite";
    }

    private OnsiteDesk desk() {
        return doors.invite().onsite().desk();
    }

    /** The newest wave of the survey, open or not. */
    static Future<Optional<OnsiteWave>> wave(StaffDoors doors, StaffRequest request) {
        return doors.surveys().find(request.surveyId(), DataSet.LIVE).map(found -> found.map(OnsiteWave::new));
    }

    /** The plan, or, for whatever needs one, the form with which it is drawn. */
    Future<StaffReply> show(StaffRequest request) {
        LocalDate today = LocalDate.ofInstant(request.now(), request.words().zone());
        return page(request, 200, OnsiteForm.usual(today));
    }

    private Future<StaffReply> page(StaffRequest request, int status, OnsiteForm form) {
        return wave(doors, request).compose(wave -> {
            Future<Optional<OnsiteViews.Plan>> plan =
                    wave.map(each -> plan(request, each)).orElseGet(() -> Future.succeededFuture(Optional.empty()));
            return plan.compose(found -> pages.show(request, status, "onsite", view(request, wave, form, found)));
        });
    }

    private OnsiteViews.Onsite view(
            StaffRequest request, Optional<OnsiteWave> wave, OnsiteForm form, Optional<OnsiteViews.Plan> plan) {
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
                wave.map(OnsiteWave::code).orElse(""),
                note(words, wave),
                wave.filter(OnsiteWave::isOnsite)
                        .map(each -> facts(words, each))
                        .orElse(List.of()),
                form.typed(),
                errors,
                done,
                plan);
    }

    private static String note(Words words, Optional<OnsiteWave> wave) {
        if (wave.isEmpty()) {
            return words.say("onsite.note.wave");
        }
        return wave.filter(OnsiteWave::isOnsite).isPresent() ? "" : words.say("onsite.note.design");
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

    private Future<StaffReply> draw(StaffRequest request) {
        OnsiteForm form = OnsiteForm.of(request::field);
        return wave(doors, request).compose(found -> {
            if (found.filter(OnsiteWave::isOnsite).isEmpty()) {
                return page(request, 422, form);
            }
            OnsiteWave wave = found.orElseThrow();
            OnsitePlan.Wish wish = wave.wish(request.words(), form.halfDays());
            OnsiteForm checked = form.errors().isEmpty()
                    ? wish.fault()
                            .map(fault -> form.with("to", "onsite.error." + fault))
                            .orElse(form)
                    : form;
            if (!checked.errors().isEmpty()) {
                return page(request, 422, checked);
            }
            return desk().draw(
                            request.surveyId(),
                            wave.code(),
                            form.from(),
                            form.to(),
                            wish,
                            form.seed(setup.random()),
                            request.actOnSurvey())
                    .map(drawn -> new StaffReply.SeeOther(base(request) + "?done=draw"));
        });
    }

    private Future<Optional<OnsiteViews.Plan>> plan(StaffRequest request, OnsiteWave wave) {
        return desk().plans()
                .find(request.surveyId(), wave.code())
                .compose(found -> found.map(plan -> desk().plans()
                                .states(request.surveyId(), wave.code())
                                .map(states -> Optional.of(plan(request.words(), wave, plan, states))))
                        .orElseGet(() -> Future.succeededFuture(Optional.empty())));
    }

    private static OnsiteViews.Plan plan(Words words, OnsiteWave wave, OnsitePlan plan, List<SessionState> states) {
        Map<String, String> counters = wave.counters(words);
        return new OnsiteViews.Plan(
                words.say(
                        "onsite.plan.sentence",
                        Map.of(
                                "from", words.day(plan.from()),
                                "to", words.day(plan.to()),
                                "sessions", plan.sessions().size(),
                                "interval", plan.interval())),
                states.stream().map(state -> row(words, counters, state)).toList(),
                missed(words, states),
                proof(words, plan));
    }

    static String counter(Map<String, String> counters, OnsiteSession session) {
        return counters.getOrDefault(session.counter(), session.counter());
    }

    private static OnsiteViews.Row row(Words words, Map<String, String> counters, SessionState state) {
        OnsiteSession session = state.session();
        List<String> counts = state.counts()
                .map(counted -> List.of(
                        words.number(counted.passed()),
                        words.number(counted.approached()),
                        words.number(counted.refused()),
                        words.number(counted.ineligible())))
                .orElse(List.of("–", "–", "–", "–"));
        return new OnsiteViews.Row(
                session.no(),
                words.day(session.day()),
                words.say("onsite.half." + session.half().key()),
                counter(counters, session),
                session.start(),
                counts,
                words.number(state.complete()),
                state.complete() == 0 ? "–" : String.format(java.util.Locale.ROOT, "%,.1f", state.weight()),
                words.say("onsite.state." + stateOf(state)) + offTheRule(words, state));
    }

    /** No error: a paper may be kept badly, and the weights follow what was counted. */
    private static String offTheRule(Words words, SessionState state) {
        return state.isOffTheRule()
                ? words.say(
                        "onsite.state.off",
                        Map.of(
                                "expected", words.number(state.expected()),
                                "interval", words.number(state.interval()),
                                "asked",
                                        words.number(state.counts()
                                                .map(SessionCounts::approached)
                                                .orElse(0))))
                : "";
    }

    private static String stateOf(SessionState state) {
        if (state.counts().isEmpty()) {
            return state.complete() == 0 ? "open" : "uncounted";
        }
        if (!state.isCorrected()) {
            return "misfit";
        }
        return state.complete() == 0 ? "unanswered" : "good";
    }

    /** What keeps the sample from being what was drawn, each with what to do. */
    private static List<String> missed(Words words, List<SessionState> states) {
        List<String> missed = new ArrayList<>();
        for (String state : List.of("open", "unanswered", "uncounted", "misfit")) {
            long n = states.stream().filter(each -> stateOf(each).equals(state)).count();
            if (n > 0) {
                missed.add(words.say("onsite.missed." + state, Map.of("n", n)));
            }
        }
        return missed;
    }

    private static List<List<String>> proof(Words words, OnsitePlan plan) {
        return List.of(
                List.of(words.say("onsite.proof.seed"), Long.toString(plan.seed())),
                List.of(words.say("onsite.proof.who"), plan.actor() + "　" + words.moment(plan.at())),
                List.of(words.say("onsite.proof.frame"), plan.frameHash()),
                List.of(words.say("onsite.proof.drawn"), plan.drawnHash()),
                List.of(
                        words.say("onsite.proof.again"),
                        words.say(plan.isReproduced() ? "onsite.proof.same" : "onsite.proof.other")));
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
                .put("seed", plan.seed())
                .put("survey", plan.survey())
                .put("wave", plan.wave())
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
}
