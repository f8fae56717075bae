package tw.minsheng.web.staff;

import io.vertx.core.Future;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tw.minsheng.security.AuditEntry;
import tw.minsheng.security.Permission;
import tw.minsheng.survey.Question;
import tw.minsheng.survey.Survey;
import tw.minsheng.survey.Variable;
import tw.minsheng.survey.Weighting;
import tw.minsheng.survey.file.definition.WeightingText;

/**
 * 加權: what the declared weights do, and what others would do. Nothing is kept: a trial is its address, and only the reviewed survey
 * file says what reports use.
 */
public final class WeightingPages {

    private static final String PATH = "/agency/surveys/:survey/weighting";

    private final StaffDoors doors;
    private final StaffSetup setup;
    private final Pages pages;
    private final ResultPages results;

    WeightingPages(StaffDoors doors, StaffSetup setup, Pages pages, ResultPages results) {
        this.doors = doors;
        this.setup = setup;
        this.pages = pages;
        this.results = results;
    }

    /**
     * A population that the sample can be weighted to.
     *
     * @param field name of its field
     * @param about where it is from, of which day, how large
     */
    public record Known(String field, String label, String about, boolean chosen) {}

    /**
     * @param state which weights are shown, in words; {@code trial} whether they are not those of reports
     * @param hidden fields that keep set and wave
     * @param usual address of the declared weights
     * @param yaml the weights as the survey file says them, {@code put} what to do with it
     * @param sample how to begin where no population is known, "" where one is
     */
    public record View(
            ResultPages.Results results,
            String state,
            boolean trial,
            Map<String, String> hidden,
            List<CaseViews.Choice> methods,
            List<Known> known,
            Map<String, String> typed,
            Map<String, String> errors,
            String usual,
            String yaml,
            String put,
            String sample) {}

    List<StaffRoute> routes() {
        return List.of(StaffRoute.get(PATH, Permission.SEE_RESULTS, this::show));
    }

    private Future<StaffReply> show(StaffRequest request) {
        Survey survey = request.survey().newest().survey();
        WeightingForm form = WeightingForm.of(survey, request::query);
        return AnswerChoice.of(request, doors, setup).compose(choice -> {
            boolean nothing = choice.count() == 0 || !form.errors().isEmpty();
            Future<String> made = nothing
                    ? Future.succeededFuture("")
                    : audited(request)
                            .compose(written -> doors.reports()
                                    .weighting(
                                            choice.selection(),
                                            form.tried(),
                                            request.words().language()));
            return made.compose(html -> pages.show(request, "weighting", view(request, survey, form, choice, html)));
        });
    }

    private Future<Void> audited(StaffRequest request) {
        return doors.security()
                .audit()
                .write(AuditEntry.done(request.actOnSurvey(), "results.read", request.surveyId()));
    }

    private View view(StaffRequest request, Survey survey, WeightingForm form, AnswerChoice choice, String html) {
        Words words = request.words();
        Weighting declared = survey.weighting();
        Weighting shown = form.tried().orElse(declared);
        boolean trial = !shown.makesTheSameAs(declared);
        Map<String, String> errors = new LinkedHashMap<>();
        for (String field : WeightingForm.ORDER) {
            if (form.errors().containsKey(field)) {
                errors.put(field, words.say(form.errors().getOrDefault(field, "")));
            }
        }
        return new View(
                results.results(request, choice, html),
                words.say(
                        trial ? "weighting.trial" : "weighting.declared",
                        Map.of("declared", inWords(words, survey, declared), "shown", inWords(words, survey, shown))),
                trial,
                Map.of(
                        "set",
                        choice.selection().set().code(),
                        "wave",
                        choice.selection().wave()),
                Stream.of(
                                Weighting.Method.RAKING,
                                Weighting.Method.CELL,
                                Weighting.Method.LINEAR,
                                Weighting.Method.LOGIT,
                                Weighting.Method.NONE)
                        .map(WeightingForm::key)
                        .map(key -> new CaseViews.Choice(
                                key,
                                words.say("weighting.method." + key),
                                key.equals(form.typed().get(WeightingForm.METHOD))))
                        .toList(),
                known(words, survey, form),
                form.typed(),
                errors,
                request.pathOnly() + "?" + choice.query(),
                WeightingText.of(shown),
                words.say(trial ? "weighting.put.trial" : "weighting.put.declared"),
                survey.populations().isEmpty() ? sample(words, survey) : "");
    }

    /** 反覆加權（櫃臺、行政區；修剪 0.3 至 3）. */
    private static String inWords(Words words, Survey survey, Weighting weighting) {
        if (weighting.method() == Weighting.Method.NONE) {
            return words.say("weighting.method.none");
        }
        String variables = weighting.margins().stream()
                .map(margin -> label(words, survey, margin.variable()))
                .collect(Collectors.joining(words.say("weighting.and")));
        return words.say(
                weighting.isTrimmed() ? "weighting.short.trimmed" : "weighting.short",
                Map.of(
                        "method", method(words, weighting),
                        "variables", variables,
                        "low", PlanForm.plain(weighting.trimLow()),
                        "high", PlanForm.plain(weighting.trimHigh())));
    }

    private static String method(Words words, Weighting weighting) {
        String method = words.say("weighting.method." + WeightingForm.key(weighting.method()));
        return weighting.bounds().isGiven()
                ? words.say(
                        "weighting.bounded",
                        Map.of(
                                "method", method,
                                "low", PlanForm.plain(weighting.bounds().low()),
                                "high", PlanForm.plain(weighting.bounds().high())))
                : method;
    }

    private static String label(Words words, Survey survey, String variable) {
        return survey.variable(variable).map(found -> words.text(found.label())).orElse(variable);
    }

    private static List<Known> known(Words words, Survey survey, WeightingForm form) {
        List<Known> all = new ArrayList<>();
        for (Weighting.Margin margin : survey.populations()) {
            boolean dated = !margin.asOf().equals(LocalDate.EPOCH);
            all.add(new Known(
                    WeightingForm.VARIABLE + margin.variable(),
                    label(words, survey, margin.variable()),
                    words.say(
                            dated ? "weighting.known" : "weighting.known.undated",
                            Map.of(
                                    "source", margin.source(),
                                    "day", dated ? words.day(margin.asOf()) : "",
                                    "total", words.number(margin.population().total()),
                                    "categories",
                                            words.number(
                                                    margin.population().counts().size()),
                                    "file", margin.population().file())),
                    form.by().contains(margin.variable())));
        }
        return all;
    }

    /** What to write into the survey file and beside it, for the first question that can be weighted by. */
    private static String sample(Words words, Survey survey) {
        Optional<Variable> first = survey.variables().stream()
                .filter(variable -> variable.kind() == Variable.Kind.CHOICE)
                .filter(variable -> variable.role() == Question.Role.DEMOGRAPHIC)
                .findFirst();
        return first.map(variable -> {
                    String file = "population/" + variable.id() + ".csv";
                    String codes = variable.values().stream()
                            .map(value -> value.code() + "," + words.say("weighting.sample.n"))
                            .collect(Collectors.joining("\n"));
                    return "weighting:\n  method: raking\n  margins:\n    - {variable: " + variable.id() + ", file: "
                            + file + ", source: " + words.say("weighting.sample.source") + ", asOf: 2026-01-01}\n\n# "
                            + file + "\ncode,n\n" + codes;
                })
                .orElse("");
    }
}
