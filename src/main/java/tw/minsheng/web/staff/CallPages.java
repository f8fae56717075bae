package tw.minsheng.web.staff;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tw.minsheng.collect.DataSet;
import tw.minsheng.invite.AfterClosingPlan;
import tw.minsheng.invite.Calls;
import tw.minsheng.invite.Invitations;
import tw.minsheng.kernel.Act;
import tw.minsheng.kernel.Fault;
import tw.minsheng.kernel.Problem;
import tw.minsheng.security.Permission;
import tw.minsheng.security.Rights;
import tw.minsheng.survey.Survey;

/** Staff call whom no mail reaches, key the answer in, and write down what came of each call. */
public final class CallPages {

    private static final String OF_CASES = "/agency/cases/survey/calls";
    private static final String OF_SURVEY = "/agency/surveys/:survey/calls";
    private static final Duration HOLD = Duration.ofMinutes(30);
    /** Who did not answer is not called again before. */
    private static final Duration PAUSE = Duration.ofHours(4);

    private static final Duration FARTHEST = Duration.ofDays(30);

    private final StaffDoors doors;
    private final Pages pages;

    CallPages(StaffDoors doors, Pages pages) {
        this.doors = doors;
        this.pages = pages;
    }

    /**
     * Somebody to call.
     *
     * @param until when the number goes back, in words
     * @param answered whether her answer is there
     */
    public record Callee(
            String contact, String name, String phone, String language, int tries, String until, boolean answered) {}

    /**
     * @param base address of the page
     * @param open whether anybody may be called at all
     * @param numbers the number that is held, at most one
     * @param left who may be called, now or later; {@code now} of them now
     * @param results what came of calls, in words
     */
    public record Desk(
            String base,
            String title,
            boolean open,
            List<Callee> numbers,
            long left,
            long now,
            List<CaseViews.Fact> results,
            List<CaseViews.Choice> choices,
            String done,
            Map<String, String> errors) {}

    List<StaffRoute> routes() {
        return List.of(
                StaffRoute.get(OF_CASES, Permission.SEE_CASE_FIGURES, this::show),
                StaffRoute.post(OF_CASES, Permission.SEE_CASE_FIGURES, this::change),
                StaffRoute.get(OF_SURVEY, Permission.CHANGE_WAVES, this::show),
                StaffRoute.post(OF_SURVEY, Permission.CHANGE_WAVES, this::change));
    }

    private static boolean isOfCases(StaffRequest request) {
        return request.listed().isEmpty();
    }

    private AfterClosingPlan plan() {
        return doors.invite().plan();
    }

    private static String base(StaffRequest request) {
        return isOfCases(request) ? OF_CASES : "/agency/surveys/" + request.surveyId() + "/calls";
    }

    /** Empty when nobody is to be called: petitioners are called from the pages of cases only. */
    private Future<Optional<Calls.Desk>> desk(StaffRequest request) {
        boolean ofCases = isOfCases(request);
        String survey = ofCases ? plan().survey() : request.surveyId();
        if (ofCases != (plan().isGiven() && plan().survey().equals(survey))) {
            return Future.succeededFuture(Optional.empty());
        }
        Set<String> reach = Rights.reach(request.account(), Permission.SEE_CASES, request.tree());
        return doors.surveys()
                .find(survey, DataSet.LIVE)
                .map(found -> found.filter(offer -> offer.wave().isOpen(request.now()))
                        .filter(offer -> isByTelephone(offer.current().survey()))
                        .map(offer -> new Calls.Desk(
                                new Invitations.Round(survey, offer.wave().code()),
                                ofCases,
                                reach,
                                request.account().name())));
    }

    /** Where a survey names its modes and this is none of them, nobody hears an answer. */
    private static boolean isByTelephone(Survey survey) {
        return survey.modes().isEmpty() || survey.modes().contains(Survey.Mode.PHONE);
    }

    private Calls calls() {
        return doors.invite().calls();
    }

    private static Act act(StaffRequest request) {
        return isOfCases(request) ? request.act(request.account().agency()) : request.actOnSurvey();
    }

    private Future<StaffReply> show(StaffRequest request) {
        return page(request, 200, Map.of());
    }

    private Future<StaffReply> page(StaffRequest request, int status, Map<String, String> errors) {
        return desk(request)
                .compose(found -> found.isEmpty()
                        ? pages.show(request, status, "calls", nothing(request))
                        : calls().held(found.get(), act(request))
                                .compose(held -> calls().standing(found.get(), request.now())
                                        .compose(standing -> pages.show(
                                                request, status, "calls", view(request, held, standing, errors)))));
    }

    private static Desk nothing(StaffRequest request) {
        return new Desk(
                base(request),
                request.words().say("calls"),
                false,
                List.of(),
                0,
                0,
                List.of(),
                List.of(),
                "",
                Map.of());
    }

    private static Desk view(
            StaffRequest request, Optional<Calls.Held> held, Calls.Standing standing, Map<String, String> errors) {
        Words words = request.words();
        String done = request.query("done");
        return new Desk(
                base(request),
                words.say("calls"),
                true,
                held.stream().map(each -> number(words, each)).toList(),
                standing.left(),
                standing.now(),
                Arrays.stream(Calls.Result.values())
                        .filter(each -> standing.results().containsKey(each.key()))
                        .map(each -> new CaseViews.Fact(
                                words.say("calls.result." + each.key()),
                                words.number(standing.results().getOrDefault(each.key(), 0L))))
                        .toList(),
                Arrays.stream(Calls.Result.values())
                        .filter(each -> held.isPresent() && held.get().answered() == (each == Calls.Result.COMPLETE))
                        .map(each -> new CaseViews.Choice(
                                each.key(),
                                words.say("calls.result." + each.key()),
                                request.field("result").equals(each.key())))
                        .toList(),
                done.equals("result") ? words.say("calls.done") : done.equals("none") ? words.say("calls.none") : "",
                errors);
    }

    private static Callee number(Words words, Calls.Held held) {
        return new Callee(
                Long.toString(held.contact()),
                held.name(),
                held.phone(),
                words.say("cases.language." + held.language().tag()),
                held.tries(),
                words.clock(held.until()),
                held.answered());
    }

    private Future<StaffReply> change(StaffRequest request) {
        return desk(request).compose(found -> {
            if (found.isEmpty()) {
                return Future.failedFuture(Problem.notFound("page", ""));
            }
            return switch (request.field("go")) {
                case "next" -> next(request, found.get());
                case "begin" -> begin(request, found.get());
                case "result" -> result(request, found.get());
                default -> Future.failedFuture(Problem.of(Problem.Kind.BAD_REQUEST, "request.bad"));
            };
        });
    }

    private Future<StaffReply> next(StaffRequest request, Calls.Desk desk) {
        return calls().next(desk, request.now().plus(HOLD), act(request))
                .map(found -> new StaffReply.SeeOther(base(request) + (found.isEmpty() ? "?done=none" : "")));
    }

    /** The questionnaire of everybody, by her own link; what is answered there was told on the telephone. */
    private Future<StaffReply> begin(StaffRequest request, Calls.Desk desk) {
        return calls().held(desk, act(request)).compose(held -> {
            Calls.Held mine = held.filter(each -> request.field("contact").equals(Long.toString(each.contact())))
                    .filter(each -> !each.answered())
                    .orElseThrow(() -> Problem.notFound("page", ""));
            return calls().begin(desk, mine.contact(), act(request)).map(begun -> {
                if (!begun) {
                    throw Problem.notFound("page", "");
                }
                return new StaffReply.SeeOther(
                        doors.invite().keys().path(desk.round().survey(), mine.seed()));
            });
        });
    }

    private Future<StaffReply> result(StaffRequest request, Calls.Desk desk) {
        Map<String, String> errors = new LinkedHashMap<>();
        Optional<Calls.Result> result = Calls.Result.of(request.field("result"));
        Instant next = request.now().plus(PAUSE);
        if (result.isEmpty()) {
            errors.put("result", request.words().say("calls.choose"));
        } else if (result.get() == Calls.Result.CALL_BACK) {
            Optional<Instant> typed = typed(request);
            next = typed.orElse(next);
            if (typed.isEmpty()) {
                errors.put("at", request.words().say("calls.when"));
            }
        }
        if (!errors.isEmpty() || !request.field("contact").matches("[0-9]{1,18}")) {
            return page(request, 422, errors);
        }
        long contact = Long.parseLong(request.field("contact"));
        Instant again = next;
        return never(request, desk, contact)
                .compose(said -> calls().result(desk, contact, result.orElseThrow(), again, act(request)))
                .<StaffReply>map(written -> new StaffReply.SeeOther(base(request) + "?done=result"))
                .recover(failure -> failure instanceof Problem problem && problem.kind() == Problem.Kind.INVALID
                        ? page(request, 422, said(request, problem))
                        : Future.failedFuture(failure));
    }

    /**
     * Before the result, which lets go of the number: should the result fail, it is entered again and the wish with it. Only of
     * whom the caller holds.
     */
    private Future<Boolean> never(StaffRequest request, Calls.Desk desk, long contact) {
        if (!request.field("never").equals("1")) {
            return Future.succeededFuture(false);
        }
        return calls().held(desk, act(request))
                .compose(held -> held.isPresent() && held.get().contact() == contact
                        ? doors.invite()
                                .invitations()
                                .refuse(contact, doors.invite().keys(), act(request))
                        : Future.succeededFuture(false));
    }

    private static Map<String, String> said(StaffRequest request, Problem problem) {
        Fault fault = problem.faults().get(0);
        return Map.of(fault.place(), request.words().say("calls.gone"));
    }

    /** Within the next month. */
    private static Optional<Instant> typed(StaffRequest request) {
        try {
            Instant at = LocalDateTime.parse(request.field("at"))
                    .atZone(request.words().zone())
                    .toInstant();
            boolean good =
                    at.isAfter(request.now()) && at.isBefore(request.now().plus(FARTHEST));
            return good ? Optional.of(at) : Optional.empty();
        } catch (DateTimeParseException noTime) {
            return Optional.empty();
        }
    }
}
