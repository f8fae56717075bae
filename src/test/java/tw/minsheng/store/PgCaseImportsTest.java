package tw.minsheng.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tw.minsheng.kernel.Problem;
import tw.minsheng.petition.CaseSamples;
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

    private String texts() {
        return DATABASE.text("select coalesce(string_agg(number || '=' || text, ',' order by number), '') "
                + "from imported_case where agency = '" + agency + "'");
    }

    @Test
    void unknownImportCannotBeUndone() {
        Problem refused = assertThrows(Problem.class, () -> imports.undo(999_999, CaseSamples.ACT));
        assertEquals("import.unknown", refused.code());
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
