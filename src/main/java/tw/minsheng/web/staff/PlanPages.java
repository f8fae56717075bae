package tw.minsheng.web.staff;

import io.vertx.core.Future;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import tw.minsheng.report.plan.SamplePlan;
import tw.minsheng.report.plan.Wish;
import tw.minsheng.security.Permission;
import tw.minsheng.security.Rights;
import tw.minsheng.survey.SamplingPlan;
import tw.minsheng.survey.Survey;

/** 抽樣規劃: how many must be asked, explained step by step. Nothing is kept: a plan is its address. */
public final class PlanPages {

    private static final String PATH = "/agency/plan";
    private static final String OF_SURVEY = "/agency/surveys/:survey/plan";

    private final Pages pages;

    PlanPages(Pages pages) {
        this.pages = pages;
    }

    /** A line of a table. */
    public record Line(String name, List<String> cells, String note) {}

    /** A line across the drawing with its words. */
    public record Rule(double at, String words) {}

    /**
     * The curve of the sampling error.
     *
     * @param width in pixels of its own; text is as large in a narrow one
     * @param line points of the polyline
     * @param across lines of the error, {@code upright} lines of the answers
     * @param x where the plan lies, {@code y} too
     */
    public record Curve(int width, String line, List<Rule> across, List<Rule> upright, double x, double y) {}

    /**
     * What the plan says.
     *
     * @param toChange what to change where the wish cannot be reached, "" where it can
     * @param sessions how much of it falls to a session on site, "" elsewhere
     * @param steps of the computation, {@code limits} what to know of it
     * @param curves the same curve for a desk and for a phone, {@code curve} its numbers
     * @param stratified what the strata do to the whole, {@code small} which of them have too few people; "" where nothing is to say
     */
    public record Answer(
            String sentence,
            String toChange,
            String sessions,
            List<Line> steps,
            List<String> limits,
            List<Line> rates,
            List<Curve> curves,
            List<Line> curve,
            List<Line> strata,
            String stratified,
            String small,
            String group,
            String change,
            String cost,
            String command) {}

    /**
     * @param action address of the form
     * @param about title of the survey, "" for none
     * @param way what the keys of words about asking end with: ".onsite" where visitors are asked, "" where people of a list are
     * @param next address of the page that draws, "" where there is none or another may open it
     */
    public record Plan(
            String action,
            String about,
            String way,
            String next,
            Map<String, String> typed,
            Map<String, String> errors,
            List<CaseViews.Choice> sharing,
            Optional<Answer> answer) {}

    List<StaffRoute> routes() {
        return List.of(
                StaffRoute.get(PATH, Permission.SEE_SURVEY, this::show),
                StaffRoute.get(OF_SURVEY, Permission.SEE_SURVEY, this::show));
    }

    private Future<StaffReply> show(StaffRequest request) {
        Optional<Survey> open =
                request.listed().map(listed -> listed.newest().survey()).filter(OpenPlanPage::isFor);
        if (open.isPresent()) {
            return OpenPlanPage.show(request, pages, open.get());
        }
        PlanForm declared = request.listed()
                .map(listed -> PlanForm.of(listed.newest().survey(), request.words()))
                .orElseGet(PlanForm::usual);
        PlanForm form = isAsked(request) ? declared.with(request::has, request::query) : declared;
        return pages.show(request, "plan", plan(request, form));
    }

    private static boolean isAsked(StaffRequest request) {
        return PlanForm.FIELDS.stream().anyMatch(field -> !request.query(field).isEmpty());
    }

    private static Optional<SamplingPlan> declared(StaffRequest request) {
        return request.listed().map(listed -> listed.newest().survey().sampling());
    }

    private static Plan plan(StaffRequest request, PlanForm form) {
        Words words = request.words();
        SamplingPlan.Onsite onsite = declared(request)
                .filter(declared -> declared.design() == SamplingPlan.Design.ONSITE)
                .map(SamplingPlan::onsite)
                .orElse(SamplingPlan.Onsite.NONE);
        String way = onsite.equals(SamplingPlan.Onsite.NONE) ? "" : ".onsite";
        Map<String, String> errors = new LinkedHashMap<>();
        PlanForm.FIELDS.stream()
                .filter(form.errors()::containsKey)
                .forEach(field -> errors.put(field, words.say(form.errors().getOrDefault(field, ""))));
        Optional<SamplePlan> plan = form.isGood() ? SamplePlan.of(form.wish()) : Optional.empty();
        if (form.isGood() && plan.isEmpty()) {
            errors.put("margin", words.say("plan.wrong.uncountable"));
        }
        return new Plan(
                request.pathOnly(),
                request.listed()
                        .map(listed -> words.text(listed.newest().survey().title()))
                        .orElse(""),
                way,
                next(request, way),
                form.typed(),
                errors,
                List.of("proportional", "equal").stream()
                        .map(key -> new CaseViews.Choice(
                                key,
                                words.say("plan.sharing." + key),
                                key.equals(form.typed().get("sharing"))))
                        .toList(),
                plan.map(each -> answer(words, form.wish(), each, way, sessions(words, each, onsite))));
    }

    private static String next(StaffRequest request, String way) {
        if (request.listed().isEmpty() || !Rights.has(request.account(), Permission.CHANGE_WAVES)) {
            return "";
        }
        return "/agency/surveys/" + request.surveyId() + (way.isEmpty() ? "/sample" : "/onsite");
    }

    /** Slips and visitors of one session, when all sessions take the same. */
    private static String sessions(Words words, SamplePlan plan, SamplingPlan.Onsite onsite) {
        if (onsite.drawSessions() < 1) {
            return "";
        }
        long slips = (plan.contacts() + onsite.drawSessions() - 1) / onsite.drawSessions();
        return words.say(
                "plan.sessions",
                Map.of(
                        "sessions", words.number(onsite.drawSessions()),
                        "interval", words.number(onsite.interval()),
                        "slips", words.number(slips),
                        "visitors", words.number(slips * onsite.interval())));
    }

    private static Answer answer(Words words, Wish wish, SamplePlan plan, String way, String sessions) {
        PlanReach reach = new PlanReach(words, wish, plan, way);
        return new Answer(
                reach.sentence(),
                reach.change(),
                sessions,
                steps(words, wish, plan, way),
                List.of(words.say("plan.limit.drawn"), words.say("plan.limit.nonresponse" + way)),
                reach.rates(),
                new PlanCurve(words, plan).inEachWidth(),
                new PlanCurve(words, plan).table(),
                reach.strata(),
                sharing(words, wish, plan),
                reach.smallStrata(),
                group(words, wish, plan),
                change(words, wish, plan),
                wish.cost() > 0
                        ? words.say(
                                "plan.cost.all" + way,
                                Map.of(
                                        "cost", words.number(Math.round(plan.cost())),
                                        "each", PlanForm.plain(wish.cost()),
                                        "contacts", words.number(plan.contacts())))
                        : "",
                command(wish));
    }

    /** Each step with the number before it is rounded, so that it can be computed again. */
    private static List<Line> steps(Words words, Wish wish, SamplePlan plan, String way) {
        String z = words.say(
                "plan.step.n0.note",
                Map.of("p", PlanForm.plain(wish.proportion() * 100), "margin", points(wish.margin())));
        String frame = wish.layers().isEmpty() && wish.population().isEmpty()
                ? words.say("plan.step.fpc.none")
                : words.say("plan.step.fpc.note");
        return List.of(
                new Line(words.say("plan.step.n0"), List.of(fixed(plan.steps().unlimited(), 2)), z),
                new Line(words.say("plan.step.fpc"), List.of(fixed(plan.steps().corrected(), 2)), frame),
                new Line(
                        words.say("plan.step.deff"),
                        List.of(fixed(plan.steps().withDeff(), 2)),
                        words.say(
                                "plan.step.deff.note",
                                Map.of(
                                        "deff", PlanForm.plain(wish.deff()),
                                        "before", words.number(plan.steps().deffFirst())))),
                new Line(
                        words.say("plan.step.answers"),
                        List.of(words.number(plan.answers())),
                        words.say("plan.step.answers.note")),
                new Line(
                        words.say("plan.step.contacts" + way),
                        List.of(words.number(plan.contacts())),
                        words.say(
                                plan.everybody().isPresent()
                                        ? "plan.step.contacts.whole" + way
                                        : plan.layers().isEmpty()
                                                ? "plan.step.contacts.note"
                                                : "plan.step.contacts.strata",
                                Map.of("rate", PlanForm.plain(wish.responseRate() * 100)))));
    }

    static String margin(Words words, OptionalDouble margin) {
        return margin.isPresent() ? "±" + points(margin.getAsDouble()) : words.say("plan.no_error");
    }

    /** What sharing among strata costs, and whether each can have what was wished for it. */
    private static String sharing(Words words, Wish wish, SamplePlan plan) {
        if (plan.sharingDeff().isEmpty()) {
            return "";
        }
        double deff = plan.sharingDeff().getAsDouble();
        String cost = words.say(deff > 1.005 ? "plan.strata.deff" : "plan.strata.even", Map.of("deff", fixed(deff, 2)));
        long least = SamplePlan.leastOfAll(wish);
        return wish.sharing() == Wish.Sharing.EQUAL || least <= plan.answers()
                ? cost
                : words.say(
                                "plan.strata.least",
                                Map.of(
                                        "least", words.number(wish.least()),
                                        "sum", words.number(least),
                                        "n", words.number(plan.answers())))
                        + cost;
    }

    private static String group(Words words, Wish wish, SamplePlan plan) {
        if (wish.groups() < 2) {
            return words.say("plan.group.one");
        }
        if (plan.group().answers() == 0) {
            return words.say("plan.group.none", Map.of("groups", words.number(wish.groups())));
        }
        return words.say(
                "plan.group",
                Map.of(
                        "groups", words.number(wish.groups()),
                        "n", words.number(plan.group().answers()),
                        "margin", margin(words, plan.group().margin())));
    }

    private static String change(Words words, Wish wish, SamplePlan plan) {
        long answers = plan.reached();
        Map<String, String> args = Map.of(
                "n", words.number(answers),
                "share", PlanForm.plain(wish.proportion() * 100),
                "power", PlanForm.plain(SamplePlan.POWER * 100),
                "confidence", PlanForm.plain(wish.confidence() * 100),
                "points", plan.change().isPresent() ? points(plan.change().getAsDouble()) : "");
        return words.say(plan.change().isPresent() ? "plan.change" : "plan.change.none", args);
    }

    private static String command(Wish wish) {
        String population = wish.layers().isEmpty()
                ? wish.population().isPresent()
                        ? " --population " + wish.population().getAsLong()
                        : ""
                : " --population "
                        + wish.layers().stream().mapToLong(Wish.Layer::size).sum();
        return "minsheng sample size --margin " + PlanForm.plain(wish.margin()) + " --confidence "
                + PlanForm.plain(wish.confidence())
                + population + " --proportion " + PlanForm.plain(wish.proportion()) + " --deff "
                + PlanForm.plain(wish.deff())
                + " --response-rate " + PlanForm.plain(wish.responseRate());
    }

    static String points(double share) {
        return fixed(share * 100, 1);
    }

    static String fixed(double number, int digits) {
        return String.format(Locale.ROOT, "%,." + digits + "f", number);
    }
}
