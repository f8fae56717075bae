package tw.minsheng.web.staff;

import io.vertx.core.Future;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tw.minsheng.report.plan.OpenPlan;
import tw.minsheng.report.plan.Wish;
import tw.minsheng.survey.SamplingPlan;
import tw.minsheng.survey.Survey;

/**
 * 規劃 of a survey whose people come by themselves or by quota. Numbers of a drawn sample would be untrue of them, so the page says what
 * a number of answers is good for and nothing of how far they are from everybody.
 */
public final class OpenPlanPage {

    /** Fields of the form, as they follow each other. */
    static final List<String> FIELDS = List.of("answers", "groups", "smallest", "strata");

    private static final Map<String, String> USUAL =
            Map.of("answers", "200", "groups", "1", "smallest", "", "strata", "");
    private static final long MOST = 1_000_000_000L;
    private static final double PERCENT = 100;

    private OpenPlanPage() {}

    /**
     * @param sentence what so many answers give
     * @param quotas empty without categories
     */
    public record Answer(String sentence, List<PlanPages.Line> uses, List<PlanPages.Line> quotas) {}

    /**
     * @param action address of the form
     * @param about title of the survey
     * @param why why there is no number of another kind
     */
    public record View(
            String action,
            String about,
            String why,
            Map<String, String> typed,
            Map<String, String> errors,
            Optional<Answer> answer) {}

    /** Whether the people of a survey are not drawn. */
    static boolean isFor(Survey survey) {
        SamplingPlan.Design design = survey.sampling().design();
        return !design.isProbability() && design != SamplingPlan.Design.CENSUS;
    }

    static Future<StaffReply> show(StaffRequest request, Pages pages, Survey survey) {
        Words words = request.words();
        boolean asked = FIELDS.stream().anyMatch(field -> !request.query(field).isEmpty());
        Map<String, String> typed = new LinkedHashMap<>();
        FIELDS.forEach(field -> typed.put(
                field,
                asked
                        ? StaffRequest.checked(request.query(field).strip(), PlanForm.LONGEST)
                        : USUAL.getOrDefault(field, "")));
        if (!asked) {
            typed.put("strata", categories(survey, words));
        }
        PlanForm.Reader reader = new PlanForm.Reader(typed);
        OpenPlan.Asked wish = wish(reader, survey);
        Map<String, String> errors = new LinkedHashMap<>();
        reader.errors().forEach((field, key) -> errors.put(field, words.say(key)));
        return pages.show(
                request,
                "openplan",
                new View(
                        request.pathOnly(),
                        words.text(survey.title()),
                        words.say("openplan.why."
                                + survey.sampling().design().name().toLowerCase(Locale.ROOT)),
                        typed,
                        errors,
                        errors.isEmpty() ? Optional.of(answer(words, wish)) : Optional.empty()));
    }

    /** Categories of the first population that the survey knows. */
    private static String categories(Survey survey, Words words) {
        return survey.populations().stream()
                .findFirst()
                .map(margin -> PlanForm.lines(margin.population(), PlanForm.names(survey, margin.variable(), words)))
                .orElse("");
    }

    private static OpenPlan.Asked wish(PlanForm.Reader reader, Survey survey) {
        long answers = reader.whole("answers", 1, MOST);
        long groups = reader.whole("groups", 1, 1000);
        double share =
                reader.isEmpty("smallest") ? 1.0 / groups : reader.number("smallest", 0, PERCENT, true) / PERCENT;
        if (share * groups > 1 + 1e-9) {
            reader.errors().putIfAbsent("smallest", "openplan.wrong.share");
        }
        List<Wish.Layer> layers = reader.layers();
        boolean good = reader.errors().isEmpty();
        int items = survey.constructs().stream()
                .mapToInt(construct -> construct.items().size())
                .sum();
        return new OpenPlan.Asked(
                answers, good ? share : 1, survey.privacy().minCellSize(), items, good ? layers : List.of());
    }

    private static Answer answer(Words words, OpenPlan.Asked asked) {
        OpenPlan plan = OpenPlan.of(asked);
        boolean grouped = asked.share() < 1;
        long missing = plan.enoughForAll().orElse(0);
        String sentence = words.say(
                plan.answers() >= missing ? "openplan.answer.enough" : "openplan.answer.short",
                Map.of(
                        "n", words.number(plan.answers()),
                        "least", words.number(missing),
                        "smallest",
                                grouped
                                        ? words.say(
                                                "openplan.answer.smallest", Map.of("n", words.number(plan.smallest())))
                                        : ""));
        List<PlanPages.Line> uses = plan.uses().stream()
                .map(use -> new PlanPages.Line(
                        words.say(
                                "openplan.use." + use.purpose().name().toLowerCase(Locale.ROOT),
                                Map.of("hidden", asked.hidden(), "items", asked.items())),
                        List.of(
                                words.number(use.least()),
                                words.say(use.enough() ? "openplan.enough" : "openplan.too_few")),
                        ""))
                .toList();
        long population = asked.layers().stream().mapToLong(Wish.Layer::size).sum();
        List<PlanPages.Line> quotas = plan.quotas().stream()
                .map(quota -> new PlanPages.Line(
                        quota.layer().name(),
                        List.of(
                                words.number(quota.layer().size()),
                                PlanForm.plain(Math.rint(1000.0 * quota.layer().size() / population) / 10) + "%",
                                words.number(quota.answers())),
                        ""))
                .toList();
        return new Answer(sentence, uses, quotas);
    }
}
