package tw.minsheng;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongConsumer;
import tw.minsheng.cli.Servers;
import tw.minsheng.cli.Settings;
import tw.minsheng.collect.AnswerAges;
import tw.minsheng.collect.Responses;
import tw.minsheng.format.CsvWriter;
import tw.minsheng.invite.onsite.OnsiteDesk;
import tw.minsheng.kernel.Act;
import tw.minsheng.kernel.ProblemWords;
import tw.minsheng.petition.CalendarDesk;
import tw.minsheng.petition.Catalogue;
import tw.minsheng.petition.RetentionDesk;
import tw.minsheng.petition.Retentions;
import tw.minsheng.petition.imports.CaseImports;
import tw.minsheng.report.Codebook;
import tw.minsheng.security.Account;
import tw.minsheng.security.AgencyTree;
import tw.minsheng.security.AuditEntry;
import tw.minsheng.store.Database;

/**
 * Servers and databases of this machine, for the commands.
 *
 * @param program version of the program
 */
record LocalServers(Clock clock, ProblemWords words, String program) implements Servers {

    private static final String ACTOR = "command line";
    private static final int PAGE = 1_000;

    @Override
    public Running start(Settings settings, boolean demo) {
        return Server.start(settings, demo, clock, words, program);
    }

    @Override
    public long export(
            Settings settings,
            Responses.Selection selection,
            OutputStream answers,
            OutputStream codebook,
            LongConsumer progress) {
        return with(settings, doors -> {
            KnownVersions known = Server.await(KnownVersions.of(doors.surveys(), selection));
            Act act = new Act(ACTOR, "", clock.instant());
            String what = selection.survey() + " " + selection.set().code();
            Server.await(doors.security().audit().write(AuditEntry.done(act, "answers.export", what)));
            try (CsvWriter book = new CsvWriter(codebook)) {
                Codebook.write(book, known.surveys());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            WorkerExecutor workers = doors.vertx().createSharedWorkerExecutor("export", 1);
            AnswerPieces pieces = new AnswerPieces(
                    doors.responses(), new DrawnWeights(new OnsiteDesk(doors.onsite()), doors.draws()), workers);
            return Server.awaitEnd(pieces.write(known, piece -> write(workers, answers, piece), progress));
        });
    }

    private static Future<Void> write(WorkerExecutor workers, OutputStream answers, Buffer piece) {
        return workers.<Boolean>executeBlocking(
                        () -> {
                            answers.write(piece.getBytes());
                            return true;
                        },
                        false)
                .mapEmpty();
    }

    @Override
    public void open(Settings settings, Account account, String password) {
        with(settings, doors -> {
            Act act = new Act(ACTOR, account.agency(), clock.instant());
            SurveyWatch watch = SurveyWatch.of(settings, doors, clock);
            Server.await(new KnownAgencies(doors.security().agencies(), watch::agencies).ensure(account.agency(), act));
            return Server.await(
                    Staff.of(doors.vertx(), doors, clock).enrolment().open(account, password, act));
        });
    }

    @Override
    public CaseImports.Done importCases(
            Settings settings, String agency, String file, boolean dryRun, CaseImports.Feed feed) {
        return with(settings, doors -> {
            Act act = new Act(ACTOR, agency, clock.instant());
            SurveyWatch watch = SurveyWatch.of(settings, doors, clock);
            Server.await(new KnownAgencies(doors.security().agencies(), watch::agencies).ensure(agency, act));
            return doors.imports().take(new CaseImports.Order(agency, file, dryRun, act), feed);
        });
    }

    @Override
    public long undoImport(Settings settings, long id) {
        return with(settings, doors -> doors.imports().undo(id, new Act(ACTOR, "", clock.instant())));
    }

    @Override
    public CalendarDesk.Taken importCalendar(Settings settings, String name, byte[] content) {
        return with(settings, doors -> {
            Set<String> districts = Petitions.catalogue(settings.surveys(), AgencyFile.in(settings.surveys()))
                    .districts()
                    .keySet();
            Act act = new Act(ACTOR, "", clock.instant());
            return Server.await(new CalendarDesk(doors.calendars()).take(name, content, districts, act));
        });
    }

    @Override
    public Retentions.Counts runOut(Settings settings, Optional<String> agency, Consumer<Retentions.Aged> each) {
        return with(settings, doors -> {
            Set<String> agencies = agencies(doors, agency);
            RetentionDesk desk = retention(settings, doors);
            int offset = 0;
            List<Retentions.Aged> page;
            do {
                page = Server.await(desk.list(agencies, offset, PAGE));
                page.forEach(each);
                offset += page.size();
            } while (page.size() == PAGE);
            return Server.await(desk.count(agencies));
        });
    }

    @Override
    public Retentions.Erased anonymise(Settings settings, Optional<String> agency) {
        return with(settings, doors -> {
            Act act = new Act(ACTOR, agency.orElse(AgencyTree.ROOT), clock.instant());
            Set<String> agencies = agencies(doors, agency);
            return Server.awaitEnd(retention(settings, doors).erase(agencies, Integer.MAX_VALUE, Long.MAX_VALUE, act));
        });
    }

    @Override
    public long agedAnswers(Settings settings, Optional<String> agency, Consumer<AnswerAges.Aged> each) {
        return with(settings, doors -> {
            List<AnswerAges.Aged> all = Server.await(doors.ages().until(agencies(doors, agency), clock.instant()));
            all.forEach(each);
            return all.stream().mapToLong(AnswerAges.Aged::answers).sum();
        });
    }

    @Override
    public long eraseAnswers(Settings settings, Optional<String> agency) {
        return with(settings, doors -> {
            Act act = new Act(ACTOR, agency.orElse(AgencyTree.ROOT), clock.instant());
            return Server.awaitEnd(doors.ages().erase(agencies(doors, agency), act));
        });
    }

    private RetentionDesk retention(Settings settings, Doors doors) {
        Catalogue catalogue = Petitions.catalogue(settings.surveys(), AgencyFile.in(settings.surveys()));
        return new RetentionDesk(() -> catalogue, doors.retentions(), clock, settings.timeZone());
    }

    private static Set<String> agencies(Doors doors, Optional<String> agency) {
        AgencyTree tree = Server.await(doors.security().agencies().tree());
        agency.filter(key -> tree.find(key).isEmpty()).ifPresent(key -> {
            throw KnownAgencies.unknown(key, tree, Set.of());
        });
        return tree.subtree(agency.orElse(AgencyTree.ROOT));
    }

    private <T> T with(Settings settings, Function<Doors, T> task) {
        try (ServerDatabase database = ServerDatabase.borrow(settings)) {
            Vertx vertx = Vertx.vertx();
            try {
                Doors doors =
                        Doors.open(vertx, database.address(), Database.Patience.COMMAND, settings.timeZone(), clock);
                Server.await(doors.cache().refresh());
                return task.apply(doors);
            } finally {
                Server.await(vertx.close());
            }
        }
    }
}
