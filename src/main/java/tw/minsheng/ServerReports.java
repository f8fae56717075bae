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
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import tw.minsheng.collect.Published;
import tw.minsheng.collect.Responses;
import tw.minsheng.collect.Surveys;
import tw.minsheng.kernel.Language;
import tw.minsheng.panel.PanelItem;
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
import tw.minsheng.web.staff.SurveyReports;

/** Reports of the running server: answers are streamed, numbers and pages are made on worker threads. */
final class ServerReports implements SurveyReports {

    private static final int THREADS = 2;
    private static final long LIMIT_MINUTES = 5;

    private final String program;
    private final Surveys surveys;
    private final Responses responses;
    private final Function<String, Facts> facts;
    private final Clock clock;
    private final ZoneId zone;
    private final WorkerExecutor workers;
    private final ReportPress press;

    /**
     * @param program version of the program
     * @param facts of a survey, read anew each time; blocks
     */
    ServerReports(
            Vertx vertx,
            ReportPress press,
            String program,
            Surveys surveys,
            Responses responses,
            Function<String, Facts> facts,
            Clock clock,
            ZoneId zone) {
        this.press = press;
        this.program = program;
        this.surveys = surveys;
        this.responses = responses;
        this.facts = facts;
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
        return report(selection, language).compose(report -> work(report::analysis));
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
    public Future<Void> answersCsv(Selection selection, Sink sink) {
        return known(selection)
                .compose(known -> new AnswerPieces(responses, workers).write(known, sink, rows -> {}))
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
        return surveys.versions(selection.survey())
                .map(known -> PanelItem.of(known.get(known.size() - 1).survey()).stream()
                        .map(item -> new ItemProposal(
                                item.id(),
                                item.text().in(language),
                                item.label().in(language),
                                "",
                                List.of()))
                        .toList());
    }

    private Future<SurveyReport> report(Selection selection, Language language) {
        return known(selection).compose(known -> {
            LiveResults gathered = new LiveResults(known.newest().survey(), known.earlier());
            return responses.stream(
                            known.selection(),
                            batch -> work(() -> {
                                        known.sheets(batch).forEach(gathered::add);
                                        return batch.size();
                                    })
                                    .mapEmpty())
                    .compose(read -> work(() -> report(known, gathered, language)));
        });
    }

    private SurveyReport report(KnownVersions known, LiveResults gathered, Language language) {
        Published newest = known.newest();
        Facts told = facts.apply(newest.survey().id());
        Results results =
                gathered.results(told, program, newest.hash(), known.selection().wave(), Extent.FULL);
        LocalDate today = clock.instant().atZone(zone).toLocalDate();
        List<VersionStep> steps = VersionStep.between(
                known.versions().stream().map(Published::definition).toList(), Map.of());
        Origins origins = new Origins(newest.hash(), known.earlier(), steps, today, "", "");
        return press.report(newest.survey(), results, told, origins, Profile.FULL, language);
    }

    private Future<KnownVersions> known(Selection selection) {
        return KnownVersions.of(
                surveys, new Responses.Selection(selection.survey(), selection.wave(), selection.set()));
    }

    private <T> Future<T> work(Callable<T> task) {
        return workers.executeBlocking(task, false);
    }
}
