package tw.minsheng;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import tw.minsheng.calendar.OfficeDays;
import tw.minsheng.dataset.cases.CaseTally;
import tw.minsheng.kernel.Problem;
import tw.minsheng.petition.imports.CaseField;
import tw.minsheng.petition.imports.CaseLedger;
import tw.minsheng.petition.imports.ImportSummary;
import tw.minsheng.petition.imports.Moment;
import tw.minsheng.petition.theme.CaseTexts;
import tw.minsheng.report.CaseOrigins;
import tw.minsheng.report.CaseReport;
import tw.minsheng.report.CaseResults;
import tw.minsheng.report.ReportPress;
import tw.minsheng.report.ResultTable;
import tw.minsheng.report.cases.CaseAnalysis;
import tw.minsheng.web.staff.CaseReports;
import tw.minsheng.web.staff.CaseThemes;

/** Analyses of the cases that are kept: read through a cursor, counted on worker threads, kept for some minutes. */
final class ServerCaseReports implements CaseReports {

    private static final int THREADS = 2;
    private static final long LIMIT_MINUTES = 10;
    /** Views of the same agencies that wait for their turn. */
    private static final int MOST_WAITING = 4;

    /** Tables of the results by which cases are told apart, and what they tell. */
    private static final Map<CaseField, String> WORDS = new EnumMap<>(Map.of(
            CaseField.TYPE, "by_type",
            CaseField.CHANNEL, "by_channel",
            CaseField.UNIT, "by_unit",
            CaseField.DISTRICT, "by_district",
            CaseField.STATUS, "by_status"));

    private final CaseLedger ledger;
    private final Supplier<OfficeDays> office;
    private final String program;
    private final Clock clock;
    private final ZoneId zone;
    private final WorkerExecutor workers;
    private final ReportPress press;
    private final Shelf<Selection, Made> shelf;
    private final Turns<Set<String>> turns = new Turns<>(MOST_WAITING);
    private final CaseThemes themes;

    /**
     * @param office working days by which times are counted
     * @param program version of the program
     */
    ServerCaseReports(
            Vertx vertx,
            ReportPress press,
            CaseLedger ledger,
            CaseTexts texts,
            Supplier<OfficeDays> office,
            String program,
            Clock clock,
            ZoneId zone) {
        this.press = press;
        this.office = office;
        this.ledger = ledger;
        this.program = program;
        this.clock = clock;
        this.zone = zone;
        this.workers = vertx.createSharedWorkerExecutor("case reports", THREADS, LIMIT_MINUTES, TimeUnit.MINUTES);
        this.shelf = new Shelf<>(clock);
        this.themes = new ServerCaseThemes(vertx, texts, clock, zone);
    }

    /** A report, what the page shows of it, and its printed form once somebody has asked for it. */
    private record Made(CaseReport report, Live live, List<Future<Buffer>> printed) {

        Future<Buffer> printed(Supplier<Future<Buffer>> press) {
            synchronized (printed) {
                printed.removeIf(Future::failed);
                if (printed.isEmpty()) {
                    printed.add(press.get());
                }
                return printed.get(0);
            }
        }
    }

    @Override
    public CaseThemes themes() {
        return themes;
    }

    @Override
    public Future<Live> live(Selection selection, Names names) {
        return made(selection, names).map(Made::live);
    }

    @Override
    public Future<Buffer> pdf(Selection selection, Names names) {
        return files(
                selection,
                names,
                made -> made.printed(() -> turns.take(
                        selection.agencies(),
                        () -> work(() -> {
                            ByteArrayOutputStream out = new ByteArrayOutputStream();
                            made.report().files().pdf(out);
                            return Buffer.buffer(out.toByteArray());
                        }))));
    }

    @Override
    public Future<Buffer> resultsJson(Selection selection, Names names) {
        return files(
                selection,
                names,
                made -> turns.take(
                        selection.agencies(),
                        () -> work(() -> Buffer.buffer(made.report().files().json()))));
    }

    @Override
    public Future<Buffer> table(Selection selection, Names names, String key) {
        return files(
                selection,
                names,
                made -> turns.take(
                        selection.agencies(),
                        () -> work(() -> Optional.ofNullable(
                                        made.report().files().tables().get(key))
                                .map(Buffer::buffer)
                                .orElseThrow(() -> Problem.notFound("table", key)))));
    }

    /** Fails with not found when there are too few cases: single ones could be told from the tables. */
    private Future<Buffer> files(Selection selection, Names names, Function<Made, Future<Buffer>> file) {
        return made(selection, names).compose(made -> {
            if (made.live().cases() < LEAST) {
                throw Problem.notFound("table", "");
            }
            return file.apply(made);
        });
    }

    private Future<Made> made(Selection selection, Names names) {
        return shelf.take(selection, () -> turns.take(selection.agencies(), () -> work(() -> make(selection, names))));
    }

    private Made make(Selection selection, Names names) {
        CaseResults results = count(selection, names);
        CaseOrigins origins = new CaseOrigins(
                true, selection.residents().source(), results.until().toLocalDate(), "", "");
        CaseReport report = press.report(results, origins, selection.language());
        long cases = results.data().used();
        return new Made(
                report,
                new Live(
                        clock.instant(),
                        cases,
                        cases < LEAST ? "" : report.analysis(),
                        words(results),
                        results.book().tables().stream()
                                .filter(table -> !table.rows().isEmpty())
                                .map(ResultTable::key)
                                .toList()),
                new ArrayList<>());
    }

    private CaseResults count(Selection selection, Names names) {
        LocalDateTime watched = watched(selection);
        CaseCount count = new CaseCount(selection, names, office.get(), watched);
        Map<String, Long> leftOut = ledger.read(
                new CaseLedger.Period(selection.agencies(), selection.from(), selection.until(), zone), count);
        boolean whole = selection.keeper().isEmpty() && selection.only().isEmpty();
        Map<String, Long> told = whole ? leftOut : Map.of();
        long refused = told.values().stream().mapToLong(Long::longValue).sum();
        CaseTally tally = count.tally();
        ImportSummary summary = new ImportSummary(
                tally.all().cases() + refused,
                refused,
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                new Moment(count.first(), false),
                new Moment(watched, false));
        return CaseAnalysis.stored(
                tally,
                summary,
                told,
                selection.only().keySet(),
                selection.residents().people(),
                program,
                selection.source());
    }

    /** A period that is over is told as it stood at its end. */
    private LocalDateTime watched(Selection selection) {
        LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), zone).truncatedTo(ChronoUnit.SECONDS);
        LocalDateTime end = selection.until().atTime(23, 59, 59);
        return end.isBefore(now) ? end : now;
    }

    private static Map<CaseField, List<Counted>> words(CaseResults results) {
        Map<CaseField, List<Counted>> words = new EnumMap<>(CaseField.class);
        WORDS.forEach((field, key) -> results.book()
                .table(key)
                .ifPresent(table -> words.put(
                        field,
                        IntStream.range(0, table.rows().size())
                                .filter(row -> table.entry(row, "n").reason().isEmpty())
                                .mapToObj(row -> new Counted(table.text(row, "value"), table.count(row, "n")))
                                .toList())));
        return words;
    }

    private <T> Future<T> work(Callable<T> task) {
        return workers.executeBlocking(task, false);
    }
}
