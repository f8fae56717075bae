package tw.minsheng.petition.attach;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tw.minsheng.kernel.Fault;

/** How much is taken, and how much is looked at. */
class AttachmentDeskTest {

    private static final String FORM = "a".repeat(64);

    /** Does the work at once, and counts it. */
    private static final class Counting implements AttachmentDesk.Aside {

        private final AtomicInteger works = new AtomicInteger();

        @Override
        public <T> Future<T> run(Callable<T> work) {
            works.incrementAndGet();
            try {
                return Future.succeededFuture(work.call());
            } catch (Exception e) {
                return Future.failedFuture(e);
            }
        }
    }

    private final Counting aside = new Counting();

    private List<String> faults(AttachmentLimits limits, List<Arrived> files) {
        AttachmentDesk desk = new AttachmentDesk(
                new MemoryAttachments(),
                limits,
                aside,
                Clock.fixed(Instant.parse("2026-11-22T01:00:00Z"), ZoneOffset.UTC));
        return desk.take(sending(FORM, files, List.of(), "citizen")).result().stream()
                .map(Fault::code)
                .toList();
    }

    private static Arrived file(String content) {
        return new Arrived("a", new Bytes(content.getBytes(StandardCharsets.US_ASCII)), false);
    }

    @Test
    void filesBeyondTheNumberAreRefusedUnread() {
        List<Arrived> useless =
                IntStream.range(0, 32).mapToObj(i -> file("x" + i)).toList();
        List<String> faults = faults(AttachmentLimits.DEFAULT, useless);
        assertEquals(32, faults.size());
        assertEquals(27, faults.stream().filter("attachment.many"::equals).count());
        assertEquals(5, aside.works.get());
    }

    @Test
    void filesBeyondTheBytesOfACaseAreRefusedUnread() {
        AttachmentLimits small = new AttachmentLimits(100, 20, 5, 1_000);
        assertEquals(List.of("attachment.total"), faults(small, List.of(file("%PDF-1.4 abcdefghijklmnop"))));
        assertEquals(0, aside.works.get());
    }

    private static List<Arrived> documents(int from, int count) {
        return IntStream.range(from, from + count)
                .mapToObj(i -> file("%PDF-1.4 " + i))
                .toList();
    }

    private static AttachmentDesk.Sending sending(
            String form, List<Arrived> files, List<Attachment> before, String by) {
        return new AttachmentDesk.Sending(form, Map.of(), Set.of(), files, false, before, by);
    }

    /** Whoever leaves files beside forms that she never sends shuts nobody out for longer than a quarter of an hour. */
    @Test
    void filesThatNobodyAskedForMakeRoom() {
        MemoryAttachments kept = new MemoryAttachments();
        AttachmentLimits small = new AttachmentLimits(100, 100, 5, 30);
        Clock early = Clock.fixed(Instant.parse("2026-11-22T01:00:00Z"), ZoneOffset.UTC);
        Clock late = Clock.offset(early, Duration.ofMinutes(16));
        AttachmentDesk before = new AttachmentDesk(kept, small, aside, early);
        assertEquals(
                List.of(),
                before.take(sending(FORM, documents(0, 3), List.of(), "citizen"))
                        .result());
        String other = "b".repeat(64);
        assertEquals(
                List.of("attachment.full"),
                before.take(sending(other, documents(3, 1), List.of(), "citizen")).result().stream()
                        .map(Fault::code)
                        .toList());
        AttachmentDesk after = new AttachmentDesk(kept, small, aside, late);
        assertEquals(
                List.of(),
                after.take(sending(other, documents(3, 1), List.of(), "citizen"))
                        .result());
        assertEquals(1, after.waiting(other).result().size());
        assertEquals(2, after.waiting(FORM).result().size());
    }

    @Test
    void staffMayAddToACaseWhatAPetitionerMayNot() {
        MemoryAttachments kept = new MemoryAttachments();
        AttachmentDesk desk = new AttachmentDesk(
                kept,
                AttachmentLimits.DEFAULT,
                aside,
                Clock.fixed(Instant.parse("2026-11-22T01:00:00Z"), ZoneOffset.UTC));
        desk.take(sending(FORM, documents(0, 5), List.of(), "handler"));
        List<Attachment> before = desk.waiting(FORM).result();
        String other = "b".repeat(64);
        assertEquals(
                List.of(),
                desk.take(sending(other, documents(5, 5), before, "handler")).result());
        assertEquals(
                5,
                desk.take(sending("c".repeat(64), documents(5, 5), before, "citizen"))
                        .result()
                        .size());
    }

    @Test
    void formThatIsSentTwiceBringsItsFilesOnce() {
        List<Arrived> files =
                IntStream.range(0, 5).mapToObj(i -> file("%PDF-1.4 " + i)).toList();
        MemoryAttachments kept = new MemoryAttachments();
        AttachmentDesk desk = new AttachmentDesk(
                kept,
                AttachmentLimits.DEFAULT,
                aside,
                Clock.fixed(Instant.parse("2026-11-22T01:00:00Z"), ZoneOffset.UTC));
        AttachmentDesk.Sending sending = sending(FORM, files, List.of(), "citizen");
        assertEquals(List.of(), desk.take(sending).result());
        assertEquals(List.of(), desk.take(sending).result());
        assertEquals(5, desk.waiting(FORM).result().size());
    }
}
