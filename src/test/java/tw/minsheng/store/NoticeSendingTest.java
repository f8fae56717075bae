package tw.minsheng.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import tw.minsheng.kernel.Language;
import tw.minsheng.notify.Carrier;
import tw.minsheng.notify.Channel;
import tw.minsheng.notify.MailCarrier;
import tw.minsheng.notify.Notice;
import tw.minsheng.notify.NoticeKind;
import tw.minsheng.notify.NoticeLog;
import tw.minsheng.notify.NoticeTemplates;
import tw.minsheng.notify.Outbox;
import tw.minsheng.notify.PostOffice;
import tw.minsheng.notify.SendPolicy;
import tw.minsheng.notify.Sender;
import tw.minsheng.notify.Wording;
import tw.minsheng.petition.CaseNumber;
import tw.minsheng.petition.CaseSamples;
import tw.minsheng.petition.Cases;
import tw.minsheng.petition.CasesContract;

/** Every notice arrives once: two nodes at once, a restart in the middle, a mail server that is away. */
@Timeout(120)
class NoticeSendingTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final SendPolicy HASTY = new SendPolicy(
            Duration.ofMillis(50), Duration.ofMillis(400), 8, Duration.ofSeconds(10), Duration.ofSeconds(11));

    private final PostOffice office = new PostOffice();
    private final Vertx first = Vertx.vertx();
    private final Vertx second = Vertx.vertx();
    private PgNotices notices;

    @BeforeEach
    void clean() {
        DATABASE.run("truncate notice");
        notices = new PgNotices(DATABASE.database());
    }

    @AfterEach
    void close() {
        office.close();
        TestDatabase.await(first.close());
        TestDatabase.await(second.close());
    }

    @Test
    void twoNodesAtOnceSendEachNoticeOnce() {
        office.open();
        write(40);
        Future<Integer> one = sender(first).work();
        Future<Integer> other = sender(second).work();
        assertEquals(40, TestDatabase.await(one) + TestDatabase.await(other));
        arrivedOnce(40);
    }

    /** The others wait; nobody's notice is lost and none is sent twice when it is back. */
    @Test
    void aMailServerThatIsAwayGetsEachNoticeOnceWhenItIsBack() {
        write(5);
        Sender sender = sender(first);
        for (int i = 0; i < 3; i++) {
            assertTrue(TestDatabase.await(sender.work()) <= 1);
        }
        assertEquals(0, number("sent"));
        assertFalse(DATABASE.text("select trouble from notice where tries > 0 limit 1")
                .isEmpty());
        office.open();
        until(() -> TestDatabase.await(sender.work()) == 0 && number("sent") == 5);
        arrivedOnce(5);
    }

    /** A stop finishes the send that is under way, and no more. */
    @Test
    void aRestartInTheMiddleSendsEachNoticeOnce() {
        office.open();
        write(30);
        Sender before = sender(first);
        Future<Integer> run = before.work();
        until(() -> office.taken().size() >= 3);
        TestDatabase.await(before.stop());
        TestDatabase.await(run);
        long sent = number("sent");
        assertEquals(sent, office.taken().size());
        assertEquals(0, number("sending"));
        assertTrue(sent < 30, "stopped in the middle");
        assertEquals(30 - sent, TestDatabase.await(sender(second).work()).longValue());
        arrivedOnce(30);
    }

    /** Killed after the claim: the lease ends, another node sends it. */
    @Test
    void aNoticeWhoseSenderDiedBeforeSendingIsSentByAnother() {
        office.open();
        write(1);
        assertTrue(TestDatabase.await(notices.claim(Set.of(Channel.MAIL), Duration.ofMillis(600)))
                .isPresent());
        assertEquals(0, TestDatabase.await(sender(second).work()));
        until(() -> TestDatabase.await(sender(second).work()) == 1);
        arrivedOnce(1);
    }

    /** The window that no protocol closes: between the server's yes and our commit. Both have one message id. */
    @Test
    void aNoticeWhoseSenderDiedAfterTheServersYesComesAgainUnderTheSameId() {
        office.open();
        write(1);
        Outbox.Claim claim = TestDatabase.await(notices.claim(Set.of(Channel.MAIL), Duration.ofMillis(600)))
                .orElseThrow();
        AtomicInteger carried = new AtomicInteger();
        Carrier mail = new MailCarrier(first, office.address());
        Carrier dies = message -> mail.carry(message).compose(id -> {
            carried.incrementAndGet();
            return Future.future(never -> {});
        });
        DATABASE.run("update notice set state = 'waiting', next_at = now()");
        Future<Integer> unused = sender(first, dies, HASTY).work();
        until(() -> carried.get() == 1);
        DATABASE.run("update notice set next_at = now()");
        assertEquals(1, TestDatabase.await(sender(second).work()));
        assertEquals(2, office.taken().size());
        assertEquals(1, new HashSet<>(office.ids()).size());
        assertFalse(TestDatabase.await(notices.failed(claim, "too late")));
        assertEquals(1, number("sent"));
    }

    /** What has been sent is written down even when the database is away for a moment. */
    @Test
    void aDatabaseThatIsAwayAfterTheSendingMakesNoSecondMail() {
        office.open();
        write(1);
        AtomicInteger refusals = new AtomicInteger(2);
        Outbox shaky = new ShakyOutbox(notices, refusals);
        Sender sender = new Sender(
                first,
                shaky,
                Map.of(Channel.MAIL, new MailCarrier(first, office.address())),
                NoticeTemplates.shipped(),
                notice -> Map.of(),
                HASTY);
        assertEquals(1, TestDatabase.await(sender.work()));
        assertEquals(0, refusals.get());
        arrivedOnce(1);
    }

    @Test
    void aRefusedAddressIsShownAsFailedAndStopsNobodyElse() {
        office.open();
        write(2);
        AtomicInteger asked = new AtomicInteger();
        Carrier mail = new MailCarrier(first, office.address());
        Carrier refuses = message -> asked.getAndIncrement() == 0
                ? Future.failedFuture(new Carrier.Undelivered(
                        Carrier.Trouble.REFUSED, "550 no such\r\nmailbox", new IllegalStateException()))
                : mail.carry(message);
        assertEquals(2, TestDatabase.await(sender(first, refuses, HASTY).work()));
        assertEquals(1, number("failed"));
        assertEquals(1, number("sent"));
        assertEquals("550 no such mailbox", DATABASE.text("select trouble from notice where state = 'failed'"));
        List<NoticeLog.Entry> owed = TestDatabase.await(notices.owed(Set.of("kcg-pwb"), Set.of(Channel.MAIL), 0, 10));
        assertEquals(1, owed.size());
        assertEquals(List.of(), TestDatabase.await(notices.owed(Set.of("kcg-finance"), Set.of(Channel.MAIL), 0, 10)));
        TestDatabase.await(notices.again(owed.get(0), CaseSamples.ACT));
        assertEquals(1, TestDatabase.await(sender(first).work()));
        arrivedOnce(2);
    }

    @Test
    void aNoticeThatIsNeverTakenIsGivenUpAfterTheLastTry() {
        write(1);
        Sender sender = sender(first);
        until(() -> TestDatabase.await(sender.work()) == 0 && number("failed") == 1);
        assertEquals(8, DATABASE.number("select tries from notice"));
    }

    @Test
    void mailSaysWhatTheTemplateSaysInTheLanguageOfTheCase() throws MessagingException {
        office.open();
        String number = write(1);
        assertEquals(1, TestDatabase.await(sender(first).work()));
        MimeMessage mail = office.taken().get(0);
        assertEquals("已收到您的陳情 " + number, mail.getSubject());
        assertTrue(PostOffice.text(mail).contains("答復期限：2026-11-30（星期一）"));
        assertEquals("p0@example.org", mail.getAllRecipients()[0].toString());
        assertEquals("auto-generated", PostOffice.header(mail, "Auto-Submitted"));
        assertTrue(PostOffice.header(mail, "Message-ID").matches("<[0-9a-f]{32}@example\\.org>"));
        NoticeLog.Entry logged = TestDatabase.await(notices.of(number)).get(0);
        assertEquals(PostOffice.text(mail).strip(), logged.wording().text().strip());
        assertEquals(PostOffice.header(mail, "Message-ID"), logged.reference());
    }

    /** A fact that could forge a header stays in the text. */
    @Test
    void lineBreaksMakeNoHeader() {
        office.open();
        opened(List.of(new Notice(
                "1",
                NoticeKind.RECEIVED,
                Channel.MAIL,
                "p0@example.org",
                Language.ZH_TW,
                Map.of("type", "x\r\nBcc: evil@example.org", "due", "d", "ask", "a", "agency", ""))));
        assertEquals(1, TestDatabase.await(sender(first).work()));
        assertEquals("", PostOffice.header(office.taken().get(0), "Bcc"));
    }

    private Sender sender(Vertx vertx) {
        return sender(vertx, new MailCarrier(vertx, office.address()), HASTY);
    }

    private Sender sender(Vertx vertx, Carrier mail, SendPolicy policy) {
        return new Sender(
                vertx, notices, Map.of(Channel.MAIL, mail), NoticeTemplates.shipped(), notice -> Map.of(), policy);
    }

    /** So many cases, each with a notice that waits; the number of the first. */
    private static String write(int count) {
        return IntStream.range(0, count)
                .mapToObj(each -> opened(List.of(received(each))))
                .toList()
                .get(0);
    }

    private static Notice received(int each) {
        return new Notice(
                "1",
                NoticeKind.RECEIVED,
                Channel.MAIL,
                "p" + each + "@example.org",
                Language.ZH_TW,
                Map.of("type", "道路", "due", "2026-11-30（星期一）", "ask", "https://example.org/case", "agency", "工務局"));
    }

    private static String opened(List<Notice> all) {
        Database database = DATABASE.database();
        PgCases cases = new PgCases(database, new GroupCommit(DATABASE.vertx(), database));
        Cases.Entry entry =
                CasesContract.entry(UUID.randomUUID().toString(), tw.minsheng.petition.Channel.COUNTER, all);
        CaseNumber number = TestDatabase.await(cases.open(entry)).number();
        assertTrue(TestDatabase.await(cases.open(entry)).again());
        return number.text();
    }

    private static long number(String state) {
        return DATABASE.number("select count(*) from notice where state = '" + state + "'");
    }

    private void arrivedOnce(int count) {
        assertEquals(count, number("sent"));
        assertEquals(count, office.taken().size());
        assertEquals(count, new HashSet<>(office.ids()).size());
    }

    private static void until(BooleanSupplier done) {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!done.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, "it did not happen");
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }

    /** Fails so often when the result is to be written down. */
    private record ShakyOutbox(Outbox outbox, AtomicInteger refusals) implements Outbox {
        @Override
        public Future<Optional<Claim>> claim(Set<Channel> channels, Duration lease) {
            return outbox.claim(channels, lease);
        }

        @Override
        public Future<Boolean> sent(Claim claim, Wording wording, String reference) {
            return refusals.get() > 0 && refusals.getAndDecrement() > 0
                    ? Future.failedFuture(new IllegalStateException("away"))
                    : outbox.sent(claim, wording, reference);
        }

        @Override
        public Future<Boolean> later(Claim claim, String reason, Duration pause) {
            return outbox.later(claim, reason, pause);
        }

        @Override
        public Future<Boolean> failed(Claim claim, String reason) {
            return outbox.failed(claim, reason);
        }
    }
}
