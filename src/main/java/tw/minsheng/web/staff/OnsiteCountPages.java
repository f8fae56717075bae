package tw.minsheng.web.staff;

import io.vertx.core.Future;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tw.minsheng.invite.onsite.OnsitePlans;
import tw.minsheng.invite.onsite.OnsiteSession;
import tw.minsheng.invite.onsite.SessionCounts;
import tw.minsheng.invite.onsite.SessionState;
import tw.minsheng.kernel.Fault;
import tw.minsheng.kernel.Problem;
import tw.minsheng.security.Permission;

/** Keying in what was counted in a session; what does not fit together is told at its field, and what was typed stays. */
final class OnsiteCountPages {

    private static final List<String> FIELDS = List.of("passed", "approached", "refused", "ineligible");
    private static final String PATH = OnsitePages.PATH + "/counts/:session";

    private final StaffDoors doors;
    private final Pages pages;
    private final OnsitePages onsite;

    OnsiteCountPages(StaffDoors doors, Pages pages, OnsitePages onsite) {
        this.onsite = onsite;
        this.doors = doors;
        this.pages = pages;
    }

    List<StaffRoute> routes() {
        return List.of(
                StaffRoute.get(PATH, Permission.CHANGE_WAVES, this::show),
                StaffRoute.post(PATH, Permission.CHANGE_WAVES, this::keep));
    }

    private OnsitePlans plans() {
        return doors.invite().onsite().desk().plans();
    }

    /** A session of a wave. */
    private record Found(OnsiteWave wave, SessionState state) {}

    /** What is done with a session. */
    private interface Work {
        Future<StaffReply> of(Found found);
    }

    /** Without a plan there is the way to it. */
    private Future<StaffReply> session(StaffRequest request, Work work) {
        return OnsitePages.wave(doors, request).compose(wave -> {
            if (wave.isEmpty()) {
                return onsite.show(request);
            }
            return plans().states(request.surveyId(), wave.orElseThrow().code())
                    .compose(states -> states.isEmpty()
                            ? onsite.show(request)
                            : work.of(found(request, wave.orElseThrow(), states)));
        });
    }

    private static Found found(StaffRequest request, OnsiteWave wave, List<SessionState> states) {
        return states.stream()
                .filter(state -> Integer.toString(state.session().no()).equals(request.path("session")))
                .findFirst()
                .map(state -> new Found(wave, state))
                .orElseThrow(() -> Problem.notFound("page", ""));
    }

    private Future<StaffReply> show(StaffRequest request) {
        return session(request, found -> {
            Map<String, String> typed = new LinkedHashMap<>();
            FIELDS.forEach(field -> typed.put(field, ""));
            found.state().counts().ifPresent(counted -> {
                typed.put("passed", Integer.toString(counted.passed()));
                typed.put("approached", Integer.toString(counted.approached()));
                typed.put("refused", Integer.toString(counted.refused()));
                typed.put("ineligible", Integer.toString(counted.ineligible()));
            });
            return page(request, 200, found, typed, Map.of());
        });
    }

    private Future<StaffReply> page(
            StaffRequest request, int status, Found found, Map<String, String> typed, Map<String, String> errors) {
        Words words = request.words();
        var session = found.state().session();
        String name = name(words, found);
        return pages.show(
                request,
                status,
                "onsitecounts",
                new OnsiteViews.Counting(
                        OnsitePages.base(request),
                        found.wave().query(),
                        session.no(),
                        name,
                        words.say(
                                "onsite.count.answers",
                                Map.of("n", words.number(found.state().complete()))),
                        ahead(request, found),
                        typed,
                        errors));
    }

    private static String name(Words words, Found found) {
        OnsiteSession session = found.state().session();
        return words.day(session.day()) + "　"
                + words.say("onsite.half." + session.half().key()) + "　"
                + OnsitePlanView.counter(found.wave().counters(words), session);
    }

    /** Where nobody can have been asked yet the paper is of another session. */
    private static String ahead(StaffRequest request, Found found) {
        OnsiteSession session = found.state().session();
        return OnsitePlanView.isAhead(session, OnsitePages.here(request))
                ? request.words()
                        .say("onsite.error.ahead", Map.of("no", session.no(), "session", name(request.words(), found)))
                : "";
    }

    private Future<StaffReply> keep(StaffRequest request) {
        return session(request, found -> {
            Words words = request.words();
            Map<String, String> typed = new LinkedHashMap<>();
            FIELDS.forEach(field -> typed.put(field, request.field(field).strip()));
            Map<String, String> errors = new LinkedHashMap<>();
            typed.forEach((field, value) -> {
                if (number(value).isEmpty()) {
                    errors.put(field, words.say("onsite.error.number"));
                }
            });
            SessionCounts counts = new SessionCounts(
                    count(typed, "passed"),
                    count(typed, "approached"),
                    count(typed, "refused"),
                    count(typed, "ineligible"));
            if (errors.isEmpty()) {
                for (Fault fault : counts.faults(found.state().complete())) {
                    errors.put(fault.place(), words.say(fault.code(), fault.args()));
                }
            }
            if (!ahead(request, found).isEmpty()) {
                errors.put("", ahead(request, found));
            }
            if (!errors.isEmpty()) {
                return page(request, 422, found, typed, errors);
            }
            return plans().count(
                            request.surveyId(),
                            found.wave().code(),
                            found.state().session().no(),
                            counts,
                            request.actOnSurvey())
                    .map(kept -> new StaffReply.SeeOther(DrawnWaves.back(request, OnsitePages.base(request), "count")));
        });
    }

    private static int count(Map<String, String> typed, String field) {
        return number(typed.getOrDefault(field, "")).orElse(0);
    }

    /** In any digits; at most five of them. */
    private static Optional<Integer> number(String typed) {
        String plain = java.text.Normalizer.normalize(typed, java.text.Normalizer.Form.NFKC)
                .replace(",", "");
        return plain.matches("[0-9]{1,5}") ? Optional.of(Integer.parseInt(plain)) : Optional.empty();
    }
}
