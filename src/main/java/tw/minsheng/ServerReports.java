package tw.minsheng;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import tw.minsheng.collect.AnswerSheet;
import tw.minsheng.collect.Published;
import tw.minsheng.collect.Responses;
import tw.minsheng.collect.SampleWeights;
import tw.minsheng.collect.Surveys;
import tw.minsheng.kernel.Language;
import tw.minsheng.kernel.Problem;
import tw.minsheng.panel.Evidence;
import tw.minsheng.report.Codebook;
import tw.minsheng.report.Facts;
import tw.minsheng.report.ItemProposal;
import tw.minsheng.report.LiveResults;
import tw.minsheng.report.Origins;
import tw.minsheng.report.Profile;
import tw.minsheng.report.ReportPress;
import tw.minsheng.report.Results;
import tw.minsheng.report.SurveyReport;
import tw.minsheng.report.VersionStep;
import tw.minsheng.statistics.battery.Extent;
import tw.minsheng.survey.Weighting;
import tw.minsheng.web.staff.SurveyReports;

/** Reports of the running server: answers are streamed, numbers and pages are made on worker threads. */
final class ServerReports implements SurveyReports {

    private static final int THREADS = 2;
    private static final long LIMIT_MINUTES = 5;

    private final String program;
    private final Surveys surveys;
    private final Responses responses;
    private final DrawnWeights weights;
    private final DrawnContacts contacts;
    private final Function<String, Facts> facts;
    private final Function<String, Future<Evidence>> evidence;
    private final RetestOfReport retest;
    private final Shelf<Same, Results> shelf;
    private final Clock clock;
    private final ZoneId zone;
    private final WorkerExecutor workers;
    private final ReportPress press;

    /**
     * @param program version of the program
     * @param contacts how people were drawn and how it ended with them, unless the facts say so
     * @param facts of a survey, read anew each time; blocks
     * @param evidence what experts said about the items of a survey, and what was decided
     * @param retest how two waves agree
     */
    ServerReports(
            Vertx vertx,
            ReportPress press,
            String program,
            Surveys surveys,
            Responses responses,
            DrawnWeights weights,
            DrawnContacts contacts,
            Function<String, Facts> facts,
            Function<String, Future<Evidence>> evidence,
            RetestOfReport retest,
            Clock clock,
            ZoneId zone) {
        this.press = press;
        this.program = program;
        this.surveys = surveys;
        this.responses = responses;
        this.weights = weights;
        this.contacts = contacts;
        this.facts = facts;
        this.evidence = evidence;
        this.retest = retest;
        this.shelf = new Shelf<>(clock);
        this.clock = clock;
        this.zone = zone;
        this.workers = vertx.createSharedWorkerExecutor("reports", THREADS, LIMIT_MINUTES, TimeUnit.MINUTES);
    }

    @Override
    public String style() {
        return press.style();
    }

    @Override
    public Future<String> live(Selection selection, Language language) {
        return gathered(selection)
                .compose(gathered -> work(() -> results(gathered, Extent.PAGE))
                        .compose(results -> report(gathered, results, language))
                        .compose(report -> work(report::analysis)));
    }

    @Override
    public Future<Scales> scales(Selection selection, Language language) {
        return gathered(selection).compose(gathered -> {
            Future<Results> full = full(gathered);
            boolean known = full.succeeded();
            return (known ? full : work(() -> results(gathered, Extent.PAGE)))
                    .compose(results -> report(gathered, results, language))
                    .compose(report -> work(report::scales))
                    .map(html -> new Scales(html, !known && !full.failed()));
        });
    }

    @Override
    public Future<Compared> comparisons(Selection selection, Chosen chosen, Language language) {
        return gathered(selection).compose(gathered -> {
            Future<Results> full = full(gathered);
            if (!full.isComplete()) {
                return Future.succeededFuture(Compared.PENDING);
            }
            return full.compose(results -> report(gathered, results, language))
                    .compose(report -> work(() ->
                            new Compared(report.answers(), report.comparisons(chosen.item(), chosen.by()), false)));
        });
    }

    @Override
    public Future<String> weighting(Selection selection, Optional<Weighting> tried, Language language) {
        return known(selection).compose(known -> {
            Weighting declared = known.newest().survey().weighting();
            boolean trial =
                    tried.filter(other -> !other.makesTheSameAs(declared)).isPresent();
            return weighed(selection, tried.map(known::weightedBy).orElse(known))
                    .compose(gathered -> work(gathered.answers()::weightChecks)
                            .compose(checks -> work(() -> results(gathered, Extent.PAGE))
                                    .compose(results -> report(gathered, results, language, trial))
                                    .compose(report -> work(() -> report.weighting(checks, trial)))));
        });
    }

    @Override
    public Future<String> review(Selection selection, Language language) {
        return report(selection, language).compose(report -> work(report::fragment));
    }

    @Override
    public Future<Buffer> pdf(Selection selection, Language language) {
        return report(selection, language)
                .compose(report -> work(() -> {
                    ByteArrayOutputStream out = new ByteArrayOutputStream();
                    report.pdf(out);
                    return Buffer.buffer(out.toByteArray());
                }));
    }

    @Override
    public Future<Buffer> resultsJson(Selection selection) {
        return report(selection, Language.ZH_TW).compose(report -> work(() -> Buffer.buffer(report.json())));
    }

    @Override
    public Future<Buffer> table(Selection selection, String key) {
        return report(selection, Language.ZH_TW)
                .compose(report -> work(
                        () -> report.table(key).map(Buffer::buffer).orElseThrow(() -> Problem.notFound("table", key))));
    }

    @Override
    public Future<Void> answersCsv(Selection selection, Sink sink) {
        return known(selection)
                .compose(known -> new AnswerPieces(responses, weights, workers).write(known, sink, rows -> {}))
                .mapEmpty();
    }

    @Override
    public Future<Buffer> codebookCsv(String survey) {
        return surveys.versions(survey)
                .compose(known -> work(() -> {
                    CsvPieces piece = new CsvPieces();
                    Codebook.write(
                            piece.csv(), known.stream().map(Published::survey).toList());
                    return piece.take();
                }));
    }

    @Override
    public Future<List<ItemProposal>> proposals(Selection selection, Language language) {
        return gathered(selection)
                .compose(gathered -> work(() -> results(gathered, Extent.PAGE))
                        .compose(results -> report(gathered, results, language)))
                .map(SurveyReport::proposals)
                .recover(failure -> failure instanceof Problem problem && problem.kind() == Problem.Kind.NOT_FOUND
                        ? Future.succeededFuture(List.of())
                        : Future.failedFuture(failure));
    }

    /** The answers of a selection, read and counted. */
    private record Gathered(Selection selection, KnownVersions known, LiveResults answers, DrawnContacts.Told drawn) {}

    /** Results of answers that are the same are the same, whatever was asked for them. */
    private record Same(Selection selection, String sha256, long others, DrawnContacts.Told drawn) {}

    /** Answers of other waves are for the comparison of waves only. */
    private static void add(LiveResults gathered, AnswerSheet sheet, String wave) {
        if (wave.isEmpty() || wave.equals(sheet.wave())) {
            gathered.add(sheet);
        } else {
            gathered.addOther(sheet);
        }
    }

    private Future<Gathered> gathered(Selection selection) {
        return known(selection).compose(known -> weighed(selection, known));
    }

    private Future<Gathered> weighed(Selection selection, KnownVersions known) {
        return weights.of(known.selection())
                .compose(found ->
                        contacts.of(known.selection()).compose(drawn -> gathered(selection, known, found, drawn)));
    }

    private Future<Gathered> gathered(
            Selection selection, KnownVersions known, SampleWeights found, DrawnContacts.Told drawn) {
        LiveResults gathered = new LiveResults(known.newest().survey(), known.earlier(), found);
        return responses.stream(
                        new Responses.Selection(selection.survey(), "", selection.set()),
                        batch -> work(() -> {
                                    known.sheets(batch).forEach(sheet -> add(gathered, sheet, selection.wave()));
                                    return batch.size();
                                })
                                .mapEmpty())
                .map(read -> new Gathered(selection, known, gathered, drawn));
    }

    /** All results; for the same answers they are made once. */
    private Future<Results> full(Gathered gathered) {
        Same same = new Same(
                gathered.selection(),
                gathered.answers().sha256(),
                gathered.answers().others(),
                gathered.drawn());
        return shelf.take(same, () -> work(() -> results(gathered, Extent.WHOLE_PAGE)));
    }

    private Results results(Gathered gathered, Extent extent) {
        Published newest = gathered.known().newest();
        Facts told = gathered.drawn().in(facts.apply(newest.survey().id()));
        return gathered.answers()
                .results(
                        told,
                        program,
                        newest.hash(),
                        gathered.known().selection().wave(),
                        extent);
    }

    private Future<SurveyReport> report(Selection selection, Language language) {
        return gathered(selection)
                .compose(gathered -> full(gathered)
                        .compose(results -> retest.of(gathered.known().newest().survey(), selection)
                                .map(results::and))
                        .compose(results -> report(gathered, results, language)));
    }

    private Future<SurveyReport> report(Gathered gathered, Results results, Language language) {
        return report(gathered, results, language, false);
    }

    /** @param trial whether the results are of no report, so that their data lie nowhere */
    private Future<SurveyReport> report(Gathered gathered, Results results, Language language, boolean trial) {
        KnownVersions known = gathered.known();
        Published newest = known.newest();
        String survey = newest.survey().id();
        return evidence.apply(survey)
                .compose(judged -> work(() -> {
                    LocalDate today = clock.instant().atZone(zone).toLocalDate();
                    List<VersionStep> steps = VersionStep.between(
                            known.versions().stream().map(Published::definition).toList(), Map.of());
                    String tables = trial ? "" : tables(gathered.selection());
                    Origins origins = new Origins(newest.hash(), known.earlier(), steps, today, "", tables);
                    Facts told = gathered.drawn()
                            .in(facts.apply(survey))
                            .with(new Facts.Judged(
                                    judged.at(clock.instant())
                                            .ofSet(gathered.selection().set().code()),
                                    zone));
                    return press.report(newest.survey(), results, told, origins, Profile.FULL, language);
                }));
    }

    /** Where the pages fetch the data of a table or figure. */
    private static String tables(Selection selection) {
        String wave = selection.wave().isEmpty() ? EVERY_WAVE : selection.wave();
        return "/reports/" + selection.survey() + "/data/" + selection.set().code() + "/" + wave + "/";
    }

    private Future<KnownVersions> known(Selection selection) {
        return KnownVersions.of(
                surveys, new Responses.Selection(selection.survey(), selection.wave(), selection.set()));
    }

    private <T> Future<T> work(Callable<T> task) {
        return workers.executeBlocking(task, false);
    }
}
