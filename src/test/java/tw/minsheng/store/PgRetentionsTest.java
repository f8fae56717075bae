package tw.minsheng.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tw.minsheng.calendar.ProductCalendar;
import tw.minsheng.kernel.Act;
import tw.minsheng.kernel.Language;
import tw.minsheng.kernel.Problem;
import tw.minsheng.notify.Notice;
import tw.minsheng.notify.NoticeKind;
import tw.minsheng.petition.CaseEvent;
import tw.minsheng.petition.CaseFile;
import tw.minsheng.petition.CaseNumber;
import tw.minsheng.petition.CaseSamples;
import tw.minsheng.petition.CaseStep;
import tw.minsheng.petition.Cases;
import tw.minsheng.petition.CasesContract;
import tw.minsheng.petition.Channel;
import tw.minsheng.petition.Move;
import tw.minsheng.petition.Retentions;
import tw.minsheng.petition.deadline.ClosingFigures;
import tw.minsheng.petition.deadline.DeadlineRules;
import tw.minsheng.petition.deadline.MergeKind;

/** Anonymising, on a real PostgreSQL: afterwards no table knows a word of the petitioner. */
class PgRetentionsTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final Set<String> AGENCY = Set.of("kcg-pwb");
    private static final LocalDate LATER = LocalDate.of(2040, 1, 1);
    private static final Retentions.RunOut ALL = new Retentions.RunOut(AGENCY, Map.of("road", LATER), LATER);

    private final Act head = new Act("head", "kcg-pwb", CaseSamples.ACT.at());

    private PgCases cases;
    private PgRetentions retentions;

    @BeforeEach
    void open() {
        DATABASE.run("truncate petition_case cascade");
        cases = new PgCases(DATABASE.database(), new GroupCommit(DATABASE.vertx(), DATABASE.database()));
        retentions = new PgRetentions(DATABASE.database());
    }

    private CaseFile opened() {
        Notice mail = new Notice(
                "1",
                NoticeKind.RECEIVED,
                tw.minsheng.notify.Channel.MAIL,
                "p@example.org",
                Language.ZH_TW,
                Map.of("type", "道路"));
        CaseNumber number = TestDatabase.await(
                        cases.open(CasesContract.entry(UUID.randomUUID().toString(), Channel.COUNTER, List.of(mail))))
                .number();
        return TestDatabase.await(cases.find(number));
    }

    private CaseFile moved(CaseFile file, CaseStep step) {
        CaseFile.Change change = file.after(step, CaseSamples.ACT);
        List<ClosingFigures> figures = step.move() == Move.APPROVE
                ? List.of(ClosingFigures.of(
                        change.file().time(),
                        DeadlineRules.DEFAULT,
                        ProductCalendar.read().days(),
                        change.file().ended()))
                : List.of();
        return TestDatabase.await(cases.write(List.of(new Cases.Kept(change, CasesContract.DUE, figures))))
                .get(0);
    }

    /** Asked, answered and closed, with all the words that leaves behind. */
    private CaseFile closed() {
        CaseFile file = opened();
        for (Move move : List.of(Move.ASSIGN, Move.START, Move.ASK, Move.RESUME, Move.PROPOSE, Move.APPROVE)) {
            file = moved(file, CaseSamples.step(move));
        }
        return file;
    }

    private void filed(CaseFile file) {
        TestDatabase.await(retentions.file(
                List.of(new Retentions.Filing(file.number(), Retentions.Ground.ARCHIVE, "115/檔/1")), AGENCY, head));
    }

    private static String everything() {
        StringBuilder all = new StringBuilder();
        String tables = DATABASE.text("select string_agg(relname, ' ') from pg_class c join pg_namespace n"
                + " on n.oid = c.relnamespace where n.nspname = 'public' and c.relkind = 'r'");
        for (String table : List.of(tables.split(" ", -1))) {
            all.append(DATABASE.text("select coalesce(string_agg(t::text, ' '), '') from " + table + " t"));
        }
        return all.toString();
    }

    @Test
    void withoutAReferenceNothingIsErased() {
        closed();
        assertEquals(new Retentions.Counts(0, 1, 0, 0), TestDatabase.await(retentions.count(ALL)));
        assertEquals(0, TestDatabase.await(retentions.erase(ALL, 10, head)));
        assertTrue(everything().contains("路口有坑洞"));
    }

    @Test
    void whatIsOpenOrElsewhereTakesNoReference() {
        CaseFile open = opened();
        CaseFile closed = closed();
        for (CaseFile file : List.of(open, closed)) {
            Set<String> agencies = file.equals(open) ? AGENCY : Set.of("kcg-fin");
            Problem refused = (Problem) TestDatabase.awaitFailure(retentions.file(
                    List.of(new Retentions.Filing(file.number(), Retentions.Ground.ARCHIVE, "x")), agencies, head));
            assertEquals("filing.faults", refused.code());
        }
        assertEquals(0, DATABASE.number("select count(*) from case_filing"));
    }

    @Test
    void erasingLeavesNoWordAndKeepsWhatIsCounted() {
        CaseFile file = closed();
        List<String> words = List.of(
                "路口有坑洞",
                "四維三路口",
                "07-3368333",
                "請補照片",
                "照片如附",
                "已修復",
                "市區道路條例",
                "p@example.org",
                "公開的摘要",
                "115-000001/4");
        String code = DATABASE.text("select code_hash from petition_case");
        DATABASE.run("insert into case_publication (no, summary, actor, at) select no, '公開的摘要', 'head', now()"
                + " from petition_case");
        String before = everything();
        words.forEach(word -> assertTrue(before.contains(word), word));
        filed(file);
        assertEquals(1, TestDatabase.await(retentions.erase(ALL, 10, head)));
        String after = everything();
        words.forEach(word -> assertFalse(after.contains(word), () -> word + " in " + after));
        CaseFile erased = TestDatabase.await(cases.find(file.number()));
        assertEquals(file.state(), erased.state());
        assertEquals(file.outcome(), erased.outcome());
        assertEquals(file.ended(), erased.ended());
        assertEquals("lingya", erased.petition().place().district());
        assertEquals(1, erased.time().pauses().size());
        List<CaseEvent> history = TestDatabase.await(cases.history(file.number()));
        assertEquals("anonymise", history.get(history.size() - 1).what());
        assertEquals("kcg-pwb", history.get(1).details().get("unit"));
        assertEquals(1, TestDatabase.await(cases.closings(file.number())).size());
        assertEquals(new Retentions.Counts(0, 0, 1, 0), TestDatabase.await(retentions.count(ALL)));
        assertEquals(0, TestDatabase.await(retentions.erase(ALL, 10, head)));
        assertEquals(
                2,
                DATABASE.number(
                        "select count(*) from audit where what in ('case.file', 'case.anonymise') and object = '"
                                + file.number().text() + "'"));
        assertFalse(TestDatabase.await(cases.isCode(file.number(), code)));
    }

    @Test
    void aCaseThatHasNotRunOutStays() {
        CaseFile file = closed();
        filed(file);
        LocalDate end = file.ended().toLocalDate();
        assertEquals(
                0,
                TestDatabase.await(
                        retentions.erase(new Retentions.RunOut(AGENCY, Map.of("road", end), LATER), 10, head)));
        assertEquals(
                1,
                TestDatabase.await(retentions.erase(
                        new Retentions.RunOut(AGENCY, Map.of("road", end.plusDays(1)), LocalDate.EPOCH), 10, head)));
    }

    /** Nothing is written about an erased case any longer: nobody could erase it again. */
    @Test
    void anErasedCaseTakesNoMoreWords() {
        CaseFile file = closed();
        filed(file);
        TestDatabase.await(retentions.erase(ALL, 10, head));
        CaseFile erased = TestDatabase.await(cases.find(file.number()));
        Problem refused = (Problem) TestDatabase.awaitFailure(
                cases.write(erased.noted("note", "來電者是王小姐", "", Map.of(), CaseSamples.ACT), CasesContract.DUE));
        assertEquals("case.changed", refused.code());
        assertFalse(everything().contains("王小姐"));
    }

    /** A merged case has its answer in the other one. */
    @Test
    void aMergedCaseWaitsForTheOneItWentInto() {
        CaseFile lead = opened();
        CaseFile child = opened();
        CaseStep.Merge step = new CaseStep.Merge(lead, MergeKind.JOINED, LocalDateTime.of(2026, 11, 20, 10, 0));
        CaseFile.Change merged = child.after(step, CaseSamples.ACT);
        CaseFile.Change joined = lead.joined(child, MergeKind.JOINED, CaseSamples.ACT);
        TestDatabase.await(cases.write(List.of(
                new Cases.Kept(merged, CasesContract.DUE, List.of()),
                new Cases.Kept(joined, CasesContract.DUE, List.of()))));
        assertEquals(new Retentions.Counts(0, 0, 0, 0), TestDatabase.await(retentions.count(ALL)));
        CaseFile now = TestDatabase.await(cases.find(lead.number()));
        for (Move move : List.of(Move.ASSIGN, Move.START, Move.PROPOSE, Move.APPROVE)) {
            now = moved(now, CaseSamples.step(move));
        }
        assertEquals(new Retentions.Counts(0, 2, 0, 0), TestDatabase.await(retentions.count(ALL)));
    }

    /** Outside such a transaction, and for anything but words, the history stays append only. */
    @Test
    void theHistoryCanBeChangedInNoOtherWay() {
        closed();
        assertThrows(RuntimeException.class, () -> DATABASE.run("update case_event set told = 'x'"));
        assertThrows(
                RuntimeException.class,
                () -> DATABASE.run("begin; select set_config('minsheng.erasing', 'on', true);"
                        + " update case_event set actor = 'x'; commit"));
        assertThrows(
                RuntimeException.class,
                () -> DATABASE.run("begin; select set_config('minsheng.erasing', 'on', true);"
                        + " delete from case_event; commit"));
    }
}
