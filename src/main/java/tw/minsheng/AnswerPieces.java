package tw.minsheng;

import io.vertx.core.Future;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import tw.minsheng.collect.AnswerSheet;
import tw.minsheng.collect.Responses;
import tw.minsheng.report.AnswerExport;
import tw.minsheng.web.staff.SurveyReports;

/** Answers as a file that can be read back, given out piece by piece; the pieces are made on worker threads. */
record AnswerPieces(Responses responses, DrawnWeights weights, WorkerExecutor workers) {

    /**
     * Gives the whole file to the sink.
     *
     * @param progress gets the number of answers so far, piece by piece
     * @return number of answers, when the last piece was taken
     */
    Future<Long> write(KnownVersions known, SurveyReports.Sink sink, LongConsumer progress) {
        return weights.of(known.selection())
                .compose(found -> write(new AnswerExport(known.surveys(), found), known, sink, progress));
    }

    private Future<Long> write(
            AnswerExport export, KnownVersions known, SurveyReports.Sink sink, LongConsumer progress) {
        CsvPieces pieces = new CsvPieces();
        AtomicLong rows = new AtomicLong();
        export.header(pieces.csv());
        return sink.write(pieces.take())
                .compose(begun -> responses.stream(
                        known.selection(),
                        batch -> piece(export, pieces, known.sheets(batch), rows)
                                .compose(sink::write)
                                .onSuccess(taken -> progress.accept(rows.get()))))
                .map(read -> rows.get());
    }

    private Future<Buffer> piece(AnswerExport export, CsvPieces pieces, List<AnswerSheet> sheets, AtomicLong rows) {
        return workers.executeBlocking(
                () -> {
                    sheets.forEach(sheet -> export.row(pieces.csv(), sheet));
                    rows.addAndGet(sheets.size());
                    return pieces.take();
                },
                false);
    }
}
