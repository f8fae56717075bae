package tw.minsheng.web.staff;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import tw.minsheng.collect.DataSet;
import tw.minsheng.collect.Wave;
import tw.minsheng.kernel.Language;
import tw.minsheng.kernel.Problem;
import tw.minsheng.security.AuditEntry;
import tw.minsheng.security.Permission;
import tw.minsheng.survey.Question;
import tw.minsheng.survey.Survey;
import tw.minsheng.survey.Variable;

/** Live results, the report, and the files; whoever reads or takes them is written down first. */
public final class ResultPages {

    static final String STYLE = "/reports/style.css";
    private static final int AGAIN_SECONDS = 5;

    private final StaffDoors doors;
    private final StaffSetup setup;
    private final Pages pages;
    private final StyleSheet style;

    ResultPages(StaffDoors doors, StaffSetup setup, Pages pages) {
        this.doors = doors;
        this.setup = setup;
        this.pages = pages;
        this.style = StyleSheet.of(doors.reports().style());
    }

    /** @param hash of the content: another style has another address */
    private record StyleSheet(Buffer css, String hash) {

        static StyleSheet of(String css) {
            CRC32 sum = new CRC32();
            sum.update(css.getBytes(StandardCharsets.UTF_8));
            return new StyleSheet(Buffer.buffer(css), Long.toHexString(sum.getValue()));
        }
    }

    /** A choice of answers: a link that shows the same page for another set or wave. */
    public record Choice(String label, String href, boolean current) {}

    /**
     * @param title heading of the page
     * @param query set and wave, for the links to files
     * @param n complete answers in the choice
     * @param at when it was computed
     * @param html what the report room made of them, "" when there are no answers
     * @param style address of the style sheet of that
     */
    public record Results(
            String title,
            String base,
            String query,
            List<Choice> choices,
            String n,
            long count,
            String at,
            String html,
            String style) {}

    /** @param sets codes of the sets that can be taken */
    public record Export(String base, List<String> sets, List<String> waves) {}

    List<StaffRoute> routes() {
        String survey = "/agency/surveys/:survey";
        return List.of(
                StaffRoute.get(STYLE, Permission.OWN_ACCOUNT, this::style),
                StaffRoute.get(survey + "/results", Permission.SEE_RESULTS, this::results),
                StaffRoute.get(survey + "/results.json", Permission.SEE_RESULTS, this::json),
                StaffRoute.get(survey + "/scales", Permission.SEE_RESULTS, this::scales),
                StaffRoute.get(survey + "/analysis", Permission.SEE_RESULTS, this::comparisons),
                StaffRoute.get(survey + "/report", Permission.SEE_REPORT, this::report),
                StaffRoute.get(survey + "/report.pdf", Permission.SEE_REPORT, this::pdf),
                StaffRoute.get(survey + "/export", Permission.EXPORT_ANSWERS, this::export),
                StaffRoute.get(survey + "/answers.csv", Permission.EXPORT_ANSWERS, this::answers),
                StaffRoute.get(survey + "/codebook.csv", Permission.EXPORT_ANSWERS, this::codebook),
                StaffRoute.get("/reports/:survey", Permission.SEE_REPORT, this::report),
                StaffRoute.get("/reports/:survey/data/:set/:wave/:file", Permission.SEE_REPORT, this::table),
                StaffRoute.get("/reports/:survey/report.pdf", Permission.SEE_REPORT, this::pdf),
                StaffRoute.get("/reports/:survey/results.json", Permission.SEE_REPORT, this::json));
    }

    private Future<StaffReply> style(StaffRequest request) {
        request.context().response().putHeader(HttpHeaders.CACHE_CONTROL, "private, max-age=86400");
        return Future.succeededFuture(new StaffReply.File("text/css; charset=utf-8", "", style.css()));
    }

    private Future<StaffReply> results(StaffRequest request) {
        return page(request, "results", "results.read", doors.reports()::live);
    }

    private Future<StaffReply> report(StaffRequest request) {
        return page(request, "report", "report.read", doors.reports()::review);
    }

    /** 信度與效度; asks again by itself while something is still being computed. */
    private Future<StaffReply> scales(StaffRequest request) {
        return AnswerChoice.of(request, doors, setup)
                .compose(choice -> audited(request, "results.read").compose(written -> {
                    Future<SurveyReports.Scales> made = choice.count() == 0
                            ? Future.succeededFuture(new SurveyReports.Scales("", false))
                            : doors.reports()
                                    .scales(choice.selection(), request.words().language());
                    return made.compose(scales -> {
                        if (scales.pending()) {
                            request.context().response().putHeader("Refresh", Integer.toString(AGAIN_SECONDS));
                        }
                        return pages.show(request, "scales", results(request, choice, scales.html()));
                    });
                }));
    }

    /**
     * Who differs, what matters, what changed.
     *
     * @param answers fragment above the choice of the cross table
     * @param items that can be crossed, {@code groups} by what; the chosen ones are current
     * @param hidden fields of the form that keep set and wave
     */
    public record Comparisons(
            Results results,
            String answers,
            boolean pending,
            List<Option> items,
            List<Option> groups,
            Map<String, String> hidden) {}

    /** One entry of a list. */
    public record Option(String id, String label, boolean current) {}

    /** Asks again by itself while it is being computed. */
    private Future<StaffReply> comparisons(StaffRequest request) {
        Survey survey = request.survey().newest().survey();
        Language language = request.words().language();
        List<Option> items = options(request, "item", survey.overall(), survey, Variable.Kind.SCALE, language);
        List<Option> groups = options(request, "by", "", survey, Variable.Kind.CHOICE, language);
        return AnswerChoice.of(request, doors, setup)
                .compose(choice -> audited(request, "results.read").compose(written -> {
                    SurveyReports.Chosen chosen = new SurveyReports.Chosen(current(items), current(groups));
                    Future<SurveyReports.Compared> made = choice.count() == 0
                            ? Future.succeededFuture(new SurveyReports.Compared("", "", false))
                            : doors.reports().comparisons(choice.selection(), chosen, language);
                    return made.compose(found -> {
                        if (found.pending()) {
                            request.context().response().putHeader("Refresh", Integer.toString(AGAIN_SECONDS));
                        }
                        return pages.show(
                                request,
                                "comparisons",
                                new Comparisons(
                                        results(request, choice, found.html()),
                                        found.answers(),
                                        found.pending(),
                                        items,
                                        groups,
                                        Map.of(
                                                "set",
                                                choice.selection().set().code(),
                                                "wave",
                                                choice.selection().wave())));
                    });
                }));
    }

    /** Questions that can be chosen; the usual one where the address names none of them. */
    private static List<Option> options(
            StaffRequest request, String field, String usual, Survey survey, Variable.Kind kind, Language language) {
        List<Variable> variables = survey.variables().stream()
                .filter(variable -> variable.kind() == kind)
                .filter(variable -> kind == Variable.Kind.SCALE || variable.role() == Question.Role.DEMOGRAPHIC)
                .toList();
        String asked = request.query(field);
        String wanted = variables.stream().anyMatch(each -> each.id().equals(asked))
                ? asked
                : usual.isEmpty()
                        ? variables.stream().findFirst().map(Variable::id).orElse("")
                        : usual;
        return variables.stream()
                .map(each -> new Option(
                        each.id(), each.label().in(language), each.id().equals(wanted)))
                .toList();
    }

    private static String current(List<Option> options) {
        return options.stream()
                .filter(Option::current)
                .map(Option::id)
                .findFirst()
                .orElse("");
    }

    /** A table of the results as CSV. */
    private Future<StaffReply> table(StaffRequest request) {
        String wave = request.context().pathParam("wave");
        String file = request.context().pathParam("file");
        SurveyReports.Selection selection = new SurveyReports.Selection(
                request.surveyId(),
                wave.equals(SurveyReports.EVERY_WAVE) ? "" : AnswerChoice.wave(wave),
                AnswerChoice.set(request.context().pathParam("set")));
        if (!file.matches("[A-Za-z0-9._-]{1,120}\\.csv")) {
            return Future.failedFuture(Problem.notFound("table", ""));
        }
        String key = file.substring(0, file.length() - ".csv".length());
        return audited(request, "results.read")
                .compose(written -> doors.reports().table(selection, key))
                .map(made -> new StaffReply.File("text/csv; charset=utf-8", request.surveyId() + "-" + file, made));
    }

    /** Makes an HTML fragment of the chosen answers. */
    private interface Maker {
        Future<String> make(SurveyReports.Selection selection, Language language);
    }

    private Future<StaffReply> page(StaffRequest request, String template, String what, Maker maker) {
        return AnswerChoice.of(request, doors, setup)
                .compose(choice -> audited(request, what).compose(written -> {
                    Future<String> html = choice.count() == 0
                            ? Future.succeededFuture("")
                            : maker.make(choice.selection(), request.words().language());
                    return html.compose(made -> pages.show(request, template, results(request, choice, made)));
                }));
    }

    /** What pages over answers have in common. */
    Results results(StaffRequest request, AnswerChoice choice, String html) {
        Words words = request.words();
        return new Results(
                words.text(request.survey().newest().survey().title()),
                request.pathOnly().replaceAll("/(results|report|scales|analysis|weighting)$", ""),
                choice.query(),
                choice.others(request),
                words.number(choice.count()),
                choice.count(),
                words.moment(request.now()),
                html,
                STYLE + "?v=" + style.hash());
    }

    private Future<StaffReply> json(StaffRequest request) {
        return AnswerChoice.of(request, doors, setup)
                .compose(choice -> audited(request, "results.read")
                        .compose(written -> doors.reports().resultsJson(choice.selection())))
                .map(made -> new StaffReply.File("application/json; charset=utf-8", "", made));
    }

    private Future<StaffReply> pdf(StaffRequest request) {
        return AnswerChoice.of(request, doors, setup)
                .compose(choice -> audited(request, "report.read")
                        .compose(written -> doors.reports()
                                .pdf(choice.selection(), request.words().language())))
                .map(made -> new StaffReply.File("application/pdf", request.surveyId() + ".pdf", made));
    }

    private Future<StaffReply> export(StaffRequest request) {
        List<String> sets = setup.demo() ? List.of("live", "test", "demo") : List.of("live", "test");
        return doors.waves()
                .of(request.surveyId(), DataSet.LIVE)
                .compose(waves -> pages.show(
                        request,
                        "export",
                        new Export(
                                "/agency/surveys/" + request.surveyId(),
                                sets,
                                waves.stream().map(Wave::code).toList())));
    }

    private Future<StaffReply> answers(StaffRequest request) {
        DataSet set = AnswerChoice.set(request.query("set"));
        SurveyReports.Selection selection =
                new SurveyReports.Selection(request.surveyId(), AnswerChoice.wave(request.query("wave")), set);
        String name = request.surveyId() + "-" + set.code() + ".csv";
        return audited(request, "answers.export")
                .map(written -> new StaffReply.Streamed(
                        "text/csv; charset=utf-8",
                        name,
                        response -> doors.reports().answersCsv(selection, response::write)));
    }

    private Future<StaffReply> codebook(StaffRequest request) {
        return doors.reports()
                .codebookCsv(request.surveyId())
                .map(made ->
                        new StaffReply.File("text/csv; charset=utf-8", request.surveyId() + "-codebook.csv", made));
    }

    private Future<Void> audited(StaffRequest request, String what) {
        return doors.security().audit().write(AuditEntry.done(request.actOnSurvey(), what, request.surveyId()));
    }
}
