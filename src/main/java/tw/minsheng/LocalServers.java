package tw.minsheng;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import tw.minsheng.cli.Servers;
import tw.minsheng.cli.Settings;
import tw.minsheng.collect.Published;
import tw.minsheng.collect.Responses;
import tw.minsheng.format.CsvWriter;
import tw.minsheng.kernel.Act;
import tw.minsheng.kernel.Problem;
import tw.minsheng.kernel.ProblemWords;
import tw.minsheng.report.AnswerExport;
import tw.minsheng.report.Codebook;
import tw.minsheng.security.Account;
import tw.minsheng.security.AuditEntry;
import tw.minsheng.survey.Survey;

/**
 * Servers and databases of this machine, for the commands.
 *
 * @param program version of the program
 */
record LocalServers(Clock clock, ProblemWords words, String program) implements Servers {

    private static final String ACTOR = "command line";

    @Override
    public Running start(Settings settings, boolean demo) {
        return Server.start(settings, demo, clock, words, program);
    }

    @Override
    public long export(Settings settings, Responses.Selection selection, OutputStream answers, OutputStream codebook) {
        return with(settings, doors -> {
            List<Survey> versions = Server.await(doors.surveys().versions(selection.survey())).stream()
                    .map(Published::survey)
                    .toList();
            if (versions.isEmpty()) {
                throw Problem.notFound("survey", selection.survey());
            }
            Act act = new Act(ACTOR, "", clock.instant());
            String what = selection.survey() + " " + selection.set().code();
            Server.await(doors.security().audit().write(AuditEntry.done(act, "answers.export", what)));
            try (CsvWriter rows = new CsvWriter(answers);
                    CsvWriter book = new CsvWriter(codebook)) {
                Codebook.write(book, versions);
                AnswerExport export = new AnswerExport(versions);
                export.header(rows);
                return Server.await(doors.responses().stream(selection, batch -> {
                    batch.forEach(stored -> export.row(rows, stored.sheet()));
                    return Future.succeededFuture();
                }));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    @Override
    public void open(Settings settings, Account account, String password) {
        with(settings, doors -> {
            Staff staff = Staff.of(doors.vertx(), doors, clock);
            return Server.await(
                    staff.enrolment().open(account, password, new Act(ACTOR, account.agency(), clock.instant())));
        });
    }

    private <T> T with(Settings settings, Function<Doors, T> task) {
        try (ServerDatabase database = ServerDatabase.borrow(settings)) {
            Vertx vertx = Vertx.vertx();
            try {
                Doors doors = Doors.open(vertx, database.address(), clock);
                Server.await(doors.cache().refresh());
                return task.apply(doors);
            } finally {
                Server.await(vertx.close());
            }
        }
    }
}
