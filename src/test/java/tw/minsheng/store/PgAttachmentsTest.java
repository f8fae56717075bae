package tw.minsheng.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tw.minsheng.kernel.Problem;
import tw.minsheng.kernel.Sha256;
import tw.minsheng.petition.CaseFile;
import tw.minsheng.petition.CaseNumber;
import tw.minsheng.petition.CaseSamples;
import tw.minsheng.petition.Cases;
import tw.minsheng.petition.CasesContract;
import tw.minsheng.petition.Channel;
import tw.minsheng.petition.attach.Attachment;
import tw.minsheng.petition.attach.Attachments;
import tw.minsheng.petition.attach.FileKind;

/** Files on a real PostgreSQL: they go with their case in its own transaction, and with it they go. */
class PgAttachmentsTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private static final Instant UNTIL = NOW.plusSeconds(3_600);

    private final String form = UUID.randomUUID().toString();
    private PgAttachments files;
    private PgCases cases;

    @BeforeEach
    void open() {
        Database database = DATABASE.database();
        files = new PgAttachments(database);
        cases = new PgCases(database, new GroupCommit(DATABASE.vertx(), database));
    }

    private static byte[] content(int seed, int length) {
        byte[] content = new byte[length];
        new Random(seed).nextBytes(content);
        return content;
    }

    private Attachment begun(byte[] content) {
        Attachment file = new Attachment(
                UUID.randomUUID(),
                "照片.jpg",
                FileKind.JPEG,
                content.length,
                Sha256.hexOf(content),
                Attachment.Location.REMOVED,
                0,
                "citizen",
                NOW);
        TestDatabase.await(files.begin(form, file, UNTIL));
        for (int at = 0, number = 0; at < content.length; at += Attachments.PIECE, number++) {
            byte[] piece = Arrays.copyOfRange(content, at, Math.min(content.length, at + Attachments.PIECE));
            TestDatabase.await(files.write(file.id(), number, piece));
        }
        return file;
    }

    private Attachment kept(byte[] content) {
        Attachment file = begun(content);
        TestDatabase.await(files.whole(form, file.id(), file.sha256()));
        return file;
    }

    private CaseNumber opened() {
        Cases.Entry entry =
                new Cases.Entry(form, "mac", "code", 115, CaseSamples.opening(Channel.COUNTER), CasesContract.DUE);
        return TestDatabase.await(cases.open(entry)).number();
    }

    @Test
    void longestUnusedMakeRoomAndThoseOfACaseStay() {
        kept(content(1, 10));
        opened();
        DATABASE.run("delete from attachment where no is null");
        List<Attachment> waiting = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            waiting.add(kept(content(100 + i, 10)));
            DATABASE.run("update attachment set erase_after = erase_after + interval '" + i + " minutes' where id = '"
                    + waiting.get(i).id() + "'");
        }
        assertEquals(30L, TestDatabase.await(files.makeRoom(25, UNTIL)));
        assertEquals(20L, TestDatabase.await(files.makeRoom(25, UNTIL.plusSeconds(600))));
        assertEquals(
                waiting.subList(1, 3).stream().map(Attachment::id).toList(),
                TestDatabase.await(files.waiting(form, UNTIL)).stream()
                        .map(Attachment::id)
                        .sorted(Comparator.comparingInt(id ->
                                waiting.stream().map(Attachment::id).toList().indexOf(id)))
                        .toList());
        assertEquals(1, count("attachment where no is not null and form = '" + form + "'"));
    }

    @Test
    void fileGoesWithTheStepThatRemovesItAndNotWhenTheStepFails() {
        Attachment file = kept(content(1, 10));
        CaseFile before = TestDatabase.await(cases.find(opened()));
        CaseFile.Change change = before.noted("detach", "放錯案件", "", Map.of("file", file.name()), CaseSamples.ACT);
        Cases.Kept removing = new Cases.Kept(change, CasesContract.DUE, List.of()).without(file.id());
        TestDatabase.await(cases.write(List.of(removing)));
        assertEquals(List.of(), TestDatabase.await(files.of(before.number())));
        assertThrows(Problem.class, () -> TestDatabase.await(cases.write(List.of(removing))));
        assertEquals(0, count("attachment_piece where id = '" + file.id() + "'"));
    }

    private static long count(String table) {
        return Long.parseLong(DATABASE.text("select count(*)::text from " + table));
    }

    @Test
    void fileThatIsNotWholeIsSeenByNobodyAndGoesWithNoCase() {
        Attachment half = begun(content(1, 100));
        assertEquals(List.of(), TestDatabase.await(files.waiting(form, UNTIL)));
        assertThrows(Problem.class, () -> TestDatabase.await(files.read(half.id(), 0)));
        assertEquals(List.of(), TestDatabase.await(files.of(opened())));
    }

    /** Pieces of a program that was killed in the middle. */
    @Test
    void whatWaitedInVainIsErasedWithItsPieces() {
        begun(content(2, 100));
        kept(content(3, 100));
        TestDatabase.await(files.purge(UNTIL.plusSeconds(1)));
        assertEquals(
                0, Long.parseLong(DATABASE.text("select count(*)::text from attachment where form = '" + form + "'")));
        assertEquals(0, count("attachment_piece p where not exists (select from attachment a where a.id = p.id)"));
    }

    @Test
    void caseTakesItsFilesAlongAndTheyAreNotErasedByTime() {
        byte[] large = content(4, 2 * Attachments.PIECE + 17);
        Attachment file = kept(large);
        assertEquals(List.of(file), TestDatabase.await(files.waiting(form, UNTIL)));
        CaseNumber number = opened();
        TestDatabase.await(files.purge(UNTIL.plusSeconds(10_000_000)));
        List<Attachment> all = TestDatabase.await(files.of(number));
        assertEquals(List.of(file.id()), all.stream().map(Attachment::id).toList());
        assertEquals(1, all.get(0).event());
        byte[] read = new byte[large.length];
        for (int at = 0, piece = 0; at < read.length; at += Attachments.PIECE, piece++) {
            byte[] bytes = TestDatabase.await(files.read(file.id(), piece));
            System.arraycopy(bytes, 0, read, at, bytes.length);
        }
        assertArrayEquals(large, read);
        assertEquals(List.of(), TestDatabase.await(files.waiting(form, UNTIL)));
    }

    @Test
    void sameBytesUnderOneFormAreOneFile() {
        Attachment first = kept(content(5, 100));
        kept(content(5, 100));
        assertEquals(List.of(first), TestDatabase.await(files.waiting(form, UNTIL)));
        CaseNumber number = opened();
        kept(content(5, 100));
        opened();
        assertEquals(1, TestDatabase.await(files.of(number)).size());
    }

    @Test
    void stepTakesItsFilesAlong() {
        CaseFile file = TestDatabase.await(cases.find(opened()));
        Attachment later = kept(content(6, 100));
        CaseFile.Change note = file.noted("attach", "", "", Map.of("files", "1"), CaseSamples.ACT);
        TestDatabase.await(cases.write(List.of(new Cases.Kept(note, CasesContract.DUE, List.of()).with(form))));
        Attachment taken = TestDatabase.await(files.of(file.number())).get(0);
        assertEquals(later.id(), taken.id());
        assertEquals(2, taken.event());
    }

    /** Somebody was faster: neither the step nor its files. */
    @Test
    void stepThatFailsTakesNothing() {
        CaseFile file = TestDatabase.await(cases.find(opened()));
        Attachment later = kept(content(7, 100));
        CaseFile.Change note = file.noted("attach", "", "", Map.of(), CaseSamples.ACT);
        CaseFile.Change late = note.file().noted("attach", "", "", Map.of(), CaseSamples.ACT);
        assertThrows(
                Problem.class,
                () -> TestDatabase.await(
                        cases.write(List.of(new Cases.Kept(late, CasesContract.DUE, List.of()).with(form)))));
        assertEquals(List.of(later), TestDatabase.await(files.waiting(form, UNTIL)));
        assertEquals(List.of(), TestDatabase.await(files.of(file.number())));
    }

    /** Another form can neither drop what waits here nor what a case has. */
    @Test
    void onlyItsOwnFormDropsIt() {
        Attachment file = kept(content(8, 100));
        TestDatabase.await(files.drop("another", Set.of(file.id())));
        CaseNumber number = opened();
        TestDatabase.await(files.drop(form, Set.of(file.id())));
        assertEquals(1, TestDatabase.await(files.of(number)).size());
    }

    @Test
    void erasedCaseHasNoFiles() {
        kept(content(9, 100));
        CaseNumber number = opened();
        TestDatabase.await(
                DATABASE.database().transaction(connection -> PgConfirmations.erase(connection, CaseRows.key(number))));
        assertEquals(List.of(), TestDatabase.await(files.of(number)));
        assertEquals(0, count("attachment_piece p where not exists (select from attachment a where a.id = p.id)"));
    }
}
