package tw.minsheng.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tw.minsheng.kernel.Problem;
import tw.minsheng.petition.CaseSamples;
import tw.minsheng.petition.Retentions;
import tw.minsheng.petition.imports.CaseImports;
import tw.minsheng.petition.imports.ImportedCase;
import tw.minsheng.petition.imports.Moment;
import tw.minsheng.petition.imports.Place;

/** Imported cases on a real PostgreSQL. */
class PgCaseImportsTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private final String agency = "kcg-" + UUID.randomUUID();
    private PgCaseImports imports;

    @BeforeEach
    void open() {
        imports = new PgCaseImports(DATABASE::address);
    }

    private static ImportedCase one(String number, String text) {
        Moment received = new Moment(LocalDateTime.of(2026, 1, 5, 9, 30), false);
        return new ImportedCase(
                2,
                number,
                received,
                new Moment(received.at().plusDays(6), true),
                Moment.NONE,
                "路燈",
                "電話",
                "養工處",
                "苓雅",
                "處理中",
                false,
                new Place(22.62, 120.31),
                text);
    }

    private CaseImports.Done taken(boolean dryRun, ImportedCase... all) {
        return imports.take(new CaseImports.Order(agency, "cases.csv", dryRun, CaseSamples.ACT), taker -> {
            List.of(all).forEach(taker);
            return 3;
        });
    }

    /** The archive of an imported case is where it came from; here its words go when its time has run out, and stay gone. */
    @Test
    void wordsThatRanOutAreErasedAndNoLaterImportBringsThemBack() {
        taken(false, one("1", "a"), closed("2", "b"), closed("3", "c"));
        taken(false, one("1", "a"), closed("2", "b2"), closed("3", "c"));
        PgRetentions retentions = new PgRetentions(DATABASE.database());
        LocalDate closing = LocalDate.of(2026, 1, 9);
        Retentions.RunOut none = new Retentions.RunOut(Set.of(agency), Map.of(), closing);
        assertEquals(0, TestDatabase.await(retentions.eraseImported(none, 10, CaseSamples.ACT)));
        Retentions.RunOut all = new Retentions.RunOut(Set.of(agency), Map.of(), closing.plusDays(1));
        assertEquals(2, TestDatabase.await(retentions.count(all)).imported());
        assertEquals(1, TestDatabase.await(retentions.eraseImported(all, 1, CaseSamples.ACT)));
        assertEquals(1, TestDatabase.await(retentions.eraseImported(all, 10, CaseSamples.ACT)));
        assertEquals("1=a,2=,3=", texts());
        CaseImports.Done later = taken(false, one("1", "a"), closed("2", "b2"), closed("3", "c3"));
        assertEquals(List.of(0L, 0L, 3L), List.of(later.added(), later.changed(), later.unchanged()));
        String second =
                DATABASE.text("select max(id)::text from case_import where changed = 1 and agency = '" + agency + "'");
        imports.undo(Long.parseLong(second), CaseSamples.ACT);
        assertEquals("1=a,2=,3=", texts());
    }

    /** Opened again in the other system, and emptied there: both have run out in the state before. */
    @Test
    void wordsOfAReplacedStateGoByItsOwnClosing() {
        taken(false, closed("1", "a"), closed("2", "b"), one("3", "c"));
        CaseImports.Done second = taken(false, one("1", "again"), emptied("2"), one("3", "c"));
        PgRetentions retentions = new PgRetentions(DATABASE.database());
        Retentions.RunOut all = new Retentions.RunOut(Set.of(agency), Map.of(), LocalDate.of(2026, 1, 10));
        assertEquals(2, TestDatabase.await(retentions.count(all)).imported());
        assertEquals(1, TestDatabase.await(retentions.eraseImported(all, 1, CaseSamples.ACT)));
        assertEquals(1, TestDatabase.await(retentions.eraseImported(all, 10, CaseSamples.ACT)));
        assertEquals(0, TestDatabase.await(retentions.eraseImported(all, 10, CaseSamples.ACT)));
        assertEquals(0, TestDatabase.await(retentions.count(all)).imported());
        assertEquals("1=again,2=,3=c", texts());
        assertEquals(2, imports.undo(second.id(), CaseSamples.ACT));
        assertEquals("1=,2=,3=c", texts());
        taken(false, closed("1", "a"), closed("2", "b"), one("3", "c2"));
        assertEquals("1=,2=,3=c2", texts());
    }

    @Test
    void erasedWordsStayGoneWhenTheirImportIsTakenBackAndComesAgain() {
        CaseImports.Done first = taken(false, one("1", "a"), closed("2", "b"));
        Retentions.RunOut all = new Retentions.RunOut(Set.of(agency), Map.of(), LocalDate.of(2026, 1, 10));
        PgRetentions retentions = new PgRetentions(DATABASE.database());
        assertEquals(1, TestDatabase.await(retentions.eraseImported(all, 10, CaseSamples.ACT)));
        imports.undo(first.id(), CaseSamples.ACT);
        assertEquals("", texts());
        for (int round = 0; round < 2; round++) {
            CaseImports.Done again = taken(false, one("1", "a"), closed("2", "b"), closed("3", "new"));
            assertEquals(3, again.added());
            assertEquals("1=a,2=,3=new", texts());
            assertEquals(
                    1,
                    DATABASE.number(
                            "select count(*) from imported_case where latitude is null and agency = '" + agency + "'"));
            assertEquals(
                    3,
                    taken(false, one("1", "a"), closed("2", "b"), closed("3", "new"))
                            .unchanged());
            imports.undo(again.id(), CaseSamples.ACT);
        }
    }

    /** 200,000 that have not run out beside 20,000 that have: only what is to be erased is read, and no figure is counted again. */
    @Test
    void amongManyCasesOnlyThoseThatRanOutAreRead() throws SQLException {
        taken(false, one("1", "a"));
        DATABASE.run(
                "insert into imported_case select c.agency, 'n' || i, c.import_id, c.received_at, false, c.due_at, false,"
                        + " date '2026-06-01' - (case when i % 11 = 0 then 4000 else 0 end) - i % 100, false, 'type' || i % 7,"
                        + " c.channel, c.unit, c.district, c.status, true, c.latitude, c.longitude, 'words'"
                        + " from imported_case c, generate_series(1, 220000) i where c.agency = '" + agency + "'");
        DATABASE.run("analyze imported_case");
        DATABASE.run("delete from case_week_changed");
        String values = "'{" + agency + "}', '{type0,road}', '{2021-01-01,2021-01-01}', '2021-01-01'";
        String plan;
        try (Connection connection = Jdbc.connect(DATABASE.address(), Duration.ofSeconds(30));
                Statement statement = connection.createStatement()) {
            statement.execute("prepare counting (text[], text[], date[], date) as " + PgRetentions.COUNT);
            plan = lines(statement.executeQuery("explain execute counting (" + values + ")"));
        }
        assertTrue(plan.contains("imported_case_run_out") && !plan.contains("Seq Scan on imported_case c"), plan);
        PgRetentions retentions = new PgRetentions(DATABASE.database());
        LocalDate day = LocalDate.of(2021, 1, 1);
        Retentions.RunOut out = new Retentions.RunOut(Set.of(agency), Map.of("type0", day, "road", day), day);
        assertTrue(TestDatabase.await(retentions.count(out)).isOpenEnded());
        assertEquals(15_000, TestDatabase.await(retentions.eraseImported(out, 15_000, CaseSamples.ACT)));
        assertEquals(new Retentions.Counts(0, 0, 0, 5_000), TestDatabase.await(retentions.count(out)));
        assertEquals(5_000, TestDatabase.await(retentions.eraseImported(out, 15_000, CaseSamples.ACT)));
        assertEquals(0, DATABASE.number("select count(*) from case_week_changed"));
        DATABASE.run("update imported_case set unit = 'other' where number = 'n5' and agency = '" + agency + "'");
        assertEquals(1, DATABASE.number("select count(*) from case_week_changed"));
    }

    private static String lines(ResultSet rows) throws SQLException {
        StringBuilder lines = new StringBuilder();
        while (rows.next()) {
            lines.append(rows.getString(1)).append('\n');
        }
        return lines.toString();
    }

    private static ImportedCase emptied(String number) {
        ImportedCase open = one(number, "");
        return new ImportedCase(
                open.row(),
                number,
                open.received(),
                open.due(),
                open.closed(),
                open.type(),
                open.channel(),
                open.unit(),
                open.district(),
                open.status(),
                false,
                Place.NONE,
                "");
    }

    private static ImportedCase closed(String number, String text) {
        ImportedCase open = one(number, text);
        Moment closed = new Moment(LocalDateTime.of(2026, 1, 9, 23, 0), false);
        return new ImportedCase(
                open.row(),
                number,
                open.received(),
                open.due(),
                closed,
                open.type(),
                open.channel(),
                open.unit(),
                open.district(),
                "結案",
                true,
                open.place(),
                text);
    }

    private String texts() {
        return DATABASE.text("select coalesce(string_agg(number || '=' || text, ',' order by number), '') "
                + "from imported_case where agency = '" + agency + "'");
    }

    @Test
    void unknownImportCannotBeUndone() {
        Problem refused = assertThrows(Problem.class, () -> imports.undo(999_999, CaseSamples.ACT));
        assertEquals("import.unknown", refused.code());
    }

    /** Nobody is told to try again what fails each time; its words stay out of what is said. */
    @Test
    void onlyADatabaseThatIsAwayIsUnavailable() {
        DATABASE.run("alter table imported_case add constraint refused check (text <> 'refused') not valid");
        IllegalStateException refused =
                assertThrows(IllegalStateException.class, () -> taken(false, one("1", "refused")));
        assertEquals("the database refused a statement, SQLSTATE 23514", refused.getMessage());
        DATABASE.run("alter table imported_case drop constraint refused");
        DatabaseAddress here = DATABASE.address();
        DatabaseAddress nowhere = new DatabaseAddress(here.host(), 1, here.database(), here.user(), here.password());
        imports = new PgCaseImports(() -> nowhere);
        Problem away = assertThrows(Problem.class, () -> taken(false, one("1", "a")));
        assertEquals("database.unavailable", away.code());
    }

    @Test
    void failureInTheMiddleKeepsNothing() {
        assertThrows(
                IllegalStateException.class,
                () -> imports.take(new CaseImports.Order(agency, "x", false, CaseSamples.ACT), taker -> {
                    taker.accept(one("1", "a"));
                    throw new IllegalStateException("the file broke off");
                }));
        assertEquals("", texts());
    }

    @Test
    void sameFileAgainChangesNothing() {
        CaseImports.Done first = taken(false, one("1", "a"), one("2", "b"));
        assertEquals(List.of(2L, 0L, 0L), List.of(first.added(), first.changed(), first.unchanged()));
        CaseImports.Done second = taken(false, one("1", "a"), one("2", "b"));
        assertEquals(List.of(0L, 0L, 2L), List.of(second.added(), second.changed(), second.unchanged()));
    }

    @Test
    void dryRunCountsAndKeepsNothing() {
        taken(false, one("1", "a"));
        CaseImports.Done done = taken(true, one("1", "changed"), one("2", "new"));
        assertEquals(new CaseImports.Done(0, 1, 1, 0, 3), done);
        assertEquals("1=a", texts());
    }

    @Test
    void undoPutsBackWhatWasThere() {
        taken(false, one("1", "a"), one("2", "b"));
        CaseImports.Done second = taken(false, one("1", "changed"), one("3", "new"));
        assertEquals("1=changed,2=b,3=new", texts());
        assertEquals(2, imports.undo(second.id(), CaseSamples.ACT));
        assertEquals("1=a,2=b", texts());
        Problem refused = assertThrows(Problem.class, () -> imports.undo(second.id(), CaseSamples.ACT));
        assertEquals("import.undone", refused.code());
    }

    @Test
    void importThatALaterOneChangedIsUndoneAfterThatOne() {
        CaseImports.Done first = taken(false, one("1", "a"));
        CaseImports.Done second = taken(false, one("1", "b"));
        Problem refused = assertThrows(Problem.class, () -> imports.undo(first.id(), CaseSamples.ACT));
        assertEquals("import.overtaken", refused.code());
        imports.undo(second.id(), CaseSamples.ACT);
        imports.undo(first.id(), CaseSamples.ACT);
        assertEquals("", texts());
    }

    @Test
    void textsWithTabsLinesAndBackslashesComeThroughWhole() {
        String text = "甲\t乙\n丙\\N\r丁\\";
        taken(false, one("1", text));
        assertEquals("1=" + text, texts());
    }

    @Test
    void numbersOfTwoAgenciesNeverMeet() {
        taken(false, one("1", "mine"));
        imports.take(new CaseImports.Order(agency + "-other", "x", false, CaseSamples.ACT), taker -> {
            taker.accept(one("1", "theirs"));
            return 0;
        });
        assertEquals("1=mine", texts());
    }

    @Test
    void everyImportAndUndoIsAudited() {
        CaseImports.Done done = taken(false, one("1", "a"));
        imports.undo(done.id(), CaseSamples.ACT);
        assertEquals(
                2, DATABASE.number("select count(*) from audit where object = '" + agency + " " + done.id() + "'"));
    }
}
