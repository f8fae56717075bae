package tw.minsheng;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import tw.minsheng.collect.AnswerSheet;
import tw.minsheng.collect.DataSet;
import tw.minsheng.collect.Published;
import tw.minsheng.collect.Responses;
import tw.minsheng.collect.Surveys;
import tw.minsheng.format.CsvWriter;
import tw.minsheng.kernel.Language;
import tw.minsheng.kernel.Problem;
import tw.minsheng.report.AnswerExport;
import tw.minsheng.report.Codebook;
import tw.minsheng.report.Facts;
import tw.minsheng.report.LiveResults;
import tw.minsheng.report.Origins;
import tw.minsheng.report.Profile;
import tw.minsheng.report.ReportPress;
import tw.minsheng.report.Results;
import tw.minsheng.report.SurveyReport;
import tw.minsheng.report.VersionStep;
import tw.minsheng.survey.Survey;
import tw.minsheng.typeface.Typefaces;
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
    private final ReportPress press = new ReportPress(new Typefaces());

    /**
     * @param program version of the program
     * @param facts of a survey, read anew each time; blocks
     */
    ServerReports(
            Vertx vertx,
            String program,
            Surveys surveys,
            Responses responses,
            Function<String, Facts> facts,
            Clock clock,
            ZoneId zone) {
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
        return known(selection).compose(known -> {
            List<Survey> versions = known.stream().map(Published::survey).toList();
            Piece piece = new Piece();
            AnswerExport export = new AnswerExport(versions);
            export.header(piece.csv());
            return sink.write(piece.take())
                    .compose(begun -> responses.stream(
                            chosen(selection),
                            batch -> work(() -> {
                                        sheets(batch, versions, selection)
                                                .forEach(sheet -> export.row(piece.csv(), sheet));
                                        return piece.take();
                                    })
                                    .compose(sink::write)))
                    .mapEmpty();
        });
    }

    @Override
    public Future<Buffer> codebookCsv(String survey) {
        return surveys.versions(survey)
                .compose(known -> work(() -> {
                    Piece piece = new Piece();
                    Codebook.write(
                            piece.csv(), known.stream().map(Published::survey).toList());
                    return piece.take();
                }));
    }

    private Future<SurveyReport> report(Selection selection, Language language) {
        return known(selection).compose(known -> {
            Published newest = known.get(known.size() - 1);
            List<Survey> earlier = known.subList(0, known.size() - 1).stream()
                    .map(Published::survey)
                    .toList();
            List<Survey> all = known.stream().map(Published::survey).toList();
            LiveResults gathered = new LiveResults(newest.survey(), earlier);
            return responses.stream(
                            chosen(selection),
                            batch -> work(() -> {
                                        sheets(batch, all, selection).forEach(gathered::add);
                                        return batch.size();
                                    })
                                    .mapEmpty())
                    .compose(read -> work(() -> {
                        Facts told = facts.apply(selection.survey());
                        Results results = gathered.results(told, program, newest.hash(), selection.wave());
                        LocalDate today = clock.instant().atZone(zone).toLocalDate();
                        List<VersionStep> steps = VersionStep.between(
                                known.stream().map(Published::definition).toList(), Map.of());
                        Origins origins = new Origins(newest.hash(), earlier, steps, today, "", "");
                        return press.report(newest.survey(), results, told, origins, Profile.FULL, language);
                    }));
        });
    }

    /** The versions that answers of this set may have, oldest first: a draft is only answered for trial. */
    private Future<List<Published>> known(Selection selection) {
        return surveys.versions(selection.survey()).map(versions -> {
            List<Published> known = versions.stream()
                    .filter(version ->
                            selection.set() == DataSet.TEST || version.survey().status() == Survey.Status.PUBLISHED)
                    .toList();
            if (known.isEmpty()) {
                throw Problem.notFound("survey", selection.survey());
            }
            return known;
        });
    }

    /** The sheets of a batch; trial answers to drafts that are no more have no columns and are passed over. */
    private static List<AnswerSheet> sheets(List<Responses.Stored> batch, List<Survey> known, Selection selection) {
        return batch.stream()
                .map(Responses.Stored::sheet)
                .filter(sheet -> selection.set() != DataSet.TEST
                        || known.stream().anyMatch(survey -> survey.version().equals(sheet.version())))
                .toList();
    }

    private static Responses.Selection chosen(Selection selection) {
        return new Responses.Selection(selection.survey(), selection.wave(), selection.set());
    }

    private <T> Future<T> work(Callable<T> task) {
        return workers.executeBlocking(task, false);
    }

    /** CSV text that goes out piece by piece. */
    private static final class Piece {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final CsvWriter csv;

        Piece() {
            try {
                csv = new CsvWriter(bytes);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        CsvWriter csv() {
            return csv;
        }

        Buffer take() {
            try {
                csv.flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            Buffer taken = Buffer.buffer(bytes.toByteArray());
            bytes.reset();
            return taken;
        }
    }
}
