package tw.minsheng.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tw.minsheng.petition.CaseFile;
import tw.minsheng.petition.CaseNumber;
import tw.minsheng.petition.CaseSamples;
import tw.minsheng.petition.Cases;
import tw.minsheng.petition.CasesContract;
import tw.minsheng.petition.Channel;
import tw.minsheng.petition.imports.CaseLedger;
import tw.minsheng.petition.theme.CaseTexts;

/** Texts and squares of cases, on a real PostgreSQL. */
class PgCaseTextsTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final ZoneId TAIPEI = ZoneId.of("Asia/Taipei");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 4);

    private final String agency = "kcg-" + UUID.randomUUID();

    private static <T> T await(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }

    private void own(String text, String received, String more) {
        Cases cases = new PgCases(DATABASE.database(), new GroupCommit(DATABASE.vertx(), DATABASE.database()));
        String key = UUID.randomUUID().toString();
        CaseFile.Opening opening = CaseFile.Opening.plain(
                agency, CaseSamples.petition(Channel.COUNTER), CaseSamples.time(), CaseSamples.ACT);
        CaseNumber number = await(cases.open(new Cases.Entry(key, key, key, 115, opening, CasesContract.DUE)))
                .number();
        DATABASE.run("update petition_case set text = '" + text + "', received_at = '" + received
                + "', latitude = 22.6201," + " longitude = 120.3001" + more + " where no = " + CaseRows.key(number));
    }

    private void imported(String number, String text, double latitude) {
        DATABASE.run("insert into case_import (agency, file, actor, at) values ('" + agency + "', 'f', 'x', now())");
        DATABASE.run("""
                insert into imported_case (agency, number, import_id, received_at, received_day, due_day, closed_day, type,
                  channel, unit, district, status, is_closed, latitude, longitude, text)
                select '%s', '%s', max(id), '2026-03-04 23:30', false, false, false, '路燈', '', '', '', '', false, %s, 120.3001, '%s'
                from case_import""".formatted(agency, number, latitude, text));
    }

    private static CaseTexts texts() {
        return new PgCaseTexts(DATABASE::address);
    }

    private CaseLedger.Period period(LocalDate from, LocalDate until) {
        return new CaseLedger.Period(Set.of(agency), from, until, TAIPEI);
    }

    private List<String> read(LocalDate from, LocalDate until) {
        List<String> all = new ArrayList<>();
        assertFalse(texts().read(period(from, until), 100, (text, known) -> all.add(text)));
        all.sort(Comparator.naturalOrder());
        return all;
    }

    /** The day of the place begins at 16:00 of the day before in UTC; an imported time is that of the place. */
    @Test
    void textsOfThePeriodAreRead() {
        own("one", "2026-03-03T16:00:00Z", "");
        own("two", "2026-03-04T15:59:59Z", "");
        own("before", "2026-03-03T15:59:59Z", "");
        own("after", "2026-03-04T16:00:00Z", "");
        imported("1", "three", 22.6201);
        assertEquals(List.of("one", "three", "two"), read(DAY, DAY));
    }

    @Test
    void whatNobodyMayReadIsNotRead() {
        own("locked", "2026-03-04T02:00:00Z", ", locked = true");
        own("confidential", "2026-03-04T02:00:00Z", ", confidential = true");
        own("", "2026-03-04T02:00:00Z", "");
        assertEquals(List.of(), read(DAY, DAY));
        assertEquals(
                List.of(),
                texts().squares(period(DAY, DAY), 250, Set.of("none")).squares());
    }

    @Test
    void ofTooManyTheNewestAreRead() {
        own("older", "2026-03-04T01:00:00Z", "");
        own("newer", "2026-03-04T02:00:00Z", "");
        List<String> all = new ArrayList<>();
        assertTrue(texts().read(period(DAY, DAY), 1, (text, known) -> all.add(text)));
        assertEquals(List.of("newer"), all);
    }

    @Test
    void whoeverHasNoRoomIsGivenNoFurtherText() {
        own("older", "2026-03-04T01:00:00Z", "");
        own("newer", "2026-03-04T02:00:00Z", "");
        List<String> all = new ArrayList<>();
        assertTrue(texts().read(period(DAY, DAY), 9, (text, known) -> {
            all.add(text);
            return false;
        }));
        assertEquals(List.of("newer"), all);
    }

    /** 250 m are .0022458 degrees; the imported one lies 400 m to the north. */
    @Test
    void pointsAreCountedBySquares() {
        own("one", "2026-03-04T02:00:00Z", "");
        own("two", "2026-03-04T02:00:00Z", "");
        imported("1", "three", 22.6237);
        CaseTexts.Squares found = texts().squares(period(DAY, DAY), 250, Set.of());
        assertEquals(250 / 111_320.0, found.latitude(), 1e-12);
        assertEquals(found.latitude() / StrictMath.cos(StrictMath.toRadians(23)), found.longitude(), 1e-12);
        List<CaseTexts.Square> squares = found.squares().stream()
                .sorted(Comparator.comparingInt(CaseTexts.Square::row))
                .toList();
        assertEquals(
                List.of(2L, 1L), squares.stream().map(CaseTexts.Square::cases).toList());
        assertEquals(
                (int) StrictMath.floor(22.6201 / found.latitude()),
                squares.get(0).row());
        assertEquals(
                (int) StrictMath.floor(120.3001 / found.longitude()),
                squares.get(0).column());
        assertEquals(
                1,
                texts().squares(period(DAY, DAY), 250, Set.of("路燈")).squares().size());
    }

    /** Borders that moved with the chosen cases would tell by their differences where one of them lies. */
    @Test
    void theBordersOfTheSquaresDoNotMoveWithTheCases() {
        own("one", "2026-03-04T02:00:00Z", "");
        CaseTexts.Squares one = texts().squares(period(DAY, DAY), 250, Set.of());
        imported("1", "far", 25.0);
        imported("2", "far", 25.0);
        CaseTexts.Squares more = texts().squares(period(DAY, DAY), 250, Set.of());
        assertEquals(one.longitude(), more.longitude(), 0);
        assertTrue(more.squares().containsAll(one.squares()));
    }
}
