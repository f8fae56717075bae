package tw.minsheng.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.Future;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tw.minsheng.calendar.ProductCalendar;
import tw.minsheng.petition.CaseFile;
import tw.minsheng.petition.CaseSamples;
import tw.minsheng.petition.CaseStep;
import tw.minsheng.petition.Cases;
import tw.minsheng.petition.CasesContract;
import tw.minsheng.petition.Channel;
import tw.minsheng.petition.Move;
import tw.minsheng.petition.deadline.ClosingFigures;
import tw.minsheng.petition.deadline.DeadlineRules;
import tw.minsheng.petition.imports.CaseImports;
import tw.minsheng.petition.imports.CaseLedger;
import tw.minsheng.petition.imports.CaseLedger.Keeper;
import tw.minsheng.petition.imports.ImportedCase;
import tw.minsheng.petition.imports.Moment;
import tw.minsheng.petition.imports.Place;

/** Cases as figures need them, on a real PostgreSQL. */
class PgCaseLedgerTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final ZoneId TAIPEI = ZoneId.of("Asia/Taipei");

    private final String agency = "kcg-" + UUID.randomUUID();

    private record Read(Keeper keeper, ImportedCase one) {}

    private static <T> T await(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }

    private static Cases cases() {
        return new PgCases(DATABASE.database(), new GroupCommit(DATABASE.vertx(), DATABASE.database()));
    }

    private CaseFile opened() {
        String key = UUID.randomUUID().toString();
        CaseFile.Opening opening = CaseFile.Opening.plain(
                agency, CaseSamples.petition(Channel.COUNTER), CaseSamples.time(), CaseSamples.ACT);
        return await(cases().open(new Cases.Entry(key, key, key, 115, opening, CasesContract.DUE))
                .compose(opened -> cases().find(opened.number())));
    }

    private static CaseFile moved(CaseFile file, CaseStep step, ClosingFigures... closing) {
        return await(cases().write(List.of(
                        new Cases.Kept(file.after(step, CaseSamples.ACT), CasesContract.DUE, List.of(closing)))))
                .get(0);
    }

    private static CaseFile closed(CaseFile file, LocalDateTime at) {
        CaseFile working = file;
        for (Move move : List.of(Move.ASSIGN, Move.START, Move.PROPOSE)) {
            working = moved(working, CaseSamples.step(move));
        }
        ClosingFigures figures = ClosingFigures.of(
                working.time(), DeadlineRules.DEFAULT, ProductCalendar.read().days(), at);
        return moved(working, new CaseStep.Approve(at), figures);
    }

    private void imported(String number, LocalDateTime received) {
        ImportedCase one = new ImportedCase(
                2,
                number,
                new Moment(received, false),
                new Moment(received.plusDays(6), true),
                new Moment(received.plusDays(2), false),
                "路燈",
                "電話",
                "養工處",
                "苓雅",
                "結案",
                true,
                new Place(22.62, 120.31),
                "王小姐說路燈不亮");
        new PgCaseImports(DATABASE::address)
                .take(new CaseImports.Order(agency, "cases.csv", false, CaseSamples.ACT), taker -> {
                    taker.accept(one);
                    return 0;
                });
    }

    private List<Read> read(String of, LocalDate from, LocalDate until, Map<String, Long> leftOut) {
        List<Read> all = new ArrayList<>();
        CaseLedger ledger = new PgCaseLedger(DATABASE::address);
        Map<String, Long> told = ledger.read(
                new CaseLedger.Received(Set.of(of), from, until, TAIPEI),
                (keeper, each) -> all.add(new Read(keeper, each)));
        assertEquals(leftOut, told);
        return all;
    }

    @Test
    void casesOfOtherAgenciesAndOtherDaysAreNotRead() {
        imported("1", LocalDateTime.of(2026, 1, 31, 23, 59));
        LocalDate day = LocalDate.of(2026, 1, 31);
        assertEquals(1, read(agency, day, day, Map.of()).size());
        assertEquals(List.of(), read(agency, day.plusDays(1), day.plusDays(9), Map.of()));
        assertEquals(List.of(), read("kcg-other", day, day, Map.of()));
    }

    @Test
    void textNumberAndPlaceStayInTheDatabase() {
        imported("A-77", LocalDateTime.of(2026, 2, 1, 8, 0));
        ImportedCase one = read(agency, LocalDate.of(2026, 2, 1), LocalDate.of(2026, 2, 1), Map.of())
                .get(0)
                .one();
        assertEquals("", one.text() + one.number());
        assertEquals(Place.NONE, one.place());
        assertEquals("路燈", one.type());
        assertEquals(new Moment(LocalDateTime.of(2026, 2, 7, 0, 0).plusHours(8), true), one.due());
    }

    /** Received on the 23rd by the clock of the act; the first closing counts, and the state that it has now. */
    @Test
    void ownCasesAreReadWithTheirFirstClosing() {
        LocalDateTime at = LocalDateTime.of(2026, 12, 1, 9, 0);
        closed(opened(), at);
        moved(closed(opened(), at), CaseSamples.step(Move.REOPEN));
        List<Read> all = read(agency, LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 30), Map.of());
        assertEquals(2, all.size());
        for (Read each : all) {
            boolean over = each.one().isClosed();
            assertEquals(Keeper.OWN, each.keeper());
            assertEquals(over ? new Moment(at, false) : Moment.NONE, each.one().closed());
            assertEquals("counter", each.one().channel());
        }
        assertEquals(
                List.of(false, true),
                all.stream().map(each -> each.one().isClosed()).sorted().toList());
    }

    @Test
    void whatNobodyConfirmedIsLeftOutAndSaidSo() {
        String key = UUID.randomUUID().toString();
        CaseFile.Opening opening =
                CaseFile.Opening.plain(agency, CaseSamples.petition(Channel.WEB), CaseSamples.time(), CaseSamples.ACT);
        await(cases().open(new Cases.Entry(key, key, key, 115, opening, CasesContract.DUE)));
        opened();
        List<Read> all = read(agency, LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 30), Map.of("unconfirmed", 1L));
        assertEquals(1, all.size());
    }
}
